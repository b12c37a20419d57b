import type { Permission } from '../../domain/accounts/role.ts';
import type { FaultCode } from '../../electron/contract/envelope.ts';
import type { StorageRefusal } from '../../electron/contract/refusals.ts';
import { whoMayText } from './roles.ts';

/** What happened, that nothing is lost, what to do now: one sentence each, in this order. */
export type Trouble = { readonly what: string; readonly safe: string; readonly next: string };

const KEPT = 'Những gì đã báo “đã lưu” vẫn còn nguyên; những gì đang gõ vẫn ở trên màn hình.';

export const FAULTS = {
  'core-gone': {
    what: 'Phần lưu trữ của chương trình vừa dừng và đang tự khởi động lại.',
    safe: KEPT,
    next: 'Xin chờ vài giây rồi bấm lại.',
  },
  'timed-out': {
    what: 'Máy tính trả lời quá lâu.',
    safe: KEPT,
    next: 'Xin chờ vài giây rồi bấm lại.',
  },
  'core-failed': {
    what: 'Chương trình gặp lỗi khi làm việc này.',
    safe: KEPT,
    next: 'Xin bấm lại; nếu vẫn lỗi, hãy báo người phụ trách máy tính.',
  },
  'unknown-command': {
    what: 'Màn hình và phần lưu trữ không cùng phiên bản.',
    safe: KEPT,
    next: 'Xin đóng chương trình rồi mở lại.',
  },
  'bad-input': {
    what: 'Chương trình không đọc được nội dung vừa gửi.',
    safe: KEPT,
    next: 'Xin kiểm tra lại các ô vừa gõ; nếu vẫn lỗi, hãy báo người phụ trách máy tính.',
  },
  'not-signed-in': {
    what: 'Chưa có ai đăng nhập ở quầy này.',
    safe: KEPT,
    next: 'Xin đăng nhập rồi bấm lại.',
  },
  'not-permitted': {
    what: 'Người đang đăng nhập không có quyền làm việc này.',
    safe: KEPT,
    next: 'Xin để người có quyền đăng nhập và làm, hoặc nhờ người quản trị cấp quyền.',
  },
} satisfies Record<FaultCode, Trouble>;

export const STORAGE_TROUBLES = {
  'disk-full': {
    what: 'Ổ đĩa đã đầy nên chưa lưu được.',
    safe: 'Chưa có gì thay đổi, chưa số nào được cấp; những gì đã gõ vẫn ở trên màn hình.',
    next: 'Xin xóa bớt tệp không cần trên máy rồi bấm lại.',
  },
  'read-only': {
    what: 'Máy không cho ghi vào thư mục dữ liệu nên chưa lưu được.',
    safe: 'Chưa có gì thay đổi, chưa số nào được cấp; những gì đã gõ vẫn ở trên màn hình.',
    next: 'Xin báo người phụ trách máy tính cấp quyền ghi rồi bấm lại.',
  },
  locked: {
    what: 'Một chương trình khác đang giữ tệp dữ liệu nên chưa lưu được.',
    safe: 'Chưa có gì thay đổi, chưa số nào được cấp; những gì đã gõ vẫn ở trên màn hình.',
    next: 'Xin đóng chương trình sao lưu hoặc diệt vi-rút đang chạy rồi bấm lại.',
  },
  damaged: {
    what: 'Tệp dữ liệu bị hỏng nên chưa lưu được.',
    safe: 'Chưa có gì thay đổi, chưa số nào được cấp; những gì đã gõ vẫn ở trên màn hình.',
    next: 'Xin dừng tiếp nhận trên máy này và báo người phụ trách máy tính.',
  },
} satisfies Record<StorageRefusal['why'], Trouble>;

/** Whatever could not be kept: a dossier, a print again, a setting. One set of sentences for all of them. */
export function storageTrouble(refusal: StorageRefusal): Trouble {
  return STORAGE_TROUBLES[refusal.why];
}

export const SCREEN_BROKE: Trouble = {
  what: 'Màn hình này gặp lỗi.',
  safe: 'Những gì đã lưu vẫn còn nguyên; các màn hình khác vẫn dùng được.',
  next: 'Xin mở lại màn hình.',
};

type FaultLike = {
  readonly code: FaultCode;
  /** Of a fault; of `not-permitted` the permission that it needs. */
  readonly detail?: string;
  /** The same, of a refusal. */
  readonly permission?: Permission;
};

/** A fault or a refusal of the person; who may not do it hears who may. */
export function troubleOfFault({ code, detail, permission = permissionOf(detail) }: FaultLike): Trouble {
  if (code !== 'not-permitted' || permission === undefined) return FAULTS[code];
  return { ...FAULTS[code], what: `Việc này cần quyền của ${whoMayText(permission)}.` };
}

const PERMISSIONS = {
  receive: 'receive',
  process: 'process',
  sign: 'sign',
  head: 'head',
  administer: 'administer',
} as const satisfies { readonly [P in Permission]: P };

function permissionOf(detail: string | undefined): Permission | undefined {
  return Object.values(PERMISSIONS).find((permission) => permission === detail);
}
