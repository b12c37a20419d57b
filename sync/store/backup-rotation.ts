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

const HOURS = 24;
const DAYS = 30;
const MONTHS = 12;

/**
 * Names of the backups to keep: the newest of each of the last 24 hours, 30 days and 12 months *in which there is one*,
 * and whatever else stands: the newest of each log, the newest whole one.
 *
 * Counts hours that have a backup instead of hours before now, and sorts by running number: a clock that was set back
 * or forward renames some of them and makes none of them old.
 */
export function backupsToKeep(backups: readonly Kept[]): ReadonlySet<string> {
  const newestFirst = backups.toSorted((a, b) => b.ordinal - a.ordinal || (a.name < b.name ? 1 : -1));
  const keep = new Set<string>();
  for (const [places, labelOf] of RULES) {
    const seen = new Set<string>();
    for (const backup of newestFirst) {
      const label = labelOf(backup);
      if (seen.has(label)) continue;
      if (seen.size === places) break;
      seen.add(label);
      keep.add(backup.name);
    }
  }
  // Rot that is found late must not have outlived the last sound copy.
  const newestWhole = newestFirst.find(({ isWhole }) => isWhole);
  if (newestWhole) keep.add(newestWhole.name);
  return keep;
}

const RULES: readonly (readonly [places: number, labelOf: (backup: Kept) => string])[] = [
  [HOURS, ({ at }) => localMomentAt(at).slice(0, 13)],
  [DAYS, ({ at }) => localMomentAt(at).slice(0, 10)],
  [MONTHS, ({ at }) => localMomentAt(at).slice(0, 7)],
  // Another computer's, or one from before a restore: not ours to end.
  [Infinity, ({ log }) => log],
];
