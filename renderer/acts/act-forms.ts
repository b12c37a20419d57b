import type { Act, ActKind, ActOf } from '../../domain/lifecycle/act.ts';
import type { PaymentMethod } from '../../domain/fees/payment.ts';
import type { DossierPayloads } from '../../domain/lifecycle/dossier-fact.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { countText, dateText } from '../text/format.ts';
import {
  type ActDraft,
  type ActGiven,
  chosenMissing,
  receivedPapers,
  typedDay,
  typedText,
  typedVnd,
} from './act-draft.ts';
import {
  type ActField,
  AGREED,
  BASIS,
  choice,
  date,
  money,
  note,
  ON_PAPER,
  REASON,
  RESULT,
  text,
} from './act-fields.ts';

type FormOf<K extends ActKind> = {
  readonly fields: (given: ActGiven, draft: Pick<ActDraft, 'needsDate'>) => readonly ActField[];
  /** What stands in the fields to begin with. */
  readonly start?: (given: ActGiven) => Readonly<Record<string, string>>;
  readonly toAct: (draft: ActDraft, given: ActGiven) => ActOf<K>;
};

/** What is asked for each act, and how it is said to the core. */
export type ActForm = Omit<FormOf<ActKind>, 'toAct'> & {
  readonly toAct: (draft: ActDraft, given: ActGiven) => Act;
};

const onlyReason = <K extends 'signature-declined' | 'withdrawn' | 'stopped' | 'voided'>(kind: K) => ({
  fields: () => [REASON],
  toAct: (draft: ActDraft) => ({ kind, reason: typedText(draft, 'reason') }),
});

const onlyNote = <K extends 'signature-requested' | 'commune-part-finished'>(kind: K) => ({
  fields: () => [note('note')],
  toAct: (draft: ActDraft) => ({ kind, note: typedText(draft, 'note') }),
});

export const ACT_FORMS = {
  'processing-started': {
    fields: (_, { needsDate }) => [note('specialist'), ...(needsDate ? AGREED : [])],
    toAct: (draft) => ({
      kind: 'processing-started',
      specialist: typedText(draft, 'specialist'),
      ...agreedOf(draft),
    }),
  },
  'signature-requested': onlyNote('signature-requested'),
  'signature-declined': onlyReason('signature-declined'),
  'result-issued': {
    fields: () => RESULT,
    start: today,
    toAct: (draft) => ({ kind: 'result-issued', result: resultOf(draft) }),
  },
  'resolution-refused': {
    fields: () => [...RESULT, REASON],
    start: today,
    toAct: (draft) => ({ kind: 'resolution-refused', result: resultOf(draft), reason: typedText(draft, 'reason') }),
  },
  'supplement-requested': {
    fields: ({ sides: { dossier } }) => [
      { kind: 'missing' },
      REASON,
      date('respondBy'),
      ...(dossier.supplementsAsked > 0 ? BASIS : []),
      ...(dossier.status === 'upstream-in-progress' ? ON_PAPER : []),
    ],
    toAct: (draft, { sides: { dossier } }) => ({
      kind: 'supplement-requested',
      missing: chosenMissing(draft),
      reason: typedText(draft, 'reason'),
      respondBy: typedDay(draft, 'respondBy'),
      ...(dossier.supplementsAsked > 0 ? { basis: basisOf(draft) } : {}),
      ...(dossier.status === 'upstream-in-progress' ? { onPaper: onPaperOf(draft) } : {}),
    }),
  },
  'supplement-received': {
    fields: (_, { needsDate }) => [{ kind: 'received' }, ...(needsDate ? AGREED : [])],
    toAct: (draft) => ({ kind: 'supplement-received', papers: receivedPapers(draft), ...agreedOf(draft) }),
  },
  'payment-duty-notified': {
    fields: () => [text('noticeNumber')],
    toAct: (draft) => ({ kind: 'payment-duty-notified', noticeNumber: typedText(draft, 'noticeNumber') }),
  },
  'payment-duty-met': {
    fields: (_, { needsDate }) => [text('receiptNumber'), ...(needsDate ? AGREED : [])],
    toAct: (draft) => ({
      kind: 'payment-duty-met',
      receiptNumber: typedText(draft, 'receiptNumber'),
      ...agreedOf(draft),
    }),
  },
  'commune-part-finished': onlyNote('commune-part-finished'),
  'upstream-returned': {
    fields: () => [...ON_PAPER, REASON, choice('pausesLimit')],
    start: () => ({ pausesLimit: 'no' }),
    toAct: (draft) => ({
      kind: 'upstream-returned',
      reason: typedText(draft, 'reason'),
      pausesLimit: typedText(draft, 'pausesLimit') === 'yes',
      onPaper: onPaperOf(draft),
    }),
  },
  'upstream-result-issued': {
    fields: () => [choice('isRefusal'), ...RESULT],
    start: () => ({ isRefusal: 'no' }),
    toAct: (draft) => ({
      kind: 'upstream-result-issued',
      result: resultOf(draft),
      isRefusal: typedText(draft, 'isRefusal') === 'yes',
    }),
  },
  withdrawn: onlyReason('withdrawn'),
  stopped: onlyReason('stopped'),
  voided: onlyReason('voided'),
  'apology-issued': {
    fields: ({ sides: { dossier } }) => [
      REASON,
      date('newDate'),
      text('signer'),
      choice('toldBy'),
      ...(dossier.apologies.length > 0 ? BASIS : []),
    ],
    start: () => ({ toldBy: 'paper' }),
    toAct: (draft, { sides: { dossier } }) => ({
      kind: 'apology-issued',
      reason: typedText(draft, 'reason'),
      newDate: typedDay(draft, 'newDate'),
      signer: typedText(draft, 'signer'),
      toldBy: TOLD_BY.find((way) => way === typedText(draft, 'toldBy')) ?? 'paper',
      ...(dossier.apologies.length > 0 ? { basis: basisOf(draft) } : {}),
    }),
  },
  'appointment-changed': {
    fields: () => [date('agreedAppointment.date'), REASON, ...BASIS],
    toAct: (draft) => ({
      kind: 'appointment-changed',
      date: typedDay(draft, 'agreedAppointment.date'),
      reason: typedText(draft, 'reason'),
      basis: basisOf(draft),
    }),
  },
  'step-undone': {
    fields: () => [REASON],
    toAct: (draft, { sides: { dossier } }) => ({
      kind: 'step-undone',
      // Gone meanwhile: the rules say that there is nothing to take back.
      undoes: { log: dossier.lastUndoable?.log ?? '', seq: dossier.lastUndoable?.seq ?? 1 },
      reason: typedText(draft, 'reason'),
    }),
  },
  'details-corrected': {
    fields: () => [
      text('applicant.name'),
      note('applicant.idNumber'),
      note('applicant.phone'),
      text('applicant.address'),
      REASON,
    ],
    start: ({ sides: { dossier } }) => {
      const { name = '', idNumber = '', phone, address = '' } = dossier.applicant ?? {};
      return {
        'applicant.name': name,
        'applicant.idNumber': idNumber,
        'applicant.phone': phone?.kind === 'number' ? phone.digits : '',
        'applicant.address': address,
      };
    },
    toAct: (draft) => ({
      kind: 'details-corrected',
      applicant: {
        name: typedText(draft, 'applicant.name'),
        idNumber: typedText(draft, 'applicant.idNumber'),
        phone: typedText(draft, 'applicant.phone'),
        address: typedText(draft, 'applicant.address'),
      },
      reason: typedText(draft, 'reason'),
    }),
  },
  'fees-assessed': {
    fields: () => [money('feeVnd'), money('dutyVnd'), REASON],
    start: ({ sides: { payment } }) => amounts(payment.dueVnd),
    toAct: (draft) => ({
      kind: 'fees-assessed',
      typed: { feeVnd: typedVnd(draft, 'feeVnd'), dutyVnd: typedVnd(draft, 'dutyVnd') },
      reason: typedText(draft, 'reason'),
    }),
  },
  'fee-collected': {
    fields: () => [
      money('feeVnd'),
      money('dutyVnd'),
      choice('method'),
      note('receipt.book'),
      note('receipt.number'),
      note('payerName'),
    ],
    start: ({ sides: { payment } }) => ({ ...amounts(payment.restVnd), method: 'cash' }),
    toAct: (draft) => {
      const payerName = typedText(draft, 'payerName').trim();
      return {
        kind: 'fee-collected',
        ...moneyOf(draft),
        receipt: receiptOf(draft),
        ...(payerName ? { payerName } : {}),
      };
    },
  },
  'fee-refunded': {
    fields: () => [money('feeVnd'), money('dutyVnd'), choice('method'), REASON],
    start: ({ sides: { payment } }) => ({ ...amounts(payment.paidVnd), method: 'cash' }),
    toAct: (draft) => ({ kind: 'fee-refunded', ...moneyOf(draft), reason: typedText(draft, 'reason') }),
  },
  'contradiction-settled': {
    fields: () => [choice('accepts'), REASON],
    start: ({ sides: { contradictions } }) => ({
      accepts: contradictions[0]?.suggestion === 'accept' ? 'yes' : 'no',
    }),
    toAct: (draft, { sides: { contradictions } }) => ({
      kind: 'contradiction-settled',
      of: contradictions[0]?.place ?? { log: '', seq: 1 },
      accepts: typedText(draft, 'accepts') === 'yes',
      reason: typedText(draft, 'reason'),
    }),
  },
} satisfies { readonly [K in ActKind]: FormOf<K> };

