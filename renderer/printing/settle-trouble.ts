import type { Output } from '../../electron/contract/commands.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';

/** Why the word on a print job was not taken; undefined when it was. */
export function settleTrouble(answer: Output<'print.settle'>): Trouble | undefined {
  if (answer.ok) return undefined;
  const { refusal } = answer;
  return refusal.code === 'storage-failed' ? storageTrouble(refusal) : troubleOfFault(refusal);
}
