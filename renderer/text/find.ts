import type { LookUpColumn, LookUpOrder, LookUpState } from '../../domain/look-up.ts';
import type { SaveFoundRefusal } from '../../electron/contract/look-up-commands.ts';
import { countText } from './format.ts';
import { KEYS } from '../keys.ts';
import type { Trouble } from './trouble.ts';

export const FIND = {
  label: 'Tìm hồ sơ',
  placeholder: 'Tên không dấu, mã hồ sơ, số cuối, điện thoại, số giấy tờ, thủ tục hoặc mã trên phiếu',
  list: 'Hồ sơ tìm thấy',
  count: (total: number) => `${countText(total)} hồ sơ`,
  rowHint: 'Mũi tên để chọn, Enter để mở, Esc về ô tìm.',
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
} satisfies Record<LookUpColumn, string>;

export const SAVE_FOUND = {
  save: 'Lưu cho Excel',
  saving: (done: number, total: number) => `Đang ghi ${countText(done)} trong ${countText(total)} hồ sơ`,
  preparing: 'Đang chuẩn bị tệp…',
  stop: 'Dừng lưu',
  saved: (rows: number) => `Đã lưu tệp, ${countText(rows)} hồ sơ.`,
  stopped: 'Đã dừng, không có tệp nào được ghi.',
};

const KEPT = 'Dữ liệu của quầy vẫn còn nguyên.';

export const SAVE_FOUND_TROUBLES = {
  'no-file': undefined,
  stopped: undefined,
  busy: {
    what: 'Đang lưu một danh sách khác.',
    safe: KEPT,
    next: 'Xin chờ lưu xong, hoặc dừng lần lưu đó, rồi lưu lại.',
  },
  'file-not-written': {
    what: 'Không ghi được tệp: nơi đã chọn đầy, không cho ghi, hoặc tệp đang mở trong Excel.',
    safe: KEPT,
    next: 'Xin đóng tệp đó hoặc chọn nơi khác rồi lưu lại.',
  },
} satisfies Record<SaveFoundRefusal['code'], Trouble | undefined>;

/** What else may be done to the list, on the chips behind the filters. */
export const TOOLS = {
  sort: 'Sắp xếp',
  columns: 'Cột',
  views: 'Đã lưu',
};

export const SORT = {
  title: 'Sắp xếp hồ sơ tìm thấy',
  best: 'Khớp nhất, rồi mới nhất trước',
};

/** Each order with what comes first, one way and the other. */
export const ORDERS = {
  number: ['Mã hồ sơ, nhỏ trước', 'Mã hồ sơ, lớn trước'],
  applicant: ['Tên chủ hồ sơ, A đến Y', 'Tên chủ hồ sơ, Y đến A'],
  procedure: ['Thủ tục, A đến Y', 'Thủ tục, Y đến A'],
  received: ['Tiếp nhận, cũ trước', 'Tiếp nhận, mới trước'],
  appointment: ['Hẹn trả, sớm trước', 'Hẹn trả, muộn trước'],
  status: ['Tình trạng, theo thứ tự giải quyết', 'Tình trạng, ngược thứ tự giải quyết'],
} satisfies Record<LookUpOrder, readonly [string, string]>;

export const COLUMNS_DIALOG = {
  title: 'Cột hiện trong danh sách',
  hint: 'Bấm số để hiện hoặc ẩn một cột.',
  done: 'Xong',
};
