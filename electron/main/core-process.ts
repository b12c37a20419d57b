import type { CannotStart, FromCore, Ready, StartTrouble, ToCore } from '../contract/envelope.ts';
import type { CoreChild } from './core-child.ts';

export type CoreEvents = {
  readonly onMessage: (message: Exclude<FromCore, Ready | CannotStart>) => void;
  /** `again`: after a death, so what a screen shows may be old. */
  readonly onReady: (again: boolean) => void;
  /** It died unasked. Nothing it was asked will be answered; it is being restarted. */
  readonly onGone: () => void;
  /** It will not be restarted until {@link CoreProcess.start} is called again. */
  readonly onCannotStart: (why: StartTrouble) => void;
};

export type RestartRules = {
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** A core that was ready for so long had recovered: the next death counts as the first. */
  readonly steadyMs: number;
  /** So many deaths in a row are no accident any more. */
  readonly mostDeaths: number;
};

const RESTART: RestartRules = { firstDelayMs: 100, longestDelayMs: 5_000, steadyMs: 30_000, mostDeaths: 6 };

/** Keeps one core alive: starts it, starts it again when it dies, ends it when the application does. */
export class CoreProcess {
  readonly #startChild: () => CoreChild;
  readonly #events: CoreEvents;
  readonly #restart: RestartRules;
  #child: CoreChild | undefined;
  #readySince: number | undefined;
  #deaths = 0;
  #hasBeenReady = false;
  #trouble: StartTrouble | undefined;
  #restartTimer: NodeJS.Timeout | undefined;
  #drained: (() => void) | undefined;
  #draining: Promise<void> | undefined;

  constructor(startChild: () => CoreChild, events: CoreEvents, restart: RestartRules = RESTART) {
    this.#startChild = startChild;
    this.#events = events;
    this.#restart = restart;
  }

  /** Starts the core, also after it said that it cannot start. */
  start(): void {
    this.#deaths = 0;
    this.#trouble = undefined;
    this.#launch();
  }

  /** False when no core lives: the message went nowhere. A core that is still starting gets it when it is ready. */
  post(message: ToCore): boolean {
    this.#child?.post(message);
    return this.#child !== undefined;
  }

  /** Lets the core finish what it does, close its file and exit; ends it after `limitMs`. Final: no restart follows. */
  drain(limitMs: number): Promise<void> {
    clearTimeout(this.#restartTimer);
    this.#draining ??= this.#drain(limitMs);
    return this.#draining;
  }

  async #drain(limitMs: number): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const gone = new Promise<void>((resolve) => {
      this.#drained = resolve;
    });
    child.post({ type: 'drain' });
    const limit = setTimeout(() => child.kill(), limitMs);
    await gone;
    clearTimeout(limit);
  }

  #launch(): void {
    const child = this.#startChild();
    this.#child = child;
    this.#readySince = undefined;
    child.onMessage((message) => this.#heard(child, message));
    child.onExit(() => this.#died());
  }

  #heard(child: CoreChild, message: FromCore): void {
    if (message.type === 'cannot-start') {
      this.#trouble = message.why;
      child.kill();
      return;
    }
    if (message.type === 'ready') {
      this.#readySince = performance.now();
      this.#events.onReady(this.#hasBeenReady);
      this.#hasBeenReady = true;
      return;
    }
    this.#events.onMessage(message);
  }

  #died(): void {
    this.#child = undefined;
    if (this.#drained) {
      this.#drained();
      return;
    }
    this.#events.onGone();
    if (this.#trouble) {
      this.#events.onCannotStart(this.#trouble);
      return;
    }
    const steady = this.#readySince !== undefined && performance.now() - this.#readySince >= this.#restart.steadyMs;
    this.#deaths = steady ? 1 : this.#deaths + 1;
    if (this.#deaths >= this.#restart.mostDeaths) {
      this.#events.onCannotStart('failed');
      return;
    }
    const delayMs = Math.min(this.#restart.firstDelayMs * 2 ** (this.#deaths - 1), this.#restart.longestDelayMs);
    this.#restartTimer = setTimeout(() => this.#launch(), delayMs);
  }
}
