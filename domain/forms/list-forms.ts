import type { Dossier } from '../dossier.ts';
import type { ControlSheet } from '../linked/control-sheet.ts';
import { dateOf, type PlainDate } from '../plain-date.ts';
import type { Procedure } from '../procedure.ts';
import type { RegisterRow } from '../report/register-book.ts';
import { scanCodeOf } from '../scan-code.ts';
import { shownName } from '../slips/title-on-paper.ts';
import type { BatchList } from '../transfer/batch-list.ts';
import { formSetOn, formsOf } from './form-set.ts';
import type {
  BatchListForm,
  ControlSheetForm,
  FormIssue,
  ProcedureListForm,
  ProcedureNoticeForm,
  RegisterBookForm,
  ScannerSheet,
} from './form-sheet.ts';

/** The control sheet of `dossier`, as it stands at the moment of `issue`. */
export function controlSheetForm(control: ControlSheet, dossier: Dossier, issue: FormIssue): ControlSheetForm {
  const { intake } = dossier;
  const procedureName = intake ? shownName(intake.procedure, intake) : control.procedureName;
  return {
    ...issue,
    template: 'form/control-sheet/1',
    formSet: (formsOf(dossier) ?? formSetOn(dateOf(control.receivedAt))).id,
    scanCode: scanCodeOf(dossier.id),
    control: { ...control, procedureName },
  };
}

/** The lines of one book, in the set in force on the last day that it shows. */
export function registerBookForm(
  register: {
    readonly book: string;
    readonly from: PlainDate;
    readonly until: PlainDate;
    readonly rows: readonly RegisterRow[];
  },
  issue: FormIssue,
): RegisterBookForm {
  return { ...issue, template: 'form/register-book/1', formSet: formSetOn(register.until).id, ...register };
}

/** The list of a batch: bears the moment the batch was closed, or that of `issue` as long as it is open. */
export function batchListForm(list: BatchList, issue: FormIssue): BatchListForm {
  const at = list.closedAt ?? issue.at;
  return { ...issue, template: 'form/batch-list/1', at, formSet: formSetOn(dateOf(at)).id, list };
}

/** What is posted of one procedure, with what the council asks for it at the moment of `issue`. */
export function procedureNoticeForm(
  notice: Pick<ProcedureNoticeForm, 'procedure' | 'councilAmounts'>,
  issue: FormIssue,
): ProcedureNoticeForm {
  return { ...issue, template: 'form/procedure-notice/1', formSet: formSetOn(dateOf(issue.at)).id, ...notice };
}

/** The procedures of the counter in one list. */
export function procedureListForm(procedures: readonly Procedure[], issue: FormIssue): ProcedureListForm {
  return {
    ...issue,
    template: 'form/procedure-list/1',
    formSet: formSetOn(dateOf(issue.at)).id,
    procedures: procedures.map(({ code, name, field, level, limit }) => ({ code, name, field, level, limit })),
  };
}

export function scannerSheet(issue: FormIssue): ScannerSheet {
  return { ...issue, template: 'form/scanner-sheet/1', formSet: formSetOn(dateOf(issue.at)).id };
}
