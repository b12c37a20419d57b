import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { dossierIdOf, makeScanCode } from '../../domain/scan-code.ts';
import type { PrintJobRow } from '../../electron/contract/print-views.ts';
import { type PrintedSlip, startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import {
  choosePrinter,
  get,
  jobState,
  openTestCounter,
  receive,
  refusalOf,
  type TestCounter,
} from '../support/counter.ts';
import { startCoreProcess, TODAY_SET_UP } from '../support/core-process.ts';
import { temporaryFolder } from '../support/store.ts';

type TestPrinter = VirtualPrinter & { readonly slips: readonly PrintedSlip[]; readonly nextSlip: () => Promise<void> };

async function printerOn(port = 0): Promise<TestPrinter> {
  const slips: PrintedSlip[] = [];
  let heard: (() => void)[] = [];
  const printer = await startVirtualPrinter({
    port,
    onSlip: (slip) => {
      slips.push(slip);
      const waiting = heard;
      heard = [];
      for (const resolve of waiting) resolve();
    },
  });
  onTestFinished(() => printer.close());
  return { ...printer, slips, nextSlip: () => new Promise((resolve) => heard.push(resolve)) };
}

/** A port behind which nothing listens. */
async function portOfPrinterThatIsOff(): Promise<number> {
  const printer = await startVirtualPrinter({ port: 0 });
  await printer.close();
  return printer.port;
}

async function jobOf(counter: Pick<TestCounter, 'call'>, jobId: number): Promise<PrintJobRow | undefined> {
  return (await counter.call('print.jobs', {})).find(({ id }) => id === jobId);
}

function untilJob(counter: TestCounter, jobId: number, state: PrintJobRow['state']): Promise<void> {
  return counter.until(async () => (await jobState(counter.call, jobId)) === state);
}

describe('a slip', () => {
  test('comes out of the printer after the reception, once', async () => {
    const printer = await printerOn();
    const counter = await openTestCounter({
      setUp: { printer: { kind: 'tcp', host: printer.host, port: printer.port } },
    });
    const { printJobId } = await receive(counter.call);
    await untilJob(counter, printJobId, 'confirmed');
    expect(printer.slips).toHaveLength(1);
    expect(printer.slips[0]).toMatchObject({ widthDots: 576, isCut: true });
  });

  test('is shown on the screen exactly as it came out', async () => {
    const printer = await printerOn();
    const counter = await openTestCounter({
      setUp: { printer: { kind: 'tcp', host: printer.host, port: printer.port } },
    });
    const { printJobId } = await receive(counter.call);
    await untilJob(counter, printJobId, 'confirmed');
    const picture = await counter.call('print.picture', { jobId: printJobId });
    expect(picture?.slice(0, 22)).toBe('data:image/png;base64,');
    const printed = printer.slips[0];
    const shown = Buffer.from(picture?.slice(22) ?? '', 'base64');
    expect(shown.equals(Buffer.from(printed?.png ?? []))).toBe(true);
  });

  test('can be looked at before any printer was chosen, and there is none for an unknown job', async () => {
    const { call } = await openTestCounter();
    const { printJobId } = await receive(call);
    expect(await call('print.picture', { jobId: printJobId })).toMatch(/^data:image\/png;base64,iVBOR/);
    expect(await call('print.picture', { jobId: 999 })).toBeNull();
  });

  test('on the virtual printer lands as a picture in the counter’s folder', async () => {
    const counter = await openTestCounter({ setUp: { printer: { kind: 'virtual' } } });
    const { printJobId } = await receive(counter.call);
    await untilJob(counter, printJobId, 'confirmed');
    expect(readdirSync(path.join(counter.folder, 'counter', 'slips'))).toHaveLength(1);
  });
});

describe('without a printer', () => {
  test('reception goes on and the slips wait, until one is chosen: then they come in order', async () => {
    const counter = await openTestCounter();
    const first = await receive(counter.call);
    const second = await receive(counter.call);
    expect(await jobOf(counter, first.printJobId)).toMatchObject({ state: 'queued', trouble: 'no-printer' });
    expect((await counter.call('app.state', {})).printer).toMatchObject({ waiting: 2, needsAttention: 0 });
    const printer = await printerOn();
    await choosePrinter(counter.call, { kind: 'tcp', host: printer.host, port: printer.port });
    await untilJob(counter, second.printJobId, 'confirmed');
    expect(await jobState(counter.call, first.printJobId)).toBe('confirmed');
    expect(printer.slips).toHaveLength(2);
  });

  test('an address nothing can be sent to is refused and the old choice stays', async () => {
    const { call } = await openTestCounter();
    const refused = await call('printer.choose', {
      choice: { kind: 'tcp', host: 'a b', port: 9100 },
      modelId: 'generic-80',
    });
    expect(refusalOf(refused)).toEqual({ code: 'malformed' });
    expect((await call('app.state', {})).printer.choice).toEqual({ kind: 'none' });
  });
});

describe('a printer that is off', () => {
  test('does not touch the reception; the slip waits and comes out once when it is on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const port = await portOfPrinterThatIsOff();
    const counter = await openTestCounter({ setUp: { printer: { kind: 'tcp', host: '127.0.0.1', port } } });
    const { printJobId } = await receive(counter.call);
    await counter.until(async () => (await jobOf(counter, printJobId))?.trouble === 'printer-unreachable');
    expect(await jobOf(counter, printJobId)).toMatchObject({ state: 'queued' });
    const printer = await printerOn(port);
    vi.advanceTimersByTime(5_000);
    await untilJob(counter, printJobId, 'confirmed');
    expect(printer.slips).toHaveLength(1);
  });

  test('gets what waits when the next dossier is received', async () => {
    const port = await portOfPrinterThatIsOff();
    const counter = await openTestCounter({ setUp: { printer: { kind: 'tcp', host: '127.0.0.1', port } } });
    const first = await receive(counter.call);
    await counter.until(async () => (await jobOf(counter, first.printJobId))?.trouble === 'printer-unreachable');
    const printer = await printerOn(port);
    const second = await receive(counter.call);
    await untilJob(counter, second.printJobId, 'confirmed');
    expect(printer.slips).toHaveLength(2);
  });
});

