import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';

/** A cable with a scanner at its other end, as two ends of a terminal that the system makes. */
export class Cable {
  readonly counterEnd: string;
  readonly #scannerEnd: string;
  #socat: ChildProcess | undefined;

  constructor(folder: string) {
    this.counterEnd = path.join(folder, 'counter');
    this.#scannerEnd = path.join(folder, 'scanner');
  }

  async plugIn(): Promise<void> {
    const ends = [this.counterEnd, this.#scannerEnd].map((link) => `pty,raw,echo=0,link=${link}`);
    this.#socat = spawn('socat', ends, { stdio: 'ignore' });
    await expect.poll(() => existsSync(this.counterEnd) && existsSync(this.#scannerEnd)).toBe(true);
  }

  async unplug(): Promise<void> {
    const socat = this.#socat;
    if (!socat || socat.exitCode !== null) return;
    const ended = new Promise((resolve) => socat.once('exit', resolve));
    socat.kill();
    await ended;
  }

  /** In pieces, as a slow line brings them. */
  async send(...pieces: readonly (string | Uint8Array)[]): Promise<void> {
    const end = await open(this.#scannerEnd, 'w');
    for (const piece of pieces) {
      await end.write(Buffer.from(piece));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await end.close();
  }
}
