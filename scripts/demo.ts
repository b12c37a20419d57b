import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { sameVector, type VersionVector } from '../domain/version-vector.ts';
import { type PrintedSlip, startVirtualPrinter, type VirtualPrinter } from '../printing/virtual-printer.ts';
import { build } from './build.ts';
import { type Cable, layCable } from './drive/cable.ts';
import { CounterWindow, type IntakeTyping, type ReceivedOnScreen } from './drive/counter-window.ts';
import { launchCounter } from './drive/launch-counter.ts';
import { readWithZxing, readWithZxingWasm } from './drive/read-symbols.ts';
import { type ServerProcess, startServer } from './drive/server-process.ts';
import { resolveRuntime, type Runtime } from './runtime.ts';

const UNIT = { unitCode: '08311', unitName: 'Xã Trung Sơn', upperNames: 'Tỉnh Phú Thọ', organisationCode: 'H44.33.12' };

const DOSSIERS: readonly IntakeTyping[] = [
  { procedure: 'ks', name: 'Hà Thị Đào', phone: '0912 345 678', address: 'Khu Bóp, xã Trung Sơn' },
  { procedure: 'hn', name: 'Nguyễn Văn Thưởng', phone: '0987 654 321', address: 'Khu Nai, xã Trung Sơn' },
  { procedure: 'hd', name: 'Đinh Thị Mận', phone: '0210 3870 123', address: 'Khu Gầy, xã Trung Sơn' },
];

const PATIENCE_MS = 30_000;

const out = path.resolve('out', 'demo');
const work = mkdtempSync(path.join(os.tmpdir(), 'counter-demo-'));
const serverFolder = path.join(work, 'server');
const undo: (() => unknown)[] = [];
const slips: PrintedSlip[] = [];
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

type World = {
  readonly runtime: Runtime;
  readonly server: ServerProcess;
  readonly cable: Cable;
  readonly printer: VirtualPrinter;
};

type Counters = { readonly first: CounterWindow; readonly second: CounterWindow };

async function makeWorld(): Promise<World> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(path.join(out, 'slips'), { recursive: true });
  await build();
  const runtime = await resolveRuntime();
  undo.push(() => runtime.stop());
  step(`program built, runtime ${runtime.kind} ${runtime.version}`);
  const server = await startServer({ dataFolder: serverFolder, unitCode: UNIT.unitCode });
  undo.push(() => server.stop());
  const cable = await layCable({ host: '127.0.0.1', port: server.port });
  undo.push(() => cable.pull());
  const folder = path.join(out, 'slips');
  const printer = await startVirtualPrinter({ port: 0, folder, onSlip: (slip) => slips.push(slip) });
  undo.push(() => printer.close());
  step(`server on port ${server.port}, virtual printer on port ${printer.port}`);
  return { runtime, server, cable, printer };
}

async function openCounter(world: World, station: string, clerkName: string): Promise<CounterWindow> {
  const counter = await launchCounter(world.runtime, { dataFolder: path.join(work, station) });
  undo.push(() => counter.close());
  const window = new CounterWindow(counter.page);
  await window.at('screen-set-up').waitFor();
  await picture(window, `${station}-1-set-up`);
  await window.setUp({ ...UNIT, station, clerkName, printer: world.printer });
  step(`counter ${station} set up by ${clerkName}`);
  return window;
}

async function enrolBoth({ first, second }: Counters, { server, cable }: World): Promise<void> {
  const serverUrl = `http://127.0.0.1:${cable.port}`;
  await first.enrol(serverUrl, server.code);
  await second.enrol(serverUrl, await server.newCode());
  await picture(second, '2-2-in-sync');
  step('both counters enrolled with one-time codes and in sync');
}

