import { describe, expect, test } from 'vitest';
import type { Act, ActKind, ActOf, ActRefusal } from '../../../domain/lifecycle/act.ts';
import { decideAct } from '../../../domain/lifecycle/decide-act.ts';
import type { DossierPayloads } from '../../../domain/lifecycle/dossier-fact.ts';
import { isTransition, transitionOf } from '../../../domain/lifecycle/transition.ts';
import { type LocalMoment, localMoment, plainDate } from '../../../domain/plain-date.ts';
import { RECEIVED, refusalOf, valueOf } from '../fixtures.ts';
import {
  APOLOGY,
  AT_THE_END_OF_THE_CALENDAR,
  BASIS,
  by,
  CHANGE,
  changedTo,
  COLLECTION,
  CORRECTION,
  FORM_NUMBER,
  IN_CASH,
  LATE,
  LINKED,
  MISSING,
  NOW,
  ON_PAPER,
  PAID,
  READ_RESULT,
  RECEIPT,
  REQUEST,
  RESULT,
  RESUME,
  RESUMED,
  UPSTREAM_RESULT,
  WITH_FEES,
  WITHDRAWN,
} from './act-samples.ts';
import { at, DOSSIER_ID, dossierOf, SAMPLES, type Said, saidUpTo } from './samples.ts';

type HappyPath<K extends ActKind> = {
  readonly said: readonly Said[];
  readonly act: ActOf<K>;
  readonly payload: DossierPayloads[K];
  readonly now?: LocalMoment;
};

