import type { FieldRefusal, IntakeField } from '../../domain/intake-form.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { ProcedureFee } from '../../domain/fees/fee-rule.ts';
import type { RequiredPaper } from '../../domain/procedure.ts';
import type { PersonRefusal, ReceiveRefusal, StorageRefusal } from '../../electron/contract/refusals.ts';
import { dateText } from './format.ts';
import { storageTrouble, type Trouble, troubleOfFault } from './trouble.ts';

export const INTAKE = {
  procedure: 'Thủ tục',
  procedureHint: 'Gõ vài chữ không dấu: ks, khai sinh, sao y…',
  recent: 'Thủ tục vừa dùng',
  recentKey: (place: number) => `Ctrl+${place + 1}`,
  procedureKeys: 'Mũi tên lên, xuống để chọn; Enter để nhận.',
  noProcedure: 'Không thấy thủ tục nào. Xin gõ ít chữ hơn hoặc thử tên khác.',
  changeProcedure: 'Đổi thủ tục',
  limit: 'Thời hạn',
  result: 'Kết quả',
  applicant: 'Chủ hồ sơ',
  person: 'Cá nhân',
  organisation: 'Tổ chức',
  personName: 'Họ và tên',
  organisationName: 'Tên tổ chức',
  phone: 'Điện thoại',
  noPhone: 'Không có',
  personId: 'CCCD, hộ chiếu',
  organisationId: 'Mã số thuế',
  idHint: 'Không có: bỏ trống',
  address: 'Địa chỉ',
  notNeededOnTheSpot: 'Không bắt buộc khi trả ngay',
  hasSubmitter: 'Người khác nộp thay',
  submitterName: 'Họ tên người nộp',
  submitterPhone: 'Điện thoại',
  submitterId: 'Số CCCD',
  papers: 'Giấy tờ nộp',
  originals: 'Bản chính',
  copies: 'Bản sao',
  papersEmpty: 'Chọn thủ tục để thấy các giấy tờ cần có.',
  noPapers: 'Thủ tục này không yêu cầu giấy tờ nào.',
  tickUsual: 'Đủ giấy tờ',
  optional: 'nếu có',
  sets: 'Số bộ hồ sơ',
  appointment: 'Hẹn trả kết quả',
  appointmentEmpty: 'Ngày hẹn sẽ hiện ở đây khi chọn thủ tục.',
  agreedDate: 'Ngày hẹn đã thống nhất',
  agreedDateHint: 'ngày/tháng/năm',
  agreedReason: 'Lý do, căn cứ',
  commit: 'Tiếp nhận và in phiếu',
  commitAndNext: 'Tiếp nhận, thêm mới',
  toMend: (count: number) => `Còn ${count} chỗ cần sửa, đã đánh dấu đỏ. Những gì đã gõ vẫn giữ nguyên.`,
  chooseProcedure: 'Xin chọn thủ tục trước.',
};

/** People who were here before, below the name. */
export const KNOWN = {
  hint: 'Đã từng nộp: gõ tên, đuôi ĐT hoặc CCCD',
  label: 'Người đã từng nộp hồ sơ',
  nobody: 'Chưa thấy người nào có số này. Xin gõ họ tên.',
  found: (count: number) => (count === 0 ? 'Không thấy ai' : `${count} người; mũi tên xuống để chọn, Enter để nhận`),
  id: (masked: string) => `CCCD ${masked}`,
  phoneTail: (digits: string) => `ĐT …${digits}`,
  last: (alias: string | undefined, date: string) => (alias ? `${alias}, ${date}` : date),
};

export const SAVED = {
  title: 'ĐÃ LƯU',
  number: 'Mã hồ sơ',
  applicant: 'Chủ hồ sơ',
  procedure: 'Thủ tục',
  lookUpCode: 'Mã tra cứu',
  scanCode: 'Mã trên phiếu',
  appointment: 'Hẹn trả',
  print: 'Phiếu',
  next: 'Hồ sơ tiếp theo',
  sameApplicant: 'Hồ sơ nữa của người này',
  savedBefore:
    'Hồ sơ này đã được lưu từ lần bấm trước, với thông tin lúc đó. Nội dung sửa sau đó chưa được ghi; xin đối chiếu phiếu.',
  strip: (number: string, name: string) => `Đã lưu ${number} – ${name}.`,
};

/** Beside a paper; handing it in is the rule and is not said. */
export const PAPER_REMARKS = { submit: '', show: 'xuất trình, trả lại ngay' } satisfies Record<
  RequiredPaper['mode'],
  string
>;

const FIELD_ERRORS = {
  missing: 'Xin gõ ô này',
  'too-long': 'Dài quá, xin viết gọn lại',
  'not-a-phone': 'Không phải số điện thoại Việt Nam',
  'not-an-id': 'Chỉ gồm 5–30 chữ và số',
  'not-a-date': 'Ngày không có thật; ví dụ 20/04/2020',
  'papers-missing': 'Còn thiếu giấy tờ bắt buộc',
  'out-of-range': 'Từ 1 đến 20 bộ',
} satisfies Record<FieldRefusal['code'], string>;

const MISSING = {
  'applicant.name': 'Xin gõ tên chủ hồ sơ',
  'applicant.idNumber': FIELD_ERRORS.missing,
  'applicant.phone': 'Gõ số, hoặc chọn “Không có”',
  'applicant.address': 'Xin gõ địa chỉ',
  'submitter.name': 'Xin gõ tên người nộp',
  'submitter.idNumber': FIELD_ERRORS.missing,
  'submitter.phone': FIELD_ERRORS.missing,
  papers: FIELD_ERRORS.missing,
  sets: FIELD_ERRORS.missing,
  'agreedAppointment.date': 'Xin gõ ngày hẹn',
  'agreedAppointment.reason': 'Xin gõ lý do',
  'resultWanted.address': 'Xin gõ địa chỉ nhận kết quả',
} satisfies Record<IntakeField, string>;

