import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { askIpp, type IppOutcome, type IppRequest, sendToIpp, type WaitsFor } from '../printing/ipp-printer.ts';
import { say, seconds } from './console.ts';
import { ensureProgram } from './system-packages.ts';
import { startDiscovery } from './test-ipp/discovery.ts';
import { type RealPrinter, startRealPrinter } from './test-ipp/real-printer.ts';
import { smallPdf } from './test-ipp/small-pdf.ts';

/** Holds our IPP client against a printer of other people, `ippeveprinter`. One line for each check, then the count. */
const A4_AND_A5 = ['iso_a4_210x297mm', 'iso_a5_148x210mm'];

type Check = readonly [rule: string, run: (printer: RealPrinter) => Promise<void>];

const CHECKS: readonly Check[] = [
  [
    'says that it is ready and has A5 and A4',
    async ({ uri }) => {
      const ready = await askIpp({ uri });
      same(ready.kind === 'ready' && ready.papers, ['A5', 'A4']);
    },
  ],
  ['A5 is confirmed and delivered byte for byte', (printer) => delivers(printer, { paper: 'A5' })],
  ['A4 is confirmed and delivered byte for byte', (printer) => delivers(printer, { paper: 'A4' })],
  [
    'A4 on its side is confirmed and delivered byte for byte',
    (printer) => delivers(printer, { paper: 'A4-landscape' }),
  ],
  [
    'three megabytes are confirmed and delivered byte for byte',
    (printer) => delivers(printer, { paper: 'A5', document: smallPdf('A5', 3_000_000) }),
  ],
  [
    'ipps with the certificate that the printer made itself',
    (printer) => delivers(printer, { paper: 'A5', uri: printer.uri.replace('ipp:', 'ipps:') }),
  ],
  ['paper out is told, paper back is told, and the job is confirmed', paperOutAndBack],
  [
    'a printer without paper says so, and is ready again afterwards',
    async (printer) => {
      await printer.set('paper-out');
      const waiting = new EventEmitter();
      const isWaiting = once(waiting, 'paper');
      const sending = send(printer, { paper: 'A5', onState: ({ waitsFor = 'nothing' }) => waiting.emit(waitsFor) });
      await Promise.race([isWaiting, sending]);
      const meanwhile = await askIpp({ uri: printer.uri });
      await printer.set('prints');
      same(await sending, { kind: 'confirmed' });
      same(meanwhile, { kind: 'not-ready', reason: 'paper-out' });
      same((await askIpp({ uri: printer.uri })).kind, 'ready');
    },
  ],
  [
    'a job that the printer gives up has failed',
    async (printer) => {
      await printer.set('gives-up');
      same(await send(printer, { paper: 'A5' }), { kind: 'failed', reason: 'aborted' });
    },
  ],
  [
    'a job that is cancelled while it waits for paper is cancelled',
    async (printer) => {
      await printer.set('paper-out');
      const stop = new AbortController();
      stop.signal.addEventListener('abort', () => setTimeout(() => void printer.set('prints'), 500));
      const outcome = await send(printer, { paper: 'A5', signal: stop.signal, onState: () => stop.abort() });
      same(outcome, { kind: 'failed', reason: 'cancelled' });
    },
  ],
  [
    'a job that takes longer than it is followed was sent, and is not sent again',
    async (printer) => {
      await printer.set('at-work');
      const document = smallPdf('A5');
      same(await send(printer, { paper: 'A5', document, timeouts: { watchMs: 1_500 } }), {
        kind: 'sent',
        reason: 'watch-ended',
      });
      await printer.takeDocument();
      await printer.set('prints');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      same(await printer.takeDocument(), undefined);
    },
  ],
  [
    'another path than its own is no printer',
    async ({ uri }) => {
      same(await send({ uri: uri.replace('/ipp/print', '/elsewhere') }, { paper: 'A5' }), {
        kind: 'refused',
        reason: 'not-ipp',
      });
    },
  ],
];

async function paperOutAndBack(printer: RealPrinter): Promise<void> {
  await printer.set('paper-out');
  const told: (WaitsFor | 'nothing')[] = [];
  await delivers(printer, {
    paper: 'A5',
    onState: ({ waitsFor }) => {
      told.push(waitsFor ?? 'nothing');
      if (waitsFor === 'paper') setTimeout(() => void printer.set('prints'), 1_000);
    },
  });
  same(told, ['paper', 'nothing']);
}

async function delivers(printer: RealPrinter, wish: Wish): Promise<void> {
  const document = smallPdf(wish.paper);
  const outcome = await send(printer, { document, ...wish });
  same(outcome, { kind: 'confirmed' });
  const delivered = await printer.takeDocument();
  const isSame = delivered !== undefined && Buffer.compare(delivered, wish.document ?? document) === 0;
  if (!isSame) throw new Error(`other bytes came out: ${delivered?.length} of ${document.length}`);
}

type Wish = Partial<IppRequest> & Pick<IppRequest, 'paper'>;

function send({ uri }: Pick<RealPrinter, 'uri'>, wish: Wish): Promise<IppOutcome> {
  return sendToIpp({
    uri,
    document: smallPdf(wish.paper),
    jobName: 'Mẫu số 01',
    timeouts: { warningMs: 1_000, watchMs: 20_000 },
    ...wish,
  });
}

function same(actual: unknown, wanted: unknown): void {
  const [a, b] = [actual, wanted].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`${a} where ${b} was wanted`);
}

async function withoutA5(printer: RealPrinter): Promise<void> {
  const { uri } = printer;
  const ready = await askIpp({ uri });
  same(ready.kind === 'ready' && ready.papers, ['A4']);
  same(await send(printer, { paper: 'A5' }), { kind: 'refused', reason: 'paper-not-supported' });
  same(await printer.takeDocument(), undefined);
  await printer.stop();
  same(await send(printer, { paper: 'A4' }), { kind: 'refused', reason: 'unreachable' });
}

const count = { passed: 0, failed: 0 };

async function check(rule: string, run: () => Promise<void>): Promise<void> {
  const started = performance.now();
  try {
    await run();
    count.passed += 1;
    say(`passed  ${rule} (${seconds(started)})`);
  } catch (error) {
    count.failed += 1;
    say(`FAILED  ${rule}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function runAll(folder: string): Promise<void> {
  const discovery = await startDiscovery(folder);
  try {
    const printer = await startRealPrinter({ folder: path.join(folder, 'both'), media: A4_AND_A5, env: discovery.env });
    for (const [rule, run] of CHECKS) {
      await check(rule, () => run(printer));
      await printer.set('prints');
      await printer.takeDocument();
    }
    await printer.stop();
    const a4 = await startRealPrinter({
      folder: path.join(folder, 'a4'),
      media: ['iso_a4_210x297mm', 'na_letter_8.5x11in'],
      env: discovery.env,
    });
    await check('a printer without A5 refuses A5 before the document; switched off it is unreachable', () =>
      withoutA5(a4),
    );
    await a4.stop();
  } finally {
    await discovery.stop();
  }
}

ensureProgram({ program: 'ippeveprinter', debianPackage: 'cups-ipp-utils' });
ensureProgram({ program: 'dbus-daemon', debianPackage: 'dbus' });
ensureProgram({ program: 'avahi-daemon', debianPackage: 'avahi-daemon' });
const folder = mkdtempSync(path.join(tmpdir(), 'test-ipp-'));
// However this ends. The programs that write there are ended before, by a listener of the same event.
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await runAll(folder);
say(`test:ipp: ${count.passed} passed, ${count.failed} failed`);
if (count.failed > 0) process.exitCode = 1;
