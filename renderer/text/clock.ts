import type { Output } from '../../electron/contract/commands.ts';

type ConfirmRefusal = Extract<Output<'clock.confirm'>, { ok: false }>['refusal'];

export const CLOCK = {
  suspect:
    'Đồng hồ máy tính có thể sai. Hồ sơ đã lưu không bị ảnh hưởng. Xin sửa lại ngày giờ; nếu không được phép sửa, gọi người phụ trách máy tính.',
  unconfirmed:
    'Đồng hồ máy tính có thể sai. Hồ sơ đã lưu không bị ảnh hưởng. Trước khi tiếp nhận, máy sẽ hỏi hôm nay là ngày nào.',
  confirm: 'Xác nhận ngày',
};

export const DATE_DIALOG = {
  title: 'Hôm nay là ngày nào?',
  body: 'Đồng hồ máy tính có thể sai, mà ngày này được in trên phiếu và tính vào ngày hẹn. Xin xem lịch rồi gõ ngày hôm nay.',
  goesOn: 'Gõ đúng ngày thì hồ sơ được tiếp nhận ngay, không phải gõ lại gì.',
  date: 'Hôm nay là ngày',
  hint: 'ngày/tháng/năm',
  placeholder: 'dd/mm/yyyy',
  confirm: 'Xác nhận',
};

/** Stands in the dialog, below the field. `today`: what the computer shows. */
export const CONFIRM_REFUSALS = {
  'clock-differs': (today: string) =>
    `Máy đang là ngày ${today}. Những gì đã gõ vẫn giữ nguyên. Nếu gõ nhầm, xin gõ lại; nếu máy sai, xin sửa đồng hồ máy (không được phép sửa thì gọi người phụ trách máy tính) rồi thử lại.`,
  malformed: () => 'Ngày chưa đúng, ví dụ 20/04/2020. Những gì đã gõ vẫn giữ nguyên. Xin gõ lại.',
} satisfies Record<Exclude<ConfirmRefusal['code'], 'storage-failed'>, (today: string) => string>;
