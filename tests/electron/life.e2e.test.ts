import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PUSH_TOPICS } from '../../electron/contract/pushes.ts';
import { projectRoot } from '../../scripts/console.ts';
import { childrenOf, type CounterApp, ended, launchCounter, preparedRuntime } from '../support/electron-app.ts';
import { temporaryFolder } from '../support/store.ts';

async function openCounter(dataFolder: string): Promise<CounterApp> {
  const counter = await launchCounter({ dataFolder });
  onTestFinished(() => counter.close());
  await counter.window.getByTestId('screen-set-up').waitFor();
  return counter;
}

/** Starts the application beside whatever runs, and answers its exit code. */
async function startAgain(dataFolder: string, ...args: readonly string[]): Promise<number | null> {
  const runtime = await preparedRuntime();
  const second = spawn(runtime.bin, [...runtime.args, projectRoot, ...args], {
    stdio: 'ignore',
    env: { ...process.env, ...runtime.env, COUNTER_DATA: dataFolder },
  });
  await once(second, 'exit');
  return second.exitCode;
}

function mainProcess({ app }: CounterApp): number {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('the application has no process');
  return pid;
}

function coreProcess(counter: CounterApp): number {
  const cores = childrenOf(mainProcess(counter)).filter((child) =>
    readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('core.mjs'),
  );
  const [core] = cores;
  if (core === undefined || cores.length > 1) throw new Error(`${cores.length} cores run`);
  return core;
}

function askState({ window: page }: CounterApp): Promise<unknown> {
  return page.evaluate(async () => (await window.counter?.call('app.state', {}))?.ok);
}

/** Resolves when the window was told to look again at everything. */
function lookAgain({ window: page }: CounterApp): Promise<number> {
  return page.evaluate(
    (all) =>
      new Promise<number>((resolve) => {
        window.counter?.on((push) => {
          if (push.topics.length === all) resolve(push.topics.length);
        });
      }),
    PUSH_TOPICS.length,
  );
}

/** What the application asks its clerk in a dialog of the operating system; nobody answers. */
type Dialog = { readonly message: string; readonly detail: string; readonly buttons: readonly string[] };

async function recordDialogs({ app }: CounterApp): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const shown = new Promise((resolve) => {
      Reflect.set(dialog, 'showMessageBox', (_window: unknown, options: unknown) => {
        resolve(options);
        return new Promise(() => undefined);
      });
    });
    Reflect.set(globalThis, 'dialogShown', shown);
  });
}

function firstDialog({ app }: CounterApp): Promise<Dialog> {
  return app.evaluate(() => Reflect.get(globalThis, 'dialogShown'));
}

describe('a second start on the same data', () => {
  test('brings the first window to the front, ends, and leaves the first working', async () => {
    const dataFolder = temporaryFolder();
    const first = await openCounter(dataFolder);
    const shown = first.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          const [window] = BrowserWindow.getAllWindows();
          window?.once('show', () => resolve('shown'));
          window?.hide();
        }),
    );
    expect(await startAgain(dataFolder)).toBe(0);
    expect(await shown).toBe('shown');
    expect(await askState(first)).toBe(true);
    expect(readdirSync(path.join(dataFolder, 'window')).filter((name) => name.startsWith('answer-'))).toEqual([]);
  });

  test('on other data is a counter of its own', async () => {
    const first = await openCounter(temporaryFolder());
    const second = await openCounter(temporaryFolder());
    expect(await askState(first)).toBe(true);
    expect(await askState(second)).toBe(true);
  });
});

describe('the core inside the application', () => {
  test('is started again when it was killed, and the window looks again', async () => {
    const counter = await openCounter(temporaryFolder());
    const before = coreProcess(counter);
    const looked = lookAgain(counter);
    process.kill(before, 'SIGKILL');
    expect(await looked).toBe(PUSH_TOPICS.length);
    expect(coreProcess(counter)).not.toBe(before);
    expect(await askState(counter)).toBe(true);
  });

  test('ends with the application, and leaves a closed file', async () => {
    const dataFolder = temporaryFolder();
    const counter = await openCounter(dataFolder);
    await counter.window.evaluate(() => window.counter?.call('trial.start', {}));
    const core = coreProcess(counter);
    await counter.close();
    await ended(core);
    expect(filesUnder(dataFolder).filter((name) => name.endsWith('.db')).length).toBeGreaterThan(0);
    expect(filesUnder(dataFolder).filter((name) => name.endsWith('-wal'))).toEqual([]);
  });

  test('ends when the application was killed', async () => {
    const counter = await openCounter(temporaryFolder());
    const core = coreProcess(counter);
    process.kill(mainProcess(counter), 'SIGKILL');
    await ended(core);
  });

  test('that cannot open the data is explained in Vietnamese, and nothing is touched', async () => {
    const dataFolder = temporaryFolder();
    const counter = await openCounter(dataFolder);
    const file = realDatabase(dataFolder);
    await recordDialogs(counter);
    const core = coreProcess(counter);
    process.kill(core, 'SIGSTOP');
    comeFromTheFuture(file);
    const before = readFileSync(file);
    process.kill(core, 'SIGKILL');
    const said = await firstDialog(counter);
    expect(said.message).toBe('Dữ liệu trên máy này do một phiên bản mới hơn của chương trình ghi ra.');
    expect(said.detail).toContain(dataFolder);
    expect(said.buttons).toEqual(['Thử lại', 'Đóng chương trình']);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('the self-test', () => {
  test('passes on the application as it was built', async () => {
    const file = path.join(temporaryFolder(), 'report.json');
    expect(await startAgain(temporaryFolder(), '--self-test', file)).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ ok: true });
  });

  test('fails, and says where, when the core cannot open its data', async () => {
    const file = path.join(temporaryFolder(), 'report.json');
    const dataFolder = temporaryFolder();
    const counter = await openCounter(dataFolder);
    await counter.close();
    comeFromTheFuture(realDatabase(dataFolder));
    expect(await startAgain(dataFolder, '--self-test', file)).toBe(1);
    const { checks } = JSON.parse(readFileSync(file, 'utf8'));
    expect(checks).toContainEqual(
      expect.objectContaining({
        name: 'the core answers app.state',
        ok: false,
        detail: expect.stringContaining('core-gone'),
      }),
    );
  });
});

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name));
}

function realDatabase(dataFolder: string): string {
  return path.join(dataFolder, 'counter', 'counter.db');
}

function comeFromTheFuture(file: string): void {
  const db = new Database(file);
  db.pragma('user_version = 9990');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
