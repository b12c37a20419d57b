import type { Dossier } from '../dossier.ts';
import { refuse } from '../result.ts';
import type { Act, ActKind, ActOf } from './act.ts';
import { assessAgain, decideMoney } from './decide-money.ts';
import { apologise, changeAppointment, correctDetails, settleContradiction, undoStep } from './decide-note.ts';
import {
  finishCommunePart,
  issueResult,
  issueUpstreamResult,
  refuseResolution,
  returnFromUpstream,
  startProcessing,
  stop,
  withNote,
  withReason,
} from './decide-step.ts';
import { meetPaymentDuty, notifyPaymentDuty, receiveSupplement, requestSupplement } from './decide-wait.ts';
import type { ActCircumstances, Decided } from './decided.ts';
import { fits } from './transition.ts';

type Decide<K extends ActKind> = (act: ActOf<K>, dossier: Dossier, by: ActCircumstances) => Decided;

// An act that is missing here does not compile.
const DECIDERS: { readonly [K in ActKind]: Decide<K> } = {
  'processing-started': startProcessing,
  'signature-requested': withNote,
  'signature-declined': withReason,
  'result-issued': issueResult,
  'resolution-refused': refuseResolution,
  'supplement-requested': requestSupplement,
  'supplement-received': receiveSupplement,
  'payment-duty-notified': notifyPaymentDuty,
  'payment-duty-met': meetPaymentDuty,
  'commune-part-finished': finishCommunePart,
  'upstream-returned': returnFromUpstream,
  'upstream-result-issued': issueUpstreamResult,
  withdrawn: withReason,
  stopped: stop,
  voided: withReason,
  'apology-issued': apologise,
  'appointment-changed': changeAppointment,
  'step-undone': undoStep,
  'details-corrected': correctDetails,
  'fees-assessed': assessAgain,
  'fee-collected': decideMoney,
  'fee-refunded': decideMoney,
  'contradiction-settled': settleContradiction,
};

/**
 * The fact that follows from what a person wants to do with a dossier, by the table of transitions and the guards of each
 * act. Nothing is done by it: the fact counts once it is in a log. Whether the person may do it is asked before.
 */
export function decideAct(act: Act, dossier: Dossier, by: ActCircumstances): Decided {
  if (!fits(act.kind, dossier.status)) {
    return refuse({ code: 'not-in-this-state', kind: act.kind, status: dossier.status });
  }
  return decide<ActKind>(act, dossier, by);
}

function decide<K extends ActKind>(act: ActOf<K>, dossier: Dossier, by: ActCircumstances): Decided {
  // The table has for each kind what takes an act of that kind, which the union of both cannot see.
  const decider = DECIDERS[act.kind] as Decide<K>;
  return decider(act, dossier, by);
}
