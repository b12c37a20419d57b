import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished } from 'vitest';
import type { CommandName, Input, Output } from '../../electron/contract/commands.ts';
import { CounterWindow, type SetUpTyping } from '../../scripts/drive/counter-window.ts';
import { childrenOf, type CounterApp, ended, launchCounter } from './electron-app.ts';
import { temporaryFolder } from './store.ts';

export const UNIT: SetUpTyping = {
  unitCode: '08311',
  unitName: 'Xã Trung Sơn',
  upperNames: 'Tỉnh Phú Thọ',
  organisationCode: 'H44.33.12',
  station: '3',
  clerkName: 'Hà Thị Lan',
  // Nobody listens there: slips wait.
  printer: { host: '127.0.0.1', port: 9 },
};
export const DOSSIER = { procedure: 'ks', name: 'Đinh Thị Mận', phone: '0912345678', address: 'Khu 3' };

/** One start of the application. */
export class Start {
  readonly counter: CounterApp;
  readonly screen: CounterWindow;
  readonly dataFolder: string;

  constructor(counter: CounterApp, dataFolder: string) {
    this.counter = counter;
    this.screen = new CounterWindow(counter.window);
    this.dataFolder = dataFolder;
  }

  static async on(dataFolder: string): Promise<Start> {
    const counter = await launchCounter({ dataFolder });
    onTestFinished(() => counter.close());
    return new Start(counter, dataFolder);
  }

  static async setUp(form: SetUpTyping = UNIT): Promise<Start> {
    const start = await Start.on(temporaryFolder());
    await start.screen.setUp(form);
    return start;
  }

  /** What the core answers, whatever the screen shows. */
  async ask<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>> {
    const envelope = await this.screen.page.evaluate(([command, given]) => window.counter?.call(command, given), [
      name,
      input,
    ] as const);
    if (!envelope?.ok) throw new Error(`${name}: ${envelope?.fault.code}`);
    return envelope.output as Output<N>;
  }

  /** The next morning: somebody signs in. */
  static async signedIn(dataFolder: string): Promise<Start> {
    const start = await Start.on(dataFolder);
    await start.screen.signIn();
    return start;
  }

  async again(): Promise<Start> {
    await this.counter.close();
    return Start.signedIn(this.dataFolder);
  }

  /** The plug is pulled: the window, its processes and the core at once. Then as {@link again}. */
  async powerCut(): Promise<Start> {
    const { pid } = this.counter.app.process();
    if (pid === undefined) throw new Error('the application has no process');
    const all = [pid, ...descendantsOf(pid)];
    for (const one of all) killNow(one);
    await Promise.all(all.map(ended));
    return Start.signedIn(this.dataFolder);
  }

  get file(): string {
    return path.join(this.dataFolder, 'counter', 'counter.db');
  }

  inDatabase<T>(sql: string): T | undefined {
    const db = new Database(this.file, { readonly: true });
    try {
      return db.prepare<[], T>(sql).pluck().get();
    } finally {
      db.close();
    }
  }

  keptDraft(): string | undefined {
    return this.inDatabase<string>('SELECT content FROM draft');
  }

  dossierCount(): number | undefined {
    return this.inDatabase<number>('SELECT count(*) FROM dossier');
  }

  async press(key: string): Promise<void> {
    await this.screen.page.keyboard.press(key);
  }

  valueOf(testId: string): Promise<string> {
    return this.screen.at(testId).inputValue();
  }

  /** By the keyboard. */
  async backUp(): Promise<void> {
    await this.press('Control+l');
    await this.screen.at('backup-now').waitFor();
    await this.press('Control+Enter');
    await this.screen.at('backup-row').first().waitFor();
    await expect.poll(async () => (await this.ask('backup.state', {})).running).toBeUndefined();
  }

  /** What the clerk chooses in every dialog for folders from now on. */
  async chooses(folder: string): Promise<void> {
    await this.counter.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, folder);
  }

  focused(): Promise<string | null> {
    return this.screen.page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? null);
  }
}

function descendantsOf(processId: number): readonly number[] {
  return childrenOf(processId).flatMap((child) => [child, ...descendantsOf(child)]);
}

function killNow(processId: number): void {
  try {
    process.kill(processId, 'SIGKILL');
  } catch (error) {
    // It died with its parent.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
