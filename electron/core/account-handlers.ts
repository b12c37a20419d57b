import {
  changeRoles,
  closeAccount,
  openAccount,
  renameAccount,
  reopenAccount,
} from '../../domain/accounts/account-commands.ts';
import { type AccountId, accountSubject } from '../../domain/accounts/account-id.ts';
import { parseAccountPassphrase } from '../../domain/accounts/account-passphrase.ts';
import type { AccountCircumstances, Decision } from '../../domain/accounts/administration.ts';
import type { AccountFact } from '../../domain/accounts/account-event.ts';
import { endStandIn, giveStandIn } from '../../domain/accounts/stand-in-commands.ts';
import { type LocalMoment, localMomentAt, parseLocalMoment } from '../../domain/plain-date.ts';
import { ok, refuse, type Result, unreachable } from '../../domain/result.ts';
import type { Handlers, Input } from '../contract/commands.ts';
import type { AccountChange, AccountCommandRefusal } from '../contract/refusals.ts';
import type { AccountView } from '../contract/views.ts';
import { appStateOf } from './app-handlers.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import type { Machine } from './machine.ts';
import { newAccountId, openFirstAccount } from './new-counter.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type AccountCommand =
  | 'account.first'
  | 'account.signIn'
  | 'account.recover'
  | 'account.signOut'
  | 'account.list'
  | 'account.open'
  | 'account.change'
  | 'account.setPassphrase';

/** Who may work at this counter, and who does. */
export function accountHandlers(session: CounterSession, machine: Machine): Pick<Handlers, AccountCommand> {
  const state = () => appStateOf(session, machine);
  return {
    'account.first': (first) =>
      orStorageRefusal(async () => {
        const opened = await openFirstAccount(session.getEstablished(), first, machine);
        return opened.ok ? ok(state()) : opened;
      }),
    'account.signIn': (tried) =>
      orStorageRefusal(async () => {
        const signedIn = await session.getEstablished().people.signIn.signIn(tried);
        return signedIn.ok ? ok(state()) : signedIn;
      }),
    'account.recover': (wish) =>
      orStorageRefusal(async () => {
        const recovered = await session.recoverAccount(wish);
        return recovered.ok ? ok(state()) : recovered;
      }),
    'account.signOut': () => {
      session.find()?.people.signIn.signOut();
      return state();
    },
    'account.list': () => {
      const { people } = session.getEstablished();
      return people.accounts().map((account) => people.viewOf(account));
    },
    'account.open': (input) => orStorageRefusal(() => open(session.getEstablished(), input, machine)),
    'account.change': (input) => orStorageRefusal(() => change(session.getEstablished(), input)),
    'account.setPassphrase': (wish) =>
      orStorageRefusal(() => {
        const counter = session.getEstablished();
        return counter.people.signIn.setPassphrase({ ...wish, now: nowOf(counter) });
      }),
  };
}

async function open(counter: EstablishedCounter, wish: Input<'account.open'>, machine: Machine) {
  // Before the account: one without a passphrase is of no use to anybody.
  const passphrase = parseAccountPassphrase(wish.passphrase);
  if (!passphrase.ok) return passphrase;
  const id = newAccountId(machine);
  const opened = decide(counter, id, (by) => openAccount({ id, name: wish.name, roles: wish.roles }, by));
  if (!opened.ok) return opened;
  const set = await counter.people.signIn.setPassphrase({
    accountId: id,
    passphrase: wish.passphrase,
    now: nowOf(counter),
  });
  return set.ok ? ok(viewOf(counter, id)) : set;
}

function change(
  counter: EstablishedCounter,
  { accountId, change: wish }: Input<'account.change'>,
): Result<AccountView, AccountCommandRefusal> {
  if (wish.kind === 'clear-lock-out') {
    const cleared = counter.people.signIn.clearLockOut({ accountId, now: nowOf(counter) });
    return cleared.ok ? ok(viewOf(counter, accountId)) : cleared;
  }
  const standIn = wish.kind === 'give-stand-in' ? readStandIn(wish) : undefined;
  if (standIn && !standIn.ok) return standIn;
  return decide(counter, accountId, (by) => factOf(accountId, { wish, standIn: standIn?.value }, by));
}

type StandIn = { readonly from: LocalMoment; readonly until: LocalMoment };

function readStandIn(typed: {
  readonly from: string;
  readonly until: string;
}): Result<StandIn, { readonly code: 'not-a-date' }> {
  const from = parseLocalMoment(typed.from);
  const until = parseLocalMoment(typed.until);
  return from && until ? ok({ from, until }) : refuse({ code: 'not-a-date' });
}

function factOf(
  accountId: AccountId,
  {
    wish,
    standIn,
  }: { readonly wish: Exclude<AccountChange, { kind: 'clear-lock-out' }>; readonly standIn?: StandIn | undefined },
  by: AccountCircumstances,
): Decision<AccountFact['kind']> {
  switch (wish.kind) {
    case 'roles':
      return changeRoles({ accountId, roles: wish.roles }, by);
    case 'rename':
      return renameAccount({ accountId, name: wish.name }, by);
    case 'close':
      return closeAccount({ accountId, reason: wish.reason }, by);
    case 'reopen':
      return reopenAccount({ accountId }, by);
    case 'give-stand-in': {
      const { standInId, reason } = wish;
      return giveStandIn({ accountId, standInId, reason, from: by.now, until: by.now, ...standIn }, by);
    }
    case 'end-stand-in':
      return endStandIn({ accountId, standInId: wish.standInId }, by);
    default:
      return unreachable(wish);
  }
}

/** One decision about one account, in one commit, by whoever is signed in. */
function decide(
  counter: EstablishedCounter,
  accountId: AccountId,
  by: (circumstances: AccountCircumstances) => Decision<AccountFact['kind']>,
): Result<AccountView, AccountCommandRefusal> {
  const account = counter.people.current();
  if (!account) return refuse({ code: 'not-signed-in' });
  const now = nowOf(counter);
  const action = { actor: account.name, account: account.id, clock: counter.clock.read() };
  const done = counter.store.commit(action, (work) => {
    const fact = by({ actor: account.id, accounts: work.listSubjects('account'), now });
    if (!fact.ok) return fact;
    work.append(fact.value);
    return ok({});
  });
  return done.ok ? ok(viewOf(counter, accountId)) : done;
}

function viewOf({ store, people }: EstablishedCounter, id: AccountId): AccountView {
  const account = store.findSubject('account', accountSubject(id));
  if (!account) throw new Error('an account that was just changed is not in the store');
  return people.viewOf(account);
}

function nowOf({ clock }: EstablishedCounter): LocalMoment {
  return localMomentAt(clock.read().at);
}