/** Of every act there is, what has to be recorded. An act that is missing here does not compile. */
const HAPPY_PATHS: { readonly [K in ActKind]: HappyPath<K> } = {
  'processing-started': {
    said: saidUpTo('received'),
    act: { kind: 'processing-started', specialist: ' Lò  Thị Hoa' },
    payload: { at: NOW, specialist: 'Lò Thị Hoa' },
  },
  'signature-requested': {
    said: saidUpTo('in-progress'),
    act: { kind: 'signature-requested', note: '' },
    payload: { at: NOW, note: '' },
  },
  'signature-declined': {
    said: saidUpTo('awaiting-signature'),
    act: { kind: 'signature-declined', reason: 'Sai ngày sinh ' },
    payload: { at: NOW, reason: 'Sai ngày sinh' },
  },
  'result-issued': {
    said: saidUpTo('awaiting-signature'),
    act: { kind: 'result-issued', result: RESULT },
    payload: { at: NOW, result: READ_RESULT },
  },
  'resolution-refused': {
    said: saidUpTo('in-progress'),
    act: { kind: 'resolution-refused', result: RESULT, reason: 'Không đủ điều kiện' },
    payload: { at: NOW, result: READ_RESULT, reason: 'Không đủ điều kiện' },
  },
  'supplement-requested': {
    said: saidUpTo('in-progress'),
    act: { ...REQUEST, missing: [MISSING, { id: 'p2', name: ' ', note: '' }], onPaper: ON_PAPER },
    payload: {
      at: NOW,
      formNumber: FORM_NUMBER,
      missing: [MISSING],
      reason: 'Tờ khai chưa ký',
      respondBy: plainDate('2020-05-22'),
      onPaper: { ...ON_PAPER, date: plainDate(ON_PAPER.date) },
    },
  },
  'supplement-received': {
    said: saidUpTo('awaiting-supplement'),
    act: RESUME,
    payload: { at: NOW, papers: RECEIVED.papers, appointment: RESUMED },
  },
  'payment-duty-notified': {
    said: saidUpTo('in-progress'),
    act: { kind: 'payment-duty-notified', noticeNumber: 'TB-88' },
    payload: { at: NOW, noticeNumber: 'TB-88' },
  },
  'payment-duty-met': {
    said: saidUpTo('awaiting-payment-duty'),
    act: { kind: 'payment-duty-met', receiptNumber: '0001234' },
    payload: { at: NOW, receiptNumber: '0001234', appointment: RESUMED },
  },
  'commune-part-finished': {
    said: [LINKED, SAMPLES['processing-started']],
    act: { kind: 'commune-part-finished', note: '' },
    payload: { at: NOW, note: '' },
  },
  'upstream-returned': {
    said: saidUpTo('upstream-in-progress'),
    act: { kind: 'upstream-returned', reason: 'Thiếu trích lục', pausesLimit: true, onPaper: ON_PAPER },
    payload: {
      at: NOW,
      reason: 'Thiếu trích lục',
      pausesLimit: true,
      onPaper: { ...ON_PAPER, date: plainDate(ON_PAPER.date) },
    },
  },
  'upstream-result-issued': {
    said: saidUpTo('upstream-in-progress'),
    act: { ...UPSTREAM_RESULT, isRefusal: true },
    payload: {
      at: at('23T17:30'),
      result: READ_RESULT,
      isRefusal: true,
      onPaper: { signer: 'Hà Văn Sáu', date: plainDate('2020-04-23') },
    },
  },
  withdrawn: { said: saidUpTo('received'), act: WITHDRAWN, payload: { at: NOW, reason: 'Công dân xin rút' } },
  stopped: {
    said: saidUpTo('awaiting-supplement'),
    now: localMoment('2020-05-22T08:00'),
    act: { kind: 'stopped', reason: 'Quá hạn bổ sung' },
    payload: { at: localMoment('2020-05-22T08:00'), reason: 'Quá hạn bổ sung' },
  },
  voided: {
    said: saidUpTo('result-ready'),
    act: { kind: 'voided', reason: 'Nhập nhầm' },
    payload: { at: NOW, reason: 'Nhập nhầm' },
  },
  'apology-issued': {
    said: saidUpTo('in-progress'),
    act: APOLOGY,
    payload: {
      at: NOW,
      formNumber: FORM_NUMBER,
      reason: 'Chờ xác minh',
      newAppointmentAt: at('29T17:30'),
      signer: 'Hà Văn Sáu',
      toldBy: 'phone',
    },
  },
  'appointment-changed': {
    said: saidUpTo('in-progress'),
    now: at('20T09:00'),
    act: CHANGE,
    payload: { at: at('20T09:00'), reason: 'Lịch nghỉ đổi', basis: BASIS, appointment: changedTo(at('29T17:30')) },
  },
  'step-undone': {
    said: saidUpTo('in-progress'),
    act: { kind: 'step-undone', undoes: { log: 'a', seq: 2 }, reason: 'Bấm nhầm' },
    payload: { at: NOW, undoes: { log: 'a', seq: 2 }, reason: 'Bấm nhầm' },
  },
  'details-corrected': {
    said: saidUpTo('received'),
    act: CORRECTION,
    payload: {
      at: NOW,
      applicant: { ...RECEIVED.applicant, name: 'Đinh Thị Mơ Mơ', idNumber: '025190000001' },
      reason: 'Sai tên',
    },
  },
  'fees-assessed': {
    said: saidUpTo('received'),
    act: { kind: 'fees-assessed', typed: { feeVnd: 0, dutyVnd: 8_000 }, reason: 'Mức của tỉnh' },
    payload: {
      at: NOW,
      fees: { lines: [], feeVnd: 0, dutyVnd: 8_000, totalVnd: 8_000, unassessed: [] },
      reason: 'Mức của tỉnh',
    },
  },
  'fee-collected': {
    said: [WITH_FEES],
    act: { ...COLLECTION, payerName: ' Hà Văn Páo' },
    payload: { payment: { ...IN_CASH, receipt: RECEIPT, at: NOW, payerName: 'Hà Văn Páo' } },
  },
  'fee-refunded': {
    said: [WITH_FEES, PAID],
    act: { kind: 'fee-refunded', ...IN_CASH, reason: 'Rút hồ sơ' },
    payload: { refund: { ...IN_CASH, at: NOW, reason: 'Rút hồ sơ' } },
  },
  'contradiction-settled': {
    said: [SAMPLES.received, SAMPLES.received],
    act: { kind: 'contradiction-settled', of: { log: 'a', seq: 2 }, accepts: false, reason: 'Ghi hai lần' },
    payload: { at: NOW, of: { log: 'a', seq: 2 }, accepts: false, reason: 'Ghi hai lần' },
  },
};

describe.each(Object.values(HAPPY_PATHS))('the act $act.kind', ({ said, act, payload, now }) => {
  const answer = decideAct(act, dossierOf(...said), by(now));

  test('records what it must', () => {
    expect(valueOf(answer)).toEqual({ kind: act.kind, dossierId: DOSSIER_ID, payload });
  });

  test('makes a fact that fits where it was decided', () => {
    const before = dossierOf(...said);
    const after = dossierOf(...said, valueOf(answer));
    expect(after.trail.at(-1)).not.toHaveProperty('verdict', 'out-of-place');
    if (isTransition(act.kind)) expect(after.status).toBe(transitionOf(act.kind).to);
    else if (act.kind !== 'step-undone') expect(after.status).toBe(before.status);
  });
});

type RefusalCode = ActRefusal['code'];
type Refused = {
  readonly said: readonly Said[];
  readonly act: Act;
  readonly now?: LocalMoment;
  readonly refusal: object;
};

const { appointmentAt: _, ...withoutDate } = SAMPLES['carried-over'].payload;

/**
 * Every refusal there is, each once. A code that is missing does not compile.
 */
