import fc from 'fast-check';
import type { Appointment } from '../../../domain/appointment.ts';
import { BIRTH_WITH_HEALTH_CARD } from '../../../domain/catalogue/linked-birth-procedures.ts';
import type { Dossier } from '../../../domain/dossier.ts';
import type { OrderedFact } from '../../../domain/lifecycle/course.ts';
import type {
  CarriedOver,
  DossierFact,
  DossierFactKind,
  DossierPayloads,
  FactPlace,
  Received,
} from '../../../domain/lifecycle/dossier-fact.ts';
import { projectDossier } from '../../../domain/lifecycle/project-dossier.ts';
import { fits, NOTES, TRANSITIONS } from '../../../domain/lifecycle/transition.ts';
import { epochMsOf, type LocalMoment, localMoment, localMomentAt, plainDate } from '../../../domain/plain-date.ts';
import { dossierIdOf, makeScanCode } from '../../../domain/scan-code.ts';
import { APPOINTMENT, BIRTH, frozen, HANDED_OVER, NUMBERS, RECEIVED, unitOf } from '../fixtures.ts';

const ID = dossierIdOf(RECEIVED.scanCode);
const RESULT = { number: '15/2020', date: plainDate('2020-04-20'), signer: 'Chủ tịch Hà Văn Long' };
const BATCH = 'BG-08305-200420-1001';
const ON_PAPER = { signer: 'Cán bộ huyện', date: plainDate('2020-04-20') };
const FORM = { formNumber: { year: 2020, station: 1, number: 1 }, reason: 'Thiếu giấy tờ', missing: [] } as const;
const PERSON = { scanCode: RECEIVED.scanCode, procedure: BIRTH, applicant: RECEIVED.applicant } as const;

export const LINKED: Received = {
  ...RECEIVED,
  procedure: { ...frozen(BIRTH_WITH_HEALTH_CARD), linkedSteps: BIRTH_WITH_HEALTH_CARD.linkedSteps ?? [] },
};

export const CARRIED_OVER: CarriedOver = {
  scanCode: RECEIVED.scanCode,
  oldNumber: '17/2020',
  oldScanText: '',
  at: localMoment('2020-04-20T07:00'),
  unit: unitOf('Xã Xuân Viên'),
  station: RECEIVED.station,
  procedure: { code: BIRTH.code, name: BIRTH.name },
  applicant: RECEIVED.applicant,
  receivedAt: localMoment('2020-03-02T08:00'),
  appointmentAt: localMoment('2020-04-10T17:30'),
  stands: 'in-progress',
  note: '',
};

export function appointmentAt(at: string): Appointment {
  return { ...APPOINTMENT, at: localMoment(at) };
}

