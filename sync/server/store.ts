import type { StoredEvent } from '../../domain/dossier-event.ts';
import type { LogHead, VersionVector } from '../../domain/version-vector.ts';

/** A counter that enrolled: what its token may do. Scope comes from here and never from a message. */
export type Device = {
  readonly unitCode: string;
  readonly station: number;
  readonly log: string;
};

export type CodeRefusal = 'code-refused' | 'other-unit' | 'station-taken';

export type Enrolment = Device & {
  readonly codeHash: string;
  readonly tokenHash: string;
  readonly machine: string;
  readonly at: number;
};

/** A code that was open through so many wrong tries for its unit is spent. */
export const TRIES_PER_CODE = 5;

export type QuarantineReason =
  /** An event in it has not the shape of one. */
  | 'malformed'
  /** No device enrolled the log. */
  | 'unknown-log'
  /** The log is another unit's. */
  | 'out-of-scope'
  /** The first event does not open the log for the unit and station it was enrolled for. */
  | 'not-opened'
  /** Another event stands at the same place: an alarm, two devices wrote one log. */
  | 'hash-differs'
  /** The hashes do not come out as the head that was sent. */
  | 'chain-broken';

export type SetAside = {
  readonly log: string;
  readonly from: number;
  readonly to: number;
  readonly reason: QuarantineReason;
  /** Canonical JSON of the run as it came. */
  readonly content: string;
  readonly sender: string;
  readonly at: number;
};

/**
 * What the upstream server keeps. One contract for every implementation; all of it is durable when the promise resolves.
 * Events are kept verbatim and are never changed or removed.
 */
export type Store = {
  /** Keeps a one-time code. */
  readonly addCode: (code: { codeHash: string; unitCode: string; expiresAt: number }) => Promise<void>;
  /**
   * Uses a code up and registers the device, or says why not. A (unit, station) belongs to one log for ever; the same log
   * may enrol again with a new code, and its new token replaces the old one. `code-refused` and `other-unit` count as a
   * try against every open code of the unit that was named; `station-taken` leaves the code as it is.
   */
  readonly enrol: (enrolment: Enrolment) => Promise<CodeRefusal | undefined>;
  readonly findDevice: (tokenHash: string) => Promise<Device | undefined>;
  /** The device a log was enrolled by. */
  readonly findLog: (log: string) => Promise<Device | undefined>;

  readonly headOf: (log: string) => Promise<LogHead | undefined>;
  /** Hash of the event at a place; undefined when the server does not hold it. */
  readonly hashAt: (log: string, seq: number) => Promise<string | undefined>;
  /**
   * Appends events that continue the log's head, in one transaction that holds the head's lock until it commits. Answers
   * false and keeps nothing when the head has moved meanwhile.
   */
  readonly append: (unitCode: string, events: readonly StoredEvent[]) => Promise<boolean>;
  /** Keeps what could not be taken, with the reason. The same run twice is kept once. */
  readonly setAside: (run: SetAside) => Promise<void>;
  /** What devices of a unit sent and could not be taken, oldest first. */
  readonly setAsideOf: (unitCode: string) => Promise<readonly SetAside[]>;

  /** Heads of all logs of a unit. */
  readonly vectorOf: (unitCode: string) => Promise<VersionVector>;
  /** Events of a unit after a vector, consecutive within each log, until about `maxBytes` of JSON; at least one. */
  readonly eventsAfter: (
    unitCode: string,
    vector: VersionVector,
    maxBytes: number,
  ) => Promise<{ readonly events: readonly StoredEvent[]; readonly more: boolean }>;
  readonly close: () => Promise<void>;
};
