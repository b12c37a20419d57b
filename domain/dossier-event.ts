import type { Station } from './dossier-number.ts';

/** Anything a JSON text can say. What a newer program wrote is kept as it came. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** How far the wall clock could be trusted when an event was written. A claim, never used for order. */
export type ClockQuality = 'synced' | 'free' | 'suspect';

/** The place of an event in the log (nhật ký) of one device: contiguous, hash-chained, never edited. */
export type LogPosition = {
  readonly log: string;
  /** 1, 2, 3 … without gaps. */
  readonly seq: number;
  /** Hash of the event before it; 64 zeros for the first. */
  readonly prev: string;
  /** SHA-256, hex, of the canonical JSON of everything else. */
  readonly hash: string;
};

/** What an event says, apart from its place in the log. Fields a newer program added are carried along. */
export type EventBody = {
  /** 1 + the greatest seen by the writer: causes come before effects, whatever the clocks say. */
  readonly lamport: number;
  /** Milliseconds since 1970 by the writer's clock: a claim. */
  readonly at: number;
  readonly clockQuality: ClockQuality;
  /**
   * What it is about: a dossier's 14 digits, the code of a transfer batch, `account/…`, `procedure/…`, `calendar`; empty for
   * what concerns the log itself.
   */
  readonly dossierId: string;
  readonly kind: string;
  /** Name of the person who acted. */
  readonly actor: string;
  /** Account of that person. Absent before accounts were kept, and for what the program did by itself. */
  readonly account?: string;
  /** Account of the person who was stood in for. */
  readonly standsInFor?: string;
  readonly schemaVersion: number;
  readonly payload: JsonObject;
};

/** One fact as it is stored, replicated and hashed. */
export type StoredEvent = LogPosition & EventBody;

/** First event of every log: which machine writes it, for which unit and station. */
export type LogOpened = {
  readonly unitCode: string;
  readonly organisationCode: string;
  readonly station: Station;
  readonly machine: string;
  readonly appVersion: string;
  /** The log this one goes on for, and why that one could not simply be continued. */
  readonly continues?: string;
  readonly why?: string;
};

/** Version of the payloads this program writes. */
export const EVENT_SCHEMA_VERSION = 2;

/** Text key of an event, unique in the world: `<log>:<seq>`. */
export function eventId(position: { readonly log: string; readonly seq: number }): string {
  return `${position.log}:${position.seq}`;
}

/** The one order of events on every machine: (lamport, log, seq), never the wall clock. */
export function compareEvents(a: OrderKey, b: OrderKey): number {
  if (a.lamport !== b.lamport) return a.lamport - b.lamport;
  if (a.log !== b.log) return a.log < b.log ? -1 : 1;
  return a.seq - b.seq;
}

export type OrderKey = { readonly lamport: number; readonly log: string; readonly seq: number };
