import { setTimeout as delay } from 'node:timers/promises';
import { createRxDatabase, randomToken, type RxCollection, type RxJsonSchema } from 'rxdb/plugins/core';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { Subject } from 'rxjs';
import { eventId, type StoredEvent } from '../domain/dossier-event.ts';
import { eventsAhead, type VersionVector } from '../domain/version-vector.ts';
import { backoffMs } from './backoff.ts';
import { Exchange, type Outcome } from './exchange.ts';
import type { OpenCounterStore } from './open-counter-store.ts';
import type { CounterDatabase } from './store/counter-database.ts';
import { counterRxStorage, EVENTS_COLLECTION } from './store/rx-storage.ts';
import { ServerClock } from './server-clock.ts';
import { httpUpstream, UpstreamError } from './wire/http-upstream.ts';

export type ReplicationState = {
  /** `refused`: trying again by itself will not help, a person must act; it is tried all the same. */
  readonly status: 'offline' | 'waiting' | 'in-sync' | 'refused';
  /** Events held here that are not proved to be on the server. */
  readonly waiting: number;
  /** Epoch ms of the last proof: vectors and head hashes were equal. */
  readonly provedAt?: number;
  /** Epoch ms of the last talk that the server answered. */
  readonly answeredAt?: number;
  /** Epoch ms of the next talk, unless something happens before. */
  readonly nextAt?: number;
  /** A talk with something to send is under way: `done` of `total` have arrived. */
  readonly sending?: { readonly done: number; readonly total: number };
  readonly reason?: ReplicationTrouble;
};

export type ReplicationTrouble =
  'unreachable' | 'timed-out' | 'token-refused' | 'station-taken' | 'protocol-too-old' | 'server-error' | 'log-forked';

export type Replication = {
  readonly state: () => ReplicationState;
  /** What the server said last that it holds. */
  readonly serverVector: () => VersionVector;
  /**
   * How far the server's clock is ahead of this one, in ms, by the last talk and the time that passed since. Undefined
   * before the first, and when the wall clock ran ahead meanwhile: the computer may have slept.
   */
  readonly serverAheadMs: () => number | undefined;
  /** Starts a round at once, whatever the back-off says. */
  readonly syncNow: () => void;
  readonly onState: (listener: (state: ReplicationState) => void) => () => void;
  readonly stop: () => Promise<void>;
};

export type ReplicationOptions = {
  readonly store: OpenCounterStore;
  readonly serverUrl: string;
  readonly token: string;
  readonly now: () => number;
  /** In [0, 1): spreads the rounds of many counters. */
  readonly chance: () => number;
  /** What it said before this start that it holds: shown until it answers, and never used to decide what is sent. */
  readonly lastServer?: VersionVector;
  /** Tests ask more often. */
  readonly pollMs?: { readonly afterWrite: number; readonly idle: number };
};

/** So often what could not be written is asked for again at once. */
const QUICK_TRIES = 4;

const POLL_MS = { afterWrite: 7_000, idle: 5 * 60_000 };

export type EventRow = { readonly id: string; readonly log: string; readonly seq: number; readonly event: StoredEvent };

/**
 * Keeps this counter and the server equal for as long as it runs. RxDB drives it: a local commit starts a push, a resync a
 * pull, and what is pulled goes through its storage into the store. What is sent and asked for is decided by the version
 * vectors alone (see {@link Exchange}). A server that fails is met with a back-off of our own; RxDB retries only after an
 * error of this machine.
 */
export async function startReplication(options: ReplicationOptions): Promise<Replication> {
  const round = new Rounds(options);
  await round.open();
  return {
    state: () => round.state(),
    serverVector: () => round.serverVector(),
    serverAheadMs: () => round.serverAheadMs(),
    syncNow: () => round.syncNow(),
    onState: (listener) => round.onState(listener),
    stop: () => round.stop(),
  };
}

