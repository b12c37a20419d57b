import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DossierId } from '../../domain/scan-code.ts';
import { ok } from '../../domain/result.ts';
import { finishRebuild, type RebuildReport } from '../../sync/maintenance.ts';
import { openCounterStore, type OpenCounterStore } from '../../sync/open-counter-store.ts';
import { checkFile } from '../../sync/store/check-file.ts';
import { makeBackup } from '../../sync/store/make-backup.ts';
import { type RebuildTask, rebuildFile } from '../../sync/store/rebuild-file.ts';
import { noteSecondPlace } from '../../sync/store/second-place-note.ts';
import {
  action,
  admit,
  CLOCK,
  foreignEvent,
  handedOverFact,
  receiveSample,
  station,
  temporaryFolder,
  XUAN_VIEN,
} from '../support/store.ts';
import { counterFile, OTHER_WORDS, rotEvent, tamper } from '../support/rot.ts';

const KEY = Buffer.alloc(32, 7);
const LOG = 'test1.1';
const OWNER = { unitCode: '08305', unitName: 'Xã Xuân Viên', station: 1, log: LOG };
const PAGE_BYTES = 4_096;
const quietly = (): void => undefined;

function open(folder: string, key?: Buffer): OpenCounterStore {
  const store = openCounterStore({ folder, ...(key ? { key } : {}) });
  if (!store.identity()) {
    const who = { unit: XUAN_VIEN, station: station(1), clerkName: 'Hà Thị Lan', log: LOG };
    store.establish(who, { machine: 'machine', appVersion: '0.0.0', clock: CLOCK });
  }
  return store;
}

type Closed = { readonly folder: string; readonly key: Buffer | undefined; readonly ids: readonly DossierId[] };

/** 60 dossiers, some handed over; after the first 40, a backup if `hasBackup`. Events: 1 + 60 + 6. */
async function closedCounter({ key, hasBackup = false }: { key?: Buffer; hasBackup?: boolean } = {}): Promise<Closed> {
  const folder = temporaryFolder();
  const store = open(folder, key);
  const ids: DossierId[] = [];
  const receive = (count: number): void => {
    for (let n = 0; n < count; n += 1) ids.push(receiveSample(store, { name: `Hoàng Thị Thứ ${ids.length}` }));
  };
  receive(40);
  store.saveSetting('printer', { choice: 'none' });
  if (hasBackup) await makeBackup({ folder, key, owner: OWNER, now: CLOCK.at, lastOrdinal: 0 }, quietly);
  receive(20);
  store.drafts.keep('intake', { content: 'dở dang', keptAt: 1 });
  for (const id of ids.filter((_, i) => i % 10 === 0)) {
    store.commit(action(), (work) => {
      work.append(handedOverFact(id));
      return ok({});
    });
  }
  await store.close();
  return { folder, key, ids };
}

async function rebuild(
  { folder, key }: Pick<Closed, 'folder' | 'key'>,
  change: Partial<RebuildTask> = {},
): Promise<RebuildReport> {
  const outcome = await rebuildFile({ folder, key, known: {}, now: CLOCK.at, ...change }, quietly);
  if ('trouble' in outcome) throw new Error(outcome.trouble);
  return outcome.report;
}

/** Opens what was rebuilt; it must be sound all over, whatever is missing. */
function openSound({ folder, key }: Closed): OpenCounterStore {
  expect(checkFile({ folder, key }, quietly)).toMatchObject({ troubles: [], differing: [], strayNames: [] });
  return open(folder, key);
}

function overwrite(file: string, from: number, bytes: number): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(bytes), 0, bytes, from);
  closeSync(descriptor);
}

