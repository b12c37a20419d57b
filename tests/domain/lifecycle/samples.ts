import type { OrderKey } from '../../../domain/dossier-event.ts';
import type { Dossier } from '../../../domain/dossier.ts';
import type { OrderedFact } from '../../../domain/lifecycle/course.ts';
import type {
  DossierFactKind,
  DossierPayloads,
  FormNumber,
  IssuedResult,
} from '../../../domain/lifecycle/dossier-fact.ts';
import { DOSSIER_STATES, type DossierState } from '../../../domain/lifecycle/dossier-state.ts';
import { projectDossier } from '../../../domain/lifecycle/project-dossier.ts';
import { TRANSITIONS, type TransitionKind, transitionOf } from '../../../domain/lifecycle/transition.ts';
import type { Appointment } from '../../../domain/appointment.ts';
import { type LocalMoment, localMoment, plainDate } from '../../../domain/plain-date.ts';
import { dossierIdOf } from '../../../domain/scan-code.ts';
import { APPOINTMENT, HANDED_OVER, NUMBERS, RECEIVED } from '../fixtures.ts';

export const DOSSIER_ID = dossierIdOf(RECEIVED.scanCode);

type SaidOf<K extends DossierFactKind> = { readonly kind: K; readonly payload: DossierPayloads[K] };

/** What a fact says, apart from its place in a log. */
export type Said = { [K in DossierFactKind]: SaidOf<K> }[DossierFactKind];

const { scanCode } = NUMBERS;
const { applicant } = RECEIVED;
const { code, version, name, alias, field } = RECEIVED.procedure;
const procedure = { code, version, name, alias, field };

/** A minute of the days after the reception. */
export function at(dayAndTime: string): LocalMoment {
  return localMoment(`2020-04-${dayAndTime}`);
}

export function appointmentAt(moment: LocalMoment): Appointment {
  return { ...APPOINTMENT, at: moment };
}

export const ISSUED: IssuedResult = { number: '15/KS', date: plainDate('2020-04-22'), signer: 'Hà Văn Sáu' };
const ON_PAPER = { signer: 'Trần Văn Bình', date: plainDate('2020-04-23') };
const BASIS = { text: 'Điều 19 Nghị định 61/2018/NĐ-CP', approver: 'Hà Văn Sáu' };
const MISSING = [{ id: 'declaration', name: 'Tờ khai', note: 'Thiếu chữ ký' }];

export function formNumberOf(number: number): FormNumber {
  return { year: 2020, station: RECEIVED.station, number };
}

