import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type DossierId, scanCodeOf } from '../../domain/scan-code.ts';
import type { BatchCode } from '../../domain/transfer/batch-code.ts';
import type { Call } from '../../electron/contract/commands.ts';
import { get, intake } from '../support/counter.ts';
import { Start } from '../support/counter-start.ts';
import { awaitingTransfer, changeBatch } from '../support/life.ts';

const NAMES = ['Đinh Thị Mận', 'Hà Văn Thắng', 'Bùi Thị Thêm'] as const;

const callOf =
  (start: Start): Call =>
  (...asked) =>
    start.ask(...asked);

/** Received, and done as far as the commune does it. */
async function threeAwaiting(start: Start): Promise<[DossierId, DossierId, DossierId]> {
  const ids: DossierId[] = [];
  for (const name of NAMES) {
    const { applicant } = intake();
    ids.push((await awaitingTransfer(callOf(start), { applicant: { ...applicant, name } })).id);
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
  await start.screen.at('new-batch-dialog').waitFor({ state: 'detached' });
  return (await start.screen.at('batch-head').getAttribute('data-code')) as BatchCode;
}

/** Keys that come at once belong to the scanner, a second Enter among them. */
function handsAfterScan(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 400));
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

  // By its name.
  await handsAfterScan();
  await start.screen.at('batch-add').fill('thang');
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
  await handsAfterScan();
  await start.press('Enter');
  await start.screen.at('reject-reason').waitFor();
  await start.press('Control+Enter');
  await start.screen.at('batch-trouble').waitFor();
  await start.screen.at('reject-reason').fill('Thiếu tờ khai');
  await start.press('Control+Enter');
  await waitForState(start, 'received');
  const signed = await start.ask('batch.get', { code });
  expect(signed?.batch.receipt?.signer).toBe('Trần Thị Hoa');
  expect(signed?.batch.rejected).toEqual([{ dossierId: two, reason: 'Thiếu tờ khai' }]);
  expect(signed?.batch.accepted.toSorted()).toEqual([one, three].toSorted());
  expect(await stateOf(start, one)).toBe('upstream-in-progress');
  expect(await stateOf(start, two)).toBe('awaiting-transfer-up');
});

/** They went up and the body above signed for them. */
async function upstream(start: Start, ids: readonly DossierId[]): Promise<void> {
  const call = callOf(start);
  const opened = { commandId: randomUUID(), direction: 'up', otherBody: 'BHXH huyện Yên Lập' } as const;
  const { code } = get(await call('batch.open', opened));
  for (const dossierId of ids) {
    await changeBatch(call, code, { kind: 'add', dossierId, originals: 3, copies: 0, note: '' });
  }
  const { closing } = await changeBatch(call, code, { kind: 'close', courier: { kind: 'clerk', name: 'Lan' } });
  await changeBatch(call, code, {
    kind: 'receive-up',
    signed: { signer: 'Trần Thị Hoa', date: closing?.at.slice(0, 10) ?? '' },
    items: ids.map((dossierId) => ({ dossierId, accepted: true })),
  });
}

test('a batch down is ticked by scans; what is missing and what is extra is named and entered with it', async () => {
  const start = await Start.setUp();
  const [one, two, three] = await threeAwaiting(start);
  await upstream(start, [one, two, three]);
  const code = await openBatch(start, 'Control+Shift+u');
  await start.screen.scan(scanCodeOf(one));
  await start.screen.scan(scanCodeOf(two));
  await expect.poll(() => lineCount(start)).toBe('2');
  await start.press('Control+Enter');
  await start.screen.at('courier').waitFor();
  await start.press('Enter');
  await waitForState(start, 'closed');

  await start.screen.scan(scanCodeOf(one));
  await start.screen.at('result-number').waitFor();
  await start.screen.at('result-number').fill('88/BH');
  await start.screen.at('result-signer').fill('Trần Thị Hoa');
  await start.screen.scan(scanCodeOf(three));
  await expect.poll(() => start.screen.at('result-number').count()).toBe(2);
  // The day and the signer are those of the one before.
  expect(await start.screen.at('result-signer').last().inputValue()).toBe('Trần Thị Hoa');
  expect(await start.screen.at('batch-missing').innerText()).toContain('Hà Văn Thắng');
  expect(await start.screen.at('batch-extra').innerText()).toContain('Bùi Thị Thêm');
  await start.screen.at('result-signer').last().fill('');
  await start.press('Control+Enter');
  await start.screen.at('batch-trouble').waitFor();
  await start.screen.at('result-signer').last().fill('Trần Thị Hoa');
  await start.screen.at('result-number').last().fill('90/BH');
  await start.press('Control+Enter');
  await waitForState(start, 'received');
  expect((await start.ask('batch.get', { code }))?.batch).toMatchObject({
    accepted: [one, three],
    discrepancies: { missing: [two], extra: [three] },
  });
  expect(await stateOf(start, one)).toBe('result-ready');
  expect(await stateOf(start, two)).toBe('upstream-in-progress');
  expect((await start.ask('dossier.get', { id: three }))?.result).toMatchObject({ number: '90/BH', by: 'upstream' });
});
