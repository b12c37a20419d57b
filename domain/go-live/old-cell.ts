import { tidyText } from '../typed-text.ts';
import type { Phone } from '../party.ts';
import { parsePhone } from '../phone.ts';
import { foldText } from '../search-text.ts';

/** A cell as the clerk meant it: tidied, without the marks (`'025…`, `="025…"`) that keep a spreadsheet from counting. */
export function tidyCell(cell: string | undefined): string {
  const text = tidyText(cell ?? '');
  const formula = /^="([^"]*)"$/.exec(text);
  return formula?.[1] === undefined ? text.replace(/^'(?=[\d+])/, '') : tidyText(formula[1]);
}

/** True of a number that a spreadsheet rounded when it was saved ("2,00420E+14"): its last digits are gone. */
export function isRounded(text: string): boolean {
  return /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(text);
}

/** True of nothing, and of what people write for nothing ("không có", "-"). */
export function saysNone(text: string): boolean {
  return /^(?:|[-–.0]+|x|k|ko|khong|(?:khong|ko|k) co|khong ro|null)$/.test(foldText(text));
}

/**
 * An id number with the zeros that a spreadsheet drops from the front of what it takes for a number: 12 digits for a
 * citizen id, 9 for an identity card of before. Ten digits may be a tax code and stay.
 */
export function restoredId(text: string): string {
  const compact = text.replaceAll(' ', '');
  if (/^\d{11}$/.test(compact)) return `0${compact}`;
  return /^\d{8}$/.test(compact) ? `0${compact}` : compact;
}

/**
 * The phone in a cell, its dropped zero restored; of several numbers the first that can be read.
 * Undefined when something stands there that is no number.
 */
export function phoneIn(text: string): Phone | undefined {
  if (saysNone(text)) return { kind: 'none' };
  return [text, ...text.split(/[/;,|]| - /)].map(phoneFrom).find((phone) => phone !== undefined);
}

function phoneFrom(text: string): Phone | undefined {
  return parsePhone(text) ?? parsePhone(`0${text.trim()}`);
}

/** True when the name is one of an office, a company or another body, by its first word. */
export function isOrganisation(name: string): boolean {
  // Marks count: the family name Trương is not a school (trường).
  return ORGANISATION.test(`${name.normalize('NFC').toLowerCase()} `);
}

const ORGANISATION = new RegExp(
  `^(?:${[
    'công ty',
    'cty',
    'doanh nghiệp',
    'dntn',
    'chi nhánh',
    'hợp tác xã',
    'htx',
    'tổ hợp tác',
    'ủy ban',
    'uỷ ban',
    'ubnd',
    'trường',
    'trung tâm',
    'trạm y tế',
    'ban quản lý',
    'nhà thờ',
    'hội nông dân',
    'hội phụ nữ',
    'hội cựu chiến binh',
    'đoàn thanh niên',
  ].join('|')})[ .:]`,
);
