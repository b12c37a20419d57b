import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ok } from '../../domain/result.ts';
import { Backups, type BackupsParts } from '../../electron/core/backups.ts';
import { openLog } from '../../electron/core/log.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import { CLOCK, openTestStore, receiveSample, temporaryFolder } from '../support/store.ts';
import { counterFile, OTHER_WORDS, rotEvent, tamper } from '../support/rot.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const CRASHING = new URL('crashing-maintenance.ts', import.meta.url);

type Desk = {
  readonly folder: string;
  readonly store: OpenCounterStore;
  readonly backups: Backups;
  /** The clock goes on, and what is due is done. */
  readonly pass: (ms: number) => Promise<void>;
  readonly told: () => number;
};

function openDesk(folder = temporaryFolder(), change: Partial<BackupsParts> = {}): Desk {
  const store = openTestStore({ folder });
  let now = CLOCK.at;
  let told = 0;
  const log = openLog(path.join(folder, 'logs'), () => now);
  const backups = new Backups({ folder, store, now: () => now, log, tell: () => (told += 1), ...change });
  onTestFinished(() => backups.close());
  backups.start();
  const pass = async (ms: number): Promise<void> => {
    now += ms;
    backups.tick();
    await backups.idle();
  };
  return { folder, store, backups, pass, told: () => told };
}

describe('backups are made by themselves', () => {
  test('an hour after the last one, when something was done, and the screen is told', async () => {
    const { backups, store, pass, told } = openDesk();
    expect(backups.summary()).toEqual({ state: 'none-yet' });
    receiveSample(store);
    await pass(MINUTE_MS);
    expect(backups.view()).toMatchObject({
      summary: { state: 'no-second-place', verifiedAt: '2020-04-20T08:01' },
      backups: [{ place: 'this-computer', at: '2020-04-20T08:01', events: 2, dossiers: 1 }],
    });
    expect(told()).toBeGreaterThan(1);
    receiveSample(store);
    await pass(30 * MINUTE_MS);
    expect(backups.view().backups).toHaveLength(1);
    await pass(31 * MINUTE_MS);
    expect(backups.view().backups).toHaveLength(2);
    await pass(HOUR_MS);
    expect(backups.view().backups).toHaveLength(2);
    expect(backups.summary().state).toBe('no-second-place');
  });

  test('soon after a clock that was far ahead is right again', async () => {
    const { backups, store, pass } = openDesk();
    await pass(400 * 24 * HOUR_MS);
    receiveSample(store);
    await pass(-400 * 24 * HOUR_MS);
    expect(backups.view().backups).toHaveLength(2);
  });

  test('at closing, of what was done since the last one', async () => {
    const { folder, backups, store, pass } = openDesk();
    await pass(MINUTE_MS);
    receiveSample(store);
    await backups.close();
    expect(backups.startBackup()).toMatchObject({ ok: false });
    await store.close();
    const again = openDesk(folder);
    await again.backups.idle();
    await expect.poll(() => again.backups.view().backups.map(({ events }) => events)).toEqual([2]);
  });

  test('and are late when none could be made for a day', async () => {
    const { backups, store, pass } = openDesk(temporaryFolder());
    await pass(MINUTE_MS);
    receiveSample(store);
    const before = backups.summary();
    expect(before.state).toBe('no-second-place');
    await backups.close();
    const later = new Backups({
      folder: temporaryFolder(),
      store,
      tell: () => undefined,
      now: () => CLOCK.at + 25 * HOUR_MS,
      log: openLog(temporaryFolder(), () => 0),
    });
    expect(later.summary()).toMatchObject({ state: 'late', verifiedAt: before.verifiedAt });
  });
});

describe('what the clerk starts', () => {
  test('is one at a time', async () => {
    const { backups, store } = openDesk();
    receiveSample(store);
    expect(backups.startBackup()).toEqual(ok(null));
    expect(backups.view().running).toMatchObject({ task: 'backup' });
    expect(backups.startCheck()).toEqual({ ok: false, refusal: { code: 'busy' } });
    await backups.idle();
    expect(backups.view().running).toBeUndefined();
    expect(backups.startCheck()).toEqual(ok(null));
  });

  test('is a trial of a backup that is there, and its report is kept', async () => {
    const { folder, backups, store } = openDesk();
    receiveSample(store);
    backups.startBackup();
    await backups.idle();
    receiveSample(store);
    const [{ id } = { id: '' }] = backups.view().backups;
    expect(backups.startTry('this-computer/../../etc/passwd')).toMatchObject({ refusal: { code: 'no-such-backup' } });
    expect(backups.startTry(id)).toEqual(ok(null));
    await backups.idle();
    const trial = { id, outcome: 'good', events: 2, dossiers: 1, newerHere: 1, missingHere: 0 };
    expect(backups.view().lastTry).toEqual({ ...trial, at: '2020-04-20T08:00' });
    await backups.close();
    await store.close();
    expect(openDesk(folder).backups.view().lastTry).toMatchObject(trial);
  });

  test('is nothing at all in a trial of the program', () => {
    const { backups } = openDesk(temporaryFolder(), { isTrial: true });
    expect(backups.startBackup()).toEqual({ ok: false, refusal: { code: 'not-in-trial' } });
    backups.tick();
    expect(backups.view().running).toBeUndefined();
  });
});