/** What a fact of each kind says where a test does not care. */
export function payloadsAt(at: LocalMoment, appointment: Appointment): DossierPayloads {
  return {
    filed: { ...PERSON, at, filedAt: at, channel: 'online', arrivalNumber: '' },
    'supplement-guided': { ...PERSON, ...FORM, at },
    'intake-refused': { ...PERSON, at, formNumber: FORM.formNumber, ground: 'other', reason: 'Không thuộc thẩm quyền' },
    received: { ...RECEIVED, receivedAt: at, appointment },
    'carried-over': { ...CARRIED_OVER, at },
    'processing-started': { at, specialist: 'Hà Thị Tư Pháp' },
    'signature-requested': { at, note: '' },
    'signature-declined': { at, reason: 'Sai tên' },
    'result-issued': { at, result: RESULT },
    'resolution-refused': { at, result: RESULT, reason: 'Không đủ điều kiện' },
    'supplement-requested': { ...FORM, at, respondBy: plainDate('2020-05-20') },
    'supplement-received': { at, papers: [], appointment },
    'payment-duty-notified': { at, noticeNumber: 'TB-1' },
    'payment-duty-met': { at, receiptNumber: 'BL-1', appointment },
    'commune-part-finished': { at, note: '' },
    'transfer-sent': { at, batch: BATCH },
    'transfer-received': { at, batch: BATCH, onPaper: ON_PAPER },
    'transfer-rejected': { at, batch: BATCH, reason: 'Thiếu bản sao', onPaper: ON_PAPER },
    'transfer-recalled': { at, batch: BATCH, reason: 'Đóng nhầm' },
    'upstream-returned': { at, reason: 'Thiếu chữ ký', pausesLimit: false, onPaper: ON_PAPER },
    'upstream-result-issued': { at, result: RESULT, isRefusal: false, onPaper: ON_PAPER },
    'upstream-result-arrived': { at, batch: BATCH },
    'result-handed-over': { ...HANDED_OVER, handedOverAt: at },
    withdrawn: { at, reason: 'Công dân xin rút' },
    stopped: { at, reason: 'Quá hạn bổ sung' },
    voided: { at, reason: 'Nhập sai' },
    'apology-issued': {
      at,
      formNumber: FORM.formNumber,
      reason: 'Mất điện',
      newAppointmentAt: localMoment('2020-12-31T17:30'),
      signer: RESULT.signer,
      toldBy: 'paper',
    },
    'appointment-changed': { at, appointment, reason: 'Lịch nghỉ', basis: { text: 'QĐ 1', approver: 'Chủ tịch' } },
    'step-undone': { at, undoes: { log: 'a', seq: 0 }, reason: 'Nhầm' },
    'details-corrected': { at, applicant: { ...RECEIVED.applicant, name: 'Đinh Thị Mai' }, reason: 'Sai tên' },
    'fees-assessed': {
      at,
      fees: { lines: [], feeVnd: 0, dutyVnd: 0, totalVnd: 0, unassessed: [] },
      reason: 'Tính lại',
    },
    'fee-collected': { payment: { receipt: { kind: 'none' }, feeVnd: 8_000, dutyVnd: 0, method: 'cash', at } },
    'fee-refunded': { refund: { feeVnd: 8_000, dutyVnd: 0, method: 'cash', at, reason: 'Thu nhầm' } },
    'contradiction-settled': { at, of: { log: 'a', seq: 0 }, accepts: false, reason: 'Đã xem' },
  };
}

/** A fact of one dossier, on the log `a`, in the order of `seq`. */
export function factOf(kind: DossierFactKind, seq: number, payload: DossierPayloads[DossierFactKind]): OrderedFact {
  // The compiler cannot see that kind and payload belong together; every caller takes both from one member.
  const fact = { kind, dossierId: ID, payload } as DossierFact;
  return { ...fact, lamport: seq, log: 'a', seq, actor: 'Cán bộ Nguyễn Thị Hoa' };
}

/** One line of a life: kind, moment, and what differs from the ordinary. */
export type Line = readonly [kind: DossierFactKind, at: string, differs?: object];

export function factsOf(...lines: readonly Line[]): readonly OrderedFact[] {
  return lines.map(([kind, at, differs], i) => {
    const payload = { ...payloadsAt(localMoment(at), APPOINTMENT)[kind], ...differs };
    return factOf(kind, i + 1, payload);
  });
}

export function lived(...lines: readonly Line[]): Dossier {
  const dossier = projectDossier(factsOf(...lines));
  if (!dossier) throw new Error('no line');
  return dossier;
}

/** `dossier` under another running number, so that many stand side by side. */
export function numbered(dossier: Dossier, runningNumber: number): Dossier {
  const scanCode = makeScanCode({ unitCode: '08305', station: 1, yearOfCentury: 20, runningNumber });
  const id = dossierIdOf(scanCode);
  if (!dossier.intake) return { ...dossier, id };
  const registerBook = { book: NUMBERS.registerBook.book, number: runningNumber };
  return { ...dossier, id, intake: { ...dossier.intake, scanCode, registerBook } };
}