class Rounds {
  readonly #options: ReplicationOptions;
  readonly #exchange: Exchange;
  readonly #abort = new AbortController();
  readonly #pulled = new Subject<{ documents: (EventRow & { _deleted: boolean })[]; checkpoint: object }>();
  readonly #listeners = new Set<(state: ReplicationState) => void>();
  #replication: RxReplicationState<EventRow, object> | undefined;
  #closeDatabase: () => Promise<unknown> = () => Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #talking: Promise<unknown> = Promise.resolve();
  #failures = 0;
  #trouble: ReplicationTrouble | undefined;
  #provedAt: number | undefined;
  #answeredAt: number | undefined;
  #nextAt: number | undefined;
  /** What waited when the talk under way began. */
  #toSend: number | undefined;
  #lastReceived: StoredEvent | undefined;
  /** How often in a row what came was not written. */
  #unwritten = 0;
  #serverClock: ServerClock | undefined;
  #server: VersionVector;

  constructor(options: ReplicationOptions) {
    this.#options = options;
    this.#server = options.lastServer ?? {};
    const { events } = options.store.database;
    const upstream = httpUpstream({ ...options, signal: this.#abort.signal });
    this.#exchange = new Exchange({
      events,
      upstream,
      quarantine: options.store.quarantine,
      now: options.now,
      onAnswer: (server) => this.#takeAnswer(server),
    });
  }

