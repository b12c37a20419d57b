import { writeFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';

type Check = { readonly name: string; readonly ok: boolean; readonly detail: string };

const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 100;

/** The file named by `--self-test <file>`, if the program was started with it. */
export function selfTestFile(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--self-test');
  return at === -1 ? undefined : argv[at + 1];
}

/**
 * Looks at the running application the way a person does: the page is there, it reached the core through the real bridge.
 * Writes `{ok, ms, checks}` to `file` and answers whether all was well. Needs no debugging port.
 */
export async function runSelfTest(window: BrowserWindow, file: string, startedAt: number): Promise<boolean> {
  const checks = [
    await check(window, 'core answers through the bridge', ASK_STATE),
    await check(window, 'first screen is drawn', LOOK_AT_SCREEN),
    await check(window, 'page has no Node', "typeof require + typeof process === 'undefinedundefined' && 'none'"),
  ];
  const ok = checks.every((done) => done.ok);
  writeFileSync(file, `${JSON.stringify({ ok, ms: Date.now() - startedAt, checks }, undefined, 2)}\n`);
  return ok;
}

const ASK_STATE = `window.counter.call('app.state', {}).then((answer) => answer.ok && 'mode ' + answer.output.mode)`;
const LOOK_AT_SCREEN = `(() => { const text = document.querySelector('#root')?.innerText.trim() ?? '';
  return text.length > 20 && text.length + ' characters'; })()`;

/** Repeats until the page answers something, for at most 30 s. */
async function check(window: BrowserWindow, name: string, script: string): Promise<Check> {
  const until = Date.now() + PATIENCE_MS;
  let detail = 'no answer';
  while (Date.now() < until) {
    try {
      const answer: unknown = await window.webContents.executeJavaScript(script);
      if (typeof answer === 'string') return { name, ok: true, detail: answer };
    } catch (error) {
      detail = error instanceof Error ? error.message : 'failed';
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return { name, ok: false, detail };
}
