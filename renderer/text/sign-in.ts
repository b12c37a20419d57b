import { SHORTEST_ACCOUNT_PASSPHRASE } from '../../domain/accounts/account-passphrase.ts';
import { KEYS } from '../keys.ts';

export const SIGN_IN = {
  title: 'Đăng nhập',
  who: 'Ai làm việc ở quầy?',
  whoHint: 'Mũi tên lên, xuống để chọn; Enter để gõ cụm mật khẩu.',
  noPassphrase: 'chưa có cụm mật khẩu',
  passphrase: 'Cụm mật khẩu',
  signIn: 'Đăng nhập',
  chooseFirst: 'Xin chọn tên của mình trước, rồi gõ cụm mật khẩu.',
};

export const FIRST_ACCOUNT = {
  title: 'Tài khoản đầu tiên',
  body: 'Từ phiên bản này mỗi cán bộ đăng nhập bằng tài khoản riêng. Hồ sơ đã có vẫn nguyên. Người mở tài khoản đầu tiên làm quản trị và mở tài khoản cho người khác.',
  name: 'Họ tên',
  passphrase: 'Cụm mật khẩu mới',
  passphraseHint: `Ít nhất ${SHORTEST_ACCOUNT_PASSPHRASE} ký tự`,
  repeat: 'Gõ lại lần nữa',
  open: 'Mở tài khoản và vào làm việc',
};

export const SIGNED_IN = {
  signOut: 'Đăng xuất',
  signOutHint: `Đăng xuất (${KEYS.signOut.label}); hồ sơ đang nhập dở vẫn giữ nguyên`,
  /** Who is at the counter, and whom that person stands in for. */
  name: (name: string, standsInFor: readonly string[]) =>
    standsInFor.length === 0 ? name : `${name} (làm thay ${standsInFor.join(', ')})`,
};

/** "45 giây", "2 phút 05 giây": what is left, never said as less than a second while there is some. */
export function waitText(leftMs: number): string {
  const seconds = Math.max(1, Math.ceil(leftMs / 1_000));
  const rest = seconds % 60;
  if (seconds < 60) return `${seconds} giây`;
  const minutes = `${Math.floor(seconds / 60)} phút`;
  return rest === 0 ? minutes : `${minutes} ${String(rest).padStart(2, '0')} giây`;
}

/** While nothing more may be tried. */
export function mustWaitText(leftMs: number): string {
  return `Cụm mật khẩu đã gõ sai nhiều lần. Xin chờ ${waitText(leftMs)} rồi gõ lại.`;
}
