import type { IntakeRefusalForm } from '../../domain/forms/form-sheet.ts';
import type { RefusalGround } from '../../domain/lifecycle/dossier-fact.ts';
import { groupedScanCode } from '../../domain/scan-code.ts';
import { shownName } from '../../domain/slips/title-on-paper.ts';
import { bodyOf } from '../layout/slip-wording.ts';
import {
  fact,
  type FormDrawing,
  formNameOf,
  headOf,
  numberSuffixOf,
  phoneAndMail,
  signaturesOf,
  signersOf,
  titleOf,
  TWO_COPIES,
} from './form-parts.ts';
import { COUNTER_NAMES, formNumberInWords, phoneOf, sentence } from './form-wording.ts';
import { html, type Markup } from './html.ts';

const FORM = 'intake-refusal';

export function drawIntakeRefusal(sheet: IntakeRefusalForm): FormDrawing {
  const { formSet, refused } = sheet;
  const number = formNumberInWords(refused.formNumber, numberSuffixOf(formSet, FORM));
  return {
    size: 'middle',
    copies: TWO_COPIES,
    name: `${formNameOf(formSet, FORM)} – ${groupedScanCode(refused.scanCode)}`,
    content: (copy) =>
      html`${headOf(sheet, { number, code: refused.scanCode })} ${titleOf(formSet, FORM, [`(${copy})`])}
        <div class="body">${refusal(sheet)}</div>
        ${signaturesOf(signersOf(formSet, FORM), { submitter: refused.applicant.name, clerk: sheet.clerkName })}`,
  };
}

function refusal({ unit, formSet, refused }: IntakeRefusalForm): Markup {
  const { applicant, procedure, ground, reason } = refused;
  const counter = COUNTER_NAMES[formSet];
  const why = GROUNDS[ground];
  // Nobody was asked yet whether a sensitive title may stand here.
  const title = shownName(procedure, { hidesTitle: procedure.isRestricted === true });
  return html`
    <p>${counter}: ${bodyOf(unit.name)}</p>
    <p>Tiếp nhận hồ sơ của: <b>${applicant.name}</b></p>
    ${fact('Địa chỉ:', applicant.address)} ${phoneAndMail(phoneOf(applicant.phone))}
    <p>Nội dung yêu cầu giải quyết: <b>${title}</b></p>
    <p class="justify">
      Qua xem xét, ${counter} ${bodyOf(unit.name)} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như
      sau:
    </p>
    <p class="justify">${why === undefined ? undefined : html`<b>${why}.</b> `}${sentence(reason)}</p>
    <p class="justify">Xin thông báo cho Ông/Bà được biết và thực hiện.</p>
  `;
}

const GROUNDS: Readonly<Record<RefusalGround, string | undefined>> = {
  'not-competent': 'Không thuộc thẩm quyền giải quyết',
  'not-eligible': 'Không đủ điều kiện giải quyết',
  'false-papers': 'Giấy tờ trong hồ sơ không đúng sự thật',
  'no-such-procedure': 'Không có thủ tục hành chính này',
  other: undefined,
};
