import type { JsonObject } from '../../domain/dossier-event.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';

/** What is remembered of the tries at one account since the last good sign-in. */
export type LockOutState = {
  readonly failures: number;
  /** What was left to wait when this was kept. */
  readonly waitMs: number;
};

/** Where it is remembered. What was put is durable when `put` returns. */
export type LockOutMemory = {
  readonly find: (key: string) => JsonObject | undefined;
  readonly put: (key: string, state: LockOutState) => void;
};

export type MustWait = { readonly code: 'must-wait'; readonly waitMs: number };

/** From so many wrong tries in a row on, each has to be waited for. */
const TRIES_BEFORE_WAIT = 5;
const SHORTEST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** What is left is kept anew by steps, so that a restart does not begin all of a wait again, nor each try write. */
const KEPT_STEP_MS = 10_000;

/** What has to be waited after so many wrong tries in a row: nothing up to four, then a minute, doubling up to fifteen. */
export function waitAfterMs(failures: number): number {
  if (failures < TRIES_BEFORE_WAIT) return 0;
  return Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** (failures - TRIES_BEFORE_WAIT));
}

/**
 * Makes who guesses a passphrase wait (khóa tạm). Only running time counts, by a clock that nobody can set: neither another
 * date nor a restart makes a wait shorter; a restart begins what was left anew.
 */
export class LockOut {
  readonly #memory: LockOutMemory;
  readonly #monotonicMs: () => number;
  readonly #startedAt: number;
  /** When the state of a key was kept, by this run's clock. Of what an earlier run kept, all is still to be waited. */
  readonly #keptAt = new Map<string, number>();

  constructor({ memory, monotonicMs }: { readonly memory: LockOutMemory; readonly monotonicMs: () => number }) {
    this.#memory = memory;
    this.#monotonicMs = monotonicMs;
    this.#startedAt = monotonicMs();
  }

  /** How long until the next try is admitted; 0 when it would be now. */
  leftMs(key: string): number {
    const { waitMs } = this.#state(key);
    const sinceMs = this.#monotonicMs() - (this.#keptAt.get(key) ?? this.#startedAt);
    return Math.max(0, Math.ceil(waitMs - sinceMs));
  }

  /**
   * Admits a try and counts it as wrong, durably and before anything is compared: who ends the program meanwhile, or tries
   * many at once, gains nothing. {@link clear} takes a try back that was right. Throws when it cannot be kept.
   */
  takeTry(key: string): Result<null, MustWait> {
    const { failures, waitMs } = this.#state(key);
    const leftMs = this.leftMs(key);
    if (leftMs > 0) {
      if (waitMs - leftMs >= KEPT_STEP_MS) this.#keep(key, { failures, waitMs: leftMs });
      return refuse({ code: 'must-wait', waitMs: leftMs });
    }
    this.#keep(key, { failures: failures + 1, waitMs: waitAfterMs(failures + 1) });
    return ok(null);
  }

  /** After a good sign-in, or because an administrator says so. */
  clear(key: string): void {
    if (this.#state(key).failures > 0) this.#keep(key, { failures: 0, waitMs: 0 });
  }

  #state(key: string): LockOutState {
    return parseState(this.#memory.find(key));
  }

  #keep(key: string, state: LockOutState): void {
    // First: should `put` not be certain, the wait that stands in the memory begins again.
    this.#keptAt.set(key, this.#monotonicMs());
    this.#memory.put(key, state);
  }
}

/** What cannot be read is no way round a wait. */
const UNREADABLE: LockOutState = { failures: 2 * TRIES_BEFORE_WAIT, waitMs: LONGEST_WAIT_MS };

function parseState(value: JsonObject | undefined): LockOutState {
  if (!value) return { failures: 0, waitMs: 0 };
  const { failures, waitMs } = value;
  const isCount = typeof failures === 'number' && Number.isInteger(failures) && failures >= 0;
  const isWait = typeof waitMs === 'number' && waitMs >= 0 && waitMs <= LONGEST_WAIT_MS;
  return isCount && isWait ? { failures, waitMs } : UNREADABLE;
}
