import type { Brand } from '../brand.ts';
import { parseStation, type Station } from '../dossier-number.ts';
import { compactDate, parsePlainDate, type PlainDate, plainDate } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';

/**
 * Code of a transfer batch (mã lô bàn giao): `BG-<unit>-<YYMMDD>-<n>`. Of a day's numbers station s owns s·1000+1 … s·1000+999,
 * so that computers which do not see each other never give the same one. It is what the batch's events name as their subject.
 */
export type BatchCode = Brand<string, 'BatchCode'>;

export type BatchRangeExhausted = { readonly code: 'batch-range-exhausted'; readonly station: Station };

/** So many batches may one station open on a day. */
export const BATCHES_PER_STATION = 999;
const BLOCK = 1_000;

/** Reads a scanned or typed code: spaces, lower case and any kind of dash are accepted. Undefined when it is none. */
export function parseBatchCode(text: string): BatchCode | undefined {
  const compact = text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .toUpperCase();
  const match = /^BG-\d{5}-(\d{2})(\d{2})(\d{2})-([1-9]\d{3,4})$/.exec(compact);
  if (!match || parsePlainDate(`20${match[1]}-${match[2]}-${match[3]}`) === undefined) return undefined;
  const isOfAStation = parseStation(Math.floor(Number(match[4]) / BLOCK)) !== undefined;
  return isOfAStation && Number(match[4]) % BLOCK !== 0 ? (compact as BatchCode) : undefined;
}

/** What stands in a code; `runningNumber` is 1–999 within station and day. */
export function partsOfBatchCode(code: BatchCode): {
  readonly unitCode: string;
  readonly date: PlainDate;
  readonly station: number;
  readonly runningNumber: number;
} {
  const [, unitCode = '', day = '', number = ''] = code.split('-');
  return {
    unitCode,
    date: plainDate(`20${day.slice(0, 2)}-${day.slice(2, 4)}-${day.slice(4)}`),
    station: Math.floor(Number(number) / BLOCK),
    runningNumber: Number(number) % BLOCK,
  };
}

/** The `used + 1`-th code of the day on one station. Refuses when the station's block of the day is used up. */
export function nextBatchCode(issue: {
  /** 5 digits. */
  readonly unitCode: string;
  readonly date: PlainDate;
  readonly station: Station;
  /** How many batches this station opened on `date` already. */
  readonly used: number;
}): Result<BatchCode, BatchRangeExhausted> {
  const { unitCode, date, station, used } = issue;
  if (used >= BATCHES_PER_STATION) return refuse({ code: 'batch-range-exhausted', station });
  return ok(`BG-${unitCode}-${compactDate(date)}-${station * BLOCK + used + 1}` as BatchCode);
}
