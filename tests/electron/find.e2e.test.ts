import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DOSSIER, Start } from '../support/counter-start.ts';
import { temporaryFolder } from '../support/store.ts';

const PATIENT = { timeout: 15_000 };

/** As a hand does: a digit that follows another key at once is taken for a scanner's, and starts nothing. */
async function pressAlone(start: Start, key: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  await start.press(key);
}

test('one box by the keyboard: looked for in every way, narrowed by digits, gone through, opened, and back at the same place', async () => {
  const start = await Start.setUp();
  const { screen } = start;
  const total = (count: number) => screen.page.locator(`[data-testid="found-rows"][data-total="${count}"]`).waitFor();
  const names = async () =>
    (await start.ask('dossier.lookUp', { lookedFor: { text: '', filter: {} }, offset: 0, limit: 50 })).rows.map(
      ({ applicantName }) => applicantName,
    );
  const rows = screen.at('screen-find').getByTestId('dossier-row');

  await start.press('F3');
  await screen.at('screen-find').getByText('Chưa có hồ sơ nào').waitFor();
  await screen.receive({ ...DOSSIER, name: 'Đinh Thị Mận', phone: '0987654321' });
  await screen.receive({ ...DOSSIER, name: 'Bùi Văn Thêm', procedure: 'kt' });
  const last = await screen.receive({ ...DOSSIER, name: 'Đinh Văn Hoa' });
  expect(await names()).toEqual(['Đinh Văn Hoa', 'Bùi Văn Thêm', 'Đinh Thị Mận']);

  await start.press('F3');
  await screen.page.locator('[data-testid="find-input"]:focus').waitFor();
  await total(3);
  for (const text of ['dinh man', '4321', 'Mận']) {
    await screen.at('find-input').fill(text);
    await total(1);
    await expect.poll(() => rows.innerText(), PATIENT).toContain('Đinh Thị Mận');
  }
  await screen.at('find-input').fill(last.dossierNumber.slice(-4));
  await total(1);
  // The only one that is found opens by Enter.
  await start.press('Enter');
  await screen.at('dossier-panel').getByText('Đinh Văn Hoa').first().waitFor();
  await start.press('Escape');
  await screen.at('dossier-panel').waitFor({ state: 'detached' });
  await expect.poll(() => start.focused(), PATIENT).toBe('find-input');

  // Hands that are faster than the answer open nobody else's dossier.
  await start.press('Control+a');
  void screen.page.keyboard.insertText('man');
  for (const key of ['ArrowDown', 'Enter']) void start.press(key);
  await screen.at('dossier-panel').getByText('Đinh Thị Mận').first().waitFor();
  await start.press('Escape');
  await screen.at('dossier-panel').waitFor({ state: 'detached' });
  await screen.at('find-input').focus();

  // Narrowed by the procedure, then by the state too, while the field keeps what was typed.
  await start.press('Control+a');
  await screen.page.keyboard.type('dinh');
  await total(2);
  await start.press('Control+2');
  await screen.page.locator('[data-testid="filter-typed"]:focus').waitFor();
  await screen.page.keyboard.type('khai tu');
  await start.press('Enter');
  await screen.at('screen-find').getByText('Không thấy hồ sơ nào').waitFor();
  await screen.page.locator('[data-testid="find-input"]:focus').waitFor();
  await start.press('Control+0');
  await total(2);
  await start.press('Control+1');
  await screen.page.locator('[data-testid="filter-typed"]:focus').waitFor();
  await screen.page.keyboard.type('dang');
  await start.press('Enter');
  await screen.page.locator('[data-testid="filter-state"][data-chosen="Đang giải quyết"]').waitFor();
  await total(2);
  await start.press('Control+6');
  await screen.page.locator('[data-testid="filter-mine"][aria-pressed="true"]').waitFor();
  await total(2);

  // Days of receipt: tomorrow has none; no such day is told and moves nothing.
  await start.press('Control+4');
  await screen.page.locator('[data-testid="days-from"]:focus').waitFor();
  await screen.page.keyboard.type('31/02/2020');
  await start.press('Enter');
  await screen.page.locator('[data-testid="days-until"]:focus').waitFor();
  await start.press('Enter');
  await screen.page.getByText('Không có ngày này').waitFor();
  await screen.page.locator('[data-testid="days-from"]:focus').waitFor();
  await start.press('Control+a');
  await screen.page.keyboard.type('01/01/2090');
  await start.press('Enter');
  await start.press('Enter');
  await screen.at('screen-find').getByText('Đang lọc bớt hồ sơ').waitFor();
  await screen.page.locator('[data-testid="find-input"]:focus').waitFor();
  await start.press('Control+0');
  await total(2);

  // Through the list, into a dossier and back to its line, and up to the field again.
  await start.press('ArrowDown');
  await screen.page.locator('[data-testid="found-rows"][data-at="0"]:focus').waitFor();
  await start.press('End');
  await screen.page.locator('[data-testid="found-rows"][data-at="1"]').waitFor();
  await start.press('Enter');
  await screen.at('dossier-panel').getByText('Đinh Thị Mận').first().waitFor();
  await start.press('Escape');
  await screen.at('dossier-panel').waitFor({ state: 'detached' });
  await screen.page.locator('[data-testid="found-rows"][data-at="1"]:focus').waitFor();
  await start.press('Escape');
  await screen.page.locator('[data-testid="find-input"]:focus').waitFor();

  // In the order of given names, without the phones.
  await start.press('Control+a');
  await start.press('Delete');
  await total(3);
  await start.press('Control+7');
  await screen.page.locator('[data-testid="filter-typed"]:focus').waitFor();
  await screen.page.keyboard.type('ten chu ho so, a');
  await start.press('Enter');
  await expect
    .poll(async () => (await rows.allInnerTexts()).map((text) => /Hoa|Mận|Thêm/.exec(text)?.[0]), PATIENT)
    .toEqual(['Hoa', 'Mận', 'Thêm']);
  await start.press('Control+8');
  await screen.page.locator('[data-testid="columns-done"]:focus').waitFor();
  await pressAlone(start, '1');
  await screen.page.locator('[data-testid="column-phone"]:not(:checked)').waitFor();
  await start.press('Enter');
  await screen.page.locator('[data-testid="find-input"]:focus').waitFor();
  expect(await rows.first().innerText()).not.toContain('0987');

  // What is seen is what is saved.
  const file = path.join(temporaryFolder(), 'danh sách.csv');
  await start.counter.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await start.press('Control+s');
  await screen.at('found-note').getByText('Đã lưu tệp, 3 hồ sơ').waitFor();
  const lines = readFileSync(file, 'utf8').slice(1).trimEnd().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe('Mã hồ sơ;Chủ hồ sơ;Thủ tục;Tiếp nhận;Hẹn trả;Tình trạng');
  expect(lines[1]).toContain(`${last.dossierNumber};Đinh Văn Hoa;`);
  expect(lines.slice(2).map((line) => line.split(';')[1])).toEqual(['Đinh Thị Mận', 'Bùi Văn Thêm']);

  // Kept under a name, changed, opened again by its digit on the list, renamed and removed.
  await start.press('Control+9');
  await screen.page.locator('[data-testid="view-name"]:focus').waitFor();
  await start.press('Enter');
  await screen.at('view-trouble').waitFor();
  await screen.page.keyboard.type('Theo tên');
  await start.press('Enter');
  await screen.at('view-1').waitFor();
  const [view] = await start.ask('view.list', {});
  expect(view).toMatchObject({ name: 'Theo tên', lookedFor: { sort: { by: 'applicant', descending: false } } });
  expect(view?.columns).not.toContain('phone');
  await start.press('Escape');
  await screen.page.locator('[data-testid="find-input"]:focus').waitFor();
  await screen.page.keyboard.type('hoa');
  await start.press('Control+7');
  await screen.page.locator('[data-testid="filter-typed"]:focus').waitFor();
  await start.press('Enter');
  await screen.page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  await total(1);
  await start.press('ArrowDown');
  await screen.page.locator('[data-testid="found-rows"]:focus').waitFor();
  await pressAlone(start, '1');
  await total(3);
  expect(await start.valueOf('find-input')).toBe('');
  await screen.page.locator('[data-testid="filter-sort"][aria-pressed="true"]').waitFor();
  await start.press('Control+9');
  await screen.page.locator('[data-testid="view-1"]:focus').waitFor();
  await start.press('Shift+Tab');
  await start.press('Shift+Tab');
  await screen.page.locator('[data-testid="view-name"]:focus').waitFor();
  await screen.page.keyboard.type('Tên A đến Y');
  await start.press('Control+Enter');
  await expect.poll(async () => (await start.ask('view.list', {}))[0]?.name, PATIENT).toBe('Tên A đến Y');
  await expect.poll(() => start.valueOf('view-name'), PATIENT).toBe('');
  await start.press('Tab');
  await start.press('Tab');
  await screen.page.locator('[data-testid="view-1"]:focus').waitFor();
  await start.press('Delete');
  await screen.at('view-1').waitFor({ state: 'detached' });
  expect(await start.ask('view.list', {})).toEqual([]);
  await screen.page.locator('[data-testid="view-name"]:focus').waitFor();
  await start.press('Escape');
  await screen.page.locator('[data-testid="find-input"]:focus').waitFor();
  await screen.page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  await start.press('Escape');
  await screen.at('screen-find').waitFor({ state: 'hidden' });
});
