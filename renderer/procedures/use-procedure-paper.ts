import type { FormPrinterChoice } from '../../electron/contract/print-views.ts';
import type { ProcedureOnDay } from '../../domain/procedure-versions.ts';
import { usePaperAsked } from '../printing/use-paper-asked.ts';
import { PROCEDURES } from '../text/procedures.ts';
import type { Trouble } from '../text/trouble.ts';

export type ProcedurePaper = {
  readonly note: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly printNotice: (shown: ProcedureOnDay) => Promise<void>;
  readonly printList: () => Promise<void>;
};

/** The notice of one procedure and the list of all; into a file where no office printer is chosen. */
export function useProcedurePaper(formPrinter: FormPrinterChoice['kind']): ProcedurePaper {
  const { note, trouble, form } = usePaperAsked();
  const saying = (done: string): string => (formPrinter === 'none' ? PROCEDURES.saving : done);
  return {
    note,
    trouble,
    printNotice: ({ procedure: { code, version } }) =>
      form({ form: 'procedure-notice', code, version }, 'printer', saying(PROCEDURES.printing)),
    printList: () => form({ form: 'procedure-list' }, 'printer', saying(PROCEDURES.printingAll)),
  };
}
