import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeDurably } from '../../sync/durable-file.ts';

/** Which of the two counters of a data folder is open. */
export type ActiveCounter = 'real' | 'trial';

const FILE_NAME = 'profile.json';

/** What was open last; the real counter when nothing readable says otherwise. */
export function readActiveCounter(folder: string): ActiveCounter {
  try {
    const profile: unknown = JSON.parse(readFileSync(path.join(folder, FILE_NAME), 'utf8'));
    return isTrial(profile) ? 'trial' : 'real';
  } catch (error) {
    // Missing at the first start; damaged, the real counter is the one that must not be lost sight of.
    if (error instanceof SyntaxError || isMissing(error)) return 'real';
    throw error;
  }
}

/** Durable when it returns; a reader finds the old word or the new one, never half of it. */
export function writeActiveCounter(folder: string, active: ActiveCounter): void {
  writeDurably(path.join(folder, FILE_NAME), `${JSON.stringify({ active })}\n`);
}

function isTrial(profile: unknown): boolean {
  return typeof profile === 'object' && profile !== null && 'active' in profile && profile.active === 'trial';
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
