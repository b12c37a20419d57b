import type { Appointment } from '../../../domain/appointment.ts';
import { dateOf, minuteOfDay } from '../../../domain/plain-date.ts';
import type { MovedAppointment } from '../../../domain/slips/moved-appointment.ts';
import type { ReceiptSlip } from '../../../domain/slips/receipt-slip.ts';
import type { ReprintMark } from '../../../domain/slips/reprint-mark.ts';
import { fact, keyFact, RULE, type SlipBlock } from '../slip-block.ts';
import {
  basisInWords,
  bodyOf,
  counterNameOn,
  dateWithWeekday,
  feesInWords,
  limitInWords,
  momentInWords,
  movedInWords,
  phoneInWords,
  resultWantedInWords,
  shortDate,
  timeInWords,
  two,
  unbroken,
} from '../slip-wording.ts';
import { opening } from './opening.ts';

/**
 * What the receipt-and-appointment slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả) says, in the order of Mẫu 01.
 * The wording of the numbered lines is the form's own.
 */
export function receiptContent(slip: ReceiptSlip, reprint: ReprintMark | undefined): readonly SlipBlock[] {
  const { unit, scanCode, dossierNumber, registerBook, receivedAt } = slip;
  return [
    ...opening(
      {
        unit,
        at: receivedAt,
        formNumber: `${registerBook.number}/${counterNameOn(dateOf(receivedAt)).short}`,
        scanCode,
        title: ['GIẤY TIẾP NHẬN HỒ SƠ', 'VÀ HẸN TRẢ KẾT QUẢ'],
        dossierNumber,
        notes: ['(Liên: Giao khách hàng)'],
      },
      reprint,
    ),
    RULE,
    ...parties(slip),
    RULE,
    ...promise(slip),
    RULE,
    ...closing(slip),
  ];
}

function parties(slip: ReceiptSlip): readonly SlipBlock[] {
  const counter = counterNameOn(dateOf(slip.receivedAt));
  return [
    fact(`${counter.name}:`, bodyOf(slip.unit.name)),
    keyFact('Tiếp nhận hồ sơ của:', slip.applicantName),
    ...(slip.submitterName === undefined ? [] : [fact('Người nộp:', slip.submitterName)]),
    fact('Địa chỉ:', slip.applicantAddress),
    fact('Số điện thoại:', phoneInWords(slip.applicantPhone)),
    keyFact('Nội dung yêu cầu giải quyết:', slip.procedureName),
  ];
}

function promise(slip: ReceiptSlip): readonly SlipBlock[] {
  const { name } = counterNameOn(dateOf(slip.receivedAt));
  return [
    {
      kind: 'sheets',
      label: '1. Thành phần hồ sơ nộp gồm:',
      nameHead: 'Tên giấy tờ',
      rows: slip.papers.map(({ name, originals, copies }, i) => {
        return { number: `(${i + 1})`, name, details: [], originals, copies };
      }),
    },
    fact('2. Số lượng hồ sơ:', unbroken(`${two(slip.sets)} (bộ)`)),
    fact('3. Thời gian giải quyết hồ sơ theo quy định là:', limitInWords(slip.limit)),
    fact('4. Thời gian nhận hồ sơ:', momentInWords(slip.receivedAt)),
    {
      kind: 'key-date',
      label: '5. Thời gian trả kết quả giải quyết hồ sơ:',
      lines: [dateWithWeekday(slip.appointment.at), timeInWords(minuteOfDay(slip.appointment.at))],
      ...adviceOn(slip),
      notes: [...movedNotes(slip.moved), ...appointmentNotes(slip.appointment)],
    },
    fact('6. Đăng ký nhận kết quả tại:', resultWantedInWords(slip.resultWanted, { name, unitName: slip.unit.name })),
    ...(slip.resultName === '' ? [] : [fact('Kết quả:', slip.resultName)]),
    fact('Phí, lệ phí:', feesInWords(slip.fees, slip.fee)),
    fact('Vào Sổ theo dõi hồ sơ, Quyển số:', registerLine(slip.registerBook)),
  ];
}

// Whoever gets the result by post or through the portal does not come.
function adviceOn({ resultWanted: wanted }: ReceiptSlip): { readonly advice?: string } {
  return wanted === undefined || wanted.at === 'counter'
    ? { advice: `Khi đến nhận, mang theo giấy này và ${unbroken('giấy tờ tùy thân.')}` }
    : {};
}

function movedNotes(moved: MovedAppointment | undefined): readonly string[] {
  return moved ? [movedInWords(moved)] : [];
}

function appointmentNotes({ basis, daysOff }: Appointment): readonly string[] {
  const why = basisInWords(basis);
  const days = daysOff.map(({ date, name }) => `${shortDate(date).slice(0, 5)} (${name})`).join(', ');
  return [
    ...(why === undefined ? [] : [why]),
    ...(days === '' ? [] : [`Ngày nghỉ trong thời gian giải quyết: ${days}.`]),
  ];
}

function registerLine({ book, number }: ReceiptSlip['registerBook']): string {
  return `${book}. ${unbroken(`Số thứ tự: ${number}`)}`;
}

function closing({ clerkName, scanCode, lookUpCode }: ReceiptSlip): readonly SlipBlock[] {
  return [
    {
      kind: 'signatures',
      signers: [
        { role: 'NGƯỜI NỘP HỒ SƠ', name: '' },
        { role: 'NGƯỜI TIẾP NHẬN HỒ SƠ', name: clerkName },
      ],
    },
    {
      kind: 'qr',
      code: scanCode,
      lookUpCode,
      hint: 'Đọc mã hồ sơ và mã này khi hỏi về hồ sơ.',
    },
  ];
}
