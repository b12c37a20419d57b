import { constants, type FileHandle, open } from 'node:fs/promises';
import { windowsName } from './device-path.ts';
import { refusalOf, writeWhole } from './device-file.ts';
import type { ChannelListener, OpenedChannel, PrinterChannel } from './printer-channel.ts';

/**
 * Opens a printer that Windows shares, or a port of it, for writing only: Windows has no reading there that could be
 * given up, so a job can at best be `sent`. Never ran on Windows. Never rejects.
 */
export async function openForWriting(path: string): Promise<OpenedChannel> {
  const name = windowsName(path);
  // A share wants the file made that becomes the print job; a port is there or not.
  const flags = name === path ? 'w' : constants.O_WRONLY;
  try {
    return { kind: 'open', channel: new WriteOnlyChannel(await open(name, flags)) };
  } catch (error) {
    return refusalOf(error);
  }
}

class WriteOnlyChannel implements PrinterChannel {
  readonly isWriteOnly = true;
  readonly chunkBytes = 4_096;
  readonly #handle: FileHandle;
  #isClosed = false;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  listen(_listener: ChannelListener): void {
    // Nothing is ever heard.
  }

  write(bytes: Uint8Array): Promise<void> {
    return writeWhole(this.#handle, bytes, () => this.#isClosed);
  }

  /** The spooler takes the job when its file is closed. */
  async endWriting(): Promise<void> {
    this.#isClosed = true;
    await this.#handle.close();
  }

  async release(): Promise<void> {
    await this.cutOff();
  }

  async cutOff(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // A write that hangs would hang the closing, too: not waited for.
    this.#handle.close().catch(() => undefined);
  }
}