/** One fact of every kind there is. */
export const SAMPLES = {
  filed: {
    kind: 'filed',
    payload: {
      scanCode,
      channel: 'online',
      arrivalNumber: 'H44-1',
      filedAt: at('19T21:40'),
      at: at('20T07:30'),
      procedure,
      applicant,
    },
  },
  'supplement-guided': {
    kind: 'supplement-guided',
    payload: {
      scanCode,
      formNumber: formNumberOf(12),
      at: at('20T07:45'),
      procedure,
      applicant,
      missing: MISSING,
      reason: 'Tờ khai chưa ký',
    },
  },
  'intake-refused': {
    kind: 'intake-refused',
    payload: {
      scanCode,
      formNumber: formNumberOf(3),
      at: at('20T07:50'),
      procedure,
      applicant,
      ground: 'not-competent',
      reason: 'Nơi cư trú ở xã khác',
    },
  },
  received: { kind: 'received', payload: RECEIVED },
  'carried-over': {
    kind: 'carried-over',
    payload: {
      scanCode,
      oldNumber: '117',
      oldScanText: '',
      at: at('20T08:00'),
      unit: RECEIVED.unit,
      station: RECEIVED.station,
      procedure: { code, name },
      applicant,
      receivedAt: at('14T09:00'),
      appointmentAt: at('28T17:00'),
      stands: 'in-progress',
      note: '',
    },
  },
  'processing-started': { kind: 'processing-started', payload: { at: at('20T09:00'), specialist: 'Lò Thị Hoa' } },
  'signature-requested': { kind: 'signature-requested', payload: { at: at('21T09:00'), note: '' } },
  'signature-declined': { kind: 'signature-declined', payload: { at: at('21T10:00'), reason: 'Sai ngày sinh' } },
  'result-issued': { kind: 'result-issued', payload: { at: at('22T09:00'), result: ISSUED } },
  'resolution-refused': {
    kind: 'resolution-refused',
    payload: { at: at('22T09:10'), result: { ...ISSUED, number: '16/TB' }, reason: 'Không đủ điều kiện' },
  },
  'supplement-requested': {
    kind: 'supplement-requested',
    payload: {
      at: at('21T14:00'),
      formNumber: formNumberOf(13),
      missing: MISSING,
      reason: 'Thiếu giấy chứng sinh',
      respondBy: plainDate('2020-05-21'),
      onPaper: ON_PAPER,
    },
  },
  'supplement-received': {
    kind: 'supplement-received',
    payload: { at: at('24T08:30'), papers: RECEIVED.papers, appointment: appointmentAt(at('27T17:00')) },
  },
  stopped: { kind: 'stopped', payload: { at: at('29T08:00'), reason: 'Quá hạn bổ sung', basis: BASIS } },
  'payment-duty-notified': { kind: 'payment-duty-notified', payload: { at: at('21T15:00'), noticeNumber: 'TB-88' } },
  'payment-duty-met': {
    kind: 'payment-duty-met',
    payload: { at: at('23T15:00'), receiptNumber: '0001234', appointment: appointmentAt(at('24T17:00')) },
  },
  'commune-part-finished': { kind: 'commune-part-finished', payload: { at: at('21T16:00'), note: '' } },
  'transfer-sent': { kind: 'transfer-sent', payload: { at: at('22T07:30'), batch: 'BG-08305-200422-1001' } },
  'transfer-received': {
    kind: 'transfer-received',
    payload: { at: at('22T10:00'), batch: 'BG-08305-200422-1001', onPaper: ON_PAPER },
  },
  'transfer-rejected': {
    kind: 'transfer-rejected',
    payload: { at: at('22T10:05'), batch: 'BG-08305-200422-1001', reason: 'Thiếu bản chính' },
  },
  'transfer-recalled': {
    kind: 'transfer-recalled',
    payload: { at: at('22T09:00'), batch: 'BG-08305-200422-1001', reason: 'Đóng nhầm lô' },
  },
  'upstream-returned': {
    kind: 'upstream-returned',
    payload: { at: at('23T09:00'), reason: 'Cần bổ sung trích lục', pausesLimit: true },
  },
  'upstream-result-issued': {
    kind: 'upstream-result-issued',
    payload: { at: at('24T09:00'), result: { ...ISSUED, number: '90/QĐ' }, isRefusal: false },
  },
  'upstream-result-arrived': {
    kind: 'upstream-result-arrived',
    payload: { at: at('25T09:00'), batch: 'BG-00086-200425-1002' },
  },
  'result-handed-over': { kind: 'result-handed-over', payload: HANDED_OVER },
  withdrawn: { kind: 'withdrawn', payload: { at: at('23T11:00'), reason: 'Công dân xin rút' } },
  voided: { kind: 'voided', payload: { at: at('20T11:00'), reason: 'Nhập nhầm thủ tục' } },
  'apology-issued': {
    kind: 'apology-issued',
    payload: {
      at: at('28T09:00'),
      formNumber: formNumberOf(2),
      reason: 'Chờ xác minh',
      newAppointmentAt: at('30T17:00'),
      signer: 'Hà Văn Sáu',
      toldBy: 'phone',
    },
  },
  'appointment-changed': {
    kind: 'appointment-changed',
    payload: { at: at('22T16:00'), appointment: appointmentAt(at('29T17:00')), reason: 'Lịch nghỉ đổi', basis: BASIS },
  },
  'step-undone': {
    kind: 'step-undone',
    payload: { at: at('25T16:00'), undoes: { log: 'a', seq: 1 }, reason: 'Bấm nhầm' },
  },
  'details-corrected': {
    kind: 'details-corrected',
    payload: { at: at('20T10:00'), applicant: { ...applicant, name: 'Đinh Thị Mơ Mơ' }, reason: 'Sai tên' },
  },
  'fees-assessed': {
    kind: 'fees-assessed',
    payload: {
      at: at('20T09:00'),
      fees: { lines: [], feeVnd: 0, dutyVnd: 8_000, totalVnd: 8_000, unassessed: [] },
      reason: 'Mức của tỉnh',
    },
  },
  'fee-collected': {
    kind: 'fee-collected',
    payload: { payment: { receipt: { kind: 'none' }, feeVnd: 8_000, dutyVnd: 0, method: 'cash', at: at('20T08:20') } },
  },
  'fee-refunded': {
    kind: 'fee-refunded',
    payload: { refund: { feeVnd: 8_000, dutyVnd: 0, method: 'cash', at: at('23T11:05'), reason: 'Rút hồ sơ' } },
  },
  'contradiction-settled': {
    kind: 'contradiction-settled',
    payload: { at: at('26T08:00'), of: { log: 'a', seq: 1 }, accepts: false, reason: 'Ghi hai lần' },
  },
} as const satisfies { readonly [K in DossierFactKind]: SaidOf<K> };

