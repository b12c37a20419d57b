import type { ResultHandedOver } from '../../domain/lifecycle/dossier-fact.ts';
import type { Input } from '../../electron/contract/commands.ts';

/** Kept with the hand-over as it stands here, where the clerk types nothing else. */
export const DECLARATION = 'Giấy cam đoan mất phiếu hẹn';

export const WAYS = {
  counter: 'Trả tại quầy',
  post: 'Qua bưu chính',
  portal: 'Qua Cổng dịch vụ công',
} satisfies Record<NonNullable<Input<'dossier.handOver'>['by']>, string>;

export const HAND_OVER_OPTIONS = {
  open: 'Đổi',
  title: 'Cách trả kết quả',
  way: 'Trả bằng cách nào',
  postBill: 'Số vận đơn bưu chính',
  postBillHint: 'chưa có: bỏ trống',
  slipLost: 'Người dân mất phiếu hẹn, đã ký giấy cam đoan',
  slipLostShort: 'Mất phiếu: đã ký giấy cam đoan',
  withDeclaration: 'mất phiếu',
  declaration: 'Nội dung ghi lại',
  resultNumber: 'Số, ký hiệu kết quả',
  resultSigner: 'Người ký kết quả',
  resultHint: 'trống: cán bộ đang trả ký, không số',
  authorisation: 'Giấy ủy quyền: số, ngày, nơi chứng thực',
  authorisationHint: 'Có số giấy tờ ở trên thì không bắt buộc',
  proofMissing: 'Xin gõ số giấy tờ của người nhận thay, hoặc giấy ủy quyền',
  done: 'Xong',
};

/** On the scale of 1 to 5 that is kept. */
export const RATINGS = [
  { rating: 5, text: 'Rất hài lòng' },
  { rating: 4, text: 'Hài lòng' },
  { rating: 2, text: 'Chưa hài lòng' },
] as const;

export const RATING = { label: 'Người dân đánh giá', optional: 'không bắt buộc' };

export const MONEY_LEFT = {
  due: 'CÒN PHẢI THU',
  collect: 'Thu tiền',
  paid: (paid: string) => `Đã thu ${paid}.`,
  nothing: 'Không phải thu phí, lệ phí.',
  open: 'Phí, lệ phí của hồ sơ này chưa được tính.',
};

export const APOLOGY = (promised: string): string =>
  `Trễ hẹn: đã hẹn ${promised}. Xin lỗi ông/bà vì cơ quan trả kết quả chậm.`;

/** What was said of a hand-over besides who received it: for the history. Empty in the usual case. */
export function handOverDetails({ by, postBill, slipLost, authorisation, rating }: ResultHandedOver): string {
  return [
    by === undefined || by === 'counter' ? '' : WAYS[by],
    postBill === undefined ? '' : `vận đơn ${postBill}`,
    slipLost === undefined ? '' : `Mất phiếu: ${slipLost}`,
    authorisation === undefined ? '' : `Ủy quyền: ${authorisation}`,
    rating === undefined ? '' : `Đánh giá: ${ratingText(rating)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function ratingText(rating: number): string {
  return RATINGS.find((known) => known.rating === rating)?.text.toLocaleLowerCase('vi') ?? `${rating}/5`;
}
