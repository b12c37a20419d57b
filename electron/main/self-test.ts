import type { BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';

export type SelfTestCheck = { readonly name: string; readonly ok: boolean; readonly detail: string };
export type SelfTestReport = {
  readonly ok: boolean;
  readonly checks: readonly SelfTestCheck[];
  /** From the start of the process to the end of the last check. */
  readonly ms: number;
};

const CHECK_MS = 20_000;

/** Each runs in the page, through the real bridge, and answers the detail of a pass or throws that of a failure. */
const CHECKS: readonly { readonly name: string; readonly script: string }[] = [
  {
    name: 'the page is ours and isolated',
    script: `(() => {
      if (typeof require !== 'undefined' || typeof process !== 'undefined') throw new Error('the page sees Node');
      return location.href;
    })()`,
  },
  {
    name: 'the core answers app.state',
    script: `window.counter.call('app.state', {}).then((answer) => {
      if (!answer.ok) throw new Error(answer.fault.code + ': ' + answer.fault.detail);
      return 'version ' + answer.output.version + ', mode ' + answer.output.mode;
    })`,
  },
  {
    name: 'the first screen is drawn',
    script: `new Promise((resolve) => {
      const root = document.getElementById('root');
      const look = () => {
        const length = root.innerText.trim().length;
        if (length > 0) resolve(length + ' characters');
        return length > 0;
      };
      if (!look()) new MutationObserver((_all, observer) => look() && observer.disconnect())
        .observe(root, { childList: true, subtree: true, characterData: true });
    })`,
  },
];

/** The file after `--self-test`, if the application was started so. */
export function findSelfTestFile(argv: readonly string[]): string | undefined {
  const at = argv.indexOf('--self-test');
  return at < 0 ? undefined : argv[at + 1];
}

/** Checks that the whole application lives, writes the report to `file` and answers whether all went well. */
export async function runSelfTest(window: BrowserWindow, file: string): Promise<boolean> {
  const checks: SelfTestCheck[] = [await check('the page is loaded', () => loaded(window))];
  for (const { name, script } of CHECKS) {
    checks.push(await check(name, () => window.webContents.executeJavaScript(script)));
  }
  const ok = checks.every((each) => each.ok);
  const report: SelfTestReport = { ok, checks, ms: Math.round(process.uptime() * 1000) };
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  return ok;
}

async function check(name: string, run: () => Promise<unknown>): Promise<SelfTestCheck> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${CHECK_MS} ms`)), CHECK_MS);
  });
  try {
    return { name, ok: true, detail: String(await Promise.race([run(), limit])) };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

function loaded(window: BrowserWindow): Promise<string> {
  const { webContents } = window;
  if (!webContents.isLoadingMainFrame()) return Promise.resolve(webContents.getURL());
  return new Promise((resolve, reject) => {
    webContents.once('did-finish-load', () => resolve(webContents.getURL()));
    webContents.once('did-fail-load', (_event, _code, description) => reject(new Error(description)));
  });
}
