import type { FormSetId } from '../../domain/forms/form-set.ts';
import type { ApologyForm } from '../../domain/forms/form-sheet.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { groupedScanCode } from '../../domain/scan-code.ts';
import { bodyOf, unbroken } from '../layout/slip-wording.ts';
import {
  fact,
  type FormDrawing,
  formNameOf,
  headOf,
  numberSuffixOf,
  signatureRow,
  titleOf,
  TWO_COPIES,
} from './form-parts.ts';
import {
  addressed,
  COUNTER_NAMES,
  dayInWords,
  formNumberInWords,
  minuteInWords,
  phoneOf,
  sentence,
} from './form-wording.ts';
import { html, type Markup } from './html.ts';

const FORM = 'apology';

// The wording of 2025 was not to be found. It has that of 2018, but that it asks for more time, as its title says: unverified.
export function drawApology(sheet: ApologyForm): FormDrawing {
  const { formSet, apology, scanCode, dossierNumber, applicant } = sheet;
  const number = formNumberInWords(apology.formNumber, numberSuffixOf(formSet, FORM));
  return {
    size: 'middle',
    copies: TWO_COPIES,
    name: `${formNameOf(formSet, FORM)} – ${dossierNumber ?? groupedScanCode(scanCode)}`,
    content: (copy) =>
      html`${headOf(sheet, { number, code: scanCode })} ${titleOf(formSet, FORM, [`(${copy})`])}
        <div class="body">
          <p>Kính gửi: <b>${applicant.name}</b></p>
          ${fact('Địa chỉ:', applicant.address)}
          <p>Số điện thoại: ${phoneOf(applicant.phone)}</p>
          ${letter(sheet)}
        </div>
        ${leaderSignature(sheet, apology.signer)}`,
  };
}

function letter({
  unit,
  formSet,
  applicant,
  dossierNumber,
  procedureName,
  receivedAt,
  promisedAt,
  apology,
}: ApologyForm): Markup {
  const body = bodyOf(unit.name);
  const you = addressed(applicant);
  const received = capitalised(dayInWords(dateOf(receivedAt)));
  const promised = promisedAt === undefined ? MINUTE_UNKNOWN : minuteInWords(promisedAt);
  return html`
    <p class="justify">
      ${received}, ${body} tiếp nhận giải quyết hồ sơ đề nghị giải quyết thủ tục hành chính “<b>${procedureName}</b>”
      của ${you}; mã số: <b>${dossierNumber ?? ''}</b>;
    </p>
    <p class="justify">Thời gian hẹn trả kết quả: ${promised}.</p>
    <p class="justify">
      Tuy nhiên đến nay, ${body} chưa trả kết quả giải quyết hồ sơ của ${you} đúng thời hạn quy định ghi trên Giấy tiếp
      nhận hồ sơ và hẹn trả kết quả. Lý do: ${sentence(apology.reason)}
    </p>
    <p class="indent">
      ${body} xin lỗi ${you} và ${NEW_DATE[formSet]} <b>${minuteInWords(apology.newAppointmentAt)}</b>.
    </p>
    <p class="justify">Mong nhận được sự thông cảm của ${you} vì sự chậm trễ này.</p>
  `;
}

const NEW_DATE: Readonly<Record<FormSetId, string>> = {
  '2018': 'sẽ trả kết quả giải quyết hồ sơ vào',
  // Unverified: our own sentence.
  '2025': 'đề nghị gia hạn thời gian giải quyết hồ sơ; thời gian trả kết quả mới:',
};

const MINUTE_UNKNOWN = 'ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả';

/** Whom the letter goes to, beside the leader, who alone signs it. */
export function leaderSignature({ formSet }: Pick<ApologyForm, 'formSet'>, signer: string): Markup {
  const receivers = html`<div class="receivers">
    <b>Nơi nhận:</b><br />- Như trên;<br />- ${COUNTER_NAMES[formSet]};<br />- Lưu: VT.
  </div>`;
  const leader = {
    role: `THỦ TRƯỞNG ${unbroken('CƠ QUAN, ĐƠN VỊ')}`,
    how: '(ký, ghi rõ họ tên, đóng dấu)',
    who: signer,
  };
  return signatureRow([leader], receivers);
}

function capitalised(text: string): string {
  return unbroken(text.charAt(0).toLocaleUpperCase('vi') + text.slice(1));
}
