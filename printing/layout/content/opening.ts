import { dateOf, type LocalMoment } from '../../../domain/plain-date.ts';
import type { ScanCode } from '../../../domain/scan-code.ts';
import type { ReprintMark } from '../../../domain/slips/reprint-mark.ts';
import type { SlipIssue } from '../../../domain/slips/slip-issue.ts';
import type { SlipBlock } from '../slip-block.ts';
import { bodyOf, counterNameOn, shortMoment, unbroken } from '../slip-wording.ts';

/** How a slip begins: who gives it out, what it is, what it is about. */
export type Opening = {
  readonly unit: SlipIssue['unit'];
  /** The counter bears the name of this day. */
  readonly at: LocalMoment;
  /** "Số: …", where the slip bears a number. */
  readonly formNumber?: string;
  readonly scanCode?: ScanCode;
  readonly title: readonly string[];
  readonly dossierNumber?: string;
  readonly batchCode?: string;
  /** Below the title. */
  readonly notes?: readonly string[];
};

export function opening(slip: Opening, reprint: ReprintMark | undefined): readonly SlipBlock[] {
  return [
    {
      kind: 'head',
      // Nearest first in the data; on paper the highest body stands on top.
      upper: slip.unit.upperNames.toReversed().map((name) => capitals(bodyOf(name))),
      body: capitals(bodyOf(slip.unit.name)),
      counter: capitals(counterNameOn(dateOf(slip.at)).name),
    },
    ...(slip.formNumber === undefined ? [] : [line('note', `Số: ${slip.formNumber}`)]),
    ...(slip.scanCode === undefined ? [] : [{ kind: 'bars', code: slip.scanCode } satisfies SlipBlock]),
    { kind: 'title', lines: slip.title },
    ...(slip.dossierNumber === undefined ? [] : [line('number', `Mã hồ sơ: ${slip.dossierNumber}`)]),
    ...(slip.batchCode === undefined ? [] : [line('number', `Mã lô bàn giao: ${unbroken(slip.batchCode)}`)]),
    ...(slip.notes ?? []).map((text) => line('note', text)),
    ...(reprint ? [reprintMark(reprint)] : []),
  ];
}

function reprintMark({ copyNo, at, clerkName }: ReprintMark): SlipBlock {
  return {
    kind: 'stamp',
    look: 'frame',
    title: `BẢN IN LẦN ${copyNo}`,
    detail: `${shortMoment(at)} – ${unbroken('Cán bộ in:')} ${clerkName}`,
  };
}

function line(tone: 'number' | 'note', text: string): SlipBlock {
  return { kind: 'line', tone, text };
}

function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}
