import type { Dossier } from '../dossier.ts';
import { officeHoursOn } from '../office-hours.ts';
import { dateOf, momentOf } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Appointment } from '../appointment.ts';
import type { ActOf, ActRefusal } from './act.ts';
import { type ActCircumstances, type Decided, factOf, spanOf } from './decided.ts';
import { appointmentOnResuming } from './new-appointment.ts';
import { readNote, readPaper, readResult, readText } from './wish-reader.ts';

// The steps between reception and result, and the ways to end without one.

export function startProcessing(
  act: ActOf<'processing-started'>,
  dossier: Dossier,
  { now: at, rules }: ActCircumstances,
): Decided {
  const specialist = readNote('specialist', act.specialist);
  if (!specialist.ok) return specialist;
  const resumed = resumedAppointment(dossier, () =>
    appointmentOnResuming(dossier, at, { rules, agreed: act.agreedAppointment }),
  );
  if (!resumed.ok) return resumed;
  const appointment = resumed.value ? { appointment: resumed.value } : {};
  return factOf(dossier, act.kind, { at, specialist: specialist.value, ...appointment });
}

/** What the upper body sent back with a question to the citizen goes on, and its date has moved. */
function resumedAppointment(
  { pausedSince, appointment }: Dossier,
  moved: () => Result<Appointment, ActRefusal>,
): Result<Appointment | undefined, ActRefusal> {
  return pausedSince === undefined || !appointment ? ok(undefined) : moved();
}

export function finishCommunePart(
  act: ActOf<'commune-part-finished'>,
  dossier: Dossier,
  by: ActCircumstances,
): Decided {
  if (dossier.intake && !dossier.intake.procedure.linkedSteps) return refuse({ code: 'not-linked' });
  return withNote(act, dossier, by);
}

/** Only when the citizen had the time that was given. */
export function stop(act: ActOf<'stopped'>, dossier: Dossier, by: ActCircumstances): Decided {
  const respondBy = dossier.supplement?.respondBy;
  if (respondBy && respondBy >= dateOf(by.now)) return refuse({ code: 'respond-by-not-over', respondBy });
  return withReason(act, dossier, by);
}

export function withNote(
  act: ActOf<'commune-part-finished' | 'signature-requested'>,
  dossier: Dossier,
  { now: at }: ActCircumstances,
): Decided {
  const note = readNote('note', act.note);
  return note.ok ? factOf(dossier, act.kind, { at, note: note.value }) : note;
}

export function withReason(
  act: ActOf<'signature-declined' | 'withdrawn' | 'voided' | 'stopped'>,
  dossier: Dossier,
  { now: at }: ActCircumstances,
): Decided {
  const reason = readText('reason', act.reason);
  return reason.ok ? factOf(dossier, act.kind, { at, reason: reason.value }) : reason;
}

export function returnFromUpstream(
  act: ActOf<'upstream-returned'>,
  dossier: Dossier,
  { now: at }: ActCircumstances,
): Decided {
  const onPaper = readPaper(act.onPaper, spanOf(dossier, at));
  if (!onPaper.ok) return onPaper;
  const reason = readText('reason', act.reason);
  if (!reason.ok) return reason;
  const { pausesLimit } = act;
  return factOf(dossier, act.kind, { at, reason: reason.value, pausesLimit, onPaper: onPaper.value });
}

export function issueResult(act: ActOf<'result-issued'>, dossier: Dossier, { now: at }: ActCircumstances): Decided {
  const result = readResult(act.result, spanOf(dossier, at));
  return result.ok ? factOf(dossier, act.kind, { at, result: result.value }) : result;
}

export function refuseResolution(
  act: ActOf<'resolution-refused'>,
  dossier: Dossier,
  { now: at }: ActCircumstances,
): Decided {
  const result = readResult(act.result, spanOf(dossier, at));
  if (!result.ok) return result;
  const reason = readText('reason', act.reason);
  return reason.ok ? factOf(dossier, act.kind, { at, result: result.value, reason: reason.value }) : reason;
}

export function issueUpstreamResult(
  act: ActOf<'upstream-result-issued'>,
  dossier: Dossier,
  { now, rules }: ActCircumstances,
): Decided {
  const result = readResult(act.result, spanOf(dossier, now));
  if (!result.ok) return result;
  const { signer, date } = result.value;
  return factOf(dossier, act.kind, {
    // Its date counts for on-time, not the day on which a clerk typed it.
    at: date === dateOf(now) ? now : momentOf(date, officeHoursOn(rules, date).afternoon.until),
    result: result.value,
    isRefusal: act.isRefusal,
    onPaper: { signer, date },
  });
}
