import { compareEvents, type OrderKey } from '../dossier-event.ts';
import type { DossierFact, DossierFactKind, FactPlace } from './dossier-fact.ts';
import type { KnownState } from './dossier-state.ts';
import { fits, isBeforeReception, isTransition, type TransitionKind, transitionOf } from './transition.ts';

/** An event this program can read, with its place in the order. */
export type OrderedFact = DossierFact &
  OrderKey & { readonly actor: string; readonly account?: string; readonly standsInFor?: string };

/**
 * What became of a fact. `applied`: it counts. `undone`: taken back later. `out-of-place`: it does not fit where the order
 * puts it, kept for a person to look at. `settled`: a person looked at it and it does not count; one that counts after all
 * is `applied`, at the place of the settlement.
 */
export type Verdict = 'applied' | 'undone' | 'out-of-place' | 'settled';

export type CourseStep = {
  readonly fact: OrderedFact;
  readonly verdict: Verdict;
  readonly from: KnownState | 'draft';
  readonly to: KnownState;
};

/** The way of a dossier through its states, before anything else about it is made of it. */
export type Course = {
  readonly state: KnownState;
  /** Every fact in the order; one that a person let count after all stands a second time, where it took effect. */
  readonly steps: readonly CourseStep[];
  /** What counts, in the order in which it took effect. */
  readonly effective: readonly OrderedFact[];
  /** The step that could be taken back now. */
  readonly lastUndoable?: FactPlace & { readonly kind: DossierFactKind };
};

/** Union by event id, in the one order. Commutative, associative and idempotent. */
export function mergeFacts(a: readonly OrderedFact[], b: readonly OrderedFact[]): readonly OrderedFact[] {
  const sorted = [...a, ...b].toSorted(compareEvents);
  return sorted.filter((fact, i) => i === 0 || compareEvents(sorted[i - 1] ?? fact, fact) !== 0);
}

/**
 * Follows a dossier's facts through the table of transitions. Total: what does not fit is marked, never refused. Order of
 * arrival and repetition change nothing.
 */
export function courseOf(facts: readonly OrderedFact[]): Course {
  const walk = new Walk();
  for (const fact of receptionFirst(mergeFacts(facts, []))) walk.take(fact);
  return walk.course();
}

/**
 * A computer that never saw the reception may have written a later step with a smaller place in the order: what can only
 * follow a reception is taken after it.
 */
function receptionFirst(sorted: readonly OrderedFact[]): readonly OrderedFact[] {
  const reception = sorted.findIndex(({ kind }) => kind === 'received' || kind === 'carried-over');
  if (reception <= 0) return sorted;
  const earlier = sorted.slice(0, reception);
  const ofBefore = new Set(earlier.filter(({ kind }) => isBeforeReception(kind)).map(placeKey));
  const isEarly = (fact: OrderedFact): boolean => {
    const about = placeSpokenOf(fact);
    return ofBefore.has(placeKey(fact)) || (about !== undefined && ofBefore.has(placeKey(about)));
  };
  const [received, ...later] = sorted.slice(reception);
  if (!received) return sorted;
  return [...earlier.filter(isEarly), received, ...earlier.filter((fact) => !isEarly(fact)), ...later];
}

/** A step that counts, by its index, and the state it led out of. */
type Counted = { readonly index: number; readonly from: KnownState | 'draft' };

class Walk {
  #state: KnownState | 'draft' = 'draft';
  readonly #steps: CourseStep[] = [];
  readonly #effective: OrderedFact[] = [];
  /** The transitions that count, the last on top. */
  readonly #stack: Counted[] = [];
  /** How it stood when it was handed over, and would stand now. */
  #beneath: KnownState | undefined;
  /** What the hand-over came before. */
  #overtaken: Counted[] = [];

