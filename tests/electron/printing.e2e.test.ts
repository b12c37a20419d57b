import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type PrintedSlip, startVirtualPrinter } from '../../printing/virtual-printer.ts';
import { ensureProgram } from '../../scripts/system-packages.ts';
import { startTestPrinter, type TestPrinter } from '../printing/ipp/test-printer.ts';
import { DOSSIER, Start, UNIT } from '../support/counter-start.ts';
import { startMoodyPrinter } from '../support/moody-printer.ts';
import { Cable } from '../support/serial-cable.ts';
import { temporaryFolder } from '../support/store.ts';

async function officePrinter(): Promise<TestPrinter> {
  const printer = await startTestPrinter();
  onTestFinished(() => printer.close());
  return printer;
}

/** What Debian's poppler makes of a PDF. */
function pdfInfo(document: Uint8Array): string {
  ensureProgram({ program: 'pdfinfo', debianPackage: 'poppler-utils' });
  const file = path.join(temporaryFolder(), 'form.pdf');
  writeFileSync(file, document);
  return execFileSync('pdfinfo', [file], { encoding: 'utf8' });
}

/** Presses Tab until something has the focus; a screen must be worked without a mouse. */
async function tabTo(start: Start, testId: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await start.focused()) === testId) return;
    await start.press('Tab');
  }
  throw new Error(`no Tab leads to ${testId}`);
}

test('a morning with both printers: the slip comes out of one, Mẫu 01 in two copies out of the other', async () => {
  const slips: PrintedSlip[] = [];
  const thermal = await startVirtualPrinter({ port: 0, onSlip: (slip) => slips.push(slip) });
  onTestFinished(() => thermal.close());
  const office = await officePrinter();
  const start = await Start.setUp({ ...UNIT, printer: { host: '127.0.0.1', port: thermal.port } });
  const { screen } = start;

  // The office printer is named on the printers' screen, by the keyboard.
  await start.press('Control+i');
  await screen.at('screen-printing').waitFor();
  await screen.at('form-printer-ipp').click();
  await screen.at('form-printer-uri').fill(office.uri);
  await screen.at('form-printer-save').click();
  await screen.at('form-printer-note').getByText('Đã lưu').waitFor();
  await screen.at('form-printer-ask').click();
  await screen.page.locator('[data-testid="printer-said"][data-tone="good"]').waitFor();

  const { dossierNumber } = await screen.receive(DOSSIER);
  await expect.poll(() => slips.length).toBe(1);
  await expect.poll(() => office.jobs.at(0)?.state, { timeout: 20_000 }).toBe('completed');
  const form = office.jobs[0]?.document ?? new Uint8Array();
  expect(pdfInfo(form)).toMatch(/Pages:\s+2\n[^]*Page size:\s+4(?:19|20)(?:\.\d+)? x 59[45]/);
  expect(office.complaints).toEqual([]);

  // From another screen F2 begins the next reception.
  await start.press('F5');
  await screen.at('screen-list').waitFor();
  await start.press('F2');
  await screen.at('procedure-search').waitFor();

  // Every paper of the dossier is behind one key.
  await start.press('F3');
  await screen.page.keyboard.type(DOSSIER.name);
  await screen.page.locator('[data-testid="dossier-row"]').first().click();
  await screen.at('dossier-panel').waitFor();
  await start.press('Control+p');
  await expect.poll(() => start.focused()).toBe('print-form-receipt-slip');
  await start.press('ArrowDown');
  await tabTo(start, 'print-form-control-sheet');
  await start.press('Enter');
  await screen.at('paper-note').getByText('Đang in').waitFor();
  await expect.poll(() => office.jobs.length, { timeout: 20_000 }).toBe(2);

  // Without a printer it becomes a file, where the clerk says.
  const file = path.join(temporaryFolder(), 'mẫu-01.pdf');
  await start.counter.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await start.press('Control+p');
  await screen.at('save-form-receipt-slip').click();
  await expect
    .poll(async () => (await start.ask('print.jobs', {})).find(({ printer }) => printer === 'file')?.state)
    .toBe('confirmed');
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  // It is a copy, and says so.
  const saved = (await start.ask('print.jobs', {})).find(({ printer }) => printer === 'file');
  expect(saved).toMatchObject({ paper: 'form-receipt-slip', about: dossierNumber, copyNo: 2 });
});

