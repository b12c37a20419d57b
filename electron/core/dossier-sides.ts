import type { Dossier } from '../../domain/dossier.ts';
import { mayHandOver } from '../../domain/dossier-commands.ts';
import { paymentState } from '../../domain/fees/payment.ts';
import type { DossierFactKind } from '../../domain/lifecycle/dossier-fact.ts';
import {
  fits,
  mayTakeMoney,
  NOTES,
  permissionFor,
  permissionsFor,
  TRANSITIONS,
} from '../../domain/lifecycle/transition.ts';
import { contradictionsOf } from '../../domain/linked/stage-holder.ts';
import { stepDatesOf } from '../../domain/linked/step-dates.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { onTimeOf } from '../../domain/report/on-time-of.ts';
import type { DossierSides } from '../contract/views.ts';
import type { EstablishedCounter } from './counter-session.ts';

/** The four sides of a dossier, each told from the others, and what may be done next by who is signed in. */
export function sidesOf(dossier: Dossier, counter: EstablishedCounter, now: LocalMoment): DossierSides {
  const linked = stepDatesOf(dossier, counter.publications.counting());
  return {
    dossier,
    business: dossier.status,
    payment: paymentState(dossier.fees, dossier.payments, dossier.refunds),
    handOver: handOverSide(dossier),
    sync: syncSide(dossier, counter),
    onTime: onTimeOf(dossier),
    acts: actsOpen(dossier, counter, now),
    contradictions: contradictionsOf(dossier),
    ...(linked?.ok ? { linked: linked.value } : {}),
  };
}

function handOverSide({ handOver, result }: Dossier): DossierSides['handOver'] {
  if (handOver) return 'handed-over';
  return result ? 'waiting' : 'none';
}

/** By the server's own word: every event known of it is among those that it was proved to hold. */
function syncSide({ trail }: Dossier, { upstream }: EstablishedCounter): DossierSides['sync'] {
  if (upstream.view().status === 'no-server') return 'no-server';
  const proved = upstream.provedVector();
  return trail.every(({ log, seq }) => seq <= (proved[log]?.seq ?? 0)) ? 'upstream' : 'waiting';
}

const KINDS = [...Object.keys(TRANSITIONS), ...Object.keys(NOTES)] as readonly DossierFactKind[];

/** Facts that a command of its own makes, or that need something else first. */
const NOT_AN_ACT: ReadonlySet<DossierFactKind> = new Set<DossierFactKind>([
  'filed',
  'received',
  'carried-over',
  'transfer-sent',
  'transfer-received',
  'transfer-rejected',
  'transfer-recalled',
  'upstream-result-arrived',
]);

function actsOpen(dossier: Dossier, { people }: EstablishedCounter, now: LocalMoment): readonly DossierFactKind[] {
  const permissions = people.permissions(now);
  return KINDS.filter((kind) => {
    if (NOT_AN_ACT.has(kind) || !fits(kind, dossier.status) || !hasObject(kind, dossier)) return false;
    if (kind !== 'step-undone') return permissionsFor(kind, dossier.status).some((each) => permissions.includes(each));
    return dossier.lastUndoable !== undefined && permissions.includes(permissionFor(dossier.lastUndoable.kind));
  });
}

/** What a state alone does not say: that there is something to do it with. */
function hasObject(kind: DossierFactKind, dossier: Dossier): boolean {
  switch (kind) {
    case 'result-handed-over':
      return mayHandOver(dossier.status);
    case 'contradiction-settled':
      return dossier.anomalies.length > 0;
    case 'commune-part-finished':
      return !dossier.intake || dossier.intake.procedure.linkedSteps !== undefined;
    case 'fees-assessed':
      return mayTakeMoney(dossier.status);
    case 'fee-collected': {
      const { restVnd } = paymentState(dossier.fees, dossier.payments, dossier.refunds);
      return mayTakeMoney(dossier.status) && restVnd.fee + restVnd.duty > 0;
    }
    case 'fee-refunded': {
      const { paidVnd } = paymentState(dossier.fees, dossier.payments, dossier.refunds);
      return paidVnd.fee > 0 || paidVnd.duty > 0;
    }
    default:
      return true;
  }
}