/** A fact at its place, written by the clerk of that log. */
export function placed(said: Said, { lamport, log, seq }: OrderKey): OrderedFact {
  return { ...said, dossierId: DOSSIER_ID, lamport, log, seq, actor: `Cán bộ ${log}` };
}

/** One log `a` in which these facts stand one after the other, from 1 on. */
export function logOf(...said: readonly Said[]): readonly OrderedFact[] {
  return said.map((each, i) => placed(each, { lamport: i + 1, log: 'a', seq: i + 1 }));
}

/** The dossier that {@link logOf} these facts makes. */
export function dossierOf(...said: readonly Said[]): Dossier {
  return projected(logOf(...said));
}

export function projected(facts: readonly OrderedFact[]): Dossier {
  const dossier = projectDossier(facts);
  if (!dossier) throw new Error('no facts, no dossier');
  return dossier;
}

/** Takes back the `seq`-th fact of log `a`. */
export function undoOf(seq: number, moment = at('25T16:00')): SaidOf<'step-undone'> {
  return { kind: 'step-undone', payload: { at: moment, undoes: { log: 'a', seq }, reason: 'Bấm nhầm' } };
}

/** Settles the `seq`-th fact of log `a`. */
export function settlementOf(seq: number, accepts: boolean): SaidOf<'contradiction-settled'> {
  const of = { log: 'a', seq };
  return { kind: 'contradiction-settled', payload: { at: at('26T08:00'), of, accepts, reason: 'Đã xem lại' } };
}

export const TRANSITION_KINDS = Object.values(SAMPLES)
  .map(({ kind }) => kind)
  .filter((kind) => Object.hasOwn(TRANSITIONS, kind)) as readonly TransitionKind[];

/**
 * The shortest way through the table into each state, the kinds of its facts in order. An open dossier of the old system
 * is no way: it has no reception.
 */
export const WAYS: ReadonlyMap<DossierState, readonly TransitionKind[]> = shortestWays();

function shortestWays(): ReadonlyMap<DossierState, readonly TransitionKind[]> {
  const ways = new Map<DossierState, readonly TransitionKind[]>([['draft', []]]);
  // A map goes on over what is added to it on the way: first come, shortest.
  for (const [state, way] of ways) {
    for (const kind of TRANSITION_KINDS) {
      const { from, to } = transitionOf(kind);
      if (kind === 'carried-over' || to === 'intake-unknown' || !from.includes(state) || ways.has(to)) continue;
      ways.set(to, [...way, kind]);
    }
  }
  return ways;
}

/** Facts that bring a dossier into a state, on the shortest way. */
export function saidUpTo(state: DossierState): readonly Said[] {
  const way = WAYS.get(state);
  if (!way) throw new Error(`no way into ${state}`);
  return way.map((kind) => SAMPLES[kind]);
}

/** Every state but the draft, in which nothing has happened yet. */
export const STATES_WITH_FACTS = DOSSIER_STATES.filter((state) => state !== 'draft');
