import type { SupplementForm } from '../../domain/forms/form-sheet.ts';
import { groupedScanCode } from '../../domain/scan-code.ts';
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
import { COUNTER_NAMES, dayInWords, formNumberInWords, phoneOf, sentence } from './form-wording.ts';
import { html, type Markup } from './html.ts';

const FORM = 'supplement-request';

// The last day for an answer is not on the form of the circular; offices add it below the reason.
export function drawSupplementRequest(sheet: SupplementForm): FormDrawing {
  const { formSet, scanCode, dossierNumber } = sheet;
  const number = formNumberInWords(sheet.asked.formNumber, numberSuffixOf(formSet, FORM));
  const dossier = dossierNumber === undefined ? [] : [html`Mã hồ sơ: <b>${dossierNumber}</b>`];
  return {
    size: 'middle',
    copies: TWO_COPIES,
    name: `${formNameOf(formSet, FORM)} – ${dossierNumber ?? groupedScanCode(scanCode)}`,
    content: (copy) =>
      html`${headOf(sheet, { number, code: scanCode })} ${titleOf(formSet, FORM, [...dossier, `(${copy})`])}
        <div class="body">${request(sheet)}</div>
        ${signaturesOf(signersOf(formSet, FORM), { clerk: sheet.clerkName }, { clerk: 'NGƯỜI HƯỚNG DẪN' })}`,
  };
}

function request({ unit, formSet, applicant, procedureName, asked }: SupplementForm): Markup {
  const { missing, reason, respondBy } = asked;
  return html`
    <p>${COUNTER_NAMES[formSet]}: ${bodyOf(unit.name)}</p>
    <p>Tiếp nhận hồ sơ/yêu cầu của: <b>${applicant.name}</b></p>
    <p>Nội dung yêu cầu giải quyết: <b>${procedureName}</b></p>
    ${fact('Địa chỉ:', applicant.address)} ${phoneAndMail(phoneOf(applicant.phone))}
    <p>Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:</p>
    <ol class="list">
      ${missing.map(({ name, note }) => html`<li>${name}${note === '' ? undefined : html`: <i>${note}</i>`}</li>`)}
    </ol>
    ${fact('Lý do:', sentence(reason))}
    ${respondBy === undefined ? undefined : html`<p>Thời hạn bổ sung, hoàn thiện: đến hết ${dayInWords(respondBy)}.</p>`}
    <p class="justify">
      Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với ${COUNTER_NAMES[formSet]}
      ${bodyOf(unit.name)}, số điện thoại ………………………… để được hướng dẫn.
    </p>
  `;
}
