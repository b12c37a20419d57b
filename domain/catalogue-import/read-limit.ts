import type { Procedure, ProcedureLimit } from '../procedure.ts';
import { foldText } from '../search-text.ts';
import {
  amountOf,
  isSameLimit,
  isSurelySameDay,
  limitIn,
  limitWords,
  type LimitWords,
  sameDayIn,
} from './limit-text.ts';
import type { OfficialRow } from './official-row.ts';
import { plainText, saysNothing, wholeNumber } from './plain-text.ts';
import type { RowNotes } from './row-note.ts';

export type LimitContext = {
  readonly field: string;
  /** The version of the procedure known so far. */
  readonly known: Procedure | undefined;
  /** Steps and descriptions of the procedure: they count only where they speak of the day and the hour of receipt. */
  readonly steps: string;
  readonly notes: RowNotes;
};

const MOST = 730;

const UNITS: ReadonlyMap<string, string> = new Map([
  ['working day', 'ngay lam viec'],
  ['working days', 'ngay lam viec'],
  ['ngay lam viec', 'ngay lam viec'],
  ['day', 'ngay'],
  ['days', 'ngay'],
  ['calendar day', 'ngay'],
  ['ngay', 'ngay'],
  ['ngay lich', 'ngay'],
  ['hour', 'gio'],
  ['hours', 'gio'],
  ['gio', 'gio'],
  ['gio lam viec', 'gio'],
  ['month', 'thang'],
  ['months', 'thang'],
  ['thang', 'thang'],
]);

/** A number that says of what it is one, or does not. `isOther`: the portal's unit OTHER stands beside it. */
type LimitNumber =
  | { readonly kind: 'limit'; readonly limit: ProcedureLimit }
  | { readonly kind: 'bare'; readonly amount: number; readonly isOther: boolean };

/**
 * The limit one place of the file gives: a number, its unit, and words beside them; undefined when it gives none, or none
 * that can be trusted. Words correct the portal's filler (1, OTHER); a bare number counts working days in civil status alone.
 *
 * Refuses, into `context.notes`, an unknown unit, a fraction, a number without a unit elsewhere, words that contradict.
 */
export function readLimit(row: OfficialRow, context: LimitContext): ProcedureLimit | undefined {
  const { notes } = context;
  const amountText = plainText(row.limitAmount);
  const amount = wholeNumber(row.limitAmount);
  const texts = [amount === undefined ? amountText : '', plainText(row.limitText)];
  const text = texts.filter((each) => !saysNothing(each)).join('; ');
  const words = limitWords(text);
  if (words.hasFraction || isFraction(amountText)) {
    notes.problem('limit-not-a-whole-number', amountText || text);
    return undefined;
  }
  // A portal that has no number to give writes 0.
  const number = amount ? limitNumber(amount, row.limitUnit, notes) : undefined;
  if (number === 'refused') return undefined;
  const limit = number === undefined ? limitOfWords(words, context, text) : combined(number, words, context);
  if (limit === undefined) return undefined;
  if (words.forSome.some((each) => !isSameLimit(each, limit))) notes.warn('limit-differs-for-some', text);
  if (words.hasMonth) notes.warn('month-as-thirty-days');
  return inRange(limit, notes);
}

function isFraction(text: string): boolean {
  return /^\d+[.,]\d*[1-9]\d*$/.test(text);
}

function inRange(limit: ProcedureLimit, notes: RowNotes): ProcedureLimit | undefined {
  const amount = amountOf(limit) ?? 1;
  if (amount >= 1 && amount <= MOST) return limit;
  notes.problem('limit-out-of-range', `${amount}`);
  return undefined;
}

/** The same-day limit that the steps of a procedure describe, with the hour; with a warning. */
export function limitOfSteps({ steps, notes }: LimitContext): ProcedureLimit | undefined {
  const folded = foldText(steps);
  const limit = isSurelySameDay(folded) ? sameDayIn(folded) : undefined;
  if (limit) notes.warn('limit-from-steps');
  return limit;
}

