import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { VersionVector } from '../domain/version-vector.ts';
import { readWitness } from './store/number-witness.ts';
import { WITNESS_NAME } from './open-counter-store.ts';

/** How far logs are known to have gone by the witnesses of a computer's counters, when their file cannot say so itself. */
export function witnessedHeads(folder: string, witnessFolder: string): VersionVector {
  const files = [path.join(folder, WITNESS_NAME), ...witnessesIn(witnessFolder)];
  const heads: Record<string, VersionVector[string]> = {};
  for (const witness of files.flatMap((file) => readWitness(file) ?? [])) {
    const { log, seq, hash } = witness;
    if (seq > (heads[log]?.seq ?? 0)) heads[log] = { seq, hash };
  }
  return heads;
}

function witnessesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.witness'))
      .map((name) => path.join(folder, name));
  } catch (error) {
    // No such folder, or none that can be read: no witness.
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}
