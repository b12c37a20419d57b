import type { DossierView } from '../../electron/contract/views.ts';
import { countText } from './format.ts';

export const MORNING = {
  lines: 'Các dòng của buổi sáng',
  others: 'Việc khác',
  /** What is urgent, in one sentence. */
  urgent: (late: number, dueToday: number) => {
    if (late + dueToday === 0) return 'Không có hồ sơ quá hạn hay đến hạn hôm nay.';
    if (late === 0) return `Không có hồ sơ quá hạn; ${countText(dueToday)} đến hạn hôm nay.`;
    return `${countText(late)} hồ sơ quá hạn${dueToday === 0 ? '' : `, ${countText(dueToday)} đến hạn hôm nay`}.`;
  },
  keysHint: 'Phím số chọn dòng; → sang bảng hồ sơ, ← trở lại.',
  batches: (count: number) =>
    count === 0 ? 'Không có lô chưa ký nhận' : `${countText(count)} lô bàn giao chưa ký nhận`,
};

export const LINE_NAMES = {
  late: 'Quá hạn',
  'due-today': 'Đến hạn hôm nay',
  'due-soon': 'Sắp đến hạn',
  'waiting-for-applicant': 'Chờ công dân',
  'result-ready': 'Có kết quả, chờ trả',
  'to-transfer': 'Chờ bàn giao',
  arrived: 'Chờ tiếp nhận',
  today: 'Nhận hôm nay',
  waiting: 'Tất cả chưa trả',
} satisfies Record<DossierView, string>;

/** `lastDaySoon`: as it is written, "26/11". */
export const LINE_MEANINGS = {
  late: () => 'Giờ hẹn trả đã qua',
  'due-today': () => 'Hẹn trả trong hôm nay',
  'due-soon': (lastDaySoon) => `Hẹn trả đến hết ${lastDaySoon}`,
  'waiting-for-applicant': () => 'Bổ sung, nghĩa vụ tài chính',
  'result-ready': () => 'Công dân chưa đến nhận',
  'to-transfer': () => 'Chờ chuyển lên cấp trên',
  arrived: () => 'Gửi qua mạng, bưu chính',
  today: () => 'Tiếp nhận trong ngày',
  waiting: () => 'Kể cả chưa đến hạn',
} satisfies Record<DossierView, (lastDaySoon: string) => string>;

export const LINES_EMPTY = {
  late: { title: 'Không có hồ sơ quá hạn', body: 'Hồ sơ chưa có kết quả mà giờ hẹn đã qua sẽ hiện ở đây.' },
  'due-today': {
    title: 'Không còn hồ sơ nào đến hạn hôm nay',
    body: 'Hồ sơ hẹn trả hôm nay, chưa có kết quả sẽ hiện ở đây.',
  },
  'due-soon': {
    title: 'Không có hồ sơ nào sắp đến hạn',
    body: 'Hồ sơ hẹn trả trong hai ngày làm việc tới sẽ hiện ở đây.',
  },
  'waiting-for-applicant': {
    title: 'Không có hồ sơ nào chờ công dân',
    body: 'Hồ sơ chờ bổ sung giấy tờ hoặc chờ nghĩa vụ tài chính sẽ hiện ở đây; thời hạn của chúng tạm dừng.',
  },
  'result-ready': { title: 'Không có kết quả nào chờ trả', body: 'Kết quả đã có mà công dân chưa nhận sẽ hiện ở đây.' },
  'to-transfer': {
    title: 'Không có hồ sơ nào chờ bàn giao',
    body: 'Hồ sơ liên thông xong phần việc của xã, chờ chuyển lên cấp trên, sẽ hiện ở đây.',
  },
  arrived: {
    title: 'Không có hồ sơ nào chờ tiếp nhận',
    body: 'Hồ sơ gửi qua mạng hoặc bưu chính mà chưa tiếp nhận sẽ hiện ở đây.',
  },
  today: { title: 'Hôm nay chưa nhận hồ sơ nào', body: 'Hồ sơ tiếp nhận trong ngày sẽ hiện ở đây.' },
  waiting: { title: 'Không có hồ sơ nào chưa trả', body: 'Mọi kết quả đã được trả.' },
} satisfies Record<DossierView, { title: string; body: string }>;
