import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ok } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import { createKey, newRecoveryCode } from '../../electron/core/key-file.ts';
import { compareProjectionsIn, mendProjectionsIn } from '../../sync/rebuild-projections.ts';
import { NO_KEY_STORE } from '../support/keys.ts';
import { action, handedOverFact, openTestStore, receiveSample, temporaryFolder } from '../support/store.ts';
import { counterFile, tamper } from '../support/rot.ts';

const projectRoot = path.join(import.meta.dirname, '../..');
const quietly = (): void => undefined;

/** Closed; 40 dossiers, every fourth handed over. */
async function closedCounter(
  folder = temporaryFolder(),
  key?: Uint8Array,
): Promise<{ folder: string; ids: readonly DossierId[] }> {
  const store = openTestStore({ folder, ...(key ? { key } : {}) });
  const ids = Array.from({ length: 40 }, (_, i) =>
    receiveSample(store, { name: `Hoàng Thị Thứ ${i}`, phone: `09${i + 10_000_000}` }),
  );
  for (const id of ids.filter((_, i) => i % 4 === 0)) {
    store.commit(action(), (work) => {
      work.append(handedOverFact(id));
      return ok({});
    });
  }
  await store.close();
  return { folder, ids };
}

describe('the tables compared with what the events say', () => {
  test('are equal, however often they were written', async () => {
    const { folder } = await closedCounter();
    expect(compareProjectionsIn({ folder }, quietly)).toEqual({
      events: 50,
      dossiers: 40,
      differing: [],
      strayNames: [],
    });
  });

  test.each([
    ['a state', (id: string) => `UPDATE dossier SET status = 'handed-over' WHERE id = '${id}'`],
    ['a date', (id: string) => `UPDATE dossier SET appointment_at = '2021-01-01T08:00' WHERE id = '${id}'`],
    [
      'the whole of it',
      (id: string) => `UPDATE dossier SET state = json_set(state, '$.intake.sets', 9) WHERE id = '${id}'`,
    ],
    ['a flag', (id: string) => `UPDATE dossier SET has_anomaly = 1 WHERE id = '${id}'`],
    ['a row that is gone', (id: string) => `DELETE FROM dossier WHERE id = '${id}'`],
    [
      'a name that is not found',
      (id: string) => `DELETE FROM dossier_name WHERE rowid = (SELECT row FROM dossier WHERE id = '${id}')`,
    ],
    [
      'another name that is',
      (id: string) => `DELETE FROM dossier_name WHERE rowid = (SELECT row FROM dossier WHERE id = '${id}');
        INSERT INTO dossier_name (rowid, name) SELECT row, 'hoang thu thi 7' FROM dossier WHERE id = '${id}'`,
    ],
  ])('differ by %s, are named, and are right again after the repair', async (_, sql) => {
    const { folder, ids } = await closedCounter();
    const [, id = ''] = ids;
    tamper(counterFile(folder), (db) => db.exec(sql(id)));
    const report = compareProjectionsIn({ folder }, quietly);
    expect(report.differing).toEqual([id]);
    await mendProjectionsIn({ folder }, report, quietly);
    expect(compareProjectionsIn({ folder }, quietly)).toMatchObject({ differing: [], strayNames: [] });
    const store = openTestStore({ folder });
    expect(store.searchDossiers('hoang thi thu 1', 50).rows.map((row) => row.id)).toContain(id);
    expect(
      store.listDossiers({
        view: 'waiting',
        now: '2020-04-20T08:00' as never,
        lastDaySoon: '2020-04-22' as never,
        limit: 1,
      }).total,
    ).toBe(30);
  });

  test('differ by a dossier that no event speaks of, and by a name of nobody', async () => {
    const { folder } = await closedCounter();
    tamper(counterFile(folder), (db) => {
      db.exec(`INSERT INTO dossier (id, status, open, number_tail, phone_tail, id_tail, old_number, old_scan, has_anomaly, state)
        SELECT '99999992099999', status, open, number_tail, phone_tail, id_tail, '', '', has_anomaly, state
        FROM dossier LIMIT 1`);
      db.exec(`INSERT INTO dossier_name (rowid, name) VALUES (777, 'ma')`);
    });
    const report = compareProjectionsIn({ folder }, quietly);
    expect(report).toMatchObject({ differing: ['99999992099999'], strayNames: [777] });
    await mendProjectionsIn({ folder }, report, quietly);
    expect(compareProjectionsIn({ folder }, quietly)).toMatchObject({ dossiers: 40, differing: [], strayNames: [] });
  });

  test('of an empty cache are every dossier, and the cache is built anew', async () => {
    const { folder, ids } = await closedCounter();
    tamper(counterFile(folder), (db) =>
      db.exec(`DELETE FROM dossier; INSERT INTO dossier_name (dossier_name) VALUES ('delete-all')`),
    );
    const report = compareProjectionsIn({ folder }, quietly);
    expect(report.differing).toEqual([...ids].toSorted());
    await mendProjectionsIn({ folder }, report, quietly);
    expect(compareProjectionsIn({ folder }, quietly)).toMatchObject({ dossiers: 40, differing: [], strayNames: [] });
  });

  test('cannot be repaired while the counter is open, but compared', async () => {
    const { folder } = await closedCounter();
    openTestStore({ folder });
    const report = compareProjectionsIn({ folder }, quietly);
    expect(report.differing).toEqual([]);
    await expect(mendProjectionsIn({ folder }, report, quietly)).rejects.toMatchObject({ code: 'in-use' });
  });
});

