import { canonicalJson } from '../canonical-json.ts';
import type { PlainDate } from '../plain-date.ts';
import { findProcedure, proceduresInForce } from '../procedure-catalogue.ts';
import type { Procedure } from '../procedure.ts';
import type { RowProblem } from './read-catalogue.ts';

/** Two versions of one procedure, and the members in which they differ. */
export type ProcedureChange = {
  readonly before: Procedure;
  readonly after: Procedure;
  readonly what: readonly (keyof Procedure)[];
};

/** What publishing a catalogue would change. Shown before anything is published. */
export type CatalogueDiff = {
  readonly added: readonly Procedure[];
  readonly changed: readonly ProcedureChange[];
  /** As known: the incoming versions, which nobody needs. */
  readonly unchanged: readonly Procedure[];
  /** Known, in force, and not among the incoming. Nothing ends them but a decision of somebody. */
  readonly ended: readonly Procedure[];
  /**
   * Cannot be published: another content is known from the same day on, or a later version is in force already, or the
   * incoming ones contradict each other.
   */
  readonly clashes: readonly ProcedureChange[];
};

/** False for what names a publication and not what it says. A member that is forgotten here does not compile. */
const IS_CONTENT = {
  code: true,
  localSuffix: true,
  version: false,
  effectiveFrom: false,
  effectiveTo: true,
  name: true,
  alias: true,
  shortcuts: true,
  field: true,
  level: true,
  limit: true,
  statutoryLimit: true,
  limitByChannel: true,
  fees: true,
  requiredPapers: true,
  resultName: true,
  linkedSteps: true,
  onlineScope: true,
  acceptsPost: true,
  isRestricted: true,
  decision: true,
} as const satisfies Readonly<Record<keyof Procedure, boolean>>;

const CONTENT = (Object.keys(IS_CONTENT) as (keyof Procedure)[]).filter((member) => IS_CONTENT[member]);

/**
 * Holds `incoming` against the versions in force on the later of `day` and the day the incoming one begins. Versions that
 * differ in nothing but the name and the first day of their publication are unchanged.
 */
export function catalogueDiff(
  known: readonly Procedure[],
  incoming: readonly Procedure[],
  day: PlainDate,
): CatalogueDiff {
  const added: Procedure[] = [];
  const changed: ProcedureChange[] = [];
  const unchanged: Procedure[] = [];
  const clashes: ProcedureChange[] = [];
  const incomingByCode = byCode(incoming);
  const knownByCode = byCode(known);
  for (const [code, [after, ...others]] of incomingByCode) {
    if (!after) continue;
    const contradictions = others.map((other) => changeOf(after, other)).filter(({ what }) => what.length > 0);
    const before = rivalOf(after, knownByCode.get(code) ?? [], day);
    const change = before && changeOf(before, after);
    if (contradictions.length > 0) clashes.push(...contradictions);
    else if (!change) added.push(after);
    else if (change.what.length === 0) unchanged.push(after);
    else if (change.before.effectiveFrom < after.effectiveFrom) changed.push(change);
    else clashes.push(change);
  }
  const ended = proceduresInForce(known, day).filter(({ code }) => !incomingByCode.has(code));
  return { added, changed, unchanged, ended, clashes };
}

/** The versions that applying the diff publishes: the added ones and the new side of the changed ones. No others. */
export function proceduresToPublish(diff: CatalogueDiff): readonly Procedure[] {
  return [...diff.added, ...diff.changed.map(({ after }) => after)];
}

/** A procedure whose row still has to be put right has not ended: it is in the file. */
export function withoutRowsToFix(diff: CatalogueDiff, toFix: readonly RowProblem[]): CatalogueDiff {
  const inFile = new Set(toFix.map(({ code }) => code));
  return { ...diff, ended: diff.ended.filter(({ code }) => !inFile.has(code)) };
}

/** The known version that `after` would stand beside or follow: one of the same day, else the one then in force. */
function rivalOf(after: Procedure, versions: readonly Procedure[], day: PlainDate): Procedure | undefined {
  const ofSameDay = versions.filter(({ effectiveFrom }) => effectiveFrom === after.effectiveFrom);
  const same = ofSameDay.find((version) => changeOf(version, after).what.length === 0);
  const later = after.effectiveFrom > day ? after.effectiveFrom : day;
  return same ?? ofSameDay[0] ?? findProcedure(versions, after.code, later);
}

function changeOf(before: Procedure, after: Procedure): ProcedureChange {
  return { before, after, what: CONTENT.filter((each) => canonicalJson(before[each]) !== canonicalJson(after[each])) };
}

function byCode(procedures: readonly Procedure[]): ReadonlyMap<string, readonly Procedure[]> {
  const found = new Map<string, Procedure[]>();
  for (const procedure of procedures) {
    const versions = found.get(procedure.code);
    if (versions) versions.push(procedure);
    else found.set(procedure.code, [procedure]);
  }
  return found;
}
