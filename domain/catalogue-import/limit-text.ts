import type { ProcedureLimit } from '../procedure.ts';
import { foldText } from '../search-text.ts';
import { saysNothing } from './plain-text.ts';

/** What words about a limit say. */
export type LimitWords = {
  /** Every different limit that holds for all, in the order of the text. */
  readonly limits: readonly ProcedureLimit[];
  /** Limits for some only: what follows words like "trường hợp cần xác minh" or "kéo dài". */
  readonly forSome: readonly ProcedureLimit[];
  /** The text says that there is none ("Không quy định"). */
  readonly saysNone: boolean;
  /** Some amount is not a whole number ("0,5 ngày"). */
  readonly hasFraction: boolean;
  /** A month stands in it: counted as thirty days. */
  readonly hasMonth: boolean;
};

/** Decree 61/2018: what comes after three is for the next working day, where no other hour is named. */
const USUAL_CUT_OFF_MINUTE = 15 * 60;

const CUT_OFF = /\b(?:sau|truoc|den|tu|luc) (?:luc )?(\d{1,2}) ?(?:gio|h)(?: ?([0-5]\d))?(?: phut)?\b/;
const EVERY_CUT_OFF = new RegExp(CUT_OFF, 'g');
const SAME_DAY =
  /\b(?:ngay )?trong ngay(?! lam viec (?:tiep|ke|sau)| (?:tiep theo|hom sau|ke tiep))\b|(?<!\d )\bngay sau khi (?:tiep )?nhan\b|\bgiai quyet ngay\b/;
const AMOUNT =
  /(?<![\d.,/])(\d{1,4}(?:[.,]\d{1,2})?)(?! ?%) ?(?:\([^)]{0,20}\) ?)?(ngay lam viec|ngay|gio lam viec|gio|thang)\b/g;
const NONE = /\bkhong (?:quy dinh|gioi han|co quy dinh|co thoi han)\b/;
const EXCEPTION =
  /\b(?:truong hop|keo dai|gia han|xac minh|phuc tap|bo sung|cong them|them|rieng|doi voi|neu|niem yet|thoa thuan)\b|\+ ?\d/;

/**
 * Reads the limits out of words: "03 ngày làm việc", "không quá 15 ngày", "Trong ngày tiếp nhận … sau 15 giờ", "2 tháng".
 * The hour after which a same-day procedure moves to the next day is never taken for a limit.
 */
export function limitWords(text: string): LimitWords {
  const folded = foldText(text);
  if (saysNothing(text)) return NO_WORDS;
  // The start of the text is for all; from the first word that singles some out, for those alone.
  const start = folded.search(EXCEPTION);
  const forAll = start < 0 ? folded : folded.slice(0, start);
  const forSome = start < 0 ? '' : folded.slice(start);
  const amounts = amountsIn(folded);
  return {
    limits: limitsIn(forAll, folded),
    forSome: limitsIn(forSome, folded),
    saysNone: NONE.test(folded),
    hasFraction: amounts.some(({ amount }) => isFraction(amount)),
    hasMonth: amounts.some(({ unit }) => unit === 'thang'),
  };
}

/** `amount` of the folded Vietnamese `unit`. A month is thirty days (Civil Code 2015 Art. 146). */
export function limitIn(amount: number, unit: string): ProcedureLimit {
  switch (unit) {
    case 'ngay lam viec':
      return { kind: 'working-days', days: amount };
    case 'thang':
      return { kind: 'calendar-days', days: amount * 30 };
    case 'gio':
    case 'gio lam viec':
      return { kind: 'hours', hours: amount };
    default:
      return { kind: 'calendar-days', days: amount };
  }
}

export function isSameLimit(a: ProcedureLimit, b: ProcedureLimit): boolean {
  return limitKey(a) === limitKey(b);
}

/** The number a limit counts; undefined where it counts nothing. */
export function amountOf(limit: ProcedureLimit): number | undefined {
  if (limit.kind === 'hours') return limit.hours;
  return limit.kind === 'working-days' || limit.kind === 'calendar-days' ? limit.days : undefined;
}

const NO_WORDS: LimitWords = { limits: [], forSome: [], saysNone: false, hasFraction: false, hasMonth: false };

/** The same-day limit of words that speak of one, with the hour they name or three in the afternoon. */
export function sameDayIn(folded: string): ProcedureLimit | undefined {
  if (!SAME_DAY.test(folded)) return undefined;
  const [, hour, minute = '0'] = CUT_OFF.exec(folded) ?? [];
  const cutOffMinute = hour === undefined ? USUAL_CUT_OFF_MINUTE : Number(hour) * 60 + Number(minute);
  return { kind: 'same-day', cutOffMinute: cutOffMinute < 24 * 60 ? cutOffMinute : USUAL_CUT_OFF_MINUTE };
}

/** True for words of a whole procedure that leave no doubt that it is a same-day one: the day and the hour both. */
export function isSurelySameDay(folded: string): boolean {
  return SAME_DAY.test(folded) && CUT_OFF.test(folded);
}

/** `part` may speak of the day of receipt and `whole` of the hour. */
function limitsIn(part: string, whole: string): readonly ProcedureLimit[] {
  const sameDay = SAME_DAY.test(part) ? sameDayIn(whole) : undefined;
  const named = amountsIn(part)
    .filter(({ amount }) => !isFraction(amount))
    .map(({ amount, unit }) => limitIn(Number(amount), unit));
  return distinct([...(sameDay ? [sameDay] : []), ...named]);
}

function amountsIn(folded: string): readonly { readonly amount: string; readonly unit: string }[] {
  const withoutHours = folded.replaceAll(EVERY_CUT_OFF, ' ; ');
  return [...withoutHours.matchAll(AMOUNT)].map(([, amount = '', unit = '']) => ({ amount, unit }));
}

function isFraction(amount: string): boolean {
  return /[.,]/.test(amount);
}

function limitKey(limit: ProcedureLimit): string {
  return `${limit.kind} ${limit.kind === 'same-day' ? limit.cutOffMinute : (amountOf(limit) ?? '')}`;
}

function distinct(limits: readonly ProcedureLimit[]): readonly ProcedureLimit[] {
  return [...new Map(limits.map((limit) => [limitKey(limit), limit])).values()];
}
