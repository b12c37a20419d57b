import { type Appointment, appointmentFor } from './appointment.ts';
import type { Dossier } from './dossier.ts';
import type { DossierNumber, Station } from './dossier-number.ts';
import { assessFees, type FeeAssessment, type FeeRefusal } from './fees/fee-assessment.ts';
import { headlineFee } from './fees/fee-rule.ts';
import { type IntakeForm } from './intake-form.ts';
import { isPossibleId, tidyText } from './typed-text.ts';
import type { DossierFactOf, FrozenProcedure, NamedProcedure, Received } from './lifecycle/dossier-fact.ts';
import type { KnownState } from './lifecycle/dossier-state.ts';
import type { LookUpCode } from './look-up-code.ts';
import { officeHoursOn } from './office-hours.ts';
import type { Receiver } from './party.ts';
import { dateOf, type LocalMoment, momentOf, type PlainDate } from './plain-date.ts';
import { limitOf, type Procedure } from './procedure.ts';
import { ok, refuse, type Result } from './result.ts';
import { type DossierId, dossierIdOf, type ScanCode } from './scan-code.ts';
import type { CountingRules } from './time/counting-rules.ts';
import type { Unit } from './unit.ts';

/** The rules and the moment a decision is taken by. */
export type Circumstances = CountingRules & { readonly now: LocalMoment };

/** Numbers given to one reception, all taken in its transaction. */
export type IssuedNumbers = {
  readonly scanCode: ScanCode;
  readonly dossierNumber: DossierNumber;
  readonly lookUpCode: LookUpCode;
  readonly registerBook: { readonly book: string; readonly number: number };
};

export type AppointmentRefusal =
  | { readonly code: 'calendar-ends-too-soon'; readonly until: PlainDate }
  | { readonly code: 'no-limit-published' }
  | { readonly code: 'agreed-date-in-the-past' };

/**
 * The appointment a reception would get now: computed, or as agreed when nothing can be computed.
 * A date that can be computed is never replaced by a typed one.
 */
export function appointmentOf(
  form: Pick<IntakeForm, 'procedure' | 'agreedAppointment' | 'channel'>,
  by: Circumstances,
): Result<Appointment, AppointmentRefusal> {
  const computed = appointmentFor(limitOf(form.procedure, form.channel), by.now, by);
  const agreed = form.agreedAppointment;
  if (computed.ok || !agreed) return computed;
  const at = momentOf(agreed.date, officeHoursOn(by, agreed.date).afternoon.until);
  // After closing time, today is already too early a promise.
  if (at < by.now) return refuse({ code: 'agreed-date-in-the-past' });
  return ok({
    at,
    basis: { kind: 'agreed', reason: agreed.reason },
    daysOff: [],
    calendarVersion: by.calendar.version,
  });
}

/**
 * What a reception has to pay by what the clerk counted; undefined where nothing was. What the council sets may stay open.
 * `councilAmounts`: the unit's own table, which what was typed goes before.
 */
export function feesOf(
  form: IntakeForm,
  by: { readonly day: PlainDate; readonly councilAmounts: { readonly [ruleId: string]: number } },
): Result<FeeAssessment | undefined, FeeRefusal> {
  const { procedure, channel, fees } = form;
  const councilAmounts = { ...by.councilAmounts, ...fees?.councilAmounts };
  const asked = { day: by.day, channel, counts: {}, ...fees, councilAmounts, mayStayOpen: true };
  const assessed = assessFees(procedure.fees, asked);
  return assessed.ok || fees ? assessed : ok(undefined);
}

/** The fact of a reception (tiếp nhận): the form, the numbers and the appointment, with the rules of its day. */
export function receive(
  form: IntakeForm,
  reception: {
    readonly numbers: IssuedNumbers;
    readonly appointment: Appointment;
    readonly fees: FeeAssessment | undefined;
    readonly unit: Unit;
    readonly station: Station;
    readonly receivedAt: LocalMoment;
    /** What arrived before, if anything did. */
    readonly filing?: Dossier['filing'];
    readonly formSet: string;
  },
): DossierFactOf<'received'> {
  const { numbers, unit, fees, filing } = reception;
  const payload: Received = {
    ...numbers,
    unit: { code: unit.code, name: unit.name, upperNames: unit.upperNames, organisationCode: unit.organisationCode },
    station: reception.station,
    procedure: frozenProcedure(form),
    papers: form.papers,
    sets: form.sets,
    applicant: form.applicant,
    ...(form.submitter ? { submitter: form.submitter } : {}),
    receivedAt: reception.receivedAt,
    appointment: reception.appointment,
    channel: filing?.channel ?? form.channel,
    ...(filing ? { filedAt: filing.filedAt } : {}),
    resultWanted: form.resultWanted,
    ...(fees ? { fees } : {}),
    formSet: reception.formSet,
    ...(form.hidesTitle ? { hidesTitle: true } : {}),
    ...(form.corrects === undefined ? {} : { corrects: form.corrects }),
  };
  return { kind: 'received', dossierId: dossierIdOf(numbers.scanCode), payload };
}

/** What is kept of a procedure with what never becomes a reception. */
export function namedProcedure({ code, version, name, alias, field, isRestricted }: Procedure): NamedProcedure {
  return { code, version, name, alias, field, ...(isRestricted ? { isRestricted } : {}) };
}

