import type { CounterStore, LookUpMeaning, LookUpPlaces, LookUpSaid, LookUpStep } from '../../sync/counter-store.ts';
import type { FoundPage, LookedFor } from '../contract/look-up-commands.ts';
import type { FoundLines } from './found-file.ts';
import { inOrder } from './found-order.ts';
import { Slices } from './slices.ts';

type Source = Pick<CounterStore, 'lookUp' | 'onChange'>;

/** What is looked for, with what it means now: the clock says what is late, the catalogue what a procedure is called. */
export type LookUpAsked = Pick<LookUpStep, 'now' | 'lastDaySoon'> & {
  readonly lookedFor: LookedFor;
  /** Codes of the procedures that the text names. */
  readonly procedureCodes: readonly string[];
  /** What a procedure is called. */
  readonly aliasOf: (code: string) => string;
};

type Found = { readonly key: string; readonly places: Promise<readonly number[]> };

/**
 * Dossiers that fit, by their places in the store. The places of what was looked for last are kept until something changes,
 * so that scrolling reads no more than the lines it shows.
 */
export class FoundDossiers {
  readonly #source: Source;
  #kept: Found | undefined;
  /** What was looked for last: the search for anything before is given up. */
  #newest = '';

  constructor(source: Source) {
    this.#source = source;
    source.onChange(({ what }) => {
      if (what === 'dossiers') this.#kept = undefined;
    });
  }

  async page(
    asked: LookUpAsked,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<FoundPage> {
    const places = await this.#placesOf(asked);
    const rows = this.#source.lookUp.at(places.slice(offset, offset + limit));
    return { lookedFor: asked.lookedFor, offset, rows, total: places.length };
  }

  /** All that is found, as it is found now: what changes meanwhile moves no line. */
  async lines(asked: LookUpAsked): Promise<Pick<FoundLines, 'total' | 'rowsFrom'>> {
    const places = await this.#gather(asked, () => false);
    return {
      total: places.length,
      rowsFrom: (offset, limit) => this.#source.lookUp.at(places.slice(offset, offset + limit)),
    };
  }

  #placesOf(asked: LookUpAsked): Promise<readonly number[]> {
    const key = keyOf(asked);
    this.#newest = key;
    const kept = this.#kept;
    if (kept?.key === key) return kept.places;
    const found: Found = { key, places: this.#gather(asked, () => this.#newest !== key) };
    this.#kept = found;
    // What failed once is tried anew by whoever asks next.
    found.places.catch(() => {
      if (this.#kept === found) this.#kept = undefined;
    });
    return found.places;
  }

  async #gather(asked: LookUpAsked, isOvertaken: () => boolean): Promise<readonly number[]> {
    const slices = new Slices();
    const found = new Map<number, LookUpSaid | undefined>();
    for (const { places, said } of this.#steps(asked)) {
      for (const [index, place] of places.entries()) if (!found.has(place)) found.set(place, said[index]);
      if (!slices.isFull) continue;
      await slices.rest();
      if (isOvertaken()) break;
    }
    const { sort } = asked.lookedFor;
    if (!sort || isOvertaken()) return [...found.keys()];
    return inOrder(found, { sort, slices, aliasOf: asked.aliasOf });
  }

  *#steps({
    lookedFor: { text, filter, sort },
    procedureCodes,
    now,
    lastDaySoon,
  }: LookUpAsked): Generator<LookUpPlaces> {
    const named: readonly LookUpMeaning[] =
      procedureCodes.length > 0 ? [{ kind: 'procedures', codes: procedureCodes }] : [];
    for (const meaning of [...this.#source.lookUp.meaningsOf(text), ...named]) {
      let step: LookUpStep | undefined = { now, lastDaySoon, meaning, filter, ...(sort ? { said: sort.by } : {}) };
      while (step) {
        const found = this.#source.lookUp.step(step);
        yield found;
        step = found.next === undefined ? undefined : { ...step, after: found.next };
      }
    }
  }
}

/** The minute matters only where it says what is late. */
function keyOf({ lookedFor, now, procedureCodes }: LookUpAsked): string {
  const { state } = lookedFor.filter;
  return JSON.stringify([lookedFor, procedureCodes, state === 'late' || state === 'due-soon' ? now : '']);
}
