import path from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import Database from 'better-sqlite3';
import { afterAll, beforeAll } from 'vitest';
import type { CommandName, Input, Output } from '../../electron/contract/commands.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import { CounterWindow } from '../../scripts/drive/counter-window.ts';
import { UNIT } from './counter-start.ts';
import { type CounterApp, launchCounter } from './electron-app.ts';
import { Hands } from './hands.ts';

/** What was kept of one thing that happened. */
export type Fact = { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> };

type Opened = {
  readonly folder: string;
  readonly printer: VirtualPrinter;
  readonly counter: CounterApp;
  readonly screen: CounterWindow;
  readonly hands: Hands;
};

/** One counter for all the tests of a file: set up, its first clerk signed in, its printer ready. */
export class Desk {
  #opened: Opened | undefined;

  /** To be called where the tests of the file are told. */
  static forThisFile(): Desk {
    const desk = new Desk();
    beforeAll(() => desk.#open());
    afterAll(() => desk.#close());
    return desk;
  }

  get counter(): CounterApp {
    return this.#get().counter;
  }

  get screen(): CounterWindow {
    return this.#get().screen;
  }

  get hands(): Hands {
    return this.#get().hands;
  }

  /** What the core answers, whatever stands on the screen. */
  async ask<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>> {
    const envelope = await this.screen.page.evaluate(([command, given]) => window.counter?.call(command, given), [
      name,
      input,
    ] as const);
    if (!envelope?.ok) throw new Error(`the core did not answer ${name}`);
    // The contract's own answer, by way of the window's bridge.
    return envelope.output as Output<N>;
  }

  /** All that happened to dossiers, as the file has it, the last one last. */
  facts(): readonly Fact[] {
    const db = new Database(path.join(this.#get().folder, 'data', 'counter', 'counter.db'), { readonly: true });
    try {
      return db
        .prepare<[], string>(
          `SELECT doc ->> '$.event' FROM event WHERE doc ->> '$.event.dossierId' LIKE '${UNIT.unitCode}%' ORDER BY seq`,
        )
        .pluck()
        .all()
        .map((text) => JSON.parse(text) as Fact);
    } finally {
      db.close();
    }
  }

  #get(): Opened {
    if (!this.#opened) throw new Error('the desk is open while a test runs, not before');
    return this.#opened;
  }

  /** The program is ended and started again, and the same clerk signs in. */
  async again(): Promise<void> {
    const { folder, printer, counter } = this.#get();
    await counter.close();
    await this.#start(folder, printer);
    await this.screen.signIn();
  }

  async #open(): Promise<void> {
    const printer = await startVirtualPrinter({ port: 0 });
    await this.#start(mkdtempSync(path.join(os.tmpdir(), 'desk-')), printer);
    await this.screen.setUp({ ...UNIT, printer });
  }

  async #start(folder: string, printer: VirtualPrinter): Promise<void> {
    const counter = await launchCounter({ dataFolder: path.join(folder, 'data') });
    const { window } = counter;
    this.#opened = { folder, printer, counter, screen: new CounterWindow(window), hands: new Hands(window) };
  }

  async #close(): Promise<void> {
    if (!this.#opened) return;
    const { folder, printer, counter } = this.#opened;
    await counter.close();
    await printer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
