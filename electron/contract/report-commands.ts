import type { CashList } from '../../domain/fees/cash-list.ts';
import type { LocalMoment, PlainDate } from '../../domain/plain-date.ts';
import type { Report06a, ReportPeriod } from '../../domain/report/report-06a.ts';
import type { RegisterRow } from '../../domain/report/register-book.ts';
import type { Result } from '../../domain/result.ts';

type Nothing = Record<string, never>;

/** What was received in the days of a period, of one book or of all. */
export type RegisterAsked = ReportPeriod & { readonly book?: string };

/** A part of the register, in the order of book and number. */
export type RegisterPage = {
  /** What it is a part of. */
  readonly asked: RegisterAsked;
  readonly offset: number;
  readonly rows: readonly RegisterRow[];
  /** Of the book that was asked for, else of all. */
  readonly total: number;
  /** Every book with a line in the period, whichever was asked for. */
  readonly books: readonly { readonly book: string; readonly count: number }[];
};

/** The counting of report II.06a. */
export type ReportView = {
  readonly running?: { readonly period: ReportPeriod; readonly done: number; readonly total: number };
  /** The last one that came to its end, and when it was begun. */
  readonly counted?: { readonly report: Report06a; readonly at: LocalMoment };
  /** How the last one ended that did not come to its end. */
  readonly ended?: 'stopped' | 'failed';
};

/** A table to be saved for a spreadsheet. The report is the one that was counted last. */
export type TableAsked =
  | ({ readonly table: 'register' } & RegisterAsked)
  | { readonly table: 'report-06a' }
  | { readonly table: 'cash-list'; readonly day: PlainDate };

export type SaveTableRefusal = {
  readonly code: /** The dialog was closed. */ 'no-file' | 'file-not-written' | 'nothing-counted';
};

/** The register books and what is made from them. */
export type ReportCommands = {
  'report.register': {
    input: RegisterAsked & { readonly offset: number; readonly limit: number };
    output: RegisterPage;
  };
  /** Begins to count report II.06a, in place of one that is being counted; `report.state` says how far it is. */
  'report.count': { input: ReportPeriod; output: null };
  'report.state': { input: Nothing; output: ReportView };
  'report.stop': { input: Nothing; output: null };
  /** The money of one day, phí and lệ phí apart. */
  'report.cashList': { input: { readonly day: PlainDate }; output: CashList };
  /** Asks the clerk, in a dialog of the system, where to, and writes a CSV there. */
  'report.saveTable': { input: { readonly asked: TableAsked }; output: Result<null, SaveTableRefusal> };
};