const KINDS = [...Object.keys(TRANSITIONS), ...Object.keys(NOTES)] as readonly DossierFactKind[];
const SHORTENING: ReadonlySet<DossierFactKind> = new Set<DossierFactKind>([
  'carried-over',
  'intake-refused',
  'resolution-refused',
  'result-handed-over',
  'supplement-guided',
  'withdrawn',
  'voided',
]);
const MINUTE_MS = 60_000;
const START = epochMsOf(localMoment('2020-03-02T08:00'));

type Choice = {
  readonly pick: number;
  readonly gapMinutes: number;
  /** Minutes until the date that is promised, where one is. */
  readonly promise: number;
  /** Now and then a fact that does not fit. */
  readonly isStray: boolean;
  readonly flag: boolean;
};

const choice: fc.Arbitrary<Choice> = fc.record({
  pick: fc.nat(999),
  gapMinutes: fc.integer({ min: 0, max: 14_400 }),
  promise: fc.integer({ min: 0, max: 43_200 }),
  isStray: fc.nat(29).map((value) => value === 0),
  flag: fc.boolean(),
});

function placeNamed(places: readonly FactPlace[], pick: number): FactPlace {
  const place = places[pick % Math.max(places.length, 1)];
  return { log: place?.log ?? 'a', seq: place?.seq ?? 0 };
}

/** Mostly a step that leads on: with every kind as likely as every other, most lives would be short. */
function chosen(kinds: readonly DossierFactKind[], pick: number): DossierFactKind {
  const leadingOn = kinds.filter((kind) => Object.hasOwn(TRANSITIONS, kind) && !SHORTENING.has(kind));
  const some = pick % 8 > 0 && leadingOn.length > 0 ? leadingOn : kinds;
  return some[Math.floor(pick / 8) % some.length] ?? 'received';
}

/** Facts one after the other, each fitting the state before it unless it is a stray. */
export const lives: fc.Arbitrary<readonly OrderedFact[]> = fc
  .array(choice, { minLength: 1, maxLength: 16 })
  .map((all) => {
    const facts: OrderedFact[] = [];
    let ms = START;
    for (const { pick, gapMinutes, promise, isStray, flag } of all) {
      ms += gapMinutes * MINUTE_MS;
      const known = projectDossier(facts);
      const kinds = KINDS.filter((kind) => isStray || fits(kind, known?.status ?? 'draft'));
      const kind = chosen(kinds, pick);
      const at = localMomentAt(ms);
      const appointment = appointmentAt(localMomentAt(ms + promise * MINUTE_MS));
      const payloads = payloadsAt(at, appointment);
      const payload = {
        ...payloads,
        received: {
          ...payloads.received,
          ...(flag ? { procedure: LINKED.procedure } : {}),
          channel: (['direct', 'online', 'post'] as const)[pick % 3] ?? 'direct',
        },
        'carried-over': { ...payloads['carried-over'], stands: flag ? 'result-ready' : 'in-progress' } as const,
        'upstream-returned': { ...payloads['upstream-returned'], pausesLimit: flag },
        'step-undone': {
          ...payloads['step-undone'],
          undoes: placeNamed(known?.lastUndoable ? [known.lastUndoable] : [], pick),
        },
        'contradiction-settled': {
          ...payloads['contradiction-settled'],
          of: placeNamed(known?.anomalies ?? [], pick),
          accepts: flag,
        },
      } satisfies DossierPayloads;
      facts.push(factOf(kind, facts.length + 1, payload[kind]));
    }
    return facts;
  });

export const dossiers: fc.Arbitrary<Dossier> = lives.map((facts) => {
  const dossier = projectDossier(facts);
  if (!dossier) throw new Error('a life without a fact');
  return dossier;
});

/** Up to thirty of them, numbered through. */
export const manyDossiers: fc.Arbitrary<readonly Dossier[]> = fc
  .array(dossiers, { maxLength: 30 })
  .map((many) => many.map((dossier, i) => numbered(dossier, i + 1)));