const REFUSALS: { readonly [C in RefusalCode]: Refused } = {
  'dossier-unknown': { said: [SAMPLES['processing-started']], act: CORRECTION, refusal: {} },
  'not-in-this-state': {
    said: saidUpTo('handed-over'),
    act: WITHDRAWN,
    refusal: { kind: 'withdrawn', status: 'handed-over' },
  },
  'appointment-over': {
    said: saidUpTo('received'),
    act: {
      kind: 'appointment-changed',
      date: '2020-05-20',
      reason: 'Luật mới',
      basis: { text: 'NĐ', approver: 'Hà Văn Sáu' },
    },
    refusal: { at: SAMPLES.received.payload.appointment.at },
    now: localMoment('2020-05-11T09:00'),
  },
  fees: {
    said: saidUpTo('received'),
    act: { kind: 'fees-assessed', typed: { feeVnd: -1, dutyVnd: 0 }, reason: 'Đếm lại' },
    refusal: { refusal: { code: 'amount-out-of-range', ruleId: '' } },
  },
  'text-missing': {
    said: saidUpTo('received'),
    act: { ...WITHDRAWN, reason: ' \t' },
    refusal: { field: 'reason' },
  },
  'text-too-long': {
    said: saidUpTo('in-progress'),
    act: { kind: 'signature-requested', note: 'x'.repeat(501) },
    refusal: { field: 'note' },
  },
  'not-a-date': {
    said: saidUpTo('in-progress'),
    act: { ...REQUEST, respondBy: '2020-04-31' },
    refusal: { field: 'respondBy' },
  },
  'date-in-the-future': {
    said: saidUpTo('in-progress'),
    act: { kind: 'result-issued', result: { ...RESULT, date: '2020-04-25' } },
    refusal: { field: 'result.date' },
  },
  'date-too-early': {
    said: saidUpTo('in-progress'),
    act: { kind: 'result-issued', result: { ...RESULT, date: '2020-04-19' } },
    refusal: { field: 'result.date' },
  },
  'nothing-asked-for': {
    said: saidUpTo('in-progress'),
    act: { ...REQUEST, missing: [{ id: 'p1', name: ' ', note: '' }] },
    refusal: {},
  },
  'basis-missing': {
    said: [...saidUpTo('awaiting-supplement'), SAMPLES['supplement-received']],
    act: REQUEST,
    refusal: {},
  },
  'respond-by-not-over': {
    said: saidUpTo('awaiting-supplement'),
    act: { kind: 'stopped', reason: 'Quá hạn bổ sung' },
    refusal: { respondBy: '2020-05-21' },
  },
  'not-linked': {
    said: saidUpTo('in-progress'),
    act: { kind: 'commune-part-finished', note: '' },
    refusal: {},
  },
  'nothing-to-undo': {
    said: saidUpTo('received'),
    act: { kind: 'step-undone', undoes: { log: 'a', seq: 1 }, reason: 'Bấm nhầm' },
    refusal: {},
  },
  'not-the-last-step': {
    said: saidUpTo('awaiting-signature'),
    act: { kind: 'step-undone', undoes: { log: 'a', seq: 2 }, reason: 'Bấm nhầm' },
    refusal: {},
  },
  'no-such-contradiction': {
    said: saidUpTo('received'),
    act: { kind: 'contradiction-settled', of: { log: 'a', seq: 1 }, accepts: true, reason: 'Đúng' },
    refusal: {},
  },
  'nothing-changed': {
    said: saidUpTo('received'),
    act: { ...CORRECTION, applicant: { ...RECEIVED.applicant, phone: '+84 912 345 678' } },
    refusal: {},
  },
  'not-a-phone': {
    said: saidUpTo('received'),
    act: { ...CORRECTION, applicant: { ...CORRECTION.applicant, phone: '0912' } },
    refusal: {},
  },
  'not-an-id': {
    said: saidUpTo('received'),
    act: { ...CORRECTION, applicant: { ...CORRECTION.applicant, idNumber: '12' } },
    refusal: {},
  },
  'calendar-ends-too-soon': {
    said: AT_THE_END_OF_THE_CALENDAR,
    now: LATE,
    act: RESUME,
    refusal: { until: '2027-12-31' },
  },
  'no-date-to-move': {
    said: [{ kind: 'carried-over', payload: withoutDate }, SAMPLES['supplement-requested']],
    act: RESUME,
    refusal: {},
  },
  payment: {
    said: [WITH_FEES],
    act: { ...COLLECTION, feeVnd: 10_001 },
    refusal: { refusal: { code: 'more-than-due', part: 'fee', restVnd: 10_000 } },
  },
  refund: {
    said: [WITH_FEES, PAID],
    act: { kind: 'fee-refunded', ...IN_CASH, feeVnd: 10_001, reason: 'Rút hồ sơ' },
    refusal: { refusal: { code: 'more-than-paid', part: 'fee', paidVnd: 10_000 } },
  },
};

test.each(Object.entries(REFUSALS))('%s is refused, and says what about', (code, { said, act, now, refusal }) => {
  expect(refusalOf(decideAct(act, dossierOf(...said), by(now)))).toEqual({ code, ...refusal });
});
