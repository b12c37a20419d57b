import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Dossier } from '../../domain/dossier.ts';
import type { PrinterChoice } from '../../electron/contract/print-views.ts';
import { get, intake } from '../support/counter.ts';
import { type CoreProcess, startCoreProcess, TODAY_SET_UP } from '../support/core-process.ts';
import { temporaryFolder } from '../support/store.ts';
import { databaseIn, faultsOf } from './durable-file.ts';
import { chanceOf, KILLS, report } from './proof.ts';

/** A station numbers 500 dossiers a day: so few kills that no counter gets there. */
const KILLS_PER_COUNTER = 5;
const LATEST_KILL_MS = 120;
const LATEST_KILL_WHILE_OPENING_MS = 300;
const PATIENCE_PER_KILL_MS = 5_000;

/** One counter and all that was asked of it and answered by it, over the lives of its core. */
class KilledCounter {
  readonly #folder = temporaryFolder();
  readonly #printer: PrinterChoice;
  readonly saved = new Map<string, Dossier>();
  /** Commits whose answer died with the core. */
  durableButUnanswered = 0;
  /** The command whose answer died with the core: the window asks it again. */
  #unanswered: string | undefined;
  #asked = 0;

  constructor(printer: PrinterChoice) {
    this.#printer = printer;
  }

  async killWhileOpening(afterMs: number): Promise<void> {
    const core = startCoreProcess({ folder: this.#folder });
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await core.kill();
  }

  async receiveUntilKilled(afterMs: number): Promise<void> {
    const core = await this.#open();
    let isAlive = true;
    const killed = new Promise<undefined>((resolve) => {
      setTimeout(() => {
        isAlive = false;
        void core.kill().then(() => resolve(undefined));
      }, afterMs);
    });
    while (isAlive) await this.#receiveOne(core, killed);
    await killed;
  }

  /** Asks the unanswered command again, so that now everything that was asked must be there, once. */
  async look(): Promise<{ readonly lost: number; readonly duplicate: number }> {
    const core = await this.#open();
    if (this.#unanswered !== undefined) await this.#receiveOne(core);
    const { rows, total } = await core.call('dossier.list', { view: 'today', limit: 1_000 });
    expect(rows).toHaveLength(total);
    let lost = 0;
    for (const dossier of this.saved.values()) {
      const found = await core.call('dossier.get', { id: dossier.id });
      if (JSON.stringify(found) !== JSON.stringify(dossier)) lost += 1;
    }
    const { printer } = await core.call('app.state', {});
    if (this.#printer.kind === 'none') expect(printer).toMatchObject({ waiting: total, needsAttention: 0 });
    expect(await core.drain()).toBe(0);
    expect(faultsOf(databaseIn(this.#folder))).toEqual([]);
    const numbers = new Set(rows.map(({ dossierNumber }) => dossierNumber));
    const books = new Set([...this.saved.values()].map(({ intake: step }) => step?.registerBook.number));
    expect(books.size).toBe(this.saved.size);
    // One dossier for one command, however often it was asked.
    return { lost, duplicate: total - numbers.size + Math.abs(total - this.#asked) };
  }

  async #open(): Promise<CoreProcess> {
    const core = startCoreProcess({ folder: this.#folder });
    expect(await core.opened).toBe('ready');
    if (this.#asked === 0) get(await core.call('setup.complete', { ...TODAY_SET_UP, printer: this.#printer }));
    await this.#countUnanswered(core);
    return core;
  }

  /** Whoever was answered is there; of the one whose answer never came nobody knows, until its command comes again. */
  async #countUnanswered(core: CoreProcess): Promise<void> {
    const { total } = await core.call('dossier.list', { view: 'today', limit: 1 });
    const isDurable = total === this.saved.size + 1 && this.#unanswered !== undefined;
    if (!isDurable) expect(total).toBe(this.saved.size);
    else {
      await this.#receiveOne(core);
      this.durableButUnanswered += 1;
      const again = await core.call('dossier.list', { view: 'today', limit: 1 });
      expect(again.total).toBe(total);
    }
  }

  async #receiveOne(core: CoreProcess, killed?: Promise<undefined>): Promise<void> {
    if (this.#unanswered === undefined) this.#asked += 1;
    this.#unanswered ??= randomUUID();
    const commandId = this.#unanswered;
    const form = intake({ applicant: { ...intake().applicant, name: `Người nộp ${this.#asked}` } });
    const answering = core.call('dossier.receive', { commandId, form });
    // The answer of a core that was killed never comes.
    const answer = await (killed ? Promise.race([answering, killed]) : answering);
    if (!answer) return;
    this.saved.set(commandId, get(answer).dossier);
    this.#unanswered = undefined;
  }
}

test(
  'a core that is killed at any moment loses nothing it answered and gives no number twice',
  { timeout: 60_000 + KILLS * PATIENCE_PER_KILL_MS },
  async () => {
    const chance = chanceOf('kill');
    const sum = { acknowledged: 0, unanswered: 0, lost: 0, duplicate: 0 };
    for (let kill = 0; kill < KILLS; kill += KILLS_PER_COUNTER) {
      // Half of them print meanwhile, so that kills fall between a commit and its paper too.
      const counter = new KilledCounter({ kind: kill % (2 * KILLS_PER_COUNTER) === 0 ? 'none' : 'virtual' });
      for (let of = kill; of < Math.min(KILLS, kill + KILLS_PER_COUNTER); of += 1) {
        const isOpening = of % KILLS_PER_COUNTER === 2;
        if (isOpening) await counter.killWhileOpening(chance() * LATEST_KILL_WHILE_OPENING_MS);
        else await counter.receiveUntilKilled(chance() * LATEST_KILL_MS);
      }
      const { lost, duplicate } = await counter.look();
      sum.acknowledged += counter.saved.size;
      sum.unanswered += counter.durableButUnanswered;
      sum.lost += lost;
      sum.duplicate += duplicate;
    }
    const { acknowledged, unanswered, lost, duplicate } = sum;
    expect(acknowledged).toBeGreaterThan(KILLS / 2);
    const counts = `${KILLS} kills, ${acknowledged} acknowledged, ${unanswered} durable but unanswered`;
    report('kill', counts, { lost, duplicate });
  },
);
