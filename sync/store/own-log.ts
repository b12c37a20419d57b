import {
  EVENT_SCHEMA_VERSION,
  type EventBody,
  type JsonObject,
  type LogOpened,
  type StoredEvent,
} from '../../domain/dossier-event.ts';
import { type KnownFact, subjectOf } from '../../domain/subject-fact.ts';
import { incarnationOf } from '../../domain/log-name.ts';
import { dateOf, localMomentAt, yearOf } from '../../domain/plain-date.ts';
import type {
  Action,
  CounterIdentity,
  MachineFacts,
  NumbersDoubt,
  NumberWatch,
  Opening,
  OwnPlaces,
} from '../counter-store.ts';
import { sealEvent } from '../wire/chain.ts';
import { type CounterDatabase, documentOf, IDENTITY } from './counter-database.ts';
import { LAMPORT } from './event-table.ts';
import { allKnown, isSameMachine } from './number-judgement.ts';
import { sequenceName } from './number-counters.ts';
import { FAR_WITNESS, FORMER_LOGS, formerLogs, MACHINE, NumberGuard, type WitnessPaths } from './number-guard.ts';
import { newestClaim } from './newest-claim.ts';
import { readFact } from './read-fact.ts';
import type { Settings } from './setting-table.ts';

/** Says who made a revision; there is one writer. */
const REVISION_TOKEN = 'counter';
const OTHER_MACHINE = 'other-machine';

type Entry = Pick<EventBody, 'kind' | 'dossierId' | 'payload'>;
type By = Pick<Action, 'actor' | 'account' | 'standsInFor' | 'clock'>;

export type OwnLogWatch = Pick<NumberWatch, 'machine'> & {
  readonly filesOf: (identity: CounterIdentity) => WitnessPaths;
};

type InOneCommit = (act: () => void) => void;

/**
 * What this counter writes itself: who it is, which log it writes, and the watch over its numbers. Whatever writes runs
 * inside a transaction, and what stands in memory changes after its commit.
 */
export class OwnLog {
  readonly #database: CounterDatabase;
  readonly #settings: Settings;
  readonly #watch: OwnLogWatch | undefined;
  #identity: CounterIdentity | undefined;
  #guard: NumberGuard | undefined;
  /** Of an identity whose transaction has not come to its end. */
  #nextGuard: NumberGuard | undefined;
  /** How far the counters are that the transaction under way used. */
  readonly #used = new Map<string, number>();
  /** By the places asked for, which whoever asks keeps: the newest claim of a clock that nobody doubted after them. */
  readonly #newest = new Map<OwnPlaces, number>();

  constructor(database: CounterDatabase, settings: Settings, watch?: OwnLogWatch) {
    this.#database = database;
    this.#settings = settings;
    this.#watch = watch;
    const identity = settings.find<CounterIdentity>(IDENTITY);
    if (!identity) return;
    this.#identity = identity;
    this.#guard = this.#openGuard(identity);
  }

  identity(): CounterIdentity | undefined {
    return this.#identity;
  }

  isWitnessLost(): boolean {
    return this.#guard?.isWitnessLost() ?? false;
  }

  isOfOtherMachine(): boolean {
    return this.#settings.find(OTHER_MACHINE) !== undefined;
  }

  /** Why it is not certain that this file knows every number that was given out. */
  doubt(): NumbersDoubt | undefined {
    return this.#guard?.doubt();
  }

  /** A file that was away on another computer, and took no station there, is back on its own. */
  comeHome(inOneCommit: InOneCommit): void {
    const was = this.#settings.find<{ readonly was?: MachineFacts }>(OTHER_MACHINE)?.was;
    const machine = this.#watch?.machine;
    if (!was || !machine || !isSameMachine(was, machine)) return;
    inOneCommit(() => {
      this.#settings.remove(OTHER_MACHINE);
      this.#settings.put(MACHINE, allKnown(was, machine));
    });
  }

