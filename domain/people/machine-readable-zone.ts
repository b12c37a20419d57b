import { parsePlainDate, type PlainDate } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import { partsOfCitizenNumber, type Sex } from './citizen-id.ts';

/** What the three lines of capitals on the back of a citizen card say. */
export type MachineReadableZone = {
  readonly idNumber: string;
  /** Family name first, capitals without marks; cut short where it did not fit 30 places. */
  readonly name: string;
  readonly birthDate: PlainDate;
  readonly sex: Sex;
  /** Last day of the card. */
  readonly validUntil: PlainDate;
};

export type ZonePart = 'card-number' | 'id-number' | 'birth-date' | 'valid-until' | 'whole';

export type ZoneRefusal =
  /** Not three lines of 30 of a Vietnamese card. */
  | { readonly code: 'not-an-mrz' }
  /** The first part whose check digit does not fit, or that is no date: misread. */
  | { readonly code: 'check-failed'; readonly part: ZonePart };

const LINE = 30;
const LONGEST_TEXT = 300;

// Line 1: IDVNM, card number 9 + check, citizen number 12, two fillers, check (a filler where there is none).
const LINE_1 = /^IDVNM[A-Z0-9<]{9}\d{13}<<[\d<]$/;
// Line 2: birth YYMMDD + check, sex, last day YYMMDD + check, VNM, 11 optional, check of the whole.
const LINE_2 = /^\d{7}[MF]\d{7}VNM[A-Z0-9<]{11}\d$/;
const LINE_3 = /^[A-Z][A-Z<]{29}$/;

/**
 * Reads the machine-readable zone (TD1: 3 lines of 30) of a citizen card, the lines joined or one below the other;
 * fillers lost at the end of a line are put back. The century of the birth is that of the citizen number.
 *
 * Source: ICAO 9303, part 5 (lines) and part 3 (check digits).
 */
export function parseMachineReadableZone(text: string): Result<MachineReadableZone, ZoneRefusal> {
  const [line1 = '', line2 = '', line3 = ''] = linesOf(text);
  if (!LINE_1.test(line1) || !LINE_2.test(line2) || !LINE_3.test(line3)) return refuse({ code: 'not-an-mrz' });
  const failed = failedCheck(line1, line2);
  if (failed) return refuse({ code: 'check-failed', part: failed });
  const idNumber = line1.slice(15, 27);
  const birthDate = dateOf(line2.slice(0, 6), centuryOfBirth(idNumber));
  if (!birthDate) return refuse({ code: 'check-failed', part: 'birth-date' });
  const validUntil = dateOf(line2.slice(8, 14), 2000);
  if (!validUntil) return refuse({ code: 'check-failed', part: 'valid-until' });
  const name = line3.replace(/<+/g, ' ').trim();
  return ok({ idNumber, name, birthDate, sex: line2.charAt(7) === 'M' ? 'male' : 'female', validUntil });
}

/** The first part whose check digit does not fit. */
function failedCheck(line1: string, line2: string): ZonePart | undefined {
  const whole = line1.slice(5) + line2.slice(0, 7) + line2.slice(8, 15) + line2.slice(18, 29);
  const checks: readonly (readonly [ZonePart, string, string])[] = [
    ['card-number', line1.slice(5, 14), line1.charAt(14)],
    ['id-number', line1.slice(15, 29), line1.charAt(29)],
    ['birth-date', line2.slice(0, 6), line2.charAt(6)],
    ['valid-until', line2.slice(8, 14), line2.charAt(14)],
    ['whole', whole, line2.charAt(29)],
  ];
  return checks.find(([, value, check]) => check !== '<' && checkDigit(value) !== check)?.[0];
}

/** The check digit of ICAO 9303: weights 7, 3, 1; A = 10 … Z = 35; a filler counts nothing. */
function checkDigit(value: string): string {
  const sum = Array.from(value).reduce((total, sign, i) => total + valueOf(sign) * ([7, 3, 1][i % 3] ?? 0), 0);
  return String(sum % 10);
}

function valueOf(sign: string): number {
  return sign === '<' ? 0 : Number.parseInt(sign, 36);
}

function linesOf(text: string): readonly string[] {
  if (text.length > LONGEST_TEXT) return [];
  const lines = text
    .toUpperCase()
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\s/g, ''))
    .filter((line) => line !== '');
  if (lines.length === 3) return lines.map((line) => line.padEnd(LINE, '<'));
  const joined = lines.join('').padEnd(3 * LINE, '<');
  return joined.length > 3 * LINE ? [] : [joined.slice(0, LINE), joined.slice(LINE, 2 * LINE), joined.slice(2 * LINE)];
}

function centuryOfBirth(idNumber: string): number {
  const year = partsOfCitizenNumber(idNumber)?.birthYear ?? 0;
  return year - (year % 100);
}

function dateOf(yymmdd: string, century: number): PlainDate | undefined {
  const year = century + Number(yymmdd.slice(0, 2));
  return parsePlainDate(`${year}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4)}`);
}