/** Says that it is well, and is given a job: `onJob` is called with the first of its bytes. */
function answerUntilJob(socket: Socket, onJob: () => void): void {
  socket.on('data', (chunk) => {
    // Three bytes are a question, DLE EOT n; a job begins with many more.
    if (chunk.length > 3) onJob();
    else socket.write(Uint8Array.of(0x12));
  });
}

/** Takes the beginning of a job and hangs up: nobody knows what is on paper. */
function printerThatBreaksOff(): Promise<number> {
  return listenWith((socket) => answerUntilJob(socket, () => socket.resetAndDestroy()));
}

async function listenWith(take: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // What a killed core leaves behind is a broken connection.
    socket.on('error', () => undefined);
    take(socket);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

test('another printer chosen while the old one hangs takes over as soon as the old one is given up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const hanging: Socket[] = [];
  const port = await listenWith((socket) => answerUntilJob(socket, () => hanging.push(socket.pause())));
  const counter = await openTestCounter({ setUp: { printer: { kind: 'tcp', host: '127.0.0.1', port } } });
  const first = await receive(counter.call);
  const second = await receive(counter.call);
  await untilJob(counter, first.printJobId, 'sending');
  const printer = await printerOn();
  await choosePrinter(counter.call, { kind: 'tcp', host: printer.host, port: printer.port });
  await vi.waitUntil(() => hanging[0]?.resetAndDestroy());
  await untilJob(counter, second.printJobId, 'confirmed');
  expect(await jobState(counter.call, first.printJobId)).toBe('unknown');
  expect(printer.slips).toHaveLength(1);
});