describe.each([
  ['plain', undefined],
  ['encrypted', KEY],
])('a file that is %s and damaged', (_, key) => {
  const made = (hasBackup: boolean) => closedCounter({ ...(key ? { key } : {}), hasBackup });

  test('whose first page is destroyed gives every event without any backup', async () => {
    const counter = await made(false);
    overwrite(counterFile(counter.folder), 0, PAGE_BYTES);
    const report = await rebuild(counter, { known: { [LOG]: { seq: 67, hash: '' } } });
    expect(report).toMatchObject({ fromBackup: 0, salvaged: 67, dossiers: 60, missing: [] });
  });

  test('whose first page is destroyed goes on with settings, numbers and all events from a backup', async () => {
    const counter = await made(true);
    overwrite(counterFile(counter.folder), 0, PAGE_BYTES);
    expect(await rebuild(counter)).toMatchObject({ fromBackup: 41, salvaged: 26, dossiers: 60, missing: [] });
    const store = openSound(counter);
    expect(store.identity()?.log).toBe(LOG);
    expect(store.setting('printer')).toEqual({ choice: 'none' });
    // The backup had given out 40; the events that were carved say more.
    expect(store.database.sequences.value('scan-code:2020')).toBe(60);
    expect(store.findDossier(counter.ids[50] ?? ('' as DossierId))?.status).toBe('handed-over');
    await store.close();
  });

  test('that was cut off gives what is left and says exactly what is missing', async () => {
    const counter = await made(true);
    const file = counterFile(counter.folder);
    truncateSync(file, Math.floor(statSync(file).size / PAGE_BYTES / 2) * PAGE_BYTES);
    const report = await rebuild(counter, { known: { [LOG]: { seq: 67, hash: '' } } });
    const store = openSound(counter);
    const held = store.database.db.prepare<[], number>('SELECT seq FROM event').pluck().all();
    const missing = report.missing.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
    expect([...held, ...missing].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 67 }, (_, i) => i + 1));
    expect(held.length).toBe(report.fromBackup + report.salvaged);
    await store.close();
  });

  test('with zeroes in the middle keeps what is not an event too: settings, drafts, counters', async () => {
    const counter = await made(false);
    const file = counterFile(counter.folder);
    const page = Math.floor(statSync(file).size / PAGE_BYTES / 2);
    overwrite(file, page * PAGE_BYTES, 2 * PAGE_BYTES);
    const report = await rebuild(counter, { known: { [LOG]: { seq: 67, hash: '' } } });
    expect(report.salvaged).toBeGreaterThan(40);
    const store = openSound(counter);
    expect(store.identity()?.clerkName).toBe('Hà Thị Lan');
    expect(store.drafts.find('intake')?.content).toBe('dở dang');
    expect(store.database.sequences.value('scan-code:2020')).toBe(60);
    await store.close();
  });

  test('that is nothing but garbage starts again from its backup', async () => {
    const counter = await made(true);
    writeFileSync(counterFile(counter.folder), Buffer.alloc(40 * PAGE_BYTES, 'rubbish'));
    const report = await rebuild(counter, { known: { [LOG]: { seq: 67, hash: '' } } });
    expect(report).toMatchObject({ fromBackup: 41, salvaged: 0, missing: [{ log: LOG, from: 42, to: 67 }] });
    await openSound(counter).close();
  });
});

