import { formKeyOf, type FormSheet } from './forms/form-sheet.ts';
import { type Slip, slipKeyOf } from './slips/slip.ts';

/** Whatever is printed at a counter: a slip on a thermal printer, an official form on an office printer. */
export type PrintedPaper = Slip | FormSheet;

export function isForm(paper: PrintedPaper): paper is FormSheet {
  return paper.template.startsWith('form/');
}

/** Which paper it is: the same one printed again is its next copy. Persisted. */
export function paperKeyOf(paper: PrintedPaper): string {
  return isForm(paper) ? formKeyOf(paper) : slipKeyOf(paper);
}
