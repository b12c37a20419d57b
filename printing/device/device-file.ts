import { execFile } from 'node:child_process';
import { constants, type FileHandle, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isatty } from 'node:tty';
import { promisify } from 'node:util';
import {
  type ChannelListener,
  codeOf,
  type OpenedChannel,
  type PrinterChannel,
  type Refused,
  refused,
  type RefusedReason,
} from './printer-channel.ts';

type DeviceAddress = { readonly path: string; readonly baudRate?: number };

/** Never waits for the device, never makes a file, never makes a terminal of it that could send us signals. */
const FLAGS = constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY;
const FIRST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 16;
/** Between looks for something the printer said. */
const POLL_MS = 16;
const READ_BYTES = 256;
/** A serial line may take this long to give up what it was still sending. */
const CLOSE_MS = 1_000;

/**
 * Opens a printer at a USB or serial device file. Only a character device is written to: anything else, above all a
 * regular file, is refused as it was. Never rejects.
 */
export async function openDevice({ path, baudRate }: DeviceAddress, openMs: number): Promise<OpenedChannel> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, FLAGS);
    if (!(await handle.stat()).isCharacterDevice()) {
      await handle.close();
      return refused('not-a-device');
    }
    if (isatty(handle.fd)) await makeRaw({ path, ...(baudRate === undefined ? {} : { baudRate }) }, openMs);
    await dropStaleAnswers(handle);
    return { kind: 'open', channel: new DeviceChannel(handle) };
  } catch (error) {
    // Why it cannot be closed either is no news.
    await handle?.close().catch(() => undefined);
    return refusalOf(error);
  }
}

/**
 * Bytes go through a terminal line unchanged, at the speed it has or is given, stopped only by the printer's own XOFF.
 * The line keeps its signals when it is closed, which some printers take for a reset.
 */
async function makeRaw({ path, baudRate }: DeviceAddress, timeout: number): Promise<void> {
  const speed = baudRate === undefined ? [] : [String(baudRate)];
  await promisify(execFile)('stty', ['-F', path, ...speed, 'raw', '-echo', 'ixon', 'clocal', '-hupcl'], { timeout });
}

/** What an error of opening, or of setting the line, means for the job. */
export function refusalOf(error: unknown): Refused {
  return refused(OPEN_REASONS[codeOf(error) ?? ''] ?? (isTimedOut(error) ? 'timed-out' : 'unreachable'));
}

const OPEN_REASONS: { readonly [code: string]: RefusedReason | undefined } = {
  EACCES: 'no-access',
  EPERM: 'no-access',
  EROFS: 'no-access',
  EBUSY: 'busy',
  EISDIR: 'not-a-device',
};

function isTimedOut(error: unknown): boolean {
  return error instanceof Error && 'killed' in error && error.killed === true;
}

/** Writes all of it, waiting while the device takes nothing more; rejects when it is gone, or was given up by us. */
export async function writeWhole(handle: FileHandle, bytes: Uint8Array, isGivenUp: () => boolean): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  for (let at = 0; at < bytes.length;) {
    if (isGivenUp()) throw new Error('the device was given up while it was written to');
    const taken = await writeSome(handle, bytes.subarray(at));
    at += taken;
    if (taken > 0) pauseMs = FIRST_PAUSE_MS;
    else {
      await sleep(pauseMs);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }
  }
}

async function writeSome(handle: FileHandle, bytes: Uint8Array): Promise<number> {
  try {
    return (await handle.write(bytes)).bytesWritten;
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return 0;
    throw error;
  }
}

/** What is there now. Nothing at all is no end, neither for a USB printer nor for a line that was made raw. */
async function readSome(handle: FileHandle): Promise<Uint8Array> {
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(READ_BYTES), 0, READ_BYTES, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (codeOf(error) === 'EAGAIN') return new Uint8Array();
    throw error;
  }
}

/** What lies there before anything was asked answers a question of an earlier job. */
async function dropStaleAnswers(handle: FileHandle): Promise<void> {
  try {
    // At most what a line can hold: a printer that never stops talking must not hold up the job.
    for (let held = 0; held < 4_096; held += READ_BYTES) if ((await readSome(handle)).length === 0) return;
  } catch (error) {
    if (isGone(error)) throw error;
  }
}

class DeviceChannel implements PrinterChannel {
  readonly isWriteOnly = false;
  /** A few seconds of a slow serial line. */
  readonly chunkBytes = 4_096;
  readonly #handle: FileHandle;
  #isClosed = false;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  listen(listener: ChannelListener): void {
    this.#poll(listener).catch((error: unknown) => {
      // A printer that cannot be read from still prints. One that is gone does not.
      if (!this.#isClosed && isGone(error)) listener.closed(true);
    });
  }

  write(bytes: Uint8Array): Promise<void> {
    return writeWhole(this.#handle, bytes, () => this.#isClosed);
  }

  async endWriting(): Promise<void> {
    // A device has no such thing.
  }

  /** A device has one user at a time: the next job waits for the closing, not for the printer. */
  async release(): Promise<void> {
    await this.cutOff();
  }

  async cutOff(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const inTime = new AbortController();
    const limit = sleep(CLOSE_MS, undefined, { ref: false, signal: inTime.signal });
    // Neither a device that fails at its closing nor the end of the wait is news.
    await Promise.race([this.#handle.close(), limit]).catch(() => undefined);
    inTime.abort();
    await limit.catch(() => undefined);
  }

  async #poll(listener: ChannelListener): Promise<void> {
    while (!this.#isClosed) {
      const heard = await readSome(this.#handle);
      if (this.#isClosed) return;
      if (heard.length > 0) listener.heard(heard);
      else await sleep(POLL_MS);
    }
  }
}

function isGone(error: unknown): boolean {
  return ['EIO', 'ENODEV', 'ENXIO', 'ESHUTDOWN'].includes(codeOf(error) ?? '');
}
