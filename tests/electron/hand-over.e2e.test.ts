import { describe, expect, test } from 'vitest';
import { CannedAnswers } from '../../scripts/drive/canned-answers.ts';
import { Desk } from '../support/desk.ts';

const FREE = { procedure: 'ks', phone: '0912345678', address: 'Khu 3' };
const WITH_DUTY = { ...FREE, procedure: 'tt' };

const desk = Desk.forThisFile();

/** With Tab, as hands that know no mouse do. */
async function tabTo(testId: string): Promise<void> {
  for (let tabs = 0; tabs < 20; tabs += 1) {
    await desk.hands.press('Tab');
    const isThere = await desk.screen.page.evaluate(
      (id) => document.activeElement?.getAttribute('data-testid') === id,
      testId,
    );
    if (isThere) return;
  }
  throw new Error(`Tab does not reach ${testId}`);
}

async function scanned(name: string, kind = FREE): Promise<void> {
  const { scanCode } = await desk.screen.receive({ ...kind, name });
  await desk.screen.scan(scanCode);
  await desk.screen.waitForAnswer('open');
  await desk.screen.at('confirm-hand-over').waitFor();
}

/** Arrows in a choice go from what stands there now. */
async function choose(testId: string, value: string, arrow: string): Promise<void> {
  await desk.hands.press(arrow);
  await desk.screen.page
    .locator(`[data-testid="${testId}"] input[value="${value}"]:checked`)
    .waitFor({ state: 'attached' });
}

/** Somebody who has no slip. */
async function lookUp(typed: string, name: string): Promise<void> {
  await desk.hands.press('F3');
  await desk.hands.at('find-input');
  await desk.screen.at('find-input').fill(typed);
  await desk.screen.at('found-rows').getByText(name).waitFor();
  await desk.screen.page.locator('[data-testid="found-rows"][data-total="1"]').waitFor();
  await desk.hands.press('ArrowDown');
  await desk.screen.page.locator('[data-testid="found-rows"]:focus').waitFor();
  await desk.hands.press('Enter');
  await desk.screen.at('dossier-panel').waitFor();
  await desk.screen.at('to-hand-over').waitFor();
  await desk.hands.press('F4');
  await desk.screen.waitForAnswer('open');
  // Until the panel is gone its keys come first.
  await desk.screen.page.locator('[role="dialog"][aria-modal="true"]').waitFor({ state: 'detached' });
}

describe('the usual case', () => {
  test('is a scan and Ctrl+Enter, and nothing is kept that nobody said', async () => {
    await scanned('Bùi Văn Thêm');
    await desk.hands.press('Control+Enter');
    await desk.screen.waitForAnswer('done');
    const { kind, payload } = desk.facts().at(-1) ?? {};
    expect(kind).toBe('result-handed-over');
    expect(Object.keys(payload ?? {}).toSorted()).toEqual(['handedOverAt', 'receiver']);
    expect(await desk.screen.at('apology').count()).toBe(0);
  });
});

describe('somebody else', () => {
  test('has to show who they are or an authorisation, which is kept; the citizen may be asked for a word', async () => {
    await scanned('Hoàng Đức Ả');
    const before = desk.facts().length;
    // Tabs as quick as these would be taken for the end of the scan.
    await desk.hands.press('F4');
    await tabTo('hand-over-options-open');
    await desk.hands.press('Tab');
    await choose('receiver-relation', 'authorised', 'ArrowRight');
    await desk.hands.press('Tab');
    await desk.hands.at('receiver-name');
    await desk.screen.page.keyboard.type('Hoàng Thị Én');
    await desk.hands.press('Control+Enter');
    await desk.hands.at('receiver-authorisation');
    expect(await desk.screen.at('receiver-authorisation').getAttribute('aria-invalid')).toBe('true');
    expect(desk.facts().length).toBe(before);
    await desk.screen.page.keyboard.type('Số 12/2026, UBND xã chứng thực');
    await desk.hands.press('Control+Shift+3', 'Control+Shift+1');
    await desk.screen.page.locator('[data-testid="rating-5"][aria-pressed="true"]').waitFor();
    await desk.hands.press('Control+Enter');
    await desk.screen.waitForAnswer('done');
    expect(desk.facts().at(-1)?.payload).toMatchObject({
      receiver: { relation: 'authorised', name: 'Hoàng Thị Én', idNumber: '' },
      authorisation: 'Số 12/2026, UBND xã chứng thực',
      rating: 5,
    });
  });

  test('is taken from the card that is laid on the scanner', async () => {
    await scanned('Đặng Thị Hiền');
    await desk.screen.scan('025190004321');
    await expect.poll(() => desk.screen.at('receiver-id').inputValue()).toBe('025190004321');
    await desk.hands.press('Control+Enter');
    await desk.screen.waitForAnswer('done');
    expect(desk.facts().at(-1)?.payload).toMatchObject({
      receiver: { relation: 'applicant', idNumber: '025190004321' },
    });
  });
});

