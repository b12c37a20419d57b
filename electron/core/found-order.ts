import { DOSSIER_STATES } from '../../domain/lifecycle/dossier-state.ts';
import type { LookUpOrder, LookUpSort } from '../../domain/look-up.ts';
import { nameSortKey, textSortKey } from '../../domain/people/person-name.ts';
import { compareText } from '../../domain/report/compare-text.ts';
import type { LookUpSaid } from '../../sync/counter-store.ts';
import type { Slices } from './slices.ts';

type Ordering = {
  readonly sort: LookUpSort;
  readonly aliasOf: (code: string) => string;
  readonly slices: Slices;
};

type Keyed = { readonly place: number; readonly key: string };

/**
 * Places in the order of a column; those of which it says nothing come last, whichever way. Equals stay as they were found.
 * Others have their turn while it is made.
 */
export async function inOrder(
  found: ReadonlyMap<number, LookUpSaid | undefined>,
  { sort, aliasOf, slices }: Ordering,
): Promise<readonly number[]> {
  const keys = keysOf(sort.by, aliasOf);
  const keyed: Keyed[] = [];
  for (const [place, said] of found) {
    keyed.push({ place, key: said === undefined || said[0] === '' ? '' : keys(said) });
    if (slices.isFull) await slices.rest();
  }
  const sorted = await mergeSorted(keyed, sort.descending ? (a, b) => compareText(b, a) : compareText, slices);
  const silent = keyed.filter(({ key }) => key === '');
  return [...sorted.filter(({ key }) => key !== ''), ...silent].map(({ place }) => place);
}

/** The same name or code comes again and again: its key is made once. */
function keysOf(by: LookUpOrder, aliasOf: Ordering['aliasOf']): (said: LookUpSaid) => string {
  const made = new Map<string, string>();
  return ([text, isOrganisation]) => {
    const of = `${isOrganisation} ${text}`;
    const key = made.get(of) ?? keyOf(by, [text, isOrganisation], aliasOf);
    made.set(of, key);
    return key;
  };
}

function keyOf(by: LookUpOrder, [text, isOrganisation]: LookUpSaid, aliasOf: Ordering['aliasOf']): string {
  switch (by) {
    case 'applicant':
      return isOrganisation === 1 ? textSortKey(text) : nameSortKey(text);
    case 'procedure':
      return textSortKey(aliasOf(text));
    case 'status':
      // In the order of a dossier's life; what is not known of stands before it.
      return String(DOSSIER_STATES.findIndex((state) => state === text) + 1).padStart(2, '0');
    default:
      return text;
  }
}

/** So many are put in order at once: a few milliseconds. */
const RUN = 2_000;

/** Merge sort: the one that may rest between any two steps, and leaves equals as they were. */
async function mergeSorted(
  keyed: readonly Keyed[],
  compare: (a: string, b: string) => number,
  slices: Slices,
): Promise<readonly Keyed[]> {
  let runs: (readonly Keyed[])[] = [];
  for (let from = 0; from < keyed.length; from += RUN) {
    runs.push(keyed.slice(from, from + RUN).toSorted((a, b) => compare(a.key, b.key)));
    if (slices.isFull) await slices.rest();
  }
  while (runs.length > 1) {
    const merged: (readonly Keyed[])[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(await mergeTwo([runs[at] ?? [], runs[at + 1] ?? []], compare, slices));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function mergeTwo(
  [left, right]: readonly [readonly Keyed[], readonly Keyed[]],
  compare: (a: string, b: string) => number,
  slices: Slices,
): Promise<readonly Keyed[]> {
  const merged: Keyed[] = [];
  let [l, r] = [0, 0];
  for (;;) {
    const [a, b] = [left[l], right[r]];
    const takesLeft = a !== undefined && (b === undefined || compare(a.key, b.key) <= 0);
    const next = takesLeft ? a : b;
    if (next === undefined) return merged;
    merged.push(next);
    if (takesLeft) l += 1;
    else r += 1;
    if (merged.length % RUN === 0 && slices.isFull) await slices.rest();
  }
}
