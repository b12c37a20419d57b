import { type PlainDate, plainDate, yearOf } from '../plain-date.ts';

export type Sex = 'male' | 'female';

/**
 * What an identity paper's number looks like: the 12 digits of the citizen card (số căn cước), the 9 digits of the
 * identity card before it (CMND), a passport, the number of a tax payer or an enterprise (mã số thuế: 10 digits, or 13
 * for a dependent unit), anything else, or nothing.
 */
export type IdKind = 'citizen' | 'former' | 'passport' | 'tax-code' | 'other' | 'none';

/** What a 12-digit number says of its bearer by its first six digits. Numbers that contradict their bearer do exist. */
export type CitizenNumberParts = {
  /** 3 digits: where the birth was registered, a province of Vietnam below 100, another country from there. */
  readonly birthPlace: string;
  readonly sex: Sex;
  readonly birthYear: number;
};

/** Something to look at again. Never a reason to send anybody away: numbers with such faults are in use. */
export type IdWarning =
  | { readonly code: 'sex-differs'; readonly inNumber: Sex }
  /** `inNumber` is the first year of the century: 1900, 2000 … */
  | { readonly code: 'century-differs'; readonly inNumber: number }
  /** `inNumber` is the year within the century, 0–99. */
  | { readonly code: 'birth-year-differs'; readonly inNumber: number }
  | { readonly code: 'unknown-birth-place'; readonly inNumber: string }
  /** A 9-digit card on a day after `lastDay`. */
  | { readonly code: 'former-id-ended'; readonly lastDay: PlainDate };

/** The last day on which the 9-digit identity card was good for anything (Luật Căn cước 2023). */
const LAST_DAY_OF_FORMER_IDS = plainDate('2024-12-31');

// The 63 provinces of before July 2025; numbers given out under them stay.
const BIRTH_PLACES: ReadonlySet<string> = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
);

/** The number in the one form it is compared in: no spaces or dots, capitals. */
export function plainId(typed: string): string {
  return typed.normalize('NFC').replace(/[\s.]/gu, '').toUpperCase();
}

export function idKindOf(typed: string): IdKind {
  const id = plainId(typed);
  if (id === '') return 'none';
  if (/^\d{12}$/.test(id)) return 'citizen';
  if (/^\d{9}$/.test(id)) return 'former';
  if (/^\d{10}(-?\d{3})?$/.test(id)) return 'tax-code';
  return /^[A-Z]{1,2}\d{6,8}$/.test(id) ? 'passport' : 'other';
}

/** The parts of a 12-digit number, or undefined where it is none. */
export function partsOfCitizenNumber(typed: string): CitizenNumberParts | undefined {
  const id = plainId(typed);
  if (idKindOf(id) !== 'citizen') return undefined;
  const fourth = Number(id.charAt(3));
  return {
    birthPlace: id.slice(0, 3),
    sex: fourth % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + 100 * Math.floor(fourth / 2) + Number(id.slice(4, 6)),
  };
}

/**
 * Where a number and what else is known of its bearer do not agree on `day`. Empty for numbers that say nothing
 * (passports, tax codes, none). The number has no check digit, so a slip of the finger is often seen here alone.
 */
export function idWarnings(known: {
  readonly idNumber: string;
  readonly sex?: Sex;
  readonly birthDate?: PlainDate;
  readonly day: PlainDate;
}): readonly IdWarning[] {
  if (idKindOf(known.idNumber) === 'former') {
    return known.day > LAST_DAY_OF_FORMER_IDS ? [{ code: 'former-id-ended', lastDay: LAST_DAY_OF_FORMER_IDS }] : [];
  }
  const parts = partsOfCitizenNumber(known.idNumber);
  if (!parts) return [];
  const warnings: IdWarning[] = [];
  if (!isBirthPlace(parts.birthPlace)) warnings.push({ code: 'unknown-birth-place', inNumber: parts.birthPlace });
  if (known.sex !== undefined && known.sex !== parts.sex) warnings.push({ code: 'sex-differs', inNumber: parts.sex });
  return known.birthDate === undefined ? warnings : [...warnings, ...yearWarnings(parts, yearOf(known.birthDate))];
}

/**
 * The number with its middle hidden, for lists that a whole waiting room can see: `025*****1234`. The digits of sex and
 * year of birth are among the hidden. Of a number that is not 12 digits long only the last three stay.
 */
export function maskedId(typed: string): string {
  const id = plainId(typed);
  if (idKindOf(id) === 'citizen') return `${id.slice(0, 3)}*****${id.slice(8)}`;
  const hidden = Math.max(id.length - 3, Math.min(id.length, 3));
  return '*'.repeat(hidden) + id.slice(hidden);
}

function yearWarnings(parts: CitizenNumberParts, year: number): readonly IdWarning[] {
  const ofCentury = parts.birthYear % 100;
  const century = parts.birthYear - ofCentury;
  return [
    ...(year - (year % 100) === century ? [] : [{ code: 'century-differs', inNumber: century } as const]),
    ...(year % 100 === ofCentury ? [] : [{ code: 'birth-year-differs', inNumber: ofCentury } as const]),
  ];
}

// Countries have their own list, which changes; only the provinces are known to be complete.
function isBirthPlace(code: string): boolean {
  return code >= '100' || BIRTH_PLACES.has(code);
}
