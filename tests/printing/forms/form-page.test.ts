import { describe, expect, test } from 'vitest';
import type { FormSheet, ReceiptSlipForm } from '../../../domain/forms/form-sheet.ts';
import { FORM_FONT_VERSION, formPage } from '../../../printing/form-page.ts';
import { html } from '../../../printing/forms/html.ts';
import { dossierForm, registerForm, REPRINT, SAMPLES } from './sample-forms.ts';

/** What a reader sees of a page: no rules, no tags, single spaces. */
function textOf(sheet: FormSheet, reprint?: Parameters<typeof formPage>[1]): string {
  return formPage(sheet, reprint)
    .html.replace(/<style>.*?<\/style>/su, '')
    .replace(/<title>.*?<\/title>/su, '')
    .replace(/<(?:wbr|\/?b|\/?i)\b[^>]*>/gu, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/[\s\u00a0]+/gu, ' ');
}

function receipt(): ReceiptSlipForm {
  const sheet = dossierForm('2018', 'receipt-slip');
  if (sheet.template !== 'form/receipt-slip/1') throw new Error('another form');
  return sheet;
}

/** Asserts that the texts follow one another. */
function expectInOrder(text: string, ...parts: readonly string[]): void {
  let at = 0;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    expect(found, `"${part}" after ${at} in: ${text.slice(at, at + 400)}`).toBeGreaterThanOrEqual(0);
    at = found + part.length;
  }
}

describe('html', () => {
  test('escapes every value, in text and in attributes, and composes letters', () => {
    const evil = `<img src=x onerror="alert('1')">&amp;`;
    expect(html`<p title="${evil}">${[evil]}</p>`.text).toBe(
      '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;">' +
        '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;</p>',
    );
    expect(html`${'Thu\u031b\u0309'}${undefined}${7}`.text).toBe('Thử7');
  });
});

describe('a page', () => {
  test.each(SAMPLES)('$name asks nobody for anything and runs nothing', ({ sheet, reprint }) => {
    const { html: page, fontVersion } = formPage(sheet, reprint);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|https?:|@import|url\((?!data:font)/u);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"`);
    expect(page.match(/@font-face/gu)).toHaveLength(8);
    expect(fontVersion).toBe(FORM_FONT_VERSION);
  });

  test('stays whole with whatever people typed in', () => {
    const evil = '</style></p><script>alert(1)</script>"\'\\';
    const sheet = receipt();
    const { received } = sheet;
    const spoiled: ReceiptSlipForm = {
      ...sheet,
      clerkName: evil,
      unit: { name: evil, upperNames: [evil] },
      received: {
        ...received,
        // As a brand it has passed its parser; a former system's number has passed none.
        dossierNumber: evil as typeof received.dossierNumber,
        applicant: { ...received.applicant, name: evil, address: evil, idNumber: evil },
        papers: [{ id: 'a', name: evil, originals: 1, copies: 0 }],
        procedure: { ...received.procedure, name: evil },
      },
    };
    const page = formPage(spoiled, { ...REPRINT, clerkName: evil }).html;
    expect(page).not.toContain('<script');
    expect(page.match(/<\/style>/gu)).toHaveLength(1);
  });

  test('has both copies under their own names, each whole', () => {
    const text = textOf(receipt());
    expectInOrder(text, '(Liên 1: Lưu)', 'Nguyễn Thị Hường', '(Liên 2: Giao khách hàng)', 'Nguyễn Thị Hường');
    expect(text.match(/NGƯỜI NỘP HỒ SƠ/gu)).toHaveLength(2);
  });

  test('says on each copy that it was printed again, by whom and when', () => {
    expect(textOf(receipt())).not.toContain('BẢN IN LẦN');
    expect(
      textOf(receipt(), REPRINT).match(/BẢN IN LẦN 2 – 10 giờ 15 phút, ngày 29\/04\/2020 – Trần Văn Ưởng/gu),
    ).toHaveLength(2);
  });

  test('says across it that a trial is worth nothing', () => {
    expect(textOf({ ...receipt(), isTrial: true })).toContain('BẢN THỬ – KHÔNG CÓ GIÁ TRỊ');
    expect(textOf(receipt())).not.toContain('BẢN THỬ');
  });
});

