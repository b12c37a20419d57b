import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCounterStore } from '../../sync/open-counter-store.ts';
import { type StoredBackup, surveyBackups } from '../../sync/maintenance.ts';
import { parseManifest } from '../../sync/store/backup-manifest.ts';
import { examineCopy, sha256OfFile } from '../../sync/store/examine-copy.ts';
import { type BackupOutcome, type BackupTask, makeBackup } from '../../sync/store/make-backup.ts';
import { type TrialOutcome, tryBackup } from '../../sync/store/try-backup.ts';
import { CLOCK, receiveSample, station, temporaryFolder, XUAN_VIEN } from '../support/store.ts';
import { counterFile, OTHER_WORDS, rotEvent } from '../support/rot.ts';

const KEY = Buffer.alloc(32, 7);
const OTHER_KEY = Buffer.alloc(32, 8);
const OWNER = { unitCode: '08305', unitName: 'Xã Xuân Viên', station: 1, log: 'test1.1' };
const HOUR_MS = 3_600_000;
const quietly = (): void => undefined;

type Counter = {
  readonly folder: string;
  readonly backUp: (change?: Partial<BackupTask>) => Promise<BackupOutcome>;
  readonly receive: (count: number, name?: string) => void;
  readonly close: () => Promise<void>;
};

let hours = 0;

function openCounter({ folder = temporaryFolder(), key }: { folder?: string; key?: Buffer } = {}): Counter {
  const store = openCounterStore({ folder, ...(key ? { key } : {}) });
  if (!store.identity()) {
    const who = { unit: XUAN_VIEN, station: station(1), clerkName: 'Hà Thị Lan', log: OWNER.log };
    store.establish(who, { machine: 'machine', appVersion: '0.0.0', clock: CLOCK });
  }
  return {
    folder,
    backUp: (change = {}) => {
      hours += 1;
      const now = CLOCK.at + hours * HOUR_MS;
      return makeBackup({ folder, key, owner: OWNER, now, lastOrdinal: 0, ...change }, quietly);
    },
    receive: (count, name = 'Nguyễn Thị Đào') => {
      for (let n = 0; n < count; n += 1) receiveSample(store, { name });
    },
    close: () => store.close(),
  };
}

function backupsIn(folder: string): readonly string[] {
  return existsSync(path.join(folder, 'backups')) ? readdirSync(path.join(folder, 'backups')).toSorted() : [];
}

async function only(folder: string, secondPlace?: string): Promise<StoredBackup> {
  const { first, second } = await surveyBackups({ folder, secondPlace });
  const [backup] = secondPlace === undefined ? first : (second ?? []);
  if (!backup) throw new Error('there is no backup');
  return backup;
}

function tryOut(counter: Counter, { file, manifest }: StoredBackup, key?: Buffer): TrialOutcome {
  return tryBackup({ folder: counter.folder, key, file, sha256: manifest.sha256, events: manifest.events }, quietly);
}

describe.each([
  ['plain', undefined],
  ['encrypted', KEY],
])('a backup of a file that is %s', (_, key) => {
  test('is a whole counter with a manifest that says what is in it', async () => {
    const counter = openCounter(key ? { key } : {});
    counter.receive(5);
    writeFileSync(path.join(counter.folder, 'counter.key'), '{"as":"it stands"}\n');
    const { newest, isNew } = await counter.backUp();
    expect(isNew).toBe(true);
    const { file, manifest } = await only(counter.folder);
    expect(manifest).toEqual(newest);
    expect(manifest).toMatchObject({ ...OWNER, events: 6, dossiers: 5, setAside: 0, ordinal: 1 });
    expect(manifest).toMatchObject({ isEncrypted: key !== undefined, keyFile: '{"as":"it stands"}\n' });
    expect(manifest.sha256).toBe(sha256OfFile(file));
    expect(examineCopy(file, { key })).toMatchObject({ outcome: 'good', events: 6, vector: manifest.vector });
    expect(backupsIn(counter.folder)).toHaveLength(2);
  });

  test('is tried out and compared with what is held now', async () => {
    const counter = openCounter(key ? { key } : {});
    counter.receive(3);
    await counter.backUp();
    counter.receive(2);
    const backup = await only(counter.folder);
    const held = { events: 4, dossiers: 3, newerHere: 2, missingHere: 0 };
    expect(tryOut(counter, backup, key)).toEqual({ outcome: 'good', ...held });
  });
});

