import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectAccount } from '../../../domain/accounts/account.ts';
import type { AccountFact, OrderedAccountFact } from '../../../domain/accounts/account-event.ts';
import { accountSubject } from '../../../domain/accounts/account-id.ts';
import { ROLES } from '../../../domain/accounts/role.ts';
import { compareEvents, eventId } from '../../../domain/dossier-event.ts';
import { closed, MO, opened, PAO, reopened, SINH, standInGiven, WEEK } from './people.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);
console.log(`account.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

const subject = accountSubject(MO);
const names = fc.constantFrom('Đinh Thị Mơ', 'Hà Văn Páo', '');
const roles = fc.subarray([...ROLES]);
const standInId = fc.constantFrom(MO, PAO, SINH);

const fact: fc.Arbitrary<AccountFact> = fc.oneof(
  fc.tuple(names, roles).map(([name, some]) => opened(MO, name, some)),
  roles.map((some): AccountFact => ({ kind: 'account-roles-changed', subject, payload: { roles: some } })),
  names.map((name): AccountFact => ({ kind: 'account-renamed', subject, payload: { name } })),
  fc.constant(closed(MO)),
  fc.constant(reopened(MO)),
  standInId.map((id) => standInGiven(MO, { standInId: id, ...WEEK })),
  standInId.map((id): AccountFact => ({ kind: 'stand-in-ended', subject, payload: { standInId: id } })),
);

// Few logs and small numbers, so that ties are the rule.
const ordered: fc.Arbitrary<OrderedAccountFact> = fc
  .record({
    said: fact,
    lamport: fc.integer({ min: 1, max: 6 }),
    log: fc.constantFrom('a', 'b', 'c'),
    seq: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ said, ...place }) => ({ ...said, ...place, actor: `Cán bộ ${place.log}` }));

/** Everything that was ever written: an event id stands for one fact. */
const world = fc.uniqueArray(ordered, { selector: eventId, maxLength: 14 });

function holds<T>(arbitrary: fc.Arbitrary<T>, rule: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, rule), { seed, numRuns });
}

describe('the state of an account', () => {
  test('is the same on machines that hold the same events, whatever the order and however often they came', () => {
    const arrivals = world.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.shuffledSubarray(all)),
    );
    holds(arrivals, ([all, shuffled, again]) => {
      expect(projectAccount([...shuffled, ...again])).toEqual(projectAccount(all));
    });
  });

  test('is known exactly when an opening is', () => {
    holds(world, (all) => {
      expect(projectAccount(all) !== undefined).toBe(all.some(({ kind }) => kind === 'account-opened'));
    });
  });

  test('is closed exactly when the last that was said of it since its opening is that it is', () => {
    holds(world, (all) => {
      const sorted = all.toSorted(compareEvents);
      const since = sorted.slice(sorted.findIndex(({ kind }) => kind === 'account-opened'));
      const last = since.findLast(({ kind }) => kind === 'account-closed' || kind === 'account-reopened');
      const state = last?.kind === 'account-closed' ? 'closed' : 'open';
      expect(projectAccount(all)?.state ?? state).toBe(state);
    });
  });

  test('flags only facts that it was given, each once', () => {
    holds(world, (all) => {
      const flagged = (projectAccount(all)?.anomalies ?? []).map(eventId);
      expect(new Set(flagged).size).toBe(flagged.length);
      expect(all.map(eventId)).toEqual(expect.arrayContaining(flagged));
    });
  });

  test('never lets a person stand in for the same person', () => {
    holds(world, (all) => {
      expect(projectAccount(all)?.standIns.filter((given) => given.standInId === MO) ?? []).toEqual([]);
    });
  });
});