test('a printer that breaks off asks at once whether the slip is out; F8 prints the second copy', async () => {
  const printer = await startMoodyPrinter();
  printer.mood = { kind: 'resets', afterBytes: 20_000 };
  const start = await Start.setUp({ ...UNIT, printer: { host: '127.0.0.1', port: printer.port } });
  const { screen } = start;
  const slipIs = (state: string) => screen.page.locator(`[data-testid="print-state"][data-state="${state}"]`);
  await screen.receive(DOSSIER);
  await slipIs('unknown').waitFor();
  await screen.at('saved').getByText('Phiếu đã ra chưa?').waitFor();
  expect(await screen.at('print-trouble').innerText()).toContain('ngắt giữa chừng');
  printer.mood = { kind: 'prints' };
  await start.press('F8');
  await slipIs('confirmed').getByText('bản in lần 2').waitFor();

  // The same key for a dossier that is looked at later, and an answer in place of a paper.
  printer.mood = { kind: 'resets', afterBytes: 20_000 };
  await start.press('F8');
  await slipIs('unknown').getByText('bản in lần 3').waitFor();
  await start.press('F3');
  await screen.page.keyboard.type(DOSSIER.name);
  await screen.page.locator('[data-testid="dossier-row"]').first().click();
  await screen.at('dossier-note').getByText('không rõ phiếu đã ra chưa').waitFor();
  printer.mood = { kind: 'prints' };
  await start.press('F8');
  await screen.at('dossier-note').getByText('Bản in lần 4: đã in xong').waitFor();
  const jobs = await start.ask('print.jobs', {});
  expect(jobs.map(({ copyNo, state }) => `${copyNo} ${state}`).toSorted()).toEqual([
    '1 cancelled',
    '2 confirmed',
    '3 cancelled',
    '4 confirmed',
  ]);
});

test('the status bar leads to the question of the queue; what is answered keeps its place for a moment', async () => {
  const printer = await startMoodyPrinter();
  printer.mood = { kind: 'resets', afterBytes: 20_000 };
  const start = await Start.setUp({ ...UNIT, printer: { host: '127.0.0.1', port: printer.port } });
  const { screen } = start;
  await screen.receive(DOSSIER);
  await screen.page.locator('[data-testid="status-printer"][data-attention="1"]').waitFor();
  await screen.receive({ ...DOSSIER, name: 'Bùi Văn Ổn' });
  await screen.page.locator('[data-testid="status-printer"][data-attention="2"]').waitFor();
  await screen.at('status-printer').click();
  await expect.poll(() => start.focused()).toBe('job-is-out');
  const asked = screen.page.locator('[data-testid="print-job"][data-state="unknown"]');
  const idsShown = () =>
    screen.at('print-job').evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-id'))));
  const [newer = 0, older = 0] = await idsShown();
  expect(newer).toBeGreaterThan(older);
  await asked.first().getByText('Phiếu đã ra chưa?').waitFor();

  printer.mood = { kind: 'prints' };
  const olderRow = screen.page.locator(`[data-testid="print-job"][data-id="${older}"]`);
  // The second click of the same hand falls on nothing.
  await asked.first().getByTestId('job-print-now').dblclick();
  await screen.page.locator('[data-testid="print-job"][data-state="confirmed"]').getByText('bản in lần 2').waitFor();
  await screen.page.locator('[data-testid="print-job"][data-state="cancelled"]').waitFor();
  const [first, second, third] = await idsShown();
  expect([first, third]).toEqual([newer, older]);
  expect(second).toBeGreaterThan(newer);
  expect(await olderRow.getAttribute('data-state')).toBe('unknown');
  await screen.page.locator('[data-testid="status-printer"][data-attention="1"]').waitFor();
  // Then what still needs a person comes first.
  await expect.poll(async () => (await idsShown())[0], { timeout: 6_000 }).toBe(older);
  await start.press('Tab');
  await olderRow.getByTestId('job-is-out').click();
  await screen.page.locator('[data-testid="status-printer"][data-attention="0"]').waitFor();
});

