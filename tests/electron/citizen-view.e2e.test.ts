import { describe, expect, test } from 'vitest';
import { Desk } from '../support/desk.ts';

const desk = Desk.forThisFile();

/** What the citizen reads. */
async function shown(): Promise<string> {
  await desk.screen.page.locator('[data-testid="citizen-view"]:focus').waitFor();
  return desk.screen.at('citizen-view').innerText();
}

async function gone(): Promise<void> {
  await desk.screen.at('citizen-view').waitFor({ state: 'detached' });
}

describe('the screen turned to the citizen', () => {
  test('shows what was typed with every mark and the number half hidden, and each of three keys goes back to the field', async () => {
    await desk.screen.receive({ procedure: 'ks', name: 'Bùi Văn Thêm', phone: '0912345678', address: 'Khu 9' });
    await desk.screen.fillIntake({
      procedure: 'tt',
      name: 'Nguyễn Hoàng Thị Phương Huyền',
      phone: '0987654321',
      address: 'Khu Đồng Măng, xã Trung Sơn',
    });
    await desk.screen.at('applicant-id').fill('025190004321');
    for (const back of ['Enter', 'Escape', 'Control+Shift+c']) {
      await desk.hands.press('Control+Shift+c');
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
      await desk.hands.press(back);
      await gone();
      await desk.hands.at('applicant-id');
      expect(await desk.screen.at('applicant-id').inputValue()).toBe('025190004321');
    }
  });

  test('covers the whole window, is large enough for a metre and a half, and takes no typing and no commit', async () => {
    await desk.hands.press('Control+Shift+c');
    await shown();
    const seen = await desk.screen.page.evaluate(() => {
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
    await desk.hands.press('a', '1', 'Control+Enter');
    expect(await desk.screen.at('saved').count()).toBe(0);
    await desk.hands.press('Escape');
    await gone();
    await desk.hands.at('applicant-id');
    expect(await desk.screen.at('applicant-id').inputValue()).toBe('025190004321');
  });

  test('is gone when another screen was asked for, and when one comes back', async () => {
    await desk.hands.press('Control+Shift+c');
    await shown();
    await desk.hands.press('F3');
    await desk.screen.at('screen-find').waitFor();
    await gone();
    await desk.hands.press('F2');
    await desk.hands.at('applicant-id');
    expect(await desk.screen.at('citizen-view').count()).toBe(0);
  });

  test('shows the number, the appointment and the money of what was kept, and goes back to the next dossier', async () => {
    const { dossierNumber } = await desk.screen.commitIntake();
    await desk.hands.at('next-dossier');
    await desk.hands.press('Control+Shift+c');
    const text = await shown();
    expect(text).toContain(dossierNumber);
    expect(text).toContain('20.000 đ');
    expect(text).toMatch(/(Thứ (Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật), \d\d\/\d\d\/\d{4}/u);
    await desk.hands.press('Enter');
    await gone();
    await desk.hands.at('next-dossier');
    expect(await desk.screen.at('saved').count()).toBe(1);
  });
});
