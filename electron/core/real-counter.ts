import { rmSync } from 'node:fs';
import path from 'node:path';
import { parsePassphrase } from '../../domain/passphrase.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { counterFileIn, encryptCounterFile } from '../../sync/encrypt.ts';
import { finishRebuild, type RebuildReport, setFileAside, surveyBackups } from '../../sync/maintenance.ts';
import { OpenError, StorageError } from '../../sync/storage-error.ts';
import type { ProtectionChoice, UnlockRefusal } from '../contract/refusals.ts';
import { adoptKeyFile, hasKeyFile, type KeyPlace, mendKeyCopies, setKeyAside } from './key-copies.ts';
import {
  createKey,
  describeKey,
  type KeyDescription,
  newRecoveryCode,
  rewrapForSystem,
  unlockBySystem,
  unlockKeyFile,
} from './key-file.ts';
import { type CounterParts, type OpenCounter, openCounter } from './open-counter.ts';
import { asStorageTrouble } from './storage-refusal.ts';

/**
 * Why the real counter cannot be opened although its disk is well. `locked`: only a person can give its key. `damaged`: the
 * file, or its key file, is not what it was, or is not there although backups are.
 */
export type Obstacle =
  | { readonly kind: 'locked'; readonly key: KeyDescription }
  | { readonly kind: 'damaged'; readonly key: Uint8Array | undefined };

/** `isRestored`: the file was just rebuilt, and numbers are skipped. */
type Restored = { readonly isRestored?: boolean };

/** The real counter of a data folder, which may lie encrypted. */
export class RealCounter {
  readonly #folder: string;
  readonly #parts: CounterParts;

  constructor(folder: string, parts: CounterParts) {
    this.#folder = folder;
    this.#parts = parts;
  }

