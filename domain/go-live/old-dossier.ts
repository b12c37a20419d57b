import type { Applicant } from '../party.ts';
import type { LocalMoment } from '../plain-date.ts';
import type { OldColumn, OldColumns } from './old-columns.ts';

/** An open dossier that the system of before received (hồ sơ cũ): its result is still to be handed over here. */
export type OldDossier = {
  /** As the old system wrote it. Looked up by its key. */
  readonly oldNumber: string;
  /** What the barcode on the old slip says, where the sheet gives it. */
  readonly oldScanText?: string;
  readonly applicant: Applicant;
  /** National code; the catalogue may not know it. */
  readonly procedureCode?: string;
  readonly procedureName: string;
  /** Opening time of its day where the sheet gives only the day. */
  readonly receivedAt: LocalMoment;
  /** As the old slip promised it; closing time of its day where the sheet gives only the day. */
  readonly appointmentAt?: LocalMoment;
  readonly state: 'in-progress' | 'result-ready';
  readonly note?: string;
};

/** Something in a row that the clerk should look at, which does not keep the dossier out. */
export type RowWarning = {
  readonly code:
    | 'procedure-unknown'
    /** Code and name are of two procedures; the code was believed. */
    | 'procedure-contradiction'
    | 'appointment-missing'
    /** Not a date: left out. */
    | 'appointment-unreadable'
    | 'appointment-before-reception'
    /** Not a phone number: left out. */
    | 'phone-unreadable'
    /** Cannot be an id number: left out. */
    | 'id-unreadable'
    /** A zero that the spreadsheet had dropped was put back. */
    | 'id-zero-restored'
    /** Taken for one that is still in progress. */
    | 'state-unknown'
    /** A scan of this barcode will find more than one dossier. */
    | 'scan-text-used-twice'
    /** Rounded by the spreadsheet: left out. */
    | 'scan-text-rounded';
  readonly column: OldColumn;
  readonly value?: string;
};

/** Why a row cannot become a dossier before somebody corrects it. */
export type RowProblem = {
  readonly code:
    | 'number-missing'
    /** Rounded by the spreadsheet ("2,00420E+14"): the number itself is lost. */
    | 'number-rounded'
    | 'number-used-twice'
    | 'name-missing'
    | 'procedure-missing'
    | 'received-missing'
    | 'received-unreadable'
    | 'received-after-today'
    | 'too-long';
  readonly column?: OldColumn;
  readonly value?: string;
};

/** Why a row needs nothing: its dossier is closed, or it is none. */
export type SkipReason = 'not-open' | 'blank' | 'total' | 'heading';

/** Every row below the header in exactly one list, by its number in the spreadsheet, counted from 1. */
export type OldDossiersRead = {
  readonly columns: OldColumns;
  readonly accepted: readonly {
    readonly row: number;
    readonly dossier: OldDossier;
    readonly warnings: readonly RowWarning[];
  }[];
  readonly toFix: readonly { readonly row: number; readonly problems: readonly RowProblem[] }[];
  readonly skipped: readonly { readonly row: number; readonly why: SkipReason; readonly value?: string }[];
};
