import { appointmentFor } from '../appointment.ts';
import type { Dossier } from '../dossier.ts';
import { factsOfState } from '../lifecycle/dossier-state.ts';
import type { LocalMoment } from '../plain-date.ts';
import type { LinkedStep, ProcedureLimit } from '../procedure.ts';
import { ok, refuse, type Result } from '../result.ts';
import { releaseOf } from '../report/on-time-of.ts';
import { appointmentAfterPauses, type GivenAppointment } from '../time/appointment-after-pauses.ts';
import type { CountingRules } from '../time/counting-rules.ts';
import { type OnTimeClass, onTimeClass } from '../time/on-time.ts';
import { mergePauses, type Pause } from '../time/pause.ts';
import type { CalendarEndsTooSoon } from '../working-calendar.ts';
import { addLimits } from './budget.ts';
import { type LinkedPart, linkedPartsOf } from './linked-parts.ts';

/** The dates of one leg. Of legs that follow one another in the same hands only the outer ends are known. */
export type StepDates = {
  readonly step: LinkedStep;
  readonly startedAt?: LocalMoment;
  readonly endedAt?: LocalMoment;
  /** Of a leg that has not begun: what it will be if those before it keep theirs. Absent without a budget. */
  readonly dueAt?: LocalMoment;
  /** Present once it has ended and was due. */
  readonly class?: OnTimeClass;
};

export type LinkedDates = {
  readonly legs: readonly StepDates[];
  /** Who has the dossier now. */
  readonly holder: 'commune' | 'upstream' | 'nobody';
  /** Which of `legs` it may be in. Empty when it is over, waits for the citizen's visit, or was sent back. */
  readonly present: readonly number[];
};

/**
 * When each leg of a linked procedure (một cửa liên thông) is due, and how it went.
 *
 * A leg has its budget from the moment it began; legs in the same hands follow one another, so theirs add up. It began
 * with the receipt, the signature of the body above, or that body's result; it ended with the next of them, the arrival of
 * the result, or the end of the dossier. Pauses move it as they move an appointment, and so does the time in which the body
 * above had sent the dossier back. A pause after it was due does not.
 *
 * Undefined without reception or legs, and for a voided dossier. Refuses when the calendar stops before an answer is known.
 */
export function stepDatesOf(
  dossier: Dossier,
  rules: CountingRules,
): Result<LinkedDates, CalendarEndsTooSoon> | undefined {
  const parts = linkedPartsOf(dossier);
  if (parts.length === 0 || dossier.status === 'voided') return undefined;
  const legs: StepDates[] = [];
  const present: number[] = [];
  const holder = factsOfState(dossier.status).heldBy;
  const isOver = releaseOf(dossier) !== undefined;
  let run: Run | undefined;
  for (const part of parts) {
    const pauses = mergePauses([...dossier.pauses.filter(({ from }) => isWithin(from, part)), ...part.away]);
    if (part.startedAt !== undefined) run = { from: part.startedAt };
    // What is over will not begin another leg.
    else if (isOver) run = undefined;
    for (const [i, step] of part.steps.entries()) {
      run = run && goneOn(run, step.budget);
      const due = dueOf(run, pauses, rules);
      if (!due.ok) return due;
      if (run && due.value !== undefined) run = { ...run, dueAt: due.value };
      if (isPresent(part, holder)) present.push(legs.length);
      legs.push({ step, ...datesOf(part, i, due.value) });
    }
  }
  return ok({ legs, holder, present });
}

/** Budgets that follow one another without a known moment in between. */
type Run = { readonly from: LocalMoment; readonly limit?: ProcedureLimit; readonly dueAt?: LocalMoment };

function goneOn({ from, limit, dueAt }: Run, budget: ProcedureLimit): Run | undefined {
  if (budget.kind === 'none') return undefined;
  if (!limit) return { from, limit: budget };
  const sum = addLimits(limit, budget);
  if (sum) return { from, limit: sum };
  return dueAt === undefined ? undefined : { from: dueAt, limit: budget };
}

function dueOf(
  run: Run | undefined,
  pauses: readonly Pause[],
  rules: CountingRules,
): Result<LocalMoment | undefined, CalendarEndsTooSoon> {
  if (!run?.limit) return ok(undefined);
  const given = appointmentFor(run.limit, run.from, rules);
  if (!given.ok) return given.refusal.code === 'no-limit-published' ? ok(undefined) : refuse(given.refusal);
  return afterPauses({ receivedAt: run.from, limit: run.limit, appointmentAt: given.value.at }, pauses, rules);
}

function afterPauses(
  given: GivenAppointment,
  pauses: readonly Pause[],
  rules: CountingRules,
): Result<LocalMoment, CalendarEndsTooSoon> {
  let at = given.appointmentAt;
  const taken: Pause[] = [];
  for (const pause of pauses) {
    // In order, so that one pause may move the date behind the next.
    if (pause.until <= given.receivedAt || pause.from > at) continue;
    taken.push(pause);
    const moved = appointmentAfterPauses(given, taken, rules);
    if (!moved.ok) return moved;
    at = moved.value.at;
  }
  return ok(at);
}

function isWithin(moment: LocalMoment, { endedAt }: LinkedPart): boolean {
  return endedAt === undefined || moment < endedAt;
}

function isPresent({ by, startedAt, endedAt }: LinkedPart, holder: LinkedDates['holder']): boolean {
  return by === holder && startedAt !== undefined && endedAt === undefined;
}

function datesOf(part: LinkedPart, index: number, dueAt: LocalMoment | undefined): Omit<StepDates, 'step'> {
  const startedAt = index === 0 ? part.startedAt : undefined;
  const endedAt = index === part.steps.length - 1 ? part.endedAt : undefined;
  return {
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(dueAt === undefined || endedAt === undefined ? {} : { class: onTimeClass(dueAt, endedAt) }),
  };
}
