import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { constants, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../printing/device/device-file.ts';
import { Delivery } from '../../printing/device/delivery.ts';
import { printJob } from '../../printing/device/thermal-printer.ts';
import { openForWriting } from '../../printing/device/write-only-channel.ts';
import {
  askPrinter,
  type PrinterProfile,
  profileFor,
  sendToPrinter,
  type SendOutcome,
  type SendRequest,
} from '../../printing/send-to-printer.ts';
import { type PrintedSlip, startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import { ensureProgram } from '../../scripts/system-packages.ts';
import { type FakePrinter, type Manners, questionListener, startFakePrinter } from './fake-printer.ts';

const TIMEOUTS = { connectMs: 5_000, statusMs: 3_000, stallMs: 8_000, replyMs: 5_000, lingerMs: 100 };
/** For a printer of which nothing more is to be expected. */
const SOON = { ...TIMEOUTS, statusMs: 300, stallMs: 500, replyMs: 500 };
/** Not asked before the job. */
const UNASKED: PrinterProfile = { ...profileFor(80), status: { realTime: false, automatic: false, afterJob: true } };
const ASKED = profileFor(80);
const TELLING: PrinterProfile = { ...ASKED, status: { ...ASKED.status, automatic: true } };
/** Every byte there is, but no real-time command. */
const raster = Uint8Array.from({ length: 72 * 1_000 }, (_, at) => (at * 7) % 256);
const PICTURE = { widthDots: 576, heightDots: 1_000, raster };
const JOB = printJob(PICTURE, ASKED);

let folder: string;
let path: string;
let printer: VirtualPrinter | FakePrinter;
const slips: PrintedSlip[] = [];
const ends: (() => Promise<void>)[] = [];

beforeAll(() => ensureProgram({ program: 'socat', debianPackage: 'socat' }), 180_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'device-'));
  path = join(folder, 'printer');
  slips.length = 0;
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  await rm(folder, { recursive: true });
});

/** A terminal line, as the system makes it, behind which the printer stands. Gives its process. */
async function plugIn(): Promise<{ stop(): void }> {
  const cable = spawn('socat', [`PTY,link=${path}`, `TCP:127.0.0.1:${printer.port}`], { stdio: 'ignore' });
  ends.push(async () => {
    if (cable.exitCode !== null || cable.signalCode !== null) return;
    cable.kill('SIGKILL');
    await once(cable, 'exit');
  });
  await expect.poll(() => existsSync(path), { interval: 5 }).toBe(true);
  return { stop: () => cable.kill('SIGSTOP') };
}