function rebuild(
  data: string,
  { more = [], env = {} }: { readonly more?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): { readonly status: number | null; readonly printed: string } {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/rebuild.ts', '--data', data, ...more], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, printed: stdout };
}

test('npm run rebuild ends with 1 on a difference, names it, and with 0 once it was repaired', async () => {
  const data = temporaryFolder();
  mkdirSync(path.join(data, 'counter'));
  const { folder, ids } = await closedCounter(path.join(data, 'counter'));
  expect(rebuild(data)).toMatchObject({ status: 0 });
  tamper(counterFile(folder), (db) => db.exec(`UPDATE dossier SET status = 'handed-over' WHERE id = '${ids[1]}'`));
  const found = rebuild(data);
  expect(found.status).toBe(1);
  expect(found.printed).toContain('1 differ');
  expect(found.printed).toContain(ids[1]);
  expect(rebuild(data, { more: ['--repair'] }).status).toBe(0);
  expect(rebuild(data).status).toBe(0);
  expect(rebuild(temporaryFolder()).status).toBe(2);
});

test('npm run rebuild opens an encrypted file by what a person knows, and says what it needs', async () => {
  const data = temporaryFolder();
  const place = { folder: path.join(data, 'counter'), guardFolder: `${data}-witness` };
  onTestFinished(() => rmSync(place.guardFolder, { recursive: true, force: true }));
  const passphrase = 'một cửa mở ra nhiều lối';
  const key = await createKey({ place, shell: NO_KEY_STORE, protection: { kind: 'passphrase', passphrase } });
  if (!key.ok) throw new Error(key.refusal.code);
  const code = await newRecoveryCode(place, key.value);
  const { folder, ids } = await closedCounter(place.folder, key.value);
  tamper(counterFile(folder), (db) => db.exec(`DELETE FROM dossier WHERE id = '${ids[1]}'`), key.value);

  expect(rebuild(data)).toMatchObject({ status: 2, printed: expect.stringContaining('COUNTER_PASSPHRASE') });
  const wrong = rebuild(data, { env: { COUNTER_PASSPHRASE: 'một cửa mở ra ít lối' } });
  expect(wrong).toMatchObject({ status: 2, printed: expect.stringContaining('wrong-key') });
  expect(rebuild(data, { env: { COUNTER_PASSPHRASE: passphrase } }).printed).toContain('1 differ');
  // The key file beside the database is gone: the other copy is asked.
  rmSync(path.join(folder, 'counter.key'));
  expect(rebuild(data, { more: ['--repair'], env: { COUNTER_RECOVERY_CODE: code } }).status).toBe(0);
  expect(rebuild(data, { env: { COUNTER_PASSPHRASE: passphrase } }).status).toBe(0);
});
