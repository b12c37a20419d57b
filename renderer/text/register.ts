import type { Anomaly } from '../../domain/dossier.ts';
import { countText } from './format.ts';
import { KEYS } from '../keys.ts';

export const COLUMNS = {
  number: 'Mã hồ sơ',
  procedure: 'Thủ tục',
  applicant: 'Chủ hồ sơ',
  phone: 'Điện thoại',
  received: 'Tiếp nhận',
  appointment: 'Hẹn trả',
  status: 'Tình trạng',
};

export const LIST = {
  label: 'Danh sách hồ sơ',
  shown: (shown: number, total: number) =>
    shown < total
      ? `Hiện ${countText(shown)} trong ${countText(total)} hồ sơ. Muốn thấy hồ sơ khác, xin dùng Tìm (${KEYS.find.label}).`
      : `${countText(total)} hồ sơ`,
  someShown: (shown: number, total: number) => `Hiện ${countText(shown)} trong ${countText(total)} hồ sơ`,
  more: 'Xem thêm',
  anomalyMark: 'Cần xem lại',
  anomaly: 'Có ghi nhận trùng hoặc không khớp, cần người xem lại',
  rowHint: 'Mũi tên lên, xuống để chọn; Enter để mở.',
};

export const DOSSIER = {
  title: 'Hồ sơ',
  papers: 'Giấy tờ đã nộp',
  noPapers: 'Không nộp giấy tờ nào',
  sets: (sets: number) => `${sets} bộ`,
  counts: (originals: number, copies: number) =>
    [originals > 0 ? `${originals} bản chính` : '', copies > 0 ? `${copies} bản sao` : ''].filter(Boolean).join(', '),
  missing: 'Giấy tờ còn thiếu',
  timeline: 'Diễn biến',
  step: (what: string, clerk: string) => `${what}, cán bộ ${clerk}`,
  handedOver: (name: string, relation: string, clerk: string) => `Trả cho ${name} (${relation}), cán bộ ${clerk}`,
  reason: (reason: string) => `Lý do: ${reason}`,
  registerBook: (book: string, number: number) => `Sổ ${book}, số thứ tự ${number}`,
  scanCode: 'Mã trên phiếu',
  lookUpCode: 'Mã tra cứu',
  gone: 'Không tìm thấy hồ sơ này trên máy.',
};

/** `what`: the step that does not fit, as the history calls it. */
export const ANOMALIES = {
  'second-reception': () => 'Có hai lần tiếp nhận cùng một mã; cả hai đều được giữ. Xin báo người phụ trách.',
  'second-hand-over': () =>
    'Có hai lần ghi nhận trả kết quả; lần đầu được tính, lần sau vẫn được giữ. Xin báo người phụ trách.',
  'out-of-place': (what) =>
    `Có ghi nhận “${what}” không khớp với diễn biến của hồ sơ; nó được giữ nhưng chưa được tính. Xin báo người phụ trách.`,
} satisfies Record<Anomaly['code'], (what: string) => string>;
