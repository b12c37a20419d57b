import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { TEST_SCAN_CODE } from '../../domain/slips/test-slip.ts';
import { SELF_TEST_STEPS } from '../../electron/contract/self-test-commands.ts';
import { startVirtualPrinter } from '../../printing/virtual-printer.ts';
import { DOSSIER, Start, UNIT } from '../support/counter-start.ts';
import { temporaryFolder } from '../support/store.ts';

test('a clerk has the counter test itself by the keys, scans the test sheet, and saves a report without anybody’s data', async () => {
  const printer = await startVirtualPrinter({ port: 0 });
  const start = await Start.setUp({ ...UNIT, printer });
  const { screen, counter } = start;
  const { page } = screen;
  await screen.receive(DOSSIER);
  const file = path.join(temporaryFolder(), 'self-test.txt');
  await counter.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);

  await start.press('Control+k');
  await page.locator('[data-testid="palette-box"]:focus').waitFor();
  await page.keyboard.type('tu kiem tra');
  await start.press('Enter');
  await page.locator('[data-testid="self-test-run"]:focus').waitFor();
  await start.press('Control+Enter');
  await page.locator('[data-testid="self-test"][data-state="scanner"]').waitFor();

  await screen.scan(TEST_SCAN_CODE);
  await page.locator('[data-testid="self-test"][data-state="over"]').waitFor();
  const verdicts = await Promise.all(
    [...SELF_TEST_STEPS, 'scanner'].map((step) => screen.at(`self-test-${step}`).getAttribute('data-verdict')),
  );
  expect(verdicts).not.toContain('none');
  const ofStep = (step: string) => screen.at(`self-test-${step}`).getAttribute('data-verdict');
  expect(await ofStep('data')).toBe('passed');
  expect(await ofStep('printer')).toBe('passed');
  expect(await ofStep('server')).toBe('not-checkable');
  expect(await ofStep('scanner')).toBe('passed');

  await start.press('Control+s');
  await expect.poll(() => existsSync(file)).toBe(true);
  await screen.at('screen-self-test').getByText('Đã lưu tệp.').waitFor();
  const report = readFileSync(file, 'utf8');
  expect(report).toContain('Xã Trung Sơn (08311) · Máy 03');
  expect(report).toContain('10. Máy quét: Đạt.');
  for (const personal of [DOSSIER.name, DOSSIER.phone, DOSSIER.address, UNIT.clerkName]) {
    expect(report).not.toContain(personal);
  }

  expect(await page.locator('.print-sheet').count()).toBe(1);
  await start.press('F2');
  await expect.poll(() => page.locator('.print-sheet').count()).toBe(0);
  await printer.close();
});
