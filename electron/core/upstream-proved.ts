import type { VersionVector } from '../../domain/version-vector.ts';

/**
 * What the server said last that it holds, so that a counter that is started without a network knows what waits. It is only
 * shown: what is sent follows from the next talk.
 */
export const PROVED_SETTING = 'upstream-proved';

/** As it stands in the store; a log that cannot be read is not proved. */
export function parseProved(value: { readonly [key: string]: unknown } | undefined): VersionVector {
  const heads = Object.entries(value ?? {}).filter((entry): entry is [string, VersionVector[string]] =>
    isHead(entry[1]),
  );
  return Object.fromEntries(heads);
}

function isHead(value: unknown): value is VersionVector[string] {
  if (typeof value !== 'object' || value === null || !('seq' in value) || !('hash' in value)) return false;
  return typeof value.seq === 'number' && typeof value.hash === 'string';
}
