import { plainDate } from '../../domain/plain-date.ts';
import { parseTypedDate } from '../../renderer/text/format.ts';
import { COUNTED, COUNTING, LONG_BOOK, moneyOf } from './book-samples.ts';
import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';

/** The register books, the report of a period, the money of a day. */
export const BOOK_SCENE: Scene = {
  name: '16-book',
  play: async (stage) => {
    const { window, page, canned, shot, small } = stage;
    await setUp(stage);
    await page.keyboard.press('F7');
    await window.at('screen-book').getByText('Không có hồ sơ nào').waitFor();
    await shot('empty');
    await small('empty');
    await canned.patch('report.register', LONG_BOOK);
    await page.locator('[data-testid="register-rows"][data-total="10240"]').waitFor();
    await window.at('register-rows').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-testid="register-rows"][data-at="2"]').waitFor();
    await shot('register');
    await small('register');
    await page.keyboard.press('Control+p');
    await window.at('book-note').getByText('Có nhiều quyển sổ').waitFor();
    await small('choose-book');
    await canned.clear();

    await page.keyboard.press('F7');
    await window.at('report-count').waitFor();
    await shot('report-empty');
    await canned.answer('report.state', COUNTING);
    await window.at('report-running').waitFor();
    await shot('report-running');
    await small('report-running');
    await canned.answer('report.state', COUNTED);
    await window.at('report-agrees').waitFor();
    await shot('report');
    await small('report');
    await canned.answer('report.saveTable', { ok: false, refusal: { code: 'file-not-written' } });
    await page.keyboard.press('Control+s');
    await window.at('book-trouble').waitFor();
    await small('report-trouble');

    await page.keyboard.press('F7');
    await window.at('cash-day').waitFor();
    await shot('cash-empty');
    const typed = await window.at('cash-day').inputValue();
    await canned.answer('report.cashList', moneyOf(parseTypedDate(typed) ?? plainDate('2026-11-24')));
    await window.at('cash-total').waitFor();
    await shot('cash');
    await small('cash');
    await window.at('cash-day').fill('31/02/2026');
    await window.at('screen-book').getByText('Không có ngày này').waitFor();
    await shot('cash-no-day');
  },
};
