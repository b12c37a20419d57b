import type { Account } from '../../domain/accounts/account.ts';
import type { AccountId } from '../../domain/accounts/account-id.ts';
import { actAs, actingPermissions, type ActingPerson } from '../../domain/accounts/acting-permissions.ts';
import type { Permission } from '../../domain/accounts/role.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { refuse, type Result } from '../../domain/result.ts';
import { StorageError } from '../../sync/storage-error.ts';
import type { JsonObject } from '../../domain/dossier-event.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import type { PersonRefusal } from '../contract/refusals.ts';
import type { AccountView, PeopleView } from '../contract/views.ts';
import type { Machine } from './machine.ts';
import type { LockOutMemory } from './lock-out.ts';
import type { VerifierCost } from './passphrase-check.ts';
import type { ActiveCounter } from './profile.ts';
import { SignIn, type SignedIn } from './sign-in.ts';

type PeopleParts = {
  readonly store: OpenCounterStore;
  readonly kind: ActiveCounter;
  readonly machine: Pick<Machine, 'monotonicMs' | 'bytes'>;
  readonly verifierCost?: VerifierCost;
  /** Outlives this opening of the file. */
  readonly seat: SignedIn;
};

/** The accounts of one counter, who is signed in, and what that person may do. */
export class People {
  readonly signIn: SignIn;
  readonly #store: OpenCounterStore;
  readonly #isTrial: boolean;

  constructor({ store, kind, machine, verifierCost, seat }: PeopleParts) {
    this.#store = store;
    this.#isTrial = kind === 'trial';
    this.signIn = new SignIn({
      accounts: () => this.accounts(),
      verifiers: {
        find: (id) => store.setting(verifierKey(id)),
        put: (id, verifier) => store.saveSetting(verifierKey(id), { ...verifier }),
      },
      lockOuts: lockOutMemory(store),
      monotonicMs: machine.monotonicMs,
      randomBytes: machine.bytes,
      seat,
      ...(verifierCost ? { cost: verifierCost } : {}),
    });
  }

  accounts(): readonly Account[] {
    return this.#store.listSubjects('account');
  }

  /** Whether anybody has a passphrase on this computer; a trial's person needs none. */
  canAnybodySignIn(): boolean {
    return this.accounts().some(({ id }) => this.#isTrial || this.#hasPassphrase(id));
  }

  /** Nobody signs in to a trial: its one person is there. */
  current(): Account | undefined {
    return this.#isTrial ? this.accounts()[0] : this.signIn.current();
  }

  /** Who acts at `now` with `permission`, and in whose place. */
  actAs(permission: Permission, now: LocalMoment): Result<ActingPerson, PersonRefusal> {
    const account = this.current();
    if (!account) return refuse({ code: 'not-signed-in' });
    return actAs(account, this.accounts(), { permission, now });
  }

  permissions(now: LocalMoment): readonly Permission[] {
    const account = this.current();
    if (!account) return [];
    return [...new Set(actingPermissions(account, this.accounts(), now).map(({ permission }) => permission))];
  }

  view(now: LocalMoment): PeopleView {
    const account = this.current();
    const accounts = this.accounts()
      .filter(({ state }) => state === 'open')
      .map(({ id, name }) => ({ id, name, hasPassphrase: this.#hasPassphrase(id) }));
    if (!account) return { accounts };
    const acting = actingPermissions(account, this.accounts(), now);
    const standsInFor = new Set(acting.flatMap(({ standInFor }) => (standInFor ? [standInFor.name] : [])));
    return {
      accounts,
      signedIn: {
        id: account.id,
        name: account.name,
        permissions: this.permissions(now),
        standsInFor: [...standsInFor],
      },
    };
  }

  viewOf(account: Account): AccountView {
    return { ...account, hasPassphrase: this.#hasPassphrase(account.id), waitMs: this.signIn.waitMs(account.id) };
  }

  #hasPassphrase(id: AccountId): boolean {
    return this.#store.setting(verifierKey(id)) !== undefined;
  }
}

/**
 * The counts of wrong tries, in the file. A disk that takes nothing any more must not keep everybody out: then they are
 * counted until the program ends.
 */
function lockOutMemory(store: OpenCounterStore): LockOutMemory {
  const unkept = new Map<string, JsonObject>();
  return {
    find: (key) => unkept.get(key) ?? store.setting(`lock-out.${key}`),
    put: (key, state) => {
      try {
        store.saveSetting(`lock-out.${key}`, { ...state });
        unkept.delete(key);
      } catch (error) {
        if (!(error instanceof StorageError) || error.code === 'damaged') throw error;
        unkept.set(key, { ...state });
      }
    },
  };
}

function verifierKey(id: AccountId): string {
  return `verifier.${id}`;
}
