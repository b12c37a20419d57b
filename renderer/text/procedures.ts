import type { Channel, OnlineScope } from '../../domain/channel.ts';
import type { ExemptionReason, FeeRule } from '../../domain/fees/fee-rule.ts';
import type { LinkedStep, Procedure, ProcedureLimit, RequiredPaper } from '../../domain/procedure.ts';
import type { ProcedureOnDay } from '../../domain/procedure-versions.ts';
import { dateText, minuteInWords, vndText } from './format.ts';
import { limitText } from './appointment.ts';
import { FEE_BY_PROVINCE, FEE_FREE, FEE_UNITS } from './intake.ts';

export const PROCEDURES = {
  label: 'Các thủ tục',
  search: 'Tìm thủ tục',
  searchHint: 'Gõ vài chữ không dấu, chữ tắt hoặc số của mã: ks, khai sinh, 1193…',
  keys: 'Mũi tên lên, xuống để chọn; Enter để sang phần bên phải.',
  count: (shown: number, all: number) => (shown === all ? `${all} thủ tục` : `${shown} trong ${all} thủ tục`),
  noneTitle: 'Không thấy thủ tục nào',
  noneBody: 'Xin gõ ít chữ hơn, thử tên khác hoặc số cuối của mã.',
  print: 'In bản niêm yết',
  printAll: 'In danh mục',
  printing: 'Đang in bản niêm yết.',
  printingAll: 'Đang in danh mục.',
  saving: 'Chưa chọn máy in biểu mẫu nên máy sẽ hỏi nơi lưu tệp PDF.',
  overNotPrinted: 'Thủ tục này đã hết áp dụng nên không in bản niêm yết.',
  papers: 'Giấy tờ phải có',
  limit: 'Thời hạn',
  fees: 'Phí, lệ phí',
  decides: 'Ai giải quyết',
  result: 'Kết quả',
  channels: 'Nộp bằng cách nào',
  bases: 'Căn cứ pháp lý',
  names: 'Tên gọi tắt',
  changes: 'Đã thay đổi gì',
};

export const PAPER_COLUMNS = { name: 'Tên giấy tờ', originals: 'Bản chính', copies: 'Bản sao', remark: 'Ghi chú' };

const HOLDS = {
  'in-force': ({ effectiveFrom, effectiveTo }) =>
    effectiveTo === undefined
      ? `Đang áp dụng từ ${dateText(effectiveFrom)}`
      : `Đang áp dụng từ ${dateText(effectiveFrom)} đến hết ${dateText(effectiveTo)}`,
  later: ({ effectiveFrom }) => `Chưa áp dụng, áp dụng từ ${dateText(effectiveFrom)}`,
  over: ({ effectiveTo }) =>
    effectiveTo === undefined ? 'Hết áp dụng' : `Hết áp dụng sau ngày ${dateText(effectiveTo)}`,
} satisfies Record<ProcedureOnDay['holds'], (procedure: Procedure) => string>;

/** "Đang áp dụng từ 01/01/2020". */
export function holdsText({ holds, procedure }: Pick<ProcedureOnDay, 'holds' | 'procedure'>): string {
  return HOLDS[holds](procedure);
}

const SHORT_HOLDS = {
  'in-force': ({ effectiveFrom }) => `từ ${dateText(effectiveFrom)}`,
  later: ({ effectiveFrom }) => `từ ${dateText(effectiveFrom)}, chưa áp dụng`,
  over: ({ effectiveTo }) => (effectiveTo === undefined ? 'hết áp dụng' : `hết áp dụng sau ${dateText(effectiveTo)}`),
} satisfies Record<ProcedureOnDay['holds'], (procedure: Procedure) => string>;

/** For a line of the list: "1.001193 · từ 01/01/2020 · Cấp xã · Hộ tịch". */
export function lineText({ holds, procedure }: ProcedureOnDay): string {
  const { code, level, field } = procedure;
  return [code, SHORT_HOLDS[holds](procedure), level === 'commune' ? 'cấp xã' : 'cấp trên', field].join(' · ');
}

/** The limit in so few words that they fit into a line of the list. */
export function shortLimitText(limit: ProcedureLimit): string {
  return limit.kind === 'same-day' ? 'trong ngày' : limitText(limit);
}

export const NEWS_TEXTS = { new: 'Mới', changed: 'Mới thay đổi' } satisfies Record<
  NonNullable<ProcedureOnDay['news']>,
  string
>;

export function nextVersionText({ effectiveFrom }: Procedure): string {
  return `Từ ${dateText(effectiveFrom)} áp dụng bản mới; xem phần Đã thay đổi gì.`;
}

/** "Cấp xã", or the body above by its name. */
export function levelText(level: Procedure['level'], upperNames: readonly string[]): string {
  return level === 'commune' ? 'Cấp xã' : `Cấp trên: ${upperNames[0] ?? 'cơ quan cấp trên'}`;
}

export function stepText({ by, name, budget }: LinkedStep, upperNames: readonly string[]): string {
  const who = levelText(by, upperNames);
  return budget.kind === 'none' ? `${name} (${who})` : `${name} (${who}, ${limitText(budget)})`;
}

