import type { Account } from '../../domain/accounts/account.ts';
import type { AccountId } from '../../domain/accounts/account-id.ts';
import { actAs, actingPermissions, type ActingPerson, isOpenWith } from '../../domain/accounts/acting-permissions.ts';
import type { Permission } from '../../domain/accounts/role.ts';
import { type LocalMoment, localMomentAt } from '../../domain/plain-date.ts';
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

  /**
   * Whether this counter can look after its accounts itself: somebody may sign in here, and somebody administers. Two
   * administrators who closed each other's accounts on two computers leave nobody.
   */
  isAdministered(): boolean {
    const open = this.accounts().filter(({ state }) => state === 'open');
    const canSignIn = open.some(({ id }) => this.#isTrial || this.#hasPassphrase(id));
    return canSignIn && open.some((account) => isOpenWith(account, 'administer'));
  }

  /** Nobody signs in to a trial: its one person is there. */
  current(): Account | undefined {
    return this.#isTrial ? this.accounts()[0] : this.signIn.current();
  }

  /** Who acts at `now` with `permission`, and in whose place. */
  actAs(permission: Permission, now: LocalMoment): Result<ActingPerson, PersonRefusal> {
    const account = this.current();
    if (!account) return refuse({ code: 'not-signed-in' });
    return actAs(account, this.accounts(), { permission, now: this.#notBefore(now) });
  }

  permissions(now: LocalMoment): readonly Permission[] {
    const account = this.current();
    if (!account) return [];
    const at = this.#notBefore(now);
    return [...new Set(actingPermissions(account, this.accounts(), at).map(({ permission }) => permission))];
  }

  view(now: LocalMoment): PeopleView {
    const account = this.current();
    const accounts = this.accounts()
      .filter(({ state }) => state === 'open')
      .map(({ id, name }) => ({ id, name, hasPassphrase: this.#hasPassphrase(id) }));
    if (!account) return { accounts };
    const acting = actingPermissions(account, this.accounts(), this.#notBefore(now));
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

  /** A stand-in that is over does not begin again because somebody put the clock back. */
  #notBefore(now: LocalMoment): LocalMoment {
    const last = localMomentAt(this.#store.lastEventAt());
    return last > now ? last : now;
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
