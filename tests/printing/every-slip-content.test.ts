import { describe, expect, test } from 'vitest';
import { localMoment } from '../../domain/plain-date.ts';
import type { ReprintMark } from '../../domain/slips/reprint-mark.ts';
import type { Slip } from '../../domain/slips/slip.ts';
import { TEST_SCAN_CODE } from '../../domain/slips/test-slip.ts';
import { slipContent } from '../../printing/layout/slip-content.ts';
import { BATCH, BATCH_LONGEST, BATCH_OPEN, TEST } from './sample-counter-slips.ts';
import {
  FEE_RECEIPT,
  FEE_TRANSFER,
  GUIDANCE,
  HAND_OVER,
  HAND_OVER_UNKNOWN,
  REFUSAL_BY_POST,
  SUPPLEMENT,
} from './sample-dossier-slips.ts';
import { REPRINT } from './sample-slips.ts';
import { SLIP_CASES } from './slip-cases.ts';

/** All words of the slip; no-break spaces only tell the layout where not to break. */
function said(slip: Slip, reprint?: ReprintMark): string {
  return JSON.stringify(slipContent(slip, reprint)).replaceAll('\u00a0', ' ');
}

function expectSaid(slip: Slip, words: readonly string[]): void {
  const text = said(slip);
  for (const word of words) expect(text).toContain(word);
}

