import type { ReceiptSlipForm } from '../../domain/forms/form-sheet.ts';
import type { Received } from '../../domain/lifecycle/dossier-fact.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { shownName } from '../../domain/slips/title-on-paper.ts';
import {
  basisInWords,
  bodyOf,
  feesInWords,
  limitInWords,
  movedInWords,
  resultWantedInWords,
  shortDate,
  two,
  unbroken,
  weekdayInWords,
} from '../layout/slip-wording.ts';
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
import { COUNTER_NAMES, minuteInWords, phoneOf } from './form-wording.ts';
import { html, type HtmlValue, type Markup } from './html.ts';

const FORM = 'receipt-slip';

// The numbered lines and the notes are those of the systems in use; the circular itself was not at hand.
export function drawReceiptSlip(sheet: ReceiptSlipForm): FormDrawing {
  const { formSet, received } = sheet;
  const number = `${received.registerBook.number}${numberSuffixOf(formSet, FORM)}`;
  return {
    size: 'small',
    copies: TWO_COPIES,
    name: `${formNameOf(formSet, FORM)} – ${received.dossierNumber}`,
    content: (copy) =>
      html`${headOf(sheet, { number, code: received.scanCode })}
        ${titleOf(formSet, FORM, [html`Mã hồ sơ: <b>${received.dossierNumber}</b>`, `(${copy})`])}
        <div class="body tight">${parties(sheet)} ${promise(sheet)}</div>
        ${signaturesOf(signersOf(formSet, FORM), {
          submitter: (received.submitter ?? received.applicant).name,
          clerk: sheet.clerkName,
        })}
        ${notes(sheet)}`,
  };
}

function parties({ unit, formSet, received }: ReceiptSlipForm): Markup {
  const { applicant, submitter, procedure } = received;
  return html`
    <p>${COUNTER_NAMES[formSet]}: ${bodyOf(unit.name)}</p>
    <p>Tiếp nhận hồ sơ của: <b>${applicant.name}</b>${submitter ? undefined : idOf(applicant.idNumber)}</p>
    ${submitter ? html`<p>Người nộp: ${submitter.name}${idOf(submitter.idNumber)}</p>` : undefined}
    ${fact('Địa chỉ:', applicant.address)} ${phoneAndMail(phoneOf(applicant.phone))}
    <p>Nội dung yêu cầu giải quyết: <b>${shownName(procedure, received)}</b></p>
  `;
}

function idOf(idNumber: string): HtmlValue {
  return idNumber === '' ? undefined : `; số CMND/Thẻ căn cước/Hộ chiếu: ${idNumber}`;
}

function promise({ formSet, received, moved }: ReceiptSlipForm): Markup {
  const { appointment, procedure, registerBook, resultWanted, unit } = received;
  const counter = { name: COUNTER_NAMES[formSet], unitName: unit.name };
  // One piece with the day, which is in one piece itself.
  const weekday = unbroken(` (${weekdayInWords(dateOf(appointment.at))})`);
  return html`
    <p><b>1. Thành phần hồ sơ nộp gồm:</b></p>
    ${papersTable(received)}
    <p><b>2. Số lượng hồ sơ:</b> ${unbroken(`${two(received.sets)} (bộ)`)}</p>
    <p><b>3. Thời gian giải quyết hồ sơ theo quy định là:</b> ${limitInWords(procedure.limit)}</p>
    <p><b>4. Thời gian nhận hồ sơ:</b> ${minuteInWords(received.receivedAt)}</p>
    <p>
      <b>5. Thời gian trả kết quả giải quyết hồ sơ: ${minuteInWords(appointment.at)}${weekday}</b
      >${whyThen(received, moved)}
    </p>
    <p><b>6. Đăng ký nhận kết quả tại:</b> ${resultWantedInWords(resultWanted, counter)}</p>
    <p>Phí, lệ phí: ${feesOf(received)}</p>
    <p>Mã tra cứu hồ sơ: <b>${received.lookUpCode}</b></p>
    <p>
      <b>Vào Sổ theo dõi hồ sơ, Quyển số:</b> ${registerBook.book}
      <b>${unbroken('Số thứ tự:')}</b> ${registerBook.number}
    </p>
  `;
}

function papersTable({ papers }: Received): Markup {
  return html`<table class="papers">
    <colgroup>
      <col style="width:9mm" />
      <col />
      <col style="width:23mm" />
      <col style="width:19mm" />
    </colgroup>
    <thead>
      <tr>
        <th>STT</th>
        <th>Tên giấy tờ</th>
        <th>Số bản chính</th>
        <th>Số bản sao</th>
      </tr>
    </thead>
    <tbody>
      ${papers.map(
        ({ name, originals, copies }, i) =>
          html`<tr>
            <td class="mid">${i + 1}</td>
            <td>${name}</td>
            <td class="mid">${counted(originals)}</td>
            <td class="mid">${counted(copies)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A paper of which none was handed in has no zero, which a pen could turn into something. */
function counted(sheets: number): string {
  return sheets === 0 ? '–' : two(sheets);
}

function whyThen({ appointment }: Received, moved: ReceiptSlipForm['moved']): HtmlValue {
  const why = basisInWords(appointment.basis);
  const days = appointment.daysOff.map(({ date, name }) => `${shortDate(date).slice(0, 5)} (${name})`).join(', ');
  return [
    moved ? html`<br /><i>${movedInWords(moved)}</i>` : undefined,
    why === undefined ? undefined : html`<br /><i>${why}</i>`,
    days === '' ? undefined : html`<br /><i>Ngày nghỉ trong thời gian giải quyết: ${days}.</i>`,
  ];
}

/** A note to the rule tells what is paid for. */
function feesOf({ fees, procedure, hidesTitle = false }: Received): string {
  const { note: _note, ...fee } = procedure.fee;
  return feesInWords(fees, hidesTitle ? fee : procedure.fee);
}

function notes({ formSet }: ReceiptSlipForm): Markup {
  const counter = COUNTER_NAMES[formSet];
  return html`<div class="notes">
    <p><b>Ghi chú:</b></p>
    <p>
      - Giấy tiếp nhận hồ sơ và hẹn trả kết quả được lập thành 2 liên; một liên chuyển kèm theo Phiếu kiểm soát quá
      trình giải quyết hồ sơ và được lưu tại ${counter}; một liên giao cho cá nhân, tổ chức nộp hồ sơ;
    </p>
    <p>
      - Cá nhân, tổ chức có thể đăng ký nhận kết quả tại ${counter} hoặc tại nhà (trụ sở tổ chức) qua dịch vụ bưu chính.
    </p>
  </div>`;
}
