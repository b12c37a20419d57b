import type { KnownState } from './dossier-state.ts';

/** What each state is called at the counter: on the screen, and in a file that leaves it. */
export const STATE_NAMES = {
  'intake-unknown': 'Chưa có dữ liệu tiếp nhận',
  'awaiting-intake': 'Chờ tiếp nhận',
  'supplement-before-intake': 'Đã hướng dẫn bổ sung',
  'intake-refused': 'Từ chối tiếp nhận',
  received: 'Đã tiếp nhận',
  'in-progress': 'Đang giải quyết',
  'awaiting-supplement': 'Chờ bổ sung',
  'awaiting-payment-duty': 'Chờ nghĩa vụ tài chính',
  'awaiting-signature': 'Trình ký',
  'awaiting-transfer-up': 'Chờ bàn giao lên cấp trên',
  'in-transfer-up': 'Đã xuất lô, chưa ký nhận',
  'upstream-in-progress': 'Cấp trên đang giải quyết',
  'returned-by-upstream': 'Cấp trên trả lại',
  'in-transfer-down': 'Kết quả đang chuyển về',
  'result-ready': 'Có kết quả, chờ trả',
  'resolution-refused': 'Từ chối giải quyết, chờ trả văn bản',
  'handed-over': 'Đã trả kết quả',
  withdrawn: 'Công dân rút hồ sơ',
  stopped: 'Dừng giải quyết',
  voided: 'Hủy do nhập sai',
} satisfies Record<KnownState, string>;
