import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { EventBody, StoredEvent } from '../../domain/dossier-event.ts';

/** `prev` of the first event of a log. */
export const GENESIS_HASH = '0'.repeat(64);

/** SHA-256, hex, over the canonical JSON of an event without its hash. */
export function hashEvent(event: Omit<StoredEvent, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(event)).digest('hex');
}

/** Puts a body at its place in a log and seals it. Members a newer program added are kept and hashed. */
export function sealEvent(
  body: EventBody,
  place: { readonly log: string; readonly seq: number; readonly prev: string },
): StoredEvent {
  const event = { ...body, ...place };
  return { ...event, hash: hashEvent(event) };
}

/** True when an event's hash is the hash of what it says. */
export function isSealed(event: StoredEvent): boolean {
  const { hash, ...rest } = event;
  return hashEvent(rest) === hash;
}
