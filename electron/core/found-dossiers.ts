import type { CounterStore, LookUpMeaning, LookUpStep } from '../../sync/counter-store.ts';
import type { FoundPage, LookedFor } from '../contract/look-up-commands.ts';
import { Slices } from './slices.ts';

type Source = Pick<CounterStore, 'lookUp' | 'onChange'>;

/** What is looked for, with what it means now: the clock says what is late, the catalogue what a procedure is called. */
export type LookUpAsked = Pick<LookUpStep, 'now' | 'lastDaySoon'> & {
  readonly lookedFor: LookedFor;
  /** Codes of the procedures that the text fits, the best first. */
  readonly procedureCodes: readonly string[];
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
    const places = new Set<number>();
    for (const step of this.#steps(asked)) {
      for (const place of step) places.add(place);
      if (!slices.isFull) continue;
      await slices.rest();
      if (isOvertaken()) break;
    }
    return [...places];
  }

  *#steps({ lookedFor: { text, filter }, procedureCodes, ...at }: LookUpAsked): Generator<readonly number[]> {
    const named: readonly LookUpMeaning[] =
      procedureCodes.length > 0 ? [{ kind: 'procedures', codes: procedureCodes }] : [];
    for (const meaning of [...this.#source.lookUp.meaningsOf(text), ...named]) {
      let step: LookUpStep | undefined = { ...at, meaning, filter };
      while (step) {
        const { places, next } = this.#source.lookUp.step(step);
        yield places;
        step = next === undefined ? undefined : { ...step, after: next };
      }
    }
  }
}

/** The minute matters only where it says what is late. */
function keyOf({ lookedFor, now, procedureCodes }: LookUpAsked): string {
  const { state } = lookedFor.filter;
  return JSON.stringify([lookedFor, procedureCodes, state === 'late' || state === 'due-soon' ? now : '']);
}
