import type { StoredEvent } from '../../domain/dossier-event.ts';
import { ok } from '../../domain/result.ts';
import { sameVector, type VersionVector } from '../../domain/version-vector.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import { documentOf } from '../../sync/store/counter-database.ts';
import type { Chance } from './chance.ts';

/** A place in a log. */
type Place = { readonly log: string; readonly seq: number };
type Store = () => OpenCounterStore;
/** Before its event `ownSeq + 1` a log's holder knew all of this. */
type Knowledge = { readonly ownSeq: number; readonly vector: VersionVector };

const ALL = 1_000_000;

/**
 * The network between the stations and the body above: keeps what each pushes, gives to each what it lacks, in small pieces
 * and, while a line is down, not at all. Remembers what each side knew when it wrote, so that contradictions can be told
 * from defects.
 */
export class Relay {
  readonly #logs = new Map<string, StoredEvent[]>();
  readonly #knowledge = new Map<string, Knowledge[]>();
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** One round of one side, which may break off anywhere. */
  exchange(store: Store, isWhole = false): void {
    this.#push(store(), isWhole);
    this.#pull(store(), isWhole);
  }

  /** Until all hold the same. */
  exchangeAll(stores: readonly Store[]): void {
    for (let round = 0; round < stores.length + 1; round += 1) for (const store of stores) this.exchange(store, true);
  }

  areEqual(stores: readonly Store[]): boolean {
    const [first, ...others] = stores.map((store) => store().vector());
    return first !== undefined && others.every((other) => sameVector(first, other));
  }

  /** Whether each of two events was written without knowing of the other. */
  areApart(a: Place, b: Place): boolean {
    return a.log !== b.log && !this.#knew(a, b) && !this.#knew(b, a);
  }

  #knew(writer: Place, about: Place): boolean {
    const known = this.#knowledge.get(writer.log)?.findLast(({ ownSeq }) => ownSeq < writer.seq);
    return (known?.vector[about.log]?.seq ?? 0) >= about.seq;
  }

  #push({ vector, database }: OpenCounterStore, isWhole: boolean): void {
    for (const log of Object.keys(vector())) {
      const kept = this.#logs.get(log) ?? [];
      this.#logs.set(log, kept);
      const most = isWhole ? ALL : this.#chance.between(0, 60);
      kept.push(...(most === 0 ? [] : database.events.after({ log, seq: kept.length }, most)));
    }
  }

  #pull(store: OpenCounterStore, isWhole: boolean): void {
    for (const [log, kept] of this.#logs) {
      // Each piece is a transaction of its own; a broken line ends between two.
      while (isWhole || this.#chance.is(0.9)) {
        const from = store.vector()[log]?.seq ?? 0;
        const piece = kept.slice(from, from + this.#chance.between(1, 40));
        if (piece.length === 0) break;
        const { database } = store;
        database.transactions.run(() =>
          ok(piece.forEach((event) => database.admitReplicated(documentOf(event, 'relay')))),
        );
        this.#remember(store);
      }
    }
  }

  #remember(store: OpenCounterStore): void {
    const own = store.identity()?.log;
    if (own === undefined) return;
    const vector = store.vector();
    const known = this.#knowledge.get(own) ?? [];
    known.push({ ownSeq: vector[own]?.seq ?? 0, vector });
    this.#knowledge.set(own, known);
  }
}
