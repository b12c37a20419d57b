import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeScanCode } from '../../domain/scan-code.ts';
import { type PrintedSlip, startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import { CounterWindow, type ReceivedOnScreen } from '../../scripts/drive/counter-window.ts';
import { readWithZxing } from '../../scripts/drive/read-symbols.ts';
import { type CounterApp, launchCounter } from '../support/electron-app.ts';

const UNIT = { unitCode: '08311', unitName: 'Xã Trung Sơn', upperNames: 'Tỉnh Phú Thọ', organisationCode: 'H44.33.12' };

const folder = mkdtempSync(path.join(os.tmpdir(), 'counter-day-'));
const dataFolder = path.join(folder, 'data');
const databaseFile = path.join(dataFolder, 'counter', 'counter.db');
const slips: PrintedSlip[] = [];
let printer: VirtualPrinter;
let counter: CounterApp;
let screen: CounterWindow;

beforeAll(async () => {
  printer = await startVirtualPrinter({ port: 0, onSlip: (slip) => slips.push(slip) });
  counter = await launchCounter({ dataFolder });
  screen = new CounterWindow(counter.window);
});

afterAll(async () => {
  await counter.close();
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is really in the file, whatever the screen says. */
function inDatabase<T>(sql: string): T | undefined {
  const db = new Database(databaseFile, { readonly: true });
  try {
    return db.prepare<[], T>(sql).pluck().get();
  } finally {
    db.close();
  }
}

/** Screens that are not shown keep what was typed, and their rows. */
const rowsOn = (screenId: string) => screen.at(screenId).getByTestId('dossier-row');

const dossierCount = () => inDatabase<number>('SELECT count(*) FROM dossier');

describe('a day at the counter, on the real application', () => {
  let received: ReceivedOnScreen;

  test('set-up names each field that needs the clerk, and keeps what was typed', async () => {
    await screen.at('setup-unit-name').fill(UNIT.unitName);
    await screen.page.keyboard.press('Control+Enter');
    await expect.poll(() => screen.page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(3);
    expect(await screen.at('setup-unit-name').inputValue()).toBe(UNIT.unitName);
    expect(await screen.at('setup-station').inputValue()).toBe('');
  });

  test('once set up it is usable without any server', async () => {
    await screen.setUp({ ...UNIT, station: '3', clerkName: 'Hà Thị Lan', printer });
    expect(await screen.at('status-sync').getAttribute('data-status')).toBe('no-server');
  });

  test('a reception is committed, numbered and printed, and its slip reads back', async () => {
    received = await screen.receive({ procedure: 'ks', name: 'Đinh Thị Mận', phone: '0912345678', address: 'Khu 3' });
    expect(received.dossierNumber).toMatch(/^H44\.33\.12-\d{6}-1001$/);
    expect(dossierCount()).toBe(1);
    await expect.poll(() => slips.length, { timeout: 20_000 }).toBe(1);
    const [slip] = slips;
    expect(slip && readWithZxing(slip)).toEqual({ code128: received.scanCode, qr: received.scanCode });
  });

  test('a form with nothing in it is not taken, and uses no number', async () => {
    await screen.page.keyboard.press('F2');
    await screen.at('procedure-search').fill('kt');
    await screen.page.keyboard.press('Enter');
    await screen.at('applicant-name').fill('Hà Văn Thắng');
    await screen.page.keyboard.press('Control+Enter');
    await expect.poll(() => screen.page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0);
    expect(await screen.at('applicant-name').inputValue()).toBe('Hà Văn Thắng');
    expect(dossierCount()).toBe(1);
  });

  test.for([
    [
      'a digit misread',
      () => received.scanCode.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
      'check-failed',
    ],
    [
      'a slip of another commune',
      () => makeScanCode({ unitCode: '08290', station: 1, yearOfCentury: 26, runningNumber: 7 }),
      'other-unit',
    ],
    [
      'a slip nothing is known of here',
      () => makeScanCode({ unitCode: UNIT.unitCode, station: 9, yearOfCentury: 26, runningNumber: 7 }),
      'intake-unknown',
    ],
  ] as const)('%s gets an answer that says so', async ([, digits, kind]) => {
    await screen.page.keyboard.press('F4');
    await screen.at('scan-input').fill(digits());
    await screen.page.keyboard.press('Enter');
    await screen.page.locator(`[data-testid="scan-answer"][data-kind="${kind}"]`).waitFor();
  });

  test('scanning on any screen opens the hand-over; it is recorded once', async () => {
    await screen.page.keyboard.press('F5');
    await screen.scan(received.scanCode);
    expect(await screen.scanAnswer()).toBe('open');
    await screen.page.keyboard.press('Control+Enter');
    await screen.page.locator('[data-testid="scan-answer"][data-kind="done"]').waitFor();
    expect(inDatabase<string>('SELECT status FROM dossier')).toBe('handed-over');
    await screen.scan(received.scanCode);
    await screen.page.locator('[data-testid="scan-answer"][data-kind="handed-over"]').waitFor();
    expect(await screen.at('scan-answer').innerText()).toContain('Đinh Thị Mận');
    expect(inDatabase<number>("SELECT count(*) FROM event WHERE doc ->> '$.event.kind' = 'result-handed-over'")).toBe(
      1,
    );
  });

  test('it is found by a name without marks and by the tail of its phone', async () => {
    await screen.page.keyboard.press('F3');
    for (const query of ['man', '5678']) {
      await screen.at('find-input').fill(query);
      await expect.poll(() => rowsOn('screen-find').count()).toBe(1);
      expect(await rowsOn('screen-find').innerText()).toContain('Đinh Thị Mận');
    }
  });

  test('with the printer off the reception is as fast, the slip waits, and comes out when the printer is back', async () => {
    const { port } = printer;
    await printer.close();
    await screen.receive({ procedure: 'hn', name: 'Bùi Văn Thêm', phone: '0987654321', address: 'Khu 5' });
    expect(dossierCount()).toBe(2);
    await expect
      .poll(() => inDatabase<string>("SELECT trouble FROM print_job WHERE state = 'queued'"))
      .toBe('printer-unreachable');
    printer = await startVirtualPrinter({ port, onSlip: (slip) => slips.push(slip) });
    await expect.poll(() => slips.length, { timeout: 20_000 }).toBe(2);
  });

  test('after a kill of the core the screen heals itself, and nothing that was saved is gone', async () => {
    process.kill(corePid(), 'SIGKILL');
    // Who was signed in was known to the core alone.
    await screen.signIn();
    await screen.page.keyboard.press('F5');
    await screen.at('line-today').waitFor();
    // All that was received today.
    await screen.page.keyboard.press('7');
    await expect.poll(() => rowsOn('screen-list').count(), { timeout: 15_000 }).toBe(2);
  });

  test('a database of a newer program is named in plain Vietnamese, with a way to try again, and not touched', async () => {
    // The dialog of the operating system cannot be read from the page: what it is given is.
    await counter.app.evaluate(({ dialog }) => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      dialog.showMessageBox = (...given: unknown[]) => {
        asked.push(given.at(-1));
        return new Promise(() => undefined);
      };
    });
    const db = new Database(databaseFile);
    db.pragma('user_version = 99990');
    db.close();
    process.kill(corePid(), 'SIGKILL');
    const said = () => counter.app.evaluate(() => JSON.stringify((globalThis as { asked?: unknown }).asked));
    await expect.poll(said, { timeout: 15_000 }).toContain('phiên bản mới hơn');
    expect(await said()).toContain('Không có gì bị mất');
    expect(inDatabase<number>('SELECT user_version FROM pragma_user_version')).toBe(99_990);
  });
});

/** The core is the child of the application that runs `core.mjs`. */
function corePid(): number {
  const main = counter.app.process().pid;
  const found = execFileSync('pgrep', ['-P', String(main), '-f', 'core.mjs'], { encoding: 'utf8' });
  return Number(found.trim().split('\n')[0]);
}
