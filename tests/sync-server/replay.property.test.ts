import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptRun } from '../../sync/server/accept-run.ts';
import { openSqliteStore } from '../../sync/server/sqlite-store.ts';
import type { Device, SetAside, Store } from '../../sync/server/store.ts';
import type { Run } from '../../sync/wire/messages.ts';
import type { VersionVector } from '../../domain/version-vector.ts';
import { headAt, logOf, runOf } from './logs.ts';

const UNIT = '08305';
const AT = 1_587_345_600_000;
const LENGTH = 12;
const DEVICES: readonly Device[] = [1, 2, 3].map((station) => ({ unitCode: UNIT, station, log: `log${station}.1` }));
const LOGS = DEVICES.map((device) => logOf({ ...device, length: LENGTH }));

/** Seed and runs can be given back: PROPERTY_SEED, PROPERTY_RUNS. A failure prints its own. */
const SETTINGS = {
  numRuns: Number(process.env['PROPERTY_RUNS'] ?? 150),
  ...(process.env['PROPERTY_SEED'] === undefined ? {} : { seed: Number(process.env['PROPERTY_SEED']) }),
};

type Sent = { readonly by: Device; readonly run: Run };

const anyDevice = fc.constantFrom(...DEVICES);
const anyLog = fc.constantFrom(...LOGS);
const anySpan = fc
  .tuple(fc.integer({ min: 1, max: LENGTH }), fc.integer({ min: 1, max: LENGTH }))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

/** A run of a true history, sent by whoever holds it. */
const honest: fc.Arbitrary<Sent> = fc
  .record({ by: anyDevice, log: anyLog, span: anySpan })
  .map(({ by, log, span }) => ({ by, run: runOf(log, span.from, span.to) }));

/** A run that was damaged on its way or in its store. */
const damaged: fc.Arbitrary<Sent> = fc
  .record({ sent: honest, head: fc.constantFrom('0', 'a', 'f') })
  .map(({ sent, head }) => ({ ...sent, run: { ...sent.run, head: head.repeat(64) } }));

/** A run of a history that is not the one the others know. */
const forked: fc.Arbitrary<Sent> = fc
  .record({ by: anyDevice, at: fc.integer({ min: 2, max: LENGTH }), span: anySpan })
  .map(({ by, at, span }) => ({ by, run: runOf(logOf({ ...by, length: LENGTH, forkedAt: at }), span.from, span.to) }));

const story = fc.array(fc.oneof({ arbitrary: honest, weight: 5 }, damaged, forked), { maxLength: 25 });

test('a request that was answered may come again, any number of times, at any time after: nothing changes', async () => {
  await fc.assert(
    fc.asyncProperty(story, fc.array(fc.nat(), { maxLength: 25 }), async (sent, again) => {
      await withStore(async (store) => {
        const answered: Sent[] = [];
        for (const one of sent) if ((await send(store, one)) !== 'gap') answered.push(one);
        const before = await stateOf(store);
        if (answered.length > 0) {
          for (const pick of again) {
            const one = answered[pick % answered.length];
            if (one) await send(store, one);
          }
        }
        expect(await stateOf(store)).toEqual(before);
      });
    }),
    SETTINGS,
  );
});

test('runs that arrive in any order, repeated, cut anywhere, damaged in between, end in the same state', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ arbitrary: honest, weight: 5 }, damaged), { maxLength: 25 }),
      async (noise) => {
        await withStore(async (store) => {
          for (const one of noise) await send(store, one);
          // What every counter does in the end: it sends what the server lacks by its vector.
          for (const [i, log] of LOGS.entries()) {
            const by = DEVICES[i];
            if (!by) throw new RangeError('a log without its device');
            const seq = (await store.headOf(by.log))?.seq ?? 0;
            if (seq < LENGTH) expect(await send(store, { by, run: runOf(log, seq + 1) })).toBe('stored');
          }
          expect((await stateOf(store)).vector).toEqual(
            Object.fromEntries(LOGS.map((log, i) => [DEVICES[i]?.log, headAt(log)])),
          );
        });
      },
    ),
    SETTINGS,
  );
});

test('whatever arrives: every row is stored, known, behind a gap or set aside, and logs hold one history', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (sent) => {
      await withStore(async (store) => {
        for (const { by, run } of sent) {
          const verdicts = await acceptRun(run, { device: by, at: AT }, store);
          const rows = verdicts.reduce((sum, { from, to }) => sum + to - from + 1, 0);
          expect(rows).toBe(run.events.length);
          if (verdicts.some(({ verdict }) => verdict === 'quarantined')) {
            const kept = await store.setAsideOf(UNIT);
            expect(kept.some(({ log, from }) => log === run.log && from === run.from)).toBe(true);
          }
        }
        const { events } = await store.eventsAfter(UNIT, {}, 1e9);
        for (const [i, event] of events.entries()) {
          const previous = events[i - 1];
          if (previous?.log === event.log) expect([event.seq, event.prev]).toEqual([previous.seq + 1, previous.hash]);
          else expect(event.seq).toBe(1);
        }
      });
    }),
    SETTINGS,
  );
});

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const store = openSqliteStore(':memory:', { create: true });
  try {
    for (const device of DEVICES) {
      await store.addCode({ codeHash: device.log, unitCode: UNIT, expiresAt: AT + 1 });
      await store.enrol({ ...device, codeHash: device.log, tokenHash: device.log, machine: 'may', at: AT });
    }
    await work(store);
  } finally {
    await store.close();
  }
}

/** The verdict on the last row. */
async function send(store: Store, { by, run }: Sent): Promise<string | undefined> {
  return (await acceptRun(run, { device: by, at: AT }, store)).at(-1)?.verdict;
}

async function stateOf(store: Store): Promise<{
  readonly vector: VersionVector;
  readonly events: unknown;
  readonly aside: readonly SetAside[];
}> {
  return {
    vector: await store.vectorOf(UNIT),
    events: await store.eventsAfter(UNIT, {}, 1e9),
    aside: await store.setAsideOf(UNIT),
  };
}
