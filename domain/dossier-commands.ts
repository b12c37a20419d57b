import { type Appointment, appointmentFor } from './appointment.ts';
import type { Dossier } from './dossier.ts';
import type { DossierFact, Received } from './dossier-event.ts';
import type { DossierNumber, Station } from './dossier-number.ts';
import { type IntakeForm, isPossibleId, tidyText } from './intake-form.ts';
import type { LookUpCode } from './look-up-code.ts';
import type { OfficeHours } from './office-hours.ts';
import type { Receiver } from './party.ts';
import { type LocalMoment, momentOf, type PlainDate } from './plain-date.ts';
import { ok, refuse, type Result } from './result.ts';
import { type DossierId, dossierIdOf, type ScanCode } from './scan-code.ts';
import type { Unit } from './unit.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The rules and the moment a decision is taken by. */
export type Circumstances = {
  readonly now: LocalMoment;
  readonly calendar: WorkingCalendar;
  readonly hours: OfficeHours;
};

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
  form: Pick<IntakeForm, 'procedure' | 'agreedAppointment'>,
  by: Circumstances,
): Result<Appointment, AppointmentRefusal> {
  const computed = appointmentFor(form.procedure.limit, by.now, by);
  const agreed = form.agreedAppointment;
  if (computed.ok || !agreed) return computed;
  const at = momentOf(agreed.date, by.hours.afternoon.until);
  // After closing time, today is already too early a promise.
  if (at < by.now) return refuse({ code: 'agreed-date-in-the-past' });
  return ok({
    at,
    basis: { kind: 'agreed', reason: agreed.reason },
    daysOff: [],
    calendarVersion: by.calendar.version,
  });
}

/** The fact of a reception (tiếp nhận): the form, the numbers and the appointment, with the rules of its day. */
export function receive(
  form: IntakeForm,
  reception: {
    readonly numbers: IssuedNumbers;
    readonly appointment: Appointment;
    readonly unit: Unit;
    readonly station: Station;
    readonly receivedAt: LocalMoment;
  },
): Extract<DossierFact, { kind: 'received' }> {
  const { numbers, unit } = reception;
  const { code, version, name, alias, field, limit, fee, resultName } = form.procedure;
  const payload: Received = {
    ...numbers,
    unit: { code: unit.code, name: unit.name, upperNames: unit.upperNames, organisationCode: unit.organisationCode },
    station: reception.station,
    procedure: { code, version, name, alias, field, limit, fee, resultName },
    papers: form.papers,
    sets: form.sets,
    applicant: form.applicant,
    ...(form.submitter ? { submitter: form.submitter } : {}),
    receivedAt: reception.receivedAt,
    appointment: reception.appointment,
  };
  return { kind: 'received', dossierId: dossierIdOf(numbers.scanCode), payload };
}

export type HandOverRefusal =
  | { readonly code: 'already-handed-over'; readonly at: LocalMoment; readonly receiverName: string }
  | { readonly code: 'receiver-name-missing' }
  | { readonly code: 'receiver-id-not-an-id' };

/**
 * The fact of a hand-over (trả kết quả). `dossier` undefined: nothing is known here about the slip that was scanned;
 * the hand-over is recorded all the same and joins its reception when that arrives.
 * Refuses a second hand-over and a receiver without a name.
 */
export function handOver(
  request: { readonly dossierId: DossierId; readonly receiver: Receiver; readonly handedOverAt: LocalMoment },
  dossier: Dossier | undefined,
): Result<DossierFact, HandOverRefusal> {
  if (dossier?.handOver) {
    const { handedOverAt, receiver } = dossier.handOver;
    return refuse({ code: 'already-handed-over', at: handedOverAt, receiverName: receiver.name });
  }
  const name = tidyText(request.receiver.name);
  const idNumber = tidyText(request.receiver.idNumber).replaceAll(' ', '');
  if (name === '') return refuse({ code: 'receiver-name-missing' });
  if (!isPossibleId(idNumber)) return refuse({ code: 'receiver-id-not-an-id' });
  const receiver: Receiver = { relation: request.receiver.relation, name, idNumber };
  return ok({
    kind: 'result-handed-over',
    dossierId: request.dossierId,
    payload: { receiver, handedOverAt: request.handedOverAt },
  });
}
