import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The core's log. It must never hold a citizen's data: events are fixed words, fields are codes and counts, and of an
 * error only its name, its code and the places in the program, because messages may quote what was typed.
 */
export type Log = {
  readonly note: (event: string, fields?: LogFields) => void;
  readonly failure: (event: string, error: unknown) => void;
};

type LogFields = Readonly<Record<string, string | number | boolean>>;

const FILE_NAME = 'core.log';
const LARGEST_BYTES = 1_000_000;
const KEPT_FILES = 3;
const MOST_FRAMES = 8;
const DEEPEST_CAUSE = 3;

/** Opens the log in `folder`: `core.log`, and up to three older files of 1 MB. */
export function openLog(folder: string, now: () => number): Log {
  const file = path.join(folder, FILE_NAME);
  const write = (event: string, fields: object): void => {
    const line = `${JSON.stringify({ at: new Date(now()).toISOString(), event, ...fields })}\n`;
    try {
      mkdirSync(folder, { recursive: true });
      if (sizeOf(file) + line.length > LARGEST_BYTES) rotate(file);
      appendFileSync(file, line);
    } catch (error) {
      // A full disk must not stop the counter because of its log: whoever started the core may still read the line.
      process.stderr.write(`${line}${JSON.stringify({ event: 'log-failed', ...describe(error) })}\n`);
    }
  };
  return {
    note: (event, fields = {}) => write(event, fields),
    failure: (event, error) => write(event, describe(error)),
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function rotate(file: string): void {
  for (let number = KEPT_FILES; number >= 1; number -= 1) {
    const older = number === 1 ? file : `${file}.${number - 1}`;
    if (sizeOf(older) > 0) renameSync(older, `${file}.${number}`);
  }
}

function describe(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, cause } = error;
  return {
    error: name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    frames: framesOf(error),
    ...(cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: describe(cause, depth + 1) }),
  };
}

/** Places in the program, without the folders, in which the name of a user may stand. */
function framesOf(error: Error): readonly string[] {
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return lines.slice(0, MOST_FRAMES).map((line) => line.trim().replace(/[^\s(]*[\\/]/g, ''));
}
