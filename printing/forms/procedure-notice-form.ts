import type { ProcedureNoticeForm } from '../../domain/forms/form-sheet.ts';
import type { Procedure, RequiredPaper } from '../../domain/procedure.ts';
import { bodyOf, limitInWords, shortDate } from '../layout/slip-wording.ts';
import { fact, type FormDrawing, headOf, ONE_COPY, signaturesOf } from './form-parts.ts';
import { COUNTER_NAMES } from './form-wording.ts';
import { html, type HtmlValue, type Markup } from './html.ts';
import { countingInWords, decidedByInWords, feeRuleInWords, waysInWords } from './procedure-wording.ts';

// What a notice has to say of a procedure is set (NĐ 63/2010, NĐ 92/2017); how it looks is not.
export function drawProcedureNotice(sheet: ProcedureNoticeForm): FormDrawing {
  const { procedure } = sheet;
  return {
    size: 'large',
    copies: ONE_COPY,
    name: `Niêm yết – ${procedure.code}`,
    style: STYLE,
    content: () =>
      html`${headOf(sheet)}
        <h1 class="title">NIÊM YẾT THỦ TỤC HÀNH CHÍNH</h1>
        <p class="sub procedure-name"><b>${procedure.name}</b></p>
        <p class="sub">Mã thủ tục: <b>${codeOf(procedure)}</b> – Lĩnh vực: ${procedure.field}</p>
        <p class="sub">${forceInWords(procedure)}</p>
        <div class="body notice">${parts(sheet)}</div>
        ${signaturesOf(['leader'], {})}`,
  };
}

function codeOf({ code, localSuffix }: Procedure): string {
  return localSuffix === undefined ? code : `${code}.${localSuffix}`;
}

function forceInWords({ effectiveFrom, effectiveTo }: Procedure): string {
  const from = `Áp dụng từ ngày ${shortDate(effectiveFrom)}`;
  return effectiveTo === undefined ? from : `${from} đến hết ngày ${shortDate(effectiveTo)}`;
}

function parts({ procedure, councilAmounts, unit, formSet }: ProcedureNoticeForm): Markup {
  const counter = `${COUNTER_NAMES[formSet]}, ${bodyOf(unit.name)}`;
  const fees = procedure.fees.map((rule) => feeRuleInWords(rule, councilAmounts[rule.id]));
  return html`
    ${headed('1. Thành phần hồ sơ', papers(procedure.requiredPapers))}
    ${headed('2. Thời hạn giải quyết', lines([`${begun(limitInWords(procedure.limit))}. ${countingInWords(procedure.limit)}`]))}
    ${headed('3. Phí, lệ phí', lines(fees.length === 0 ? ['Không thu.'] : fees))}
    ${headed('4. Cách thức nộp', lines(waysInWords(procedure, counter)))}
    ${headed('5. Cơ quan giải quyết', lines(decidedByInWords(procedure, unit)))}
    ${headed('6. Kết quả', lines([procedure.resultName === '' ? 'Theo quy định của thủ tục.' : `${procedure.resultName}.`]))}
    ${headed('7. Căn cứ pháp lý', basis(procedure))}
  `;
}

function begun(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

function headed(title: string, content: HtmlValue): Markup {
  return html`<h2>${title}</h2>
    ${content}`;
}

function lines(texts: readonly string[]): Markup {
  return texts.length === 1 ? html`<p>${texts[0]}</p>` : html`${texts.map((text) => html`<p>– ${text}</p>`)}`;
}

/** With room for the pen: the catalogue seldom says by what decision it was published. */
function basis({ decision }: Procedure): Markup {
  if (!decision) return fact('Quyết định công bố, văn bản quy định:', undefined);
  return html`<p>Quyết định số ${decision.number} ngày ${shortDate(decision.date)}.</p>`;
}

function papers(required: readonly RequiredPaper[]): Markup {
  if (required.length === 0) return html`<p>Không yêu cầu giấy tờ.</p>`;
  return html`<table class="asked">
    <colgroup>
      ${[11, undefined, 16, 16, 50].map(
        (width) => html`<col${width === undefined ? undefined : html` style="width:${width}mm"`} />`,
      )}
    </colgroup>
    <thead>
      <tr>
        ${['TT', 'Tên giấy tờ', 'Bản chính', 'Bản sao', 'Ghi chú'].map((name) => html`<th>${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${required.map(
        (paper, i) =>
          html`<tr>
            <td class="mid">${i + 1}</td>
            <td>${paper.name}</td>
            <td class="mid">${paper.originals}</td>
            <td class="mid">${paper.copies}</td>
            <td>${remark(paper)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function remark({ mode, required, condition, group }: RequiredPaper): string {
  return [
    ...(group === undefined ? [] : [group]),
    ...(mode === 'show' ? ['Xuất trình'] : []),
    ...(condition === undefined ? (required ? [] : ['Nếu có']) : [condition]),
  ].join('; ');
}

const STYLE = `
.procedure-name{font-size:14pt;margin:1mm 8mm}
.notice h2{font-size:13pt;margin:2.2mm 0 .6mm;break-after:avoid}
.asked{font-size:11.5pt;margin:.6mm 0}
.asked th{font-size:11pt}
`;
