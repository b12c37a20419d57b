import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { printJob } from '../../printing/device/thermal-printer.ts';
import {
  askPrinter,
  type PrinterProfile,
  profileFor,
  sendToPrinter,
  type SendOutcome,
  type SendRequest,
} from '../../printing/send-to-printer.ts';
import {
  type PrintedSlip,
  startVirtualPrinter,
  type VirtualCondition,
  type VirtualPrinter,
} from '../../printing/virtual-printer.ts';
import { type FakePrinter, type Manners, questionListener, startFakePrinter } from './fake-printer.ts';

const TIMEOUTS = { connectMs: 5_000, statusMs: 3_000, stallMs: 8_000, replyMs: 5_000, lingerMs: 100 };
/** For a printer that will not say anything more behind the job. */
const NO_REPLY = { ...TIMEOUTS, replyMs: 300 };
/** For one that says nothing at all. */
const MUTE = { ...NO_REPLY, statusMs: 300 };
const ASKED = profileFor(80);
/** Tells of every change by itself, too. */
const TELLING: PrinterProfile = { ...ASKED, status: { ...ASKED.status, automatic: true } };
const ROWS = 1_000;
const PICTURE = { widthDots: 576, heightDots: ROWS, raster: new Uint8Array(72 * ROWS).fill(0x5a) };
const JOB = printJob(PICTURE, ASKED);

const slips: PrintedSlip[] = [];
const conditions: VirtualCondition[] = [];
let printer: VirtualPrinter | FakePrinter | undefined;
afterEach(async () => {
  slips.length = 0;
  conditions.length = 0;
  await printer?.close();
  printer = undefined;
});

async function virtualPrinter(condition: VirtualCondition = 'ready'): Promise<VirtualPrinter> {
  const started = await startVirtualPrinter({
    port: 0,
    onSlip: (slip) => slips.push(slip),
    onCondition: (now) => conditions.push(now),
  });
  printer = started;
  started.setCondition(condition);
  return started;
}

async function fakePrinter(behave: Manners): Promise<FakePrinter> {
  const started = await startFakePrinter(behave);
  printer = started;
  return started;
}

function send({ port }: { readonly port: number }, request: Partial<SendRequest> = {}): Promise<SendOutcome> {
  const address = { kind: 'tcp', host: '127.0.0.1', port } as const;
  return sendToPrinter({ address, profile: ASKED, bytes: JOB, timeouts: TIMEOUTS, ...request });
}

function ask({ port }: { readonly port: number }, timeouts = TIMEOUTS): ReturnType<typeof askPrinter> {
  return askPrinter({ address: { kind: 'tcp', host: '127.0.0.1', port }, profile: ASKED, timeouts });
}

/** Four bytes of automatic status for each. */
const TOLD = {
  ready: [0x10, 0x00, 0x00, 0x0f],
  'paper-out': [0x18, 0x00, 0x0c, 0x0f],
  'cover-open': [0x38, 0x00, 0x00, 0x0f],
  offline: [0x18, 0x00, 0x00, 0x0f],
  error: [0x18, 0x08, 0x00, 0x0f],
};

/** Ready when it is asked first; at the first bytes of the job it says `told`, and then nothing more. */
function tellingPrinter(...told: readonly (readonly number[])[]): Promise<FakePrinter> {
  return fakePrinter((socket, take) => {
    let hasTold = false;
    socket.on('data', (chunk) => {
      take(chunk);
      if (chunk[0] === 0x10) {
        if (!hasTold) socket.write(Uint8Array.of(0x12));
        return;
      }
      if (!hasTold) socket.write(Uint8Array.from(told.flat()));
      hasTold = true;
    });
  });
}

