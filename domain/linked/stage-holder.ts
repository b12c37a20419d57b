import type { Anomaly, Dossier, TrailEntry } from '../dossier.ts';
import type { DossierFactKind, FactPlace } from '../lifecycle/dossier-fact.ts';
import { factsOfState, type KnownState } from '../lifecycle/dossier-state.ts';
import { fits, isTransition, transitionOf } from '../lifecycle/transition.ts';

/** One of the two that can say how a dossier stands. */
export type StageSpeaker = 'commune' | 'upstream';

/**
 * A fact that did not fit its place, with what it contradicts, for a person to settle.
 */
export type Contradiction = {
  readonly place: FactPlace;
  readonly kind: DossierFactKind;
  /** The state it met. */
  readonly stateThen: KnownState;
  /** What had brought the dossier there; absent where that was taken back or is not known. */
  readonly against?: FactPlace & { readonly kind: DossierFactKind };
  readonly whose: StageSpeaker;
  /** Absent where the facts alone do not say. */
  readonly suggestion?: 'accept' | 'set-aside';
};

/** Whose word a fact of this kind is, whoever writes it down. */
export function speakerOf(kind: DossierFactKind): StageSpeaker {
  return isTransition(kind) && transitionOf(kind).isUpstream === true ? 'upstream' : 'commune';
}

/**
 * Whether `speaker` may say that a fact of this kind happened to a dossier in this state: each state has one that says what
 * comes next, the body above from its signature until its result, else the commune. What is on its way up waits for that
 * signature alone; what a citizen or the counter itself does is the commune's word everywhere.
 */
export function mayState(speaker: StageSpeaker, kind: DossierFactKind, state: KnownState): boolean {
  return speakerOf(kind) === speaker && fits(kind, state);
}

/**
 * Every contradiction of a dossier that nobody has settled, in the order.
 *
 * Suggested: a second reception or hand-over is set aside; a hand-over that was not known is accepted, the paper is with the
 * citizen; what was said by the one that had no say then, or about a dossier at its end, is set aside; what fits by
 * now is accepted. A dossier that was voided and handed over is for a person alone.
 */
export function contradictionsOf(dossier: Dossier): readonly Contradiction[] {
  return dossier.anomalies.map((anomaly) => contradictionOf(anomaly, dossier));
}

function contradictionOf(anomaly: Anomaly, { trail, status }: Dossier): Contradiction {
  const { log, seq, kind } = anomaly;
  const index = trail.findIndex((each) => isAt(each, anomaly));
  const stateThen = trail[index]?.to ?? status;
  const against =
    anomaly.code === 'out-of-place'
      ? trail.slice(0, index).findLast((each) => counts(each) && isTransition(each.kind) && each.to === stateThen)
      : trail.find((each) => counts(each) && each.kind === kind);
  const suggestion = suggestionFor(anomaly, stateThen, status);
  return {
    place: { log, seq },
    kind,
    stateThen,
    ...(against ? { against: { log: against.log, seq: against.seq, kind: against.kind } } : {}),
    whose: speakerOf(kind),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function suggestionFor(
  { code, kind }: Anomaly,
  stateThen: KnownState,
  stateNow: KnownState,
): 'accept' | 'set-aside' | undefined {
  if (code !== 'out-of-place') return 'set-aside';
  if (kind === 'result-handed-over') return stateNow === 'voided' ? undefined : 'accept';
  if (factsOfState(stateNow).heldBy === 'nobody') return 'set-aside';
  // Its signature may be what is missing here: then its word is no contradiction.
  if (factsOfState(stateThen).heldBy !== speakerOf(kind) && stateThen !== 'in-transfer-up') return 'set-aside';
  return isTransition(kind) && fits(kind, stateNow) ? 'accept' : undefined;
}

function counts({ verdict }: TrailEntry): boolean {
  return verdict === undefined;
}

function isAt(entry: FactPlace, { log, seq }: FactPlace): boolean {
  return entry.log === log && entry.seq === seq;
}
