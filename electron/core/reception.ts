import type { Appointment } from '../../domain/appointment.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { FeeAssessment } from '../../domain/fees/fee-assessment.ts';
import { appointmentOf, feesOf, type IssuedNumbers, receive } from '../../domain/dossier-commands.ts';
import { nextDossierNumber } from '../../domain/dossier-number.ts';
import { formSetOn } from '../../domain/forms/form-set.ts';
import { type IntakeForm, type IntakeInput, parseIntakeForm } from '../../domain/intake-form.ts';
import { mayReceive } from '../../domain/lifecycle/transition.ts';
import { lookUpCodeFrom } from '../../domain/look-up-code.ts';
import { dateOf, type LocalMoment, yearOf } from '../../domain/plain-date.ts';
import { receiptSlipOf } from '../../domain/slips/receipt-slip.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import {
  type DossierId,
  LAST_RUNNING_NUMBER,
  makeScanCode,
  type ScanCode,
  scanCodeOf,
} from '../../domain/scan-code.ts';
import type { CounterIdentity, Work } from '../../sync/counter-store.ts';
import type { PersonRefusal, ReceiveRefusal, StorageRefusal } from '../contract/refusals.ts';
import { type PaperIssue, queueFormAfter, queuePaper } from './paper-issue.ts';
import type { Publications } from './publications.ts';

export type Reception = PaperIssue & {
  readonly publications: Publications;
  /** In [0, 1). */
  readonly chance: () => number;
  /** The result is given in the same minute. */
  readonly isOnTheSpot?: boolean;
};

/** What the transaction of a reception answers, also when its command comes a second time. */
export type ReceptionOutcome = { readonly dossierId: DossierId; readonly printJobId: number };

/** Name of the reception that is being typed. */
export const INTAKE_DRAFT = 'intake';

/** What the rules refuse a reception for. */
export type ReceptionRefusal = Exclude<
  ReceiveRefusal,
  StorageRefusal | PersonRefusal | { readonly code: 'clock-unconfirmed' | 'other-machine' }
>;

/**
 * The whole of a reception (tiếp nhận), inside its transaction: rules, appointment, numbers, fact, slip into the spool.
 * A refusal takes no number.
 */
export function receiveWithin(
  work: Work,
  input: IntakeInput,
  reception: Reception,
): Result<ReceptionOutcome, ReceptionRefusal> {
  const { identity, now, clerkName } = reception;
  const before = input.dossierId && work.findDossier(input.dossierId);
  // A paper of another computer that is not known here yet is received under its code all the same, and joins later.
  if (input.dossierId && !input.dossierId.startsWith(identity.unit.code)) return refuse({ code: 'dossier-unknown' });
  if (before && !mayReceive(before.status)) return refuse({ code: 'not-in-this-state', status: before.status });
  const filing = before?.filing;
  const promise = promiseOf(input, filing, reception);
  if (!promise.ok) return promise;
  const { form, appointment, fees } = promise.value;
  const code = input.dossierId === undefined ? {} : { scanCode: scanCodeOf(input.dossierId) };
  const numbers = takeNumbers(work, { ...reception, ...code });
  if (!numbers.ok) return numbers;
  const fact = receive(form, {
    numbers: numbers.value,
    appointment,
    fees,
    filing,
    formSet: formSetOn(dateOf(now)).id,
    unit: identity.unit,
    station: identity.station,
    receivedAt: now,
  });
  work.append(fact);
  const slip = receiptSlipOf(fact.payload, { clerkName, isTrial: reception.isTrial });
  work.discardDraft(INTAKE_DRAFT);
  const { dossierId } = fact;
  const printJobId = queuePaper(work, slip, { now, clerkName, dossierId });
  queueFormAfter(work, fact, reception);
  return ok({ dossierId, printJobId });
}

/** What the citizen is promised by the rules of this day; no number is touched. */
function promiseOf(
  input: IntakeInput,
  filing: Dossier['filing'],
  { now, publications, isOnTheSpot = false }: Pick<Reception, 'now' | 'publications' | 'isOnTheSpot'>,
): Result<
  { readonly form: IntakeForm; readonly appointment: Appointment; readonly fees: FeeAssessment | undefined },
  ReceptionRefusal
> {
  const day = dateOf(now);
  const procedure = publications.find(input.procedureCode, day);
  if (!procedure) return refuse({ code: 'procedure-not-in-force' });
  const read = parseIntakeForm(input, procedure, { isOnTheSpot });
  if (!read.ok) return refuse({ code: 'fields', fields: read.refusal });
  // What arrived before keeps the channel it arrived by.
  const form = { ...read.value, channel: filing?.channel ?? read.value.channel };
  // The limit runs from when the post handed it over; what came through the portal, from when it was received here.
  const from = filing?.channel === 'post' ? filing.filedAt : now;
  const appointment = appointmentOf(form, { ...publications.counting(), now: from });
  if (!appointment.ok) return appointment;
  const councilAmounts = publications.unitRules().councilAmounts[procedure.code] ?? {};
  const fees = feesOf(form, { day, councilAmounts });
  if (!fees.ok) return refuse({ code: 'fees', refusal: fees.refusal });
  return ok({ form, appointment: appointment.value, fees: fees.value });
}

/** Looks at both ranges before it takes anything: a number is never taken for nothing. */
function takeNumbers(
  work: Work,
  { identity, now, chance, scanCode }: Reception & { readonly scanCode?: ScanCode },
): Result<IssuedNumbers, ReceptionRefusal> {
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
  // What arrived before bears its code already.
  const code = scanCode ? ok(scanCode) : takeScanCode(work, { identity, now });
  if (!code.ok) return code;
  work.take({ of: 'dossier-number', date });
  return ok({
    scanCode: code.value,
    dossierNumber: dossierNumber.value,
    lookUpCode: lookUpCodeFrom([chance(), chance(), chance(), chance()]),
    registerBook: {
      book: `${year}-${String(station).padStart(2, '0')}`,
      number: work.take({ of: 'register-book', year }),
    },
  });
}

/** The next scan code of this station. Refuses when the year's range is used up; nothing is taken then. */
export function takeScanCode(
  work: Pick<Work, 'used' | 'take'>,
  { identity, now }: { readonly identity: CounterIdentity; readonly now: LocalMoment },
): Result<ScanCode, { readonly code: 'year-range-exhausted' }> {
  const { unit, station } = identity;
  const year = yearOf(dateOf(now));
  if (work.used({ of: 'scan-code', year }) >= LAST_RUNNING_NUMBER) return refuse({ code: 'year-range-exhausted' });
  const runningNumber = work.take({ of: 'scan-code', year });
  return ok(makeScanCode({ unitCode: unit.code, station, yearOfCentury: year % 100, runningNumber }));
}
