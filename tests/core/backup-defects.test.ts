import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { MachineFacts } from '../../sync/counter-store.ts';
import { get, intake, openTestCounter, receive, SET_UP, type TestCounter } from '../support/counter.ts';
import { backUp, emptyAnIndex, fileOf, keepCopiesIn, overwritePage, untilRecovered } from '../support/repair.ts';
import { temporaryFolder } from '../support/store.ts';

// Each of these was found broken once, by somebody who tried to break it.

const PASSPHRASE = { kind: 'passphrase', passphrase: 'mười hai con giáp' } as const;
const OTHER_PC: MachineFacts = { system: 'other-system', adapters: ['other-adapter'] };

const stateOf = ({ call }: TestCounter) => call('app.state', {});

/** What the dialog for folders answers. */
function choosing(folder: string): Map<string, string> {
  return new Map([['choose-folder', Buffer.from(folder).toString('base64')]]);
}

async function untilMode(counter: TestCounter, mode: string): Promise<void> {
  // A question that meets the damage is answered with a fault; the next one finds the counter out of service.
  await counter.until(async () => (await stateOf(counter).catch(() => undefined))?.mode === mode);
}

async function restored(counter: TestCounter, id: string): Promise<void> {
  get(await counter.call('backup.restore', { id }));
  await untilRecovered(counter);
  await counter.call('recovery.done', {});
}

async function newCode({ call }: TestCounter): Promise<string> {
  const made = await call('key.newRecoveryCode', {});
  if (!made) throw new Error('there is no key');
  return get(made).code;
}

async function untilIdle(counter: TestCounter): Promise<void> {
  await counter.until(async () => !(await counter.call('backup.state', {})).running);
}

describe('a new recovery code opens the copies on the stick, and the code before opens them no more', () => {
  const protection = { kind: 'key-store' } as const;

  test.each([
    ['from the start', { protection }, () => Promise.resolve()],
    ['later', {}, async (a: TestCounter) => void get(await a.call('key.protect', { protection }))],
  ])('of a counter that was protected %s', async (_, setUp, protect) => {
    const stick = temporaryFolder();
    const a = await openTestCounter({ keyStore: choosing(stick), setUp });
    await receive(a.call);
    await keepCopiesIn(a);
    await protect(a);
    await untilIdle(a);
    const old = await newCode(a);
    await untilIdle(a);
    const code = await newCode(a);
    await untilIdle(a);
    await backUp(a);
    await a.close();

    const b = await openTestCounter({ keyStore: choosing(stick), setUp: false, facts: OTHER_PC });
    await b.call('recovery.fromPlace', {});
    await untilMode(b, 'locked');
    const unlock = (text: string) => b.call('key.unlock', { by: 'recovery-code', text });
    expect(await unlock(old)).toMatchObject({ ok: false, refusal: { code: 'wrong-key' } });
    expect(await unlock(code)).toMatchObject({ ok: true });
  });
});

describe('another account of the same computer', () => {
  test('that takes over from the stick gives no numbers until it has a station of its own', async () => {
    const facts = (account: string): MachineFacts => ({ system: 'one', board: 'one', account, adapters: ['one'] });
    const stick = temporaryFolder();
    const a = await openTestCounter({ keyStore: choosing(stick), facts: facts('lan') });
    await receive(a.call);
    await keepCopiesIn(a);
    const b = await openTestCounter({ keyStore: choosing(stick), setUp: false, facts: facts('hung') });
    await b.call('recovery.fromPlace', {});
    await untilMode(b, 'damaged');
    get(await b.call('recovery.start', {}));
    await untilRecovered(b);
    await b.call('recovery.done', {});
    expect((await stateOf(b)).numbers?.state).toBe('other-machine');
    const refused = await b.call('dossier.receive', { commandId: crypto.randomUUID(), form: intake() });
    expect(refused.ok).toBe(false);
  });
});

test('a counter that began anew without protection keeps its plain backups beside the encrypted ones of before', async () => {
  const a = await openTestCounter({ setUp: { protection: PASSPHRASE } });
  await receive(a.call);
  await backUp(a);
  await a.close();
  writeFileSync(fileOf(a), Buffer.alloc(60_000, 7));
  await a.restart();
  get(await a.call('key.unlock', { by: 'passphrase', text: PASSPHRASE.passphrase }));
  get(await a.call('recovery.startAnew', {}));
  get(await a.call('setup.complete', SET_UP));
  await receive(a.call);
  await backUp(a);
  const { backups } = await a.call('backup.state', {});
  expect(backups).toHaveLength(2);
  expect(backups[0]).toMatchObject({ dossiers: 1, events: 3 });
});

