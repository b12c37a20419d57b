import { daysBetween, type PlainDate } from './plain-date.ts';
import { findProcedure } from './procedure-catalogue.ts';
import type { Procedure } from './procedure.ts';

/** One procedure with all its versions, as it is on a day. */
export type ProcedureOnDay = {
  /** The version in force, else the next one, else the last that was. */
  readonly procedure: Procedure;
  readonly holds: 'in-force' | 'later' | 'over';
  /** What came into force in the last {@link DAYS_NEW} days. */
  readonly news?: 'new' | 'changed';
  /** The version that takes the place of the one in force, where it is published already. */
  readonly next?: Procedure;
  /** All of them, the newest first. */
  readonly versions: readonly Procedure[];
};

/** For so long a procedure, or a version of it, is said to be new. */
export const DAYS_NEW = 60;

/** Every procedure that was ever published, in the order of `all`, as it is on `day`. */
export function proceduresOnDay(all: readonly Procedure[], day: PlainDate): readonly ProcedureOnDay[] {
  const byCode = new Map<string, Procedure[]>();
  for (const procedure of all) {
    const versions = byCode.get(procedure.code);
    if (versions) versions.push(procedure);
    else byCode.set(procedure.code, [procedure]);
  }
  return [...byCode.values()].flatMap((versions) => onDay(newestFirst(versions), day) ?? []);
}

function onDay(versions: readonly Procedure[], day: PlainDate): ProcedureOnDay | undefined {
  const [newest] = versions;
  if (!newest) return undefined;
  const next = versions.findLast(({ effectiveFrom }) => effectiveFrom > day);
  const procedure = findProcedure(versions, newest.code, day);
  if (procedure) {
    const news = newsOf(procedure, versions, day);
    return { procedure, holds: 'in-force', ...(news ? { news } : {}), ...(next ? { next } : {}), versions };
  }
  return next ? { procedure: next, holds: 'later', versions } : { procedure: newest, holds: 'over', versions };
}

/** A version that says what is new while something older was in force before it; else the procedure itself is new. */
function newsOf(current: Procedure, versions: readonly Procedure[], day: PlainDate): ProcedureOnDay['news'] {
  if (daysBetween(current.effectiveFrom, day) > DAYS_NEW) return undefined;
  return versions.some(({ effectiveFrom }) => effectiveFrom < current.effectiveFrom) ? 'changed' : 'new';
}

/** What `version` took the place of: the version before it. Undefined for the first. */
export function versionBefore(versions: readonly Procedure[], version: Procedure): Procedure | undefined {
  return versions[versions.indexOf(version) + 1];
}

function newestFirst(versions: readonly Procedure[]): readonly Procedure[] {
  // Of two of the same day the one published later stands later, and holds.
  return versions
    .toReversed()
    .toSorted((a, b) => compare(b.effectiveFrom, a.effectiveFrom) || compare(b.version, a.version));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The last version known of `code` under the name `version`; undefined when there is none. */
export function findVersion(
  all: readonly Procedure[],
  { code, version }: Pick<Procedure, 'code' | 'version'>,
): Procedure | undefined {
  return all.findLast((procedure) => procedure.code === code && procedure.version === version);
}

/** True when `procedure` ended before `day`: nothing to post on a wall any more. */
export function isOver({ effectiveTo }: Pick<Procedure, 'effectiveTo'>, day: PlainDate): boolean {
  return effectiveTo !== undefined && effectiveTo < day;
}
