import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { StoredEvent } from '../../domain/dossier-event.ts';
import { ok } from '../../domain/result.ts';
import { applicant } from '../../scripts/bench/people.ts';
import { finishRebuild } from '../../sync/maintenance.ts';
import { openCounterStore } from '../../sync/open-counter-store.ts';
import { checkFile } from '../../sync/store/check-file.ts';
import { makeBackup } from '../../sync/store/make-backup.ts';
import { rebuildFile } from '../../sync/store/rebuild-file.ts';
import { openReadOnly } from '../../sync/store/sqlite.ts';
import { action, CLOCK, handedOverFact, receiveSample, station, temporaryFolder, XUAN_VIEN } from '../support/store.ts';
import { counterFile } from '../support/rot.ts';
import { chanceOf, report, runsOf } from './proof.ts';

const KEY = Buffer.alloc(32, 7);
const LOG = '08305.01.salvage';
const OWNER = { unitCode: '08305', unitName: 'Xã Xuân Viên', station: 1, log: LOG };
const PAGE_BYTES = 4_096;
const RUNS = runsOf(200);
const KILLS = runsOf(100);
const quietly = (): void => undefined;

type Original = {
  readonly folder: string;
  readonly key: Buffer | undefined;
  readonly events: ReadonlyMap<string, string>;
};

/** 150 dossiers; after 90 of them, a backup in its folder. */
async function original(chance: () => number, key?: Buffer): Promise<Original> {
  const folder = temporaryFolder();
  const store = openCounterStore({ folder, ...(key ? { key } : {}) });
  const who = { unit: XUAN_VIEN, station: station(1), clerkName: 'Hà Thị Lan', log: LOG };
  store.establish(who, { machine: 'machine', appVersion: '0.0.0', clock: CLOCK });
  for (let n = 0; n < 150; n += 1) {
    const id = receiveSample(store, { name: applicant(chance).name });
    if (n === 90) await makeBackup({ folder, key, owner: OWNER, now: CLOCK.at, lastOrdinal: 0 }, quietly);
    if (chance() < 0.3) {
      store.commit(action(), (work) => {
        work.append(handedOverFact(id));
        return ok({});
      });
    }
  }
  await store.close();
  return { folder, key, events: eventsIn(folder, key) };
}

function eventsIn(folder: string, key: Buffer | undefined): ReadonlyMap<string, string> {
  const db = openReadOnly(counterFile(folder), key);
  try {
    const docs = db.prepare<[], { id: string; doc: string }>('SELECT id, doc FROM event').all();
    return new Map(docs.map(({ id, doc }) => [id, (JSON.parse(doc) as { event: StoredEvent }).event.hash]));
  } finally {
    db.close();
  }
}

const DAMAGES = {
  'cut off': (bytes: Buffer, chance) => bytes.subarray(0, Math.floor(chance() * bytes.length)),
  'zeroed pages': (bytes: Buffer, chance) => {
    const pages = 1 + Math.floor(chance() * 12);
    for (let n = 0; n < pages; n += 1) {
      const at = Math.floor((chance() * bytes.length) / PAGE_BYTES) * PAGE_BYTES;
      bytes.fill(0, at, at + PAGE_BYTES);
    }
    return bytes;
  },
  'rotten bytes': (bytes: Buffer, chance) => {
    for (let n = 0; n < 60; n += 1) bytes[Math.floor(chance() * bytes.length)] = Math.floor(chance() * 256);
    return bytes;
  },
  'no header': (bytes: Buffer, chance) => bytes.fill(0xff, 0, Math.floor(chance() * PAGE_BYTES)),
  'swapped pages': (bytes: Buffer, chance) => {
    const at = () => Math.floor((chance() * bytes.length) / PAGE_BYTES) * PAGE_BYTES;
    const [a, b] = [at(), at()];
    const page = Buffer.from(bytes.subarray(a, a + PAGE_BYTES));
    bytes.copy(bytes, a, b, b + PAGE_BYTES);
    page.copy(bytes, b);
    return bytes;
  },
} as const satisfies Record<string, (bytes: Buffer, chance: () => number) => Buffer>;

