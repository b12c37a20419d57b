import { dateOf, type PlainDate } from '../../domain/plain-date.ts';
import { scanCodeOf, groupedScanCode, parseDossierId } from '../../domain/scan-code.ts';
import type { BatchDirection } from '../../domain/transfer/batch-event.ts';
import type { BatchListRow } from '../../domain/transfer/batch-list.ts';
import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import type { ShapeName } from '../parts/Shape.tsx';
import { BATCH_STATES } from '../text/batches.ts';

const SHAPES = {
  open: 'pause',
  closed: 'arrow',
  partly: 'triangle',
  received: 'check',
  abandoned: 'octagon',
} satisfies Record<keyof (typeof BATCH_STATES)['up'], ShapeName>;

/** How a batch stands, in words and with a shape. */
export function batchLook({ direction, state, receipt }: TransferBatch): {
  readonly text: string;
  readonly shape: ShapeName;
} {
  const stands = state === 'closed' && receipt ? 'partly' : state;
  return { text: BATCH_STATES[direction][stands], shape: SHAPES[stands] };
}

export function otherBodyOf({ direction, from, to }: Pick<TransferBatch, 'direction' | 'from' | 'to'>): string {
  return direction === 'up' ? to : from;
}

/** The day of the last thing that happened to it. */
export function dayOf({ openedAt, closing, receipt, abandonment }: TransferBatch): PlainDate {
  return dateOf(abandonment?.at ?? receipt?.at ?? closing?.at ?? openedAt);
}

/** What waits for somebody before what is done; the newest first within each. */
export function inListOrder(batches: readonly TransferBatch[]): readonly TransferBatch[] {
  return batches.toSorted(
    (a, b) =>
      Number(isDone(a)) - Number(isDone(b)) ||
      (a.openedAt === b.openedAt ? compare(b.code, a.code) : compare(b.openedAt, a.openedAt)),
  );
}

function isDone({ state }: TransferBatch): boolean {
  return state === 'received' || state === 'abandoned';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const MOST_BODIES = 5;

/** Bodies to offer for a new batch: those of the last ones that way, then those above the unit. */
export function bodiesFor(
  direction: BatchDirection,
  batches: readonly TransferBatch[],
  upperNames: readonly string[],
): readonly string[] {
  const used = inListOrder(batches.filter((batch) => batch.direction === direction)).map(otherBodyOf);
  return [...new Set([...used, ...upperNames])].slice(0, MOST_BODIES);
}

/** What names a dossier to a clerk: its number, else the digits under the bars. */
export function nameIn(rows: readonly BatchListRow[]): (dossierId: string) => string {
  return (dossierId) => {
    const row = rows.find((each) => each.dossierId === dossierId);
    if (row?.dossierNumber !== undefined)
      return `${row.dossierNumber}${row.applicantName ? ` (${row.applicantName})` : ''}`;
    const id = parseDossierId(dossierId);
    return id ? groupedScanCode(scanCodeOf(id)) : dossierId;
  };
}
