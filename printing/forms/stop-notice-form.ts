import type { StopNoticeForm } from '../../domain/forms/form-sheet.ts';
import type { KnownState } from '../../domain/lifecycle/dossier-state.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { groupedScanCode } from '../../domain/scan-code.ts';
import { bodyOf } from '../layout/slip-wording.ts';
import { leaderSignature } from './apology-form.ts';
import { fact, type FormDrawing, formNameOf, headOf, titleOf, TWO_COPIES } from './form-parts.ts';
import { addressed, dayInWords, minuteInWords, phoneOf, sentence, vndInWords } from './form-wording.ts';
import { html, type Markup } from './html.ts';

const FORM = 'stop-notice';

// Of this form only its subjects are known (request, stage, decision, money). The sentences are ours.
export function drawStopNotice(sheet: StopNoticeForm): FormDrawing {
  const { formSet, scanCode, dossierNumber, applicant } = sheet;
  return {
    size: 'middle',
    copies: TWO_COPIES,
    name: `${formNameOf(formSet, FORM)} – ${dossierNumber ?? groupedScanCode(scanCode)}`,
    content: (copy) =>
      html`${headOf(sheet, { number: '………/………', code: scanCode })} ${titleOf(formSet, FORM, [`(${copy})`])}
        <div class="body">
          <p>Kính gửi: <b>${applicant.name}</b></p>
          ${fact('Địa chỉ:', applicant.address)}
          <p>Số điện thoại: ${phoneOf(applicant.phone)}</p>
          ${notice(sheet)}
        </div>
        ${leaderSignature(sheet, '')}`,
  };
}

function notice(sheet: StopNoticeForm): Markup {
  const { unit, applicant, dossierNumber, procedureName, receivedAt, at, stage, moneyVnd, kind, reason } = sheet;
  const body = bodyOf(unit.name);
  return html`
    <p>Mã hồ sơ: <b>${dossierNumber ?? ''}</b></p>
    <p>Nội dung yêu cầu giải quyết: <b>${procedureName}</b></p>
    <p>Thời gian nhận hồ sơ: ${minuteInWords(receivedAt)}</p>
    <p>
      ${kind === 'withdrawn' ? `Đề nghị dừng giải quyết của ${addressed(applicant)}:` : 'Lý do dừng giải quyết:'}
      ${sentence(reason)}
    </p>
    <p>Giai đoạn giải quyết khi dừng: ${STAGES[stage] ?? 'đang giải quyết'}</p>
    <p class="justify">
      <b>${body} thông báo dừng giải quyết hồ sơ nêu trên kể từ ${dayInWords(dateOf(at))}.</b>
    </p>
    <p>Phí, lệ phí đã nộp: ${vndInWords(moneyVnd.paid)}; đã hoàn trả: ${vndInWords(moneyVnd.refunded)}.</p>
    <p class="justify">${body} thông báo để ${addressed(applicant)} được biết.</p>
  `;
}

/** Those in which a dossier is stopped or taken back by who handed it in. */
const STAGES: { readonly [S in KnownState]?: string } = {
  received: 'đã tiếp nhận, chưa chuyển giải quyết',
  'in-progress': 'đang giải quyết tại cấp xã',
  'awaiting-supplement': 'chờ bổ sung hồ sơ',
  'awaiting-payment-duty': 'chờ thực hiện nghĩa vụ tài chính',
  'awaiting-signature': 'đang trình ký',
  'awaiting-transfer-up': 'chờ chuyển cấp trên giải quyết',
  'in-transfer-up': 'đang chuyển cấp trên giải quyết',
  'upstream-in-progress': 'đang giải quyết tại cơ quan cấp trên',
  'returned-by-upstream': 'cơ quan cấp trên đã trả lại',
};