  take(fact: OrderedFact): void {
    if (this.#isOvertaken(fact)) this.#applyBeneath(fact);
    else if (!fits(fact.kind, this.#stateFor(fact)) || this.#isAnswered(fact)) this.#note(fact);
    else if (fact.kind === 'step-undone') this.#undo(fact, fact.payload.undoes);
    else if (fact.kind === 'contradiction-settled') this.#settle(fact, fact.payload);
    else this.#apply(fact);
  }

  course(): Course {
    const last = this.#stack.at(-1);
    const step = last && this.#steps[last.index];
    return {
      state: known(this.#state),
      steps: this.#steps,
      effective: this.#effective,
      ...(step && mayBeUndone(step) ? { lastUndoable: { ...placeOf(step.fact), kind: step.fact.kind } } : {}),
    };
  }

  /** Of a dossier whose first known step is a later one, nothing can be said to be out of place. */
  #stateFor(fact: OrderedFact): KnownState | 'draft' {
    if (this.#state !== 'draft' || isBeforeReception(fact.kind)) return this.#state;
    this.#state = 'intake-unknown';
    return this.#state;
  }

  /**
   * A computer that never saw the way there may have handed the result over first in the order: the steps that lead to a
   * result then stand behind the hand-over, and are in their place all the same.
   */
  #isOvertaken({ kind }: OrderedFact): boolean {
    if (this.#state !== 'handed-over' || this.#beneath === undefined || !isTransition(kind)) return false;
    return fits(kind, this.#beneath) && fits('result-handed-over', transitionOf(kind).to);
  }

  /**
   * Two computers may have closed one batch without seeing each other: what the body above answered of it does not set out
   * with it again.
   */
  #isAnswered(fact: OrderedFact): boolean {
    if (fact.kind !== 'transfer-sent') return false;
    const { batch } = fact.payload;
    return this.#effective.some(
      ({ kind, payload }) =>
        (kind === 'transfer-received' || kind === 'transfer-rejected') && 'batch' in payload && payload.batch === batch,
    );
  }

  #applyBeneath(fact: OrderedFact): void {
    this.#overtaken.push({ index: this.#steps.length, from: this.#beneath ?? this.#state });
    if (isTransition(fact.kind)) this.#beneath = targetOf(fact, fact.kind);
    this.#steps.push({ fact, verdict: 'applied', from: this.#state, to: known(this.#state) });
    this.#effective.push(fact);
  }

  #apply(fact: OrderedFact): void {
    const from = this.#state;
    if (isTransition(fact.kind)) {
      // What a person lets count afterwards does not take the result out of the citizen's hand.
      this.#state = from === 'handed-over' ? from : targetOf(fact, fact.kind);
      if (fact.kind === 'result-handed-over') {
        this.#beneath = known(from);
        this.#overtaken = [];
      }
      this.#stack.push({ index: this.#steps.length, from });
    }
    this.#steps.push({ fact, verdict: 'applied', from, to: known(this.#state) });
    this.#effective.push(fact);
  }

  #undo(fact: OrderedFact, place: FactPlace): void {
    const last = this.#stack.at(-1);
    const step = last && this.#steps[last.index];
    if (!last || !step || !isPlace(step.fact, place) || !mayBeUndone(step)) return this.#note(fact);
    this.#stack.pop();
    this.#steps[last.index] = { ...step, verdict: 'undone' };
    this.#forget(step.fact);
    const from = this.#state;
    // A form that was refused or sent away may be received after all.
    this.#state = last.from === 'draft' ? 'awaiting-intake' : last.from;
    if (step.fact.kind === 'result-handed-over') this.#uncover();
    this.#steps.push({ fact, verdict: 'applied', from, to: known(this.#state) });
    this.#effective.push(fact);
  }

  /** The hand-over is taken back: what it had overtaken is the way the dossier came, and may be taken back next. */
  #uncover(): void {
    this.#state = this.#beneath ?? this.#state;
    this.#stack.push(...this.#overtaken);
    this.#overtaken = [];
  }

  #settle(fact: OrderedFact, { of, accepts }: { readonly of: FactPlace; readonly accepts: boolean }): void {
    const index = this.#steps.findIndex((step) => isPlace(step.fact, of) && step.verdict === 'out-of-place');
    const step = this.#steps[index];
    if (!step) return this.#note(fact);
    this.#steps[index] = { ...step, verdict: 'settled' };
    this.#steps.push({ fact, verdict: 'applied', from: this.#state, to: known(this.#state) });
    this.#effective.push(fact);
    const { kind } = step.fact;
    if (accepts && kind !== 'step-undone' && kind !== 'contradiction-settled') this.#apply(step.fact);
  }

  #note(fact: OrderedFact): void {
    this.#steps.push({ fact, verdict: 'out-of-place', from: this.#state, to: known(this.#state) });
  }

  #forget(fact: OrderedFact): void {
    const index = this.#effective.indexOf(fact);
    if (index >= 0) this.#effective.splice(index, 1);
  }
}

function targetOf(fact: OrderedFact, kind: TransitionKind): KnownState {
  // An open dossier of the old system stands where its list says.
  return fact.kind === 'carried-over' ? fact.payload.stands : transitionOf(kind).to;
}

function mayBeUndone({ fact }: CourseStep): boolean {
  return isTransition(fact.kind) && transitionOf(fact.kind).isUndoable;
}

/** The fact that this one takes back or settles. */
function placeSpokenOf(fact: OrderedFact): FactPlace | undefined {
  if (fact.kind === 'step-undone') return fact.payload.undoes;
  return fact.kind === 'contradiction-settled' ? fact.payload.of : undefined;
}

/** Nothing has happened to a draft, so no fold ever ends in one. */
function known(state: KnownState | 'draft'): KnownState {
  return state === 'draft' ? 'intake-unknown' : state;
}

function isPlace(fact: OrderKey, { log, seq }: FactPlace): boolean {
  return fact.log === log && fact.seq === seq;
}

function placeOf({ log, seq }: OrderKey): FactPlace {
  return { log, seq };
}

function placeKey({ log, seq }: FactPlace): string {
  return `${log}:${seq}`;
}