export function remarkText({ mode, required, condition, group }: RequiredPaper): string {
  return [
    ...(group === undefined ? [] : [group]),
    ...(condition === undefined ? (required ? [] : ['nếu có']) : [condition]),
    ...(mode === 'show' ? ['xuất trình, trả lại ngay'] : []),
  ].join('; ');
}

/** Why the appointment is later than the number of days says. */
export function countingText(limit: ProcedureLimit): string {
  switch (limit.kind) {
    case 'same-day':
      return `Nhận sau ${minuteInWords(limit.cutOffMinute)} thì trả vào ngày làm việc tiếp theo.`;
    case 'working-days':
      return 'Chỉ tính ngày làm việc, không tính ngày nhận; trừ thứ Bảy, Chủ nhật, ngày lễ; có tính ngày làm bù.';
    case 'calendar-days':
      return 'Tính cả ngày nghỉ, không tính ngày nhận; ngày cuối là ngày nghỉ thì sang ngày làm việc kế tiếp.';
    case 'hours':
      return 'Chỉ tính trong giờ làm việc.';
    default:
      return 'Thủ tục không công bố thời hạn: cán bộ thống nhất ngày hẹn với người nộp.';
  }
}

const CHANNEL_NAMES = { direct: 'trực tiếp', online: 'trực tuyến', post: 'qua bưu chính' } satisfies Record<
  Channel,
  string
>;

export const LIMITS = {
  statutory: (limit: ProcedureLimit) => `Luật cho: ${limitText(limit)}.`,
  byChannel: (channel: Channel, limit: ProcedureLimit) => `Nộp ${CHANNEL_NAMES[channel]}: ${limitText(limit)}.`,
  ifNow: (moment: string, reason: string) => `Nhận ngay bây giờ thì hẹn ${moment}. ${reason}`,
};

export const EXEMPTIONS = {
  'meritorious-family': 'gia đình có công',
  'poor-household': 'hộ nghèo',
  'near-poor-household': 'hộ cận nghèo',
  disabled: 'người khuyết tật',
  child: 'trẻ em',
  elderly: 'người cao tuổi',
  'ethnic-minority-in-hardship-area': 'người dân tộc thiểu số ở vùng đặc biệt khó khăn',
  'filed-in-time': 'đăng ký đúng hạn',
  'first-issue': 'cấp lần đầu',
} satisfies Record<ExemptionReason, string>;

export const FEES = {
  none: 'Không thu phí, lệ phí.',
  exempt: (reasons: readonly ExemptionReason[]) => `Miễn: ${reasons.map((reason) => EXEMPTIONS[reason]).join(', ')}.`,
  onlyWhen: (condition: string) => `Chỉ thu khi: ${condition}.`,
  onlyBy: (channels: readonly Channel[]) =>
    `Chỉ khi nộp ${channels.map((channel) => CHANNEL_NAMES[channel]).join(', ')}.`,
  note: (note: string) => `${note}.`,
  byCouncil: 'Căn cứ: nghị quyết của Hội đồng nhân dân tỉnh.',
  councilUnknown: 'Đơn vị chưa nhập mức; cán bộ gõ số tiền khi thu.',
};

/** "Lệ phí hộ tịch: 8.000 đ". `councilVnd`: as the unit has it from the council. */
export function feeRuleText({ name, amount }: FeeRule, councilVnd?: number): string {
  switch (amount.kind) {
    case 'flat':
      return `${name}: ${amount.vnd === 0 ? FEE_FREE : `${vndText(amount.vnd)}${FEE_UNITS[amount.per]}`}`;
    case 'by-page':
      return `${name}: ${amount.firstPages} trang đầu ${vndText(amount.firstVnd)}/trang, từ trang sau ${vndText(amount.nextVnd)}/trang, nhiều nhất ${vndText(amount.capVnd)}/bản`;
    default:
      return `${name}: ${councilVnd === undefined ? FEE_BY_PROVINCE : vndText(councilVnd)}`;
  }
}

const ONLINE = {
  none: [],
  partial: ['Nộp trực tuyến một phần.'],
  full: ['Nộp trực tuyến toàn trình.'],
} as const satisfies Record<OnlineScope, readonly string[]>;

export function channelTexts({ acceptsPost, onlineScope }: Procedure): readonly string[] {
  return [
    'Nộp trực tiếp tại quầy.',
    ...(acceptsPost ? ['Gửi và nhận qua bưu chính công ích.'] : []),
    ...(onlineScope === undefined ? ['Danh mục không ghi có nộp trực tuyến hay không.'] : ONLINE[onlineScope]),
  ];
}

export function basisText({ decision }: Procedure): string {
  return decision
    ? `Quyết định công bố số ${decision.number} ngày ${dateText(decision.date)}.`
    : 'Danh mục trên máy không ghi quyết định công bố.';
}

export function namesText({ alias, shortcuts }: Procedure): string {
  return shortcuts.length === 0 ? alias : `${alias}; gõ tắt: ${shortcuts.join(', ')}`;
}
