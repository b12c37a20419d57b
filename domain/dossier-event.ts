import type { Appointment } from './appointment.ts';
import type { DossierNumber, Station } from './dossier-number.ts';
import type { SubmittedPaper } from './intake-form.ts';
import type { LookUpCode } from './look-up-code.ts';
import type { Applicant, Receiver, Submitter } from './party.ts';
import type { LocalMoment } from './plain-date.ts';
import type { ProcedureFee, ProcedureLimit } from './procedure.ts';
import type { DossierId, ScanCode } from './scan-code.ts';

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
  /** Empty for events that concern no dossier. */
  readonly dossierId: string;
  readonly kind: string;
  /** Name of the person who acted. */
  readonly actor: string;
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

/** A dossier was received (tiếp nhận). Carries the rules of its day, so that nothing later changes what was promised. */
export type Received = {
  readonly scanCode: ScanCode;
  readonly dossierNumber: DossierNumber;
  readonly lookUpCode: LookUpCode;
  readonly registerBook: { readonly book: string; readonly number: number };
  readonly unit: {
    readonly code: string;
    readonly name: string;
    readonly upperNames: readonly string[];
    readonly organisationCode: string;
  };
  readonly station: Station;
  readonly procedure: {
    readonly code: string;
    readonly version: string;
    readonly name: string;
    readonly alias: string;
    readonly field: string;
    readonly limit: ProcedureLimit;
    readonly fee: ProcedureFee;
    readonly resultName: string;
  };
  readonly papers: readonly SubmittedPaper[];
  readonly sets: number;
  readonly applicant: Applicant;
  readonly submitter?: Submitter;
  readonly receivedAt: LocalMoment;
  readonly appointment: Appointment;
};

/** The result was handed over (trả kết quả). */
export type ResultHandedOver = {
  readonly receiver: Receiver;
  readonly handedOverAt: LocalMoment;
};

/** Everything this program can read. Other kinds are kept, forwarded, and leave a dossier as it is. */
export type DossierFact =
  | { readonly kind: 'received'; readonly dossierId: DossierId; readonly payload: Received }
  | { readonly kind: 'result-handed-over'; readonly dossierId: DossierId; readonly payload: ResultHandedOver };

/** Version of the payloads this program writes. */
export const EVENT_SCHEMA_VERSION = 1;

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
