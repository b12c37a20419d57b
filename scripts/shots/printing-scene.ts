import type { PrintJobRow } from '../../electron/contract/print-views.ts';
import { setUp } from './set-up-counter.ts';
import { PAPER_ROWS } from './paper-rows.ts';
import type { Scene } from './stage.ts';

const NO_JOBS: readonly PrintJobRow[] = [];

/** The printers, their queue and the scanner. */
export const PRINTING_SCENE: Scene = {
  name: '10-printing',
  play: async (stage) => {
    const { window, page, canned, shot, small } = stage;
    await setUp(stage);
    await canned.answer('print.jobs', NO_JOBS);
    await page.keyboard.press('Control+i');
    await window.at('screen-printing').waitFor();
    await shot('empty');
    await window.at('printer-device').click();
    await window.at('printer-path').fill('/etc/passwd');
    await window.at('printer-save').click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await canned.answer('print.jobs', PAPER_ROWS);
    await canned.answer('printer.ask', { kind: 'trouble', trouble: 'paper-out' });
    await page.reload();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+i');
    await window.at('print-job').first().waitFor();
    await window.at('form-printer-ipp').click();
    await window.at('form-printer-uri').fill('ipp://192.168.1.60/ipp/print');
    await window.at('printer-ask').click();
    await window.at('printer-said').first().getByText('giấy').waitFor();
    await shot('full');
    await small('full');
    await window.at('scan-test-open').click();
    await page.waitForTimeout(300);
    await shot('scan-test');
    await small('scan-test');
  },
};
