import type { PrintJobRow } from '../../electron/contract/print-views.ts';
import { setUp } from './set-up-counter.ts';
import { PAPER_ROWS } from './paper-rows.ts';
import type { Scene, Stage } from './stage.ts';

const NO_JOBS: readonly PrintJobRow[] = [];
const RECEIVED = {
  procedure: 'ks',
  name: 'Nguyễn Thị Phương Thảo Nguyên',
  phone: '0912345678',
  address: 'Khu 3, xã Trung Sơn',
};

/** What was saved while its slip is in question, and while it waits for paper. */
async function playSaved({ window, page, canned, shot, small }: Stage): Promise<void> {
  await window.receive(RECEIVED);
  await page.locator('[data-testid="print-state"][data-state]').waitFor();
  const envelope = await page.evaluate(() => globalThis.window.counter?.call('print.jobs', {}));
  const jobs = envelope?.ok ? (envelope.output as readonly PrintJobRow[]) : NO_JOBS;
  const asIf = (part: Partial<PrintJobRow>) =>
    canned.answer(
      'print.jobs',
      jobs.map((job) => ({ ...job, ...part })),
    );
  await asIf({ state: 'unknown', trouble: 'printer-broke-off' });
  await window.at('saved-is-out').waitFor();
  await shot('saved-asked');
  await small('saved-asked');
  await asIf({ state: 'queued', trouble: 'paper-out' });
  await window.at('saved-is-out').waitFor({ state: 'detached' });
  await shot('saved-waits');
}

/** The printers, their queue and the scanner. */
export const PRINTING_SCENE: Scene = {
  name: '10-printing',
  play: async (stage) => {
    const { window, page, canned, shot, small } = stage;
    await setUp(stage);
    await playSaved(stage);
    await canned.answer('print.jobs', NO_JOBS);
    await page.keyboard.press('Control+i');
    await window.at('screen-printing').waitFor();
    await shot('empty');
    await window.at('printer-device').click();
    await window.at('printer-path').fill('/etc/passwd');
    await window.at('printer-save').click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await shot('device');
    await small('device');
    await window.at('scanner-serial').click();
    await window.at('scanner-port').fill('COM4');
    await window.at('scanner-sheet').scrollIntoViewIfNeeded();
    await shot('serial');
    await small('serial');
    await canned.answer('print.jobs', PAPER_ROWS);
    await canned.answer('printer.ask', { kind: 'trouble', trouble: 'paper-out' });
    await page.reload();
    // Papers in question were left behind: the dialog of the start asks.
    await window.at('screen-intake').waitFor();
    await window.at('start-dialog').waitFor();
    await shot('start');
    await page.keyboard.press('Escape');
    await window.at('start-dialog').waitFor({ state: 'detached' });
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