describe('every slip', () => {
  test.each(SLIP_CASES)('$name: bears the name the counter had on its day, and the clerk', ({ slip }) => {
    const at = slip.template === 'receipt-slip/1' ? slip.receivedAt : slip.at;
    const [now, then] = ['TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG', 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ'];
    expect(said(slip)).toContain(at < '2025-07-01' ? then : now);
    expect(said(slip)).not.toContain(at < '2025-07-01' ? now : then);
    expect(said(slip)).toContain(slip.clerkName);
  });

  test.each(SLIP_CASES)('$name: of the trial says so at its head and at its foot', ({ slip }) => {
    const blocks = slipContent({ ...slip, isTrial: true });
    expect(blocks.at(0)).toMatchObject({ kind: 'stamp', look: 'banner', title: 'BẢN THỬ' });
    expect(blocks.at(-1)).toEqual(blocks.at(0));
    expect(said({ ...slip, isTrial: false })).not.toContain('BẢN THỬ');
  });

  test.each(SLIP_CASES)('$name: printed again says which copy it is and changes in nothing else', ({ slip }) => {
    const first = slipContent(slip);
    const again = slipContent(slip, REPRINT);
    const marks = again.filter((block) => block.kind === 'stamp' && block.title === 'BẢN IN LẦN 2');
    expect(marks).toHaveLength(1);
    expect(again.filter((block) => !marks.includes(block))).toEqual(first);
  });

  test.each(SLIP_CASES)('$name: both codes are the same, or there is none', ({ slip }) => {
    const codes = slipContent(slip).flatMap((block) => ('code' in block ? [`${block.kind} ${block.code}`] : []));
    const code = 'scanCode' in slip ? slip.scanCode : TEST_SCAN_CODE;
    expect(codes).toEqual(slip.template === 'batch-list/1' ? [] : [`bars ${code}`, `qr ${code}`]);
  });
});

describe('the hand-over slip', () => {
  test('says who received what, how, and what was paid', () => {
    expectSaid(HAND_OVER, [
      'Nguyễn Thị Hường',
      'chủ hồ sơ',
      '••••4821',
      '"Giấy khai sinh, số 57/2020, ngày 04/05/2020"',
      'Đinh Công Tráng',
      'trực tiếp tại quầy',
      '09 giờ 12 phút, ngày 05 tháng 5 năm 2020',
      'phí 24.000 đồng; lệ phí 8.000 đồng',
      'xin đọc mã hồ sơ cho UBND xã Mỹ Lung.',
      'NGƯỜI NHẬN KẾT QUẢ',
    ]);
  });

  test('by post names the bill, and nobody is asked to sign who is not there', () => {
    expectSaid(REFUSAL_BY_POST, [
      'bưu chính công ích, số vận đơn EE123456789VN',
      'Văn bản từ chối giải quyết',
      'người được ủy quyền',
      'không xuất trình',
      'đã nộp:","value":"không"',
    ]);
    expect(said(REFUSAL_BY_POST)).not.toContain('NGƯỜI NHẬN KẾT QUẢ');
  });

  test('says what this counter does not know instead of leaving it blank', () => {
    expectSaid(HAND_OVER_UNKNOWN, [
      '"Kết quả:","value":"chưa có dữ liệu"',
      '"Phí, lệ phí đã nộp:","value":"chưa có dữ liệu"',
      'Cổng dịch vụ công',
      'Giữ phiếu này cùng kết quả. Cần hỏi lại, xin đọc 16 chữ số dưới mã vạch.',
    ]);
    expect(said(REFUSAL_BY_POST)).not.toContain('Giấy khai sinh,');
    expect(said(HAND_OVER_UNKNOWN)).not.toContain('Mã hồ sơ:');
  });
});

describe('the supplement slip', () => {
  test('bears its number by station, every paper with its remark, the reason and the last day', () => {
    expectSaid(SUPPLEMENT, [
      'Số: 01-12/HDHS',
      'Giấy chứng sinh',
      'Bản đã nộp mờ dấu',
      'Hồ sơ chưa đủ thành phần',
      'thứ Tư, 20/05/2020',
      'NGƯỜI HƯỚNG DẪN',
    ]);
    expect(said(SUPPLEMENT)).not.toContain('chưa được tiếp nhận');
  });

  test('before the reception is not taken for one, and names no last day', () => {
    expectSaid(GUIDANCE, ['Số: 12-345/HDHS', '(Hồ sơ chưa được tiếp nhận)']);
    expect(said(GUIDANCE)).not.toContain('Hạn bổ sung');
  });
});

describe('the fee receipt', () => {
  test('keeps fee and duty apart, adds them, and names the finance receipt it does not replace', () => {
    expectSaid(FEE_RECEIPT, [
      '"Phí","amount":"24.000 đồng"',
      '"Lệ phí","amount":"8.000 đồng"',
      '"Tổng số tiền","amount":"32.000 đồng"',
      'Ba mươi hai nghìn đồng.',
      'tiền mặt tại quầy',
      'quyển AB/20E, số 0001234',
      '"tone":"strong","text":"Phiếu này không thay thế biên lai thu phí, lệ phí."',
      'Cấp bản sao trích lục hộ tịch (phí)',
      'NGƯỜI NỘP TIỀN',
    ]);
    expect(said(FEE_RECEIPT)).not.toMatch(/Đã nộp trước|Còn phải nộp/u);
  });

  test('of a part, into the account and without a receipt, says what else is paid and what is not, and asks the payer for no signature', () => {
    expectSaid(FEE_TRANSFER, [
      'chuyển khoản',
      '"Biên lai:","value":"chưa cấp"',
      '"Đã nộp trước:","value":"8.000 đồng"',
      '"Tổng số tiền","amount":"16.000 đồng"',
      '"Còn phải nộp:","value":"8.000 đồng","tone":"key"',
    ]);
    expect(said(FEE_TRANSFER)).not.toContain('NGƯỜI NỘP TIỀN');
    expect(said(FEE_TRANSFER)).not.toContain('Chủ hồ sơ:');
  });
});

describe('the batch list', () => {
  test('says what goes where by whom, row by row, and both sides sign', () => {
    expectSaid(BATCH, [
      'Mã lô bàn giao: BG-08293-200505-1001',
      'Hồ sơ chuyển cấp trên giải quyết',
      '"Bên bàn giao:","value":"UBND xã Mỹ Lung"',
      'Chi nhánh Văn phòng đăng ký đất đai huyện Yên Lập',
      '"Người vận chuyển:","value":"Trần Văn Ưởng"',
      '["Nguyễn Thị Hường","hẹn 05/05/2020"]',
      '16 giờ 30 phút, ngày 05 tháng 5 năm 2020',
      '000.02.22.H44-200428-0012',
      'kèm bản vẽ khổ A3',
      'Tổng số: 4 hồ sơ',
      '"Cộng số bản","originals":7,"copies":6',
      '{"role":"BÊN BÀN GIAO","name":"Hà Thị Bích Ngọc"},{"role":"BÊN NHẬN BÀN GIAO","name":""}',
    ]);
    expectSaid(BATCH_LONGEST, [
      'Hồ sơ đã có kết quả giải quyết',
      'bưu chính công ích, số hiệu bưu gửi EE123456789VN',
      '{"role":"BÊN BÀN GIAO","name":""},{"role":"BÊN NHẬN BÀN GIAO","name":"Hà Thị Bích Ngọc"}',
    ]);
  });

  test('that is not closed is to be checked, not signed; what is not known here keeps its line', () => {
    expectSaid(BATCH_OPEN, ['CHƯA CHỐT', '"0829 3012 0000 4124","details":["(chưa có dữ liệu tiếp nhận)"']);
    expect(said(BATCH_OPEN)).not.toContain('BÊN NHẬN BÀN GIAO');
    expect(said(BATCH)).not.toContain('CHƯA CHỐT');
  });
});

test('the test page names its printer and has all 134 Vietnamese letters with marks', () => {
  const text = said(TEST);
  expect(text).toContain('Máy in quầy 1 (192.168.1.87:9100)');
  const marked = new Set(
    text.normalize('NFC').match(/[àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ]/giu),
  );
  expect(marked.size).toBe(134);
});

test('a slip of a template from a newer program is refused', () => {
  const newer: Slip = JSON.parse(
    JSON.stringify({ ...TEST, template: 'test-slip/9', at: localMoment('2030-01-01T08:00') }),
  );
  expect(() => slipContent(newer)).toThrow('unreachable');
});
