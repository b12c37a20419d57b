import { expect, test } from 'vitest';
import { type DossierId, scanCodeOf } from '../../domain/scan-code.ts';
import type { BatchCode } from '../../domain/transfer/batch-code.ts';
import { intake } from '../support/counter.ts';
import { Start } from '../support/counter-start.ts';
import { awaitingTransfer } from '../support/life.ts';

const NAMES = ['Đinh Thị Mận', 'Hà Văn Thắng', 'Bùi Thị Thêm'] as const;

/** Received, and done as far as the commune does it. */
async function threeAwaiting(start: Start): Promise<[DossierId, DossierId, DossierId]> {
  const ids: DossierId[] = [];
  for (const name of NAMES) {
    const { applicant } = intake();
    ids.push((await awaitingTransfer((...asked) => start.ask(...asked), { applicant: { ...applicant, name } })).id);
  }
  return ids as [DossierId, DossierId, DossierId];
}

const stateOf = async (start: Start, id: DossierId) => (await start.ask('dossier.sides', { id }))?.business;

const lineCount = (start: Start) => start.screen.at('batch-lines').getAttribute('data-count');

async function openBatch(start: Start, key: string): Promise<BatchCode> {
  await start.press('F6');
  await start.press(key);
  await start.screen.at('new-batch-body').fill('BHXH huyện Yên Lập');
  await start.press('Enter');
  await start.screen.at('batch-head').waitFor();
  return (await start.screen.at('batch-head').getAttribute('data-code')) as BatchCode;
}

async function waitForState(start: Start, state: string): Promise<void> {
  await start.screen.page.locator(`[data-testid="batch-head"][data-state="${state}"]`).waitFor();
}

test('a batch goes up by scans and keys alone, and comes back signed but for one dossier', async () => {
  const start = await Start.setUp();
  const [one, two, three] = await threeAwaiting(start);
  const code = await openBatch(start, 'Control+u');
  await expect.poll(() => start.screen.at('batch-waiting').getAttribute('data-count')).toBe('3');

  await start.screen.scan(scanCodeOf(one));
  await expect.poll(() => lineCount(start)).toBe('1');
  await start.screen.scan(scanCodeOf(one));
  await start.screen.page.locator('[data-testid="batch-said"][data-tone="bad"]').waitFor();
  expect(await start.screen.at('batch-said').innerText()).toContain('ĐÃ CÓ TRONG LÔ');

  // By its name, and from what waits.
  await start.screen.at('batch-add').focus();
  await start.screen.page.keyboard.type('thang');
  await start.press('Enter');
  await expect.poll(() => lineCount(start)).toBe('2');
  await start.press('ArrowDown');
  await start.press('Delete');
  await expect.poll(() => lineCount(start)).toBe('1');
  await start.screen.scan(scanCodeOf(one));
  await start.screen.scan(scanCodeOf(two));
  await start.screen.scan(scanCodeOf(three));
  await expect.poll(() => lineCount(start)).toBe('3');
  await expect.poll(() => start.screen.at('batch-waiting').getAttribute('data-count')).toBe('0');

  await start.press('Control+Enter');
  await start.screen.at('courier').fill('');
  await start.press('Enter');
  await start.screen.at('batch-close-trouble').waitFor();
  await start.screen.at('courier').fill('Đinh Văn Hùng');
  await start.press('Enter');
  await waitForState(start, 'closed');
  expect((await start.ask('batch.get', { code }))?.batch.closing?.courier).toEqual({
    kind: 'clerk',
    name: 'Đinh Văn Hùng',
  });
  expect(await stateOf(start, three)).toBe('in-transfer-up');
  await expect
    .poll(async () => (await start.ask('print.jobs', {})).filter(({ about }) => about === code).length)
    .toBe(2);

  await expect.poll(() => start.focused()).toBe('signed-by');
  await start.screen.at('signed-by').fill('Trần Thị Hoa');
  await start.screen.scan(scanCodeOf(two));
  await expect.poll(() => start.focused()).toBe('batch-line');
  // The second Enter of a scanner is not the clerk's.
  await new Promise((resolve) => setTimeout(resolve, 400));
  await start.press('Enter');
  await start.screen.at('reject-reason').waitFor();
  await start.press('Control+Enter');
  await start.screen.at('batch-trouble').waitFor();
  await start.screen.at('reject-reason').focus();
  await start.screen.page.keyboard.type('Thiếu tờ khai');
  await start.press('Control+Enter');
  await waitForState(start, 'received');
  const signed = await start.ask('batch.get', { code });
  expect(signed?.batch.receipt?.signer).toBe('Trần Thị Hoa');
  expect(signed?.batch.rejected).toEqual([{ dossierId: two, reason: 'Thiếu tờ khai' }]);
  expect(signed?.batch.accepted.toSorted()).toEqual([one, three].toSorted());
  expect(await stateOf(start, one)).toBe('upstream-in-progress');
  expect(await stateOf(start, two)).toBe('awaiting-transfer-up');
});