const BAD_COUNT = 'Số bản từ 0 đến 99';

/** The sentence under a field. */
export function fieldErrorText({ field, code }: FieldRefusal): string {
  if (code === 'missing') return MISSING[field];
  return field === 'papers' && code === 'out-of-range' ? BAD_COUNT : FIELD_ERRORS[code];
}

export const DATE_IN_THE_PAST = 'Ngày hẹn đã qua, xin chọn ngày khác';

const NOTHING_NUMBERED = 'Chưa cấp số nào; những gì đã gõ vẫn giữ nguyên.';

const RECEIVE_TROUBLES = {
  fields: { what: 'Có chỗ cần sửa.', safe: NOTHING_NUMBERED, next: 'Xin sửa các ô đánh dấu đỏ.' },
  'procedure-not-in-force': {
    what: 'Thủ tục này không còn hiệu lực trong ngày hôm nay.',
    safe: NOTHING_NUMBERED,
    next: 'Xin chọn thủ tục khác đang có hiệu lực.',
  },
  'no-limit-published': {
    what: 'Thủ tục này không công bố thời hạn.',
    safe: NOTHING_NUMBERED,
    next: 'Xin gõ ngày hẹn đã thống nhất với người nộp, kèm lý do.',
  },
  'calendar-ends-too-soon': {
    what: 'Lịch làm việc trên máy chưa tới ngày hẹn.',
    safe: NOTHING_NUMBERED,
    next: 'Xin gõ ngày hẹn đã thống nhất với người nộp, kèm lý do.',
  },
  'agreed-date-in-the-past': {
    what: 'Ngày hẹn đã qua.',
    safe: NOTHING_NUMBERED,
    next: 'Xin gõ ngày hẹn khác.',
  },
  'station-range-exhausted': {
    what: 'Máy này đã dùng hết 500 số của ngày hôm nay.',
    safe: NOTHING_NUMBERED,
    next: 'Xin tiếp nhận ở máy khác của đơn vị (máy mới thì đặt số máy chưa ai dùng), hoặc hẹn người dân ngày mai.',
  },
  'year-range-exhausted': {
    what: 'Máy này đã dùng hết mã phiếu của năm nay.',
    safe: NOTHING_NUMBERED,
    next: 'Xin tiếp nhận ở máy khác của đơn vị (máy mới thì đặt số máy chưa ai dùng); sang năm máy này cấp lại từ đầu.',
  },
  'clock-unconfirmed': {
    what: 'Đồng hồ máy tính có thể sai và hôm nay chưa ai xác nhận ngày.',
    safe: NOTHING_NUMBERED,
    next: 'Xin gõ ngày hôm nay khi máy hỏi, rồi hồ sơ được tiếp nhận ngay.',
  },
  'other-machine': {
    what: 'Dữ liệu này được chép từ máy khác nên chưa được cấp số.',
    safe: NOTHING_NUMBERED,
    next: 'Xin chọn số riêng cho máy này khi máy hỏi, rồi hồ sơ được tiếp nhận ngay.',
  },
  fees: {
    what: 'Chưa tính được phí, lệ phí.',
    safe: NOTHING_NUMBERED,
    next: 'Xin xem lại phần phí, lệ phí rồi bấm lại.',
  },
  'dossier-unknown': {
    what: 'Giấy này của xã khác.',
    safe: 'Chưa có gì được ghi.',
    next: 'Xin tiếp nhận như hồ sơ mới, hoặc hướng dẫn người dân đến đúng nơi.',
  },
  'not-in-this-state': {
    what: 'Hồ sơ này đã được tiếp nhận hoặc đã kết thúc ở nơi khác.',
    safe: NOTHING_NUMBERED,
    next: 'Xin mở hồ sơ ở Hôm nay để xem tình trạng.',
  },
} satisfies Record<Exclude<ReceiveRefusal['code'], (PersonRefusal | StorageRefusal)['code']>, Trouble>;

/** Why a reception was refused, when no single field is to blame. */
export function receiveTrouble(refusal: ReceiveRefusal): Trouble {
  switch (refusal.code) {
    case 'storage-failed':
      return storageTrouble(refusal);
    case 'not-signed-in':
    case 'not-permitted':
      return troubleOfFault(refusal);
    default:
      return RECEIVE_TROUBLES[refusal.code];
  }
}

/** After a fault nobody knows whether the dossier was kept; the same key again is safe. */
export const RECEIVE_FAULT: Trouble = {
  what: 'Máy chưa trả lời nên chưa biết hồ sơ đã được lưu hay chưa.',
  safe: 'Những gì đã gõ vẫn giữ nguyên.',
  next: 'Xin bấm lại: nếu đã lưu rồi, máy tự nhận ra và không ghi trùng.',
};

/** Why the clerk has to agree the date with the citizen. */
export function whyAgreed(
  refusal:
    { readonly code: 'no-limit-published' } | { readonly code: 'calendar-ends-too-soon'; readonly until: PlainDate },
): string {
  return refusal.code === 'no-limit-published'
    ? 'Thủ tục không công bố thời hạn: xin thống nhất ngày hẹn với người nộp.'
    : `Lịch làm việc mới có đến ${dateText(refusal.until)}: xin thống nhất ngày hẹn với người nộp.`;
}

export const FEE_UNITS = {
  dossier: '',
  page: '/trang',
  copy: '/bản',
  signature: '/chữ ký',
  contract: '/hợp đồng',
} satisfies Record<ProcedureFee['per'], string>;

export const FEE_BY_PROVINCE = 'theo mức của tỉnh';
export const FEE_FREE = 'không thu';
