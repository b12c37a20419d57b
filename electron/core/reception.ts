import { COMMUNE_PROCEDURES } from '../../domain/catalogue/commune-procedures.ts';
import { WORKING_CALENDAR } from '../../domain/catalogue/working-calendar-2018-2026.ts';
import { appointmentOf, type Circumstances, type IssuedNumbers, receive } from '../../domain/dossier-commands.ts';
import { nextDossierNumber } from '../../domain/dossier-number.ts';
import { type IntakeInput, parseIntakeForm } from '../../domain/intake-form.ts';
import { lookUpCodeFrom } from '../../domain/look-up-code.ts';
import { DEFAULT_OFFICE_HOURS } from '../../domain/office-hours.ts';
import { dateOf, type LocalMoment, yearOf } from '../../domain/plain-date.ts';
import { findProcedure } from '../../domain/procedure-catalogue.ts';
import { receiptSlipOf } from '../../domain/receipt-slip.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { type DossierId, LAST_RUNNING_NUMBER, makeScanCode } from '../../domain/scan-code.ts';
import type { CounterIdentity, Work } from '../../sync/counter-store.ts';
import type { ReceiveRefusal, StorageRefusal } from '../contract/commands.ts';

type Reception = {
  readonly identity: CounterIdentity;
  readonly isTrial: boolean;
  readonly now: LocalMoment;
  /** In [0, 1). */
  readonly chance: () => number;
};

/** What the transaction of a reception answers, also when its command comes a second time. */
type ReceptionOutcome = { readonly dossierId: DossierId; readonly printJobId: number };

/** Name of the reception that is being typed. */
export const INTAKE_DRAFT = 'intake';

type Refusal = Exclude<ReceiveRefusal, StorageRefusal | { readonly code: 'clock-unconfirmed' | 'other-machine' }>;

export function circumstancesAt(now: LocalMoment): Circumstances {
  return { now, calendar: WORKING_CALENDAR, hours: DEFAULT_OFFICE_HOURS };
}

/**
 * The whole of a reception (tiếp nhận), inside its transaction: rules, appointment, numbers, fact, slip into the spool.
 * A refusal takes no number.
 */
export function receiveWithin(work: Work, input: IntakeInput, reception: Reception): Result<ReceptionOutcome, Refusal> {
  const { identity, now } = reception;
  const procedure = findProcedure(COMMUNE_PROCEDURES, input.procedureCode, dateOf(now));
  if (!procedure) return refuse({ code: 'procedure-not-in-force' });
  const form = parseIntakeForm(input, procedure);
  if (!form.ok) return refuse({ code: 'fields', fields: form.refusal });
  const appointment = appointmentOf(form.value, circumstancesAt(now));
  if (!appointment.ok) return appointment;
  const numbers = takeNumbers(work, reception);
  if (!numbers.ok) return numbers;
  const fact = receive(form.value, {
    numbers: numbers.value,
    appointment: appointment.value,
    unit: identity.unit,
    station: identity.station,
    receivedAt: now,
  });
  work.append(fact);
  const slip = receiptSlipOf(fact.payload, { clerkName: identity.clerkName, isTrial: reception.isTrial });
  work.discardDraft(INTAKE_DRAFT);
  const printJobId = work.queueSlip({ dossierId: fact.dossierId, slip, at: now });
  return ok({ dossierId: fact.dossierId, printJobId });
}

/** Looks at both ranges before it takes anything: a number is never taken for nothing. */
function takeNumbers(work: Work, { identity, now, chance }: Reception): Result<IssuedNumbers, Refusal> {
  const { unit, station } = identity;
  const date = dateOf(now);
  const year = yearOf(date);
  const dossierNumber = nextDossierNumber({
    organisationCode: unit.organisationCode,
    date,
    station,
    used: work.used({ of: 'dossier-number', date }),
  });
  if (!dossierNumber.ok) return dossierNumber;
  if (work.used({ of: 'scan-code', year }) >= LAST_RUNNING_NUMBER) return refuse({ code: 'year-range-exhausted' });
  work.take({ of: 'dossier-number', date });
  const runningNumber = work.take({ of: 'scan-code', year });
  return ok({
    scanCode: makeScanCode({ unitCode: unit.code, station, yearOfCentury: year % 100, runningNumber }),
    dossierNumber: dossierNumber.value,
    lookUpCode: lookUpCodeFrom([chance(), chance(), chance(), chance()]),
    registerBook: {
      book: `${year}-${String(station).padStart(2, '0')}`,
      number: work.take({ of: 'register-book', year }),
    },
  });
}
