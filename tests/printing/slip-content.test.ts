import { describe, expect, test } from 'vitest';
import { localMoment } from '../../domain/plain-date.ts';
import type { ReceiptSlip } from '../../domain/slips/receipt-slip.ts';
import { slipContent } from '../../printing/layout/slip-content.ts';
import {
  bodyOf,
  dateWithWeekday,
  feeInWords,
  limitInWords,
  momentInWords,
  phoneInWords,
} from '../../printing/layout/slip-wording.ts';
import { BY_POST, HIDDEN_TITLE, MOVED, ORDINARY, REPRINT } from './sample-slips.ts';

function said(slip: ReceiptSlip): string {
  return plain(JSON.stringify(slipContent(slip)));
}

/** No-break spaces only tell the layout where not to break. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

describe('wording', () => {
  test.each([
    ['2020-04-20T17:30', 'thứ Hai, 20/04/2020'],
    ['2020-04-25T11:30', 'thứ Bảy, 25/04/2020'],
    ['2020-04-26T11:30', 'Chủ nhật, 26/04/2020'],
  ])('%s falls on %s', (moment, words) => {
    expect(dateWithWeekday(localMoment(moment))).toBe(words);
  });

  test('a moment is written out as the form has it: a zero before days below 10 and the months 1 and 2', () => {
    expect(plain(momentInWords(localMoment('2020-04-20T08:07')))).toBe('08 giờ 07 phút, ngày 20 tháng 4 năm 2020');
    expect(plain(momentInWords(localMoment('2020-02-03T13:30')))).toBe('13 giờ 30 phút, ngày 03 tháng 02 năm 2020');
    expect(plain(momentInWords(localMoment('2020-12-31T13:30')))).toBe('13 giờ 30 phút, ngày 31 tháng 12 năm 2020');
  });

  test('working days and calendar days are never mixed up', () => {
    expect(plain(limitInWords({ kind: 'working-days', days: 3 }))).toBe('03 ngày làm việc');
    expect(plain(limitInWords({ kind: 'calendar-days', days: 15 }))).toBe('15 ngày');
    expect(plain(limitInWords({ kind: 'same-day', cutOffMinute: 900 }))).toBe('trong ngày làm việc');
    expect(plain(limitInWords({ kind: 'hours', hours: 8 }))).toBe('08 giờ làm việc');
    expect(plain(limitInWords({ kind: 'none' }))).toBe('không quy định');
  });

  test('fees are told with their unit, and an unknown amount is not told as nothing', () => {
    expect(plain(feeInWords({ amountVnd: 0, per: 'dossier' }))).toBe('không thu');
    expect(plain(feeInWords({ amountVnd: 50_000, per: 'contract' }))).toBe('50.000 đồng/hợp đồng');
    expect(plain(feeInWords({ amountVnd: 1_200_000, per: 'dossier' }))).toBe('1.200.000 đồng');
    expect(plain(feeInWords({ amountVnd: undefined, per: 'dossier', note: 'lệ phí' }))).toBe(
      'theo mức tỉnh quy định (lệ phí)',
    );
  });

  test('phone numbers are grouped, and none is said', () => {
    expect(plain(phoneInWords('0912345678'))).toBe('0912 345 678');
    expect(plain(phoneInWords('02103888999'))).toBe('02103 888 999');
    expect(plain(phoneInWords(''))).toBe('không có');
  });

  test('a bare unit gets its committee, a written-out body stays as it is', () => {
    expect(bodyOf('Xã Mỹ Lung')).toBe('UBND xã Mỹ Lung');
    expect(bodyOf('Thị trấn Yên Lập')).toBe('UBND thị trấn Yên Lập');
    expect(bodyOf('Ủy ban nhân dân xã Mỹ Lung')).toBe('Ủy ban nhân dân xã Mỹ Lung');
    expect(bodyOf('Xãnh')).toBe('Xãnh');
  });
});

describe('what the slip says', () => {
  test('every fact of the reception stands on it', () => {
    const text = said(ORDINARY);
    for (const fact of [
      'UBND HUYỆN YÊN LẬP',
      '42/BPTNTKQ',
      ORDINARY.scanCode,
      ORDINARY.dossierNumber,
      ORDINARY.lookUpCode,
      'Nguyễn Thị Hường',
      'Đinh Văn Quyết',
      ORDINARY.applicantAddress,
      '0912 345 678',
      'Đăng ký khai sinh',
      'Giấy chứng sinh',
      '01 (bộ)',
      '03 ngày làm việc',
      '08 giờ 37 phút, ngày 28 tháng 4 năm 2020',
      'thứ Ba, 05/05/2020',
      '11 giờ 30',
      '30/04 (Ngày Chiến thắng), 01/05 (Quốc tế lao động)',
      'Giấy khai sinh (bản chính)',
      '8.000 đồng/bản (trích lục)',
      '01/2020. Số thứ tự: 42',
      'Hà Thị Bích Ngọc',
    ]) {
      expect(text).toContain(fact);
    }
  });

  test('an applicant who brings the dossier is not named twice', () => {
    const { submitterName: _, ...alone } = ORDINARY;
    expect(said(alone)).not.toContain('Người nộp');
  });

  test('what is to be paid is what was reckoned; else the rule says it', () => {
    const paid = (totalVnd: number, unassessed: readonly string[] = []) =>
      said({ ...ORDINARY, fees: { totalVnd, unassessed } });
    expect(paid(32_000)).toContain('"Phí, lệ phí:","value":"32.000 đồng"');
    expect(paid(0)).toContain('"Phí, lệ phí:","value":"không thu"');
    expect(paid(0, ['duty'])).toContain('8.000 đồng/bản (trích lục)');
  });

  test('the result that goes by post or through the portal says where, and asks nobody to come', () => {
    expect(said(ORDINARY)).toContain('Khi đến nhận, mang theo giấy này và giấy tờ tùy thân.');
    expect(said(BY_POST)).toContain('Tại nhà (trụ sở tổ chức) qua dịch vụ bưu chính: Số 12, khu Tân An');
    expect(said(BY_POST)).not.toContain('Khi đến nhận');
    expect(said({ ...ORDINARY, resultWanted: { at: 'portal' } })).toContain('Cổng Dịch vụ công (bản điện tử)');
  });

  test('where nothing may tell what comes of it there is no line for the result', () => {
    expect(said(ORDINARY)).toContain('"Kết quả:"');
    expect(said(HIDDEN_TITLE)).not.toContain('"Kết quả:"');
  });

  test('a date that has moved says so below what to bring', () => {
    expect(said(MOVED)).toContain('Gia hạn do chờ bổ sung hồ sơ. Thời gian hẹn ban đầu: 11 giờ 30, ngày 05/05/2020.');
  });

  test('a same-day dossier that is not due today says why', () => {
    const late = (why: 'after-cut-off' | 'received-on-day-off') =>
      said({
        ...ORDINARY,
        appointment: { ...ORDINARY.appointment, basis: { kind: 'next-working-day', why } },
      });
    expect(late('after-cut-off')).toContain('sau giờ quy định');
    expect(late('received-on-day-off')).toContain('vào ngày nghỉ nên');
  });

  test('the counter bears the name it had on the day of receipt', () => {
    expect(said(ORDINARY)).toContain('BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ');
    const today = said({ ...ORDINARY, receivedAt: localMoment('2025-07-01T08:00') });
    expect(today).toContain('TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG');
    expect(today).toContain('42/TTPVHCC');
    expect(today).not.toContain('BPTNTKQ');
  });

  test('a trial slip says at its head and at its foot that it is worth nothing; a real one never does', () => {
    const blocks = slipContent({ ...ORDINARY, isTrial: true });
    expect(blocks.at(0)).toMatchObject({ kind: 'stamp', title: 'BẢN THỬ' });
    expect(blocks.at(-1)).toMatchObject({ kind: 'stamp', title: 'BẢN THỬ' });
    expect(said(ORDINARY)).not.toContain('BẢN THỬ');
  });

  test('a reprint says which copy it is, when it was made and by whom, and nothing else changes', () => {
    const first = slipContent(ORDINARY);
    const again = slipContent(ORDINARY, REPRINT);
    const added = again.filter((block) => !JSON.stringify(first).includes(JSON.stringify(block)));
    expect(JSON.parse(plain(JSON.stringify(added)))).toEqual([
      {
        kind: 'stamp',
        look: 'frame',
        title: 'BẢN IN LẦN 2',
        detail: '10 giờ 15 phút, ngày 29/04/2020 – Cán bộ in: Trần Văn Ưởng',
      },
    ]);
    expect(again.filter((block) => !added.includes(block))).toEqual(first);
  });
});
