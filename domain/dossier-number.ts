import type { Brand } from './brand.ts';
import { compactDate, type PlainDate } from './plain-date.ts';
import { ok, refuse, type Result } from './result.ts';

/** The legal number of a dossier (mã hồ sơ): `<organisation code>-<YYMMDD>-<NNNN>`. */
export type DossierNumber = Brand<string, 'DossierNumber'>;

/** A computer at the counter (quầy), 1–19: owns 500 of the day's four-digit numbers. */
export type Station = Brand<number, 'Station'>;

export const FIRST_STATION = 1;
export const LAST_STATION = 19;
export const NUMBERS_PER_STATION = 500;

export type StationRangeExhausted = { readonly code: 'station-range-exhausted'; readonly station: Station };

const ORGANISATION_CODE = /^(?:\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{2,3}){0,4})$/;

/** Both written forms of the organisation code (mã định danh) in use since 2016 and since 2020. */
export function isOrganisationCode(text: string): boolean {
  return text.length <= 35 && ORGANISATION_CODE.test(text);
}

export function parseStation(value: number): Station | undefined {
  return Number.isInteger(value) && value >= FIRST_STATION && value <= LAST_STATION ? (value as Station) : undefined;
}

/**
 * The `used + 1`-th number of the day on one station: station s owns (s−1)·500+1 … s·500.
 * Refuses when the station's range of the day is used up; a number is never borrowed from another station.
 */
export function nextDossierNumber(issue: {
  readonly organisationCode: string;
  readonly date: PlainDate;
  readonly station: Station;
  /** How many numbers this station issued on `date` already. */
  readonly used: number;
}): Result<DossierNumber, StationRangeExhausted> {
  if (issue.used >= NUMBERS_PER_STATION) return refuse({ code: 'station-range-exhausted', station: issue.station });
  const sequence = (issue.station - 1) * NUMBERS_PER_STATION + issue.used + 1;
  const text = `${issue.organisationCode}-${compactDate(issue.date)}-${String(sequence).padStart(4, '0')}`;
  return ok(text as DossierNumber);
}