/** A test that waits for this has the test's own time. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(5);
}

describe.each(['paper-out', 'cover-open', 'offline', 'error'] as const)('a printer with %s', (condition) => {
  test('asked before is not ready: no byte of the job leaves, and none comes out later', async () => {
    const virtual = await virtualPrinter(condition);
    expect(await send(virtual, { afterBrokenJob: true })).toEqual({ kind: 'not-ready', reason: condition });
    expect(await ask(virtual)).toEqual({ kind: 'not-ready', reason: condition });
    virtual.setCondition('ready');
    expect(await send(virtual)).toEqual({ kind: 'confirmed' });
    expect(slips).toHaveLength(1);
  });

  test('since the middle of the job leaves it unknown, with the reason it told', async () => {
    const fake = await tellingPrinter(TOLD[condition]);
    const outcome = await send(fake, { profile: TELLING, timeouts: { ...MUTE, statusMs: 500 } });
    expect(outcome).toEqual({ kind: 'unknown', bytesSent: JOB.length, reason: condition });
  });
});

describe('a printer that is asked how it is', () => {
  test.each([
    ['ready', { kind: 'ready', paperLow: false }],
    ['paper-low', { kind: 'ready', paperLow: true }],
  ] as const)('%s', async (condition, said) => {
    const virtual = await virtualPrinter(condition);
    expect(await ask(virtual)).toEqual(said);
    expect(await send(virtual)).toEqual({ kind: 'confirmed' });
  });

  test('says nothing: silent, and a job is carried on with', async () => {
    const mute = await fakePrinter((socket, take) => socket.on('data', take));
    expect(await ask(mute, MUTE)).toEqual({ kind: 'silent' });
    expect(await send(mute, { timeouts: MUTE })).toEqual({ kind: 'sent' });
    const question = [0x10, 0x04, 0x01];
    expect(Buffer.from(mute.received()).equals(Buffer.from([...question, 0x1d, 0x72, 0x01, ...question, ...JOB]))).toBe(
      true,
    );
  });

  test('says nothing at any time, but answers in its turn', async () => {
    const inTurn = await fakePrinter((socket) => {
      socket.on('data', (chunk) => chunk.includes(0x72) && socket.write(Uint8Array.of(0x03)));
    });
    expect(await ask(inTurn, { ...MUTE, statusMs: 500 })).toEqual({ kind: 'ready', paperLow: true });
  });

  test('answers the first question only: what it said counts, and the job is carried on with', async () => {
    const terse = await fakePrinter((socket, take) => {
      const endsWithQuestion = questionListener();
      socket.on('data', (chunk) => {
        take(chunk);
        if (chunk[0] === 0x10 && chunk[2] === 1) socket.write(Uint8Array.of(0x12));
        if (endsWithQuestion(chunk)) socket.write(Uint8Array.of(0x00));
      });
    });
    expect(await send(terse, { timeouts: { ...TIMEOUTS, statusMs: 500 } })).toEqual({ kind: 'confirmed' });
  });

  test('says something else between: that is no answer', async () => {
    const confused = await fakePrinter((socket) => {
      // As if to GS r: the paper has ended. Then flow control, and a state of its own accord.
      socket.on('data', () => socket.write(Uint8Array.from([0x0c, 0x13, ...TOLD.error, 0x12])));
    });
    expect(await ask(confused)).toEqual({ kind: 'ready', paperLow: false });
  });

  test('hangs up at once: nothing was accepted', async () => {
    const full = await fakePrinter((socket) => socket.end());
    expect(await ask(full)).toEqual({ kind: 'refused', reason: 'unreachable' });
    expect(await send(full)).toEqual({ kind: 'refused', reason: 'unreachable' });
  });

  test('is not there', async () => {
    const gone = await startFakePrinter(() => undefined);
    await gone.close();
    expect(await ask(gone)).toEqual({ kind: 'refused', reason: 'unreachable' });
  });

  test('resets the connection while what a broken job left is ended: nothing of the job was accepted', async () => {
    const outcome = await send(
      await fakePrinter((socket) => {
        socket.on('data', (chunk) =>
          chunk[0] === 0x10 ? socket.write(Uint8Array.of(0x12)) : socket.resetAndDestroy(),
        );
      }),
      { afterBrokenJob: true, profile: { ...ASKED, bandHeight: 200_000 } },
    );
    expect(outcome).toEqual({ kind: 'refused', reason: 'unreachable' });
  });
});

describe('paper that ends in the middle of a job', () => {
  test.each([
    ['that tells of it', TELLING],
    ['that is asked afterwards', ASKED],
  ])('of a printer %s: unknown, and the rest comes out with the new roll', async (_name, profile) => {
    const virtual = await virtualPrinter();
    virtual.endPaperAfter(500);
    expect(await send(virtual, { profile, timeouts: NO_REPLY })).toEqual({
      kind: 'unknown',
      bytesSent: JOB.length,
      reason: 'paper-out',
    });
    expect(slips).toHaveLength(0);
    virtual.setCondition('ready');
    await until(() => slips.length === 1);
    expect(Buffer.from(slips[0]?.raster ?? []).equals(PICTURE.raster)).toBe(true);
  });

  test('and is renewed while the answer is waited for: still unknown, for the slip is in two pieces', async () => {
    const virtual = await virtualPrinter();
    virtual.endPaperAfter(500);
    const outcome = send(virtual, { profile: TELLING });
    await until(() => conditions.includes('paper-out'));
    virtual.setCondition('ready');
    expect(await outcome).toEqual({ kind: 'unknown', bytesSent: JOB.length, reason: 'paper-out' });
    await until(() => slips.length === 1);
  });

  test('of a printer that takes nothing more: unknown, with the reason it told', async () => {
    const fake = await fakePrinter((socket, take) => {
      socket.on('data', (chunk) => {
        take(chunk);
        if (chunk[0] === 0x10) socket.write(Uint8Array.of(0x12));
        else {
          socket.pause();
          socket.write(Uint8Array.of(0x18, 0x00, 0x0c, 0x0f));
        }
      });
    });
    const outcome = await send(fake, {
      profile: TELLING,
      bytes: new Uint8Array(48_000_000),
      timeouts: { ...TIMEOUTS, stallMs: 400 },
    });
    expect(outcome).toMatchObject({ kind: 'unknown', reason: 'paper-out' });
  });
});

describe('after the last byte', () => {
  test('a printer that was offline for a while and answers in the end confirms', async () => {
    const fake = await tellingPrinter(TOLD.offline, TOLD.ready);
    expect(await send(fake, { profile: TELLING, timeouts: { ...MUTE, statusMs: 500 } })).toEqual({ kind: 'sent' });
    await fake.close();
    const answering = await fakePrinter((socket) => {
      const endsWithQuestion = questionListener();
      socket.on('data', (chunk) => {
        if (chunk[0] === 0x10) socket.write(Uint8Array.of(0x12));
        if (endsWithQuestion(chunk)) socket.write(Uint8Array.from([...TOLD.offline, ...TOLD.ready, 0x00]));
      });
    });
    expect(await send(answering, { profile: TELLING })).toEqual({ kind: 'confirmed' });
  });

  test.each([
    ['and it is there when asked once more', [0x12, 0x12, 0x12], { kind: 'sent' }],
    ['and when asked once more', [0x1a, 0x32, 0x72], { kind: 'unknown', bytesSent: JOB.length, reason: 'paper-out' }],
  ] as const)('an answer that says the paper has ended %s', async (_name, answers, expected) => {
    const fake = await fakePrinter((socket) => {
      const endsWithQuestion = questionListener();
      let said = [0x12, 0x12, 0x12];
      socket.on('data', (chunk) => {
        if (chunk[0] === 0x10) socket.write(Uint8Array.of(said.shift() ?? 0x12));
        else if (endsWithQuestion(chunk)) {
          said = [...answers];
          socket.write(Uint8Array.of(0x0c));
        }
      });
    });
    expect(await send(fake)).toEqual(expected);
  });

  test('a printer that never answers in its turn is asked at the end whether it prints', async () => {
    const unanswering = { ...ASKED, status: { realTime: true, automatic: false, afterJob: false } };
    const bytes = printJob(PICTURE, unanswering);
    const virtual = await virtualPrinter();
    expect(await send(virtual, { bytes, profile: unanswering, timeouts: NO_REPLY })).toEqual({ kind: 'sent' });
    expect(slips).toHaveLength(1);
    virtual.endPaperAfter(10);
    expect(await send(virtual, { bytes, profile: unanswering, timeouts: NO_REPLY })).toMatchObject({
      kind: 'unknown',
      reason: 'paper-out',
    });
  });

  test('a printer that was asked to tell of itself is asked to be quiet again', async () => {
    const heard: number[] = [];
    const fake = await fakePrinter((socket) => {
      const endsWithQuestion = questionListener();
      socket.on('data', (chunk) => {
        heard.push(...chunk);
        if (chunk[0] === 0x10) socket.write(Uint8Array.of(0x12));
        if (endsWithQuestion(chunk)) socket.write(Uint8Array.of(0x00));
      });
    });
    expect(await send(fake, { profile: TELLING })).toEqual({ kind: 'confirmed' });
    const questions = [0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4];
    await expect.poll(() => heard.length).toBe(questions.length + 3 + JOB.length + 3);
    expect(heard.slice(questions.length, questions.length + 3)).toEqual([0x1d, 0x61, 0x0e]);
    expect(heard.slice(-3)).toEqual([0x1d, 0x61, 0x00]);
  });

  test('a printer that hangs up without an answer: sent', async () => {
    const fake = await fakePrinter((socket) => {
      const endsWithQuestion = questionListener();
      socket.on('data', (chunk) => {
        if (chunk[0] === 0x10) socket.write(Uint8Array.of(0x12));
        if (endsWithQuestion(chunk)) socket.end();
      });
    });
    // At once: nothing is waited for that cannot come.
    expect(await send(fake, { timeouts: { ...TIMEOUTS, replyMs: 60_000 } })).toEqual({ kind: 'sent' });
  });
});
