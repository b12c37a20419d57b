import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { get } from '../support/counter.ts';
import { Start } from '../support/counter-start.ts';
import { temporaryFolder } from '../support/store.ts';

/** As the province sends it: births are to be registered within three days, with one paper. */
const DECREED = [
  {
    code: '1.001193',
    name: 'Thủ tục đăng ký khai sinh',
    categoriesDetails: [{ name: 'Hộ tịch' }],
    isWard: true,
    processingTime: 3,
    processingTimeUnit: 'WORKING_DAY',
    fees: [{ value: 0, description: 'Không thu' }],
    executionCases: [
      { name: 'Bao gồm', profileComponents: [{ name: 'Giấy cam đoan về việc sinh', originalQty: 1, copyQty: 0 }] },
    ],
    resultsDetails: [{ name: 'Giấy khai sinh' }],
  },
];

const shownCode = (start: Start) => start.screen.at('procedure-sheet').getAttribute('data-code');

/** What is chosen in every dialog from now on: a catalogue to read, and where a form is to be kept. */
async function dialogsChoose(start: Start, file: string, pdf: string): Promise<void> {
  await start.chooses(file);
  await start.counter.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, pdf);
}

test('a procedure is found by two letters, read, printed for the wall, and says what a new decision changed', async () => {
  const start = await Start.setUp();
  const folder = temporaryFolder();
  const [file, pdf] = [path.join(folder, 'catalogue.json'), path.join(folder, 'niem-yet.pdf')];
  writeFileSync(file, JSON.stringify(DECREED));
  await dialogsChoose(start, file, pdf);

  await start.press('Control+t');
  await start.screen.at('procedure-sheet').waitFor();
  await expect.poll(() => start.focused()).toBe('procedures-search');
  await start.screen.page.keyboard.type('ks');
  await expect.poll(() => shownCode(start)).toBe('1.001193');
  await start.press('ArrowDown');
  await expect.poll(() => shownCode(start)).not.toBe('1.001193');
  await start.press('ArrowUp');
  await expect.poll(() => shownCode(start)).toBe('1.001193');
  await start.screen.at('procedure-if-now').waitFor();
  expect(await start.screen.at('procedure-changes').innerText()).toContain('Bản đầu tiên');

  await start.press('Enter');
  await expect.poll(() => start.focused()).toBe('procedure-sheet');
  await start.press('Control+p');
  await expect
    .poll(async () => (await start.ask('print.jobs', {})).map(({ paper, about, state }) => [paper, about, state]))
    .toEqual([['form-procedure-notice', '1.001193', 'confirmed']]);
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  await start.press('Control+Shift+p');
  await expect
    .poll(async () => (await start.ask('print.jobs', {})).filter(({ paper }) => paper === 'form-procedure-list').length)
    .toBe(1);
  await start.press('Escape');
  await expect.poll(() => start.focused()).toBe('procedures-search');

  const { readingId } = get(await start.ask('catalogue.read', {}));
  expect(get(await start.ask('catalogue.apply', { readingId }))).toEqual({ published: 1 });
  // It comes by itself: the screen was told that something was published.
  await start.screen.page.locator('[data-testid="procedure-sheet"][data-news="changed"]').waitFor();
  const changes = await start.screen.at('procedure-changes').innerText();
  expect(changes).toContain('nay là 3 ngày làm việc');
  expect(changes).toContain('Thêm giấy tờ: Giấy cam đoan về việc sinh (1 bản chính).');
  expect(changes).toContain('Bỏ giấy tờ: Giấy chứng sinh');

  // What was typed goes first, then the screen.
  await start.press('Escape');
  await expect.poll(() => start.valueOf('procedures-search')).toBe('');
  await start.press('Escape');
  await start.screen.at('screen-intake').waitFor();
});
