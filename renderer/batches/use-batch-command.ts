import { useRef } from 'react';
import type { CommandName, Input } from '../../electron/contract/commands.ts';
import type { BatchCommandRefusal } from '../../electron/contract/refusals.ts';
import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import { attempt } from '../bridge.ts';
import { batchTrouble } from '../text/batches.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';

type BatchCommandName = Extract<CommandName, 'batch.open' | 'batch.change'>;
type Wish<N extends BatchCommandName> = Omit<Input<N>, 'commandId'>;

export type BatchAnswer =
  | { readonly ok: true; readonly batch: TransferBatch }
  /** `refusal` is absent when a machine broke. */
  | { readonly ok: false; readonly trouble: Trouble; readonly refusal?: BatchCommandRefusal };

/** Asks for something of a batch. The same wish again after silence is the same command: nothing is done twice. */
export function useBatchCommand(
  nameOf: (dossierId: string) => string,
): <N extends BatchCommandName>(name: N, wish: Wish<N>) => Promise<BatchAnswer> {
  const unanswered = useRef(new Map<string, string>());
  return async (name, wish) => {
    const key = `${name} ${JSON.stringify(wish)}`;
    const commandId = unanswered.current.get(key) ?? crypto.randomUUID();
    unanswered.current.set(key, commandId);
    // The wish is the input of this command without its id, which stands beside it here.
    const answer = await attempt(name, { ...wish, commandId } as unknown as Input<typeof name>);
    if (!answer.ok) return { ok: false, trouble: troubleOfFault(answer.refusal) };
    unanswered.current.delete(key);
    if (answer.value.ok) return { ok: true, batch: answer.value.value };
    const { refusal } = answer.value;
    return { ok: false, trouble: batchTrouble(refusal, nameOf), refusal };
  };
}
