import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where package.json is. */
export const projectRoot = path.resolve(import.meta.dirname, '..');

/** Whether the file with this `import.meta.url` is the script that was started. */
export function isMain(moduleUrl: string): boolean {
  return process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(moduleUrl);
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Time since `startedMs` (of `performance.now()`), for a person. */
export function seconds(startedMs: number): string {
  return `${((performance.now() - startedMs) / 1000).toFixed(1)} s`;
}
