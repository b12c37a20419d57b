import type { ListedProcedure, ProcedureListForm } from '../../domain/forms/form-sheet.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { limitInWords, shortDate } from '../layout/slip-wording.ts';
import { type FormDrawing, headOf, ONE_COPY, signaturesOf } from './form-parts.ts';
import { html, type Markup } from './html.ts';
import { decidingBodyOf } from './procedure-wording.ts';

export function drawProcedureList(sheet: ProcedureListForm): FormDrawing {
  const { at, procedures } = sheet;
  return {
    size: 'large',
    copies: ONE_COPY,
    name: 'Danh mục thủ tục hành chính',
    style: STYLE,
    content: () =>
      html`${headOf(sheet)}
        <h1 class="title">DANH MỤC THỦ TỤC HÀNH CHÍNH</h1>
        <p class="sub">Đang áp dụng ngày ${shortDate(dateOf(at))}: ${procedures.length} thủ tục</p>
        ${table(sheet)} ${signaturesOf(['leader'], {})}`,
  };
}

function table({ procedures, unit }: ProcedureListForm): Markup {
  const fields = byField(procedures);
  const numbers = new Map(fields.flatMap(([, listed]) => listed).map(({ code }, i) => [code, i + 1]));
  return html`<table class="catalogue">
    <colgroup>
      ${[11, 24, undefined, 36, 36].map(
        (width) => html`<col${width === undefined ? undefined : html` style="width:${width}mm"`} />`,
      )}
    </colgroup>
    <thead>
      <tr>
        ${['TT', 'Mã thủ tục', 'Tên thủ tục', 'Thời hạn', 'Cơ quan giải quyết'].map((name) => html`<th>${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${fields.map(
        ([field, listed]) =>
          html`<tr class="field">
              <td colspan="5"><b>${field}</b> (${listed.length})</td>
            </tr>
            ${listed.map(
              ({ code, name, limit, level }) =>
                html`<tr>
                  <td class="mid">${numbers.get(code)}</td>
                  <td>${code}</td>
                  <td>${name}</td>
                  <td>${limitInWords(limit)}</td>
                  <td>${decidingBodyOf(level, unit)}</td>
                </tr>`,
            )}`,
      )}
    </tbody>
  </table>`;
}

/** Each field once, in the order in which the first of it stands. */
function byField(procedures: readonly ListedProcedure[]): readonly (readonly [string, readonly ListedProcedure[]])[] {
  const fields = [...new Set(procedures.map(({ field }) => field))];
  return fields.map((field) => [field, procedures.filter((procedure) => procedure.field === field)]);
}

const STYLE = `
.catalogue{font-size:11pt;margin-top:2mm}
.catalogue th{font-size:10.5pt}
.field{break-after:avoid}
.field td{padding:.8mm}
`;
