import type { PrintJobRow } from '../../electron/contract/print-views.ts';

/** How the rows stood when a person answered one of them. */
export type HeldOrder = {
  readonly ids: readonly number[];
  /** The row last answered. */
  readonly answered: number;
};

/** It goes no further without a person. */
export function isAsked({ state, trouble }: PrintJobRow): boolean {
  return state === 'unknown' || (state === 'failed' && trouble !== 'no-printer');
}

/**
 * What needs a person first, then newest first. While an order is held no row leaves its place, and what is new stands right
 * under the answer that made it: nothing moves under the pointer.
 */
export function inQueueOrder(jobs: readonly PrintJobRow[], held: HeldOrder | undefined): readonly PrintJobRow[] {
  const usual = jobs.toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a)) || b.id - a.id);
  if (!held) return usual;
  const rest = new Map(usual.map((job) => [job.id, job]));
  const fresh = usual.filter(({ id }) => !held.ids.includes(id));
  return held.ids.flatMap((id) => {
    const job = rest.get(id);
    return [...(job ? [job] : []), ...(id === held.answered ? fresh : [])];
  });
}
