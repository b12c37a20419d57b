import type { Dossier, TrailEntry } from '../../domain/dossier.ts';
import type { FactPlace } from '../../domain/lifecycle/dossier-fact.ts';
import { FACT_KINDS } from '../text/facts.ts';
import { RELATIONS } from '../text/hand-over.ts';
import { handOverDetails } from '../text/hand-over-options.ts';
import { DOSSIER } from '../text/register.ts';

/** What one step of the history says, and what is known besides: the dossier holds the details of steps that count. */
export type TrailLine = { readonly what: string; readonly more?: string };

export function trailLineOf(dossier: Dossier, entry: TrailEntry): TrailLine {
  const plain = { what: DOSSIER.step(FACT_KINDS[entry.kind], entry.actor) };
  const { intake, handOver } = dossier;
  if (intake && isAt(intake, entry)) {
    return { ...plain, more: DOSSIER.registerBook(intake.registerBook.book, intake.registerBook.number) };
  }
  if (handOver && isAt(handOver, entry)) {
    const relation = RELATIONS[handOver.receiver.relation].toLocaleLowerCase('vi');
    const more = handOverDetails(handOver);
    return { what: DOSSIER.handedOver(handOver.receiver.name, relation, entry.actor), ...(more ? { more } : {}) };
  }
  const reason = reasonedStepsOf(dossier).find((step) => isAt(step, entry))?.reason;
  return reason ? { ...plain, more: DOSSIER.reason(reason) } : plain;
}

function reasonedStepsOf(dossier: Dossier): readonly (FactPlace & { readonly reason: string })[] {
  const { guidance, intakeRefusal, supplement, ending, apologies } = dossier;
  return [guidance, intakeRefusal, supplement, ending, ...apologies].filter((step) => step !== undefined);
}

function isAt(step: FactPlace, { log, seq }: FactPlace): boolean {
  return step.log === log && step.seq === seq;
}
