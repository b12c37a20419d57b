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
  forgotten: 'Quên cụm mật khẩu?',
  chooseBeforeForgotten: 'Xin chọn tên của mình trước, rồi bấm “Quên cụm mật khẩu?”.',
};

export const FIRST_ACCOUNT = {
  name: 'Họ tên',
  passphrase: 'Cụm mật khẩu mới',
  passphraseHint: `Ít nhất ${SHORTEST_ACCOUNT_PASSPHRASE} ký tự`,
  repeat: 'Gõ lại lần nữa',
};

/** A counter without accounts, and one that came back from a copy, which holds accounts and nobody's passphrase. */
export const FIRST_ACCOUNT_OF = {
  none: {
    title: 'Tài khoản đầu tiên',
    body: 'Từ phiên bản này mỗi cán bộ đăng nhập bằng tài khoản riêng. Hồ sơ đã có vẫn nguyên. Người mở tài khoản đầu tiên làm quản trị và mở tài khoản cho người khác.',
    open: 'Mở tài khoản và vào làm việc',
  },
  some: {
    title: 'Đặt lại cụm mật khẩu quản trị',
    body: 'Máy này chưa giữ cụm mật khẩu của ai, như sau khi lấy lại dữ liệu từ bản sao lưu. Hồ sơ và tài khoản đã có vẫn nguyên. Xin gõ họ tên người quản trị và cụm mật khẩu mới; người đó đặt cụm mật khẩu cho những người khác.',
    open: 'Đặt cụm mật khẩu và vào làm việc',
  },
};

/** Whom a counter that came back from a copy knows; whoever is typed otherwise becomes one more administrator. */
export function knownNamesText(names: readonly string[]): string {
  return `Gõ đúng như tài khoản đã có: ${names.join(', ')}`;
}

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