type Damage = { readonly damaged: Buffer; readonly hasBackup: boolean };
type Sum = { held: number; missing: number; lost: number; duplicate: number };

/** Damages a copy of the original and rebuilds it; adds up what is held, named as missing, and neither of both. */
async function damageAndRebuild(from: Original, { damaged, hasBackup }: Damage, sum: Sum): Promise<void> {
  const folder = temporaryFolder();
  if (hasBackup) cpSync(path.join(from.folder, 'backups'), path.join(folder, 'backups'), { recursive: true });
  writeFileSync(counterFile(folder), damaged);
  const known = { [LOG]: { seq: from.events.size, hash: '' } };
  const outcome = await rebuildFile({ folder, key: from.key, known, now: CLOCK.at }, quietly);
  if ('trouble' in outcome) {
    // Of a file that was cut off before its first event there is nothing, and nothing was touched.
    expect(hasBackup).toBe(false);
    expect(readFileSync(counterFile(folder)).equals(damaged)).toBe(true);
    sum.missing += from.events.size;
    return;
  }
  const held = eventsIn(folder, from.key);
  const named = new Set<string>();
  for (const { log, from: first, to } of outcome.report.missing) {
    for (let seq = first; seq <= to; seq += 1) named.add(`${log}:${seq}`);
  }
  for (const [id, hash] of from.events) if (held.get(id) !== hash && !named.has(id)) sum.lost += 1;
  for (const [id, hash] of held) if (from.events.get(id) !== hash || named.has(id)) sum.duplicate += 1;
  if (hasBackup) expect(outcome.report.fromBackup).toBeGreaterThan(90);
  expect(checkFile({ folder, key: from.key }, quietly)).toMatchObject({ troubles: [], differing: [], strayNames: [] });
  sum.held += held.size;
  sum.missing += named.size;
  rmSync(folder, { recursive: true });
}

test('whatever happens to a file, its events are there again or are named as missing, one by one', async () => {
  const chance = chanceOf('salvage');
  const originals = [await original(chance), await original(chance, KEY)];
  const sum: Sum = { held: 0, missing: 0, lost: 0, duplicate: 0 };
  const kinds = Object.values(DAMAGES);
  for (let run = 0; run < RUNS; run += 1) {
    const from = originals[run % 2];
    const damage = kinds[run % kinds.length];
    if (!from || !damage) throw new Error('there are two, and five');
    const damaged = Buffer.from(damage(readFileSync(counterFile(from.folder)), chance));
    await damageAndRebuild(from, { damaged, hasBackup: chance() < 0.5 }, sum);
  }
  const { held, missing, lost, duplicate } = sum;
  report('salvage', `${RUNS} files damaged, ${held} events there again, ${missing} named as missing`, {
    lost,
    duplicate,
  });
  expect(held).toBeGreaterThan(missing);
});

test('a rebuild that is killed at any moment leaves the old file or a new one, and both hold everything', async () => {
  const chance = chanceOf('rebuild-kill');
  const { folder: from, events } = await original(chance);
  let lost = 0;
  let finished = 0;
  for (let run = 0; run < KILLS; run += 1) {
    const folder = temporaryFolder();
    copyFileSync(counterFile(from), counterFile(folder));
    const child = fork(path.join(import.meta.dirname, 'rebuild-child.ts'), [folder], { stdio: 'ignore' });
    await once(child, 'message');
    const timer = setTimeout(() => child.kill('SIGKILL'), chance() * 150);
    await once(child, 'exit');
    clearTimeout(timer);
    finishRebuild(folder);
    const held = eventsIn(folder, undefined);
    for (const [id, hash] of events) if (held.get(id) !== hash) lost += 1;
    const aside = path.join(folder, 'set-aside');
    if (existsSync(aside)) {
      finished += 1;
      const [name = ''] = readdirSync(aside);
      const before = new Database(path.join(aside, name, 'counter.db'), { readonly: true });
      expect(before.prepare('SELECT count(*) FROM event').pluck().get()).toBe(events.size);
      before.close();
    }
    await openCounterStore({ folder }).close();
    rmSync(folder, { recursive: true });
  }
  report('rebuild-kill', `${KILLS} rebuilds killed, ${finished} of them finished`, { lost, duplicate: 0 });
});
