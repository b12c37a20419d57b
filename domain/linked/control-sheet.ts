import type { Dossier } from '../dossier.ts';
import type { DossierNumber } from '../dossier-number.ts';
import { type CourseStep, courseOf, type OrderedFact } from '../lifecycle/course.ts';
import type { DossierFactKind, Received } from '../lifecycle/dossier-fact.ts';
import type { LocalMoment } from '../plain-date.ts';
import { decidingBodyOf } from '../report/deciding-body.ts';
import { onTimeOf } from '../report/on-time-of.ts';
import type { OnTimeClass } from '../time/on-time.ts';
import { type Arrival, arrivalOf, type ControlHop, hopOf } from './control-hop.ts';
import type { StepDates } from './step-dates.ts';

/**
 * The control sheet (phiếu kiểm soát quá trình giải quyết hồ sơ) as data.
 *
 * Source: TT 01/2018/TT-VPCP Mẫu 05, TT 03/2025/TT-VPCP Mẫu 06.
 */
export type ControlSheet = {
  readonly dossierNumber: DossierNumber;
  readonly applicantName: string;
  readonly procedureName: string;
  readonly receivedAt: LocalMoment;
  readonly appointmentAt: LocalMoment;
  readonly unit: Received['unit'];
  readonly decidingBody: string;
  /** The commune, where another body decides (cơ quan phối hợp). */
  readonly supportingBody?: string;
  readonly hops: readonly ControlHop[];
};

/**
 * The sheet of a received dossier, from the facts it was folded from and, for a linked procedure, the dates of its legs.
 * A hop never leaves it: one that was taken back, or does not fit its place, stays and is marked. A later fact
 * only adds hops, fills in who received the last one sent, or changes a mark or class. Undefined without a reception.
 */
export function controlSheetOf(of: {
  readonly dossier: Dossier;
  readonly facts: readonly OrderedFact[];
  readonly legs?: readonly StepDates[];
}): ControlSheet | undefined {
  const { dossier, facts, legs = [] } = of;
  const { intake } = dossier;
  if (!intake) return undefined;
  const { steps } = courseOf(facts);
  const decidingBody = decidingBodyOf(dossier) ?? intake.unit.name;
  return {
    dossierNumber: intake.dossierNumber,
    applicantName: (dossier.applicant ?? intake.applicant).name,
    procedureName: intake.procedure.name,
    receivedAt: intake.receivedAt,
    appointmentAt: (dossier.appointment ?? intake.appointment).at,
    unit: intake.unit,
    decidingBody,
    ...(decidingBody === intake.unit.name ? {} : { supportingBody: intake.unit.name }),
    hops: hopsOf(steps, judgedOf(dossier, steps, legs)),
  };
}

/** The facts that end a piece of work, with how it was done. */
type Judged = readonly { readonly step: CourseStep | undefined; readonly class: OnTimeClass | undefined }[];

function judgedOf(dossier: Dossier, steps: readonly CourseStep[], legs: readonly StepDates[]): Judged {
  const counted = steps.filter(({ verdict }) => verdict === 'applied');
  const upFrom = legs.findIndex(({ step }) => step.by === 'upstream');
  return [
    { step: counted.findLast(({ fact }) => isRelease(fact.kind)), class: onTimeOf(dossier).byRelease },
    { step: counted.find(({ fact }) => fact.kind === 'transfer-received'), class: legs[upFrom - 1]?.class },
  ];
}

function hopsOf(steps: readonly CourseStep[], judged: Judged): readonly ControlHop[] {
  const hops: ControlHop[] = [];
  for (const step of steps) {
    const how = judged.find((each) => each.step === step)?.class;
    const arrival = arrivalOf(step);
    const hop = arrival ? aloneHop(step, arrival) : hopOf(step);
    if (!hop) continue;
    const open = arrival && step.verdict === 'applied' ? hops.findLastIndex((each) => waitsFor(each, arrival)) : -1;
    const sent = hops[open];
    if (arrival && sent) hops[open] = classified(joined(sent, arrival), how);
    else hops.push(classified(hop, how));
  }
  return hops;
}

function isRelease(kind: DossierFactKind): boolean {
  return kind === 'result-issued' || kind === 'resolution-refused' || kind === 'upstream-result-issued';
}

function waitsFor({ given, received, mark }: ControlHop, { way }: Arrival): boolean {
  if (mark !== undefined || received.at !== undefined) return false;
  return way === 'up' ? received.by === 'upstream' : given.by === 'upstream';
}

function joined(sent: ControlHop, { received, rejectedFor }: Arrival): ControlHop {
  return { ...sent, received, ...(rejectedFor === undefined ? {} : { note: rejectedFor, mark: 'rejected' }) };
}

/** An arrival that does not count, or of something that was never seen to leave. */
function aloneHop({ fact, verdict }: CourseStep, { way, received, rejectedFor }: Arrival): ControlHop {
  const mark = verdict === 'applied' ? (rejectedFor === undefined ? undefined : 'rejected') : verdict;
  return {
    place: { log: fact.log, seq: fact.seq },
    given: { by: way === 'up' ? 'counter' : 'upstream' },
    received,
    note: rejectedFor ?? '',
    ...(mark === undefined ? {} : { mark }),
  };
}

function classified(hop: ControlHop, how: OnTimeClass | undefined): ControlHop {
  return how === undefined ? hop : { ...hop, class: how };
}
