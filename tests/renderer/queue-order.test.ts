import { expect, test } from 'vitest';
import { localMoment } from '../../domain/plain-date.ts';
import type { PrintJobRow, PrintJobState } from '../../electron/contract/print-views.ts';
import { inQueueOrder } from '../../renderer/printing/queue-order.ts';

function job(id: number, state: PrintJobState, part: Partial<PrintJobRow> = {}): PrintJobRow {
  return {
    id,
    printer: 'slip',
    paper: 'receipt-slip',
    about: 'H44.33.12-261124-1007',
    applicantName: 'Đinh Thị Mận',
    copyNo: 1,
    state,
    at: localMoment('2026-11-24T09:10'),
    attempts: 1,
    ...part,
  };
}

const idsOf = (jobs: readonly PrintJobRow[]) => jobs.map(({ id }) => id);

test('what needs a person comes first, then the newest; where there is no printer nobody is asked', () => {
  const jobs = [
    job(1, 'unknown'),
    job(2, 'confirmed'),
    job(3, 'failed', { trouble: 'no-printer' }),
    job(4, 'failed', { trouble: 'paper-out' }),
    job(5, 'queued'),
  ];
  expect(idsOf(inQueueOrder(jobs, undefined))).toEqual([4, 1, 5, 3, 2]);
});

test('while an order is held an answered row keeps its place, and its next copy stands right under it', () => {
  const jobs = [job(1, 'unknown'), job(2, 'cancelled'), job(3, 'confirmed'), job(4, 'queued')];
  expect(idsOf(inQueueOrder(jobs, { ids: [2, 1, 3], answered: 2 }))).toEqual([2, 4, 1, 3]);
});

test('a row that is gone leaves no hole in a held order', () => {
  expect(idsOf(inQueueOrder([job(1, 'unknown')], { ids: [2, 1], answered: 1 }))).toEqual([1]);
});
