import { parsePlainDate, type PlainDate } from '../plain-date.ts';
import { foldText } from '../search-text.ts';
import { isObject } from './official-row.ts';

const TAG = /<\/?[a-z][^<>]{0,300}>|<!--[^<>]{0,300}-->/giu;
const ENTITY = /&(nbsp|amp|lt|gt|quot|apos|#39|#160);/giu;
const ENTITY_TEXT: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

/**
 * A value of the file as one line of text: mark-up and invisible characters gone, line breaks and runs of blanks one space,
 * NFC. Numbers as written; lists and objects give what stands under `members`, separated by commas. Anything else is ''.
 */
export function plainText(value: unknown, members: readonly string[] = ['name']): string {
  return tidyLine(stripMarkup(rawText(value, members)));
}

/** As {@link plainText}, line by line; empty lines are left out. */
export function plainLines(value: unknown): readonly string[] {
  return stripMarkup(rawText(value, ['name']).replace(/<(?:br|\/p|\/li|\/div)\b[^<>]{0,300}>/giu, '\n'))
    .split(/[\r\n\u2028\u2029]+/u)
    .map(tidyLine)
    .filter((line) => line !== '');
}

/** True when `value` is text that carries mark-up of a web page. */
export function hasMarkup(value: unknown): boolean {
  const text = rawText(value, ['name']);
  return stripMarkup(text) !== text;
}

/** True for the words with which an official file says that it says nothing ("Không có thông tin", "--"). */
export function saysNothing(text: string): boolean {
  return /^(?:|-+|n\/a|null|undefined|khong co thong tin|chua co thong tin|khong ro)[.]?$/.test(foldText(text));
}

/** The whole number of 0 or more that `value` is, as a number or as text ("03"); undefined when it is not one. */
export function wholeNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  const text = plainText(value);
  return /^\d{1,9}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : undefined;
}

/** The day of `value`, written 2026-07-01 (a time may follow) or 1/7/2026; undefined when it is not a day. */
export function dayOf(value: unknown): PlainDate | undefined {
  const text = plainText(value);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!local) return parsePlainDate(/^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text)?.[1] ?? '');
  const [, day = '', month = '', year = ''] = local;
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** At most `longest` characters of `text`, cut between words where there are any, with "…" for what is missing. */
export function shortened(text: string, longest: number): string {
  const characters = Array.from(text);
  if (characters.length <= longest) return text;
  const start = characters.slice(0, longest - 1).join('');
  const space = start.lastIndexOf(' ');
  return `${(space > 0 ? start.slice(0, space) : start).trimEnd()}…`;
}

/** Text and numbers as they are; of lists and objects, what stands under `members`. */
function rawText(value: unknown, members: readonly string[], depth = 0): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  // Lists of named things stand one level deep in the portal's files; deeper is not ours to read.
  if (depth > 2) return '';
  if (Array.isArray(value))
    return joined(
      value.map((each) => rawText(each, members, depth + 1)),
      ', ',
    );
  if (!isObject(value)) return '';
  return joined(
    members.map((member) => rawText(value[member], members, depth + 1)),
    ': ',
  );
}

function joined(texts: readonly string[], separator: string): string {
  return texts.filter((text) => text.trim() !== '').join(separator);
}

function stripMarkup(text: string): string {
  return text.replace(TAG, ' ').replace(ENTITY, (_, name: string) => ENTITY_TEXT[name.toLowerCase()] ?? ' ');
}

function tidyLine(text: string): string {
  return text
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .normalize('NFC')
    .trim();
}
