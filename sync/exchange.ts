import { canonicalJson } from '../domain/canonical-json.ts';
import type { StoredEvent } from '../domain/dossier-event.ts';
import { sameVector, type VersionVector } from '../domain/version-vector.ts';
import type { EventTable } from './store/event-table.ts';
import type { UpstreamQuarantine } from './store/upstream-quarantine.ts';
import { GENESIS_HASH } from './wire/chain.ts';
import type { Upstream } from './wire/http-upstream.ts';
import { packRuns, PROTOCOL, type SyncResponse, unpackRun } from './wire/messages.ts';

/** What one talk with the server came to. */
export type Outcome = {
  /** Events the server had and we did not; they are not in the store yet. */
  readonly received: readonly StoredEvent[];
  /** Both sides hold the same events, by vectors and head hashes. */
  readonly proved: boolean;
  readonly forked: boolean;
  readonly server: VersionVector;
  /** The server's clock when it answered, in epoch ms. */
  readonly serverTime: number;
};

const FIRST_BATCH_BYTES = 16_384;
const SMALLEST_BATCH_BYTES = 4_096;
const LARGEST_BATCH_BYTES = 524_288;
const WANT_BYTES = 524_288;
/** So many events are looked at to fill a batch; more would not fit anyway. */
const MOST_EVENTS = 2_000;
/** Stop and let what came be stored before asking on. */
const MOST_RECEIVED = 5_000;

export type ExchangeParts = {
  readonly events: EventTable;
  readonly quarantine: UpstreamQuarantine;
  readonly upstream: Upstream;
  readonly now: () => number;
  /** After each answer within a talk: what the server holds by now. */
  readonly onAnswer?: (server: VersionVector) => void;
};

/**
 * Talks with the server until neither side has anything the other lacks. The vectors decide what is sent, whatever was
 * sent before: a lost answer, a server restored from a backup and a failed local write heal by themselves.
 * With nothing new on either side it is one request. Batches grow while they pass and shrink when they break off.
 */
export class Exchange {
  readonly #parts: ExchangeParts;
  #batchBytes = FIRST_BATCH_BYTES;
  /** What the server said it holds; forgotten after an error. */
  #server: VersionVector | undefined;

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
  }

  async talk(): Promise<Outcome> {
    try {
      return await this.#untilQuiet();
    } catch (error) {
      this.#server = undefined;
      this.#batchBytes = Math.max(SMALLEST_BATCH_BYTES, this.#batchBytes / 2);
      throw error;
    }
  }

  async #untilQuiet(): Promise<Outcome> {
    const received: StoredEvent[] = [];
    for (;;) {
      const held = withReceived(this.#parts.events.vector(), received);
      const before = this.#server;
      const batch = this.#server ? this.#nextBatch(this.#server) : [];
      const response = await this.#parts.upstream.sync({
        protocol: PROTOCOL,
        vector: held,
        batch: [...packRuns(batch)],
        wantBytes: WANT_BYTES,
      });
      this.#noteVerdicts(response);
      if (batch.length > 0) this.#batchBytes = Math.min(LARGEST_BATCH_BYTES, this.#batchBytes * 2);
      this.#server = response.vector;
      this.#parts.onAnswer?.(response.vector);
      const news = newsOf(response, held);
      received.push(...news);
      const isDone = !response.more && this.#nextBatch(response.vector).length === 0;
      // A server that takes nothing and gives nothing would be asked for ever.
      const isStuck = news.length === 0 && before !== undefined && sameVector(before, response.vector);
      if (isDone || isStuck || received.length >= MOST_RECEIVED || response.forks.length > 0) {
        const proved = sameVector(this.#parts.events.vector(), response.vector);
        return {
          received,
          proved,
          forked: response.forks.length > 0,
          server: response.vector,
          serverTime: response.time,
        };
      }
    }
  }

  #nextBatch(server: VersionVector): readonly StoredEvent[] {
    const { events, quarantine } = this.#parts;
    const batch: StoredEvent[] = [];
    let bytes = 0;
    for (const [log, head] of Object.entries(events.vector())) {
      const seq = server[log]?.seq ?? 0;
      // What the server set aside once it would set aside again: a person has to look at it.
      if (seq >= head.seq || quarantine.isSetAside({ log, seq: seq + 1 })) continue;
      for (const event of events.after({ log, seq }, MOST_EVENTS)) {
        if (batch.length > 0 && bytes >= this.#batchBytes) return batch;
        if (event.seq > head.seq) break;
        batch.push(event);
        bytes += canonicalJson(event).length;
      }
    }
    return batch;
  }

  #noteVerdicts(response: SyncResponse): void {
    for (const { log, from, to, verdict, reason } of response.verdicts) {
      if (verdict !== 'quarantined') continue;
      this.#parts.quarantine.note({ log, from, to, reason: reason ?? 'unknown', at: this.#parts.now() });
    }
  }
}

/** What really came: runs that hold together and continue what is held. Anything else is asked for again. */
function newsOf(response: SyncResponse, held: VersionVector): readonly StoredEvent[] {
  return response.batch.flatMap((run) => {
    const { events, intact } = unpackRun(run);
    const head = held[run.log] ?? { seq: 0, hash: GENESIS_HASH };
    const fresh = events.filter(({ seq }) => seq > head.seq);
    const [next] = fresh;
    return intact && next?.seq === head.seq + 1 && next.prev === head.hash ? fresh : [];
  });
}

function withReceived(vector: VersionVector, received: readonly StoredEvent[]): VersionVector {
  const held: Record<string, VersionVector[string]> = { ...vector };
  for (const { log, seq, hash } of received) if (seq > (held[log]?.seq ?? 0)) held[log] = { seq, hash };
  return held;
}