test('the printers are set, asked and tried without a mouse, and Esc leaves', async () => {
  const slips: PrintedSlip[] = [];
  const thermal = await startVirtualPrinter({ port: 0, onSlip: (slip) => slips.push(slip) });
  onTestFinished(() => thermal.close());
  const start = await Start.setUp();
  const { screen } = start;
  await start.press('Control+i');
  await screen.at('screen-printing').waitFor();
  await tabTo(start, 'printer-host');
  await screen.page.keyboard.type('x');
  await start.press('Control+a');
  await screen.page.keyboard.type('127.0.0.1');
  await tabTo(start, 'printer-port');
  await start.press('Control+a');
  await screen.page.keyboard.type(String(thermal.port));
  await tabTo(start, 'printer-save');
  await start.press('Enter');
  await screen.at('printer-note').getByText('Đã lưu').waitFor();
  await tabTo(start, 'printer-test');
  await start.press('Enter');
  await expect.poll(() => slips.length).toBe(1);
  thermal.setCondition('paper-out');
  await screen.at('printer-ask').focus();
  await start.press('Enter');
  await screen.at('printer-said').first().getByText('hết giấy').waitFor();
  await start.press('Escape');
  await screen.at('screen-intake').waitFor();
});

test('where slips are drawn on the screen the test page is shown there, and Esc closes it alone', async () => {
  const start = await Start.setUp();
  const { screen } = start;
  await start.press('Control+i');
  await screen.at('printer-virtual').click();
  expect(await screen.at('printer-test').isDisabled()).toBe(true);
  await screen.at('slip-printer').getByText('Xin lưu trước khi kiểm tra.').waitFor();
  await screen.at('printer-save').click();
  await screen.at('printer-note').getByText('Đã lưu').waitFor();
  await screen.at('printer-test').click();
  await screen.at('test-picture').getByTestId('slip-picture').waitFor();
  await start.press('Escape');
  await screen.at('test-picture').waitFor({ state: 'detached' });
  expect(await screen.at('screen-printing').isVisible()).toBe(true);
});

test('a card read at a serial port fills the applicant with every mark, and a slip opens from any screen', async () => {
  ensureProgram({ program: 'socat', debianPackage: 'socat' });
  const cable = new Cable(temporaryFolder());
  await cable.plugIn();
  onTestFinished(() => cable.unplug());
  const start = await Start.setUp();
  const { screen } = start;
  const { scanCode } = await screen.receive(DOSSIER);
  await start.press('Control+i');
  await screen.at('scanner-serial').click();
  await screen.at('scanner-port').fill(realpathSync(cable.counterEnd));
  await screen.at('scanner-save').click();
  await screen.page.locator('[data-testid="scanner-state"][data-state="open"]').waitFor();

  // Back to what was saved: the card of whoever is next begins the next reception.
  await start.press('Escape');
  await screen.at('saved').waitFor();
  await cable.send('025190001234||Lê Thị Na|01021990|Nữ|Khu 5, Trung Sơn, Phú Thọ|10052021\r\n');
  await expect.poll(() => start.valueOf('applicant-name')).toBe('Lê Thị Na');
  expect(await start.valueOf('applicant-address')).toBe('Khu 5, Trung Sơn, Phú Thọ');
  expect(await start.valueOf('applicant-phone')).toBe('');

  await start.press('F5');
  await cable.send(`${scanCode}\r\n`);
  await screen.waitForAnswer('open');
  // The self-test hears it too, and opens nothing.
  await start.press('Control+i');
  await screen.at('scan-test-open').click();
  await cable.send(`${scanCode}\r\n`);
  await screen.page.getByText('ĐỌC ĐÚNG MỘT PHIẾU').waitFor();
  await start.press('Escape');
  await screen.at('screen-printing').waitFor();
});
