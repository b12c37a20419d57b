import { z } from 'zod';
import type { EventBody, JsonObject, StoredEvent } from '../../domain/dossier-event.ts';
import { sealEvent } from './chain.ts';

/** Raised when an older program can no longer take part. The server speaks this one and the one before. */
export const PROTOCOL = 1;

/** A body above this size, after decompression, is refused unread. */
export const LARGEST_BODY_BYTES = 8 * 1024 * 1024;

const HASH = /^[0-9a-f]{64}$/;
const logName = z.string().regex(/^[a-z0-9.]{4,40}$/);
const seq = z.int().min(0);
const hash = z.string().regex(HASH);

/** Far above anything that is ever reached, far below where adding one stops working. */
const LARGEST_LAMPORT = 2 ** 40;

const PLACE_MEMBERS = ['log', 'seq', 'prev', 'hash'];

/** No fact is nested a tenth as deep; SQLite takes no JSON that is nested a thousand deep. */
const DEEPEST = 64;

const jsonObject = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

// Loose on purpose: members a newer program added travel on, and are part of the hash. The place in the log is not a body's to say.
const eventBody = z
  .looseObject({
    lamport: z.int().min(1).max(LARGEST_LAMPORT),
    at: z.number(),
    clockQuality: z.enum(['synced', 'free', 'suspect']),
    dossierId: z.string().max(40),
    kind: z.string().min(1).max(60),
    actor: z.string().max(200),
    schemaVersion: z.int().min(1),
    payload: jsonObject,
  })
  .refine((body) => PLACE_MEMBERS.every((member) => !Object.hasOwn(body, member)))
  .refine((body) => isShallow(body, DEEPEST));

/**
 * Consecutive events of one log. Hashes of single events do not travel: the receiver seals each event again from `prev`
 * and the last one must come out as `head`.
 */
const run = z.strictObject({
  log: logName,
  /** Seq of the first event. */
  from: z.int().min(1),
  prev: hash,
  head: hash,
  events: z.array(eventBody).min(1),
});

const vector = z.record(logName, z.strictObject({ seq, hash }));

const syncRequest = z.object({
  protocol: z.int(),
  /** What the asker holds. */
  vector,
  /** What the asker believes the server lacks. */
  batch: z.array(run),
  /** Most bytes of plain JSON the answer's batch should take; at least one event comes all the same. */
  wantBytes: z.int().min(1),
});

const verdict = z.object({
  log: logName,
  from: z.int().min(1),
  to: z.int().min(1),
  /**
   * `stored`, or already there as `duplicate`. `gap`: events before it are missing, send from the server's head.
   * `quarantined`: set aside and shown to a person; it will not be asked for again.
   */
  verdict: z.enum(['stored', 'duplicate', 'gap', 'quarantined']),
  reason: z.string().max(60).exactOptional(),
});

const syncResponse = z.object({
  protocol: z.int(),
  /** What the server holds of this unit after storing. */
  vector,
  verdicts: z.array(verdict),
  /** Events the asker lacks, oldest first within a log. */
  batch: z.array(run),
  /** True when the answer was cut at `wantBytes`. */
  more: z.boolean(),
  /** Logs whose hash at the asker's head differs from the server's: two devices wrote one log. */
  forks: z.array(logName),
  /** Milliseconds since 1970 by the server's clock. */
  time: z.number(),
});

const enrolRequest = z.object({
  protocol: z.int(),
  /** One-time code, as typed; case and spaces do not matter. */
  code: z.string().max(40),
  unitCode: z.string().regex(/^\d{5}$/),
  station: z.int().min(1).max(19),
  log: logName,
  machine: z.string().max(100),
});

const enrolResponse = z.object({ protocol: z.int(), token: z.string().min(20), time: z.number() });

const problem = z.object({
  error: z.enum([
    'malformed',
    'protocol-too-old',
    'token-refused',
    'code-refused',
    'other-unit',
    'station-taken',
    'too-large',
    'server-error',
  ]),
});

export type Run = z.infer<typeof run>;
export type SyncRequest = z.infer<typeof syncRequest>;
export type SyncResponse = z.infer<typeof syncResponse>;
export type Verdict = z.infer<typeof verdict>;
export type EnrolRequest = z.infer<typeof enrolRequest>;
export type EnrolResponse = z.infer<typeof enrolResponse>;
export type Problem = z.infer<typeof problem>;

/** Each answers undefined for a body that is not one. */
export const parseSyncRequest = parserOf(syncRequest);
export const parseSyncResponse = parserOf(syncResponse);
export const parseEnrolRequest = parserOf(enrolRequest);
export const parseEnrolResponse = parserOf(enrolResponse);
export const parseProblem = parserOf(problem);
export const parseRun = parserOf(run);

/** Packs events, which must be consecutive within each log, into runs. */
export function packRuns(events: readonly StoredEvent[]): readonly Run[] {
  const runs: { log: string; from: number; prev: string; head: string; events: Run['events'] }[] = [];
  for (const event of events) {
    const { log, seq: place, prev, hash: head, ...body } = event;
    const last = runs.at(-1);
    if (last && last.log === log && last.from + last.events.length === place && last.head === prev) {
      last.events.push(body);
      last.head = head;
    } else {
      runs.push({ log, from: place, prev, head, events: [body] });
    }
  }
  return runs;
}

/** The events of a run, sealed again. `intact` is false when the last hash is not the `head` that was sent. */
export function unpackRun(packed: Run): { readonly events: readonly StoredEvent[]; readonly intact: boolean } {
  const events: StoredEvent[] = [];
  let prev = packed.prev;
  packed.events.forEach((body, i) => {
    const event = sealEvent(body satisfies EventBody, { log: packed.log, seq: packed.from + i, prev });
    events.push(event);
    prev = event.hash;
  });
  return { events, intact: prev === packed.head };
}

function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((member) => isShallow(member, levels - 1));
}

function parserOf<T>(schema: z.ZodType<T>): (value: unknown) => T | undefined {
  return (value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : undefined;
  };
}
