import type { ScannerSheet } from '../../domain/forms/form-sheet.ts';
import { groupedScanCode } from '../../domain/scan-code.ts';
import { TEST_SCAN_CODE } from '../../domain/slips/test-slip.ts';
import { type FormDrawing, headOf, ONE_COPY } from './form-parts.ts';
import { barsSvg, qrSvg } from './form-symbols.ts';
import { html, type Markup } from './html.ts';

/** Too short for a code of ours: a scanner that is set up well says nothing to it. */
export const TOO_SHORT_CODE = TEST_SCAN_CODE.slice(-8);

/** In words, because each maker has codes of its own for its settings. */
const SETTINGS: readonly (readonly [name: string, value: string, why: string])[] = [
  [
    'Loại mã được đọc',
    'chỉ bật Code 128 và QR Code, tắt mọi loại khác',
    'Mã hàng hóa, mã bưu gửi không lọt vào phần mềm.',
  ],
  ['Độ dài tối thiểu của Code 128', '16 ký tự', 'Mã vạch của hồ sơ luôn có đúng 16 chữ số.'],
  ['Ký tự gửi sau mã (suffix)', 'Enter (CR)', 'Thường đã có sẵn khi xuất xưởng.'],
  ['Ký tự gửi trước mã (prefix)', 'không có', 'Phần mềm tự nhận ra máy quét nhờ tốc độ gõ.'],
  ['Mã nhận dạng AIM (AIM ID)', 'tắt', 'Các ký tự như ]C1 bị bộ gõ tiếng Việt làm sai.'],
  ['Giả lập phím số (keypad emulation, ALT + số)', 'tắt', 'Phần mềm đọc mã của từng phím.'],
  [
    'Bố trí bàn phím (keyboard layout)',
    'để nguyên, không cần đổi sang kiểu Mỹ (US)',
    'Phần mềm đọc mã phím, không đọc chữ hiện ra; bộ gõ Telex, VNI không ảnh hưởng.',
  ],
  [
    'Để đọc mã QR trên thẻ căn cước',
    'chuyển máy quét sang cổng nối tiếp (USB-COM, USB serial)',
    'Ở chế độ bàn phím chỉ lấy được 12 chữ số định danh, không lấy được họ tên có dấu.',
  ],
];

export function drawScannerSheet(sheet: ScannerSheet): FormDrawing {
  return {
    size: 'large',
    copies: ONE_COPY,
    name: 'Cài đặt máy quét mã vạch',
    style: STYLE,
    content: () =>
      html`${headOf(sheet)}
        <h1 class="title">HƯỚNG DẪN CÀI ĐẶT MÁY QUÉT MÃ VẠCH</h1>
        <div class="body">
          <p>
            Mở sách hướng dẫn của hãng sản xuất, quét mã cài đặt ứng với từng dòng dưới đây. Làm một lần cho mỗi máy
            quét; làm lại sau khi máy quét được đưa về cài đặt gốc.
          </p>
          ${settings()}
          <p class="heading"><b>Quét thử</b></p>
          <p>Mở trang “Quét thử” của phần mềm, lần lượt quét ba mã sau. Các mã này không mở hồ sơ nào.</p>
          ${trials()}
        </div>`,
  };
}

function settings(): Markup {
  return html`<table class="settings">
    <colgroup>
      <col style="width:10mm" />
      <col style="width:55mm" />
      <col />
    </colgroup>
    <thead>
      <tr>
        <th>TT</th>
        <th>Mục cài đặt</th>
        <th>Đặt là</th>
      </tr>
    </thead>
    <tbody>
      ${SETTINGS.map(
        ([name, value, why], i) =>
          html`<tr>
            <td class="mid">${i + 1}</td>
            <td>${name}</td>
            <td><b>${value}</b><br /><i>${why}</i></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function trials(): Markup {
  return html`<div class="trials">
    <div>
      <p><b>1. Code 128</b><br />phải đọc được</p>
      ${barsSvg(TEST_SCAN_CODE, 14)}
      <p class="digits">${groupedScanCode(TEST_SCAN_CODE)}</p>
    </div>
    <div>
      <p><b>2. QR Code</b><br />phải đọc được</p>
      ${qrSvg(TEST_SCAN_CODE)}
      <p class="digits">${groupedScanCode(TEST_SCAN_CODE)}</p>
    </div>
    <div>
      <p><b>3. Mã ngắn</b><br />phải KHÔNG đọc được</p>
      ${barsSvg(TOO_SHORT_CODE, 14)}
      <p class="digits">${TOO_SHORT_CODE}</p>
      <p><i>Máy quét kêu “bíp” với mã này là chưa đặt độ dài tối thiểu (dòng 2).</i></p>
    </div>
  </div>`;
}

const STYLE = `
.settings{font-size:11.5pt;margin:2mm 0 4mm}
.settings td{padding:.7mm 1.2mm}
.heading{font-size:14pt;margin-top:3mm}
.trials{display:grid;grid-template-columns:60mm 50mm 1fr;column-gap:5mm;margin-top:3mm;font-size:11.5pt;text-align:center;
 break-inside:avoid}
.trials p{text-align:center}
.trials svg{display:block;margin:1mm auto}
.trials .digits{letter-spacing:.06em;white-space:nowrap}
`;
