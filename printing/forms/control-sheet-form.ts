import type { ControlSheetForm } from '../../domain/forms/form-sheet.ts';
import type { ControlBody, ControlHop, ControlSide } from '../../domain/linked/control-hop.ts';
import type { OnTimeClass } from '../../domain/time/on-time.ts';
import { bodyOf } from '../layout/slip-wording.ts';
import { fact, type FormDrawing, formNameOf, headOf, ONE_COPY, titleOf } from './form-parts.ts';
import { COUNTER_NAMES, MINUTE_BY_HAND, minuteInWords } from './form-wording.ts';
import { html, type HtmlValue, type Markup } from './html.ts';

const FORM = 'control-sheet';
/** The form has room for so many, filled in or not. */
const FEWEST_HOPS = 6;

export function drawControlSheet(sheet: ControlSheetForm): FormDrawing {
  const { control, scanCode, formSet } = sheet;
  const blank = Math.max(0, FEWEST_HOPS - control.hops.length);
  return {
    size: 'small',
    copies: ONE_COPY,
    name: `${formNameOf(formSet, FORM)} – ${control.dossierNumber}`,
    style: STYLE,
    content: () =>
      html`${headOf(sheet, { code: scanCode })}
        ${titleOf(formSet, FORM, [html`Mã hồ sơ: <b>${control.dossierNumber}</b>`])}
        <div class="body">
          <p>Chủ hồ sơ: <b>${control.applicantName}</b></p>
          <p>Loại thủ tục: ${control.procedureName}</p>
          <p>Thời gian nhận hồ sơ: ${minuteInWords(control.receivedAt)}</p>
          <p>Thời gian trả kết quả: ${minuteInWords(control.appointmentAt)}</p>
          <p>Cơ quan (bộ phận) giải quyết hồ sơ: ${bodyOf(control.decidingBody)}</p>
          ${fact(
            'Cơ quan phối hợp giải quyết hồ sơ:',
            control.supportingBody === undefined ? '' : bodyOf(control.supportingBody),
          )}
        </div>
        <table class="hops">
          <colgroup>
            <col style="width:33mm" />
            <col style="width:25mm" />
            <col style="width:25mm" />
            <col style="width:24mm" />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th>TÊN CƠ QUAN</th>
              <th colspan="2">THỜI GIAN GIAO, NHẬN HỒ SƠ</th>
              <th>KẾT QUẢ GIẢI QUYẾT HỒ SƠ <i>(Trước hạn/ đúng hạn/ quá hạn)</i></th>
              <th>GHI CHÚ</th>
            </tr>
          </thead>
          ${control.hops.map((hop) => block(sheet, hop))}
          ${Array.from({ length: blank }, () => block(sheet, undefined))}
        </table>`,
  };
}

function block(sheet: ControlSheetForm, hop: ControlHop | undefined): Markup {
  const { given, received } = hop ?? {};
  return html`<tbody>
    <tr>
      <td>1. Giao: ${bodyName(sheet, given)}</td>
      <td colspan="2">${momentOf(given)}</td>
      <td rowspan="3" class="mid">${hop?.class === undefined ? undefined : CLASSES[hop.class]}</td>
      <td rowspan="3" class="note">${hop ? noteOf(hop) : undefined}</td>
    </tr>
    <tr>
      <td rowspan="2">2. Nhận: ${bodyName(sheet, received)}</td>
      <td colspan="2">${momentOf(received)}</td>
    </tr>
    <tr class="hands">
      <td class="mid"><i>Người giao</i><span>${given?.person}</span></td>
      <td class="mid"><i>Người nhận</i><span>${received?.person}</span></td>
    </tr>
  </tbody>`;
}

function momentOf(side: ControlSide | undefined): string {
  return side?.at === undefined ? MINUTE_BY_HAND : minuteInWords(side.at);
}

function bodyName({ formSet, control }: ControlSheetForm, side: ControlSide | undefined): HtmlValue {
  if (!side) return html`<span class="dots line"></span>`;
  const { unit, decidingBody } = control;
  const names: Readonly<Record<ControlBody, string>> = {
    counter: COUNTER_NAMES[formSet],
    specialist: 'Công chức chuyên môn',
    leader: `Lãnh đạo ${bodyOf(unit.name)}`,
    upstream: bodyOf(decidingBody === unit.name ? (unit.upperNames[0] ?? unit.name) : decidingBody),
    receiver: 'Cá nhân, tổ chức nhận kết quả',
  };
  return names[side.by];
}

const CLASSES: Readonly<Record<OnTimeClass, string>> = { early: 'Trước hạn', 'on-time': 'Đúng hạn', late: 'Quá hạn' };

const MARKS: Readonly<Record<NonNullable<ControlHop['mark']>, string>> = {
  rejected: 'Bên nhận không nhận.',
  undone: 'Đã lùi bước, không tính.',
  'out-of-place': 'Không khớp vị trí, chờ xem xét.',
  settled: 'Đã xem xét, không tính.',
};

function noteOf({ mark, note }: ControlHop): HtmlValue {
  return [mark === undefined ? undefined : html`<b>${MARKS[mark]}</b> `, note];
}

const STYLE = `
.hops{font-size:9pt;line-height:1.15;margin-top:1mm}
.hops th{font-size:8pt}.hops th i{font-weight:400}
.hops tbody{break-inside:avoid}
.hops .hands td{height:12mm;font-size:8.5pt;position:relative}
.hops .hands span{display:block;margin-top:4.5mm;font-weight:700}
.hops .note{font-size:8.5pt}
`;
