import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import { CannedAnswers } from '../../scripts/drive/canned-answers.ts';
import { CounterWindow } from '../../scripts/drive/counter-window.ts';
import { type CounterApp, launchCounter } from '../support/electron-app.ts';

const UNIT = { unitCode: '08311', unitName: 'Xã Trung Sơn', upperNames: 'Tỉnh Phú Thọ', organisationCode: 'H44.33.12' };
const FREE = { procedure: 'ks', phone: '0912345678', address: 'Khu 3' };
const WITH_DUTY = { ...FREE, procedure: 'tt' };

const folder = mkdtempSync(path.join(os.tmpdir(), 'hand-over-'));
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

async function focused(testId: string): Promise<void> {
  await screen.page.locator(`[data-testid="${testId}"]:focus`).waitFor();
}

/** With Tab, as hands that know no mouse do. */
async function tabTo(testId: string): Promise<void> {
  for (let tabs = 0; tabs < 20; tabs += 1) {
    await press('Tab');
    const isThere = await screen.page.evaluate(
      (id) => document.activeElement?.getAttribute('data-testid') === id,
      testId,
    );
    if (isThere) return;
  }
  throw new Error(`Tab does not reach ${testId}`);
}

async function scanned(name: string, kind = FREE): Promise<void> {
  const { scanCode } = await screen.receive({ ...kind, name });
  await screen.scan(scanCode);
  await screen.waitForAnswer('open');
  await screen.at('confirm-hand-over').waitFor();
}

/** Arrows in a choice go from what stands there now. */
async function choose(testId: string, value: string, arrow: string): Promise<void> {
  await press(arrow);
  await screen.page.locator(`[data-testid="${testId}"] input[value="${value}"]:checked`).waitFor({ state: 'attached' });
}

/** Somebody who has no slip. */
async function lookUp(typed: string, name: string): Promise<void> {
  await press('F3');
  await focused('find-input');
  await screen.at('find-input').fill(typed);
  await screen.at('found-rows').getByText(name).waitFor();
  await screen.page.locator('[data-testid="found-rows"][data-total="1"]').waitFor();
  await press('ArrowDown');
  await screen.page.locator('[data-testid="found-rows"]:focus').waitFor();
  await press('Enter');
  await screen.at('dossier-panel').waitFor();
  await screen.at('to-hand-over').waitFor();
  await press('F4');
  await screen.waitForAnswer('open');
  // Until the panel is gone its keys come first.
  await screen.page.locator('[role="dialog"][aria-modal="true"]').waitFor({ state: 'detached' });
}

describe('the usual case', () => {
  test('is a scan and Ctrl+Enter, and nothing is kept that nobody said', async () => {
    await scanned('Bùi Văn Thêm');
    await press('Control+Enter');
    await screen.waitForAnswer('done');
    const { kind, payload } = facts().at(-1) ?? {};
    expect(kind).toBe('result-handed-over');
    expect(Object.keys(payload ?? {}).toSorted()).toEqual(['handedOverAt', 'receiver']);
    expect(await screen.at('apology').count()).toBe(0);
  });
});

describe('somebody else', () => {
  test('has to show who they are or an authorisation, which is kept; the citizen may be asked for a word', async () => {
    await scanned('Hoàng Đức Ả');
    const before = facts().length;
    // Tabs as quick as these would be taken for the end of the scan.
    await press('F4');
    await tabTo('hand-over-options-open');
    await press('Tab');
    await choose('receiver-relation', 'authorised', 'ArrowRight');
    await press('Tab');
    await focused('receiver-name');
    await screen.page.keyboard.type('Hoàng Thị Én');
    await press('Control+Enter');
    await focused('receiver-authorisation');
    expect(await screen.at('receiver-authorisation').getAttribute('aria-invalid')).toBe('true');
    expect(facts().length).toBe(before);
    await screen.page.keyboard.type('Số 12/2026, UBND xã chứng thực');
    await press('Control+Shift+3', 'Control+Shift+1');
    await screen.page.locator('[data-testid="rating-5"][aria-pressed="true"]').waitFor();
    await press('Control+Enter');
    await screen.waitForAnswer('done');
    expect(facts().at(-1)?.payload).toMatchObject({
      receiver: { relation: 'authorised', name: 'Hoàng Thị Én', idNumber: '' },
      authorisation: 'Số 12/2026, UBND xã chứng thực',
      rating: 5,
    });
  });

  test('is taken from the card that is laid on the scanner', async () => {
    await scanned('Đặng Thị Hiền');
    await screen.scan('025190004321');
    await expect.poll(() => screen.at('receiver-id').inputValue()).toBe('025190004321');
    await press('Control+Enter');
    await screen.waitForAnswer('done');
    expect(facts().at(-1)?.payload).toMatchObject({ receiver: { relation: 'applicant', idNumber: '025190004321' } });
  });
});

