import { createHash, randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { epochMsOf, localMoment } from '../../domain/plain-date.ts';

/** This computer: the only source of time and chance in the core. */
export type Machine = {
  /** Epoch ms by the wall clock: a claim. */
  readonly now: () => number;
  /** In [0, 1), not to be guessed. */
  readonly chance: () => number;
  readonly uuid: () => string;
  /** Tells two computers apart, without saying anything about either. */
  readonly machineId: () => string;
  readonly appVersion: string;
  /** Epoch ms; a clock that shows less is wrong for certain. */
  readonly builtAt: number;
};

/** Raised with each release: no copy of this program ran before. */
const BUILT_AT = epochMsOf(localMoment('2026-07-01T00:00'));
const CHANCE_STEPS = 2 ** 47;

export function thisMachine(env: NodeJS.ProcessEnv): Machine {
  return {
    now: Date.now,
    chance: () => randomInt(CHANCE_STEPS) / CHANCE_STEPS,
    uuid: randomUUID,
    machineId,
    appVersion: env['COUNTER_VERSION'] ?? '0.0.0',
    builtAt: BUILT_AT,
  };
}

function machineId(): string {
  const parts = [os.hostname(), os.platform(), os.arch(), systemId()];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

/** What the system itself calls this installation; empty where it keeps no such file. */
function systemId(): string {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim();
  } catch (error) {
    // Windows and macOS have no such file: the name of the computer then has to do.
    if (error instanceof Error) return '';
    throw error;
  }
}
