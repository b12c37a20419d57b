import type { Appointment } from '../appointment.ts';
import type { Dossier } from '../dossier.ts';
import { officeHoursOn } from '../office-hours.ts';
import { dateOf, type LocalMoment, momentOf } from '../plain-date.ts';
import type { ProcedureLimit } from '../procedure.ts';
import { ok, refuse, type Result } from '../result.ts';
import { appointmentAfterPauses } from '../time/appointment-after-pauses.ts';
import type { CountingRules } from '../time/counting-rules.ts';
import type { Pause } from '../time/pause.ts';
import { namedDaysOff } from '../working-calendar.ts';
import type { ActRefusal, TypedDate } from './act.ts';
import { readDate, readText } from './wish-reader.ts';

/**
 * The appointment of a dossier whose wait for the citizen ends at `at`: what was first promised, moved by all pauses.
 *
 * Refuses `calendar-ends-too-soon`, and `no-date-to-move` for a dossier that was never promised one; the clerk then types
 * the date with a reason. A date that can be computed is never
 * replaced by a typed one.
 */
export function appointmentOnResuming(
  dossier: Dossier,
  at: LocalMoment,
  by: { readonly rules: CountingRules; readonly agreed?: TypedDate | undefined },
): Result<Appointment, ActRefusal> {
  const base = dossier.appointments.findLast(({ by: kind }) => !MOVED_BY_PAUSES.has(kind));
  if (!base || !dossier.appointment) {
    return by.agreed ? agreedAppointment(by.agreed, at, by.rules) : refuse({ code: 'no-date-to-move' });
  }
  const pauses = [...dossier.pauses, ...(dossier.pausedSince ? [{ from: dossier.pausedSince, until: at }] : [])];
  const given = {
    receivedAt: receivedAtOf(dossier) ?? base.since,
    limit: base.by === 'received' ? limitBehind(dossier) : NO_LIMIT,
    appointmentAt: base.at,
  };
  // What passed before a date was changed by hand is in that date already.
  const counted = base.by === 'appointment-changed' ? pausesSince(pauses, base.since) : pauses;
  const moved = appointmentAfterPauses(given, counted, by.rules);
  if (moved.ok)
    return ok(movedAppointment(dossier.appointment, moved.value.at, { rules: by.rules, since: given.receivedAt }));
  return by.agreed ? agreedAppointment(by.agreed, at, by.rules) : moved;
}

function pausesSince(pauses: readonly Pause[], since: LocalMoment): readonly Pause[] {
  return pauses.flatMap(({ from, until }) => (until > since ? [{ from: from > since ? from : since, until }] : []));
}

/** A date that a person typed, at the close of its day. Refuses one that is over. */
export function agreedAppointment(
  typed: TypedDate,
  now: LocalMoment,
  rules: CountingRules,
): Result<Appointment, ActRefusal> {
  const date = readDate('agreedAppointment.date', typed.date);
  if (!date.ok) return date;
  const reason = readText('agreedAppointment.reason', typed.reason);
  if (!reason.ok) return reason;
  const at = momentOf(date.value, officeHoursOn(rules, date.value).afternoon.until);
  if (at < now) return refuse({ code: 'date-too-early', field: 'agreedAppointment.date' });
  return ok({
    at,
    basis: { kind: 'agreed', reason: reason.value },
    daysOff: [],
    calendarVersion: rules.calendar.version,
  });
}

/** When the limit began to run, also of a dossier of the former system. */
export function receivedAtOf({ intake, carriedOver }: Dossier): LocalMoment | undefined {
  return intake?.receivedAt ?? carriedOver?.receivedAt;
}

const KNOWN_LIMITS: ReadonlySet<string> = new Set<ProcedureLimit['kind']>([
  'same-day',
  'working-days',
  'calendar-days',
  'hours',
  'none',
]);
const NO_LIMIT: ProcedureLimit = { kind: 'none' };
const MOVED_BY_PAUSES: ReadonlySet<string> = new Set(['supplement-received', 'payment-duty-met', 'processing-started']);

/** A date that was typed at the reception has no limit behind it and moves by working days. */
function limitBehind({ intake }: Dossier): ProcedureLimit {
  if (!intake || intake.appointment.basis.kind === 'agreed') return NO_LIMIT;
  // Of a kind that only a newer program knows it moves like one that was typed.
  return KNOWN_LIMITS.has(intake.procedure.limit.kind) ? intake.procedure.limit : NO_LIMIT;
}

function movedAppointment(
  before: Appointment,
  at: LocalMoment,
  { rules, since }: { readonly rules: CountingRules; readonly since: LocalMoment },
): Appointment {
  return {
    at,
    basis: before.basis,
    daysOff: namedDaysOff(rules.calendar, dateOf(since), dateOf(at)),
    calendarVersion: rules.calendar.version,
  };
}
