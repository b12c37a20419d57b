import {
  compareRegisterPlaces,
  type RegisterPlace,
  type RegisterRow,
  registerRowOf,
} from '../../domain/report/register-book.ts';
import type { ReportPeriod } from '../../domain/report/report-06a.ts';
import type { CounterStore, RegisterPlacesQuery } from '../../sync/counter-store.ts';
import type { RegisterAsked, RegisterPage } from '../contract/report-commands.ts';
import { Slices } from './slices.ts';

type Source = Pick<CounterStore, 'registerPlaces' | 'findDossier' | 'onChange'>;

/** Few enough that one page of places is no long step. */
const PLACES_AT_ONCE = 250;

type Lines = { readonly period: ReportPeriod; readonly places: Promise<readonly RegisterPlace[]> };

/**
 * The lines of the register books by their places. The places of the period that was asked for last are kept until
 * something changes, so that scrolling reads no more than the lines it shows.
 */
export class RegisterLines {
  readonly #source: Source;
  #kept: Lines | undefined;

  constructor(source: Source) {
    this.#source = source;
    source.onChange(({ what }) => {
      if (what === 'dossiers') this.#kept = undefined;
    });
  }

  async page(
    asked: RegisterAsked,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Promise<RegisterPage> {
    const all = await this.#placesOf(asked);
    const places = ofBook(all, asked.book);
    const rows = places.slice(offset, offset + limit).flatMap((place) => this.#rowAt(place));
    return { asked, offset, rows, total: places.length, books: booksOf(all) };
  }

  /** Every line; others have their turn while they are read. */
  async all(asked: RegisterAsked): Promise<readonly RegisterRow[]> {
    const slices = new Slices();
    const rows: RegisterRow[] = [];
    for (const place of ofBook(await this.#placesOf(asked), asked.book)) {
      rows.push(...this.#rowAt(place));
      if (slices.isFull) await slices.rest();
    }
    return rows;
  }

  #rowAt({ dossierId }: RegisterPlace): readonly RegisterRow[] {
    const dossier = this.#source.findDossier(dossierId);
    const row = dossier && registerRowOf(dossier);
    return row ? [row] : [];
  }

  #placesOf({ from, until }: ReportPeriod): Promise<readonly RegisterPlace[]> {
    const kept = this.#kept;
    if (kept?.period.from === from && kept.period.until === until) return kept.places;
    const lines: Lines = { period: { from, until }, places: this.#gather({ from, until }) };
    this.#kept = lines;
    // What failed once is tried anew by whoever asks next.
    lines.places.catch(() => {
      if (this.#kept === lines) this.#kept = undefined;
    });
    return lines.places;
  }

  async #gather(period: ReportPeriod): Promise<readonly RegisterPlace[]> {
    const slices = new Slices();
    const found: RegisterPlace[] = [];
    let query: RegisterPlacesQuery | undefined = { ...period, limit: PLACES_AT_ONCE };
    while (query) {
      const { places, next } = this.#source.registerPlaces(query);
      found.push(...places);
      query = next && { ...period, limit: PLACES_AT_ONCE, after: next };
      if (slices.isFull) await slices.rest();
    }
    return found.sort(compareRegisterPlaces);
  }
}

function ofBook(places: readonly RegisterPlace[], book: string | undefined): readonly RegisterPlace[] {
  return book === undefined ? places : places.filter((place) => place.book === book);
}

function booksOf(places: readonly RegisterPlace[]): RegisterPage['books'] {
  const counts = new Map<string, number>();
  for (const { book } of places) counts.set(book, (counts.get(book) ?? 0) + 1);
  return [...counts].map(([book, count]) => ({ book, count }));
}
