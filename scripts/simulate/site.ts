import { dateOf, type PlainDate } from '../../domain/plain-date.ts';
import type { FeeReceipt } from '../../domain/fees/payment.ts';
import type { Chance } from './chance.ts';
import type { WallClock } from './sim-clock.ts';
import type { Station } from './station.ts';
import type { Tally } from './tally.ts';
import type { Townspeople } from './townspeople.ts';

/** A station with all that goes on around it. */
export type Site = {
  readonly station: Station;
  readonly clock: WallClock;
  readonly chance: Chance;
  readonly tally: Tally;
  readonly people: Townspeople;
  readonly receipts: ReceiptBook;
};

export function todayAt({ clock }: Pick<Site, 'clock'>): PlainDate {
  return dateOf(clock.now());
}

/** The book of receipts of one station; it knows by itself which leaves are used. */
export class ReceiptBook {
  readonly #book: string;
  readonly #used: FeeReceipt[] = [];
  #last = 0;

  constructor(book: string) {
    this.#book = book;
  }

  next(): FeeReceipt {
    return { kind: 'numbered', book: this.#book, number: String(this.#last + 1).padStart(7, '0') };
  }

  /** It was written and handed out. */
  use(receipt: FeeReceipt): void {
    if (receipt.kind === 'none') return;
    this.#used.push(receipt);
    this.#last = Math.max(this.#last, Number(receipt.number));
  }

  used(): readonly FeeReceipt[] {
    return this.#used;
  }

  isUsed(book: string, number: string): boolean {
    return this.#used.some((used) => used.kind === 'numbered' && used.book === book && used.number === number);
  }
}
