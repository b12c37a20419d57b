import { describe, expect, test } from 'vitest';
import { YEN_LAP_UNITS } from '../../../domain/catalogue/yen-lap-units.ts';
import { emptyDossier } from '../../../domain/dossier.ts';
import { FORM_SETS, type FormId, formOf, formSetOn, formsOf } from '../../../domain/forms/form-set.ts';
import { addDays, plainDate } from '../../../domain/plain-date.ts';
import { lived } from '../report/life.ts';

const ERAS = [
  [
    '2018',
    [
      'Mẫu 01 GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mẫu 02 PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      'Mẫu 03 PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
      'Mẫu 04 PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
      'Mẫu 05 PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
      'Mẫu 06 SỔ THEO DÕI HỒ SƠ',
    ],
  ],
  [
    '2025',
    [
      'Mẫu 01 GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mẫu 02 PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      'Mẫu 03 PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
      'Mẫu 04 VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
      'Mẫu 05 THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
      'Mẫu 06 PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
      'Mẫu 07 SỔ THEO DÕI HỒ SƠ',
    ],
  ],
] as const;

describe('the forms of an era', () => {
  test.each(ERAS)('of %s bear their numbers and titles', (id, expected) => {
    const set = FORM_SETS.find((each) => each.id === id);
    expect(set?.forms.map(({ number, title }) => `${number} ${title}`)).toEqual(expected);
  });

  test('have one form of each kind, and no text outside the composed letters that are printed', () => {
    for (const { forms, counterName } of FORM_SETS) {
      expect(new Set(forms.map(({ id }) => id)).size).toBe(forms.length);
      for (const text of [counterName, ...forms.map(({ title }) => title)]) expect(text).toBe(text.normalize('NFC'));
    }
  });

  test('change with the day of the reform and are without a gap', () => {
    const [older, newer] = FORM_SETS;
    expect(older?.effectiveTo && addDays(older.effectiveTo, 1)).toBe(newer?.effectiveFrom);
    expect(formSetOn(plainDate('2025-06-30'))).toMatchObject({
      id: '2018',
      circular: 'TT 01/2018/TT-VPCP',
      counterName: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
    });
    expect(formSetOn(plainDate('2025-07-01'))).toMatchObject({
      id: '2025',
      circular: 'TT 03/2025/TT-VPCP',
      counterName: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    });
    expect(formSetOn(plainDate('2018-01-02')).id).toBe('2018');
  });

  test('the notice of a stop exists since 2025 only', () => {
    expect(formOf('2018', 'stop-notice')).toBeUndefined();
    expect(formOf('2025', 'stop-notice')?.signers).toEqual(['leader']);
  });

  test('are A5, but the register book is A4 across', () => {
    for (const { forms } of FORM_SETS) {
      expect(forms.filter(({ paper }) => paper !== 'A5').map(({ id, paper }) => [id, paper])).toEqual([
        ['register-book', 'A4-landscape'],
      ]);
    }
  });

  test('are signed by the clerk, but the leader says sorry', () => {
    for (const { id } of FORM_SETS) {
      expect(formOf(id, 'apology')?.signers).toEqual(['leader']);
      expect(formOf(id, 'receipt-slip')?.signers).toEqual(['submitter', 'clerk']);
      expect(formOf(id, 'supplement-request')?.signers).toEqual(['clerk']);
      expect(formOf(id, 'intake-refusal')?.signers).toEqual(['submitter', 'clerk']);
    }
  });

  const suffixes: readonly (readonly [FormId, string | undefined, string | undefined])[] = [
    ['receipt-slip', '/BPTNTKQ', '/TTPVHCC'],
    ['supplement-request', '/HDHS', '/HDHS'],
    ['intake-refusal', undefined, undefined],
    ['apology', '/PXL', '/PXL'],
    ['control-sheet', undefined, undefined],
  ];
  test.each(suffixes)('%s is numbered with %s, then with %s', (id, older, newer) => {
    expect(formOf('2018', id)?.numberSuffix).toBe(older);
    expect(formOf('2025', id)?.numberSuffix).toBe(newer);
  });
});

describe('the forms of a dossier', () => {
  test('are those of the day of its receipt, and stay so', () => {
    const received = lived(
      ['received', '2025-06-30T16:00'],
      ['processing-started', '2025-06-30T16:30'],
      ['result-issued', '2025-07-02T16:00'],
    );
    expect(formsOf(received)?.id).toBe('2018');
    expect(formsOf(lived(['received', '2025-07-01T07:30']))?.id).toBe('2025');
  });

  test('are those frozen into its reception, where they are', () => {
    expect(formsOf(lived(['received', '2025-06-30T16:00', { formSet: '2025' }]))?.id).toBe('2025');
    expect(formsOf(lived(['received', '2025-06-30T16:00', { formSet: '2042' }]))?.id).toBe('2018');
  });

  test('go by the old reception where it was taken over, and by the day of the answer where it was never received', () => {
    expect(formsOf(lived(['carried-over', '2025-08-01T08:00']))?.id).toBe('2018');
    expect(formsOf(lived(['intake-refused', '2025-08-01T08:00']))?.id).toBe('2025');
    expect(formsOf(lived(['supplement-guided', '2025-05-01T08:00']))?.id).toBe('2018');
    expect(formsOf(lived(['filed', '2025-08-01T08:00']))?.id).toBe('2025');
  });

  test('are not known of a dossier whose reception is not', () => {
    expect(formsOf(lived(['result-handed-over', '2025-08-01T08:00']))).toBeUndefined();
    const received = lived(['received', '2025-08-01T08:00']);
    expect(formsOf(emptyDossier(received.id))).toBeUndefined();
  });
});

test('whether a district stands at the head is said by the unit of the era, not by the forms', () => {
  for (const set of FORM_SETS) {
    const units = YEN_LAP_UNITS.filter(({ effectiveFrom }) => formSetOn(effectiveFrom).id === set.id);
    expect(units.length).toBeGreaterThan(0);
    const heads = new Set(units.map(({ upperNames }) => upperNames.join(', ')));
    expect([...heads]).toEqual([set.id === '2018' ? 'Huyện Yên Lập, Tỉnh Phú Thọ' : 'Tỉnh Phú Thọ']);
  }
});
