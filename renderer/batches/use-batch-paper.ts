import type { BatchCode } from '../../domain/transfer/batch-code.ts';
import type { FormPrinterChoice } from '../../electron/contract/print-views.ts';
import { usePaperAsked } from '../printing/use-paper-asked.ts';
import { BATCH } from '../text/batches.ts';
import type { Trouble } from '../text/trouble.ts';

export type BatchPaper = {
  readonly note: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly print: () => Promise<void>;
};

/** The list on paper, one copy for each side: the form has both, the paper roll is printed twice. */
export function useBatchPaper(code: BatchCode, formPrinter: FormPrinterChoice['kind']): BatchPaper {
  const { note, trouble, slip, form } = usePaperAsked();
  const print = async (): Promise<void> => {
    if (formPrinter !== 'none') {
      await form({ form: 'batch-list', code }, 'printer', BATCH.printed);
      return;
    }
    const first = await slip({ slip: 'batch-list', code }, BATCH.printed);
    if (first !== undefined) await slip({ slip: 'batch-list', code }, BATCH.printed);
  };
  return { note, trouble, print };
}