describe('the receipt slip', () => {
  test('has the fields of Mẫu 01 in their order', () => {
    expectInOrder(
      textOf(receipt()),
      'UBND HUYỆN YÊN LẬP',
      'UBND XÃ XUÂN VIÊN',
      'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
      'Số: 42/BPTNTKQ',
      '0830 5012 0000 4258',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Xuân Viên, ngày 20 tháng 4 năm 2020',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mã hồ sơ: 000.86.22.H44-200420-0042',
      'Bộ phận tiếp nhận và trả kết quả: UBND xã Xuân Viên',
      'Tiếp nhận hồ sơ của: Nguyễn Thị Hường',
      'Người nộp: Đinh Văn Quyết; số CMND/Thẻ căn cước/Hộ chiếu: 025085000123',
      'Địa chỉ: Khu 5',
      'Số điện thoại: 0912 345 678',
      'Email:',
      'Nội dung yêu cầu giải quyết: Thủ tục đăng ký khai sinh',
      '1. Thành phần hồ sơ nộp gồm:',
      '1 Tờ khai đăng ký khai sinh theo mẫu 01 –',
      '2. Số lượng hồ sơ: 01 (bộ)',
      '3. Thời gian giải quyết hồ sơ theo quy định là: 05 ngày làm việc',
      '4. Thời gian nhận hồ sơ: 08 giờ 37 phút, ngày 20 tháng 4 năm 2020',
      '5. Thời gian trả kết quả giải quyết hồ sơ: 11 giờ 30 phút, ngày 28 tháng 4 năm 2020 (thứ Ba)',
      '6. Đăng ký nhận kết quả tại: Bộ phận tiếp nhận và trả kết quả, UBND xã Xuân Viên',
      'Mã tra cứu hồ sơ: 3333',
      'Vào Sổ theo dõi hồ sơ, Quyển số: 01/2020 Số thứ tự: 42',
      'NGƯỜI NỘP HỒ SƠ',
      'NGƯỜI TIẾP NHẬN HỒ SƠ',
      'Đinh Văn Quyết',
      'Ghi chú: - Giấy tiếp nhận hồ sơ và hẹn trả kết quả được lập thành 2 liên;',
    );
  });

  test('is that of the centre since 2025', () => {
    expectInOrder(
      textOf(dossierForm('2025', 'receipt-slip')),
      'UBND TỈNH PHÚ THỌ',
      'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      'Số: 42/TTPVHCC',
      'Trung tâm Phục vụ hành chính công: UBND xã Xuân Viên',
      'lưu tại Trung tâm Phục vụ hành chính công',
    );
    expect(textOf(dossierForm('2025', 'receipt-slip'))).not.toContain('BPTNTKQ');
  });

  test('has the code alone where the citizen wants no title', () => {
    const sheet = receipt();
    const { procedure } = sheet.received;
    const noted = { ...procedure, fee: { ...procedure.fee, note: 'khai sinh quá hạn' } };
    const page = formPage({ ...sheet, received: { ...sheet.received, procedure: noted, hidesTitle: true } }).html;
    expect(page).not.toContain(procedure.name);
    expect(page).not.toContain(procedure.resultName);
    expect(page).not.toContain('khai sinh quá hạn');
    expect(page).toContain(`Nội dung yêu cầu giải quyết: <b>${sheet.received.procedure.code}</b>`);
  });

  test('says where else the result goes', () => {
    const sheet = receipt();
    const wanted = { at: 'home-by-post', address: 'Khu 9, xã Mỹ Lung' } as const;
    expect(textOf({ ...sheet, received: { ...sheet.received, resultWanted: wanted } })).toContain(
      'Tại nhà (trụ sở tổ chức) qua dịch vụ bưu chính: Khu 9, xã Mỹ Lung',
    );
  });
});

test('a request for a supplement tells what, why and until when, and one person signs', () => {
  const text = textOf(dossierForm('2018', 'supplement-request'));
  expectInOrder(
    text,
    'Số: 01-12/HDHS',
    'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    'Tiếp nhận hồ sơ/yêu cầu của: Nguyễn Thị Hường',
    'Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:',
    'Giấy chứng sinh (bản chính): chưa có dấu của cơ sở y tế',
    'Lý do: Giấy chứng sinh chưa hợp lệ',
    'đến hết ngày 20 tháng 5 năm 2020',
    'liên hệ với Bộ phận tiếp nhận và trả kết quả UBND xã Xuân Viên, số điện thoại ……',
    'NGƯỜI HƯỚNG DẪN',
  );
  expect(text).not.toContain('NGƯỜI NỘP HỒ SƠ');
});

test('a refusal to receive gives the ground and the reason', () => {
  expectInOrder(
    textOf(dossierForm('2018', 'intake-refusal')),
    'Số: 01-1',
    'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
    'thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
    'Không thuộc thẩm quyền giải quyết. Nơi cư trú',
    'Xin thông báo cho Ông/Bà được biết và thực hiện.',
    'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
  );
});

test('a refusal of what is sensitive has its code, since nobody was asked yet', () => {
  const sheet = dossierForm('2025', 'intake-refusal');
  if (sheet.template !== 'form/intake-refusal/1') throw new Error('another form');
  const { code, name } = sheet.refused.procedure;
  expect(textOf(sheet)).toContain(`Nội dung yêu cầu giải quyết: ${name}`);
  const procedure = { ...sheet.refused.procedure, isRestricted: true };
  const text = textOf({ ...sheet, refused: { ...sheet.refused, procedure } });
  expect(text).toContain(`Nội dung yêu cầu giải quyết: ${code}`);
  expect(text).not.toContain(name);
});

