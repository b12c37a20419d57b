import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { EventBody, StoredEvent } from '../../domain/dossier-event.ts';
import { ok } from '../../domain/result.ts';
import { personName } from '../../scripts/bench/people.ts';
import { type CounterDatabase, documentOf, openCounterDatabase } from '../../sync/store/counter-database.ts';
import { CLOCK, foreignEvent, handedOverFact, receivedFact, temporaryFolder } from '../support/store.ts';
import { tamper } from '../support/rot.ts';
import { chanceOf, report } from './proof.ts';

/** `REBUILD_EVENTS=500000` shows it on as many. */
const EVENTS = Number(process.env['REBUILD_EVENTS'] ?? 20_000);
const EVENTS_AT_ONCE = 1_000;
const RUNNING_NUMBERS = 99_999;
/** Of JavaScript's memory, however many events there are. */
const LARGEST_HEAP_MB = 160;

const projectRoot = path.join(import.meta.dirname, '../..');

/** One station's log after the other, each dossier received and handed over. */
function* bodies(chance: () => number): Generator<Partial<EventBody>> {
  for (let n = 0; ; n += 1) {
    const sample = { name: personName(chance), station: 1 + Math.floor(n / RUNNING_NUMBERS) };
    const received = receivedFact(1 + (n % RUNNING_NUMBERS), sample);
    for (const { kind, dossierId, payload } of [received, handedOverFact(received.dossierId)]) {
      yield { kind, dossierId, payload: JSON.parse(JSON.stringify(payload)), at: CLOCK.at };
    }
  }
}

function fill(database: CounterDatabase, chance: () => number): void {
  const source = bodies(chance);
  let last: StoredEvent | undefined;
  for (let filled = 0; filled < EVENTS; filled += EVENTS_AT_ONCE) {
    database.transactions.run(() => {
      for (let n = 0; n < Math.min(EVENTS_AT_ONCE, EVENTS - filled); n += 1) {
        last = foreignEvent('many.1', source.next().value ?? {}, last);
        database.admit(documentOf(last, 'many'));
      }
      return ok(null);
    });
  }
}

function rebuild(data: string, ...more: readonly string[]): { readonly status: number | null; readonly line: string } {
  const args = [`--max-old-space-size=${LARGEST_HEAP_MB}`, 'scripts/rebuild.ts', '--data', data, ...more];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' });
  return { status, line: stdout.split('\n').findLast((printed) => printed.includes('folded in')) ?? stdout };
}

test('every dossier is folded again and compared in bounded memory, and what differs is repaired', () => {
  const data = temporaryFolder();
  const file = path.join(data, 'counter', 'counter.db');
  mkdirSync(path.dirname(file));
  const database = openCounterDatabase(file);
  fill(database, chanceOf('rebuild-many'));
  database.close();
  const sound = rebuild(data);
  expect(sound).toMatchObject({ status: 0, line: expect.stringContaining('0 differ') });
  tamper(file, (db) => db.exec("UPDATE dossier SET status = 'received' WHERE abs(random()) % 50 = 0"));
  expect(rebuild(data).status).toBe(1);
  expect(rebuild(data, '--repair')).toMatchObject({ status: 0, line: expect.stringContaining('0 differ') });
  report('rebuild-many', sound.line.replace(/:.*/, ''));
});
