import { NUMBERS_PER_STATION } from '../../domain/dossier-number.ts';
import type { FormNumber } from '../../domain/lifecycle/dossier-fact.ts';
import { dateOf, yearOf } from '../../domain/plain-date.ts';
import { partsOfScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import type { KnownFact } from '../../domain/subject-fact.ts';
import { partsOfBatchCode } from '../../domain/transfer/batch-code.ts';
import type { CounterIdentity, NumberCounter } from '../counter-store.ts';
import type { Sequences } from './sequences.ts';

/** The row that counts the numbers given out. */
export function sequenceName(counter: NumberCounter): string {
  return 'date' in counter ? `${counter.of}:${counter.date}` : `${counter.of}:${counter.year}`;
}

type Whose = {
  /** Undefined: a counter that does not know any more who it is skips everybody's numbers. */
  readonly own: Pick<CounterIdentity, 'unit' | 'station'> | undefined;
  readonly sequences: Sequences;
};

/**
 * Makes sure that no number a fact carries is given out again here. For facts of this very station that come back from the
 * server or from a copy: after an older copy of the file was put back, its own counters lag behind what was issued.
 */
export function raisePast(fact: KnownFact, { own, sequences }: Whose): void {
  if (fact.kind === 'batch-opened') {
    const parts = partsOfBatchCode(fact.payload.code);
    if (isOwn(own, parts.unitCode, parts.station)) {
      sequences.raise(sequenceName({ of: 'transfer-batch', date: parts.date }), parts.runningNumber);
    }
    return;
  }
  if (!('dossierId' in fact)) return;
  raiseFormNumber(fact.payload, { own, sequences });
  if (!('scanCode' in fact.payload)) return;
  const { unitCode, station, yearOfCentury, runningNumber } = partsOfScanCode(scanCodeOf(fact.dossierId));
  if (!isOwn(own, unitCode, station)) return;
  sequences.raise(sequenceName({ of: 'scan-code', year: CENTURY + yearOfCentury }), runningNumber);
  if (fact.kind !== 'received') return;
  const { receivedAt, dossierNumber, registerBook } = fact.payload;
  const date = dateOf(receivedAt);
  const ofTheDay = Number(dossierNumber.slice(-4)) - (fact.payload.station - 1) * NUMBERS_PER_STATION;
  sequences.raise(sequenceName({ of: 'register-book', year: yearOf(date) }), registerBook.number);
  if (ofTheDay <= NUMBERS_PER_STATION) sequences.raise(sequenceName({ of: 'dossier-number', date }), ofTheDay);
}

const CENTURY = 2_000;

function raiseFormNumber(payload: object, { own, sequences }: Whose): void {
  if (!('formNumber' in payload)) return;
  // Of the shape that the reader of events let pass.
  const { year, number, station } = payload.formNumber as FormNumber;
  if (own && own.station !== station) return;
  sequences.raise(sequenceName({ of: 'form-number', year }), number);
}

function isOwn(own: Whose['own'], unitCode: string, station: number): boolean {
  return !own || (own.unit.code === unitCode && own.station === station);
}
