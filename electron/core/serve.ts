import type { CommandName, Handlers, Input, Output } from '../contract/commands.ts';
import type { Fault, FaultCode, Reply, Request } from '../contract/envelope.ts';
import { isCommandName, parseInput } from '../contract/parsers.ts';
import { BadInputError } from './bad-input-error.ts';
import type { Log } from './log.ts';

/**
 * The request loop: parses what the window asks, hands it to its handler, and answers in any case. What is thrown becomes
 * a line in the log, a word to what `onRequest` answered when the question came, and a fault that carries no more than a code.
 */
export function answering(
  handlers: Handlers,
  log: Log,
  { admit = () => undefined, onRequest = () => () => undefined }: Answering = {},
): (request: Request) => Promise<Reply> {
  return async ({ id, name, input }) => {
    const fault = (code: FaultCode, detail: string): Reply => ({
      type: 'reply',
      id,
      ok: false,
      fault: { code, detail },
    });
    if (!isCommandName(name)) return fault('unknown-command', name);
    const parsed = parseInput(name, input);
    if (!parsed.ok) return fault('bad-input', parsed.detail);
    const refused = admit(name);
    if (refused) return fault(refused.code, refused.detail);
    const onFailure = onRequest();
    try {
      return { type: 'reply', id, ok: true, output: await dispatch(handlers, name, parsed.input) };
    } catch (error) {
      log.failure(`${name} failed`, error);
      onFailure(error);
      return fault(error instanceof BadInputError ? 'bad-input' : 'core-failed', detailOf(error));
    }
  };
}

export type Answering = {
  /** Undefined when whoever is at the counter may ask this. */
  readonly admit?: (name: CommandName) => Fault | undefined;
  readonly onRequest?: () => (error: unknown) => void;
};

function dispatch<N extends CommandName>(handlers: Handlers, name: N, input: Input<N>): Output<N> | Promise<Output<N>> {
  return handlers[name](input);
}

function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