describe('a rebuild', () => {
  test('moves the old file aside as it was, and deletes nothing', async () => {
    const counter = await closedCounter();
    const before = readFileSync(counterFile(counter.folder));
    const { setAsideIn } = await rebuild(counter);
    const aside = path.join(counter.folder, 'set-aside', setAsideIn);
    expect(readFileSync(path.join(aside, 'counter.db')).equals(before)).toBe(true);
    expect(readdirSync(aside)).toContain('report.json');
    expect(existsSync(path.join(counter.folder, 'rebuild'))).toBe(false);
    expect((await rebuild(counter)).setAsideIn).not.toBe(setAsideIn);
  });

  test('of a file that is whole loses nothing: dossiers, numbers, search, settings', async () => {
    const counter = await closedCounter({ hasBackup: true });
    const look = (store: OpenCounterStore) => ({
      vector: store.vector(),
      dossiers: counter.ids.map((id) => store.findDossier(id)),
      found: store
        .searchDossiers('hoang thi thu 5', 50)
        .rows.map(({ id }) => id)
        .toSorted(),
      setting: store.setting('printer'),
      numbers: ['scan-code:2020', 'lamport'].map((name) => store.database.sequences.value(name)),
    });
    const store = open(counter.folder);
    const before = look(store);
    await store.close();
    await rebuild(counter);
    const after = openSound(counter);
    expect(look(after)).toEqual(before);
    await after.close();
  });

  test('leaves out an event that rotted, and takes it from the backup where that has it', async () => {
    const counter = await closedCounter({ hasBackup: true });
    rotEvent(counterFile(counter.folder), { log: LOG, seq: 5 }, OTHER_WORDS);
    rotEvent(counterFile(counter.folder), { log: LOG, seq: 50 }, OTHER_WORDS);
    const report = await rebuild(counter);
    expect(report.missing).toEqual([{ log: LOG, from: 50, to: 50 }]);
    const store = openSound(counter);
    expect(store.vector()[LOG]?.seq).toBe(49);
    expect(store.database.events.count()).toBe(66);
    await store.close();
  });

  test('reads the events through the places of their rows where the root of their table is destroyed', async () => {
    const counter = await closedCounter();
    const file = counterFile(counter.folder);
    let root = 0;
    tamper(file, (db) => {
      root = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'event'").pluck().get());
    });
    overwrite(file, (root - 1) * PAGE_BYTES, PAGE_BYTES);
    const report = await rebuild(counter);
    expect(report.salvaged + report.missing.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(67);
    expect(report.salvaged).toBeGreaterThanOrEqual(66);
    await openSound(counter).close();
  });

  test('finds the newest backup in the second place, which it knows although the settings cannot be read', async () => {
    const counter = await closedCounter({ hasBackup: true });
    const stick = temporaryFolder();
    renameSync(path.join(counter.folder, 'backups'), path.join(stick, 'quay-mot-cua'));
    noteSecondPlace(counter.folder, stick);
    writeFileSync(counterFile(counter.folder), '');
    expect(await rebuild(counter)).toMatchObject({ fromBackup: 41 });
    await openSound(counter).close();
  });

  test('passes over a backup that is damaged itself', async () => {
    const counter = await closedCounter({ hasBackup: true });
    const store = open(counter.folder);
    receiveSample(store);
    await makeBackup({ folder: counter.folder, owner: OWNER, now: CLOCK.at + 86_400_000, lastOrdinal: 1 }, quietly);
    await store.close();
    const newest = readdirSync(path.join(counter.folder, 'backups')).find(
      (name) => name.includes('000002') && name.endsWith('.db'),
    );
    overwrite(path.join(counter.folder, 'backups', newest ?? ''), 5 * PAGE_BYTES, PAGE_BYTES);
    writeFileSync(counterFile(counter.folder), 'gone');
    const report = await rebuild(counter);
    expect(report).toMatchObject({ fromBackup: 41, missing: [{ log: LOG, from: 42, to: 68 }] });
  });

  test('into an empty folder makes the counter of the backup', async () => {
    const { folder } = await closedCounter({ hasBackup: true });
    const empty = path.join(temporaryFolder(), 'counter');
    const stick = temporaryFolder();
    renameSync(path.join(folder, 'backups'), path.join(stick, 'quay-mot-cua'));
    expect(await rebuild({ folder: empty, key: undefined }, { secondPlace: stick })).toMatchObject({ fromBackup: 41 });
    const store = open(empty);
    expect(store.identity()?.log).toBe(LOG);
    await store.close();
  });

  test('never starts from the backup of another counter on the same stick', async () => {
    const mine = await closedCounter({ hasBackup: true });
    const stick = temporaryFolder();
    renameSync(path.join(mine.folder, 'backups'), path.join(stick, 'quay-mot-cua'));
    const theirs = await closedCounter();
    const owner = { ...OWNER, station: 2 };
    const task = { folder: theirs.folder, owner, now: CLOCK.at, lastOrdinal: 7, secondPlace: stick };
    await makeBackup(task, quietly);
    expect(await rebuild(mine, { secondPlace: stick })).toMatchObject({ fromBackup: 41 });
    const nobody = temporaryFolder();
    const input = { folder: nobody, known: {}, now: CLOCK.at, secondPlace: stick };
    expect(await rebuildFile(input, quietly)).toEqual({ trouble: 'nothing-to-start-from' });
    expect(await rebuild({ folder: nobody, key: undefined }, { ...input, owner })).toMatchObject({ fromBackup: 67 });
  });

  test('with nothing to start from says so and touches nothing', async () => {
    const folder = temporaryFolder();
    writeFileSync(counterFile(folder), 'rubbish');
    const outcome = await rebuildFile({ folder, known: {}, now: CLOCK.at }, quietly);
    expect(outcome).toEqual({ trouble: 'nothing-to-start-from' });
    expect(readFileSync(counterFile(folder), 'utf8')).toBe('rubbish');
  });

  test('does not begin while the counter is open', async () => {
    const { folder } = await closedCounter();
    const store = open(folder);
    await expect(rebuildFile({ folder, known: {}, now: CLOCK.at }, quietly)).rejects.toMatchObject({ code: 'in-use' });
    await store.close();
  });

  test('keeps what waits behind a gap, and the gap can be filled by the server', async () => {
    const counter = await closedCounter();
    const store = open(counter.folder);
    const first = foreignEvent('other.1', {});
    const second = foreignEvent('other.1', {}, first);
    admit(store, first, second, foreignEvent('other.1', {}, second));
    await store.close();
    rotEvent(counterFile(counter.folder), { log: 'other.1', seq: 2 }, OTHER_WORDS);
    expect((await rebuild(counter)).missing).toEqual([{ log: 'other.1', from: 2, to: 2 }]);
    const after = openSound(counter);
    expect(after.vector()['other.1']?.seq).toBe(1);
    admit(after, second);
    expect(after.vector()['other.1']?.seq).toBe(3);
    await after.close();
  });
});

describe('a rebuild that a crash cut off', () => {
  /** Stops a rebuild of a counter right after the new file was declared ready. */
  async function ready(): Promise<{ counter: Closed; work: string; before: Buffer }> {
    const counter = await closedCounter();
    const before = readFileSync(counterFile(counter.folder));
    const { setAsideIn } = await rebuild(counter);
    const aside = path.join(counter.folder, 'set-aside', setAsideIn);
    const work = path.join(counter.folder, 'rebuild');
    mkdirSync(work);
    renameSync(counterFile(counter.folder), path.join(work, 'counter.db'));
    renameSync(path.join(aside, 'report.json'), path.join(work, 'ready.json'));
    renameSync(path.join(aside, 'counter.db'), counterFile(counter.folder));
    rmSync(path.join(counter.folder, 'set-aside'), { recursive: true });
    return { counter, work, before };
  }

  test('before the new file was ready leaves the old one, and is begun anew', async () => {
    const { counter, work, before } = await ready();
    rmSync(path.join(work, 'ready.json'));
    expect(finishRebuild(counter.folder)).toBeUndefined();
    expect(readFileSync(counterFile(counter.folder)).equals(before)).toBe(true);
    expect(await rebuild(counter)).toMatchObject({ salvaged: 67 });
  });

  test.each([
    ['before anything was moved', () => undefined],
    [
      'after the old file was moved',
      ({ folder }: Closed, aside: string) => renameSync(counterFile(folder), path.join(aside, 'counter.db')),
    ],
    [
      'after the new file took its place',
      ({ folder }: Closed, aside: string) => {
        renameSync(counterFile(folder), path.join(aside, 'counter.db'));
        renameSync(path.join(folder, 'rebuild', 'counter.db'), counterFile(folder));
      },
    ],
  ])('%s is finished at the next start', async (_, crash) => {
    const { counter, work, before } = await ready();
    const { setAsideIn } = JSON.parse(readFileSync(path.join(work, 'ready.json'), 'utf8')) as RebuildReport;
    const aside = path.join(counter.folder, 'set-aside', setAsideIn);
    mkdirSync(aside, { recursive: true });
    crash(counter, aside);
    expect(finishRebuild(counter.folder)).toMatchObject({ salvaged: 67 });
    expect(finishRebuild(counter.folder)).toBeUndefined();
    expect(readFileSync(path.join(aside, 'counter.db')).equals(before)).toBe(true);
    expect(existsSync(work)).toBe(false);
    await openSound(counter).close();
  });
});

test('whose heads rotted into what no head says is rebuilt all the same', async () => {
  const closed = await closedCounter();
  tamper(counterFile(closed.folder), (db) => {
    db.exec(`DROP TABLE log_head; CREATE TABLE log_head (log, seq, hash)`);
    const put = db.prepare('INSERT INTO log_head VALUES (?, ?, ?)');
    put.run(LOG, '67', 'f'.repeat(64));
    put.run('Ạ\u0000', 9_000, 'f'.repeat(64));
    put.run('test1.2', 3.5, 7);
    put.run(LOG, 2 ** 40, 'f'.repeat(64));
  });
  expect(await rebuild(closed)).toMatchObject({ salvaged: 67, missing: [] });
});

test('of which no tree can be entered any more is searched through in bounded time', async () => {
  const closed = await closedCounter();
  const file = counterFile(closed.folder);
  let roots: number[] = [];
  tamper(file, (db) => {
    db.pragma('wal_checkpoint(TRUNCATE)');
    const sql = "SELECT rootpage FROM sqlite_schema WHERE tbl_name IN ('event', 'sequence') AND rootpage > 0";
    roots = db.prepare<[], number>(sql).pluck().all();
  });
  const bytes = readFileSync(file);
  for (const root of roots) bytes.fill(0xa5, (root - 1) * PAGE_BYTES, root * PAGE_BYTES);
  writeFileSync(file, bytes);
  expect(await rebuild(closed, { known: { [LOG]: { seq: 67, hash: '' } } })).toMatchObject({
    salvaged: 67,
    missing: [],
  });
});
