import { parseRun, parseSyncRequest, type Run, type SyncRequest } from '../wire/messages.ts';
import type { UnreadableRun } from './accept-run.ts';

export type ReadSyncRequest = Omit<SyncRequest, 'batch'> & {
  readonly batch: readonly ({ readonly run: Run } | { readonly unreadable: UnreadableRun })[];
};

// Far above what any program writes, far below what makes a recursive reader overflow.
const DEEPEST_NESTING = 100;

/**
 * A body as a sync request, run by run: one event that cannot be read must not cost the runs beside it their place.
 * Undefined when not even the envelopes can be read.
 */
export function readSyncRequest(body: unknown): ReadSyncRequest | undefined {
  if (!isObject(body) || !Array.isArray(body['batch'])) return undefined;
  const envelope = parseSyncRequest({ ...body, batch: [] });
  if (!envelope) return undefined;
  const batch = body['batch'].map(readRun).filter((read) => read !== undefined);
  return batch.length === body['batch'].length ? { ...envelope, batch } : undefined;
}

/** The protocol a body says it speaks; asked first, because an old body may not be readable otherwise. */
export function protocolOf(body: unknown): number | undefined {
  return isObject(body) && typeof body['protocol'] === 'number' ? body['protocol'] : undefined;
}

/** True when arrays and objects lie deeper in each other than any honest program puts them. */
export function nestsTooDeep(json: string): boolean {
  let depth = 0;
  let inString = false;
  // One pass by hand: a pattern over hostile text of this size may take for ever.
  for (let i = 0; i < json.length; i += 1) {
    const char = json[i];
    if (inString && char === '\\') i += 1;
    else if (char === '"') inString = !inString;
    else if (!inString) depth += stepOf(char);
    if (depth > DEEPEST_NESTING) return true;
  }
  return false;
}

function stepOf(char: string | undefined): number {
  if (char === '[' || char === '{') return 1;
  return char === ']' || char === '}' ? -1 : 0;
}

function readRun(candidate: unknown): ReadSyncRequest['batch'][number] | undefined {
  const run = parseRun(candidate);
  if (run) return { run };
  if (!isObject(candidate) || !Array.isArray(candidate['events'])) return undefined;
  const envelope = parseRun({ ...candidate, events: candidate['events'].map(() => ANY_EVENT) });
  if (!envelope) return undefined;
  const { log, from, events } = envelope;
  return { unreadable: { log, from, to: from + events.length - 1, content: candidate } };
}

/** Stands in for an event, so that an envelope can be read apart from what it carries. */
const ANY_EVENT: Run['events'][number] = {
  lamport: 1,
  at: 0,
  clockQuality: 'free',
  dossierId: '',
  kind: 'any',
  actor: '',
  schemaVersion: 1,
  payload: {},
};

function isObject(value: unknown): value is { readonly [member: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