  /** Throws {@link OpenError} or {@link StorageError} for what neither a key nor a repair helps against. */
  async open(more: Restored = {}): Promise<OpenCounter | Obstacle> {
    const file = counterFileIn(this.#folder);
    if (file === 'plain') return this.openWith(undefined, more);
    if (file === 'empty' && !(await this.#hasBackups())) return this.openWith(undefined);
    const described = await this.#describeAnyKey();
    if (!described) return { kind: 'damaged', key: undefined };
    const key = await unlockBySystem(this.#place(), this.#parts.shell);
    if (!key) return { kind: 'locked', key: described };
    return file === 'empty' ? { kind: 'damaged', key } : this.openWith(key, more);
  }

  /** A rebuild that a crash cut off is finished before anything is opened; answers what it came to. */
  finishRebuild(): RebuildReport | undefined {
    return finishRebuild(this.#folder);
  }

  /** Opens with a key that was proved by its key file, or makes a new file with it. */
  openWith(key: Uint8Array | undefined, more: Restored = {}): OpenCounter | Obstacle {
    try {
      const counter = openCounter({ folder: this.#folder, kind: 'real', key, ...more }, this.#parts);
      if (key) void this.#tryTo('key-copies-not-mended', () => mendKeyCopies(this.#place()));
      return counter;
    } catch (error) {
      const isKeyless = error instanceof OpenError && error.code === 'key-needed';
      const isDamaged = error instanceof StorageError && error.code === 'damaged';
      if (!isKeyless && !isDamaged) throw error;
      this.#parts.log.failure('counter-damaged', error);
      return { kind: 'damaged', key };
    }
  }

  /** As {@link openWith}, but what is not there is not made anew. */
  openExisting(key: Uint8Array | undefined, more: Restored = {}): OpenCounter | Obstacle {
    return counterFileIn(this.#folder) === 'empty' ? { kind: 'damaged', key } : this.openWith(key, more);
  }

  /** A new recovery code for the key of the open file; the one before opens nothing any more. */
  newRecoveryCode(key: Uint8Array): Promise<string> {
    return asStorageTrouble(() => newRecoveryCode(this.#place(), key, this.#parts.guessCosts?.key));
  }

  hasNoFile(): boolean {
    return counterFileIn(this.#folder) === 'empty';
  }

  /** Everybody can read the file: there is no key that could be wrong. */
  isPlain(): boolean {
    return counterFileIn(this.#folder) === 'plain';
  }

  describeKey(): KeyDescription | undefined {
    const described = describeKey(this.#place());
    return described.ok ? described.value : undefined;
  }

  async unlock(attempt: {
    readonly by: 'passphrase' | 'recovery-code';
    readonly text: string;
  }): Promise<Result<Uint8Array, UnlockRefusal>> {
    const key = await unlockKeyFile(this.#place(), attempt);
    if (!key.ok) {
      if (key.refusal.code !== 'key-file-unusable') return refuse(key.refusal);
      throw new StorageError('damaged', key.refusal);
    }
    // Whoever typed it once should not have to again, where the computer can keep it. A disk that keeps nothing new must
    // not turn the right word away.
    await this.#tryTo('key-not-kept-for-system', () => rewrapForSystem(this.#place(), key.value, this.#parts.shell));
    return ok(key.value);
  }

  /** A key for a file that has none yet. What an earlier set-up left half done is put aside. Throws {@link StorageError}. */
  async newKey(
    protection: Exclude<ProtectionChoice, { readonly kind: 'none' }>,
  ): Promise<Result<Uint8Array, { readonly code: 'no-key-store' | 'too-short' }>> {
    const place = this.#place();
    const { shell } = this.#parts;
    const isTooShort = protection.kind === 'passphrase' && !parsePassphrase(protection.passphrase);
    // What will be refused must not have put anything aside.
    if (isTooShort) return refuse({ code: 'too-short' });
    if (protection.kind === 'key-store' && !(await shell.hasKeyStore())) return refuse({ code: 'no-key-store' });
    return asStorageTrouble(() => {
      if (hasKeyFile(place)) setKeyAside(place);
      return createKey({ place, shell, protection, cost: this.#parts.guessCosts?.key });
    });
  }

  /** Takes a key back that came to nothing: it would ask for a passphrase that opens nothing. */
  dropKey(): void {
    void this.#tryTo('key-not-put-aside', () => setKeyAside(this.#place()));
  }

  /** Encrypts the file of the closed counter; what fails leaves it plain. Throws {@link StorageError}. */
  encrypt(key: Uint8Array): void {
    encryptCounterFile(this.#folder, key);
  }

  /** For a counter in which nothing ever happened: nothing of anybody's is in its file. */
  removeEmptyFile(): void {
    for (const ending of ['', '-wal', '-shm']) rmSync(path.join(this.#folder, `counter.db${ending}`), { force: true });
  }

  /** Puts the file, and its key, where nobody looks for them: the next opening finds nothing and begins anew. */
  setAside(now: number): void {
    setFileAside(this.#folder, now);
    setKeyAside(this.#place());
  }

  async #hasBackups(): Promise<boolean> {
    const { first, second = [] } = await surveyBackups({ folder: this.#folder });
    return first.length + second.length > 0;
  }

  /** The key file, or the one that the newest backup took along. Undefined when there is none that can be used. */
  async #describeAnyKey(): Promise<KeyDescription | undefined> {
    const described = describeKey(this.#place());
    if (described.ok && described.value) return described.value;
    if (!described.ok && described.refusal.why === 'from-the-future') {
      throw new OpenError('database-from-the-future', 'the key file is of a newer program');
    }
    if (!described.ok && described.refusal.why === 'unreadable') throw new StorageError('read-only', described.refusal);
    const { first, second = [] } = await surveyBackups({ folder: this.#folder });
    const [keyFile] = [...first, ...second].flatMap(({ manifest }) => manifest.keyFile ?? []);
    if (keyFile === undefined) return undefined;
    await this.#tryTo('key-not-adopted', () => adoptKeyFile(this.#place(), keyFile));
    return this.describeKey();
  }

  /** For what is good to have done and no reason to stop. */
  async #tryTo(failure: string, act: () => unknown): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#parts.log.failure(failure, error);
    }
  }

  #place(): KeyPlace {
    return { folder: this.#folder, guardFolder: this.#parts.witnessFolder };
  }
}
