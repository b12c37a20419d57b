import { useState } from 'react';
import type { PrinterCondition } from '../../electron/contract/print-views.ts';
import { attempt } from '../bridge.ts';
import { CONDITIONS, PRINT_TROUBLES } from '../text/printing.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';

export type AskedCondition = {
  readonly isAsking: boolean;
  readonly said: { readonly tone: 'good' | 'bad'; readonly text: string } | undefined;
  readonly trouble: Trouble | undefined;
  readonly ask: () => Promise<void>;
};

/** What a printer says of itself when the clerk asks it. */
export function usePrinterCondition(printer: 'slip' | 'form'): AskedCondition {
  const [isAsking, setAsking] = useState(false);
  const [condition, setCondition] = useState<PrinterCondition>();
  const [trouble, setTrouble] = useState<Trouble>();
  return {
    isAsking,
    said: condition && { tone: condition.kind === 'ready' ? 'good' : 'bad', text: sentenceOf(condition) },
    trouble,
    ask: async () => {
      setAsking(true);
      setCondition(undefined);
      const answer = await attempt('printer.ask', { printer });
      setAsking(false);
      setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
      if (answer.ok) setCondition(answer.value);
    },
  };
}

function sentenceOf(condition: PrinterCondition): string {
  if (condition.kind === 'trouble') return PRINT_TROUBLES[condition.trouble];
  if (condition.kind === 'silent') return CONDITIONS.silent;
  return condition.paperLow ? CONDITIONS.paperLow : CONDITIONS.ready;
}
