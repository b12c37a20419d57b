import { readdirSync, readFileSync } from 'node:fs';

/** What a process weighs by itself, in MB: pages it shares with others count by their share. */
export function proportionalMegabytes(pid: number): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** The same of a process and of all that it started. One that ends meanwhile weighs nothing. */
export function megabytesOfTree(pid: number): number {
  try {
    const started = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return started.reduce((sum, child) => sum + megabytesOfTree(child), proportionalMegabytes(pid));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return 0;
    throw error;
  }
}
