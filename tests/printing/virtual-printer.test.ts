import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { printJob } from '../../printing/device/thermal-printer.ts';
import { askPrinter, profileFor, sendToPrinter } from '../../printing/send-to-printer.ts';
import {
  type PrintedSlip,
  startVirtualPrinter,
  type VirtualCondition,
  type VirtualPrinter,
} from '../../printing/virtual-printer.ts';

/** Small, and with a cutter, so that a slip is out before the answer behind it. */
const PROFILE = { ...profileFor(58), cut: 'partial' } as const;
const JOB = printJob({ widthDots: 384, heightDots: 300, raster: new Uint8Array(48 * 300).fill(0x0f) }, PROFILE);

const slips: PrintedSlip[] = [];
const conditions: VirtualCondition[] = [];
let printer: VirtualPrinter;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await printer.close();
  slips.length = 0;
  conditions.length = 0;
});

async function start(bufferBytes = 1_000_000): Promise<void> {
  printer = await startVirtualPrinter({
    port: 0,
    bufferBytes,
    onSlip: (slip) => slips.push(slip),
    onCondition: (condition) => conditions.push(condition),
  });
}

/** A sender that reads on its own. */
async function sender(): Promise<Socket> {
  const socket = connect(printer.port, printer.host);
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

async function heardBy(socket: Socket, length: number): Promise<readonly number[]> {
  const heard: number[] = [];
  while (heard.length < length) {
    const [chunk]: unknown[] = await once(socket, 'data');
    if (chunk instanceof Uint8Array) heard.push(...chunk);
  }
  return heard;
}

test('questions in real time are answered by a stopped printer, in the middle of a picture, ahead of everything else', async () => {
  await start();
  printer.setCondition('paper-out');
  const socket = await sender();
  socket.write(JOB.subarray(0, 1_000));
  socket.write(Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04));
  socket.write(Uint8Array.of(2, 0x10, 0x04, 3, 0x10, 0x04, 4));
  expect(await heardBy(socket, 4)).toEqual([0x1a, 0x32, 0x12, 0x7e]);
});

test('every change of its state is told to who asked for it, from the state at the asking on', async () => {
  await start();
  const socket = await sender();
  const deaf = await sender();
  socket.write(Uint8Array.of(0x1d, 0x61, 0x0e));
  expect(await heardBy(socket, 4)).toEqual([0x10, 0x00, 0x00, 0x0f]);
  printer.setCondition('cover-open');
  printer.setCondition('error');
  expect(await heardBy(socket, 8)).toEqual([0x38, 0x00, 0x00, 0x0f, 0x18, 0x08, 0x00, 0x0f]);
  expect(deaf.bytesRead).toBe(0);
});

test('paper that ends stops the slip where it stands; with a new roll it comes out whole', async () => {
  await start();
  printer.endPaperAfter(200);
  const socket = await sender();
  socket.write(JOB);
  // The roll ends in the second band: the answer behind the job waits for the next one.
  await expect.poll(() => conditions).toEqual(['paper-out']);
  expect(slips).toHaveLength(0);
  printer.setCondition('ready');
  expect(await heardBy(socket, 1)).toEqual([0x00]);
  expect(slips.map(({ heightDots }) => heightDots)).toEqual([300]);
});

test('a sender that hangs up while the printer is stopped still gets its slip', async () => {
  await start();
  printer.setCondition('offline');
  (await sender()).end(JOB);
  await expect.poll(async () => (await askPrinter({ address: tcp(), profile: PROFILE })).kind).toBe('not-ready');
  printer.setCondition('ready');
  await expect.poll(() => slips.length).toBe(1);
});

test('a stopped printer takes in no more than it can hold', async () => {
  await start(4_096);
  printer.setCondition('cover-open');
  const socket = await sender();
  socket.write(new Uint8Array(48_000_000), () => undefined);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(socket.writableLength).toBeGreaterThan(0);
});

test('a printer that is switched off while it is stopped prints nothing and leaves nothing open', async () => {
  await start();
  printer.setCondition('paper-out');
  const socket = await sender();
  socket.write(JOB);
  const closed = once(socket, 'close');
  socket.on('error', () => undefined);
  await printer.close();
  socket.destroy();
  await closed;
  expect(slips).toHaveLength(0);
});

test('started for a demo it is stopped and set going by a typed letter, and ends when it is told to', async () => {
  await start();
  const folder = await mkdtemp(join(tmpdir(), 'demo-printer-'));
  const cli = join(import.meta.dirname, '../../printing/virtual-printer/cli.ts');
  // A port that was free a moment ago.
  const { port } = printer;
  await printer.close();
  const demo = spawn(process.execPath, [cli, '--port', String(port), '--folder', folder]);
  const said: string[] = [];
  createInterface({ input: demo.stdout }).on('line', (line) => said.push(line));
  await expect.poll(() => said.length, { timeout: 5_000 }).toBeGreaterThan(2);
  demo.stdin.write('h\n');
  await expect.poll(() => said.at(-1)).toContain('hết giấy');
  const request = { address: { kind: 'tcp', host: '127.0.0.1', port }, profile: PROFILE, bytes: JOB } as const;
  expect(await sendToPrinter(request)).toEqual({ kind: 'not-ready', reason: 'paper-out' });
  demo.stdin.write('s\n');
  await expect.poll(() => said.at(-1)).toContain('sẵn sàng');
  expect(await sendToPrinter(request)).toEqual({ kind: 'confirmed' });
  demo.kill('SIGTERM');
  const [code]: unknown[] = await once(demo, 'exit');
  expect(code).toBe(0);
  await rm(folder, { recursive: true });
});

function tcp(): { readonly kind: 'tcp'; readonly host: string; readonly port: number } {
  return { kind: 'tcp', host: printer.host, port: printer.port };
}