describe('money that is still due', () => {
  test('is shown, refused in a sentence, taken by one key, and then the result goes', async () => {
    await scanned('Triệu Văn Phúc', WITH_DUTY);
    await desk.screen.page.locator('[data-testid="money-left"][data-rest="20000"]').waitFor();
    expect(await desk.screen.at('money-left').innerText()).toContain('20.000 đ');
    await desk.hands.press('Control+Enter');
    await desk.screen.at('hand-over-despite-money-due').waitFor();
    expect(await desk.screen.at('hand-over-trouble').innerText()).toContain('20.000 đ');
    await desk.screen.at('collect-now').waitFor();
    await desk.hands.press('Control+y');
    await desk.screen.at('act-dialog').waitFor();
    await desk.screen.page.locator('[data-testid="act-dialog"] :focus').waitFor();
    await desk.hands.press('Control+Enter');
    await desk.screen.page.locator('[data-testid="money-left"][data-rest="0"]').waitFor();
    await desk.hands.at('confirm-hand-over');
    await desk.screen.at('hand-over-trouble').waitFor({ state: 'detached' });
    await desk.hands.press('Control+Enter');
    await desk.screen.waitForAnswer('done');
    const [paid, given] = desk
      .facts()
      .filter(({ kind }) => kind === 'fee-collected' || kind === 'result-handed-over')
      .slice(-2);
    expect(paid).toMatchObject({ kind: 'fee-collected', payload: { payment: { dutyVnd: 20_000, method: 'cash' } } });
    expect(given?.kind).toBe('result-handed-over');
  });

  test('is left only by who goes to the second button', async () => {
    await scanned('Phùng Thị Mai', WITH_DUTY);
    await desk.hands.press('Control+Enter');
    await desk.screen.at('hand-over-despite-money-due').waitFor();
    expect(desk.facts().at(-1)?.kind).toBe('received');
    await desk.hands.press('F4');
    await tabTo('hand-over-despite-money-due');
    await desk.hands.press('Enter');
    await desk.screen.waitForAnswer('done');
    expect(desk.facts().at(-1)?.kind).toBe('result-handed-over');
  });
});

describe('who has no slip', () => {
  test('is found by name, and the declaration instead of the slip is kept', async () => {
    await desk.screen.receive({ ...FREE, name: 'Đinh Thị Mận' });
    await lookUp('dinh man', 'Đinh Thị Mận');
    await desk.screen.at('slip-lost').waitFor();
    expect(await desk.screen.at('slip-lost').isChecked()).toBe(false);
    await tabTo('slip-lost');
    await desk.hands.press('Space');
    await expect.poll(() => desk.screen.at('hand-over-way').innerText()).toContain('mất phiếu');
    await desk.hands.press('Control+Enter');
    await desk.screen.waitForAnswer('done');
    expect(desk.facts().at(-1)?.payload).toMatchObject({ slipLost: 'Giấy cam đoan mất phiếu hẹn' });
  });

  test('gets it by post under its bill, and a result that is made in this minute bears its number', async () => {
    await desk.screen.receive({ ...FREE, name: 'Lý Thị Cúc' });
    await lookUp('ly cuc', 'Lý Thị Cúc');
    await desk.hands.press('Control+r');
    await desk.screen.at('hand-over-options').waitFor();
    await desk.screen.page.locator('[data-testid="hand-over-by"] input:focus').waitFor({ state: 'attached' });
    await choose('hand-over-by', 'post', 'ArrowRight');
    await desk.hands.press('Tab');
    await desk.hands.at('hand-over-post-bill');
    await desk.screen.page.keyboard.type('EA123456789VN');
    await tabTo('hand-over-result-number');
    await desk.screen.page.keyboard.type('15/2026');
    await desk.hands.press('Enter');
    await desk.screen.at('hand-over-options').waitFor({ state: 'detached' });
    expect(await desk.screen.at('hand-over-way').innerText()).toBe('Qua bưu chính');
    await desk.hands.press('Control+Enter');
    await desk.screen.waitForAnswer('done');
    expect(desk.facts().at(-1)?.payload).toMatchObject({ by: 'post', postBill: 'EA123456789VN' });
    expect(desk.facts().at(-2)).toMatchObject({ kind: 'result-issued', payload: { result: { number: '15/2026' } } });
  });
});

describe('a result that is late', () => {
  test('is given with an apology', async () => {
    const canned = new CannedAnswers(desk.counter.app);
    await canned.install();
    await scanned('Hà Văn Trễ');
    await canned.patch('dossier.scan', { lateness: 'late' });
    await desk.screen.at('apology').waitFor();
    expect(await desk.screen.at('apology').innerText()).toContain('Xin lỗi ông/bà');
  });
});
