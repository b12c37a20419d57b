import type { Channel } from '../../domain/channel.ts';
import type { TrailEntry } from '../../domain/dossier.ts';
import type { DossierFactKind } from '../../domain/lifecycle/dossier-fact.ts';

/** What happened, one line of the history each. */
export const FACT_KINDS = {
  filed: 'Hồ sơ gửi đến',
  'supplement-guided': 'Hướng dẫn bổ sung trước khi tiếp nhận',
  'intake-refused': 'Từ chối tiếp nhận',
  received: 'Tiếp nhận',
  'carried-over': 'Chuyển từ hệ thống cũ sang',
  'processing-started': 'Chuyển giải quyết',
  'signature-requested': 'Trình ký',
  'signature-declined': 'Chưa ký, chuyển lại để giải quyết tiếp',
  'result-issued': 'Đã ký kết quả',
  'resolution-refused': 'Từ chối giải quyết bằng văn bản',
  'supplement-requested': 'Yêu cầu bổ sung',
  'supplement-received': 'Nhận giấy tờ bổ sung',
  'payment-duty-notified': 'Thông báo nghĩa vụ tài chính',
  'payment-duty-met': 'Đã hoàn thành nghĩa vụ tài chính',
  'commune-part-finished': 'Xong phần việc của đơn vị',
  'transfer-sent': 'Xuất lô bàn giao lên cấp trên',
  'transfer-received': 'Cấp trên ký nhận',
  'transfer-rejected': 'Cấp trên không nhận',
  'transfer-recalled': 'Thu hồi bàn giao',
  'upstream-returned': 'Cấp trên trả lại',
  'upstream-result-issued': 'Cấp trên ban hành kết quả',
  'upstream-result-arrived': 'Nhận kết quả từ cấp trên',
  'result-handed-over': 'Trả kết quả',
  withdrawn: 'Công dân rút hồ sơ',
  stopped: 'Dừng giải quyết',
  voided: 'Hủy do nhập sai',
  'apology-issued': 'Xin lỗi và hẹn lại',
  'appointment-changed': 'Đổi ngày hẹn trả',
  'step-undone': 'Lùi lại một bước',
  'details-corrected': 'Sửa thông tin chủ hồ sơ',
  'fees-assessed': 'Tính lại phí, lệ phí',
  'fee-collected': 'Thu phí, lệ phí',
  'fee-refunded': 'Hoàn phí, lệ phí',
  'contradiction-settled': 'Xem lại một ghi nhận không khớp',
} satisfies Record<DossierFactKind, string>;

/** What became of a step that does not count, or not where it stands. */
export const VERDICTS = {
  undone: 'Đã lùi lại, không tính',
  'out-of-place': 'Không khớp, chưa tính',
  settled: 'Không khớp, đã xem lại',
} satisfies Record<NonNullable<TrailEntry['verdict']>, string>;

export const ARRIVAL_NUMBERS = {
  online: 'Mã trên Cổng Dịch vụ công',
  post: 'Số bưu gửi',
} satisfies Record<Exclude<Channel, 'direct'>, string>;
