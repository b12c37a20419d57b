import { execFile } from 'node:child_process';
import type { Socket } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { profileFor, sendToPrinter, type SendOutcome, type SendRequest } from '../../printing/send-to-printer.ts';
import { startBlackHole } from './black-hole.ts';
import { type FakePrinter, type Manners, startFakePrinter } from './fake-printer.ts';

const QUESTION = Uint8Array.of(0x1d, 0x72, 0x01);
const PAPER_IS_THERE = Uint8Array.of(0x00);
const AUTOMATIC_STATUS = Uint8Array.of(0x14, 0x00, 0x00, 0x0f);
/** Only the question behind the job is put to it: how it is asked before, `printer-state.device.test.ts` tells. */
const PROFILE = { ...profileFor(80), status: { realTime: false, automatic: false, afterJob: true } };
/** More than any socket buffer takes, so that the sender has to wait for the printer. */
const ENDLESS_BYTES = 48_000_000;

let printer: FakePrinter | undefined;
afterEach(async () => {
  await printer?.close();
  printer = undefined;
});

function job(length = 80_000): Uint8Array {
  const bytes = new Uint8Array(length).fill(0x55);
  bytes.set(QUESTION, length - QUESTION.length);
  return bytes;
}

/** For a printer of which nothing more is to be expected. */
const SOON = { stallMs: 300, replyMs: 300 };

type Given = Pick<Partial<SendRequest>, 'bytes' | 'afterBrokenJob' | 'timeouts' | 'profile'> & {
  readonly host?: string;
};

async function send(behave: Manners, { host = '127.0.0.1', ...request }: Given = {}): Promise<SendOutcome> {
  printer = await startFakePrinter(behave, host === 'localhost' ? '127.0.0.1' : host);
  return sendToPrinter({
    address: { kind: 'tcp', host, port: printer.port },
    profile: PROFILE,
    bytes: job(),
    ...request,
    timeouts: { connectMs: 5_000, stallMs: 8_000, replyMs: 5_000, lingerMs: 100, ...request.timeouts },
  });
}

describe('a printer that works', () => {
  test('an answer to the question behind the last byte confirms the job', async () => {
    const outcome = await send((socket, take) => {
      socket.on('data', (chunk) => {
        if (take(chunk) === job().length) socket.end(PAPER_IS_THERE);
      });
    });
    expect(outcome).toEqual({ kind: 'confirmed' });
    expect(printer?.received()).toEqual(job());
  });

  test('an answer that comes only after the sender has nothing more to say still confirms', async () => {
    const outcome = await send((socket, take) => {
      socket.on('data', take);
      socket.on('end', () => socket.end(PAPER_IS_THERE));
    });
    expect(outcome).toEqual({ kind: 'confirmed' });
  });

  test('a slow printer that chatters about its state loses no byte and is confirmed in the end', async () => {
    const bytes = job(600_000);
    const outcome = await send(
      (socket, take) => {
        socket.on('data', (chunk) => {
          socket.pause();
          const total = take(chunk);
          socket.write(AUTOMATIC_STATUS, () => socket.resume());
          if (total === bytes.length) socket.end(PAPER_IS_THERE);
        });
      },
      { bytes },
    );
    expect(outcome).toEqual({ kind: 'confirmed' });
    expect(printer?.received()).toEqual(bytes);
  });

  test('what a broken job may have left open is filled before the next job', async () => {
    const prelude = 9_216 + 3;
    const outcome = await send(
      (socket, take) => {
        socket.on('data', (chunk) => {
          if (take(chunk) === prelude + job().length) socket.end(PAPER_IS_THERE);
        });
      },
      { afterBrokenJob: true },
    );
    expect(outcome).toEqual({ kind: 'confirmed' });
    const received = printer?.received() ?? new Uint8Array();
    expect(received.subarray(0, 9_216).every((byte) => byte === 0)).toBe(true);
    expect([...received.subarray(9_216, prelude)]).toEqual([0x1b, 0x40, 0x0a]);
    expect(received.slice(prelude)).toEqual(job());
  });
});

