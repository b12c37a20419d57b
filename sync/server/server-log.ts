/**
 * One line of the server's log. Says which unit, log and reason, never what a person typed: a unit code, a log's name
 * and counts are all that may stand here.
 */
export type LogLine = {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [fact: string]: string | number;
};

export type ServerLog = (line: LogLine) => void;

/**
 * What an error may say in a log: its name, its code and where it happened. Messages are left out, because they can
 * quote what was being worked on.
 */
export function errorFacts(error: unknown): { readonly [fact: string]: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error ? String(error.code) : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, code, at: frames.slice(0, 4).join(' ').replace(/\s+/g, ' ').trim() };
}