function frozenProcedure({ procedure, channel }: IntakeForm): FrozenProcedure {
  const { resultName, statutoryLimit, linkedSteps } = procedure;
  return {
    ...namedProcedure(procedure),
    limit: limitOf(procedure, channel),
    ...(statutoryLimit ? { statutoryLimit } : {}),
    fee: headlineFee(procedure.fees),
    resultName,
    ...(linkedSteps ? { linkedSteps } : {}),
  };
}

export type HandOverRefusal =
  | { readonly code: 'already-handed-over'; readonly at: LocalMoment; readonly receiverName: string }
  | { readonly code: 'receiver-name-missing' }
  | { readonly code: 'receiver-id-not-an-id' }
  /** Nothing can be handed over of a dossier that stands so. */
  | { readonly code: 'not-in-this-state'; readonly status: KnownState }
  /** No result was issued, and who hands over may not issue one. */
  | { readonly code: 'result-not-ready'; readonly status: KnownState }
  | { readonly code: 'money-due'; readonly restVnd: number };

const HANDS_OVER_FROM: ReadonlySet<KnownState> = new Set<KnownState>([
  // Nothing is known of it: the slip and the result in the clerk's hand have to do.
  'intake-unknown',
  'received',
  'in-progress',
  'awaiting-signature',
  'result-ready',
  'resolution-refused',
]);

/** Whether a result may be handed over of a dossier that stands so: it is here, and nothing is waited for. */
export function mayHandOver(status: KnownState): boolean {
  return HANDS_OVER_FROM.has(status);
}

/** What is handed over, and how. */
export type HandOverWish = {
  readonly dossierId: DossierId;
  readonly receiver: Receiver;
  readonly handedOverAt: LocalMoment;
  readonly by?: 'counter' | 'post' | 'portal';
  readonly postBill?: string;
  readonly slipLost?: string;
  readonly authorisation?: string;
  readonly rating?: number;
};

/**
 * The fact of a hand-over (trả kết quả). `dossier` undefined: nothing is known here about the slip that was scanned;
 * the hand-over is recorded all the same and joins its reception when that arrives.
 * Refuses a second hand-over, a dossier that is elsewhere or at its end, and a receiver without a name.
 */
export function handOver(
  request: HandOverWish,
  dossier: Dossier | undefined,
): Result<DossierFactOf<'result-handed-over'>, HandOverRefusal> {
  if (dossier?.handOver) {
    const { handedOverAt, receiver } = dossier.handOver;
    return refuse({ code: 'already-handed-over', at: handedOverAt, receiverName: receiver.name });
  }
  if (dossier && !mayHandOver(dossier.status)) {
    return refuse({ code: 'not-in-this-state', status: dossier.status });
  }
  const name = tidyText(request.receiver.name);
  const idNumber = tidyText(request.receiver.idNumber).replaceAll(' ', '');
  if (name === '') return refuse({ code: 'receiver-name-missing' });
  if (!isPossibleId(idNumber)) return refuse({ code: 'receiver-id-not-an-id' });
  const { dossierId, handedOverAt, receiver, ...how } = request;
  return ok({
    kind: 'result-handed-over',
    dossierId,
    payload: { receiver: { relation: receiver.relation, name, idNumber }, handedOverAt, ...how },
  });
}

/**
 * The steps that a hand-over takes for granted and nobody wrote down: in a commune where one person does it all, the result
 * is made and given in the same minute. Empty when the result is there, or when nothing is known of the dossier.
 *
 * Refuses `result-not-ready` for who may not issue results, for what the body above decides, and for what waits for a
 * signature: that is not made up.
 */
export function stepsBeforeHandOver(
  dossier: Dossier | undefined,
  by: {
    readonly now: LocalMoment;
    readonly mayIssue: boolean;
    readonly clerkName: string;
    /** As it stands on the result; without, the clerk signed it and it bears no number. */
    readonly result?: { readonly number: string; readonly signer: string } | undefined;
  },
): Result<readonly (DossierFactOf<'processing-started'> | DossierFactOf<'result-issued'>)[], HandOverRefusal> {
  if (!dossier || isResultThere(dossier.status)) return ok([]);
  const { id: dossierId, status } = dossier;
  if (!by.mayIssue || !isMadeHere(dossier)) return refuse({ code: 'result-not-ready', status });
  const at = by.now;
  const issued: DossierFactOf<'result-issued'> = {
    kind: 'result-issued',
    dossierId,
    payload: { at, result: resultMade(by) },
  };
  if (status !== 'received') return ok([issued]);
  return ok([{ kind: 'processing-started', dossierId, payload: { at, specialist: by.clerkName } }, issued]);
}

/** Nothing is to be made: the result lies there, or only the slip is known. */
function isResultThere(status: KnownState): boolean {
  return status === 'result-ready' || status === 'resolution-refused' || status === 'intake-unknown';
}

function isMadeHere({ status, intake }: Dossier): boolean {
  const isUpstream = intake?.procedure.linkedSteps?.some((step) => step.by === 'upstream') ?? false;
  return status !== 'awaiting-signature' && !isUpstream;
}

function resultMade({
  now,
  clerkName,
  result,
}: Parameters<typeof stepsBeforeHandOver>[1]): DossierFactOf<'result-issued'>['payload']['result'] {
  const signer = tidyText(result?.signer ?? '');
  return { number: tidyText(result?.number ?? ''), date: dateOf(now), signer: signer === '' ? clerkName : signer };
}
