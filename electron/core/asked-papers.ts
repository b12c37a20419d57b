import type { Dossier } from '../../domain/dossier.ts';
import { type FormWish, formSheetOf } from '../../domain/forms/dossier-forms.ts';
import type { FormSheet } from '../../domain/forms/form-sheet.ts';
import {
  batchListForm,
  controlSheetForm,
  procedureListForm,
  procedureNoticeForm,
  registerBookForm,
  scannerSheet,
} from '../../domain/forms/list-forms.ts';
import { controlSheetOf } from '../../domain/linked/control-sheet.ts';
import { stepDatesOf } from '../../domain/linked/step-dates.ts';
import { addDays, dateOf, daysBetween, type PlainDate } from '../../domain/plain-date.ts';
import { findVersion, isOver } from '../../domain/procedure-versions.ts';
import { registerRows } from '../../domain/report/register-book.ts';
import { ok, refuse, type Result, unreachable } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import { batchSlipOf } from '../../domain/slips/batch-slip.ts';
import { feeReceiptSlipOf } from '../../domain/slips/fee-receipt-slip.ts';
import { handOverSlipOf } from '../../domain/slips/hand-over-slip.ts';
import type { Slip } from '../../domain/slips/slip.ts';
import type { SlipIssue } from '../../domain/slips/slip-issue.ts';
import { supplementSlipOf } from '../../domain/slips/supplement-slip.ts';
import { testSlipOf } from '../../domain/slips/test-slip.ts';
import type { BatchCode } from '../../domain/transfer/batch-code.ts';
import { type BatchList, batchList } from '../../domain/transfer/batch-list.ts';
import type { FormAsked, SlipAsked } from '../contract/print-views.ts';
import type { EstablishedCounter } from './counter-session.ts';

/** A register that is longer is printed month by month. */
const MOST_REGISTER_DAYS = 366;
const MOST_REGISTER_ROWS = 2_000;

type SlipRefusal = { readonly code: 'no-slip' };
type FormRefusal = { readonly code: 'no-such-form' | 'too-many-rows' };

/** The slip that somebody asks for, of what is known now. Refuses what there is nothing to say of. */
export function askedSlip(
  { store, slipPrinter }: Pick<EstablishedCounter, 'store' | 'slipPrinter'>,
  asked: SlipAsked,
  issue: SlipIssue,
): Result<Slip, SlipRefusal> {
  if (asked.slip === 'test') return ok(testSlipOf(printerNameOf(slipPrinter.setting().choice), issue));
  if (asked.slip === 'batch-list') {
    const list = listOf(store, asked.code);
    return list ? ok(batchSlipOf(list, issue)) : refuse({ code: 'no-slip' });
  }
  const dossier = store.findDossier(asked.dossierId);
  if (!dossier) return refuse({ code: 'no-slip' });
  const slip = slipOfDossier(asked.slip, dossier, issue);
  return slip.ok ? slip : refuse({ code: 'no-slip' });
}

function slipOfDossier(slip: 'hand-over' | 'supplement' | 'fee-receipt', dossier: Dossier, issue: SlipIssue) {
  switch (slip) {
    case 'hand-over':
      return handOverSlipOf(dossier, issue);
    case 'supplement':
      return supplementSlipOf(dossier, issue);
    case 'fee-receipt':
      return feeReceiptSlipOf(dossier, issue);
    default:
      return unreachable(slip);
  }
}

function printerNameOf(choice: ReturnType<EstablishedCounter['slipPrinter']['setting']>['choice']): string {
  if (choice.kind === 'tcp') return `${choice.host}:${choice.port}`;
  return choice.kind === 'device' ? choice.path : '';
}

/** The form that somebody asks for. A long register is gathered day by day, so that nothing else has to wait. */
export async function askedForm(
  counter: EstablishedCounter,
  asked: FormAsked,
  issue: SlipIssue,
): Promise<Result<FormSheet, FormRefusal>> {
  const { store } = counter;
  switch (asked.form) {
    case 'scanner-sheet':
      return ok(scannerSheet(issue));
    case 'batch-list': {
      const list = listOf(store, asked.code);
      return list ? ok(batchListForm(list, issue)) : refuse({ code: 'no-such-form' });
    }
    case 'procedure-notice':
      return procedureNotice(counter, asked, issue);
    case 'procedure-list':
      return ok(procedureListForm(counter.publications.inForce(dateOf(issue.at)), issue));
    case 'register-book':
      return registerOf(counter, asked, issue);
    case 'control-sheet':
      return controlSheet(counter, asked.dossierId, issue);
    default:
      return formOfDossier(store.findDossier(asked.dossierId), { form: asked.form }, issue);
  }
}

function formOfDossier(dossier: Dossier | undefined, wish: FormWish, issue: SlipIssue): Result<FormSheet, FormRefusal> {
  // What is void promises nothing any more.
  if (!dossier || dossier.status === 'voided') return refuse({ code: 'no-such-form' });
  return formSheetOf(wish, dossier, issue);
}

function listOf({ findSubject, findDossier }: EstablishedCounter['store'], code: BatchCode): BatchList | undefined {
  const batch = findSubject('batch', code);
  return batch && batchList(batch, findDossier);
}

function controlSheet(
  { store, publications }: EstablishedCounter,
  id: DossierId,
  issue: SlipIssue,
): Result<FormSheet, FormRefusal> {
  const dossier = store.findDossier(id);
  if (!dossier) return refuse({ code: 'no-such-form' });
  const legs = stepDatesOf(dossier, publications.counting());
  const facts = store.factsOf(id);
  const control = controlSheetOf({ dossier, facts, ...(legs?.ok ? { legs: legs.value.legs } : {}) });
  return control ? ok(controlSheetForm(control, dossier, issue)) : refuse({ code: 'no-such-form' });
}

function procedureNotice(
  { publications }: EstablishedCounter,
  which: { readonly code: string; readonly version: string },
  issue: SlipIssue,
): Result<FormSheet, FormRefusal> {
  const procedure = findVersion(publications.all(), which);
  if (!procedure || isOver(procedure, dateOf(issue.at))) return refuse({ code: 'no-such-form' });
  const councilAmounts = publications.unitRules().councilAmounts[procedure.code] ?? {};
  return ok(procedureNoticeForm({ procedure, councilAmounts }, issue));
}

async function registerOf(
  { store }: EstablishedCounter,
  { book, from, until }: Extract<FormAsked, { form: 'register-book' }>,
  issue: SlipIssue,
): Promise<Result<FormSheet, FormRefusal>> {
  if (from > until) return refuse({ code: 'no-such-form' });
  if (daysBetween(from, until) > MOST_REGISTER_DAYS) return refuse({ code: 'too-many-rows' });
  const dossiers: Dossier[] = [];
  for (let day: PlainDate = from; day <= until; day = addDays(day, 1)) {
    dossiers.push(...store.receivedOn(day));
    if (dossiers.length > MOST_REGISTER_ROWS) return refuse({ code: 'too-many-rows' });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const rows = registerRows(dossiers, { book, from, until });
  return ok(registerBookForm({ book, from, until, rows }, issue));
}
