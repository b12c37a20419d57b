import { canonicalJson } from '../canonical-json.ts';
import type { Dossier } from '../dossier.ts';
import { officeHoursOn } from '../office-hours.ts';
import type { Applicant } from '../party.ts';
import { parsePhone } from '../phone.ts';
import { momentOf } from '../plain-date.ts';
import { refuse } from '../result.ts';
import { isPossibleId, tidyText } from '../typed-text.ts';
import type { ActOf } from './act.ts';
import { basisOfAnother } from './decide-wait.ts';
import { type ActCircumstances, type Decided, factOf } from './decided.ts';
import { agreedAppointment } from './new-appointment.ts';
import { readBasis, readDate, readNote, readText } from './wish-reader.ts';

// What leaves the state as it is, or puts it right. Each with a reason.

export function undoStep(act: ActOf<'step-undone'>, dossier: Dossier, { now: at }: ActCircumstances): Decided {
  const last = dossier.lastUndoable;
  if (!last) return refuse({ code: 'nothing-to-undo' });
  const { log, seq } = act.undoes;
  // Something else happened since the screen was shown.
  if (last.log !== log || last.seq !== seq) return refuse({ code: 'not-the-last-step' });
  const reason = readText('reason', act.reason);
  return reason.ok ? factOf(dossier, act.kind, { at, reason: reason.value, undoes: { log, seq } }) : reason;
}

export function settleContradiction(
  act: ActOf<'contradiction-settled'>,
  dossier: Dossier,
  { now: at }: ActCircumstances,
): Decided {
  const { of, accepts } = act;
  const isThere = dossier.anomalies.some(({ log, seq }) => log === of.log && seq === of.seq);
  if (!isThere) return refuse({ code: 'no-such-contradiction' });
  const reason = readText('reason', act.reason);
  return reason.ok ? factOf(dossier, act.kind, { at, reason: reason.value, of, accepts }) : reason;
}

export function changeAppointment(
  act: ActOf<'appointment-changed'>,
  dossier: Dossier,
  { now: at, rules }: ActCircumstances,
): Decided {
  const promised = dossier.appointment?.at;
  if (promised !== undefined && promised < at && dossier.pausedSince === undefined) {
    return refuse({ code: 'appointment-over', at: promised });
  }
  const reason = readText('reason', act.reason);
  if (!reason.ok) return reason;
  const basis = readBasis(act.basis);
  if (!basis.ok) return basis;
  const appointment = agreedAppointment({ date: act.date, reason: act.reason }, at, rules);
  if (!appointment.ok) return appointment;
  return factOf(dossier, act.kind, {
    at,
    reason: reason.value,
    appointment: appointment.value,
    basis: basis.value,
  });
}

export function apologise(
  act: ActOf<'apology-issued'>,
  dossier: Dossier,
  { now: at, rules, formNumber }: ActCircumstances,
): Decided {
  const reason = readText('reason', act.reason);
  if (!reason.ok) return reason;
  const signer = readText('signer', act.signer);
  if (!signer.ok) return signer;
  const date = readDate('newDate', act.newDate);
  if (!date.ok) return date;
  const newAppointmentAt = momentOf(date.value, officeHoursOn(rules, date.value).afternoon.until);
  const promisedLast = dossier.apologies.at(-1)?.newAppointmentAt ?? dossier.appointment?.at ?? at;
  if (newAppointmentAt < at || newAppointmentAt <= promisedLast) {
    return refuse({ code: 'date-too-early', field: 'newDate' });
  }
  const basis = basisOfAnother(dossier.apologies.length, act.basis);
  if (!basis.ok) return basis;
  return factOf(dossier, act.kind, {
    at,
    reason: reason.value,
    formNumber,
    newAppointmentAt,
    signer: signer.value,
    toldBy: act.toldBy,
    ...basis.value,
  });
}

export function correctDetails(
  act: ActOf<'details-corrected'>,
  dossier: Dossier,
  { now: at }: ActCircumstances,
): Decided {
  const before = dossier.applicant;
  if (!before) return refuse({ code: 'dossier-unknown' });
  const reason = readText('reason', act.reason);
  if (!reason.ok) return reason;
  const name = readText('applicant.name', act.applicant.name);
  if (!name.ok) return name;
  // An old list may have come without.
  const read = before.address === '' ? readNote : readText;
  const address = read('applicant.address', act.applicant.address);
  if (!address.ok) return address;
  const idNumber = tidyText(act.applicant.idNumber).replaceAll(' ', '');
  if (!isPossibleId(idNumber)) return refuse({ code: 'not-an-id' });
  const phone = tidyText(act.applicant.phone) === '' ? ({ kind: 'none' } as const) : parsePhone(act.applicant.phone);
  if (!phone) return refuse({ code: 'not-a-phone' });
  const applicant: Applicant = { ...before, name: name.value, address: address.value, idNumber, phone };
  // Canonical: what came back from a server has its members in another order.
  if (canonicalJson(applicant) === canonicalJson(before)) return refuse({ code: 'nothing-changed' });
  return factOf(dossier, act.kind, { at, reason: reason.value, applicant });
}