/** A line without a user is unplugged by its cable: this one is held open between two jobs. */
async function holdLine(): Promise<void> {
  const line = await open(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  ends.push(() => line.close());
}

async function virtualPrinter(): Promise<VirtualPrinter> {
  const started = await startVirtualPrinter({ port: 0, onSlip: (slip) => slips.push(slip) });
  printer = started;
  ends.push(() => started.close());
  return started;
}

async function fakePrinter(behave: Manners): Promise<FakePrinter> {
  const started = await startFakePrinter(behave);
  printer = started;
  ends.push(() => started.close());
  return started;
}

function send(request: Partial<SendRequest> = {}): Promise<SendOutcome> {
  return sendToPrinter({
    address: { kind: 'device', path },
    profile: ASKED,
    bytes: JOB,
    timeouts: TIMEOUTS,
    ...request,
  });
}

describe('a printer at a serial line', () => {
  test('gets every byte unchanged and confirms; the line is free at once for the next job', async () => {
    await virtualPrinter();
    await plugIn();
    await holdLine();
    expect(await send({ profile: TELLING, afterBrokenJob: true })).toEqual({ kind: 'confirmed' });
    expect(slips.map((slip) => Buffer.from(slip.raster).equals(raster))).toEqual([true]);
    expect(await send()).toEqual({ kind: 'confirmed' });
    expect(slips).toHaveLength(2);
  });

  test('is given the speed that is asked for', async () => {
    await virtualPrinter();
    await plugIn();
    await holdLine();
    expect(await send({ address: { kind: 'device', path, baudRate: 115_200 } })).toEqual({ kind: 'confirmed' });
    expect(execFileSync('stty', ['-F', path, 'speed'], { encoding: 'utf8' }).trim()).toBe('115200');
  });

  test.each(['paper-out', 'cover-open', 'offline'] as const)(
    'says before the job that it is not ready: %s',
    async (is) => {
      (await virtualPrinter()).setCondition(is);
      await plugIn();
      expect(await send()).toEqual({ kind: 'not-ready', reason: is });
      expect(slips).toHaveLength(0);
    },
  );

  test('is asked how it is', async () => {
    (await virtualPrinter()).setCondition('paper-low');
    await plugIn();
    const asked = askPrinter({ address: { kind: 'device', path }, profile: ASKED, timeouts: TIMEOUTS });
    expect(await asked).toEqual({ kind: 'ready', paperLow: true });
  });

  test('whose paper ends in the middle of the job leaves it unknown, with the reason', async () => {
    (await virtualPrinter()).endPaperAfter(300);
    await plugIn();
    expect(await send({ profile: TELLING, timeouts: { ...TIMEOUTS, replyMs: 500 } })).toEqual({
      kind: 'unknown',
      bytesSent: JOB.length,
      reason: 'paper-out',
    });
  });

  test('that stops taking bytes leaves the job unknown, with less than all of it sent', async () => {
    await fakePrinter((socket) => socket.resume());
    const cable = await plugIn();
    cable.stop();
    const outcome = await send({ profile: UNASKED, timeouts: SOON });
    expect(outcome.kind).toBe('unknown');
    expect(outcome.kind === 'unknown' && outcome.bytesSent).toBeLessThan(JOB.length);
  });

  test('that is unplugged in the middle of the job leaves it unknown', async () => {
    await fakePrinter((socket) => {
      let taken = 0;
      socket.on('data', (chunk) => {
        taken += chunk.length;
        if (taken > 20_000) socket.resetAndDestroy();
      });
    });
    await plugIn();
    const outcome = await send({ profile: UNASKED, bytes: new Uint8Array(4_000_000).fill(0x55), timeouts: SOON });
    expect(outcome.kind).toBe('unknown');
  });

  test('that is unplugged behind the last byte, before it has answered, leaves it unknown', async () => {
    await fakePrinter((socket) => {
      const endsWithQuestion = questionListener();
      socket.on('data', (chunk) => {
        if (chunk[0] === 0x10) socket.write(Uint8Array.of(0x12));
        if (endsWithQuestion(chunk)) socket.resetAndDestroy();
      });
    });
    await plugIn();
    // The cable takes half a second to come off.
    expect(await send({ timeouts: { ...TIMEOUTS, replyMs: 1_500 } })).toEqual({
      kind: 'unknown',
      bytesSent: JOB.length,
    });
  });

  test('that says nothing: sent', async () => {
    const mute = await fakePrinter((socket, take) => socket.on('data', take));
    await plugIn();
    expect(await send({ profile: UNASKED, timeouts: SOON })).toEqual({ kind: 'sent' });
    expect(Buffer.from(mute.received()).equals(JOB)).toBe(true);
  });

  test('whose line holds the answer to an earlier job confirms nothing by it', async () => {
    await fakePrinter((socket, take) => {
      const endsWithQuestion = questionListener();
      socket.write(Uint8Array.of(0x00));
      socket.on('data', (chunk) => {
        take(chunk);
        if (endsWithQuestion(chunk)) socket.write(Uint8Array.of(0x00));
      });
    });
    await plugIn();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await send({ profile: UNASKED })).toEqual({
      kind: 'confirmed',
    });
  });

  test('that can only be written to, as on Windows: sent, and every byte arrives', async () => {
    const mute = await fakePrinter((socket, take) => socket.on('data', take));
    await plugIn();
    execFileSync('stty', ['-F', path, 'raw', '-echo']);
    const opened = await openForWriting(path);
    if (opened.kind === 'refused') throw new Error(opened.reason);
    const delivery = new Delivery({
      channel: opened.channel,
      profile: ASKED,
      timeouts: { ...TIMEOUTS, replyMs: 60_000 },
    });
    expect(await delivery.run({ bytes: JOB, afterBrokenJob: false })).toEqual({ kind: 'sent' });
    await expect.poll(() => Buffer.from(mute.received()).equals(JOB)).toBe(true);
  });
});

describe('what is no printer is refused, and nothing is written', () => {
  test('a regular file stays as it was', async () => {
    await writeFile(path, 'Sổ theo dõi hồ sơ');
    const before = await stat(path);
    expect(await send()).toEqual({ kind: 'refused', reason: 'not-a-device' });
    expect(await readFile(path, 'utf8')).toBe('Sổ theo dõi hồ sơ');
    expect((await stat(path)).mtimeMs).toBe(before.mtimeMs);
  });

  test('a missing device is not made', async () => {
    expect(await send()).toEqual({ kind: 'refused', reason: 'unreachable' });
    expect(existsSync(path)).toBe(false);
  });

  test('a folder', async () => {
    expect(await send({ address: { kind: 'device', path: folder } })).toEqual({
      kind: 'refused',
      reason: 'not-a-device',
    });
  });

  test('a pipe', async () => {
    execFileSync('mkfifo', [path]);
    expect(await send()).toEqual({ kind: 'refused', reason: 'not-a-device' });
  });

  test('a line that this user may not use', async () => {
    await virtualPrinter();
    await plugIn();
    const me = process.geteuid?.() ?? 0;
    // The folder is closed to everyone else.
    process.seteuid?.(65_534);
    try {
      const refused = { kind: 'refused', reason: 'no-access' };
      expect(await send()).toEqual(refused);
      expect(await askPrinter({ address: { kind: 'device', path }, profile: ASKED })).toEqual(refused);
    } finally {
      process.seteuid?.(me);
    }
  });

  test('a device that somebody else has', () => {
    expect(refusalOf(Object.assign(new Error('busy'), { code: 'EBUSY' }))).toEqual({ kind: 'refused', reason: 'busy' });
  });
});

test('a device that takes everything and has no answer: sent', async () => {
  expect(await send({ address: { kind: 'device', path: '/dev/null' }, timeouts: SOON })).toEqual({ kind: 'sent' });
});
