import type { EventBody, Json, StoredEvent } from '../../domain/dossier-event.ts';
import { GENESIS_HASH, sealEvent } from '../../sync/wire/chain.ts';
import { packRuns, type Run } from '../../sync/wire/messages.ts';

export type LogOptions = {
  readonly log: string;
  readonly unitCode: string;
  readonly station: number;
  readonly length: number;
  /** Another text, another history: two logs that differ from this seq on. */
  readonly forkedAt?: number;
  readonly bodies?: (seq: number) => Partial<EventBody> & { readonly [member: string]: Json | undefined };
};

/** A whole log as a counter would have written it. */
export function logOf(options: LogOptions): readonly StoredEvent[] {
  const { log, unitCode, station, length, forkedAt = Infinity } = options;
  const events: StoredEvent[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const body: EventBody = {
      lamport: seq,
      at: 1_587_345_600_000 + seq,
      clockQuality: 'free',
      dossierId: seq === 1 ? '' : `08305012000${String(seq).padStart(3, '0')}`,
      kind: seq === 1 ? 'log-opened' : 'noted',
      actor: 'Hà Thị Lan',
      schemaVersion: 1,
      payload: seq === 1 ? { unitCode, station } : { text: seq >= forkedAt ? 'khác' : 'như cũ' },
      ...options.bodies?.(seq),
    };
    events.push(sealEvent(body, { log, seq, prev: events.at(-1)?.hash ?? GENESIS_HASH }));
  }
  return events;
}

/** Events `from`..`to` of a log as one run. */
export function runOf(events: readonly StoredEvent[], from = 1, to = events.length): Run {
  const [run] = packRuns(events.slice(from - 1, to));
  if (!run) throw new RangeError('a run has at least one event');
  return run;
}

/** The head that stands after `seq` events. */
export function headAt(events: readonly StoredEvent[], seq = events.length): { seq: number; hash: string } {
  const event = events[seq - 1];
  if (!event) throw new RangeError(`no event ${seq}`);
  return { seq, hash: event.hash };
}
