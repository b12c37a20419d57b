import type { LogHead } from '../../domain/version-vector.ts';
import type { CounterIdentity, MachineFacts, NumbersDoubt } from '../counter-store.ts';
import type { Sequences } from './sequences.ts';
import type { Settings } from './setting-table.ts';
import { openWitnessFile, type Witness, type WitnessFile } from './number-witness.ts';
import { doubtOf, type Held, type Witnesses } from './number-judgement.ts';

/** So many numbers are left out when it is not certain which were given out last. */
export const SKIPPED_NUMBERS = 64;

/** Where the machine is kept that the file belongs to. */
export const MACHINE = 'machine';
/** Where the logs are kept that this counter wrote before. */
export const FORMER_LOGS = 'former-logs';
/** Says that there was a witness outside of the counter's folder. */
export const FAR_WITNESS = 'far-witness';
/** A witness remembers so many days: no clock that is set right again goes back further. */
const DAYS_WITNESSED = 60;
const PREFIXES = ['dossier-number:', 'scan-code:', 'register-book:', 'form-number:', 'transfer-batch:'];

type GuardParts = {
  readonly settings: Settings;
  readonly sequences: Sequences;
  readonly headOf: (log: string) => LogHead;
  readonly hashAt: (log: string, seq: number) => string | undefined;
  readonly identity: CounterIdentity;
  readonly machine: MachineFacts;
  /** The files that witness the numbers: one beside the database, one elsewhere. */
  readonly witnessFiles: WitnessPaths;
};

export type WitnessPaths = { readonly near: string; readonly far: string };

/** Keeps the witnesses of a counter's numbers up to date, and tells when the database knows less than they. */
export class NumberGuard {
  readonly #parts: GuardParts;
  readonly #files: { readonly near: WitnessFile | undefined; readonly far: WitnessFile | undefined };
  readonly #seen: Witnesses;
  /** What the next witness says of the numbers: kept here, so that a commit reads only the counters it used. */
  readonly #issued: Map<string, number>;
  #isWitnessLost: boolean;

  constructor(parts: GuardParts) {
    this.#parts = parts;
    const counters = PREFIXES.flatMap((prefix) => parts.sequences.lastOf(prefix, DAYS_WITNESSED));
    this.#issued = new Map(counters.map(({ name, value }) => [name, value]));
    const { near, far } = parts.witnessFiles;
    this.#files = { near: openWitnessFile(near), far: openWitnessFile(far) };
    this.#isWitnessLost = !this.#files.near || !this.#files.far;
    this.#seen = { near: this.#read(this.#files.near), far: this.#read(this.#files.far) };
  }

  isWitnessLost(): boolean {
    return this.#isWitnessLost;
  }

  doubt(): NumbersDoubt | undefined {
    return doubtOf(this.#held(), this.#seen, this.#parts.machine);
  }

  /**
   * Inside a transaction: no number is given out again, whatever was given out. Past what the database and every witness
   * know by {@link SKIPPED_NUMBERS}; `counters` are those in use today, which nobody may have witnessed.
   */
  skip(counters: readonly string[]): ReadonlyMap<string, number> {
    const { sequences } = this.#parts;
    const seen = [this.#seen.near, this.#seen.far].flatMap((witness) => (witness ? [witness.issued] : []));
    const names = new Set([...counters, ...seen.flatMap((issued) => Object.keys(issued))]);
    for (const name of names) {
      const witnessed = seen.map((issued) => issued[name] ?? 0);
      sequences.raise(name, Math.max(sequences.value(name), ...witnessed) + SKIPPED_NUMBERS);
    }
    return new Map([...names].map((name) => [name, sequences.value(name)]));
  }

  /** After a commit, before it is answered: the log that is written, and how far the counters are that the commit used. */
  note(log: string, counters: Iterable<readonly [name: string, value: number]>): void {
    const { identity, headOf } = this.#parts;
    for (const [name, value] of counters) this.#issued.set(name, value);
    this.#forgetOldDays();
    const head = headOf(log);
    const witness: Witness = {
      unitCode: identity.unit.code,
      station: identity.station,
      log,
      seq: head.seq,
      hash: head.hash,
      issued: Object.fromEntries(this.#issued),
    };
    const isNearWritten = this.#files.near?.write(witness) ?? false;
    const isFarWritten = this.#files.far?.write(witness) ?? false;
    this.#isWitnessLost = !isNearWritten || !isFarWritten;
  }

  /** A counter of this unit and station was here before. */
  hasSeenAnything(): boolean {
    return this.#seen.near !== undefined || this.#seen.far !== undefined;
  }

  hasFarWitness(): boolean {
    return this.#files.far !== undefined;
  }

  close(): void {
    this.#files.near?.close();
    this.#files.far?.close();
  }

  #forgetOldDays(): void {
    const days = [...this.#issued.keys()].filter((name) => name.startsWith('dossier-number:'));
    if (days.length <= DAYS_WITNESSED) return;
    for (const name of days.toSorted().slice(0, days.length - DAYS_WITNESSED)) this.#issued.delete(name);
  }

  /** Another counter of this computer may have left its witness under the same name. */
  #read(file: WitnessFile | undefined): Witness | undefined {
    const { identity } = this.#parts;
    const witness = file?.read();
    return witness?.unitCode === identity.unit.code && witness.station === identity.station ? witness : undefined;
  }

  #held(): Held {
    const { settings, sequences, headOf, hashAt, identity } = this.#parts;
    return {
      log: identity.log,
      formerLogs: formerLogs(settings),
      head: headOf(identity.log),
      hashAt: (seq) => hashAt(identity.log, seq),
      issued: (counter) => sequences.value(counter),
      machine: settings.find<MachineFacts>(MACHINE),
      hadFarWitness: settings.find(FAR_WITNESS) !== undefined,
    };
  }
}

/** Logs this counter wrote before the one it writes now, oldest first. */
export function formerLogs(settings: Settings): readonly string[] {
  return settings.find<{ readonly logs: readonly string[] }>(FORMER_LOGS)?.logs ?? [];
}
