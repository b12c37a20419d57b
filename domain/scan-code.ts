import type { Brand } from './brand.ts';
import { ok, refuse, type Result } from './result.ts';

/** The 16 digits of the barcode (mã vạch): unit 5, station 2, year 2, running number 5, check 2. */
export type ScanCode = Brand<string, 'ScanCode'>;

/** A dossier's identity: the first 14 digits of its scan code. */
export type DossierId = Brand<string, 'DossierId'>;

export type ScanCodeParts = {
  /** 5 digits of the administrative unit. */
  readonly unitCode: string;
  /** 1–99. */
  readonly station: number;
  /** 0–99. */
  readonly yearOfCentury: number;
  /** 1–99999 within station and year. */
  readonly runningNumber: number;
};

export type ScanCodeRefusal =
  /** Not 16 digits after spaces, dots and hyphens are dropped. */
  | { readonly code: 'scan-code-not-16-digits'; readonly digits: number }
  /** 16 digits whose check digits do not fit: misread or mistyped. */
  | { readonly code: 'scan-code-check-failed' };

export const LAST_RUNNING_NUMBER = 99_999;

/** Makes the code of a new dossier; check digits by ISO 7064 MOD 97-10. */
export function makeScanCode(parts: ScanCodeParts): ScanCode {
  const body =
    digits(parts.unitCode, 5) +
    digits(parts.station, 2) +
    digits(parts.yearOfCentury, 2) +
    digits(parts.runningNumber, 5);
  return (body + checkDigits(body)) as ScanCode;
}

/** Reads what a scanner or a hand typed. Groups of four, spaces and hyphens are accepted. */
export function parseScanCode(text: string): Result<ScanCode, ScanCodeRefusal> {
  const compact = text.replace(/[\s.-]/gu, '');
  if (!/^\d{16}$/.test(compact)) {
    return refuse({ code: 'scan-code-not-16-digits', digits: compact.replace(/\D/g, '').length });
  }
  // Compared as text: 00, 01 and 99 leave the same remainder as 97, 98 and 02, but no slip carries them.
  if (checkDigits(compact.slice(0, 14)) !== compact.slice(14)) return refuse({ code: 'scan-code-check-failed' });
  return ok(compact as ScanCode);
}

export function partsOfScanCode(code: ScanCode): ScanCodeParts {
  return {
    unitCode: code.slice(0, 5),
    station: Number(code.slice(5, 7)),
    yearOfCentury: Number(code.slice(7, 9)),
    runningNumber: Number(code.slice(9, 14)),
  };
}

export function dossierIdOf(code: ScanCode): DossierId {
  return code.slice(0, 14) as DossierId;
}

/** A dossier id as text from the wire or a row: 14 digits, or undefined. */
export function parseDossierId(text: string): DossierId | undefined {
  return /^\d{14}$/.test(text) ? (text as DossierId) : undefined;
}

/** The scan code that belongs to an id: the check digits follow from it. */
export function scanCodeOf(id: DossierId): ScanCode {
  return (id + checkDigits(id)) as ScanCode;
}

/** `0830 5012 6000 4287`, as printed under the bars. */
export function groupedScanCode(code: ScanCode): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ');
}

function checkDigits(body: string): string {
  return String(98 - remainder97(`${body}00`)).padStart(2, '0');
}

// Digit by digit: 16 digits do not fit a double exactly.
function remainder97(text: string): number {
  let remainder = 0;
  for (const digit of text) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}

function digits(value: string | number, width: number): string {
  const text = String(value).padStart(width, '0');
  if (!/^\d+$/.test(text) || text.length !== width) throw new RangeError(`${value} does not fit ${width} digits`);
  return text;
}
