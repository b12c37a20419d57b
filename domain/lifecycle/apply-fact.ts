import type { Appointment } from '../appointment.ts';
import type { DatedAppointment, Dossier, Step } from '../dossier.ts';
import type { LocalMoment } from '../plain-date.ts';
import type { OrderedFact } from './course.ts';
import {
  type CarriedOver,
  type DossierFactKind,
  type DossierPayloads,
  type IssuedResult,
  momentOfFact,
} from './dossier-fact.ts';
import { isTransition } from './transition.ts';

/** What one fact that counts adds to a dossier, its state apart. */
export function applyFact(dossier: Dossier, fact: OrderedFact): Dossier {
  return write<DossierFactKind>(isTransition(fact.kind) ? moved(dossier, fact) : dossier, fact, fact);
}

/**
 * What holds in one state only: a wait for the citizen begins with a question and is over with any other step, and
 * an end that was not the end is none. Written once for all kinds, because a step that a person lets count afterwards may
 * follow any other.
 */
function moved(dossier: Dossier, fact: OrderedFact): Dossier {
  const { ending, ...open } = dossier;
  const going = ending ? open : dossier;
  // The result is in the citizen's hand: nothing is waited for.
  return asksCitizen(fact) && !dossier.handOver
    ? paused(going, momentOfFact(fact))
    : unpaused(going, momentOfFact(fact));
}

function asksCitizen(fact: OrderedFact): boolean {
  if (fact.kind === 'upstream-returned') return fact.payload.pausesLimit;
  return fact.kind === 'supplement-requested' || fact.kind === 'payment-duty-notified';
}

type Writer<K extends DossierFactKind> = (dossier: Dossier, payload: DossierPayloads[K], fact: OrderedFact) => Dossier;

const nothing = (dossier: Dossier): Dossier => dossier;

// A kind that is missing here does not compile.
const WRITERS: { readonly [K in DossierFactKind]: Writer<K> } = {
  filed: (dossier, payload, fact) => ({
    ...dossier,
    filing: stepOf(payload, fact),
    applicant: payload.applicant,
  }),
  'supplement-guided': (dossier, payload, fact) => ({
    ...dossier,
    guidance: stepOf(payload, fact),
    applicant: payload.applicant,
  }),
  'intake-refused': (dossier, payload, fact) => ({
    ...dossier,
    intakeRefusal: stepOf(payload, fact),
    applicant: payload.applicant,
  }),
  received: (dossier, payload, fact) =>
    promised(
      {
        ...dossier,
        intake: stepOf(payload, fact),
        applicant: payload.applicant,
        ...(payload.fees ? { fees: payload.fees } : {}),
      },
      payload.appointment,
      fact,
    ),
  'carried-over': carriedOver,
  'processing-started': (dossier, { appointment }, fact) =>
    appointment ? promised(dossier, appointment, fact) : dossier,
  'signature-requested': nothing,
  'signature-declined': nothing,
  'result-issued': (dossier, payload) => resulting(dossier, payload, { isRefusal: false, by: 'commune' }),
  'resolution-refused': (dossier, payload) => resulting(dossier, payload, { isRefusal: true, by: 'commune' }),
  'supplement-requested': (dossier, payload, fact) => ({
    ...dossier,
    supplement: stepOf(payload, fact),
    supplementsAsked: dossier.supplementsAsked + 1,
  }),
  'supplement-received': (dossier, { appointment }, fact) => promised(dossier, appointment, fact),
  'payment-duty-notified': nothing,
  'payment-duty-met': (dossier, { appointment }, fact) => promised(dossier, appointment, fact),
  'commune-part-finished': nothing,
  'transfer-sent': (dossier, { batch, at }) => ({ ...dossier, transfer: { batch, at } }),
  'transfer-received': nothing,
  'transfer-rejected': withoutTransfer,
  'transfer-recalled': withoutTransfer,
  'upstream-returned': nothing,
  'upstream-result-issued': (dossier, payload) =>
    resulting(dossier, payload, { isRefusal: payload.isRefusal, by: 'upstream' }),
  'upstream-result-arrived': (dossier, { batch, at }) => ({ ...dossier, transfer: { batch, at } }),
  'result-handed-over': (dossier, payload, fact) => ({ ...dossier, handOver: stepOf(payload, fact) }),
  withdrawn: (dossier, payload, fact) => ended(dossier, { kind: 'withdrawn', ...payload }, fact),
  stopped: (dossier, payload, fact) => ended(dossier, { kind: 'stopped', ...payload }, fact),
  voided: (dossier, payload, fact) => ended(dossier, { kind: 'voided', ...payload }, fact),
  'apology-issued': (dossier, payload, fact) => ({
    ...dossier,
    apologies: [...dossier.apologies, stepOf(payload, fact)],
  }),
  'appointment-changed': (dossier, { appointment }, fact) => promised(dossier, appointment, fact),
  'step-undone': nothing,
  'details-corrected': (dossier, { applicant }) => ({ ...dossier, applicant }),
  'fees-assessed': (dossier, { fees }) => ({ ...dossier, fees }),
  'fee-collected': (dossier, { payment }, fact) => ({
    ...dossier,
    payments: [...dossier.payments, stepOf(payment, fact)],
  }),
  'fee-refunded': (dossier, { refund }, fact) => ({ ...dossier, refunds: [...dossier.refunds, stepOf(refund, fact)] }),
  'contradiction-settled': nothing,
};

