import { describe, expect, test } from 'vitest';
import { Desk } from '../support/desk.ts';

const MOST_KEYS = 15;

const desk = Desk.forThisFile();

async function choose(letters: string): Promise<void> {
  await desk.hands.press('F2');
  await desk.screen.page.keyboard.type(letters);
  await desk.hands.press('Enter');
  await desk.screen.at('procedure-chosen').waitFor();
}

async function total(vnd: number): Promise<void> {
  await desk.screen.page.locator(`[data-testid="fees"][data-total="${vnd}"]`).waitFor();
}

describe('nhận và trả ngay', () => {
  test('a copy is received, paid and given back with at most 15 keys besides the name', async () => {
    let keys = 0;
    const hand = async (...pressed: readonly string[]): Promise<void> => {
      for (const key of pressed) keys += key.split('+').length;
      await desk.hands.press(...pressed);
    };
    await hand('F2', 's', 'y', 'Enter');
    await desk.hands.at('applicant-name');
    await desk.screen.page.keyboard.type('Hà Văn Phúc');
    await hand('Enter');
    await desk.hands.at('fee-pages');
    await hand('3', 'Enter');
    await desk.hands.at('fee-copies');
    await hand('2', 'Control+g');
    await total(10_000);
    await hand('Control+Enter');
    await desk.screen.at('saved-handed-over').waitFor();
    expect(keys).toBeLessThanOrEqual(MOST_KEYS);
    expect(await desk.screen.at('saved-money').innerText()).toContain('10.000 đ, tiền mặt, không biên lai');
    const kept = desk.facts();
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
    const before = desk.facts().length;
    await choose('sy');
    await desk.hands.at('applicant-name');
    await desk.screen.page.keyboard.type('Đinh Thị Mận');
    await desk.hands.press('Control+g', 'Control+Enter');
    await desk.screen.at('intake-to-mend').waitFor();
    await desk.hands.at('fee-pages');
    expect(await desk.screen.at('fee-open').innerText()).toContain('xin gõ số trang');
    expect(desk.facts().length).toBe(before);
  });

  test('keeps the receipt, refuses half of one and one that was used, and nothing typed is lost', async () => {
    const before = desk.facts().length;
    await desk.screen.page.keyboard.type('250');
    await desk.hands.press('Enter', '1', 'Enter');
    await desk.hands.at('fee-receipt-book');
    await desk.screen.page.keyboard.type('AB-20');
    await total(200_000);
    await desk.hands.press('Control+Enter');
    await desk.screen.at('intake-trouble').waitFor();
    expect(await desk.screen.at('intake-trouble').innerText()).toContain('cả quyển và số');
    expect(desk.facts().length).toBe(before);
    await desk.hands.at('fee-receipt-number');
    await desk.screen.page.keyboard.type('12');
    await desk.hands.press('Control+Shift+Enter');
    await desk.screen.at('intake-before').waitFor();
    expect(desk.facts().at(-2)?.payload).toMatchObject({
      payment: { feeVnd: 200_000, receipt: { kind: 'numbered', book: 'AB-20', number: '12' } },
    });

    await choose('sy');
    await desk.hands.at('applicant-name');
    await desk.screen.page.keyboard.type('Đinh Thị Mận');
    await desk.hands.press('Control+g', 'Enter');
    await desk.hands.at('fee-pages');
    await desk.hands.press('1', 'Enter', '1', 'Enter');
    await desk.hands.at('fee-receipt-book');
    await desk.screen.page.keyboard.type('ab-20');
    await desk.hands.press('Enter');
    await desk.hands.at('fee-receipt-number');
    await desk.screen.page.keyboard.type('012');
    const kept = desk.facts().length;
    await desk.hands.press('Control+Enter');
    await desk.screen.at('intake-trouble').waitFor();
    expect(await desk.screen.at('intake-trouble').innerText()).toContain('đã dùng cho hồ sơ khác');
    expect(desk.facts().length).toBe(kept);
    expect(await desk.screen.at('applicant-name').inputValue()).toBe('Đinh Thị Mận');
  });

  test('is turned off by one key: then the dossier is received as any other, and its fee stays due', async () => {
    await desk.hands.press('Control+h');
    await expect.poll(() => desk.screen.at('on-the-spot').isChecked()).toBe(false);
    await desk.screen.at('applicant-phone').focus();
    await desk.screen.page.keyboard.type('0912345678');
    await desk.hands.press('Enter', 'Enter');
    await desk.hands.at('applicant-address');
    await desk.screen.page.keyboard.type('Khu 3, xã Trung Sơn');
    await desk.hands.press('Control+Enter');
    await desk.screen.at('saved').waitFor();
    expect(await desk.screen.at('saved-money').innerText()).toContain('Phải thu');
    expect(desk.facts().at(-1)).toMatchObject({ kind: 'received', payload: { fees: { feeVnd: 2_000 } } });
  });
});

