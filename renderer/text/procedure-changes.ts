import type { NamedMember, OtherMember, ProcedureDifference } from '../../domain/procedure-difference.ts';
import type { Procedure, RequiredPaper } from '../../domain/procedure.ts';
import { unreachable } from '../../domain/result.ts';
import { dateText } from './format.ts';
import { limitText } from './appointment.ts';
import { EXEMPTIONS, feeRuleText, remarkText } from './procedures.ts';

export const VERSIONS = {
  since: ({ effectiveFrom }: Procedure) => `Bản áp dụng từ ${dateText(effectiveFrom)}`,
  first: 'Bản đầu tiên trên máy này.',
  same: 'Không có gì khác bản trước.',
};

const TEXTS = {
  name: 'Tên',
  alias: 'Tên gọi tắt',
  field: 'Lĩnh vực',
  resultName: 'Kết quả',
} satisfies Record<NamedMember, string>;

const OTHERS = {
  localSuffix: 'Đuôi mã của tỉnh đã đổi.',
  statutoryLimit: 'Thời hạn theo luật đã đổi.',
  limitByChannel: 'Thời hạn theo cách nộp đã đổi.',
  linkedSteps: 'Các bước liên thông đã đổi.',
  onlineScope: 'Mức trực tuyến đã đổi.',
  acceptsPost: 'Việc nhận qua bưu chính đã đổi.',
  isRestricted: 'Việc hạn chế hiển thị đã đổi.',
  decision: 'Có quyết định công bố mới.',
} satisfies Record<OtherMember, string>;

const LEVELS = { commune: 'cấp xã', upstream: 'cấp trên' } satisfies Record<Procedure['level'], string>;

/** One change as a clerk would say it. */
export function differenceText(difference: ProcedureDifference): string {
  switch (difference.kind) {
    case 'text':
      return `${TEXTS[difference.what]}: trước là “${difference.before}”, nay là “${difference.after}”.`;
    case 'level':
      return `Nơi giải quyết: trước là ${LEVELS[difference.before]}, nay là ${LEVELS[difference.after]}.`;
    case 'limit':
      return `Thời hạn: trước là ${limitText(difference.before)}, nay là ${limitText(difference.after)}.`;
    case 'paper-added':
      return `Thêm giấy tờ: ${difference.paper.name} (${countsText(difference.paper)}).`;
    case 'paper-removed':
      return `Bỏ giấy tờ: ${difference.paper.name}.`;
    case 'paper-changed':
      return paperChangeText(difference.before, difference.after);
    case 'fee-added':
      return `Thêm khoản thu: ${feeRuleText(difference.rule)}.`;
    case 'fee-removed':
      return `Bỏ khoản thu: ${difference.rule.name}.`;
    case 'fee-changed':
      return feeChangeText(difference);
    case 'other':
      return OTHERS[difference.what];
    default:
      return unreachable(difference);
  }
}

function countsText({ originals, copies, ...paper }: RequiredPaper): string {
  const remark = remarkText({ ...paper, originals, copies });
  const counts = [
    ...(originals > 0 ? [`${originals} bản chính`] : []),
    ...(copies > 0 ? [`${copies} bản sao`] : []),
    ...(remark === '' ? [] : [remark]),
  ];
  return counts.length > 0 ? counts.join(', ') : 'không giữ lại bản nào';
}

function paperChangeText(before: RequiredPaper, after: RequiredPaper): string {
  const name = before.name === after.name ? after.name : `${before.name} (nay gọi là ${after.name})`;
  const [old, now] = [countsText(before), countsText(after)];
  if (old === now) return `Giấy tờ: ${name}${before.required === after.required ? '' : requiredText(after)}.`;
  return `Giấy tờ: ${name}, trước là ${old}, nay là ${now}.`;
}

function requiredText({ required }: RequiredPaper): string {
  return required ? ', nay bắt buộc phải có' : ', nay không bắt buộc';
}

function feeChangeText({ before, after }: Extract<ProcedureDifference, { kind: 'fee-changed' }>): string {
  const [old, now] = [feeRuleText(before), feeRuleText(after)];
  if (old !== now) return `Khoản thu: trước là ${old}; nay là ${now}.`;
  const exempt = (after.exempt ?? []).map((reason) => EXEMPTIONS[reason]).join(', ');
  const isSame = JSON.stringify(before.exempt ?? []) === JSON.stringify(after.exempt ?? []);
  if (!isSame) return `${after.name}: nay ${exempt === '' ? 'không miễn cho ai' : `miễn cho ${exempt}`}.`;
  return `${after.name}: điều kiện hoặc thời gian thu đã đổi.`;
}
