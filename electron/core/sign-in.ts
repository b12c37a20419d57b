import type { Account } from '../../domain/accounts/account.ts';
import type { AccountId } from '../../domain/accounts/account-id.ts';
import { type AccountPassphraseRefusal, parseAccountPassphrase } from '../../domain/accounts/account-passphrase.ts';
import { actAs, type ActingPerson, isOpenWith, type NotPermitted } from '../../domain/accounts/acting-permissions.ts';
import type { Permission } from '../../domain/accounts/role.ts';
import type { JsonObject } from '../../domain/dossier-event.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { LockOut, type LockOutMemory, type MustWait } from './lock-out.ts';
import {
  decoyVerifier,
  isOutdated,
  makeVerifier,
  parseVerifier,
  type PassphraseVerifier,
  VERIFIER_COST,
  type VerifierCost,
  verifies,
} from './passphrase-check.ts';
import { Turns } from './turns.ts';

export type SignInParts = {
  /** All accounts of the unit, as they are now. */
  readonly accounts: () => readonly Account[];
  /** By account, on this computer alone. What was put is durable when `put` returns. */
  readonly verifiers: {
    readonly find: (accountId: AccountId) => JsonObject | undefined;
    readonly put: (accountId: AccountId, verifier: PassphraseVerifier) => void;
  };
  /** By account; one more key stands for all accounts that do not exist. */
  readonly lockOuts: LockOutMemory;
  /** Runs evenly while the program runs, whatever is done to the date. */
  readonly monotonicMs: () => number;
  /** Not to be guessed. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** Absent: {@link VERIFIER_COST}. */
  readonly cost?: VerifierCost;
  /** Who is signed in; outlives the opening of a file, not the program. */
  readonly seat?: SignedIn;
};

export type SignedIn = { accountId: AccountId | undefined };

/** `waitMs`: until the next try is admitted; 0 when that is now. An account that does not exist is answered the same. */
export type WrongPassphrase = { readonly code: 'wrong-passphrase'; readonly waitMs: number };
/** The account has none on this computer yet: an administrator sets it. */
export type NoPassphrase = { readonly code: 'no-passphrase' };
export type NotSignedIn = { readonly code: 'not-signed-in' };

export type SignInRefusal = MustWait | WrongPassphrase | NoPassphrase;

export type SetPassphraseRefusal =
  | AccountPassphraseRefusal
  | SignInRefusal
  | NotSignedIn
  | NotPermitted
  | { readonly code: 'account-unknown' }
  | { readonly code: 'account-closed' }
  | { readonly code: 'old-passphrase-missing' };

export type RecoverRefusal = AccountPassphraseRefusal | { readonly code: 'not-an-administrator' };

export type ClearLockOutRefusal = NotSignedIn | NotPermitted | { readonly code: 'own-account' };

export type NewPassphrase = {
  readonly accountId: AccountId;
  readonly passphrase: string;
  /** Asked of who changes the own one. */
  readonly oldPassphrase?: string;
  readonly now: LocalMoment;
};

const NO_SUCH_ACCOUNT = 'unknown';

/** Who is at the counter (đăng nhập), and what that person may do. A session ends with the program. */
export class SignIn {
  readonly #parts: SignInParts;
  readonly #lockOut: LockOut;
  readonly #cost: VerifierCost;
  readonly #turns = new Turns();
  readonly #seat: SignedIn;

  constructor(parts: SignInParts) {
    this.#parts = parts;
    this.#lockOut = new LockOut({ memory: parts.lockOuts, monotonicMs: parts.monotonicMs });
    this.#cost = parts.cost ?? VERIFIER_COST;
    this.#seat = parts.seat ?? { accountId: undefined };
  }

  /** Whose session it is. An account that was closed meanwhile, here or elsewhere, has none. */
  current(): Account | undefined {
    const { accountId } = this.#seat;
    const account = accountId === undefined ? undefined : this.#findOpen(accountId);
    this.#seat.accountId = account?.id;
    return account;
  }

