import { localMomentAt } from '../../domain/plain-date.ts';

/** What decides how long a backup is kept. */
export type Kept = {
  readonly name: string;
  /** The order in which they were made. */
  readonly ordinal: number;
  /** Epoch ms by the clock of the day: names the hour, day and month, and never decides what is newer. */
  readonly at: number;
  readonly log: string;
  /** No event was set aside in it. */
  readonly isWhole: boolean;
};

/**
 * Names of the backups to keep: the newest of each of the last 24 hours, 30 days and 12 months *in which there is one*,
 * and whatever else stands: the newest of each log, the newest whole one.
 *
 * Counts hours that have a backup instead of hours before now, and sorts by running number: a clock that was set back
 * or forward renames some of them and makes none of them old.
 */
export function backupsToKeep(backups: readonly Kept[]): ReadonlySet<string> {
  const newestFirst = sorted(backups);
  const kept = [...PERIODS, EACH_LOG].flatMap((rule) => newestOfEach(newestFirst, rule));
  return new Set([...kept, ...soundOnes(newestFirst)].map(({ name }) => name));
}

/**
 * Which of the kept may be ended when the disk has no room for the next, the first first: what is kept for its hour alone,
 * then for its day, then for its month, of each the oldest. Never the {@link ALWAYS_KEPT} newest, the newest of a log, and
 * the newest whole one.
 */
export function backupsToGiveUp(backups: readonly Kept[]): readonly Kept[] {
  const newestFirst = sorted(backups);
  const newest = newestFirst.slice(0, ALWAYS_KEPT);
  const stay = new Set([...newest, ...newestOfEach(newestFirst, EACH_LOG), ...soundOnes(newestFirst)]);
  const heldBy = PERIODS.map((rule) => new Set(newestOfEach(newestFirst, rule)));
  /** The longest period a backup stands for. */
  const worth = (backup: Kept): number => heldBy.findLastIndex((held) => held.has(backup));
  return newestFirst
    .filter((backup) => !stay.has(backup))
    .toSorted((a, b) => worth(a) - worth(b) || a.ordinal - b.ordinal);
}

type Rule = { readonly places: number; readonly labelOf: (backup: Kept) => string };

/** From the shortest to the longest. */
const PERIODS: readonly Rule[] = [
  { places: 24, labelOf: ({ at }) => localMomentAt(at).slice(0, 13) },
  { places: 30, labelOf: ({ at }) => localMomentAt(at).slice(0, 10) },
  { places: 12, labelOf: ({ at }) => localMomentAt(at).slice(0, 7) },
];
/** Another computer's, or one from before a restore: not ours to end. */
const EACH_LOG: Rule = { places: Infinity, labelOf: ({ log }) => log };
/** However full the disk is: the newest may be the one that is being written when the power goes. */
const ALWAYS_KEPT = 2;

function newestOfEach(newestFirst: readonly Kept[], { places, labelOf }: Rule): readonly Kept[] {
  const newest = new Map<string, Kept>();
  for (const backup of newestFirst) {
    const label = labelOf(backup);
    if (newest.has(label)) continue;
    if (newest.size === places) break;
    newest.set(label, backup);
  }
  return [...newest.values()];
}

/** Rot that is found late must not have outlived the last sound copy. */
function soundOnes(newestFirst: readonly Kept[]): readonly Kept[] {
  return newestFirst.filter(({ isWhole }) => isWhole).slice(0, 1);
}

function sorted(backups: readonly Kept[]): readonly Kept[] {
  return backups.toSorted((a, b) => b.ordinal - a.ordinal || (a.name < b.name ? 1 : -1));
}