describe('a damaged file', () => {
  test('stays out of service when only another place with backups is named', async () => {
    const stick = temporaryFolder();
    const a = await openTestCounter({ keyStore: choosing(stick) });
    await receive(a.call);
    await keepCopiesIn(a);
    await a.close();
    emptyAnIndex(fileOf(a));
    await a.restart();
    get(await a.call('backup.checkAll', {}));
    await untilMode(a, 'damaged');
    await a.call('recovery.fromPlace', {});
    await a.until(async () => (await a.call('recovery.state', {})).newest !== undefined);
    expect((await stateOf(a)).mode).toBe('damaged');
    get(await a.call('recovery.start', {}));
    await untilRecovered(a);
    await a.call('recovery.done', {});
    expect((await stateOf(a)).mode).toBe('real');
  });

  test('that a check names when it was replaced already does not take the new one from service', async () => {
    const a = await openTestCounter();
    for (let n = 0; n < 3; n += 1) await receive(a.call);
    const id = await backUp(a);
    emptyAnIndex(fileOf(a));
    const check = a.call('backup.checkAll', {});
    const restore = a.call('backup.restore', { id });
    get(await check);
    get(await restore);
    await untilRecovered(a);
    await a.call('recovery.done', {});
    await untilMode(a, 'real');
    await receive(a.call);
  });

  test.each(['identity', 'core.backup.memory', 'core.printer'])(
    'with one rotten word in the setting %s is repaired like any other',
    async (key) => {
      const a = await openTestCounter();
      const { dossier } = await receive(a.call);
      await backUp(a);
      await a.close();
      const db = new Database(fileOf(a));
      db.pragma('ignore_check_constraints = ON');
      db.prepare(
        `INSERT INTO setting (key, value) VALUES (?, '{"x')
        ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      ).run(key);
      db.close();
      await a.restart();
      await untilMode(a, 'damaged');
      get(await a.call('recovery.start', {}));
      await untilRecovered(a);
      await a.call('recovery.done', {});
      expect((await stateOf(a)).mode).toBe('real');
      expect(await a.call('dossier.get', { id: dossier.id })).toEqual(dossier);
    },
  );

  test('whose damage shows only when its store is open already is let go of, and repaired', async () => {
    const a = await openTestCounter();
    await receive(a.call);
    await backUp(a);
    await a.close();
    const db = new Database(fileOf(a));
    const put = db.prepare('INSERT INTO setting (key, value) VALUES (?, ?)');
    for (let n = 0; n < 30; n += 1) put.run(`core.a${n}`, JSON.stringify({ x: 'y'.repeat(900) }));
    const memory = db.prepare("SELECT value FROM setting WHERE key = 'core.backup.memory'").pluck().get();
    db.exec("DELETE FROM setting WHERE key = 'core.backup.memory'");
    put.run('core.backup.memory', memory);
    db.pragma('wal_checkpoint(TRUNCATE)');
    const root = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'setting'").pluck().get());
    db.close();
    const lastLeaf = readFileSync(fileOf(a)).readUInt32BE((root - 1) * 4_096 + 8);
    overwritePage(fileOf(a), lastLeaf);
    await a.restart();
    expect((await stateOf(a)).mode).toBe('damaged');
    get(await a.call('recovery.start', {}));
    await untilRecovered(a);
    expect(await a.call('recovery.state', {})).toMatchObject({ isOpen: true, report: { missing: [] } });
  });
});

describe('the first screen of a new computer', () => {
  test('forgets a wrong folder when the set-up is done', async () => {
    const a = await openTestCounter({ keyStore: choosing(temporaryFolder()), setUp: false });
    await a.call('recovery.fromPlace', {});
    await a.until(async () => (await a.call('recovery.state', {})).trouble === 'no-backup-there');
    get(await a.call('setup.complete', SET_UP));
    expect((await stateOf(a)).mode).toBe('real');
  });

  test.each(['', 'quay-mot-cua'])('takes the stick, or the folder "%s" on it', async (inside) => {
    const stick = temporaryFolder();
    const a = await openTestCounter({ keyStore: choosing(stick) });
    await receive(a.call);
    await keepCopiesIn(a);
    const b = await openTestCounter({ keyStore: choosing(path.join(stick, inside)), setUp: false, facts: OTHER_PC });
    await b.call('recovery.fromPlace', {});
    await untilMode(b, 'damaged');
    await b.until(async () => (await b.call('recovery.state', {})).newest !== undefined);
    expect((await b.call('recovery.state', {})).newest).toMatchObject({ place: 'second-place', station: 1 });
    get(await b.call('recovery.start', {}));
    await untilRecovered(b);
    const { report } = await b.call('recovery.state', {});
    expect(report).toMatchObject({ dossiers: 1, missing: [] });
    expect(report).not.toHaveProperty('setAsideIn');
  });

  test('leads back from the stick of another counter, locked or not', async () => {
    for (const setUp of [{ protection: PASSPHRASE }, {}]) {
      const stick = temporaryFolder();
      const a = await openTestCounter({ keyStore: choosing(stick), setUp });
      await receive(a.call);
      await keepCopiesIn(a);
      const b = await openTestCounter({ keyStore: choosing(stick), setUp: false, facts: OTHER_PC });
      await b.call('recovery.fromPlace', {});
      await b.until(async () => (await stateOf(b)).mode !== 'none');
      await b.until(async () => (await b.call('recovery.state', {})).newest !== undefined);
      expect(await b.call('recovery.state', {})).toMatchObject({ why: 'missing' });
      get(await b.call('recovery.leave', {}));
      expect((await stateOf(b)).mode).toBe('none');
      await b.restart();
      expect((await stateOf(b)).mode).toBe('none');
      get(await b.call('setup.complete', SET_UP));
      expect(existsSync(path.join(b.folder, 'counter/counter.key'))).toBe(false);
    }
  });
});

describe('a second place', () => {
  test('that was chosen while the copy to another one was made is not said to have it', async () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()];
    const keyStore = choosing(one);
    const a = await openTestCounter({ keyStore });
    for (let n = 0; n < 40; n += 1) await receive(a.call);
    await a.call('backup.choosePlace', {});
    keyStore.set('choose-folder', Buffer.from(other).toString('base64'));
    await a.call('backup.choosePlace', {});
    await a.until(async () => !(await a.call('backup.state', {})).running);
    const { secondPlace } = await a.call('backup.state', {});
    const isThere = existsSync(path.join(other, 'quay-mot-cua'));
    expect(secondPlace?.copiedAt !== undefined).toBe(isThere);
  });
});

describe('a restore', () => {
  test('brings back no draft that was done with, and no slip that was printed since', async () => {
    const a = await openTestCounter();
    const { printJobId } = await receive(a.call);
    get(await a.call('draft.keep', { content: 'half typed' }));
    const id = await backUp(a);
    get(await a.call('draft.discard', {}));
    await a.call('printer.choose', { choice: { kind: 'virtual' }, modelId: 'generic-80' });
    await a.until(async () => (await a.call('print.jobs', {})).every(({ state }) => state === 'confirmed'));
    await restored(a, id);
    expect(await a.call('draft.find', {})).toBeNull();
    expect((await a.call('print.jobs', {})).find((job) => job.id === printJobId)?.state).toBe('confirmed');
  });

  test('of a file that is lost asks whether what waited for the printer then was printed', async () => {
    const a = await openTestCounter();
    await receive(a.call);
    await backUp(a);
    await a.close();
    writeFileSync(fileOf(a), Buffer.alloc(60_000, 7));
    await a.restart();
    get(await a.call('recovery.start', {}));
    await untilRecovered(a);
    await a.call('recovery.done', {});
    expect((await a.call('print.jobs', {})).map(({ state }) => state)).toEqual(['unknown']);
  });

  test('that found the reception and not its slip prints the slip again from what was promised', async () => {
    const a = await openTestCounter();
    await receive(a.call);
    await backUp(a);
    const { dossier } = await receive(a.call);
    await a.close();
    overwritePage(fileOf(a), 1);
    await a.restart();
    get(await a.call('recovery.start', {}));
    await untilRecovered(a);
    await a.call('recovery.done', {});
    const { jobId } = get(await a.call('print.again', { dossierId: dossier.id }));
    expect(await a.call('print.picture', { jobId })).toMatch(/^data:image\/png/);
    const job = (await a.call('print.jobs', {})).find(({ id }) => id === jobId);
    expect(job).toMatchObject({ about: dossier.intake?.dossierNumber });
  });

  test('that was broken off leaves nothing lying about', async () => {
    const a = await openTestCounter();
    await receive(a.call);
    await a.close();
    const half = path.join(a.folder, 'counter/rebuild');
    mkdirSync(half);
    writeFileSync(path.join(half, 'counter.db'), 'half');
    await a.restart();
    expect(existsSync(half)).toBe(false);
  });
});

test('protection that comes later leaves nothing readable of what was set aside before', async () => {
  const a = await openTestCounter();
  const name = 'Xa Lạ Đặc Biệt';
  const { applicant } = intake();
  get(
    await a.call('dossier.receive', {
      commandId: crypto.randomUUID(),
      form: intake({ applicant: { ...applicant, name } }),
    }),
  );
  await restored(a, await backUp(a));
  get(await a.call('key.protect', { protection: PASSPHRASE }));
  await a.until(async () => !(await a.call('backup.state', {})).running);
  await a.close();
  expect(filesWith(path.join(a.folder, 'counter'), name)).toEqual([]);
});

function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}
