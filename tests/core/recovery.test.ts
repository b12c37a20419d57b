import { existsSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RecoveryReport } from '../../electron/contract/views.ts';
import { get, openTestCounter, receive, refusalOf, type TestCounter } from '../support/counter.ts';

const fileOf = ({ folder }: TestCounter) => path.join(folder, 'counter/counter.db');

async function backUp({ call, until }: TestCounter): Promise<string> {
  get(await call('backup.now', {}));
  await until(async () => {
    const { running, backups } = await call('backup.state', {});
    return !running && backups.length > 0;
  });
  const [newest] = (await call('backup.state', {})).backups;
  if (!newest) throw new Error('no backup was made');
  return newest.id;
}

async function recovered(counter: TestCounter): Promise<RecoveryReport> {
  await counter.until(async () => {
    const { running, report, trouble } = await counter.call('recovery.state', {});
    return !running && (report !== undefined || trouble !== undefined);
  });
  const { report } = await counter.call('recovery.state', {});
  if (!report) throw new Error('nothing was recovered');
  return report;
}

async function repair(counter: TestCounter): Promise<RecoveryReport> {
  expect((await counter.call('app.state', {})).mode).toBe('damaged');
  get(await counter.call('recovery.start', {}));
  const report = await recovered(counter);
  expect((await counter.call('app.state', {})).mode).toBe('damaged');
  await counter.call('recovery.done', {});
  expect((await counter.call('app.state', {})).mode).toBe('real');
  return report;
}

/** A counter whose newest backup lacks its last dossier. */
async function counterWithBackup(options: Parameters<typeof openTestCounter>[0] = {}) {
  const counter = await openTestCounter(options);
  const first = (await receive(counter.call)).dossier;
  const backup = await backUp(counter);
  const second = (await receive(counter.call)).dossier;
  return { counter, backup, first, second };
}

describe('a damaged file', () => {
  test('is rebuilt from the backup and what can still be read, and numbers go on past all that were given out', async () => {
    const { counter, first, second } = await counterWithBackup();
    await counter.close();
    truncateSync(fileOf(counter), Math.floor(statSync(fileOf(counter)).size * 0.6));
    await counter.restart();
    const report = await repair(counter);
    expect(report.fromBackup).toBeGreaterThanOrEqual(2);
    expect(await counter.call('dossier.get', { id: first.id })).toEqual(first);
    const held = await counter.call('dossier.get', { id: second.id });
    // Either it was salvaged whole, or the report names where it is missing: nothing in between.
    if (held) expect(held).toEqual(second);
    else expect(report.missing).toContainEqual(expect.objectContaining({ log: second.intake?.log }));
    const next = (await receive(counter.call)).dossier;
    expect(Number(next.id.slice(-5))).toBeGreaterThan(64);
    expect(next.intake?.log).not.toBe(second.intake?.log);
  });

  test('that holds nothing readable comes back as the backup has it, and the report names what is missing', async () => {
    const { counter, first, second } = await counterWithBackup();
    await counter.close();
    writeFileSync(fileOf(counter), 'x'.repeat(50_000));
    await counter.restart();
    const report = await repair(counter);
    const { log = '', seq = 0 } = second.intake ?? {};
    expect(report).toMatchObject({ salvaged: 0, missing: [{ log, from: seq, to: seq }] });
    expect(await counter.call('dossier.get', { id: first.id })).toEqual(first);
    expect(await counter.call('dossier.get', { id: second.id })).toBeNull();
    expect(report.setAsideIn?.startsWith(path.join(counter.folder, 'counter/set-aside'))).toBe(true);
    expect(readdirSync(report.setAsideIn ?? '')).toContain('counter.db');
    expect((await receive(counter.call)).dossier.id.slice(-5)).toBe('00067');
  });

  test('that is encrypted is repaired with the key that opens its backup', async () => {
    const keyStore = new Map<string, string>();
    const { counter, first } = await counterWithBackup({ keyStore, setUp: { protection: { kind: 'key-store' } } });
    await counter.close();
    writeFileSync(fileOf(counter), 'x'.repeat(50_000));
    await counter.restart();
    await repair(counter);
    expect(await counter.call('dossier.get', { id: first.id })).toEqual(first);
    await counter.restart();
    expect((await counter.call('app.state', {})).mode).toBe('real');
  });

  test('with no backup and nothing readable is left where it is, and said to be', async () => {
    const counter = await openTestCounter();
    await counter.close();
    rmSync(path.join(counter.folder, 'counter/backups'), { recursive: true, force: true });
    writeFileSync(fileOf(counter), 'x'.repeat(50_000));
    await counter.restart();
    get(await counter.call('recovery.start', {}));
    await counter.until(async () => !(await counter.call('recovery.state', {})).running);
    expect(await counter.call('recovery.state', {})).toMatchObject({ trouble: 'nothing-to-start-from' });
    expect(existsSync(fileOf(counter))).toBe(true);
    expect((await counter.call('app.state', {})).mode).toBe('damaged');
  });

  test('that was taken away altogether is missed, because there are backups of it', async () => {
    const { counter, first } = await counterWithBackup();
    await counter.close();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${fileOf(counter)}${ending}`, { force: true });
    await counter.restart();
    await repair(counter);
    expect(await counter.call('dossier.get', { id: first.id })).toEqual(first);
  });
});

describe('a backup put back by choice', () => {
  test('carries over what was done since, and numbers go on past all that were given out', async () => {
    const { counter, backup, first, second } = await counterWithBackup();
    get(await counter.call('backup.restore', { id: backup }));
    const report = await recovered(counter);
    expect(report).toMatchObject({ salvaged: 1, missing: [], dossiers: 2 });
    await counter.call('recovery.done', {});
    expect(await counter.call('dossier.get', { id: first.id })).toEqual(first);
    expect(await counter.call('dossier.get', { id: second.id })).toEqual(second);
    expect((await counter.call('app.state', {})).numbers).toMatchObject({ skipped: 'restored' });
    expect((await receive(counter.call)).dossier.id.slice(-5)).toBe('00067');
  });

  test('that is not there is refused, and a sound file is not repaired unasked', async () => {
    const { counter } = await counterWithBackup();
    expect(refusalOf(await counter.call('backup.restore', { id: 'this-computer/nothing' }))).toEqual({
      code: 'no-such-backup',
    });
    expect(refusalOf(await counter.call('recovery.start', {}))).toEqual({ code: 'no-such-backup' });
    expect((await counter.call('app.state', {})).mode).toBe('real');
  });

  test('is no act of a trial', async () => {
    const counter = await openTestCounter();
    get(await counter.call('trial.start', {}));
    for (const command of ['backup.now', 'backup.checkAll'] as const) {
      expect(refusalOf(await counter.call(command, {}))).toEqual({ code: 'not-in-trial' });
    }
    expect(refusalOf(await counter.call('backup.restore', { id: 'x' }))).toEqual({ code: 'not-in-trial' });
  });
});

test('the second place is the folder that the clerk chooses in the dialog of the system', async () => {
  const keyStore = new Map<string, string>();
  const { counter } = await counterWithBackup({ keyStore });
  const stick = path.join(counter.folder, 'stick');
  keyStore.set('choose-folder', Buffer.from(stick).toString('base64'));
  await counter.call('backup.choosePlace', {});
  await counter.until(async () => (await counter.call('backup.state', {})).secondPlace?.folder === stick);
  expect((await counter.call('backup.state', {})).secondPlace).toMatchObject({ isThere: false });
  await counter.call('backup.forgetPlace', {});
  expect(await counter.call('backup.state', {})).not.toHaveProperty('secondPlace');
});