  async open(): Promise<void> {
    const { collection, close } = await openEventCollection(this.#options.store.database);
    this.#closeDatabase = close;
    this.#replication = replicateRxCollection<EventRow, object>({
      replicationIdentifier: 'upstream',
      collection,
      live: true,
      waitForLeadership: false,
      // A page that is not empty is followed by another question; an empty one ends the round.
      pull: { batchSize: 1, handler: () => this.#pull(), stream$: this.#pulled.asObservable() },
      push: { batchSize: 500, handler: () => this.#push() },
    });
    this.#replication.error$.subscribe(() => this.#again(this.#poll().afterWrite));
  }

  state(): ReplicationState {
    const waiting = eventsAhead(this.#options.store.vector(), this.#server);
    return { ...this.#standing(waiting), waiting, ...this.#moments(), ...this.#sending(waiting) };
  }

  #standing(waiting: number): Pick<ReplicationState, 'status' | 'reason'> {
    const reason = this.#trouble;
    if (!reason) return { status: waiting > 0 || !this.#provedAt ? 'waiting' : 'in-sync' };
    return { status: reason === 'unreachable' || reason === 'timed-out' ? 'offline' : 'refused', reason };
  }

  #moments(): Pick<ReplicationState, 'provedAt' | 'answeredAt' | 'nextAt'> {
    return {
      ...(this.#provedAt === undefined ? {} : { provedAt: this.#provedAt }),
      ...(this.#answeredAt === undefined ? {} : { answeredAt: this.#answeredAt }),
      ...(this.#nextAt === undefined ? {} : { nextAt: this.#nextAt }),
    };
  }

  /** What is committed meanwhile is sent with the next talk. */
  #sending(waiting: number): Pick<ReplicationState, 'sending'> {
    const total = this.#toSend;
    if (total === undefined || total === 0) return {};
    return { sending: { done: Math.max(0, total - waiting), total } };
  }

  serverVector(): VersionVector {
    return this.#server;
  }

  serverAheadMs(): number | undefined {
    return this.#serverClock?.aheadMs();
  }

  syncNow(): void {
    this.#again(0);
  }

  onState(listener: (state: ReplicationState) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    clearTimeout(this.#timer);
    await this.#replication?.cancel();
    await this.#talking;
    await this.#closeDatabase();
    clearTimeout(this.#timer);
  }

  async #pull(): Promise<{ documents: (EventRow & { _deleted: boolean })[]; checkpoint: object }> {
    const outcome = await this.#talk();
    return { documents: (outcome?.received ?? []).map(rowOf), checkpoint: {} };
  }

  async #push(): Promise<[]> {
    const outcome = await this.#talk();
    const documents = (outcome?.received ?? []).map(rowOf);
    if (documents.length > 0) this.#pulled.next({ documents, checkpoint: {} });
    return [];
  }

  /** One talk at a time; answers undefined when it failed, and sees to the next one. */
  #talk(): Promise<Outcome | undefined> {
    const turn = this.#talking.then(() => this.#tryToTalk());
    // An error that is not the server's goes to RxDB, which tries again; the talks after it must still be held.
    this.#talking = turn.catch(() => undefined);
    return turn;
  }

  #takeAnswer(server: VersionVector): void {
    this.#server = server;
    this.#answeredAt = this.#options.now();
    // It is there again, while this talk still goes on.
    if (this.#standing(0).status === 'offline') this.#trouble = undefined;
    this.#tell();
  }

  async #tryToTalk(): Promise<Outcome | undefined> {
    await this.#waitAfterUnwritten();
    if (this.#abort.signal.aborted) return undefined;
    this.#toSend = eventsAhead(this.#options.store.vector(), this.#server);
    try {
      const outcome = await this.#exchange.talk();
      this.#lastReceived = outcome.received.at(-1);
      this.#failures = 0;
      this.#server = outcome.server;
      this.#serverClock = new ServerClock(outcome.serverTime, this.#options.now);
      this.#trouble = outcome.forked ? 'log-forked' : undefined;
      if (outcome.proved) this.#provedAt = this.#options.now();
      // What just came is proved to be stored by asking once more, soon.
      this.#again(outcome.proved ? this.#poll().idle : this.#poll().afterWrite);
      return outcome;
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      if (this.#abort.signal.aborted) return undefined;
      this.#trouble = troubleOf(error);
      this.#again(backoffMs(this.#failures, this.#options.chance()));
      this.#failures += 1;
      return undefined;
    } finally {
      this.#toSend = undefined;
      this.#tell();
    }
  }

  /** What came last time could not be written here: asked for at once again, it would come at once again. */
  async #waitAfterUnwritten(): Promise<void> {
    const last = this.#lastReceived;
    const isWritten = !last || (this.#options.store.vector()[last.log]?.seq ?? 0) >= last.seq;
    this.#unwritten = isWritten ? 0 : this.#unwritten + 1;
    // A few times may be a moment's trouble.
    const patience = this.#unwritten - QUICK_TRIES;
    if (patience < 0) return;
    const waitMs = backoffMs(patience, this.#options.chance());
    await delay(waitMs, undefined, { signal: this.#abort.signal, ref: false }).catch(() => undefined);
  }

  #poll(): { readonly afterWrite: number; readonly idle: number } {
    const { afterWrite, idle } = this.#options.pollMs ?? POLL_MS;
    const spread = 0.8 + 0.4 * this.#options.chance();
    return { afterWrite, idle: idle * spread };
  }

  #again(inMs: number): void {
    if (this.#abort.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#nextAt = this.#options.now() + inMs;
    this.#timer = setTimeout(() => this.#replication?.reSync(), inMs);
    this.#timer.unref();
  }

  #tell(): void {
    const state = this.state();
    for (const listener of this.#listeners) listener(state);
  }
}

function rowOf(event: StoredEvent): EventRow & { _deleted: boolean } {
  return { id: eventId(event), log: event.log, seq: event.seq, event, _deleted: false };
}

function troubleOf({ code }: UpstreamError): ReplicationTrouble {
  switch (code) {
    case 'malformed':
    case 'too-large':
    case 'code-refused':
      return 'server-error';
    case 'other-unit':
      return 'token-refused';
    default:
      return code;
  }
}

/** The events as RxDB knows them. */
export const EVENTS_SCHEMA: RxJsonSchema<EventRow> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 80 },
    log: { type: 'string' },
    seq: { type: 'integer' },
    event: { type: 'object' },
  },
  required: ['id', 'log', 'seq', 'event'],
};

/** RxDB over the open database: one collection, insert-only, where two documents of one id cannot differ. */
async function openEventCollection(
  database: CounterDatabase,
): Promise<{ collection: RxCollection<EventRow>; close: () => Promise<unknown> }> {
  const rx = await createRxDatabase({
    // RxDB knows databases by name within a process; rows are kept by collection, so a name means nothing to the file.
    name: `counter-${randomToken(8)}`,
    storage: counterRxStorage(database),
    multiInstance: false,
  });
  const collections = await rx.addCollections<{ events: RxCollection<EventRow> }>({
    [EVENTS_COLLECTION]: {
      schema: EVENTS_SCHEMA,
      // Same id, same event: another content under a known id is for the chain check and the server to notice.
      conflictHandler: { isEqual: () => true, resolve: ({ realMasterState }) => Promise.resolve(realMasterState) },
    },
  });
  return { collection: collections.events, close: () => rx.close() };
}