describe('a printer that takes no NUL for white rows', () => {
  test('is only started afresh after a broken job', async () => {
    const outcome = await send(
      (socket, take) => {
        socket.on('data', (chunk) => {
          if (take(chunk) === 3 + job().length) socket.end(PAPER_IS_THERE);
        });
      },
      { afterBrokenJob: true, profile: { ...PROFILE, flushesByNul: false } },
    );
    expect(outcome).toEqual({ kind: 'confirmed' });
    expect(printer?.received().slice(0, 3)).toEqual(Uint8Array.of(0x1b, 0x40, 0x0a));
  });
});

describe('the address of a network printer', () => {
  test.each(['127.0.0.1', '::1', 'localhost'])('may be %s', async (host) => {
    const outcome = await send(
      (socket, take) => {
        socket.on('data', take);
        socket.on('end', () => socket.end(PAPER_IS_THERE));
      },
      { host },
    );
    expect(outcome).toEqual({ kind: 'confirmed' });
    expect(printer?.received()).toEqual(job());
  });
});

describe('a printer that accepts nothing', () => {
  const sendTo = (host: string, port: number) =>
    sendToPrinter({
      address: { kind: 'tcp', host, port },
      profile: PROFILE,
      bytes: job(),
      timeouts: { connectMs: 200 },
    });

  test('a closed port is refused: the job may be sent again', async () => {
    const gone = await startFakePrinter(() => undefined);
    await gone.close();
    expect(await sendTo('127.0.0.1', gone.port)).toEqual({ kind: 'refused', reason: 'unreachable' });
  });

  test('a host that does not exist is refused', async () => {
    expect(await sendTo('printer.invalid', 9100)).toMatchObject({ kind: 'refused' });
  });

  test('an address where nobody answers is refused', async () => {
    expect(await sendTo('192.0.2.1', 9100)).toMatchObject({ kind: 'refused' });
  });

  test('one that lets nobody in is given up after the time for the connection', async () => {
    const hole = await startBlackHole();
    try {
      expect(await sendTo('127.0.0.1', hole.port)).toEqual({ kind: 'refused', reason: 'timed-out' });
    } finally {
      await hole.close();
    }
  });
});

describe('a printer that breaks off after the first byte is never refused and never confirmed', () => {
  test('one that never reads a long job: unknown, with less than all of it sent', async () => {
    const outcome = await send((socket) => socket.pause(), { bytes: job(ENDLESS_BYTES), timeouts: SOON });
    expect(outcome.kind).toBe('unknown');
    if (outcome.kind !== 'unknown') return;
    expect(outcome.bytesSent).toBeGreaterThan(0);
    expect(outcome.bytesSent).toBeLessThan(ENDLESS_BYTES);
  });

  test('one that never reads a short job: the network took it, nothing is confirmed', async () => {
    const outcome = await send((socket) => socket.pause(), { timeouts: SOON });
    expect(outcome).toEqual({ kind: 'sent' });
  });

  test('one that hangs up in the middle (FIN) and reads no more', async () => {
    const outcome = await send(
      (socket, take) => {
        socket.once('data', (chunk) => {
          take(chunk);
          socket.pause();
          socket.end();
        });
      },
      { bytes: job(ENDLESS_BYTES), timeouts: SOON },
    );
    expect(outcome.kind).toBe('unknown');
  });

  test('one that hangs up in the middle (FIN) although it takes the rest; only bytes of the job are counted', async () => {
    const bytes = job(ENDLESS_BYTES);
    const outcome = await send(
      (socket, take) => {
        socket.once('data', () => socket.end());
        socket.on('data', (chunk) => chunk.length > 0 && take(chunk.subarray(0, 1)));
      },
      { bytes, afterBrokenJob: true },
    );
    expect(outcome).toEqual({ kind: 'unknown', bytesSent: ENDLESS_BYTES });
  });

  test('one that resets the connection in the middle (RST)', async () => {
    const outcome = await send(
      (socket) => {
        socket.once('data', () => socket.resetAndDestroy());
      },
      { bytes: job(ENDLESS_BYTES) },
    );
    expect(outcome.kind).toBe('unknown');
  });

  test('one that resets the connection instead of answering', async () => {
    const outcome = await send((socket, take) => {
      socket.on('data', (chunk) => {
        if (take(chunk) === job().length) socket.resetAndDestroy();
      });
    });
    expect(outcome.kind).toBe('unknown');
  });
});