describe('money that is still due', () => {
  test('is shown, refused in a sentence, taken by one key, and then the result goes', async () => {
    await scanned('Triệu Văn Phúc', WITH_DUTY);
    await screen.page.locator('[data-testid="money-left"][data-rest="20000"]').waitFor();
    expect(await screen.at('money-left').innerText()).toContain('20.000 đ');
    await press('Control+Enter');
    await screen.at('hand-over-despite-money-due').waitFor();
    expect(await screen.at('hand-over-trouble').innerText()).toContain('20.000 đ');
    await screen.at('collect-now').waitFor();
    await press('Control+y');
    await screen.at('act-dialog').waitFor();
    await screen.page.locator('[data-testid="act-dialog"] :focus').waitFor();
    await press('Control+Enter');
    await screen.page.locator('[data-testid="money-left"][data-rest="0"]').waitFor();
    await focused('confirm-hand-over');
    await screen.at('hand-over-trouble').waitFor({ state: 'detached' });
    await press('Control+Enter');
    await screen.waitForAnswer('done');
    const [paid, given] = facts()
      .filter(({ kind }) => kind === 'fee-collected' || kind === 'result-handed-over')
      .slice(-2);
    expect(paid).toMatchObject({ kind: 'fee-collected', payload: { payment: { dutyVnd: 20_000, method: 'cash' } } });
    expect(given?.kind).toBe('result-handed-over');
  });

  test('is left only by who goes to the second button', async () => {
    await scanned('Phùng Thị Mai', WITH_DUTY);
    await press('Control+Enter');
    await screen.at('hand-over-despite-money-due').waitFor();
    expect(facts().at(-1)?.kind).toBe('received');
    await press('F4');
    await tabTo('hand-over-despite-money-due');
    await press('Enter');
    await screen.waitForAnswer('done');
    expect(facts().at(-1)?.kind).toBe('result-handed-over');
  });
});

describe('who has no slip', () => {
  test('is found by name, and the declaration instead of the slip is kept', async () => {
    await screen.receive({ ...FREE, name: 'Đinh Thị Mận' });
    await lookUp('dinh man', 'Đinh Thị Mận');
    await screen.at('slip-lost').waitFor();
    expect(await screen.at('slip-lost').isChecked()).toBe(false);
    await tabTo('slip-lost');
    await press('Space');
    await expect.poll(() => screen.at('hand-over-way').innerText()).toContain('mất phiếu');
    await press('Control+Enter');
    await screen.waitForAnswer('done');
    expect(facts().at(-1)?.payload).toMatchObject({ slipLost: 'Giấy cam đoan mất phiếu hẹn' });
  });

  test('gets it by post under its bill, and a result that is made in this minute bears its number', async () => {
    await screen.receive({ ...FREE, name: 'Lý Thị Cúc' });
    await lookUp('ly cuc', 'Lý Thị Cúc');
    await press('Control+r');
    await screen.at('hand-over-options').waitFor();
    await screen.page.locator('[data-testid="hand-over-by"] input:focus').waitFor({ state: 'attached' });
    await choose('hand-over-by', 'post', 'ArrowRight');
    await press('Tab');
    await focused('hand-over-post-bill');
    await screen.page.keyboard.type('EA123456789VN');
    await tabTo('hand-over-result-number');
    await screen.page.keyboard.type('15/2026');
    await press('Enter');
    await screen.at('hand-over-options').waitFor({ state: 'detached' });
    expect(await screen.at('hand-over-way').innerText()).toBe('Qua bưu chính');
    await press('Control+Enter');
    await screen.waitForAnswer('done');
    expect(facts().at(-1)?.payload).toMatchObject({ by: 'post', postBill: 'EA123456789VN' });
    expect(facts().at(-2)).toMatchObject({ kind: 'result-issued', payload: { result: { number: '15/2026' } } });
  });
});

describe('a result that is late', () => {
  test('is given with an apology', async () => {
    const canned = new CannedAnswers(counter.app);
    await canned.install();
    await scanned('Hà Văn Trễ');
    await canned.patch('dossier.scan', { lateness: 'late' });
    await screen.at('apology').waitFor();
    expect(await screen.at('apology').innerText()).toContain('Xin lỗi ông/bà');
  });
});
