import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { JsonObject } from '../../domain/dossier-event.ts';
import { LockOut, waitAfterMs } from '../../electron/core/lock-out.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);
console.log(`lock-out.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

const KEY = '00000000000a';

type Act =
  | { readonly do: 'try' }
  | { readonly do: 'run'; readonly ms: number }
  | { readonly do: 'restart'; readonly clockBeginsAt: number }
  | { readonly do: 'set-date'; readonly at: number };

const trying: fc.Arbitrary<Act> = fc.constant({ do: 'try' });
const running = fc.integer({ min: 1, max: 6 * 60_000 }).map((ms): Act => ({ do: 'run', ms }));
const restarting = fc.integer({ min: 0, max: 1e12 }).map((clockBeginsAt): Act => ({ do: 'restart', clockBeginsAt }));
const settingTheDate = fc.integer({ min: 0, max: 4e12 }).map((at): Act => ({ do: 'set-date', at }));

const acts = fc.array(fc.oneof(trying, trying, trying, running, running, restarting, settingTheDate), {
  maxLength: 80,
});

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterAll(() => {
  vi.useRealTimers();
});

/** The running time, over all runs, at which each try was admitted; and whether the last one still has to wait. */
function admittedAt(acts: readonly Act[]): {
  readonly tries: readonly number[];
  readonly ranMs: number;
  leftMs: number;
} {
  const rows = new Map<string, JsonObject>();
  const memory = { find: (key: string) => rows.get(key), put: (key: string, row: JsonObject) => rows.set(key, row) };
  let ranMs = 0;
  let clockMs = 0;
  const start = (): LockOut => new LockOut({ memory, monotonicMs: () => clockMs });
  let lockOut = start();
  const tries: number[] = [];
  for (const each of acts) {
    if (each.do === 'try' && lockOut.takeTry(KEY).ok) tries.push(ranMs);
    if (each.do === 'set-date') vi.setSystemTime(each.at);
    if (each.do === 'run') {
      ranMs += each.ms;
      clockMs += each.ms;
    }
    if (each.do === 'restart') {
      clockMs = each.clockBeginsAt;
      lockOut = start();
    }
  }
  return { tries, ranMs, leftMs: lockOut.leftMs(KEY) };
}

test('no sequence of restarts and wall-clock jumps lets a try through before its wait was run off', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const { tries } = admittedAt(all);
      tries.forEach((at, i) => {
        if (i > 0) expect(at - (tries[i - 1] ?? at)).toBeGreaterThanOrEqual(waitAfterMs(i));
      });
    }),
    { seed, numRuns },
  );
});

test('in a program that keeps running, a try is let through as soon as its wait was run off', () => {
  const withoutRestart = fc.array(fc.oneof(trying, trying, running, settingTheDate), { maxLength: 80 });
  fc.assert(
    fc.property(withoutRestart, (all) => {
      const { tries, ranMs, leftMs } = admittedAt(all);
      const since = ranMs - (tries.at(-1) ?? ranMs);
      expect(leftMs).toBe(Math.max(0, waitAfterMs(tries.length) - since));
    }),
    { seed, numRuns },
  );
});

test('whatever was done, fifteen minutes of one run are always enough', () => {
  fc.assert(
    fc.property(acts, (all) => {
      const { tries } = admittedAt([...all, { do: 'run', ms: 15 * 60_000 }, { do: 'try' }]);
      expect(tries.length).toBe(admittedAt(all).tries.length + 1);
    }),
    { seed, numRuns },
  );
});
