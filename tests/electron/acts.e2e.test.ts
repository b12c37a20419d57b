import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DossierSides } from '../../electron/contract/views.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import { CounterWindow } from '../../scripts/drive/counter-window.ts';
import { type CounterApp, launchCounter } from '../support/electron-app.ts';

const UNIT = { unitCode: '08311', unitName: 'Xã Trung Sơn', upperNames: 'Tỉnh Phú Thọ', organisationCode: 'H44.33.12' };

const folder = mkdtempSync(path.join(os.tmpdir(), 'acts-'));
let printer: VirtualPrinter;
let counter: CounterApp;
let screen: CounterWindow;
let dossierId: string;
let scanCode: string;

beforeAll(async () => {
  printer = await startVirtualPrinter({ port: 0, onSlip: () => undefined });
  counter = await launchCounter({ dataFolder: path.join(folder, 'data') });
  screen = new CounterWindow(counter.window);
  await screen.setUp({ ...UNIT, station: '3', clerkName: 'Hà Thị Lan', printer });
});

afterAll(async () => {
  await counter.close();
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = (key: string) => screen.page.keyboard.press(key);
const type = (text: string) => screen.page.keyboard.insertText(text);

/** What the core says, whatever stands on the screen. */
async function sides(): Promise<DossierSides> {
  const envelope = await screen.page.evaluate((id) => window.counter?.call('dossier.sides', { id }), dossierId);
  if (!envelope?.ok || !envelope.output) throw new Error('the core knows no such dossier');
  // The contract's own answer, by way of the window's bridge.
  return envelope.output as DossierSides;
}

async function openForm(key: string, kind: string): Promise<void> {
  await press(key);
  await screen.page.locator(`[data-testid="act-dialog"][data-kind="${kind}"]`).waitFor();
  await expect.poll(() => screen.page.evaluate(() => document.activeElement instanceof HTMLInputElement)).toBe(true);
}

/** Does it, and is back in the panel with a line that says so. */
async function commit(): Promise<void> {
  await press('Control+Enter');
  await screen.at('act-dialog').waitFor({ state: 'detached' });
  await expect.poll(() => focusIsInPanel()).toBe(true);
  expect(await screen.at('acts-note').innerText()).toContain('Đã ghi nhận');
}

const focusIsInPanel = () =>
  screen.page.evaluate(() => document.activeElement?.closest('[data-testid="dossier-panel"]') !== null);

describe('what may be done next with a dossier, by the keyboard alone', () => {
  test('a dossier is received, and opened from the list', async () => {
    ({ scanCode } = await screen.receive({
      procedure: 'kt',
      name: 'Đinh Thị Mận',
      phone: '0912345678',
      address: 'Khu 3',
    }));
    await press('F5');
    await screen.at('screen-list').getByTestId('dossier-row').waitFor();
    await screen.page.locator('[data-testid="dossier-row"]:focus').waitFor();
    await press('Enter');
    await screen.at('dossier-panel').waitFor();
    dossierId = (await screen.at('dossier-panel').getAttribute('data-id')) ?? '';
    expect((await sides()).business).toBe('received');
  });

  test('its work is started by a number', async () => {
    await openForm('Digit1', 'processing-started');
    await type('Hà Văn Thắng');
    await commit();
    expect((await sides()).business).toBe('in-progress');
  });

  test('a supplement that asks for nothing is refused, and keeps what was typed', async () => {
    await openForm('Control+b', 'supplement-requested');
    for (let field = 0; field < 20 && !(await isAt('act-reason')); field += 1) await press('Enter');
    await type('Thiếu giấy tờ');
    await press('Enter');
    await type('31/12/2099');
    await press('Control+Enter');
    await expect.poll(() => screen.at('act-missing').innerText()).toContain('Chưa chọn giấy tờ nào');
    expect(await screen.at('act-reason').inputValue()).toBe('Thiếu giấy tờ');
    expect((await sides()).business).toBe('in-progress');
  });

  test('Esc asks once before it drops what was typed, and closes the form alone', async () => {
    await press('Escape');
    await screen.at('act-leave').waitFor();
    await press('Escape');
    await screen.at('act-dialog').waitFor({ state: 'detached' });
    expect(await screen.at('dossier-panel').isVisible()).toBe(true);
  });

  test('two missing papers are asked for at once', async () => {
    await openForm('Control+b', 'supplement-requested');
    await press('Space');
    await press('Enter');
    await type('Bản chụp bị mờ');
    for (let field = 0; field < 20 && !(await isAt('act-missing-other')); field += 1) await press('Enter');
    await type('Giấy xác nhận cư trú');
    for (let field = 0; field < 20 && !(await isAt('act-reason')); field += 1) await press('Enter');
    await type('Thiếu giấy tờ');
    await press('Enter');
    await type('31/12/2099');
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
    await type('15/TLKT');
    await press('Enter');
    await press('Enter');
    await type('Phùng Văn Chủ');
    await commit();
    const { business, dossier } = await sides();
    expect(business).toBe('result-ready');
    expect(dossier.result).toMatchObject({ number: '15/TLKT', signer: 'Phùng Văn Chủ', by: 'commune' });
  });

  test('a step is taken back only with a reason; both stay in the history', async () => {
    await openForm('Control+z', 'step-undone');
    expect(await screen.at('act-about').innerText()).toContain('Đã ký kết quả');
    await press('Control+Enter');
    await expect.poll(() => screen.page.locator('[aria-invalid="true"]').count()).toBe(1);
    await type('Ghi nhầm số kết quả');
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
    await screen.scan(scanCode);
    expect(await screen.scanAnswer()).not.toBe('');
    expect(await screen.at('act-dialog').count()).toBe(0);
    expect((await sides()).dossier.trail).toHaveLength(6);
  });
});

function isAt(testId: string): Promise<boolean> {
  return screen.page.evaluate((id) => document.activeElement?.getAttribute('data-testid') === id, testId);
}