type FactOf<K extends DossierFactKind> = {
  [P in K]: { readonly kind: P; readonly payload: DossierPayloads[P] };
}[K];

function write<K extends DossierFactKind>(dossier: Dossier, { kind, payload }: FactOf<K>, fact: OrderedFact): Dossier {
  return WRITERS[kind](dossier, payload, fact);
}

function carriedOver(dossier: Dossier, payload: CarriedOver, fact: OrderedFact): Dossier {
  const taken: Dossier = { ...dossier, carriedOver: stepOf(payload, fact), applicant: payload.applicant };
  if (payload.appointmentAt === undefined) return taken;
  const appointment: Appointment = {
    at: payload.appointmentAt,
    basis: { kind: 'agreed', reason: payload.oldNumber },
    daysOff: [],
    calendarVersion: '',
  };
  return promised(taken, appointment, fact);
}

type Ending = Pick<NonNullable<Dossier['ending']>, 'kind' | 'at' | 'reason'>;

function ended(dossier: Dossier, { kind, at, reason }: Ending, fact: OrderedFact): Dossier {
  // The result in the citizen's hand is the end, whatever else a person lets count afterwards.
  return dossier.handOver ? dossier : { ...dossier, ending: stepOf({ kind, at, reason }, fact) };
}

function resulting(
  dossier: Dossier,
  { at, result }: { readonly at: LocalMoment; readonly result: IssuedResult },
  how: { readonly isRefusal: boolean; readonly by: 'commune' | 'upstream' },
): Dossier {
  return { ...dossier, result: { ...result, ...how, releasedAt: at } };
}

function promised(dossier: Dossier, appointment: Appointment, fact: OrderedFact): Dossier {
  const dated: DatedAppointment = { at: appointment.at, by: fact.kind, since: momentOfFact(fact) };
  return { ...dossier, appointment, appointments: [...dossier.appointments, dated] };
}

function paused(dossier: Dossier, at: LocalMoment): Dossier {
  return dossier.pausedSince === undefined ? { ...dossier, pausedSince: at } : dossier;
}

function unpaused(dossier: Dossier, at: LocalMoment): Dossier {
  const { pausedSince, ...rest } = dossier;
  if (pausedSince === undefined) return dossier;
  return { ...rest, pauses: [...dossier.pauses, { from: pausedSince, until: at }] };
}

function withoutTransfer(dossier: Dossier): Dossier {
  const { transfer, ...rest } = dossier;
  return transfer ? rest : dossier;
}

function stepOf<T extends object>(payload: T, { actor, log, seq }: OrderedFact): Step<T> {
  return { ...payload, actor, log, seq };
}
