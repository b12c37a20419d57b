import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

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
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, FILE_NAME);
  const draft = `${file}.new`;
  const descriptor = openSync(draft, 'w');
  try {
    writeSync(descriptor, `${JSON.stringify({ active })}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
}

function isTrial(profile: unknown): boolean {
  return typeof profile === 'object' && profile !== null && 'active' in profile && profile.active === 'trial';
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
