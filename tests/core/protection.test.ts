import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { get, openTestCounter, receive, refusalOf, SET_UP, type TestCounter } from '../support/counter.ts';
import { temporaryFolder } from '../support/store.ts';

const PASSPHRASE = { kind: 'passphrase', passphrase: 'mười hai con giáp' } as const;

function headerOf({ folder }: TestCounter): string {
  return readFileSync(path.join(folder, 'counter/counter.db')).subarray(0, 15).toString('latin1');
}

async function modeOf({ call }: TestCounter): Promise<string> {
  return (await call('app.state', {})).mode;
}

async function recoveryCodeOf({ call }: TestCounter): Promise<string> {
  const made = await call('key.newRecoveryCode', {});
  if (!made) throw new Error('the file has no key');
  return get(made).code;
}

describe('a counter protected by a passphrase', () => {
  test('is encrypted from its first dossier on, and nothing of anybody stands readable on the disk', async () => {
    const counter = await openTestCounter({ setUp: { protection: PASSPHRASE } });
    await receive(counter.call, {});
    await counter.close();
    expect(headerOf(counter)).not.toBe('SQLite format 3');
    const folder = path.join(counter.folder, 'counter');
    for (const name of readdirSync(folder).filter((entry) => entry.startsWith('counter.'))) {
      const content = readFileSync(path.join(folder, name));
      for (const text of ['Nguyễn Thị Đào', 'nguyen thi dao', '0912345678', 'mười hai']) {
        expect(content.includes(text), `${name} holds ${text}`).toBe(false);
      }
    }
  });

  test('is locked at each start until it is typed, and says nothing meanwhile', async () => {
    const counter = await openTestCounter({ setUp: { protection: PASSPHRASE } });
    const { dossier } = await receive(counter.call);
    await counter.restart();
    expect(await counter.call('app.state', {})).toMatchObject({ mode: 'locked', protection: { kind: 'passphrase' } });
    expect(await counter.ask('dossier.get', { id: dossier.id })).toMatchObject({ ok: false });
    const wrong = { by: 'passphrase', text: 'mười hai con ngựa' } as const;
    expect(refusalOf(await counter.call('key.unlock', wrong))).toEqual({ code: 'wrong-key' });
    expect(await modeOf(counter)).toBe('locked');
    get(await counter.call('key.unlock', { by: 'passphrase', text: ` ${PASSPHRASE.passphrase} ` }));
    expect(await counter.call('dossier.get', { id: dossier.id })).toEqual(dossier);
    expect((await counter.call('app.state', {})).numbers).not.toHaveProperty('skipped');
  });

  test('is opened by its recovery code too, by the newest one alone', async () => {
    const counter = await openTestCounter({ setUp: { protection: PASSPHRASE } });
    const old = await recoveryCodeOf(counter);
    const code = await recoveryCodeOf(counter);
    expect((await counter.call('app.state', {})).protection).toMatchObject({ hasRecoveryCode: true });
    await counter.restart();
    const unlock = (text: string) => counter.call('key.unlock', { by: 'recovery-code', text });
    expect(refusalOf(await unlock(old))).toEqual({ code: 'wrong-key' });
    expect(refusalOf(await unlock('KHÔNG PHẢI MÃ'))).toEqual({ code: 'malformed' });
    get(await unlock(code.toLowerCase().replaceAll('-', ' ')));
    expect(await modeOf(counter)).toBe('real');
  });

  test('refuses one that is too short, at its field, and is not set up then', async () => {
    const counter = await openTestCounter({ setUp: false });
    const form = { ...SET_UP, protection: { ...PASSPHRASE, passphrase: 'ngắn' } };
    const refusal = refusalOf(await counter.call('setup.complete', form));
    expect(refusal).toEqual({ code: 'fields', fields: [{ field: 'protection', code: 'too-short' }] });
    expect(await modeOf(counter)).toBe('none');
  });

  test('whose key file was deleted opens by the copy that is kept elsewhere', async () => {
    const counter = await openTestCounter({ setUp: { protection: PASSPHRASE } });
    await receive(counter.call);
    await counter.close();
    rmSync(path.join(counter.folder, 'counter/counter.key'));
    await counter.restart();
    get(await counter.call('key.unlock', { by: 'passphrase', text: PASSPHRASE.passphrase }));
    expect(existsSync(path.join(counter.folder, 'counter/counter.key'))).toBe(true);
  });

  test('whose key is lost everywhere asks for a repair instead of showing a broken screen', async () => {
    const counter = await openTestCounter({ setUp: { protection: PASSPHRASE } });
    await counter.close();
    rmSync(path.join(counter.folder, 'counter/counter.key'));
    rmSync(`${counter.folder}-witness/counter.key`);
    await counter.restart();
    expect(await modeOf(counter)).toBe('damaged');
  });
});

