import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { sameVector, type VersionVector } from '../domain/version-vector.ts';
import { type PrintedSlip, startVirtualPrinter } from '../printing/virtual-printer.ts';
import { build } from './build.ts';
import { layCable } from './drive/cable.ts';
import { CounterWindow, type IntakeTyping, type ReceivedOnScreen } from './drive/counter-window.ts';
import { launchCounter, type LaunchedCounter } from './drive/launch-counter.ts';
import { readWithZxing, readWithZxingWasm } from './drive/read-symbols.ts';
import { resolveRuntime } from './runtime.ts';

const UNIT = { unitCode: '08311', unitName: 'Xã Trung Sơn', upperNames: 'Tỉnh Phú Thọ', organisationCode: 'H44.33.12' };

const DOSSIERS: readonly IntakeTyping[] = [
  { procedure: 'ks', name: 'Hà Thị Đào', phone: '0912 345 678', address: 'Khu Bóp, xã Trung Sơn' },
  { procedure: 'hn', name: 'Nguyễn Văn Thưởng', phone: '0987 654 321', address: 'Khu Nai, xã Trung Sơn' },
  { procedure: 'hd', name: 'Đinh Thị Mận', phone: '0210 3870 123', address: 'Khu Gầy, xã Trung Sơn' },
];

const out = path.resolve('out', 'demo');
const work = mkdtempSync(path.join(os.tmpdir(), 'counter-demo-'));
const undo: (() => unknown)[] = [];
let lastStepAt = performance.now();

/** Prints a step with the time since the one before it. */
function step(text: string): void {
  const now = performance.now();
  process.stdout.write(`${String(Math.round(now - lastStepAt)).padStart(6)} ms  ${text}\n`);
  lastStepAt = now;
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`this did not hold: ${what}`);
}

async function main(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(path.join(out, 'slips'), { recursive: true });
  await build();
  const runtime = await resolveRuntime({ needDisplay: true });
  undo.push(() => runtime.stop());
  step(`program built, runtime ${runtime.kind} ${runtime.version}`);

  const server = await startServer();
  const cable = await layCable({ host: '127.0.0.1', port: server.port });
  undo.push(() => cable.pull());
  const slips: PrintedSlip[] = [];
  const printer = await startVirtualPrinter({
    port: 0,
    folder: path.join(out, 'slips'),
    onSlip: (slip) => slips.push(slip),
  });
  undo.push(() => printer.close());
  step(`server on port ${server.port}, virtual printer on port ${printer.port}`);

  const open = async (station: string, clerkName: string): Promise<CounterWindow> => {
    const counter = await launchCounter(runtime, { dataFolder: path.join(work, station) });
    undo.push(() => counter.close());
    const window = new CounterWindow(counter.page);
    await picture(counter, `${station}-1-set-up`);
    await window.setUp({ ...UNIT, station, clerkName, printer });
    step(`counter ${station} set up by ${clerkName}`);
    return window;
  };
  const first = await open('1', 'Hà Thị Lan');
  const second = await open('2', 'Bùi Văn Tuấn');
  for (const [window, code] of [
    [first, server.code],
    [second, await server.newCode()],
  ] as const) {
    await window.enrol(`http://127.0.0.1:${cable.port}`, code);
  }
  step('both counters enrolled with one-time codes and in sync');

  await cable.pull();
  await first.page.getByTestId('sync-now').click();
  await first.waitForSync('offline');
  step('the cable is out: the first counter says offline');

  const received = await receiveAll(first);
  await until(() => slips.length >= DOSSIERS.length, 'three slips came out of the printer');
  step(`${slips.length} slips printed over TCP`);
  await readSlips(slips, received);

  await cable.plug();
  await first.page.keyboard.press('F9');
  await first.page.getByTestId('sync-now').click();
  await first.waitForSync('in-sync');
  step('the cable is back: the first counter is in sync');
  await second.page.keyboard.press('F9');
  await second.page.getByTestId('sync-now').click();
  await untilEqual(server.dataFolder);
  step('both counters and the server hold equal vectors');

  await handOverByScanning(second, received[1]);
  await second.page.getByTestId('scan-answer').screenshot({ path: path.join(out, '2-4-answer.png') });
  await second.waitForSync('in-sync');
  await first.page.keyboard.press('F9');
  await first.page.getByTestId('sync-now').click();
  await untilEqual(server.dataFolder);
  await first.scan(received[1]?.scanCode ?? '');
  must((await first.scanAnswer()) === 'handed-over', 'the first counter knows the hand-over of the second');
  await first.page.screenshot({ path: path.join(out, '1-4-already-handed-over.png') });
  step('the first counter knows when and to whom it was handed over');
  await first.page.keyboard.press('F5');
  await first.page.getByTestId('screen-list').waitFor();
  await first.page.screenshot({ path: path.join(out, '1-5-list.png') });
  step(`pictures are in ${path.relative(process.cwd(), out)}`);
}

