import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Account, projectAccount } from '../../../domain/accounts/account.ts';
import {
  changeRoles,
  closeAccount,
  openAccount,
  openFirstAdministrator,
  renameAccount,
  reopenAccount,
} from '../../../domain/accounts/account-commands.ts';
import type { AccountFact } from '../../../domain/accounts/account-event.ts';
import { isOpenWith } from '../../../domain/accounts/acting-permissions.ts';
import type { AccountCircumstances, AccountRefusal } from '../../../domain/accounts/administration.ts';
import { type Role, ROLES } from '../../../domain/accounts/role.ts';
import { giveStandIn } from '../../../domain/accounts/stand-in-commands.ts';
import type { Result } from '../../../domain/result.ts';
import { valueOf } from '../fixtures.ts';
import { inOneLog, MO, NOW, PAO, SINH, WEEK } from './people.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 300);
console.log(`account-commands.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

type Command = (by: AccountCircumstances) => Result<AccountFact, AccountRefusal>;

const accountId = fc.constantFrom(MO, PAO, SINH);
const name = fc.constantFrom('Mơ', 'mơ', 'Páo', 'Sình');
const roles: fc.Arbitrary<Role[]> = fc.subarray([...ROLES]);

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ id: accountId, name, roles }).map(
    (wish): Command =>
      (by) =>
        openAccount(wish, by),
  ),
  fc.record({ accountId, roles }).map(
    (wish): Command =>
      (by) =>
        changeRoles(wish, by),
  ),
  fc.record({ accountId, name }).map(
    (wish): Command =>
      (by) =>
        renameAccount(wish, by),
  ),
  accountId.map(
    (id): Command =>
      (by) =>
        closeAccount({ accountId: id, reason: 'x' }, by),
  ),
  accountId.map(
    (id): Command =>
      (by) =>
        reopenAccount({ accountId: id }, by),
  ),
  fc.record({ accountId, standInId: accountId }).map(
    (wish): Command =>
      (by) =>
        giveStandIn({ ...wish, ...WEEK }, by),
  ),
);

const day = fc.array(fc.record({ actor: accountId, command }), { maxLength: 25 });

/** What one machine's accounts are after each command that it carried out. */
function statesOf(commands: readonly { actor: typeof MO; command: Command }[]): readonly (readonly Account[])[] {
  const facts: AccountFact[] = [valueOf(openFirstAdministrator({ id: MO, name: 'Mơ' }, []))];
  const states = [accountsOf(facts)];
  for (const each of commands) {
    const done = each.command({ actor: each.actor, accounts: accountsOf(facts), now: NOW });
    if (!done.ok) continue;
    facts.push(done.value);
    states.push(accountsOf(facts));
  }
  return states;
}

function accountsOf(facts: readonly AccountFact[]): readonly Account[] {
  const written = inOneLog(facts);
  const subjects = [...new Set(written.map(({ subject }) => subject))];
  return subjects.flatMap((subject) => projectAccount(written.filter((fact) => fact.subject === subject)) ?? []);
}

function alwaysHolds(rule: (accounts: readonly Account[]) => void): void {
  fc.assert(
    fc.property(day, (commands) => statesOf(commands).forEach(rule)),
    { seed, numRuns },
  );
}

describe('whatever is asked of the accounts of one machine', () => {
  test('an open account can always administer', () => {
    alwaysHolds((accounts) => expect(accounts.some((account) => isOpenWith(account, 'administer'))).toBe(true));
  });

  test('open accounts always differ in name', () => {
    alwaysHolds((accounts) => {
      const names = accounts.filter(({ state }) => state === 'open').map((account) => account.name.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
    });
  });

  test('what was permitted always makes sense in its place', () => {
    alwaysHolds((accounts) => expect(accounts.flatMap(({ anomalies }) => anomalies)).toEqual([]));
  });
});
