import { shortened } from './plain-text.ts';

/** Why a row cannot be taken over as it is. Somebody has to look at the publication, or correct the row. */
export type RowProblemCode =
  /** What was read is no list of procedures at all. */
  | 'not-a-catalogue'
  /** Null, a text, a number: not a row with members. */
  | 'not-a-row'
  | 'code-missing'
  /** Not `N.NNNNNN` with 1, 2, 3 or 6 in front. */
  | 'code-not-national'
  /** What follows the national code is not what a province appends. */
  | 'code-suffix-unknown'
  /** Another row of the file has this code and says something else. `value`: the rows. */
  | 'code-used-twice'
  | 'name-missing'
  /** The page of another procedure under this code. `value`: the name known for the code. */
  | 'name-of-another-procedure'
  | 'field-missing'
  | 'level-missing'
  /** Neither the commune's nor, until June 2025, the district's. */
  | 'level-not-ours'
  | 'limit-missing'
  /** A number and nothing that says of what. */
  | 'limit-unit-missing'
  | 'limit-unit-unknown'
  | 'limit-not-a-whole-number'
  | 'limit-out-of-range'
  /** Number, text and ways of filing say different things. */
  | 'limit-contradictory'
  | 'fee-not-a-whole-amount'
  | 'fee-too-small'
  /** Several amounts, and nothing that says which is paid when. */
  | 'fee-unclear'
  | 'paper-count-out-of-range'
  | 'effective-from-not-a-day';

/** What was taken over, but not exactly as it stood: somebody should look before it is published. */
export type RowWarningCode =
  /** A number where a code should be: its last zeros were put back. */
  | 'code-was-a-number'
  /** The row stands in the file more than once, word for word. `value`: where first. */
  | 'row-repeated'
  | 'alias-made'
  /** `value`: the name known so far. */
  | 'name-changed'
  /** Other codes of the file have the same name. `value`: those codes. */
  | 'name-under-several-codes'
  | 'markup-removed'
  /** In civil status a number without a unit counts working days. */
  | 'bare-number-as-working-days'
  /** "1, other unit" is how the portal writes same-day procedures. */
  | 'one-other-as-same-day'
  /** One working day and, in words, the day of receipt: the words hold. */
  | 'one-day-as-same-day'
  /** A filler number that the words beside it correct. */
  | 'limit-number-ignored'
  /** Only the steps of the procedure say that it is same-day. */
  | 'limit-from-steps'
  /** No limit for the counter itself: that of another way of filing was taken. */
  | 'limit-from-other-channel'
  | 'month-as-thirty-days'
  /** The words name further limits for some. `value`: the words. */
  | 'limit-differs-for-some'
  /** The publication says that there is no limit. */
  | 'no-limit-published'
  | 'channel-unknown'
  /** 0 on the portal: the provincial council may have set an amount. The clerk types it. */
  | 'zero-may-mean-council'
  | 'fee-not-given'
  | 'fee-differs-from-text'
  /** A remark in the list of papers. `value`: the remark. */
  | 'note-not-a-paper'
  /** The electronic twin of a form: for those who file online. */
  | 'online-form-left-out'
  | 'paper-count-missing'
  | 'paper-repeated'
  | 'papers-not-given'
  | 'result-not-given'
  | 'decision-incomplete'
  | 'online-scope-unknown'
  /** Kept off open lists, because of a sensitive word in name or field (`value`) or because it was so far. */
  | 'restricted'
  /** The legs of a linked procedure are ours, and its limit has changed. */
  | 'linked-steps-kept';

export type RowNote<C extends RowProblemCode | RowWarningCode> = {
  readonly code: C;
  /** What stood there, or what it collides with; at most 200 characters. */
  readonly value?: string;
};

const LONGEST_VALUE = 200;

/** Collects what is wrong with a row and what was changed about it. The same note is kept once. */
export class RowNotes {
  readonly problems: RowNote<RowProblemCode>[] = [];
  readonly warnings: RowNote<RowWarningCode>[] = [];

  problem(code: RowProblemCode, value?: string): void {
    add(this.problems, noteOf(code, value));
  }

  warn(code: RowWarningCode, value?: string): void {
    add(this.warnings, noteOf(code, value));
  }
}

export function noteOf<C extends RowProblemCode | RowWarningCode>(code: C, value = ''): RowNote<C> {
  return { code, ...(value === '' ? {} : { value: shortened(value, LONGEST_VALUE) }) };
}

function add<N extends RowNote<RowProblemCode | RowWarningCode>>(notes: N[], note: N): void {
  if (!notes.some(({ code, value }) => code === note.code && value === note.value)) notes.push(note);
}