describe('the fees of a reception', () => {
  test('what the council sets is typed or stays open, and an exemption is kept with what showed it', async () => {
    await choose('ks');
    await desk.hands.at('applicant-name');
    expect(await desk.screen.at('fee-open').innerText()).toContain('Chưa tính');
    await desk.screen.at('fee-council-duty').focus();
    await desk.screen.page.keyboard.type('8.000');
    await total(8_000);
    await desk.hands.press('Tab', 'Tab');
    await desk.hands.at('fee-exemption');
    await desk.hands.press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await total(0);
    await desk.hands.press('Tab');
    await desk.hands.at('fee-evidence');
    await desk.screen.page.keyboard.type('Sổ hộ nghèo 14');
    await desk.screen.at('applicant-name').focus();
    await desk.screen.page.keyboard.type('Hoàng Đức Ả');
    await desk.hands.press('Enter');
    await desk.screen.page.keyboard.type('0987654321');
    await desk.hands.press('Enter', 'Enter');
    await desk.hands.at('applicant-address');
    await desk.screen.page.keyboard.type('Khu 5');
    await desk.hands.press('Control+g', 'Control+Enter');
    await desk.screen.at('saved').waitFor();
    expect(desk.facts().at(-1)).toMatchObject({
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
    await desk.hands.at('applicant-name');
    await desk.screen.page.keyboard.type('Đặng Thị Hiền');
    await desk.hands.press('Enter');
    await desk.screen.page.keyboard.type('0987654321');
    await desk.hands.press('Enter', 'Enter');
    await desk.hands.at('applicant-address');
    await desk.screen.page.keyboard.type('Khu 9');
    await desk.hands.press('Control+g', 'Control+r');
    await desk.screen.at('options-dialog').waitFor();
    await desk.hands.press('Tab', 'Tab', 'Space', 'Enter');
    await desk.screen.at('options-dialog').waitFor({ state: 'detached' });
    await desk.hands.at('applicant-address');
    expect(await desk.screen.at('options-said').innerText()).toContain('không in tên thủ tục');
    await desk.hands.press('Control+Enter');
    await desk.screen.at('saved').waitFor();
    expect(desk.facts().at(-1)).toMatchObject({
      kind: 'received',
      payload: { hidesTitle: true, fees: { dutyVnd: 400_000 } },
    });
  });

  test('the channel changes the fee, the result is wanted at home, the money is taken now, and all of it outlives a restart', async () => {
    await choose('tt');
    await desk.hands.at('applicant-name');
    await total(20_000);
    await desk.screen.page.keyboard.type('Bùi Văn Thêm');
    await desk.hands.press('Control+r');
    await desk.screen.at('options-dialog').waitFor();
    await desk.hands.press('ArrowRight', 'Tab', 'ArrowRight', 'Enter');
    await desk.hands.at('options-address');
    await desk.screen.page.keyboard.type('Khu 7, xã Trung Sơn');
    await desk.hands.press('Enter');
    await desk.screen.at('options-dialog').waitFor({ state: 'detached' });
    await desk.hands.at('applicant-name');
    await total(10_000);
    await desk.hands.press('Control+y');
    await desk.screen.at('fee-receipt-book').focus();
    await desk.screen.page.keyboard.type('CD-20');
    await desk.hands.press('Enter');
    await desk.hands.at('fee-receipt-number');
    await desk.screen.page.keyboard.type('7');
    await desk.hands.press('Tab');
    await desk.again();
    await desk.screen.at('start-dialog').waitFor();
    await desk.hands.press('Enter');
    await total(10_000);
    expect(await desk.screen.at('options-said').innerText()).toBe('Nộp trực tuyến · Bưu chính tận nhà');
    expect(await desk.screen.at('fee-collect').isChecked()).toBe(true);
    await desk.screen.at('applicant-phone').focus();
    await desk.screen.page.keyboard.type('0987654321');
    await desk.hands.press('Enter', 'Enter');
    await desk.hands.at('applicant-address');
    await desk.screen.page.keyboard.type('Khu 7');
    await desk.hands.press('Control+g', 'Control+Enter');
    await desk.screen.at('saved').waitFor();
    expect(desk.facts().at(-2)).toMatchObject({
      kind: 'received',
      payload: {
        channel: 'online',
        resultWanted: { at: 'home-by-post', address: 'Khu 7, xã Trung Sơn' },
        fees: { dutyVnd: 10_000 },
      },
    });
    expect(desk.facts().at(-1)).toMatchObject({
      kind: 'fee-collected',
      payload: { payment: { dutyVnd: 10_000, method: 'cash', receipt: { book: 'CD-20', number: '7' } } },
    });
    expect(await desk.screen.at('saved-money').innerText()).toContain('Đã thu');
  });
});