describe('a slip of which nobody knows whether it came out', () => {
  test('is not sent again by itself; a person says it is out, or has it sent', async () => {
    const counter = await openTestCounter({
      setUp: { printer: { kind: 'tcp', host: '127.0.0.1', port: await printerThatBreaksOff() } },
    });
    const first = await receive(counter.call);
    await untilJob(counter, first.printJobId, 'unknown');
    const second = await receive(counter.call);
    await untilJob(counter, second.printJobId, 'unknown');
    expect((await counter.call('app.state', {})).printer).toMatchObject({ waiting: 0, needsAttention: 2 });

    const printer = await printerOn();
    await choosePrinter(counter.call, { kind: 'tcp', host: printer.host, port: printer.port });
    const third = await receive(counter.call);
    await untilJob(counter, third.printJobId, 'confirmed');
    expect(printer.slips).toHaveLength(1);

    await counter.call('print.settle', { jobId: first.printJobId, answer: 'paper-is-out' });
    expect(await jobState(counter.call, first.printJobId)).toBe('confirmed');
    await counter.call('print.settle', { jobId: second.printJobId, answer: 'print-now' });
    await untilJob(counter, third.printJobId + 1, 'confirmed');
    expect(printer.slips).toHaveLength(2);
    // The first of it may be out: this one says that it is the second.
    expect(await jobOf(counter, third.printJobId + 1)).toMatchObject({
      about: second.dossier.intake?.dossierNumber,
      copyNo: 2,
    });
    expect(await jobState(counter.call, second.printJobId)).toBe('cancelled');
  });

  test('because the program was killed while it was being sent waits for a person after the restart', async () => {
    let isConnected: () => void = () => undefined;
    const connected = new Promise<void>((resolve) => (isConnected = resolve));
    const port = await listenWith((socket) =>
      answerUntilJob(socket, () => {
        socket.pause();
        isConnected();
      }),
    );

    const folder = temporaryFolder();
    const before = startCoreProcess({ folder });
    await before.opened;
    const printer = { kind: 'tcp', host: '127.0.0.1', port } as const;
    get(await before.call('setup.complete', { ...TODAY_SET_UP, printer }));
    const { printJobId } = await receive(before.call);
    await connected;
    expect(await jobState(before.call, printJobId)).toBe('sending');
    await before.kill();

    const after = startCoreProcess({ folder });
    await after.opened;
    const [job] = await after.call('print.jobs', {});
    expect(job).toMatchObject({ id: printJobId, state: 'unknown', trouble: 'interrupted' });
    const working = await printerOn();
    await choosePrinter(after.call, { kind: 'tcp', host: working.host, port: working.port });
    const slip = working.nextSlip();
    const signedIn = (await after.call('app.state', {})).people?.signedIn;
    expect(signedIn).toBeDefined();
    get(await after.call('print.settle', { jobId: printJobId, answer: 'print-now' }));
    await slip;
    expect(working.slips).toHaveLength(1);
    expect(await after.drain()).toBe(0);
  });

  test('is settled only while the question is open', async () => {
    const { call } = await openTestCounter();
    const { printJobId } = await receive(call);
    await call('print.settle', { jobId: printJobId, answer: 'paper-is-out' });
    expect(await jobState(call, printJobId)).toBe('queued');
  });
});

describe('a reprint', () => {
  test('is a copy with its number, beside the first', async () => {
    const printer = await printerOn();
    const counter = await openTestCounter({
      setUp: { printer: { kind: 'tcp', host: printer.host, port: printer.port } },
    });
    const { dossier } = await receive(counter.call);
    const { jobId } = get(await counter.call('print.again', { dossierId: dossier.id }));
    await untilJob(counter, jobId, 'confirmed');
    expect((await counter.call('print.jobs', {})).map(({ copyNo }) => copyNo)).toEqual([2, 1]);
    const [first, second] = printer.slips;
    expect(second?.heightDots).toBeGreaterThan(first?.heightDots ?? Infinity);
  });

  test('of a dossier without a slip here is refused', async () => {
    const { call } = await openTestCounter();
    const elsewhere = makeScanCode({ unitCode: '08305', station: 3, yearOfCentury: 20, runningNumber: 1 });
    const refused = await call('print.again', { dossierId: dossierIdOf(elsewhere) });
    expect(refusalOf(refused)).toEqual({ code: 'no-slip' });
  });
});