async function receiveOffline({ first }: Counters, { cable }: World): Promise<readonly ReceivedOnScreen[]> {
  await cable.pull();
  await first.at('sync-now').click();
  await first.waitForSync('offline');
  step('the cable is out: the first counter says offline');
  const received: ReceivedOnScreen[] = [];
  for (const dossier of DOSSIERS) {
    await first.fillIntake(dossier);
    await picture(first, `1-2-intake-${received.length + 1}`);
    const shown = await first.commitIntake();
    received.push(shown);
    await first.at('slip-picture').locator('img').waitFor();
    await picture(first, `1-2-received-${received.length}`);
    step(`received offline: "${dossier.procedure}" for ${dossier.name} -> ${shown.dossierNumber}`);
  }
  await until(() => slips.length >= DOSSIERS.length, 'a slip came out for each');
  step(`${slips.length} slips printed over TCP`);
  return received;
}

async function readSlips(received: readonly ReceivedOnScreen[]): Promise<void> {
  for (const [i, slip] of slips.entries()) {
    const wanted = received[i]?.scanCode ?? '';
    const readings = [readWithZxing(slip), await readWithZxingWasm(slip)];
    for (const { code128, qr } of readings) must(code128 === wanted && qr === wanted, `slip ${i + 1} reads ${wanted}`);
    step(`slip ${i + 1}: bars and QR read back as ${wanted} by two readers`);
  }
}

async function comeTogether({ first, second }: Counters, { cable }: World): Promise<void> {
  await cable.plug();
  await syncNow(first);
  await first.waitForSync('in-sync');
  step('the cable is back: the first counter is in sync');
  await syncNow(second);
  await untilEqual();
  step('both counters and the server hold equal vectors');
}

async function handOver({ first, second }: Counters, dossier: ReceivedOnScreen | undefined): Promise<void> {
  const scanCode = dossier?.scanCode ?? '';
  await second.scan(scanCode);
  must((await second.scanAnswer()) === 'open', 'the second counter may hand it over');
  await picture(second, '2-3-scanned');
  await second.page.keyboard.press('Control+Enter');
  await second.waitForAnswer('done');
  await picture(second, '2-4-handed-over');
  step(`handed over by scanning at the second counter: ${dossier?.dossierNumber}`);
  await second.waitForSync('in-sync');
  await syncNow(first);
  await untilEqual();
  await first.scan(scanCode);
  await first.waitForAnswer('handed-over');
  await picture(first, '1-3-already-handed-over');
  await first.page.keyboard.press('F5');
  await first.at('screen-list').waitFor();
  await picture(first, '1-4-list');
  step('the first counter knows when and to whom it was handed over');
}

async function syncNow(window: CounterWindow): Promise<void> {
  await window.page.keyboard.press('F9');
  await window.at('sync-now').click();
}

function picture({ page }: CounterWindow, name: string): Promise<unknown> {
  return page.screenshot({ path: path.join(out, `${name}.png`) });
}

function vectorIn(file: string): VersionVector {
  const db = new Database(file, { readonly: true });
  const heads = db.prepare<[], { log: string; seq: number; hash: string }>('SELECT log, seq, hash FROM log_head').all();
  db.close();
  return Object.fromEntries(heads.map(({ log, seq, hash }) => [log, { seq, hash }]));
}

function untilEqual(): Promise<void> {
  const counterFile = (station: string) => path.join(work, station, 'counter', 'counter.db');
  return until(() => {
    const server = vectorIn(path.join(serverFolder, 'server.db'));
    return ['1', '2'].every((station) => sameVector(vectorIn(counterFile(station)), server));
  }, 'counters and server hold equal vectors');
}

async function until(holds: () => boolean, what: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!holds()) {
    must(Date.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

try {
  const world = await makeWorld();
  const first = await openCounter(world, '1', 'Hà Thị Lan');
  const second = await openCounter(world, '2', 'Bùi Văn Tuấn');
  const counters = { first, second };
  await enrolBoth(counters, world);
  const received = await receiveOffline(counters, world);
  await readSlips(received);
  await comeTogether(counters, world);
  await handOver(counters, received[1]);
  step(`pictures and slips are in ${path.relative(process.cwd(), out)}`);
  process.stdout.write('demo: done\n');
} catch (error) {
  process.stderr.write(`demo: ${error instanceof Error ? (error.stack ?? error.message) : 'failed'}\n`);
  process.exitCode = 1;
} finally {
  for (const act of undo.toReversed()) await act();
  rmSync(work, { recursive: true, force: true });
}
