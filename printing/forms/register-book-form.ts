import type { RegisterBookForm } from '../../domain/forms/form-sheet.ts';
import type { RegisterRow } from '../../domain/report/register-book.ts';
import { bodyOf, phoneInWords, shortDate } from '../layout/slip-wording.ts';
import { type FormDrawing, formNameOf, headOf, ONE_COPY, titleOf } from './form-parts.ts';
import { breakable } from './form-wording.ts';
import { html, type Markup } from './html.ts';
import { dayInRegister, noteInRegister, wayInRegister } from './register-wording.ts';

export function drawRegisterBook(sheet: RegisterBookForm): FormDrawing {
  const { formSet, book, from, until, rows } = sheet;
  const days = from === until ? `Ngày ${shortDate(from)}` : `Từ ngày ${shortDate(from)} đến ngày ${shortDate(until)}`;
  return {
    size: 'large',
    copies: ONE_COPY,
    name: `${formNameOf(formSet, 'register-book')} – ${book}`,
    style: STYLE,
    content: () =>
      html`${headOf(sheet)} ${titleOf(formSet, 'register-book', [html`Quyển số: <b>${book}</b> – ${days}`])}
        <table class="register">
          ${WIDTHS_MM.map((width) => html`<col style="width:${width}mm" />`)}
          <col />
          ${HEAD}
          <tbody>
            ${rows.map(row)}
          </tbody>
        </table>
        <p class="sum">Tổng số: ${rows.length} hồ sơ.</p>`,
  };
}

/** Of all columns but the last, which takes the rest. */
const WIDTHS_MM = [8, 26, 36, 11, 30, 34, 21, 17.5, 17.5, 17.5, 15.5, 18];

const HEAD = html`<thead>
  <tr>
    <th rowspan="2">TT</th>
    <th rowspan="2">Mã hồ sơ</th>
    <th rowspan="2">Tên thủ tục hành chính</th>
    <th rowspan="2">Số lượng hồ sơ (bộ)</th>
    <th rowspan="2">Tên cá nhân, tổ chức</th>
    <th rowspan="2">Địa chỉ, số điện thoại</th>
    <th rowspan="2">Cơ quan chủ trì giải quyết</th>
    <th colspan="3">Ngày, tháng, năm</th>
    <th rowspan="2">Phương thức nhận kết quả</th>
    <th rowspan="2">Ký nhận</th>
    <th rowspan="2">Ghi chú</th>
  </tr>
  <tr>
    <th>Nhận hồ sơ</th>
    <th>Hẹn trả kết quả</th>
    <th>Trả kết quả</th>
  </tr>
</thead>`;

function row(line: RegisterRow): Markup {
  return html`<tr${line.isVoided ? html` class="voided"` : undefined}>
    <td class="mid">${line.number}</td>
    <td>${breakable(line.dossierNumber)}</td>
    <td>${line.procedureName}</td>
    <td class="mid">${line.sets}</td>
    <td>${line.applicantName}</td>
    <td>${line.applicantAddress}; ${phoneInWords(line.applicantPhone)}</td>
    <td>${bodyOf(line.decidingBody)}</td>
    <td class="mid">${dayInRegister(line.receivedAt)}</td>
    <td class="mid">${dayInRegister(line.appointmentAt)}</td>
    <td class="mid">${line.handedOverAt === undefined ? undefined : dayInRegister(line.handedOverAt)}</td>
    <td class="mid">${wayInRegister(line)}</td>
    <td class="mid signed">${line.receiverName}</td>
    <td class="note">${line.notes.map((note, i) => (i === 0 ? noteInRegister(note) : html`<br />${noteInRegister(note)}`))}</td>
  </tr>`;
}

const STYLE = `
.register{font-size:9.5pt;line-height:1.15;margin-top:2mm}
.register th{font-size:9pt}
.register tbody tr{height:11mm}
.register .note{font-size:8.5pt}
.register .signed{vertical-align:bottom;font-size:8.5pt}
/* The whole line but for the note, which says why. */
.register .voided td:not(.note){text-decoration:line-through}
.sum{font-size:10pt;margin-top:1.5mm;break-before:avoid}
`;
