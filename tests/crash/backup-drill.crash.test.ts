import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { ok } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { NumberWatch } from '../../sync/counter-store.ts';
import { enrol } from '../../sync/enrol.ts';
import { startTask } from '../../sync/maintenance.ts';
import { openCounterStore, type OpenCounterStore } from '../../sync/open-counter-store.ts';
import { startReplication } from '../../sync/replication.ts';
import { checkFile } from '../../sync/store/check-file.ts';
import { action, CLOCK, receivedFact, station, temporaryFolder, XUAN_VIEN } from '../support/store.ts';
import { startUpstream, type TestUpstream } from '../support/upstream-server.ts';
import { report } from './proof.ts';

const KEY = Buffer.alloc(32, 7);
const LOG = '08305.01.drill';
const OWNER = { unitCode: '08305', unitName: 'Xã Xuân Viên', station: 1, log: LOG };
const BACKUPS = 5;
const BEFORE = 150;
const AFTER_RESTORE = 30;

type Numbered = { readonly id: DossierId; readonly runningNumber: number };

function watchOver(witnessFolder: string): NumberWatch {
  return {
    machine: { system: 'drill', adapters: ['drill'] },
    witnessFolder,
    mark: () => '00d111',
    opening: () => ({ machine: 'machine', appVersion: '0.0.0', clock: CLOCK }),
  };
}

function openStore(folder: string, isRestored = false): OpenCounterStore {
  const store = openCounterStore({ folder, key: KEY, watch: watchOver(temporaryFolder()), isRestored });
  onTestFinished(() => store.close());
  if (!store.identity()) {
    const who = { unit: XUAN_VIEN, station: station(1), clerkName: 'Hà Thị Lan', log: LOG };
    store.establish(who, { machine: 'machine', appVersion: '0.0.0', clock: CLOCK });
  }
  return store;
}

function receive(store: OpenCounterStore): Numbered {
  const result = store.commit(action(), (work) => {
    const runningNumber = work.take({ of: 'scan-code', year: 2020 });
    const fact = receivedFact(runningNumber, { name: `Người nộp ${runningNumber}` });
    work.append(fact);
    return ok({ id: fact.dossierId, runningNumber });
  });
  if (!result.ok) throw new Error('a sample is never refused');
  return result.value;
}

/** The token a device keeps in its settings, and so in its backups. */
async function tokenFor(store: OpenCounterStore, server: TestUpstream): Promise<string> {
  const log = store.identity()?.log ?? '';
  const device = { unitCode: XUAN_VIEN.code, station: station(1), log, machine: 'drill' };
  const answer = await enrol({ serverUrl: server.url, code: await server.newCode(), ...device });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.token;
}

/** Talks with the server until both hold the same. */
async function sync(store: OpenCounterStore, server: TestUpstream, token: string): Promise<void> {
  const replication = await startReplication({
    store,
    serverUrl: server.url,
    token,
    now: Date.now,
    chance: () => 0.5,
    pollMs: { afterWrite: 20, idle: 50 },
  });
  try {
    await expect.poll(() => replication.state().status, { timeout: 60_000 }).toBe('in-sync');
  } finally {
    await replication.stop();
  }
}

test('backups are made while the counter writes; one is put back elsewhere, and the server gives what came after it', async () => {
  const server = await startUpstream({ unitCode: XUAN_VIEN.code });
  onTestFinished(() => server.end());
  const folder = temporaryFolder();
  const stick = temporaryFolder();
  const store = openStore(folder);
  const acknowledged: Numbered[] = Array.from({ length: BEFORE }, () => receive(store));

  let duringBackups = 0;
  for (let lastOrdinal = 0; lastOrdinal < BACKUPS; lastOrdinal += 1) {
    const certain = store.vector()[LOG]?.seq ?? 0;
    const input = {
      folder,
      key: KEY,
      owner: OWNER,
      now: CLOCK.at + lastOrdinal * 3_600_000,
      lastOrdinal,
      secondPlace: stick,
    };
    let isDone = false;
    const made = startTask({ name: 'backup', input }).done.finally(() => (isDone = true));
    // The clerk goes on: a commit in each turn of the event loop, until the backup is through.
    while (!isDone) {
      acknowledged.push(receive(store));
      duringBackups += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    const { newest, second, trouble } = await made;
    expect({ trouble, second }).toEqual({ second: { state: 'current' } });
    expect(newest?.vector[LOG]?.seq).toBeGreaterThanOrEqual(certain);
  }
  expect(duringBackups).toBeGreaterThan(BACKUPS);
  for (let n = 0; n < 20; n += 1) acknowledged.push(receive(store));
  const token = await tokenFor(store, server);
  await sync(store, server, token);
  await store.close();
  rmSync(folder, { recursive: true });

  const restored = path.join(temporaryFolder(), 'counter');
  mkdirSync(restored);
  const known = { [LOG]: { seq: acknowledged.length + 1, hash: '' } };
  const input = { folder: restored, key: KEY, secondPlace: stick, known, now: CLOCK.at };
  const outcome = await startTask({ name: 'rebuild', input }).done;
  if ('trouble' in outcome) throw new Error(outcome.trouble);
  const { fromBackup, missing } = outcome.report;
  expect(missing).toEqual([{ log: LOG, from: fromBackup + 1, to: acknowledged.length + 1 }]);
  expect(checkFile({ folder: restored, key: KEY }, () => undefined)).toMatchObject({ troubles: [], differing: [] });

  const again = openStore(restored, true);
  expect(again.identity()?.log).not.toBe(LOG);
  const later = Array.from({ length: AFTER_RESTORE }, () => receive(again));
  await sync(again, server, token);
  const all = [...acknowledged, ...later];
  const lost = all.filter(({ id }) => again.findDossier(id)?.intake === undefined).length;
  const duplicate = all.length - new Set(all.map(({ runningNumber }) => runningNumber)).size;
  expect(again.vector()[LOG]?.seq).toBe(acknowledged.length + 1);
  await again.close();
  expect(checkFile({ folder: restored, key: KEY }, () => undefined)).toMatchObject({ troubles: [], differing: [] });
  report(
    'backup-drill',
    `${BACKUPS} backups during ${duringBackups} commits, ${fromBackup} events put back, ${all.length} dossiers after the server`,
    { lost, duplicate },
  );
});