describe('a backup', () => {
  test('is not made again while nothing was done at the counter', async () => {
    const counter = openCounter();
    counter.receive(1);
    await counter.backUp();
    expect(await counter.backUp()).toMatchObject({ isNew: false, newest: { ordinal: 1 } });
    counter.receive(1);
    expect(await counter.backUp()).toMatchObject({ isNew: true, newest: { ordinal: 2 } });
    expect(backupsIn(counter.folder)).toHaveLength(4);
  });

  test('of an encrypted file is unreadable without its key and with another one', async () => {
    const counter = openCounter({ key: KEY });
    counter.receive(3);
    await counter.backUp();
    const backup = await only(counter.folder);
    expect(tryOut(counter, backup, OTHER_KEY).outcome).toBe('unreadable');
    expect(tryOut(counter, backup).outcome).toBe('unreadable');
    expect(readFileSync(backup.file).includes('Nguyễn')).toBe(false);
  });

  test('cannot be made with the wrong key, and leaves nothing behind', async () => {
    const counter = openCounter({ key: KEY });
    counter.receive(1);
    expect(await counter.backUp({ key: OTHER_KEY })).toMatchObject({ isNew: false, trouble: 'damaged' });
    expect(backupsIn(counter.folder)).toEqual([]);
  });

  test('that rotted is found by its trial, and one that was taken away too', async () => {
    const counter = openCounter();
    counter.receive(3);
    await counter.backUp();
    const backup = await only(counter.folder);
    rotEvent(backup.file, { log: OWNER.log, seq: 2 }, OTHER_WORDS);
    expect(tryOut(counter, backup).outcome).toBe('damaged');
    writeFileSync(backup.file, 'x'.repeat(backup.manifest.bytes));
    expect(tryOut(counter, backup).outcome).toBe('unreadable');
    rmSync(backup.file);
    expect(tryOut(counter, backup).outcome).toBe('gone');
  });

  test('knows what would come back with it: events that are held no more', async () => {
    const counter = openCounter();
    counter.receive(3);
    await counter.backUp();
    const backup = await only(counter.folder);
    const younger = openCounter();
    younger.receive(1);
    expect(tryOut(younger, backup)).toMatchObject({ events: 4, newerHere: 0, missingHere: 2 });
    const otherWay = openCounter();
    otherWay.receive(4, 'Ai đó');
    expect(tryOut(otherWay, backup)).toMatchObject({ events: 4, newerHere: 5, missingHere: 4 });
    const empty = temporaryFolder();
    await openCounterStore({ folder: empty }).close();
    expect(tryOut({ ...younger, folder: empty }, backup)).toMatchObject({ newerHere: 0, missingHere: 4 });
  });

  test('is not made of a file whose events rotted and were not named yet: the newest sound one stays the newest', async () => {
    const counter = openCounter();
    counter.receive(3);
    await counter.backUp();
    await counter.close();
    rotEvent(counterFile(counter.folder), { log: OWNER.log, seq: 3 }, OTHER_WORDS);
    const again = openCounter({ folder: counter.folder });
    again.receive(1);
    const outcome = await again.backUp();
    expect(outcome).toMatchObject({ isNew: false, trouble: 'damaged', newest: { ordinal: 1 } });
    expect(outcome.troubles).toMatchObject([{ seq: 3, code: 'hash-differs' }]);
    expect(backupsIn(counter.folder)).toHaveLength(2);
  });

  test('whose disk has no room for it is not begun', async () => {
    const counter = openCounter();
    counter.receive(1);
    expect(await counter.backUp({ diskBytes: 0 })).toMatchObject({ isNew: false, trouble: 'disk-full' });
    expect(backupsIn(counter.folder)).toEqual([]);
  });

  test('takes the room of the oldest ones on a disk that is full, and ends none where that would not be enough', async () => {
    const counter = openCounter();
    const secondPlace = temporaryFolder();
    for (let n = 0; n < 5; n += 1) {
      counter.receive(1);
      await counter.backUp({ secondPlace });
    }
    const ordinals = async (): Promise<unknown> => {
      const { first, second = [] } = await surveyBackups({ folder: counter.folder, secondPlace });
      return [first, second].map((place) => place.map(({ manifest }) => manifest.ordinal));
    };
    const { manifest } = await only(counter.folder);
    counter.receive(1);
    const outcome = await counter.backUp({ secondPlace, diskBytes: 6 * manifest.bytes });
    expect(outcome).toMatchObject({ isNew: true, newest: { ordinal: 6 }, second: { state: 'current' } });
    // What still stands in the write-ahead log counts too before it is known how much the copy takes.
    const [first = [], second = []] = (await ordinals()) as number[][];
    expect(first.slice(0, 3)).toEqual([6, 5, 4]);
    expect(first.length).toBeLessThan(6);
    expect(second.slice(0, 3)).toEqual([6, 5, 4]);
    const before = await ordinals();
    counter.receive(1);
    expect(await counter.backUp({ secondPlace, diskBytes: manifest.bytes })).toMatchObject({ trouble: 'disk-full' });
    expect(await ordinals()).toEqual(before);
  });

  test('half made by a crash is swept by the next one, which takes its place', async () => {
    const counter = openCounter();
    counter.receive(1);
    await counter.backUp();
    const [name = ''] = backupsIn(counter.folder);
    const folder = path.join(counter.folder, 'backups');
    for (const ending of ['.db.part', '.json.part', '.db.part-journal', '.json']) {
      writeFileSync(path.join(folder, name.replace(/000001-\d+.db/, `000002-202004200900${ending}`)), 'half');
    }
    counter.receive(1);
    await counter.backUp();
    expect(backupsIn(counter.folder).filter((file) => file.includes('000002'))).toHaveLength(2);
    expect(backupsIn(counter.folder)).toHaveLength(4);
  });

  test('is rotated: of forty in one hour the newest stays, and what others put there stays too', async () => {
    const counter = openCounter();
    const folder = path.join(counter.folder, 'backups');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'holiday.jpg'), 'mine');
    for (let n = 0; n < 6; n += 1) {
      counter.receive(1);
      await counter.backUp({ now: CLOCK.at });
    }
    expect(backupsIn(counter.folder)).toHaveLength(3);
    expect((await only(counter.folder)).manifest.ordinal).toBe(6);
  });
});