  /**
   * Nothing speaks against this file: a first opening binds it to this computer, a later one keeps what may have become
   * known of the computer. Every witness is made to agree.
   */
  recognise(inOneCommit: InOneCommit): void {
    if (!this.#watch) return;
    const kept = this.#settings.find<MachineFacts>(MACHINE);
    const known = allKnown(kept, this.#watch.machine);
    const isNew = JSON.stringify(kept) !== JSON.stringify(known);
    const isFarNew = this.#guard?.hasFarWitness() === true && !this.#settings.find(FAR_WITNESS);
    this.#note();
    if (!isNew && !isFarNew) return;
    inOneCommit(() => {
      this.#settings.put(MACHINE, known);
      if (isFarNew) this.#settings.put(FAR_WITNESS, {});
    });
  }

  /**
   * Throws when it was done before. Numbers that a former counter of this station gave out here are skipped; answers
   * whether there are any.
   */
  establish(who: CounterIdentity, opening: Opening): boolean {
    if (this.#settings.find(IDENTITY)) throw new Error('the counter is set up already');
    return this.#beginAnew(who, opening, {});
  }

  /**
   * The counter goes on in a new log and skips numbers, so that whatever the file does not know of is neither continued nor
   * given out again.
   */
  startIncarnation(why: NumbersDoubt, watch: Pick<NumberWatch, 'mark' | 'opening'>): void {
    this.begin();
    const former = this.#get();
    const opening = watch.opening();
    this.#skip(this.#guard, opening);
    const kept = this.#settings.find<MachineFacts>(MACHINE);
    if (why === 'other-machine' && kept) {
      this.#settings.put(OTHER_MACHINE, this.#settings.find(OTHER_MACHINE) ?? { was: kept });
    }
    this.#leave(former);
    const who = { ...former, log: incarnationOf(former.log, watch.mark()) };
    this.#begin(who, opening, { more: { continues: former.log, why }, guard: this.#guard });
    if (why !== 'other-machine' && this.#watch) this.#settings.put(MACHINE, allKnown(kept, this.#watch.machine));
  }

  /** Another station, with a log of its own. Answers as {@link establish} does. */
  takeStation(who: CounterIdentity, opening: Opening): boolean {
    const former = this.#get();
    this.#settings.remove(OTHER_MACHINE);
    this.#leave(former);
    return this.#beginAnew(who, opening, { continues: former.log, why: OTHER_MACHINE });
  }

  /** First in a transaction: what one took that came to nothing was given out to nobody. */
  begin(): void {
    this.#used.clear();
  }

  append(entry: Entry, by: By): StoredEvent {
    return this.#seal(this.#get().log, entry, by);
  }

  /** As {@link append}, of a fact that nobody has to read out of its event. */
  appendFact(fact: KnownFact, by: By): StoredEvent {
    const { kind } = fact;
    const dossierId = subjectOf(fact);
    // A payload is plain data: its types hold nothing that JSON does not, and what is absent is not undefined.
    const payload = fact.payload as unknown as JsonObject;
    return this.#seal(this.#get().log, { kind, dossierId, payload, fact }, by);
  }

  /** Takes the next number of a counter. */
  take(counter: string): number {
    const value = this.#database.sequences.next(counter);
    this.#used.set(counter, value);
    return value;
  }

  places(): OwnPlaces {
    const own = this.#identity ? [...formerLogs(this.#settings), this.#identity.log] : [];
    return Object.fromEntries(own.map((log) => [log, this.#database.events.headOf(log).seq]));
  }

  /** Newest claim of a clock that was not doubted, in own events after `since`; 0 when there is none. */
  lastEventAt(since: OwnPlaces): number {
    const at = this.#newest.get(since) ?? newestClaim(this.#database.events, this.places(), since);
    this.#newest.set(since, at);
    return at;
  }

  close(): void {
    this.#guard?.close();
    this.#nextGuard?.close();
  }

  #get(): CounterIdentity {
    if (!this.#identity) throw new Error('the counter is not set up');
    return this.#identity;
  }

  #leave({ log }: CounterIdentity): void {
    this.#settings.put(FORMER_LOGS, { logs: [...formerLogs(this.#settings), log] });
  }

  /** Under a station that this file had nothing to do with: a witness of it knows of numbers that the file cannot. */
  #beginAnew(who: CounterIdentity, opening: Opening, more: Continuation): boolean {
    this.begin();
    this.#nextGuard?.close();
    const guard = this.#openGuard(who);
    this.#nextGuard = guard;
    const wasHereBefore = guard?.hasSeenAnything() ?? false;
    if (wasHereBefore) this.#skip(guard, opening);
    this.#begin(who, opening, { more, guard });
    return wasHereBefore;
  }

  #skip(guard: NumberGuard | undefined, opening: Opening): void {
    for (const [name, value] of guard?.skip(countersAt(opening)) ?? []) this.#used.set(name, value);
  }

  #begin(
    who: CounterIdentity,
    opening: Opening,
    { more, guard }: { readonly more: Continuation; readonly guard: NumberGuard | undefined },
  ): void {
    const { transactions } = this.#database;
    this.#settings.put(IDENTITY, who);
    if (this.#watch) this.#settings.put(MACHINE, this.#watch.machine);
    // A place that is gone was doubted once; it is not doubted again at every start.
    if (guard?.hasFarWitness()) this.#settings.put(FAR_WITNESS, {});
    else this.#settings.remove(FAR_WITNESS);
    transactions.touched('settings');
    transactions.afterCommit(() => this.#become(who, guard));
    const payload = {
      unitCode: who.unit.code,
      organisationCode: who.unit.organisationCode,
      station: who.station,
      machine: opening.machine,
      appVersion: opening.appVersion,
      ...more,
    } satisfies LogOpened;
    const entry: Entry = { kind: 'log-opened', dossierId: '', payload };
    this.#seal(who.log, entry, { actor: who.clerkName, clock: opening.clock });
  }

  #become(who: CounterIdentity, guard: NumberGuard | undefined): void {
    if (this.#guard !== guard) this.#guard?.close();
    this.#guard = guard;
    this.#nextGuard = undefined;
    this.#identity = who;
  }

  #openGuard(who: CounterIdentity): NumberGuard | undefined {
    const watch = this.#watch;
    if (!watch) return undefined;
    const { sequences, events } = this.#database;
    return new NumberGuard({
      settings: this.#settings,
      sequences,
      headOf: events.headOf,
      hashAt: (log, seq) => events.after({ log, seq: seq - 1 }, 1)[0]?.hash,
      identity: who,
      machine: watch.machine,
      witnessFiles: watch.filesOf(who),
    });
  }

  #seal(log: string, { fact, ...entry }: Entry & { readonly fact?: KnownFact }, by: By): StoredEvent {
    const { events, sequences, transactions } = this.#database;
    const head = events.headOf(log);
    const body: EventBody = {
      lamport: sequences.value(LAMPORT) + 1,
      at: by.clock.at,
      clockQuality: by.clock.clockQuality,
      actor: by.actor,
      ...(by.account === undefined ? {} : { account: by.account }),
      ...(by.standsInFor === undefined ? {} : { standsInFor: by.standsInFor }),
      schemaVersion: EVENT_SCHEMA_VERSION,
      ...entry,
    };
    const event = sealEvent(body, { log, seq: head.seq + 1, prev: head.hash });
    // What cannot be read back would be lost to everybody, here and elsewhere: better not done at all.
    if (fact && typeof readFact(event) === 'string') throw new Error(`an own fact cannot be read back: ${fact.kind}`);
    // Before whoever else hears of the commit: the witness has to know first.
    transactions.afterCommit(() => this.#note(event));
    this.#database.admit(documentOf(event, REVISION_TOKEN), fact);
    return event;
  }

  #note(event?: StoredEvent): void {
    this.#guard?.note(this.#get().log, this.#used);
    this.#used.clear();
    if (!event || event.clockQuality === 'suspect') return;
    for (const [since, at] of this.#newest) this.#newest.set(since, Math.max(at, event.at));
  }
}

type Continuation = { readonly continues?: string; readonly why?: NumbersDoubt };

/** The counters that numbers of today are taken from. */
function countersAt({ clock }: Opening): readonly string[] {
  const date = dateOf(localMomentAt(clock.at));
  const year = yearOf(date);
  return [
    sequenceName({ of: 'dossier-number', date }),
    sequenceName({ of: 'scan-code', year }),
    sequenceName({ of: 'register-book', year }),
    sequenceName({ of: 'form-number', year }),
    sequenceName({ of: 'transfer-batch', date }),
  ];
}