describe('the check of everything', () => {
  test('comes once a day, names what rotted, and puts right what the caches have wrong', async () => {
    const folder = temporaryFolder();
    const before = openTestStore({ folder });
    const [first, second, third] = [receiveSample(before), receiveSample(before), receiveSample(before)];
    await before.close();
    rotEvent(counterFile(folder), { log: 'test1.1', seq: 2 }, OTHER_WORDS);
    tamper(counterFile(folder), (db) => db.exec(`UPDATE dossier SET status = 'handed-over' WHERE id = '${third}'`));
    const { backups, store, pass } = openDesk(folder);
    await pass(MINUTE_MS);
    await pass(MINUTE_MS);
    expect(backups.integrity()).toEqual({ checkedAt: '2020-04-20T08:02', setAside: 1 });
    expect(backups.view().lastCheck).toEqual({
      at: '2020-04-20T08:02',
      events: 4,
      setAside: [{ log: 'test1.1', seq: 2, why: 'hash-differs', dossierId: first }],
      dossiersMended: 1,
    });
    expect(store.findDossier(second)?.status).toBe('received');
    expect(store.findDossier(third)?.status).toBe('received');
    expect(backups.view().backups).toHaveLength(1);
    const checkedAt = backups.integrity().checkedAt;
    await pass(2 * HOUR_MS);
    expect(backups.integrity().checkedAt).toBe(checkedAt);
  });

  test('is made when a backup finds rot in the file, and the backup after it', async () => {
    const { folder, backups, store } = openDesk();
    for (let n = 0; n < 3; n += 1) receiveSample(store);
    // While it is open: the pages that are read next come from the disk.
    store.database.db.pragma('wal_checkpoint(TRUNCATE)');
    rotEvent(counterFile(folder), { log: 'test1.1', seq: 3 }, OTHER_WORDS);
    backups.startBackup();
    await backups.idle();
    expect(backups.view()).toMatchObject({
      summary: { state: 'no-second-place' },
      backups: [{ events: 4 }],
      lastCheck: { setAside: [{ seq: 3, why: 'hash-differs' }] },
    });
    expect(backups.integrity().setAside).toBe(1);
  });
});

describe('the second place', () => {
  test('gets its copy at once, is missed when it is gone, and gets the next copy when it is back', async () => {
    const stick = path.join(temporaryFolder(), 'stick');
    mkdirSync(stick);
    const { backups, store, pass } = openDesk();
    receiveSample(store);
    backups.setSecondPlace(stick);
    await backups.idle();
    expect(backups.view()).toMatchObject({
      summary: { state: 'good' },
      backups: [{ place: 'this-computer' }, { place: 'second-place' }],
      secondPlace: { folder: stick, isThere: true, copiedAt: '2020-04-20T08:00' },
    });
    rmSync(stick, { recursive: true });
    await pass(HOUR_MS);
    expect(backups.summary().state).toBe('second-place-missing');
    expect(backups.view().secondPlace).toMatchObject({ isThere: false, copiedAt: '2020-04-20T08:00' });
    await pass(MINUTE_MS);
    mkdirSync(stick);
    await pass(MINUTE_MS);
    await expect.poll(() => backups.summary().state).toBe('good');
    await backups.idle();
    expect(readdirSync(path.join(stick, 'quay-mot-cua'))).toHaveLength(2);
    backups.setSecondPlace(undefined);
    expect(backups.view().secondPlace).toBeUndefined();
    expect(backups.summary().state).toBe('no-second-place');
  });
});

describe('a thread that dies', () => {
  test('is a backup that failed, which is tried again soon, and nothing else', async () => {
    const { backups, store, pass } = openDesk(temporaryFolder(), { workerFile: CRASHING });
    receiveSample(store);
    await pass(MINUTE_MS);
    expect(backups.summary()).toEqual({ state: 'failed', trouble: 'failed' });
    expect(receiveSample(store)).toBeDefined();
    await pass(5 * MINUTE_MS);
    expect(backups.view().running).toBeUndefined();
    expect(backups.startCheck()).toEqual(ok(null));
    await backups.idle();
    expect(backups.integrity().checkedAt).toBeUndefined();
  });

  test('at a trial makes the copy one that cannot be read', async () => {
    const folder = temporaryFolder();
    const { backups, store } = openDesk(folder);
    backups.startBackup();
    await backups.idle();
    await backups.close();
    await store.close();
    const crashing = openDesk(folder, { workerFile: CRASHING }).backups;
    await expect.poll(() => crashing.view().backups.length).toBe(1);
    const [{ id } = { id: '' }] = crashing.view().backups;
    expect(crashing.startTry(id)).toEqual(ok(null));
    await crashing.idle();
    expect(crashing.view().lastTry).toMatchObject({ id, outcome: 'unreadable' });
  });

  test('ends at closing, with whatever it had half made', async () => {
    const folder = temporaryFolder();
    const { backups, store } = openDesk(folder, { workerFile: new URL('sleeping-maintenance.ts', import.meta.url) });
    receiveSample(store);
    backups.startBackup();
    const started = performance.now();
    await backups.close();
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(backups.summary().state).toBe('none-yet');
  });
});
