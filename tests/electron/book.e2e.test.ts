import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DOSSIER, Start } from '../support/counter-start.ts';
import { temporaryFolder } from '../support/store.ts';

const PATIENT = { timeout: 15_000 };

/** What every save dialog answers from now on. */
async function savesTo(start: Start, file: string): Promise<void> {
  await start.counter.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

/** The lines of the file without its mark; waits until it is there whole. */
async function linesOf(file: string): Promise<readonly string[]> {
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8').endsWith('\r\n'), PATIENT).toBe(true);
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  return text.slice(1).trimEnd().split('\r\n');
}

test('the book of the day by the keyboard: looked through, opened, saved for Excel; then the report and the money', async () => {
  const start = await Start.setUp();
  const { screen } = start;
  const names = ['Đinh Thị Mận', 'Bùi Văn Thêm', '=HYPERLINK(A1)'];
  for (const name of names) await screen.receive({ ...DOSSIER, name });

  // The hands are on the lines at once.
  await start.press('F7');
  await screen.page.locator('[data-testid="register-rows"][data-total="3"]:focus').waitFor();
  const today = (await start.ask('app.state', {})).now.slice(0, 10);
  const day = `${today.slice(8, 10)}/${today.slice(5, 7)}/${today.slice(0, 4)}`;
  const rows = screen.at('register-row');
  await expect.poll(() => rows.count(), PATIENT).toBe(3);
  expect((await rows.nth(1).innerText()).replace(/\s+/g, ' ')).toContain('Bùi Văn Thêm');
  await start.press('ArrowDown');
  await screen.page.locator('[data-testid="register-rows"][data-at="1"]').waitFor();
  await start.press('Enter');
  await screen.at('dossier-panel').getByText('Bùi Văn Thêm').first().waitFor();
  await start.press('Escape');
  await screen.at('dossier-panel').waitFor({ state: 'detached' });
  await screen.page.locator('[data-testid="register-rows"][data-at="1"]:focus').waitFor();

  const file = path.join(temporaryFolder(), 'sổ.csv');
  await savesTo(start, file);
  await start.press('Control+s');
  await screen.at('book-note').getByText('Đã lưu tệp').waitFor();
  const lines = await linesOf(file);
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain(`;${names[0]};`);
  expect(lines[1]).toContain(`;${day};`);
  // What looks like a formula is none.
  expect(lines[3]).toContain(`;'${names[2]};`);

  // Days that are typed: one without receptions, then today again.
  await start.press('Shift+Tab');
  await start.press('Shift+Tab');
  await start.press('ArrowLeft');
  await expect.poll(() => start.focused()).toBe('period-from');
  await screen.page.keyboard.type(`01/01/${today.slice(0, 4)}`);
  await start.press('Enter');
  await expect.poll(() => start.focused()).toBe('period-until');
  await screen.page.keyboard.type(`31/12/${Number(today.slice(0, 4)) - 1}`);
  await screen.page.getByText('Trước ngày đầu').waitFor();
  await start.press('Control+a');
  await screen.page.keyboard.type(day);
  await screen.page.locator('[data-testid="register-rows"][data-total="3"]').waitFor();

  // The printed form becomes a file where there is no printer for forms.
  const form = path.join(temporaryFolder(), 'sổ.pdf');
  await savesTo(start, form);
  await start.press('Shift+Tab');
  await start.press('Control+p');
  await expect
    .poll(async () => (await start.ask('print.jobs', {})).find(({ paper }) => paper === 'form-register-book')?.state, {
      timeout: 30_000,
    })
    .toBe('confirmed');
  expect(readFileSync(form).subarray(0, 5).toString()).toBe('%PDF-');

  await start.press('F7');
  await screen.page.locator('[data-testid="screen-book"][data-part="report"]').waitFor();
  await start.press('Control+Enter');
  await screen.at('report-agrees').waitFor();
  const { counted } = await start.ask('report.state', {});
  expect(counted?.report.total.received).toMatchObject({ total: 3, directOrPost: 3 });
  expect((await screen.at('report-total').innerText()).split(/\s+/).slice(0, 5)).toEqual([
    'Tổng',
    'cộng',
    '3',
    '0',
    '3',
  ]);
  const report = path.join(temporaryFolder(), 'báo cáo.csv');
  await savesTo(start, report);
  await start.press('Control+s');
  expect((await linesOf(report)).at(-1)).toMatch(/^;Tổng cộng;3;0;3;0;/);

  await start.press('F7');
  await expect.poll(() => start.focused()).toBe('cash-day');
  expect(await start.valueOf('cash-day')).toBe(day);
  await start.press('Escape');
  await screen.at('screen-intake').waitFor();
});
