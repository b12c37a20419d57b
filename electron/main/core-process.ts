import type { FromCore, ToCore } from '../contract/envelope.ts';

/** A running core, whichever way it was started. */
export type CoreHandle = {
  readonly post: (message: ToCore) => void;
  readonly onMessage: (listener: (message: FromCore) => void) => void;
  readonly onExit: (listener: (code: number | null) => void) => void;
  readonly kill: () => void;
};

export type CoreEvents = {
  readonly onMessage: (message: FromCore) => void;
  /** The core ended by itself; it is started again. What was asked of it will not be answered. */
  readonly onGone: () => void;
};

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
/** A core that lived this long did not die of its start. */
const STABLE_MS = 30_000;
const DRAIN_MS = 10_000;

/**
 * Keeps one core running. The core is crash-only: when it ends it is started again, after a pause that grows while it keeps
 * dying young. {@link drain} lets it finish and close its file, and ends it by force only after 10 s.
 */
export class CoreProcess {
  readonly #start: () => CoreHandle;
  readonly #events: CoreEvents;
  #handle: CoreHandle | undefined;
  #timer: NodeJS.Timeout | undefined;
  #deaths = 0;
  #isDraining = false;

  constructor(start: () => CoreHandle, events: CoreEvents) {
    this.#start = start;
    this.#events = events;
  }

  start(): void {
    const handle = this.#start();
    const startedAt = Date.now();
    this.#handle = handle;
    handle.onMessage((message) => this.#events.onMessage(message));
    handle.onExit(() => {
      this.#handle = undefined;
      this.#events.onGone();
      if (this.#isDraining) return;
      this.#deaths = Date.now() - startedAt > STABLE_MS ? 0 : this.#deaths + 1;
      const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(this.#deaths, 10));
      this.#timer = setTimeout(() => this.start(), pauseMs);
    });
  }

  /** False when no core runs at the moment. */
  post(message: ToCore): boolean {
    this.#handle?.post(message);
    return this.#handle !== undefined;
  }

  /** Ends the core for good. Resolves when its process is gone. */
  drain(): Promise<void> {
    this.#isDraining = true;
    clearTimeout(this.#timer);
    const handle = this.#handle;
    if (!handle) return Promise.resolve();
    return new Promise((resolve) => {
      const force = setTimeout(() => handle.kill(), DRAIN_MS);
      handle.onExit(() => {
        clearTimeout(force);
        resolve();
      });
      handle.post({ type: 'drain' });
    });
  }
}
