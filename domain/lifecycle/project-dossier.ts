import { type Anomaly, type Dossier, emptyDossier, type TrailEntry } from '../dossier.ts';
import { applyFact } from './apply-fact.ts';
import { type CourseStep, courseOf, type OrderedFact } from './course.ts';
import { momentOfFact } from './dossier-fact.ts';

/**
 * The state of one dossier, folded over its events. Total: an event that makes no sense in its place is noted as an
 * anomaly, never refused. Undefined when there are no events. The order of arrival and repetition change nothing.
 */
export function projectDossier(facts: readonly OrderedFact[]): Dossier | undefined {
  const first = facts[0];
  if (!first) return undefined;
  const course = courseOf(facts);
  const { lastUndoable } = course;
  const anomalies = course.steps.flatMap((step) => anomalyOf(step, course.steps) ?? []);
  const dossier: Dossier = {
    ...emptyDossier(first.dossierId),
    status: course.state,
    trail: course.steps.map(trailEntryOf),
    anomalies,
    ...(lastUndoable ? { lastUndoable } : {}),
  };
  return withWhatWasAsked(course.effective.reduce(applyFact, dossier), course.steps);
}

/** A paper before the reception that was taken back still says who came, and for what. */
function withWhatWasAsked(dossier: Dossier, steps: readonly CourseStep[]): Dossier {
  if (dossier.applicant) return dossier;
  const fact = steps.findLast(({ verdict }) => verdict === 'undone')?.fact;
  if (fact?.kind !== 'supplement-guided' && fact?.kind !== 'intake-refused') return dossier;
  const { applicant, procedure, at } = fact.payload;
  return { ...dossier, applicant, asked: { procedure, at } };
}

function anomalyOf({ fact, verdict }: CourseStep, steps: readonly CourseStep[]): Anomaly | undefined {
  if (verdict !== 'out-of-place') return undefined;
  const { kind, log, seq } = fact;
  const isSecond = steps.some((other) => other.fact.kind === kind && other.verdict === 'applied');
  if (kind === 'received' && isSecond) return { code: 'second-reception', kind, log, seq };
  if (kind === 'result-handed-over' && isSecond) return { code: 'second-hand-over', kind, log, seq };
  return { code: 'out-of-place', kind, log, seq };
}

function trailEntryOf({ fact, verdict, to }: CourseStep): TrailEntry {
  const { kind, log, seq, actor, account, standsInFor } = fact;
  return {
    kind,
    at: momentOfFact(fact),
    actor,
    log,
    seq,
    to,
    ...(account === undefined ? {} : { account }),
    ...(standsInFor === undefined ? {} : { standsInFor }),
    ...(verdict === 'applied' ? {} : { verdict }),
  };
}
