import type { FormSheet } from '../../domain/forms/form-sheet.ts';
import { isForm } from '../../domain/printed-paper.ts';
import type { PrintJob } from '../../sync/counter-store.ts';
import { writeFile } from 'node:fs/promises';
import type { PaperDrawing } from './paper-drawing.ts';
import type { ShellClient } from './shell-client.ts';
import type { Destination } from './spool.ts';

/** A PDF where the clerk wants it, for who has no printer now. */
export function fileDestination({
  drawing,
  shell,
}: {
  readonly drawing: PaperDrawing;
  readonly shell: Pick<ShellClient, 'chooseFileToSave'>;
}): Promise<Destination> {
  return Promise.resolve({
    draw: (job) => drawing.drawForm(job),
    fits: () => true,
    send: async ({ bytes }, { job }) => {
      const path = await shell.chooseFileToSave(fileNameOf(job));
      if (path === null) return { state: 'cancelled' };
      try {
        await writeFile(path, bytes);
        return { state: 'confirmed' };
      } catch {
        // Full, read-only, gone: the clerk chooses another place.
        return { state: 'failed', trouble: 'file-not-written' };
      }
    },
  });
}

/** As the clerk finds it again; without marks, which not every stick keeps. */
const NAMES = {
  'form/receipt-slip/1': 'giay-tiep-nhan',
  'form/supplement-request/1': 'yeu-cau-bo-sung',
  'form/intake-refusal/1': 'tu-choi-tiep-nhan',
  'form/apology/1': 'xin-loi',
  'form/stop-notice/1': 'dung-giai-quyet',
  'form/control-sheet/1': 'phieu-kiem-soat',
  'form/register-book/1': 'so-theo-doi',
  'form/batch-list/1': 'danh-sach-ban-giao',
  'form/procedure-notice/1': 'niem-yet-thu-tuc',
  'form/procedure-list/1': 'danh-muc-thu-tuc',
  'form/scanner-sheet/1': 'cai-dat-may-quet',
} satisfies Record<FormSheet['template'], string>;

/** Says which form it is, of what and when, and nobody's name. */
function fileNameOf({ paper, copyNo, at }: PrintJob): string {
  if (!isForm(paper)) throw new TypeError('a slip is no file');
  const copy = copyNo > 1 ? `-lan-${copyNo}` : '';
  return `${NAMES[paper.template]}-${aboutOf(paper)}${at.slice(0, 16).replace(/[-:T]/g, '')}${copy}.pdf`;
}

function aboutOf(paper: PrintJob['paper']): string {
  const number = 'dossierNumber' in paper ? paper.dossierNumber : undefined;
  return number === undefined ? '' : `${number.replace(/[^\w.-]/g, '')}-`;
}
