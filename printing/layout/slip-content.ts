import type { Appointment } from '../../domain/appointment.ts';
import type { SubmittedPaper } from '../../domain/submitted-paper.ts';
import type { LookUpCode } from '../../domain/look-up-code.ts';
import { dateOf, minuteOfDay } from '../../domain/plain-date.ts';
import type { ReceiptSlip, ReprintMark } from '../../domain/receipt-slip.ts';
import type { ScanCode } from '../../domain/scan-code.ts';
import {
  basisInWords,
  bodyOf,
  counterNameOn,
  dateWithWeekday,
  feeInWords,
  limitInWords,
  momentInWords,
  phoneInWords,
  shortDate,
  timeInWords,
  two,
  unbroken,
} from './slip-wording.ts';

/** One thing the slip says, in reading order. How it looks is the layout's affair. */
export type SlipBlock =
  /** What this print is worth: `banner` for a trial, `frame` for a copy. */
  | { readonly kind: 'stamp'; readonly look: 'banner' | 'frame'; readonly title: string; readonly detail: string }
  | { readonly kind: 'head'; readonly upper: readonly string[]; readonly body: string; readonly counter: string }
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'line'; readonly tone: 'number' | 'note'; readonly text: string }
  | { readonly kind: 'bars'; readonly code: ScanCode }
  | { readonly kind: 'rule' }
  /** A label and what was filled in. `key`: what the citizen looks for first. */
  | { readonly kind: 'fact'; readonly label: string; readonly value: string; readonly tone: 'key' | 'plain' }
  | { readonly kind: 'papers'; readonly label: string; readonly papers: readonly SubmittedPaper[] }
  | {
      readonly kind: 'appointment';
      readonly label: string;
      readonly date: string;
      readonly time: string;
      readonly notes: readonly string[];
    }
  | { readonly kind: 'signatures'; readonly clerkName: string }
  | { readonly kind: 'look-up'; readonly code: ScanCode; readonly lookUpCode: LookUpCode; readonly hint: string };

const TRIAL_STAMP: SlipBlock = { kind: 'stamp', look: 'banner', title: 'BẢN THỬ', detail: 'KHÔNG CÓ GIÁ TRỊ' };

/**
 * What the receipt-and-appointment slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả) says, in the order of Mẫu 01.
 * The wording of the numbered lines is the form's own.
 */
export function slipContent(slip: ReceiptSlip, reprint?: ReprintMark): readonly SlipBlock[] {
  const trial: readonly SlipBlock[] = slip.isTrial ? [TRIAL_STAMP] : [];
  return [
    ...trial,
    ...opening(slip, reprint),
    { kind: 'rule' },
    ...parties(slip),
    { kind: 'rule' },
    ...promise(slip),
    { kind: 'rule' },
    ...closing(slip),
    ...trial,
  ];
}

function opening(slip: ReceiptSlip, reprint: ReprintMark | undefined): readonly SlipBlock[] {
  const counter = counterNameOn(dateOf(slip.receivedAt));
  return [
    {
      kind: 'head',
      // Nearest first in the data; on paper the highest body stands on top.
      upper: slip.unit.upperNames.toReversed().map((name) => capitals(bodyOf(name))),
      body: capitals(bodyOf(slip.unit.name)),
      counter: capitals(counter.name),
    },
    { kind: 'line', tone: 'note', text: `Số: ${slip.registerBook.number}/${counter.short}` },
    { kind: 'bars', code: slip.scanCode },
    { kind: 'title', lines: ['GIẤY TIẾP NHẬN HỒ SƠ', 'VÀ HẸN TRẢ KẾT QUẢ'] },
    { kind: 'line', tone: 'number', text: `Mã hồ sơ: ${slip.dossierNumber}` },
    { kind: 'line', tone: 'note', text: '(Liên: Giao khách hàng)' },
    ...(reprint ? [reprintMark(reprint)] : []),
  ];
}

function reprintMark({ copyNo, at, clerkName }: ReprintMark): SlipBlock {
  const when = `${timeInWords(minuteOfDay(at))} phút, ngày ${shortDate(dateOf(at))}`;
  return {
    kind: 'stamp',
    look: 'frame',
    title: `BẢN IN LẦN ${copyNo}`,
    detail: `${unbroken(when)} – ${unbroken('Cán bộ in:')} ${clerkName}`,
  };
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
  return [
    { kind: 'papers', label: '1. Thành phần hồ sơ nộp gồm:', papers: slip.papers },
    fact('2. Số lượng hồ sơ:', unbroken(`${two(slip.sets)} (bộ)`)),
    fact('3. Thời gian giải quyết hồ sơ theo quy định là:', limitInWords(slip.limit)),
    fact('4. Thời gian nhận hồ sơ:', momentInWords(slip.receivedAt)),
    {
      kind: 'appointment',
      label: '5. Thời gian trả kết quả giải quyết hồ sơ:',
      date: dateWithWeekday(slip.appointment.at),
      time: timeInWords(minuteOfDay(slip.appointment.at)),
      notes: appointmentNotes(slip.appointment),
    },
    fact('6. Đăng ký nhận kết quả tại:', `${counterNameOn(dateOf(slip.receivedAt)).name}, ${bodyOf(slip.unit.name)}`),
    fact('Kết quả:', slip.resultName),
    fact('Phí, lệ phí:', feeInWords(slip.fee)),
    fact('Vào Sổ theo dõi hồ sơ, Quyển số:', registerLine(slip.registerBook)),
  ];
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

function closing(slip: ReceiptSlip): readonly SlipBlock[] {
  return [
    { kind: 'signatures', clerkName: slip.clerkName },
    {
      kind: 'look-up',
      code: slip.scanCode,
      lookUpCode: slip.lookUpCode,
      hint: 'Đọc mã hồ sơ và mã này khi hỏi về hồ sơ. Mang theo giấy này khi đến nhận kết quả.',
    },
  ];
}

function fact(label: string, value: string): SlipBlock {
  return { kind: 'fact', label, value, tone: 'plain' };
}

function keyFact(label: string, value: string): SlipBlock {
  return { kind: 'fact', label, value, tone: 'key' };
}

function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}
