import type { BatchListForm } from '../../domain/forms/form-sheet.ts';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import { groupedScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import type { BatchListRow } from '../../domain/transfer/batch-list.ts';
import { clerkRole, courierInWords, goodsInWords } from '../layout/batch-wording.ts';
import { bodyOf, shortDate, two } from '../layout/slip-wording.ts';
import { type FormDrawing, headOf, signatureRow, TWO_COPIES_OF_A_BATCH } from './form-parts.ts';
import { breakable, MINUTE_BY_HAND, minuteInWords } from './form-wording.ts';
import { html, type HtmlValue, type Markup } from './html.ts';

// No national form; the fields are those that the systems in use print. It bears no code: a scanner would type the digits
// of a batch where those of a dossier are waited for.
export function drawBatchList(sheet: BatchListForm): FormDrawing {
  const { list } = sheet;
  const isOpen = list.closedAt === undefined;
  return {
    size: 'large',
    copies: TWO_COPIES_OF_A_BATCH,
    name: list.code,
    style: STYLE,
    content: (copy) =>
      html`${headOf(sheet)}
        <h1 class="title">DANH SÁCH BÀN GIAO HỒ SƠ</h1>
        <p class="sub">Mã lô bàn giao: <b>${list.code}</b></p>
        <p class="sub">(${copy})</p>
        ${isOpen ? html`<p class="sub"><i>Lô chưa đóng: bản để kiểm tra, chưa dùng để bàn giao.</i></p>` : undefined}
        <div class="body">${particulars(sheet)}</div>
        ${table(sheet)}`,
  };
}

function signatures({ list, clerkName }: BatchListForm): Markup {
  const [giver, taker] = list.direction === 'up' ? [clerkName, ''] : ['', clerkName];
  return signatureRow([
    { role: 'BÊN BÀN GIAO', how: '(ký, ghi rõ họ tên)', who: giver },
    { role: 'BÊN NHẬN BÀN GIAO', how: '(ký, ghi rõ họ tên)', who: taker },
  ]);
}

function particulars({ list, clerkName }: BatchListForm): Markup {
  return html`
    <p>${clerkRole(list)}: ${clerkName}</p>
    <p>Bên bàn giao: ${bodyOf(list.from)}</p>
    <p>Bên nhận bàn giao: ${bodyOf(list.to)}</p>
    <p>Số lượng hồ sơ: <b>${two(list.totals.dossiers)}</b></p>
    <p>Loại hồ sơ: ${goodsInWords(list)}</p>
    <p>Thời gian bàn giao: ${list.closedAt === undefined ? MINUTE_BY_HAND : minuteInWords(list.closedAt)}</p>
    ${list.courier ? html`<p>Người vận chuyển: ${courierInWords(list.courier)}</p>` : undefined}
  `;
}

function table(sheet: BatchListForm): Markup {
  const { rows, totals } = sheet.list;
  return html`<table class="batch">
    <colgroup>
      ${[11, 31, undefined, 22, 22, 13, 13, 24].map(
        (width) => html`<col${width === undefined ? undefined : html` style="width:${width}mm"`} />`,
      )}
    </colgroup>
    <thead>
      <tr>
        ${['STT', 'Mã hồ sơ', 'Người đăng ký', 'Ngày nhận', 'Ngày hẹn trả', 'Bản chính', 'Bản sao', 'Ghi chú'].map(
          (name) => html`<th>${name}</th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${rows.slice(0, -1).map(row)}
    </tbody>
    <tbody class="end">
      ${rows.slice(-1).map(row)}
      <tr>
        <td colspan="5"><b>Tổng số: ${totals.dossiers} hồ sơ</b></td>
        <td class="mid"><b>${totals.originals}</b></td>
        <td class="mid"><b>${totals.copies}</b></td>
        <td></td>
      </tr>
      <tr>
        <td colspan="8" class="signed">${signatures(sheet)}</td>
      </tr>
    </tbody>
  </table>`;
}

function row(line: BatchListRow): Markup {
  return html`<tr>
    <td class="mid">${line.position}</td>
    <td>${nameOf(line)}</td>
    <td>${line.applicantName ?? html`<i>chưa có dữ liệu tiếp nhận</i>`}</td>
    <td class="mid">${dayOf(line.receivedAt)}</td>
    <td class="mid">${dayOf(line.appointmentAt)}</td>
    <td class="mid">${line.originals}</td>
    <td class="mid">${line.copies}</td>
    <td class="note">${line.note}</td>
  </tr>`;
}

/** What is not known here still bears the digits under its bars. */
function nameOf({ dossierNumber, dossierId }: BatchListRow): HtmlValue {
  return dossierNumber === undefined ? groupedScanCode(scanCodeOf(dossierId)) : breakable(dossierNumber);
}

function dayOf(moment: LocalMoment | undefined): string | undefined {
  return moment === undefined ? undefined : shortDate(dateOf(moment));
}

const STYLE = `
.batch{font-size:11pt;margin-top:2mm}
.batch th{font-size:10.5pt}
.batch .note{font-size:10pt}
/* Whoever signs has the last line and the total above the name. */
.batch .end{break-inside:avoid}
.batch .signed{border:0;padding:0;font-size:13pt}
`;
