import type { Fault } from './envelope.ts';
import type { Push } from './pushes.ts';

/** What the preload gives the window as `window.counter`: two functions, nothing else. */
export type CounterBridge = {
  /** Resolves with an envelope, because errors lose their fields on the way through the context bridge. */
  readonly call: (name: string, input: unknown) => Promise<{ ok: true; output: unknown } | { ok: false; fault: Fault }>;
  /** Returns the function that stops listening. */
  readonly on: (listener: (push: Push) => void) => () => void;
};
