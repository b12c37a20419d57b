import type { Act, ActOf, ActRefusal } from '../../../domain/lifecycle/act.ts';
import { decideAct } from '../../../domain/lifecycle/decide-act.ts';
import type { ActCircumstances } from '../../../domain/lifecycle/decided.ts';
import type { Received } from '../../../domain/lifecycle/dossier-fact.ts';
import { type LocalMoment, localMoment, plainDate } from '../../../domain/plain-date.ts';
import { procedureOf, RECEIVED, refusalOf, RULES, valueOf } from '../fixtures.ts';
import { at, dossierOf, formNumberOf, SAMPLES, type Said } from './samples.ts';

/** A Friday, four days after the reception. */
export const NOW = at('24T08:30');
export const FORM_NUMBER = formNumberOf(14);
export const BASIS = { text: 'Điều 19 Nghị định 61/2018/NĐ-CP', approver: 'Hà Văn Sáu' };
export const RESULT = { number: ' 15/KS ', date: '2020-04-23', signer: ' Hà  Văn Sáu ' };
export const READ_RESULT = { number: '15/KS', date: plainDate('2020-04-23'), signer: 'Hà Văn Sáu' };
export const ON_PAPER = { signer: 'Trần Văn Bình', date: '2020-04-23' };
export const MISSING = { id: 'p1', name: 'Tờ khai', note: 'Chưa ký' };
export const RECEIPT = { kind: 'numbered', book: 'AB/20P', number: '0000123' } as const;
export const IN_CASH = { feeVnd: 10_000, dutyVnd: 0, method: 'cash' } as const;

export function by(now: LocalMoment = NOW, usedReceipts: readonly string[] = []): ActCircumstances {
  return {
    now,
    rules: RULES,
    formNumber: FORM_NUMBER,
    feeRules: procedureOf(RECEIVED.procedure.code).fees,
    councilAmounts: {},
    usedReceipts: new Set(usedReceipts),
  };
}

export function receivedWith(change: Partial<Received>): Said {
  return { kind: 'received', payload: { ...RECEIVED, ...change } };
}

export const LINKED = receivedWith({
  procedure: { ...RECEIVED.procedure, linkedSteps: procedureOf('2.000986').linkedSteps ?? [] },
});
const FEES = { lines: [], feeVnd: 10_000, dutyVnd: 0, totalVnd: 10_000, unassessed: [] };
export const WITH_FEES = receivedWith({ fees: FEES });
export const PAID: Said = {
  kind: 'fee-collected',
  payload: { payment: { ...IN_CASH, receipt: RECEIPT, at: at('20T08:20') } },
};
export const WITHDRAWN: ActOf<'withdrawn'> = { kind: 'withdrawn', reason: 'Công dân xin rút' };
export const REQUEST: ActOf<'supplement-requested'> = {
  kind: 'supplement-requested',
  missing: [MISSING],
  reason: 'Tờ khai chưa ký',
  respondBy: '2020-05-22',
};
export const RESUME: ActOf<'supplement-received'> = { kind: 'supplement-received', papers: RECEIVED.papers };
export const APOLOGY: ActOf<'apology-issued'> = {
  kind: 'apology-issued',
  reason: 'Chờ xác minh',
  newDate: '2020-04-29',
  signer: 'Hà Văn Sáu',
  toldBy: 'phone',
};
export const CHANGE: ActOf<'appointment-changed'> = {
  kind: 'appointment-changed',
  date: '2020-04-29',
  reason: 'Lịch nghỉ đổi',
  basis: BASIS,
};
export const CORRECTION: ActOf<'details-corrected'> = {
  kind: 'details-corrected',
  applicant: { ...RECEIVED.applicant, phone: '0912 345 678', name: ' Đinh  Thị Mơ Mơ ', idNumber: '025 190 000 001' },
  reason: 'Sai tên',
};
export const COLLECTION: ActOf<'fee-collected'> = { kind: 'fee-collected', ...IN_CASH, receipt: RECEIPT };
export const UPSTREAM_RESULT: ActOf<'upstream-result-issued'> = {
  kind: 'upstream-result-issued',
  result: RESULT,
  isRefusal: false,
};
export const changedTo = (moment: LocalMoment, reason = CHANGE.reason) => ({
  at: moment,
  basis: { kind: 'agreed', reason } as const,
  daysOff: [],
  calendarVersion: RULES.calendar.version,
});
/** Three working days of waiting behind the day that was first promised. */
export const RESUMED = {
  ...RECEIVED.appointment,
  at: at('23T17:30'),
};

export const LATE = localMoment('2027-12-31T09:00');
/** Waits for the citizen while the last published days of the calendar go by. */
export const AT_THE_END_OF_THE_CALENDAR: readonly Said[] = [
  receivedWith({
    receivedAt: localMoment('2027-12-28T08:15'),
    appointment: { ...RECEIVED.appointment, at: localMoment('2027-12-31T12:00') },
  }),
  { kind: 'processing-started', payload: { at: localMoment('2027-12-28T09:00'), specialist: '' } },
  {
    kind: 'supplement-requested',
    payload: { ...SAMPLES['supplement-requested'].payload, at: localMoment('2027-12-29T09:00') },
  },
];

/** The dossier after an act that must not be refused. */
export function after(said: readonly Said[], act: Act, now: LocalMoment): readonly Said[] {
  return [...said, valueOf(decideAct(act, dossierOf(...said), by(now)))];
}

export function refusedOn(said: readonly Said[], act: Act, now = NOW): ActRefusal {
  return refusalOf(decideAct(act, dossierOf(...said), by(now)));
}