const TOLD_BY: readonly DossierPayloads['apology-issued']['toldBy'][] = ['paper', 'phone', 'text', 'e-mail', 'post'];
const METHODS: readonly PaymentMethod[] = ['cash', 'transfer', 'online'];

function today({ now }: ActGiven) {
  return { 'result.date': dateText(dateOf(now)) };
}

function amounts({ fee, duty }: { readonly fee: number; readonly duty: number }) {
  return { feeVnd: countText(Math.max(0, fee)), dutyVnd: countText(Math.max(0, duty)) };
}

function resultOf(draft: ActDraft) {
  return {
    number: typedText(draft, 'result.number'),
    date: typedDay(draft, 'result.date'),
    signer: typedText(draft, 'result.signer'),
  };
}

function onPaperOf(draft: ActDraft) {
  return { signer: typedText(draft, 'onPaper.signer'), date: typedDay(draft, 'onPaper.date') };
}

function basisOf(draft: ActDraft) {
  return { text: typedText(draft, 'basis.text'), approver: typedText(draft, 'basis.approver') };
}

function agreedOf(draft: ActDraft) {
  if (!draft.needsDate) return {};
  const reason = typedText(draft, 'agreedAppointment.reason');
  return { agreedAppointment: { date: typedDay(draft, 'agreedAppointment.date'), reason } };
}

function moneyOf(draft: ActDraft) {
  return {
    feeVnd: typedVnd(draft, 'feeVnd'),
    dutyVnd: typedVnd(draft, 'dutyVnd'),
    method: METHODS.find((method) => method === typedText(draft, 'method')) ?? 'cash',
  };
}

function receiptOf(draft: ActDraft) {
  const book = typedText(draft, 'receipt.book').trim();
  const number = typedText(draft, 'receipt.number').trim();
  return book === '' && number === '' ? ({ kind: 'none' } as const) : ({ kind: 'numbered', book, number } as const);
}
