import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

// Electron tells a second start only that a first one exists, not that it still listens. So the second sends a token
// along, and the first answers it by a small file of that name.

const LOOK_EVERY_MS = 50;
const TOKEN = /^[0-9a-f-]{36}$/;

/** What the second start sends: `token` is a UUID of its own. */
export type Knock = { readonly token: string };

/** The first start answers in `folder`. What another program sends for a token names no file of ours. */
export function answerKnock(folder: string, sent: unknown): void {
  const token = typeof sent === 'object' && sent !== null && 'token' in sent ? sent.token : undefined;
  if (typeof token !== 'string' || !TOKEN.test(token)) return;
  try {
    writeFileSync(answerFile(folder, token), '');
  } catch (error) {
    // A full disk must not end the first start; the second will tell the clerk.
    process.stderr.write(`knock: cannot answer (${error instanceof Error ? error.message : 'unknown'})\n`);
  }
}

/** Whether the first start answered within `limitMs`. Leaves no file behind. */
export async function isAnswered(folder: string, knock: Knock, limitMs: number): Promise<boolean> {
  const file = answerFile(folder, knock.token);
  const until = performance.now() + limitMs;
  while (!existsSync(file)) {
    if (performance.now() > until) return false;
    await sleep(LOOK_EVERY_MS);
  }
  rmSync(file, { force: true });
  return true;
}

function answerFile(folder: string, token: string): string {
  return path.join(folder, `answer-${token}`);
}