  /** A refused sign-in leaves whoever is signed in. */
  signIn(tried: {
    readonly accountId: AccountId;
    readonly passphrase: string;
  }): Promise<Result<Account, SignInRefusal>> {
    return this.#turns.run(async () => {
      const right = await this.#check(tried.accountId, tried.passphrase);
      if (!right.ok) return right;
      // While the passphrase was looked at, the account may have been closed.
      const account = this.#findOpen(tried.accountId);
      if (!account) return refuse({ code: 'wrong-passphrase', waitMs: 0 });
      this.#seat.accountId = account.id;
      return ok(account);
    });
  }

  signOut(): void {
    this.#seat.accountId = undefined;
  }

  /**
   * Sets the passphrase of an account on this computer: the own one by who knows the old one, another's by who administers,
   * which also ends that account's wait. While no account has one here, nobody could sign in to set any: then an
   * administrator's is set by whoever opened the counter.
   */
  setPassphrase(wish: NewPassphrase): Promise<Result<null, SetPassphraseRefusal>> {
    return this.#turns.run(async () => {
      const passphrase = parseAccountPassphrase(wish.passphrase);
      if (!passphrase.ok) return passphrase;
      const allowed = await this.#maySetPassphrase(wish);
      if (!allowed.ok) return allowed;
      const verifier = await makeVerifier(passphrase.value, this.#parts.randomBytes, this.#cost);
      this.#parts.verifiers.put(wish.accountId, verifier);
      this.#lockOut.clear(wish.accountId);
      return ok(null);
    });
  }

  /**
   * A new passphrase for an administrator whose own was forgotten. Whether who asks may have it, the caller has found out.
   * Refuses every other account: an administrator gives those theirs.
   */
  recover(wish: { readonly accountId: AccountId; readonly passphrase: string }): Promise<Result<null, RecoverRefusal>> {
    return this.#turns.run(async () => {
      const passphrase = parseAccountPassphrase(wish.passphrase);
      if (!passphrase.ok) return passphrase;
      const account = this.#findOpen(wish.accountId);
      if (!account || !isOpenWith(account, 'administer')) return refuse({ code: 'not-an-administrator' });
      const verifier = await makeVerifier(passphrase.value, this.#parts.randomBytes, this.#cost);
      this.#parts.verifiers.put(account.id, verifier);
      this.#lockOut.clear(account.id);
      this.#seat.accountId = account.id;
      return ok(null);
    });
  }

  /** How long until the account may be tried; 0 when it may be now. */
  waitMs(accountId: AccountId): number {
    return this.#lockOut.leftMs(this.#findOpen(accountId) ? accountId : NO_SUCH_ACCOUNT);
  }

  /** Ends another account's wait. Refuses one's own: an unwatched screen must not give tries without end. */
  clearLockOut(wish: { readonly accountId: AccountId; readonly now: LocalMoment }): Result<null, ClearLockOutRefusal> {
    const administrator = this.actAs('administer', wish.now);
    if (!administrator.ok) return administrator;
    if (administrator.value.accountId === wish.accountId) return refuse({ code: 'own-account' });
    this.#lockOut.clear(wish.accountId);
    return ok(null);
  }

  /** Who acts at `now` with `permission`, and in whose place. */
  actAs(permission: Permission, now: LocalMoment): Result<ActingPerson, NotSignedIn | NotPermitted> {
    const account = this.current();
    return account ? actAs(account, this.#parts.accounts(), { permission, now }) : refuse({ code: 'not-signed-in' });
  }

  /** Spends a try. The right passphrase takes all tries back, and is kept the way it is kept today. */
  async #check(accountId: AccountId, typed: string): Promise<Result<null, SignInRefusal>> {
    const account = this.#findOpen(accountId);
    const key = account ? accountId : NO_SUCH_ACCOUNT;
    const verifier = account ? this.#findVerifier(accountId) : decoyVerifier(this.#parts.randomBytes, this.#cost);
    if (!verifier) return refuse({ code: 'no-passphrase' });
    const admitted = this.#lockOut.takeTry(key);
    if (!admitted.ok) return admitted;
    if (!(await verifies(verifier, typed))) {
      return refuse({ code: 'wrong-passphrase', waitMs: this.#lockOut.leftMs(key) });
    }
    this.#lockOut.clear(key);
    await this.#renew(accountId, verifier, typed);
    return ok(null);
  }

  async #renew(accountId: AccountId, verifier: PassphraseVerifier, typed: string): Promise<void> {
    const passphrase = parseAccountPassphrase(typed);
    if (!passphrase.ok || !isOutdated(verifier, this.#cost)) return;
    this.#parts.verifiers.put(accountId, await makeVerifier(passphrase.value, this.#parts.randomBytes, this.#cost));
  }

  async #maySetPassphrase(wish: NewPassphrase): Promise<Result<unknown, SetPassphraseRefusal>> {
    const account = this.#parts.accounts().find(({ id }) => id === wish.accountId);
    const current = this.current();
    if (account && this.#isFirst(account)) return ok(null);
    if (current && current.id === account?.id) {
      if (wish.oldPassphrase === undefined) return refuse({ code: 'old-passphrase-missing' });
      return this.#check(account.id, wish.oldPassphrase);
    }
    const administrator = this.actAs('administer', wish.now);
    if (!administrator.ok) return administrator;
    if (!account) return refuse({ code: 'account-unknown' });
    return account.state === 'open' ? ok(null) : refuse({ code: 'account-closed' });
  }

  /**
   * An administrator's account, on a computer where nobody ever had a passphrase. Not merely where no administrator has
   * one: a clerk would take an administrator's place as soon as the one who set this computer up has left.
   */
  #isFirst(account: Account): boolean {
    const { accounts, verifiers } = this.#parts;
    return isOpenWith(account, 'administer') && accounts().every(({ id }) => verifiers.find(id) === undefined);
  }

  #findVerifier(accountId: AccountId): PassphraseVerifier | undefined {
    return parseVerifier(this.#parts.verifiers.find(accountId));
  }

  #findOpen(accountId: AccountId): Account | undefined {
    return this.#parts.accounts().find(({ id, state }) => id === accountId && state === 'open');
  }
}