describe('the second place', () => {
  test('gets the same copy, byte for byte, with its manifest', async () => {
    const counter = openCounter({ key: KEY });
    const secondPlace = temporaryFolder();
    counter.receive(2);
    expect((await counter.backUp({ secondPlace })).second).toEqual({ state: 'current' });
    const [here, there] = [await only(counter.folder), await only(counter.folder, secondPlace)];
    expect(there.manifest).toEqual(here.manifest);
    expect(readFileSync(there.file).equals(readFileSync(here.file))).toBe(true);
  });

  test('that is missing is a state; it is not made, and gets its copy when it is there', async () => {
    const counter = openCounter();
    const secondPlace = path.join(temporaryFolder(), 'stick');
    counter.receive(1);
    expect(await counter.backUp({ secondPlace })).toMatchObject({ isNew: true, second: { state: 'missing' } });
    expect(existsSync(secondPlace)).toBe(false);
    mkdirSync(secondPlace);
    expect(await counter.backUp({ secondPlace })).toMatchObject({ isNew: false, second: { state: 'current' } });
    expect((await only(counter.folder, secondPlace)).manifest.ordinal).toBe(1);
  });

  test('that cannot be written is a state, and the first place has its backup all the same', async () => {
    const counter = openCounter();
    const secondPlace = temporaryFolder();
    writeFileSync(path.join(secondPlace, 'quay-mot-cua'), 'a file where the folder should be');
    counter.receive(1);
    const outcome = await counter.backUp({ secondPlace });
    expect(outcome).toMatchObject({ isNew: true, second: { state: 'failed', trouble: 'failed' } });
    expect(outcome.trouble).toBeUndefined();
    expect(readdirSync(secondPlace)).toEqual(['quay-mot-cua']);
  });

  test('keeps the backups of two counters apart', async () => {
    const secondPlace = temporaryFolder();
    const [one, two] = [openCounter(), openCounter()];
    one.receive(1);
    two.receive(2);
    await one.backUp({ secondPlace, now: CLOCK.at });
    await two.backUp({ secondPlace, owner: { ...OWNER, station: 2 }, now: CLOCK.at });
    one.receive(1);
    await one.backUp({ secondPlace, now: CLOCK.at });
    const ofOne = await surveyBackups({ folder: one.folder, secondPlace, owner: OWNER });
    const ofAll = await surveyBackups({ folder: temporaryFolder(), secondPlace });
    expect(ofOne.second?.map(({ manifest }) => manifest.ordinal)).toEqual([2]);
    expect(ofAll.second).toHaveLength(2);
  });

  test('that outlived the first one is numbered on', async () => {
    const counter = openCounter();
    const secondPlace = temporaryFolder();
    for (let n = 0; n < 3; n += 1) {
      counter.receive(1);
      await counter.backUp({ secondPlace });
    }
    rmSync(path.join(counter.folder, 'backups'), { recursive: true });
    counter.receive(1);
    expect((await counter.backUp({ secondPlace })).newest?.ordinal).toBe(4);
  });
});

test('a manifest is not believed when a word of it is another', async () => {
  const counter = openCounter();
  counter.receive(1);
  await counter.backUp();
  const { file, manifest } = await only(counter.folder);
  const text = readFileSync(file.replace(/db$/, 'json'), 'utf8');
  expect(parseManifest(text)).toEqual(manifest);
  for (const [from, to] of [
    ['"format": 1', '"format": 2'],
    ['"events"', '"evnts"'],
    ['{', '['],
  ] as const) {
    expect(parseManifest(text.replace(from, to))).toBeUndefined();
  }
});