async function receiveAll(window: CounterWindow): Promise<readonly ReceivedOnScreen[]> {
  const received: ReceivedOnScreen[] = [];
  for (const dossier of DOSSIERS) {
    received.push(await window.receive(dossier));
    await window.at('slip-picture').locator('img').waitFor();
    await window.page.screenshot({ path: path.join(out, `1-2-received-${received.length}.png`) });
    step(`received offline: ${dossier.procedure} for ${dossier.name} -> ${received.at(-1)?.dossierNumber}`);
  }
  return received;
}

async function readSlips(slips: readonly PrintedSlip[], received: readonly ReceivedOnScreen[]): Promise<void> {
  for (const [i, slip] of slips.entries()) {
    const scanCode = received[i]?.scanCode ?? '';
    const readings = [readWithZxing(slip), await readWithZxingWasm(slip)];
    for (const { code128, qr } of readings)
      must(code128 === scanCode && qr === scanCode, `slip ${i + 1} reads ${scanCode}`);
    step(`slip ${i + 1}: bars and QR read back as ${scanCode} by two readers`);
  }
}

async function handOverByScanning(window: CounterWindow, dossier: ReceivedOnScreen | undefined): Promise<void> {
  await window.scan(dossier?.scanCode ?? '');
  must((await window.scanAnswer()) === 'open', 'the second counter may hand it over');
  await window.page.screenshot({ path: path.join(out, '2-2-scanned.png') });
  await window.page.keyboard.press('Control+Enter');
  await window.page.locator('[data-testid="scan-answer"][data-kind="done"]').waitFor();
  await window.page.screenshot({ path: path.join(out, '2-3-handed-over.png') });
  step(`handed over by scanning at the second counter: ${dossier?.dossierNumber}`);
}

async function picture({ page }: LaunchedCounter, name: string): Promise<void> {
  await page.getByTestId('screen-set-up').waitFor();
  await page.screenshot({ path: path.join(out, `${name}.png`) });
}

type DemoServer = {
  readonly port: number;
  readonly code: string;
  readonly dataFolder: string;
  readonly newCode: () => Promise<string>;
};

async function startServer(): Promise<DemoServer> {
  const dataFolder = path.join(work, 'server');
  const common = ['--data', dataFolder, '--unit', UNIT.unitCode];
  const serving = runServer([...common, '--init', '--port', '0']);
  undo.push(() => serving.child.kill('SIGTERM'));
  const code = await serving.line(/([0-9A-Z]{5}-[0-9A-Z]{5})/);
  const port = Number(await serving.line(/http:\/\/127\.0\.0\.1:(\d+)/));
  return {
    port,
    code,
    dataFolder,
    newCode: () => runServer([...common, '--new-code', '--no-serve']).line(/([0-9A-Z]{5}-[0-9A-Z]{5})/),
  };
}

function runServer(args: readonly string[]): { child: ChildProcess; line: (pattern: RegExp) => Promise<string> } {
  const child = spawn(process.execPath, ['sync/server/cli.ts', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const seen: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    seen.push(line);
    for (const look of waiting) look();
  });
  const line = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = (): void => {
        const found = seen.flatMap((text) => pattern.exec(text)?.[1] ?? [])[0];
        if (found !== undefined) resolve(found);
      };
      waiting.add(look);
      child.once('exit', (status) => reject(new Error(`the server ended with ${status}`)));
      look();
    });
  return { child, line };
}

function vectorIn(file: string, where = ''): VersionVector {
  const db = new Database(file, { readonly: true });
  const heads = db.prepare<[], { log: string; seq: number; hash: string }>(
    `SELECT log, seq, hash FROM log_head ${where}`,
  );
  const vector = Object.fromEntries(heads.all().map(({ log, seq, hash }) => [log, { seq, hash }]));
  db.close();
  return vector;
}

async function untilEqual(serverFolder: string): Promise<void> {
  const counterFile = (station: string) => path.join(work, station, 'counter', 'counter.db');
  await until(() => {
    const server = vectorIn(path.join(serverFolder, 'server.db'));
    return ['1', '2'].every((station) => sameVector(vectorIn(counterFile(station)), server));
  }, 'counters and server hold equal vectors');
}

async function until(holds: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited 30 s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

try {
  await main();
  process.stdout.write('demo: done\n');
} catch (error) {
  process.stderr.write(`demo: ${error instanceof Error ? (error.stack ?? error.message) : 'failed'}\n`);
  process.exitCode = 1;
} finally {
  for (const act of undo.toReversed()) await act();
  rmSync(work, { recursive: true, force: true });
}
