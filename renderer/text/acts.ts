import type { ActKind } from '../../domain/lifecycle/act.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { DossierSides } from '../../electron/contract/views.ts';
import { momentInWords } from './format.ts';
import { FACT_KINDS } from './facts.ts';
import { STATUS } from './vi.ts';

export const ACTS = {
  title: 'Việc tiếp theo',
  none: 'Lúc này không có việc nào để làm với hồ sơ này.',
  done: (kind: ActKind, status: Dossier['status']) => `Đã ghi nhận: ${ACT_NAMES[kind]}. Hồ sơ nay: ${STATUS[status]}.`,
  confirm: 'Ghi nhận',
  leaveTyped: 'Những gì vừa gõ chưa được ghi nhận. Bấm Esc lần nữa để bỏ, hoặc gõ tiếp.',
  undoes: (step: string, moment: string, clerk: string) => `Bước sẽ lùi lại: ${step}, ${moment}, cán bộ ${clerk}.`,
  optional: 'không bắt buộc',
  dateHint: 'ngày/tháng/năm',
  datePlaceholder: 'dd/mm/yyyy',
  otherPaper: 'Giấy tờ khác (gõ tên)',
  paperNote: 'Cần sửa, bổ sung gì',
  originals: 'Bản chính',
  copies: 'Bản sao',
};

/** On the buttons and over the dialog: what the clerk does. */
export const ACT_NAMES = {
  'processing-started': 'Chuyển giải quyết',
  'signature-requested': 'Trình ký',
  'signature-declined': 'Không ký, làm lại',
  'result-issued': 'Đã ký kết quả',
  'resolution-refused': 'Từ chối giải quyết',
  'supplement-requested': 'Yêu cầu bổ sung',
  'supplement-received': 'Nhận giấy bổ sung',
  'payment-duty-notified': 'Báo nghĩa vụ tài chính',
  'payment-duty-met': 'Đã nộp nghĩa vụ tài chính',
  'commune-part-finished': 'Xong phần việc của xã',
  'upstream-returned': 'Cấp trên trả lại',
  'upstream-result-issued': 'Cấp trên đã có kết quả',
  withdrawn: 'Công dân rút hồ sơ',
  stopped: 'Dừng giải quyết',
  voided: 'Hủy do nhập sai',
  'apology-issued': 'Xin lỗi, hẹn lại',
  'appointment-changed': 'Đổi ngày hẹn trả',
  'step-undone': 'Lùi lại một bước',
  'details-corrected': 'Sửa thông tin chủ hồ sơ',
  'fees-assessed': 'Tính lại phí, lệ phí',
  'fee-collected': 'Thu phí, lệ phí',
  'fee-refunded': 'Hoàn phí, lệ phí',
  'contradiction-settled': 'Xem lại ghi nhận',
} satisfies Record<ActKind, string>;

/** What each act does, where its name alone does not say it. */
export const ACT_BODIES: Partial<Record<ActKind, string>> = {
  'supplement-requested':
    'Mẫu 02: yêu cầu đủ một lần, bằng văn bản. Thời hạn giải quyết dừng lại cho đến khi công dân bổ sung.',
  'supplement-received': 'Đánh dấu những giấy công dân vừa nộp. Ngày hẹn trả được tính lại theo thời gian đã chờ.',
  'result-issued': 'Kết quả đã ký, sẵn sàng trả cho công dân.',
  'resolution-refused': 'Văn bản từ chối đã ký được trả cho công dân thay cho kết quả.',
  'apology-issued': 'Mẫu 04. Ngày hẹn đầu tiên vẫn được giữ để tính đúng hạn.',
  'appointment-changed': 'Chỉ khi pháp luật hoặc lịch nghỉ thay đổi. Hồ sơ đã trễ thì dùng “Xin lỗi, hẹn lại”.',
  'details-corrected': 'Thông tin cũ vẫn được giữ trong diễn biến.',
  'fee-collected': 'Không viết biên lai thì để trống hai ô biên lai.',
  voided: 'Hồ sơ không còn được giải quyết và việc này không lùi lại được. Mã hồ sơ không dùng lại.',
};

/** By the names of the rules. */
export const ACT_FIELDS = {
  reason: 'Lý do',
  specialist: 'Người giải quyết',
  note: 'Ghi chú',
  'result.number': 'Số, ký hiệu kết quả',
  'result.date': 'Ngày ký',
  'result.signer': 'Người ký',
  respondBy: 'Hạn bổ sung',
  'basis.text': 'Căn cứ pháp lý',
  'basis.approver': 'Người cho phép',
  'onPaper.signer': 'Người ký văn bản của cấp trên',
  'onPaper.date': 'Ngày văn bản của cấp trên',
  'agreedAppointment.date': 'Ngày hẹn trả mới',
  'agreedAppointment.reason': 'Lý do của ngày hẹn mới',
  noticeNumber: 'Số thông báo',
  receiptNumber: 'Số giấy nộp tiền',
  newDate: 'Hẹn lại ngày',
  signer: 'Người ký',
  'applicant.name': 'Họ tên chủ hồ sơ',
  'applicant.idNumber': 'Số CCCD, giấy tờ',
  'applicant.phone': 'Điện thoại',
  'applicant.address': 'Địa chỉ',
  feeVnd: 'Phí (đồng)',
  dutyVnd: 'Lệ phí (đồng)',
  'receipt.book': 'Biên lai quyển, ký hiệu',
  'receipt.number': 'Biên lai số',
  payerName: 'Người nộp tiền, nếu không phải chủ hồ sơ',
};

export const ACT_CHOICES = {
  method: { label: 'Hình thức', options: { cash: 'Tiền mặt', transfer: 'Chuyển khoản', online: 'Trực tuyến' } },
  toldBy: {
    label: 'Báo cho công dân bằng',
    options: { paper: 'Giấy', phone: 'Điện thoại', text: 'Tin nhắn', 'e-mail': 'Thư điện tử', post: 'Bưu chính' },
  },
  pausesLimit: { label: 'Cấp trên hỏi thêm công dân', options: { no: 'Không', yes: 'Có, dừng tính thời hạn' } },
  isRefusal: { label: 'Cấp trên ban hành', options: { no: 'Kết quả', yes: 'Văn bản từ chối' } },
  accepts: { label: 'Ghi nhận này', options: { yes: 'Được tính', no: 'Không được tính' } },
} satisfies Record<string, { label: string; options: Record<string, string> }>;

/** What an act is about, in words; nothing where the dossier itself is. */
export function aboutText(kind: ActKind, { dossier, contradictions }: DossierSides): string | undefined {
  if (kind === 'step-undone') {
    const last = dossier.lastUndoable;
    const entry = last && dossier.trail.find(({ log, seq }) => log === last.log && seq === last.seq);
    return entry && ACTS.undoes(FACT_KINDS[entry.kind], momentInWords(entry.at), entry.actor);
  }
  const [first] = contradictions;
  return kind === 'contradiction-settled' && first ? contradictionText(first) : undefined;
}

function contradictionText({ kind, stateThen, against, suggestion }: DossierSides['contradictions'][number]): string {
  const met = against ? `; trước đó đã có “${FACT_KINDS[against.kind]}”` : '';
  const advice =
    suggestion && { accept: ' Nên tính ghi nhận này.', 'set-aside': ' Nên không tính ghi nhận này.' }[suggestion];
  return `“${FACT_KINDS[kind]}” được ghi khi hồ sơ đang “${STATUS[stateThen]}”${met}.${advice ?? ''}`;
}
