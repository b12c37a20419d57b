import type { CounterBridge } from '../electron/contract/bridge.ts';
import type { Call, CommandName, Input, Output } from '../electron/contract/commands.ts';
import type { FaultCode } from '../electron/contract/envelope.ts';
import type { Push } from '../electron/contract/pushes.ts';
import { ok, refuse, type Result } from '../domain/result.ts';
import { saysNobodySignedIn } from './people/nobody-signed-in.ts';

declare global {
  interface Window {
    /** Absent when the page was opened outside the application. */
    readonly counter?: CounterBridge;
  }
}

/** A machine broke while the core was asked; `code` says which, `detail` is for support. */
export class CounterFault extends Error {
  override readonly name = 'CounterFault';
  readonly code: FaultCode;
  readonly detail: string;

  constructor(code: FaultCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause });
    this.code = code;
    this.detail = detail;
  }
}

/** Asks the core. Throws {@link CounterFault} when a machine broke; a refusal is part of the answer. */
export const call: Call = async (name, input) => {
  const envelope = await ask(name, input);
  if (!envelope.ok) throw new CounterFault(envelope.fault.code, envelope.fault.detail);
  // The core's handlers are typed by the same map of commands, and its answer crossed no other hands.
  return envelope.output as Output<typeof name>;
};

/** As {@link call}, for a screen that shows the fault itself: a broken machine comes back as data. */
export async function attempt<N extends CommandName>(
  name: N,
  input: Input<N>,
): Promise<Result<Output<N>, CounterFault>> {
  try {
    return ok(await call(name, input));
  } catch (error) {
    if (error instanceof CounterFault) return refuse(error);
    throw error;
  }
}

/** Hears every push of the core; the answer stops it. */
export function on(listener: (push: Push) => void): () => void {
  return window.counter?.on(listener) ?? (() => undefined);
}

const NOBODY_SIGNED_IN = 'counter:nobody-signed-in';

/** Hears when the core answers any question with "nobody is signed in"; the answer stops it. */
export function onNobodySignedIn(listener: () => void): () => void {
  window.addEventListener(NOBODY_SIGNED_IN, listener);
  return () => window.removeEventListener(NOBODY_SIGNED_IN, listener);
}

async function ask(name: string, input: unknown): ReturnType<CounterBridge['call']> {
  const envelope = await askCore(name, input);
  if (saysNobodySignedIn(envelope)) window.dispatchEvent(new Event(NOBODY_SIGNED_IN));
  return envelope;
}

async function askCore(name: string, input: unknown): ReturnType<CounterBridge['call']> {
  if (!window.counter) throw new CounterFault('core-gone', 'no bridge');
  try {
    return await window.counter.call(name, input);
  } catch (error) {
    // The way to the main process is gone: for the clerk the same as a core that is gone.
    throw new CounterFault('core-gone', 'bridge failed', error);
  }
}
