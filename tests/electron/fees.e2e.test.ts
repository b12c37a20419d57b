import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import { CounterWindow } from '../../scripts/drive/counter-window.ts';
import { type CounterApp, launchCounter } from '../support/electron-app.ts';

const UNIT = { unitCode: '08311', unitName: 'Xã Trung Sơn', upperNames: 'Tỉnh Phú Thọ', organisationCode: 'H44.33.12' };
const MOST_KEYS = 15;

const folder = mkdtempSync(path.join(os.tmpdir(), 'fees-'));
const dataFolder = path.join(folder, 'data');
let printer: VirtualPrinter;
let counter: CounterApp;
let screen: CounterWindow;

beforeAll(async () => {
  printer = await startVirtualPrinter({ port: 0 });
  counter = await launchCounter({ dataFolder });
  screen = new CounterWindow(counter.window);
  await screen.setUp({ ...UNIT, station: '3', clerkName: 'Hà Thị Lan', printer });
});

afterAll(async () => {
  await counter.close();
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

type Fact = { readonly kind: string; readonly payload: Readonly<Record<string, unknown>> };

/** What was kept, newest last. */
function facts(): readonly Fact[] {
  const db = new Database(path.join(dataFolder, 'counter', 'counter.db'), { readonly: true });
  try {
    return db
      .prepare<[], string>(
        "SELECT doc ->> '$.event' FROM event WHERE doc ->> '$.event.dossierId' LIKE '08311%' ORDER BY seq",
      )
      .pluck()
      .all()
      .map((text) => JSON.parse(text) as Fact);
  } finally {
    db.close();
  }
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await screen.page.keyboard.press(key);
}

async function choose(letters: string): Promise<void> {
  await press('F2');
  await screen.page.keyboard.type(letters);
  await press('Enter');
  await screen.at('procedure-chosen').waitFor();
}

/** The field the hands are in. */
async function focused(testId: string): Promise<void> {
  await screen.page.locator(`[data-testid="${testId}"]:focus`).waitFor();
}

async function total(vnd: number): Promise<void> {
  await screen.page.locator(`[data-testid="fees"][data-total="${vnd}"]`).waitFor();
}

describe('nhận và trả ngay', () => {
  test('a copy is received, paid and given back with at most 15 keys besides the name', async () => {
    let keys = 0;
    const hand = async (...pressed: readonly string[]): Promise<void> => {
      for (const key of pressed) keys += key.split('+').length;
      await press(...pressed);
    };
    await hand('F2', 's', 'y', 'Enter');
    await focused('applicant-name');
    await screen.page.keyboard.type('Hà Văn Phúc');
    await hand('Enter');
    await focused('fee-pages');
    await hand('3', 'Enter');
    await focused('fee-copies');
    await hand('2', 'Control+g');
    await total(10_000);
    await hand('Control+Enter');
    await screen.at('saved-handed-over').waitFor();
    expect(keys).toBeLessThanOrEqual(MOST_KEYS);
    expect(await screen.at('saved-money').innerText()).toContain('10.000 đ, tiền mặt, không biên lai');
    const kept = facts();
    expect(kept.map(({ kind }) => kind)).toEqual([
      'received',
      'processing-started',
      'result-issued',
      'fee-collected',
      'result-handed-over',
    ]);
    expect(kept[0]?.payload).toMatchObject({
      applicant: { name: 'Hà Văn Phúc', address: '', phone: { kind: 'none' } },
      fees: { feeVnd: 10_000, dutyVnd: 0 },
    });
    expect(kept[3]?.payload).toMatchObject({ payment: { feeVnd: 10_000, method: 'cash', receipt: { kind: 'none' } } });
    expect(kept[4]?.payload).toMatchObject({ receiver: { relation: 'applicant', name: 'Hà Văn Phúc' } });
  });

  test('waits until everything is counted, and says what is missing', async () => {
    const before = facts().length;
    await choose('sy');
    await focused('applicant-name');
    await screen.page.keyboard.type('Đinh Thị Mận');
    await press('Control+g', 'Control+Enter');
    await screen.at('intake-to-mend').waitFor();
    await focused('fee-pages');
    expect(await screen.at('fee-open').innerText()).toContain('xin gõ số trang');
    expect(facts().length).toBe(before);
  });

  test('keeps the receipt, refuses half of one and one that was used, and nothing typed is lost', async () => {
    const before = facts().length;
    await screen.page.keyboard.type('250');
    await press('Enter', '1', 'Enter');
    await focused('fee-receipt-book');
    await screen.page.keyboard.type('AB-20');
    await total(200_000);
    await press('Control+Enter');
    await screen.at('intake-trouble').waitFor();
    expect(await screen.at('intake-trouble').innerText()).toContain('cả quyển và số');
    expect(facts().length).toBe(before);
    await focused('fee-receipt-number');
    await screen.page.keyboard.type('12');
    await press('Control+Shift+Enter');
    await screen.at('intake-before').waitFor();
    expect(facts().at(-2)?.payload).toMatchObject({
      payment: { feeVnd: 200_000, receipt: { kind: 'numbered', book: 'AB-20', number: '12' } },
    });

    await choose('sy');
    await focused('applicant-name');
    await screen.page.keyboard.type('Đinh Thị Mận');
    await press('Control+g', 'Enter');
    await focused('fee-pages');
    await press('1', 'Enter', '1', 'Enter');
    await focused('fee-receipt-book');
    await screen.page.keyboard.type('ab-20');
    await press('Enter');
    await focused('fee-receipt-number');
    await screen.page.keyboard.type('012');
    const kept = facts().length;
    await press('Control+Enter');
    await screen.at('intake-trouble').waitFor();
    expect(await screen.at('intake-trouble').innerText()).toContain('đã dùng cho hồ sơ khác');
    expect(facts().length).toBe(kept);
    expect(await screen.at('applicant-name').inputValue()).toBe('Đinh Thị Mận');
  });

  test('is turned off by one key: then the dossier is received as any other, and its fee stays due', async () => {
    await press('Control+h');
    await expect.poll(() => screen.at('on-the-spot').isChecked()).toBe(false);
    await screen.at('applicant-phone').focus();
    await screen.page.keyboard.type('0912345678');
    await press('Enter', 'Enter');
    await focused('applicant-address');
    await screen.page.keyboard.type('Khu 3, xã Trung Sơn');
    await press('Control+Enter');
    await screen.at('saved').waitFor();
    expect(await screen.at('saved-money').innerText()).toContain('Phải thu');
    expect(facts().at(-1)).toMatchObject({ kind: 'received', payload: { fees: { feeVnd: 2_000 } } });
  });
});

describe('the fees of a reception', () => {
  test('what the council sets is typed or stays open, and an exemption is kept with what showed it', async () => {
    await choose('ks');
    await focused('applicant-name');
    expect(await screen.at('fee-open').innerText()).toContain('Chưa tính');
    await screen.at('fee-council-duty').focus();
    await screen.page.keyboard.type('8.000');
    await total(8_000);
    await press('Tab', 'Tab');
    await focused('fee-exemption');
    await press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await total(0);
    await press('Tab');
    await focused('fee-evidence');
    await screen.page.keyboard.type('Sổ hộ nghèo 14');
    await screen.at('applicant-name').focus();
    await screen.page.keyboard.type('Hoàng Đức Ả');
    await press('Enter');
    await screen.page.keyboard.type('0987654321');
    await press('Enter', 'Enter');
    await focused('applicant-address');
    await screen.page.keyboard.type('Khu 5');
    await press('Control+g', 'Control+Enter');
    await screen.at('saved').waitFor();
    expect(facts().at(-1)).toMatchObject({
      kind: 'received',
      payload: {
        fees: {
          dutyVnd: 0,
          lines: [{ exemptVnd: 8_000 }],
          exemption: { reason: 'poor-household', evidence: 'Sổ hộ nghèo 14' },
        },
      },
    });
  });
});

describe('the options of a reception', () => {
  test('the title of what nobody else should know stays off the slip when the citizen wants it so', async () => {
    await choose('nuoi con nuoi');
    await focused('applicant-name');
    await screen.page.keyboard.type('Đặng Thị Hiền');
    await press('Enter');
    await screen.page.keyboard.type('0987654321');
    await press('Enter', 'Enter');
    await focused('applicant-address');
    await screen.page.keyboard.type('Khu 9');
    await press('Control+g', 'Control+r');
    await screen.at('options-dialog').waitFor();
    await press('Tab', 'Tab', 'Space', 'Enter');
    await screen.at('options-dialog').waitFor({ state: 'detached' });
    await focused('applicant-address');
    expect(await screen.at('options-said').innerText()).toContain('không in tên thủ tục');
    await press('Control+Enter');
    await screen.at('saved').waitFor();
    expect(facts().at(-1)).toMatchObject({
      kind: 'received',
      payload: { hidesTitle: true, fees: { dutyVnd: 400_000 } },
    });
  });

  test('the channel changes the fee, the result is wanted at home, the money is taken now, and all of it outlives a restart', async () => {
    await choose('tt');
    await focused('applicant-name');
    await total(20_000);
    await screen.page.keyboard.type('Bùi Văn Thêm');
    await press('Control+r');
    await screen.at('options-dialog').waitFor();
    await press('ArrowRight', 'Tab', 'ArrowRight', 'Enter');
    await focused('options-address');
    await screen.page.keyboard.type('Khu 7, xã Trung Sơn');
    await press('Enter');
    await screen.at('options-dialog').waitFor({ state: 'detached' });
    await focused('applicant-name');
    await total(10_000);
    await press('Control+y');
    await screen.at('fee-receipt-book').focus();
    await screen.page.keyboard.type('CD-20');
    await press('Enter');
    await focused('fee-receipt-number');
    await screen.page.keyboard.type('7');
    await press('Tab');
    await counter.close();
    counter = await launchCounter({ dataFolder });
    screen = new CounterWindow(counter.window);
    await screen.signIn();
    await screen.at('start-dialog').waitFor();
    await press('Enter');
    await total(10_000);
    expect(await screen.at('options-said').innerText()).toBe('Nộp trực tuyến · Bưu chính tận nhà');
    expect(await screen.at('fee-collect').isChecked()).toBe(true);
    await screen.at('applicant-phone').focus();
    await screen.page.keyboard.type('0987654321');
    await press('Enter', 'Enter');
    await focused('applicant-address');
    await screen.page.keyboard.type('Khu 7');
    await press('Control+g', 'Control+Enter');
    await screen.at('saved').waitFor();
    expect(facts().at(-2)).toMatchObject({
      kind: 'received',
      payload: {
        channel: 'online',
        resultWanted: { at: 'home-by-post', address: 'Khu 7, xã Trung Sơn' },
        fees: { dutyVnd: 10_000 },
      },
    });
    expect(facts().at(-1)).toMatchObject({
      kind: 'fee-collected',
      payload: { payment: { dutyVnd: 10_000, method: 'cash', receipt: { book: 'CD-20', number: '7' } } },
    });
    expect(await screen.at('saved-money').innerText()).toContain('Đã thu');
  });
});