test('a job of which all is taken and nothing answered holds neither the process nor, after a while, the socket', async () => {
  printer = await startFakePrinter((socket, take) => socket.on('data', take));
  const door = new URL('../../printing/send-to-printer.ts', import.meta.url).href;
  const script = `
    const { sendToPrinter, profileFor } = await import(${JSON.stringify(door)});
    const address = { kind: 'tcp', host: '127.0.0.1', port: ${printer.port} };
    const timeouts = { statusMs: 50, replyMs: 50, lingerMs: 60_000 };
    const { kind } = await sendToPrinter({ address, profile: profileFor(80), bytes: new Uint8Array(9), timeouts });
    console.log(kind);`;
  // It ends by itself, or the time for this test does.
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  expect(stdout).toBe('sent\n');
});

test('a printer that is still at work when it is given up waiting for gets every byte, and may go on chattering', async () => {
  let atWork: Socket | undefined;
  const outcome = await send(
    (socket, take) => {
      atWork = socket;
      socket.pause();
      socket.on('data', (chunk) => {
        take(chunk);
        socket.write(AUTOMATIC_STATUS);
      });
    },
    { timeouts: { ...SOON, lingerMs: 5_000 } },
  );
  expect(outcome).toEqual({ kind: 'sent' });
  await new Promise<void>((resolve) => atWork?.write(AUTOMATIC_STATUS, () => resolve()));
  await new Promise((resolve) => setTimeout(resolve, 50));
  atWork?.resume();
  await expect.poll(() => printer?.received().length).toBe(job().length);
});

test('the socket of a printer that never closes its side is given up after the time for it', async () => {
  let isClosed = false;
  const outcome = await send(
    (socket, take) => {
      socket.on('data', take);
      // What it says when nobody listens any more is answered by a reset.
      const talk = setInterval(() => socket.write(AUTOMATIC_STATUS), 20);
      socket.on('close', () => {
        clearInterval(talk);
        isClosed = true;
      });
    },
    { timeouts: SOON },
  );
  expect(outcome).toEqual({ kind: 'sent' });
  await expect.poll(() => isClosed).toBe(true);
});

describe('a printer that says nothing that could be trusted', () => {
  test('one that takes everything and closes: sent, not confirmed', async () => {
    const outcome = await send((socket, take) => {
      socket.on('data', take);
      socket.on('end', () => socket.end());
    });
    expect(outcome).toEqual({ kind: 'sent' });
    expect(printer?.received()).toEqual(job());
  });

  test('one that takes everything and stays silent: sent after the time for an answer', async () => {
    const outcome = await send((socket, take) => socket.on('data', take), { timeouts: SOON });
    expect(outcome).toEqual({ kind: 'sent' });
  });

  test('status nobody asked for confirms nothing', async () => {
    const outcome = await send(
      (socket, take) => {
        socket.write(AUTOMATIC_STATUS);
        // Real-time status and flow control, too.
        socket.on('data', (chunk) => {
          take(chunk);
          socket.write(Buffer.concat([AUTOMATIC_STATUS, Uint8Array.of(0x12, 0x11, 0x13)]));
        });
      },
      { timeouts: SOON },
    );
    expect(outcome).toEqual({ kind: 'sent' });
    expect(printer?.received()).toEqual(job());
  });

  test('a byte that looks like the answer before the question spoils every later one', async () => {
    const bytes = job(ENDLESS_BYTES / 4);
    const outcome = await send(
      (socket, take) => {
        socket.write(PAPER_IS_THERE);
        socket.on('data', (chunk) => {
          if (take(chunk) === bytes.length) socket.end(PAPER_IS_THERE);
        });
      },
      { bytes },
    );
    expect(outcome).toEqual({ kind: 'sent' });
  });

  test('an answer that says the paper has run out confirms nothing', async () => {
    const outcome = await send((socket, take) => {
      socket.on('data', (chunk) => {
        if (take(chunk) === job().length) socket.end(Uint8Array.of(0x0c));
      });
    });
    expect(outcome).toEqual({ kind: 'sent' });
  });

  test('a job that asks no question cannot be confirmed', async () => {
    const bytes = new Uint8Array(5_000).fill(0x55);
    const outcome = await send(
      (socket, take) => {
        socket.on('data', (chunk) => {
          if (take(chunk) === bytes.length) socket.end(PAPER_IS_THERE);
        });
      },
      { bytes },
    );
    expect(outcome).toEqual({ kind: 'sent' });
  });
});
