import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import { CounterWindow } from '../../scripts/drive/counter-window.ts';
import { type CounterApp, launchCounter } from '../support/electron-app.ts';

const UNIT = { unitCode: '08311', unitName: 'Xã Trung Sơn', upperNames: 'Tỉnh Phú Thọ', organisationCode: 'H44.33.12' };

const folder = mkdtempSync(path.join(os.tmpdir(), 'citizen-view-'));
let printer: VirtualPrinter;
let counter: CounterApp;
let screen: CounterWindow;

beforeAll(async () => {
  printer = await startVirtualPrinter({ port: 0 });
  counter = await launchCounter({ dataFolder: path.join(folder, 'data') });
  screen = new CounterWindow(counter.window);
  await screen.setUp({ ...UNIT, station: '3', clerkName: 'Hà Thị Lan', printer });
});

afterAll(async () => {
  await counter.close();
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await screen.page.keyboard.press(key);
}

async function focused(testId: string): Promise<void> {
  await screen.page.locator(`[data-testid="${testId}"]:focus`).waitFor();
}

/** What the citizen reads. */
async function shown(): Promise<string> {
  await screen.page.locator('[data-testid="citizen-view"]:focus').waitFor();
  return screen.at('citizen-view').innerText();
}

async function gone(): Promise<void> {
  await screen.at('citizen-view').waitFor({ state: 'detached' });
}

describe('the screen turned to the citizen', () => {
  test('shows what was typed with every mark and the number half hidden, and each of three keys goes back to the field', async () => {
    await screen.receive({ procedure: 'ks', name: 'Bùi Văn Thêm', phone: '0912345678', address: 'Khu 9' });
    await screen.fillIntake({
      procedure: 'tt',
      name: 'Nguyễn Hoàng Thị Phương Huyền',
      phone: '0987654321',
      address: 'Khu Đồng Măng, xã Trung Sơn',
    });
    await screen.at('applicant-id').fill('025190004321');
    for (const back of ['Enter', 'Escape', 'Control+Shift+c']) {
      await press('Control+Shift+c');
      const text = await shown();
      for (const line of [
        'Nguyễn Hoàng Thị Phương Huyền',
        '025*****4321',
        '0987 654 321',
        'Khu Đồng Măng, xã Trung Sơn',
        'Đăng ký thường trú',
        '20.000 đ',
      ]) {
        expect(text).toContain(line);
      }
      expect(text).not.toContain('025190004321');
      expect(text).not.toContain('Bùi Văn Thêm');
      await press(back);
      await gone();
      await focused('applicant-id');
      expect(await screen.at('applicant-id').inputValue()).toBe('025190004321');
    }
  });

  test('covers the whole window, is large enough for a metre and a half, and takes no typing and no commit', async () => {
    await press('Control+Shift+c');
    await shown();
    const seen = await screen.page.evaluate(() => {
      const values = [...document.querySelectorAll('[data-testid="citizen-view"] dd')];
      const cover = document.querySelector('.citizen-content')?.getBoundingClientRect();
      return {
        smallest: Math.min(...values.map((value) => Number.parseFloat(getComputedStyle(value).fontSize))),
        covered: cover && [cover.left, cover.top, cover.width, cover.height],
        window: [0, 0, innerWidth, innerHeight],
      };
    });
    expect(seen.covered).toEqual(seen.window);
    expect(seen.smallest).toBeGreaterThanOrEqual(36);
    await press('a', '1', 'Control+Enter');
    expect(await screen.at('saved').count()).toBe(0);
    await press('Escape');
    await gone();
    await focused('applicant-id');
    expect(await screen.at('applicant-id').inputValue()).toBe('025190004321');
  });

  test('is gone when another screen was asked for, and when one comes back', async () => {
    await press('Control+Shift+c');
    await shown();
    await press('F3');
    await screen.at('screen-find').waitFor();
    await gone();
    await press('F2');
    await focused('applicant-id');
    expect(await screen.at('citizen-view').count()).toBe(0);
  });

  test('shows the number, the appointment and the money of what was kept, and goes back to the next dossier', async () => {
    const { dossierNumber } = await screen.commitIntake();
    await focused('next-dossier');
    await press('Control+Shift+c');
    const text = await shown();
    expect(text).toContain(dossierNumber);
    expect(text).toContain('20.000 đ');
    expect(text).toMatch(/(Thứ (Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật), \d\d\/\d\d\/\d{4}/u);
    await press('Enter');
    await gone();
    await focused('next-dossier');
    expect(await screen.at('saved').count()).toBe(1);
  });
});
