import { NUMBERS_PER_STATION } from '../../domain/dossier-number.ts';
import type { DossierFact } from '../../domain/lifecycle/dossier-fact.ts';
import { dateOf, yearOf } from '../../domain/plain-date.ts';
import { LAST_RUNNING_NUMBER, partsOfScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import type { KnownFact } from '../../domain/subject-fact.ts';
import { BATCHES_PER_STATION, partsOfBatchCode } from '../../domain/transfer/batch-code.ts';
import type { CounterIdentity, NumberCounter } from '../counter-store.ts';
import type { Sequences } from './sequences.ts';

/** The row that counts the numbers given out. */
export function sequenceName(counter: NumberCounter): string {
  return 'date' in counter ? `${counter.of}:${counter.date}` : `${counter.of}:${counter.year}`;
}

type Whose = {
  /** Undefined: a counter that does not know any more who it is skips everybody's numbers. */
  readonly own: Pick<CounterIdentity, 'unit' | 'station'> | undefined;
  /** Whose log it stands in; undefined where the log's own beginning is not at hand. */
  readonly writer: { readonly unitCode: string; readonly station: number } | undefined;
  readonly sequences: Sequences;
};

/**
 * Makes sure that no number a fact carries is given out again here. For facts of this very station that come back from the
 * server or from a copy: after an older copy of the file was put back, its own counters lag behind what was issued. A
 * station gives out its numbers in its own logs alone: what another one writes of them is not believed, nor is what lies
 * beyond any range.
 */
export function raisePast(fact: KnownFact, { own, writer, sequences }: Whose): void {
  const isOwn = (unitCode: string, station: number) =>
    !own || (own.unit.code === unitCode && Number(own.station) === station);
  if (writer && !isOwn(writer.unitCode, writer.station)) return;
  for (const { counter, value, most, ...issuer } of issuedBy(fact)) {
    const isSound = Number.isSafeInteger(value) && value >= 1 && value <= most;
    if (isSound && isOwn(issuer.unitCode, issuer.station)) sequences.raise(sequenceName(counter), value);
  }
}

type Issued = {
  readonly counter: NumberCounter;
  readonly value: number;
  /** The last that the counter can give. */
  readonly most: number;
  readonly unitCode: string;
  readonly station: number;
};

const CENTURY = 2_000;
const MOST_OF_A_YEAR = LAST_RUNNING_NUMBER;

/** Every number that a fact carries, with the station that gave it out. */
function issuedBy(fact: KnownFact): readonly Issued[] {
  if (fact.kind === 'batch-opened') {
    const { unitCode, station, date, runningNumber: value } = partsOfBatchCode(fact.payload.code);
    return [{ counter: { of: 'transfer-batch', date }, value, most: BATCHES_PER_STATION, unitCode, station }];
  }
  if (!('dossierId' in fact)) return [];
  const { unitCode } = partsOfScanCode(scanCodeOf(fact.dossierId));
  return [...formIssuedBy(fact, unitCode), ...codeIssuedBy(fact), ...receptionIssuedBy(fact)];
}

function formIssuedBy({ payload }: DossierFact, unitCode: string): readonly Issued[] {
  if (!('formNumber' in payload)) return [];
  const { year, number: value, station } = payload.formNumber;
  return [{ counter: { of: 'form-number', year }, value, most: MOST_OF_A_YEAR, unitCode, station }];
}

function codeIssuedBy({ dossierId, payload }: DossierFact): readonly Issued[] {
  if (!('scanCode' in payload)) return [];
  const { unitCode, station, yearOfCentury, runningNumber: value } = partsOfScanCode(scanCodeOf(dossierId));
  const counter = { of: 'scan-code', year: CENTURY + yearOfCentury } as const;
  return [{ counter, value, most: MOST_OF_A_YEAR, unitCode, station }];
}

/** What arrived at one station may be received at another: the numbers of a reception are the receiving one's. */
function receptionIssuedBy(fact: DossierFact): readonly Issued[] {
  if (fact.kind !== 'received') return [];
  const { receivedAt, dossierNumber, registerBook, unit, station } = fact.payload;
  const date = dateOf(receivedAt);
  const issuer = { unitCode: unit.code, station: Number(station) };
  const ofTheDay = Number(dossierNumber.slice(-4)) - (station - 1) * NUMBERS_PER_STATION;
  return [
    {
      counter: { of: 'register-book', year: yearOf(date) },
      value: registerBook.number,
      most: MOST_OF_A_YEAR,
      ...issuer,
    },
    { counter: { of: 'dossier-number', date }, value: ofTheDay, most: NUMBERS_PER_STATION, ...issuer },
  ];
}
