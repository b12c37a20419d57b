import type { LookUpState } from '../../domain/look-up.ts';
import { countText } from '../format.ts';
import { KEYS } from '../keys.ts';

export const FIND = {
  label: 'Tìm hồ sơ',
  placeholder: 'Tên không dấu, mã hồ sơ, số cuối, điện thoại, số giấy tờ, thủ tục hoặc mã trên phiếu',
  list: 'Hồ sơ tìm thấy',
  count: (total: number) => `${countText(total)} hồ sơ`,
  rowHint: 'Mũi tên, PageUp, PageDown, Home, End để chọn; Enter để mở; Esc về ô tìm.',
  nothingTitle: 'Chưa có hồ sơ nào',
  nothingBody: 'Hồ sơ đã tiếp nhận sẽ hiện ở đây, mới nhất trước.',
  noneTitle: 'Không thấy hồ sơ nào',
  noneBody: 'Xin thử ít chữ hơn, chỉ tên gọi, hoặc bốn số cuối. Hồ sơ nhận ở máy khác chỉ thấy sau khi đồng bộ.',
  noneFiltered: `Đang lọc bớt hồ sơ. Bấm ${KEYS.filterClear.label} để bỏ lọc và tìm trong tất cả.`,
  more: 'Hồ sơ khác, cuộn để xem',
};

/** What the list is narrowed by, as it stands on the chips. */
export const FILTERS = {
  state: 'Tình trạng',
  procedure: 'Thủ tục',
  field: 'Lĩnh vực',
  days: 'Ngày nhận',
  clerk: 'Người nhận',
  mine: 'Chỉ của tôi',
};

export const FILTER = {
  label: 'Lọc hồ sơ',
  lead: 'Lọc: Ctrl +',
  clear: 'Bỏ lọc',
  all: 'Tất cả',
  choose: (what: string) => `Lọc theo ${what.toLocaleLowerCase('vi')}`,
  search: 'Gõ để tìm, mũi tên để chọn, Enter để lấy',
  none: 'Không có mục nào như vậy',
  days: (from: string | undefined, until: string | undefined) => {
    if (from === until) return from ?? '';
    if (from === undefined) return `đến ${until ?? ''}`;
    return until === undefined ? `từ ${from}` : `${from} – ${until}`;
  },
  from: 'Từ ngày',
  until: 'Đến ngày',
  daysHint: 'Ví dụ 20/04/2020. Để trống là không giới hạn.',
  noDay: 'Không có ngày này',
  beforeFrom: 'Trước ngày đầu',
  apply: 'Lọc',
};

export const LOOK_UP_STATE_NAMES = {
  'in-progress': 'Đang giải quyết',
  late: 'Quá hạn',
  'due-soon': 'Sắp đến hạn',
  'waiting-for-applicant': 'Chờ bổ sung',
  'result-ready': 'Chờ trả kết quả',
  'handed-over': 'Đã trả kết quả',
  arrived: 'Chờ tiếp nhận',
  ended: 'Dừng, rút, hủy, từ chối',
} satisfies Record<LookUpState, string>;

export const FOUND_COLUMNS = {
  number: 'Mã hồ sơ',
  applicant: 'Chủ hồ sơ',
  phone: 'Điện thoại',
  procedure: 'Thủ tục',
  received: 'Tiếp nhận',
  appointment: 'Hẹn trả',
  status: 'Tình trạng',
};
