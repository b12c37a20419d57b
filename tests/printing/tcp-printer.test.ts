import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { profileFor } from '../../printing/slip-artifact.ts';
import { sendToPrinter, type SendOutcome, type SendRequest } from '../../printing/tcp-printer.ts';
import { type FakePrinter, startFakePrinter } from './fake-printer.ts';

const QUESTION = Uint8Array.of(0x1d, 0x72, 0x01);
const PAPER_IS_THERE = Uint8Array.of(0x00);
const AUTOMATIC_STATUS = Uint8Array.of(0x14, 0x00, 0x00, 0x0f);
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

async function send(
  behave: (socket: Socket, take: (chunk: Uint8Array) => number) => void,
  request: Partial<SendRequest> = {},
): Promise<SendOutcome> {
  printer = await startFakePrinter(behave);
  return sendToPrinter({
    host: '127.0.0.1',
    port: printer.port,
    bytes: job(),
    ...request,
    timeouts: { connectMs: 2_000, stallMs: 300, replyMs: 300, lingerMs: 100, ...request.timeouts },
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
    const profile = profileFor(80);
    const prelude = 9_216 + 3;
    const outcome = await send(
      (socket, take) => {
        socket.on('data', (chunk) => {
          if (take(chunk) === prelude + job().length) socket.end(PAPER_IS_THERE);
        });
      },
      { afterBrokenJob: profile },
    );
    expect(outcome).toEqual({ kind: 'confirmed' });
    const received = printer?.received() ?? new Uint8Array();
    expect(received.subarray(0, 9_216).every((byte) => byte === 0)).toBe(true);
    expect([...received.subarray(9_216, prelude)]).toEqual([0x1b, 0x40, 0x0a]);
    expect(received.slice(prelude)).toEqual(job());
  });
});

describe('a printer that accepts nothing', () => {
  test('a closed port is refused: the job may be sent again', async () => {
    const gone = await startFakePrinter(() => undefined);
    await gone.close();
    const outcome = await sendToPrinter({ host: '127.0.0.1', port: gone.port, bytes: job() });
    expect(outcome).toEqual({ kind: 'refused', reason: 'unreachable' });
  });

  test('a host that does not exist is refused', async () => {
    const outcome = await sendToPrinter({ host: 'printer.invalid', port: 9100, bytes: job() });
    expect(outcome).toEqual({ kind: 'refused', reason: 'unreachable' });
  });

  test('an address where nobody answers is refused', async () => {
    const outcome = await sendToPrinter({
      host: '192.0.2.1',
      port: 9100,
      bytes: job(),
      timeouts: { connectMs: 100 },
    });
    expect(outcome.kind).toBe('refused');
  });
});

describe('a printer that breaks off after the first byte is never refused and never confirmed', () => {
  test('one that never reads a long job: unknown, with less than all of it sent', async () => {
    const outcome = await send((socket) => socket.pause(), { bytes: job(ENDLESS_BYTES) });
    expect(outcome.kind).toBe('unknown');
    if (outcome.kind !== 'unknown') return;
    expect(outcome.bytesSent).toBeGreaterThan(0);
    expect(outcome.bytesSent).toBeLessThan(ENDLESS_BYTES);
  });

  test('one that never reads a short job: the network took it, nothing is confirmed', async () => {
    const outcome = await send((socket) => socket.pause());
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
      { bytes: job(ENDLESS_BYTES) },
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
      { bytes, afterBrokenJob: profileFor(80) },
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
    const outcome = await send((socket, take) => socket.on('data', take));
    expect(outcome).toEqual({ kind: 'sent' });
  });

  test('status nobody asked for confirms nothing', async () => {
    const outcome = await send((socket, take) => {
      socket.write(AUTOMATIC_STATUS);
      // Real-time status and flow control, too.
      socket.on('data', (chunk) => {
        take(chunk);
        socket.write(Buffer.concat([AUTOMATIC_STATUS, Uint8Array.of(0x12, 0x11, 0x13)]));
      });
    });
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
