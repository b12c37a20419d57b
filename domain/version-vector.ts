/** What a replica holds of each log: the last contiguous seq and the hash that stands there. */
export type VersionVector = { readonly [log: string]: LogHead };
export type LogHead = { readonly seq: number; readonly hash: string };

/** True when both hold the same events: "in sync" is proved by this and by nothing else. */
export function sameVector(a: VersionVector, b: VersionVector): boolean {
  const logs = Object.keys(a);
  return (
    logs.length === Object.keys(b).length &&
    logs.every((log) => a[log]?.seq === b[log]?.seq && a[log]?.hash === b[log]?.hash)
  );
}

/** How many events `mine` holds that `theirs` does not. */
export function eventsAhead(mine: VersionVector, theirs: VersionVector): number {
  let ahead = 0;
  for (const [log, head] of Object.entries(mine)) ahead += Math.max(0, head.seq - (theirs[log]?.seq ?? 0));
  return ahead;
}
