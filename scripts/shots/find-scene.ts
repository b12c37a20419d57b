import { setUp } from './set-up-counter.ts';
import { FOUND_MANY, KEPT_VIEWS } from './find-samples.ts';
import type { Scene, Stage } from './stage.ts';

/** One box for everything: what is found, what narrows it, and nothing found. */
export const FIND_SCENE: Scene = {
  name: '17-find',
  play: async (stage) => {
    const { window, page, canned, shot, small } = stage;
    await setUp(stage);
    await page.keyboard.press('F3');
    await window.at('screen-find').getByText('Chưa có hồ sơ nào').waitFor();
    await shot('empty');
    await small('empty');
    await canned.patch('dossier.lookUp', FOUND_MANY);
    await page.locator('[data-testid="found-rows"][data-total="100000"]').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-testid="found-rows"][data-at="1"]').waitFor();
    await shot('many');
    await small('many');
    await page.keyboard.press('Control+2');
    await page.locator('[data-testid="filter-typed"]:focus').waitFor();
    await shot('procedure');
    await small('procedure');
    await page.keyboard.type('khai sinh');
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="filter-procedure"][aria-pressed="true"]').waitFor();
    await page.keyboard.press('Control+4');
    await page.locator('[data-testid="days-from"]:focus').waitFor();
    await page.keyboard.type('31/02/2020');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('Không có ngày này').waitFor();
    await small('days');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('01/04/2020');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+6');
    await page.locator('[data-testid="filter-mine"][aria-pressed="true"]').waitFor();
    await shot('filtered');
    await small('filtered');
    await orderAndSave(stage);
    await keptViews(stage);
    await canned.clear();
    await page.keyboard.type('khong co');
    await window.at('screen-find').getByText('Đang lọc bớt hồ sơ').waitFor();
    await shot('none');
  },
};

/** The order and the columns of what was found, and all of it as a file. */
async function orderAndSave({ window, page, canned, shot, small }: Stage): Promise<void> {
  await page.keyboard.press('Control+7');
  await page.locator('[data-testid="filter-typed"]:focus').waitFor();
  await shot('sort');
  await page.keyboard.type('hen tra, som');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+8');
  await page.locator('[data-testid="columns-done"]:focus').waitFor();
  await small('columns');
  await page.keyboard.press('Enter');
  await canned.answer('found.saving', { done: 42_000, total: 100_000 });
  await window.at('found-note').getByText('Đang ghi').waitFor();
  await shot('saving');
  await small('saving');
  await canned.answer('found.saving', null);
  await window.at('found-save').getByText('Lưu cho Excel').waitFor();
  await canned.answer('found.save', { ok: false, refusal: { code: 'file-not-written' } });
  await page.keyboard.press('Control+s');
  await window.at('found-trouble').waitFor();
  await small('save-trouble');
}

/** Kept ways to look: none yet, several, and a name that is taken. */
async function keptViews({ window, page, canned, shot, small }: Stage): Promise<void> {
  await page.keyboard.press('Control+9');
  await page.locator('[data-testid="view-name"]:focus').waitFor();
  await small('views-none');
  await page.keyboard.press('Escape');
  await canned.answer('view.list', KEPT_VIEWS);
  await page.locator('[data-testid="find-input"]:focus').waitFor();
  await page.keyboard.press('Control+9');
  await page.locator('[data-testid="view-1"]:focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('[data-testid="view-2"]:focus').waitFor();
  await shot('views');
  await canned.answer('view.rename', { ok: false, refusal: { code: 'name-taken' } });
  await page.keyboard.press('Control+Enter');
  await window.at('view-trouble').waitFor();
  await small('views-trouble');
  await page.keyboard.press('Escape');
}
