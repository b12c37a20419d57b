import type { Received } from '../../domain/dossier-event.ts';
import { dateOf, yearOf } from '../../domain/plain-date.ts';
import { NUMBERS_PER_STATION } from '../../domain/dossier-number.ts';
import { partsOfScanCode } from '../../domain/scan-code.ts';
import type { NumberCounter } from '../counter-store.ts';
import type { Sequences } from './sequences.ts';

/** The row that counts the numbers given out. */
export function sequenceName(counter: NumberCounter): string {
  return counter.of === 'dossier-number' ? `dossier-number:${counter.date}` : `${counter.of}:${counter.year}`;
}

/**
 * Makes sure that none of a reception's numbers is given out again here. For receptions of this very station that come
 * back from the server: after an older copy of the file was put back, its own counters lag behind what was issued.
 */
export function raisePast(received: Received, sequences: Sequences): void {
  const date = dateOf(received.receivedAt);
  const year = yearOf(date);
  const ofTheDay = Number(received.dossierNumber.slice(-4)) - (received.station - 1) * NUMBERS_PER_STATION;
  const { runningNumber } = partsOfScanCode(received.scanCode);
  sequences.raise(sequenceName({ of: 'scan-code', year }), runningNumber);
  sequences.raise(sequenceName({ of: 'register-book', year }), received.registerBook.number);
  if (ofTheDay <= NUMBERS_PER_STATION) sequences.raise(sequenceName({ of: 'dossier-number', date }), ofTheDay);
}
