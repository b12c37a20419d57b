import { describe, expect, test } from 'vitest';
import type { DossierSides } from '../../electron/contract/views.ts';
import { Desk } from '../support/desk.ts';

const desk = Desk.forThisFile();
let dossierId: string;
let scanCode: string;

/** What the core says, whatever stands on the desk.screen. */
async function sides(): Promise<DossierSides> {
  const envelope = await desk.screen.page.evaluate((id) => window.counter?.call('dossier.sides', { id }), dossierId);
  if (!envelope?.ok || !envelope.output) throw new Error('the core knows no such dossier');
  // The contract's own answer, by way of the window's bridge.
  return envelope.output as DossierSides;
}

async function openForm(key: string, kind: string): Promise<void> {
  await desk.hands.press(key);
  await desk.screen.page.locator(`[data-testid="act-dialog"][data-kind="${kind}"]`).waitFor();
  await expect
    .poll(() => desk.screen.page.evaluate(() => document.activeElement instanceof HTMLInputElement))
    .toBe(true);
}

/** Does it, and is back in the panel with a line that says so. */
async function commit(): Promise<void> {
  await desk.hands.press('Control+Enter');
  await desk.screen.at('act-dialog').waitFor({ state: 'detached' });
  await expect.poll(() => focusIsInPanel()).toBe(true);
  expect(await desk.screen.at('acts-note').innerText()).toContain('Đã ghi nhận');
}

const focusIsInPanel = () =>
  desk.screen.page.evaluate(() => document.activeElement?.closest('[data-testid="dossier-panel"]') !== null);

describe('what may be done next with a dossier, by the keyboard alone', () => {
  test('a dossier is received, and opened from the list', async () => {
    ({ scanCode } = await desk.screen.receive({
      procedure: 'kt',
      name: 'Đinh Thị Mận',
      phone: '0912345678',
      address: 'Khu 3',
    }));
    await desk.hands.press('F5');
    await desk.screen.at('screen-list').getByTestId('dossier-row').waitFor();
    await desk.screen.page.locator('[data-testid="dossier-row"]:focus').waitFor();
    await desk.hands.press('Enter');
    await desk.screen.at('dossier-panel').waitFor();
    dossierId = (await desk.screen.at('dossier-panel').getAttribute('data-id')) ?? '';
    expect((await sides()).business).toBe('received');
  });

  test('its work is started by a number', async () => {
    await openForm('Digit1', 'processing-started');
    await desk.hands.type('Hà Văn Thắng');
    await commit();
    expect((await sides()).business).toBe('in-progress');
  });

  test('a supplement that asks for nothing is refused, and keeps what was typed', async () => {
    await openForm('Control+b', 'supplement-requested');
    for (let field = 0; field < 20 && !(await isAt('act-reason')); field += 1) await desk.hands.press('Enter');
    await desk.hands.type('Thiếu giấy tờ');
    await desk.hands.press('Enter');
    await desk.hands.type('31/12/2099');
    await desk.hands.press('Control+Enter');
    await expect.poll(() => desk.screen.at('act-missing').innerText()).toContain('Chưa chọn giấy tờ nào');
    expect(await desk.screen.at('act-reason').inputValue()).toBe('Thiếu giấy tờ');
    expect((await sides()).business).toBe('in-progress');
  });

  test('Esc asks once before it drops what was typed, and closes the form alone', async () => {
    await desk.hands.press('Escape');
    await desk.screen.at('act-leave').waitFor();
    await desk.hands.press('Escape');
    await desk.screen.at('act-dialog').waitFor({ state: 'detached' });
    expect(await desk.screen.at('dossier-panel').isVisible()).toBe(true);
  });

  test('two missing papers are asked for at once', async () => {
    await openForm('Control+b', 'supplement-requested');
    await desk.hands.press('Space');
    await desk.hands.press('Enter');
    await desk.hands.type('Bản chụp bị mờ');
    for (let field = 0; field < 20 && !(await isAt('act-missing-other')); field += 1) await desk.hands.press('Enter');
    await desk.hands.type('Giấy xác nhận cư trú');
    for (let field = 0; field < 20 && !(await isAt('act-reason')); field += 1) await desk.hands.press('Enter');
    await desk.hands.type('Thiếu giấy tờ');
    await desk.hands.press('Enter');
    await desk.hands.type('31/12/2099');
    await commit();
    const { business, dossier } = await sides();
    expect(business).toBe('awaiting-supplement');
    expect(dossier.supplement).toMatchObject({ reason: 'Thiếu giấy tờ', respondBy: '2099-12-31' });
    expect(dossier.supplement?.missing).toMatchObject([
      { note: 'Bản chụp bị mờ' },
      { id: '', name: 'Giấy xác nhận cư trú' },
    ]);
  });

  test('they are received, and the dossier goes on', async () => {
    await openForm('Digit1', 'supplement-received');
    await commit();
    expect((await sides()).business).toBe('in-progress');
  });

  test('the result is issued, with what stands on it', async () => {
    await openForm('Digit1', 'result-issued');
    await desk.hands.type('15/TLKT');
    await desk.hands.press('Enter');
    await desk.hands.press('Enter');
    await desk.hands.type('Phùng Văn Chủ');
    await commit();
    const { business, dossier } = await sides();
    expect(business).toBe('result-ready');
    expect(dossier.result).toMatchObject({ number: '15/TLKT', signer: 'Phùng Văn Chủ', by: 'commune' });
  });

  test('a step is taken back only with a reason; both stay in the history', async () => {
    await openForm('Control+z', 'step-undone');
    expect(await desk.screen.at('act-about').innerText()).toContain('Đã ký kết quả');
    await desk.hands.press('Control+Enter');
    await expect.poll(() => desk.screen.page.locator('[aria-invalid="true"]').count()).toBe(1);
    await desk.hands.type('Ghi nhầm số kết quả');
    await commit();
    const { business, dossier } = await sides();
    expect(business).toBe('in-progress');
    expect(dossier.trail.map(({ kind, verdict }) => (verdict ? `${kind} ${verdict}` : kind))).toEqual([
      'received',
      'processing-started',
      'supplement-requested',
      'supplement-received',
      'result-issued undone',
      'step-undone',
    ]);
  });

  test('the digits of a scanned slip start nothing', async () => {
    await desk.screen.scan(scanCode);
    expect(await desk.screen.scanAnswer()).not.toBe('');
    expect(await desk.screen.at('act-dialog').count()).toBe(0);
    expect((await sides()).dossier.trail).toHaveLength(6);
  });
});

function isAt(testId: string): Promise<boolean> {
  return desk.screen.page.evaluate((id) => document.activeElement?.getAttribute('data-testid') === id, testId);
}