test('an apology has the old date and the new one, and the leader signs', () => {
  const text = textOf(dossierForm('2018', 'apology'));
  expectInOrder(
    text,
    'Số: 01-2/PXL',
    'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
    'Kính gửi: Nguyễn Thị Hường',
    'Ngày 20 tháng 4 năm 2020, UBND xã Xuân Viên tiếp nhận',
    'Thời gian hẹn trả kết quả: 11 giờ 30 phút, ngày 28 tháng 4 năm 2020.',
    'Tuy nhiên đến nay',
    'chưa có văn bản trả lời.',
    'và sẽ trả kết quả giải quyết hồ sơ vào 17 giờ 00 phút, ngày 04 tháng 5 năm 2020.',
    'Nơi nhận:',
    'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ (ký, ghi rõ họ tên, đóng dấu) Hà Văn Sáu',
  );
  expect(text).not.toContain('NGƯỜI TIẾP NHẬN HỒ SƠ');
  expectInOrder(
    textOf(dossierForm('2025', 'apology')),
    'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
    'UBND xã Xuân Viên xin lỗi Ông/Bà và đề nghị gia hạn thời gian giải quyết hồ sơ; thời gian trả kết quả mới:',
    '17 giờ 00 phút, ngày 18 tháng 8 năm 2025.',
  );
});

test('a notice of a stop has request, stage, decision and money', () => {
  expectInOrder(
    textOf(dossierForm('2025', 'stop-notice')),
    'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
    'Đề nghị dừng giải quyết của Ông/Bà: đã đăng ký khai sinh tại nơi cư trú của mẹ.',
    'Giai đoạn giải quyết khi dừng: đang giải quyết tại cấp xã',
    'thông báo dừng giải quyết hồ sơ nêu trên kể từ ngày 06 tháng 8 năm 2025',
    'Phí, lệ phí đã nộp: 8.000 đồng; đã hoàn trả: 0 đồng.',
    'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
  );
});

describe('the control sheet', () => {
  const sample = SAMPLES.find(({ name }) => name === '2018-control-sheet');

  test('has a block for each hop and never fewer than six', () => {
    if (sample?.sheet.template !== 'form/control-sheet/1') throw new Error('no control sheet');
    const { control } = sample.sheet;
    expect(textOf(sample.sheet).match(/1\. Giao:/gu)).toHaveLength(6);
    const many = { ...control, hops: Array.from({ length: 9 }, () => control.hops[0] ?? never()) };
    expect(textOf({ ...sample.sheet, control: many }).match(/1\. Giao:/gu)).toHaveLength(9);
    expectInOrder(
      textOf(sample.sheet),
      'Cơ quan (bộ phận) giải quyết hồ sơ: UBND huyện Yên Lập',
      'Cơ quan phối hợp giải quyết hồ sơ: UBND xã Xuân Viên',
      '1. Giao: Bộ phận tiếp nhận và trả kết quả 08 giờ 50 phút',
      '2. Nhận: Công chức chuyên môn',
      'Trước hạn',
      '…… giờ ……',
    );
  });

  test('shows what does not count as such', () => {
    if (sample?.sheet.template !== 'form/control-sheet/1') throw new Error('no control sheet');
    const [hop = never()] = sample.sheet.control.hops;
    const control = { ...sample.sheet.control, hops: [{ ...hop, mark: 'undone' as const }] };
    expect(textOf({ ...sample.sheet, control })).toContain('Đã lùi bước, không tính.');
  });
});

test('the register has every line with its number, and a note where something happened', () => {
  const text = textOf(registerForm('2018', 5));
  expectInOrder(
    text,
    'SỔ THEO DÕI HỒ SƠ',
    'Quyển số: 01/2020 – Từ ngày 20/04/2020 đến ngày 20/05/2020',
    'Phương thức nhận kết quả',
    '22/04/2020 Trực tiếp Nguyễn Thị Hường',
    'Rút hồ sơ ngày 21/04/2020: Công dân xin rút.',
    'Xin lỗi, hẹn lại: 04/05/2020.',
    'Hủy ngày 20/04/2020 do nhập sai: Nhập sai.',
    'Tổng số: 5 hồ sơ.',
  );
});

test('a hand-over list goes to the receiving body, and keeps a line for what is not known here', () => {
  const sample = SAMPLES.find(({ name }) => name === '2018-batch-list');
  if (sample?.sheet.template !== 'form/batch-list/1') throw new Error('no list');
  expectInOrder(
    textOf(sample.sheet),
    'DANH SÁCH BÀN GIAO HỒ SƠ',
    'Mã lô bàn giao: BG-08305-200421-1001',
    '(Liên 1: Lưu)',
    'Bên bàn giao: UBND xã Xuân Viên',
    'Bên nhận bàn giao: UBND huyện Yên Lập',
    'Tổng số: 8 hồ sơ',
    'BÊN BÀN GIAO',
    '(Liên 2: Giao cho bên nhận)',
  );
  const [{ applicantName: _name, dossierNumber: _number, ...unknown } = never()] = sample.sheet.list.rows;
  const { closedAt: _closed, ...open } = sample.sheet.list;
  const text = textOf({ ...sample.sheet, list: { ...open, rows: [unknown] } });
  expectInOrder(text, 'Lô chưa đóng', '0830 5012 0000 0184', 'chưa có dữ liệu tiếp nhận');
});

function never(): never {
  throw new Error('the sample has one');
}