function limitNumber(amount: number, rawUnit: unknown, notes: RowNotes): LimitNumber | 'refused' {
  const text = plainText(rawUnit);
  const unit = foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const isOther = unit === 'other' || unit === 'khac';
  if (isOther || saysNothing(text)) return { kind: 'bare', amount, isOther };
  const known = UNITS.get(unit);
  if (known === undefined) {
    notes.problem('limit-unit-unknown', text);
    return 'refused';
  }
  if (known === 'thang') notes.warn('month-as-thirty-days');
  return { kind: 'limit', limit: limitIn(amount, known) };
}

function limitOfWords(words: LimitWords, { notes }: LimitContext, text: string): ProcedureLimit | undefined {
  const named = words.limits.length > 0 ? words.limits : words.forSome;
  const [first] = named;
  if (named.length > 1) {
    notes.problem('limit-contradictory', text);
    return undefined;
  }
  if (first) {
    if (words.limits.length === 0) notes.warn('limit-differs-for-some', text);
    return first;
  }
  if (!words.saysNone) return undefined;
  notes.warn('no-limit-published', text);
  return { kind: 'none' };
}

function combined(number: LimitNumber, words: LimitWords, context: LimitContext): ProcedureLimit | undefined {
  if (number.kind === 'bare') return limitOfBareNumber(number, words, context);
  const { limit } = number;
  if (words.limits.length === 0 || words.limits.some((each) => isSameLimit(each, limit))) return limit;
  const [first] = words.limits;
  if (first?.kind === 'same-day' && isSameLimit(limit, { kind: 'working-days', days: 1 })) {
    context.notes.warn('one-day-as-same-day');
    return first;
  }
  return contradiction(amountOf(limit), context);
}

function limitOfBareNumber(
  { amount, isOther }: { readonly amount: number; readonly isOther: boolean },
  words: LimitWords,
  context: LimitContext,
): ProcedureLimit | undefined {
  const [first, ...others] = words.limits;
  if (!first) {
    const sameDay = amount === 1 ? limitOfSteps(context) : undefined;
    return sameDay ?? (isOther && amount === 1 ? limitOfOneOther(context) : limitWithoutUnit(amount, context));
  }
  if (others.length > 0) return contradiction(amount, context);
  if (amountOf(first) === amount || (first.kind === 'same-day' && amount === 1)) return first;
  if (!isOther || amount !== 1) return contradiction(amount, context);
  context.notes.warn('limit-number-ignored', `${amount}`);
  return first;
}

/** The portal's filler. It stands for same-day procedures, but not for them alone: something else has to say so too. */
function limitOfOneOther({ field, known, notes }: LimitContext): ProcedureLimit | undefined {
  const isUsual = known ? known.limit.kind === 'same-day' : /^(?:ho tich|chung thuc)\b/.test(foldText(field));
  if (!isUsual) {
    notes.problem('limit-unit-missing', '1 OTHER');
    return undefined;
  }
  notes.warn('one-other-as-same-day');
  return known?.limit ?? { kind: 'same-day', cutOffMinute: 15 * 60 };
}

function limitWithoutUnit(amount: number, { field, known, notes }: LimitContext): ProcedureLimit | undefined {
  if (!/^ho tich\b/.test(foldText(field))) {
    notes.problem('limit-unit-missing', `${amount}`);
    return undefined;
  }
  if (amount === 1 && known?.limit.kind === 'same-day') {
    notes.warn('one-other-as-same-day');
    return known.limit;
  }
  notes.warn('bare-number-as-working-days', `${amount}`);
  return limitIn(amount, 'ngay lam viec');
}

function contradiction(amount: number | undefined, { notes }: LimitContext): undefined {
  notes.problem('limit-contradictory', amount === undefined ? '' : `${amount}`);
  return undefined;
}
