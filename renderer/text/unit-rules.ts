import type { TimeOfDayRule } from '../../domain/time/counting-rules.ts';
import type { Output } from '../../electron/contract/commands.ts';
import { storageTrouble, type Trouble, troubleOfFault } from './trouble.ts';

export const UNIT_RULES = {
  title: 'Quy định của đơn vị: giờ làm việc, mức lệ phí',
  open: 'Mở quy định',
  readOnly: 'Chỉ người quản trị (hoặc người được giao làm thay) sửa được. Ở đây chỉ xem.',
  hours: 'Giờ làm việc',
  hoursBody: 'Chung cho mọi ngày làm việc trong tuần. Ngày nghỉ và ngày làm bù đặt ở Lịch làm việc.',
  morning: 'Sáng',
  afternoon: 'Chiều',
  from: 'từ',
  until: 'đến',
  seasons: 'Giờ theo mùa',
  noSeasons: 'Cả năm dùng chung một giờ.',
  season: (number: number) => `Mùa ${number}`,
  seasonFrom: 'Từ ngày',
  seasonUntil: 'Đến hết ngày',
  dayHint: 'ngày/tháng',
  addSeason: 'Thêm mùa',
  removeSeason: 'Bỏ mùa này',
  timeOfDay: 'Giờ hẹn trên giấy hẹn',
  amounts: 'Mức Hội đồng nhân dân tỉnh quy định',
  amountsBody: 'Đồng cho mỗi hồ sơ, theo nghị quyết của tỉnh. Để trống thì cán bộ gõ số tiền khi thu.',
  noAmounts: 'Không thủ tục nào đang áp dụng thu theo mức của tỉnh.',
  save: 'Lưu quy định',
  saved: 'Đã lưu. Giấy hẹn đã in giữ nguyên; hồ sơ nhận từ bây giờ tính theo quy định mới.',
  toMend: (count: number) => `Còn ${count} ô cần sửa, đã đánh dấu đỏ. Những gì đã gõ vẫn giữ nguyên.`,
  unchanged: 'Chưa sửa gì.',
};

export const TIMES_OF_DAY = {
  'half-day': { label: 'Cuối buổi', hint: 'Nhận buổi sáng hẹn cuối buổi sáng, nhận buổi chiều hẹn cuối buổi chiều.' },
  'same-clock-time': { label: 'Đúng giờ nhận', hint: 'Nhận lúc 9 giờ 10 thì hẹn lúc 9 giờ 10.' },
  'end-of-day': { label: 'Cuối ngày', hint: 'Luôn hẹn giờ tan làm buổi chiều.' },
} satisfies Record<TimeOfDayRule, { readonly label: string; readonly hint: string }>;

export const RULES_ERRORS = {
  'not-a-time': 'Giờ dạng 7:30',
  'out-of-order': 'Phải sau giờ trước đó',
  'not-a-day': 'Ví dụ 16/4',
  'not-an-amount': 'Số tiền, ví dụ 8.000',
};

const MALFORMED: Trouble = {
  what: 'Có giờ, ngày hoặc số tiền không dùng được.',
  safe: 'Chưa lưu gì; những gì đã gõ vẫn ở trên màn hình.',
  next: 'Xin xem lại các ô rồi bấm lại.',
};

type RulesRefusal = Extract<Output<'unitRules.set'>, { ok: false }>['refusal'];

export function rulesTrouble(refusal: RulesRefusal): Trouble {
  if (refusal.code === 'malformed') return MALFORMED;
  return refusal.code === 'storage-failed' ? storageTrouble(refusal) : troubleOfFault(refusal);
}