describe('a counter protected by the key store', () => {
  test('opens by itself, and on another computer by its recovery code', async () => {
    const keyStore = new Map<string, string>();
    const counter = await openTestCounter({ keyStore, setUp: { protection: { kind: 'key-store' } } });
    const { dossier } = await receive(counter.call);
    const code = await recoveryCodeOf(counter);
    await counter.restart();
    expect(await modeOf(counter)).toBe('real');
    keyStore.clear();
    await counter.restart();
    expect(await counter.call('app.state', {})).toMatchObject({ mode: 'locked', protection: { kind: 'key-store' } });
    get(await counter.call('key.unlock', { by: 'recovery-code', text: code }));
    expect(await counter.call('dossier.get', { id: dossier.id })).toEqual(dossier);
    // This computer knows it from now on.
    await counter.restart();
    expect(await modeOf(counter)).toBe('real');
  });

  test('is refused plainly where there is no key store', async () => {
    const counter = await openTestCounter({ setUp: false });
    expect((await counter.call('setup.options', {})).hasKeyStore).toBe(false);
    const form = { ...SET_UP, protection: { kind: 'key-store' } as const };
    expect(refusalOf(await counter.call('setup.complete', form))).toEqual({ code: 'no-key-store' });
    expect(await modeOf(counter)).toBe('none');
  });
});

describe('a counter that was plain', () => {
  test('is plain by choice alone, and can be protected later with everything in it', async () => {
    const counter = await openTestCounter({ setUp: { protection: { kind: 'none' } } });
    const { dossier } = await receive(counter.call);
    expect(headerOf(counter)).toBe('SQLite format 3');
    expect(await counter.call('key.newRecoveryCode', {})).toBeNull();
    get(await counter.call('key.protect', { protection: PASSPHRASE }));
    expect(headerOf(counter)).not.toBe('SQLite format 3');
    expect(await counter.call('dossier.get', { id: dossier.id })).toEqual(dossier);
    expect((await receive(counter.call)).dossier.intake?.dossierNumber.slice(-4)).toBe('0002');
    expect(refusalOf(await counter.call('key.protect', { protection: PASSPHRASE }))).toEqual({
      code: 'already-protected',
    });
    await counter.restart();
    expect(await modeOf(counter)).toBe('locked');
  });

  test('stays as it is when the passphrase is refused', async () => {
    const counter = await openTestCounter();
    const protection = { kind: 'passphrase', passphrase: 'ngắn' } as const;
    expect(refusalOf(await counter.call('key.protect', { protection }))).toEqual({ code: 'too-short' });
    expect(refusalOf(await counter.call('key.protect', { protection: { kind: 'key-store' } }))).toEqual({
      code: 'no-key-store',
    });
    expect(headerOf(counter)).toBe('SQLite format 3');
  });
});

test('a key that outlived its data locks nothing: the next set-up begins anew', async () => {
  const counter = await openTestCounter({ setUp: { protection: PASSPHRASE } });
  await counter.close();
  const again = await openTestCounter({
    folder: temporaryFolder(),
    witnessFolder: `${counter.folder}-witness`,
    setUp: { protection: { ...PASSPHRASE, passphrase: 'một cụm từ khác' } },
  });
  await again.restart();
  get(await again.call('key.unlock', { by: 'passphrase', text: 'một cụm từ khác' }));
});

test('a database file replaced by rubbish is a damage, with the right key in hand', async () => {
  const counter = await openTestCounter({ setUp: { protection: PASSPHRASE } });
  await counter.close();
  writeFileSync(path.join(counter.folder, 'counter/counter.db'), 'x'.repeat(20_000));
  await counter.restart();
  expect(await modeOf(counter)).toBe('locked');
  get(await counter.call('key.unlock', { by: 'passphrase', text: PASSPHRASE.passphrase }));
  expect(await modeOf(counter)).toBe('damaged');
});
