import type { AccountRecoverRefusal } from '../../electron/contract/refusals.ts';
import type { ProtectionView } from '../../electron/contract/views.ts';
import { ACCOUNT, PASSPHRASE_REFUSALS, PEOPLE } from './people.ts';
import { storageTrouble, type Trouble } from './trouble.ts';
import { NAVIGATION } from './vi.ts';

const BY_ADMINISTRATOR = `đăng nhập, mở “${NAVIGATION.settings}”, phần “${PEOPLE.title}”, rồi đặt cụm mật khẩu mới cho tài khoản này`;

export const FORGOTTEN = {
  title: 'Quên cụm mật khẩu',
  whose: (name: string) => `Tài khoản: ${name}`,
  byCode: 'Người quản trị đặt cụm mật khẩu mới bằng mã khôi phục trên tờ giấy trong phong bì niêm phong.',
  byAdministrator: `Cán bộ khác không cần mã: xin nhờ người quản trị ${BY_ADMINISTRATOR}.`,
  code: 'Mã khôi phục',
  codeHint: 'Chữ hoa, chữ thường, có hay không có dấu gạch đều được',
  passphrase: ACCOUNT.passphrase,
  passphraseHint: ACCOUNT.passphraseHint,
  repeat: ACCOUNT.repeat,
  recover: 'Đặt cụm mật khẩu và vào làm việc',
  back: 'Trở lại',
};

/** Why no code helps here, and what to do instead; undefined where one was made. */
export function noCodeText({ kind, hasRecoveryCode }: ProtectionView): string | undefined {
  if (kind !== 'none' && hasRecoveryCode) return undefined;
  const why =
    kind === 'none'
      ? 'Dữ liệu trên máy này không được mã hóa nên không có mã khôi phục.'
      : 'Máy này chưa từng tạo mã khôi phục.';
  return `${why} Hồ sơ vẫn nguyên. Xin nhờ một người quản trị khác ${BY_ADMINISTRATOR}. Không có cách nào khác.`;
}

export const RECOVER_REFUSALS = {
  'wrong-key': 'Mã này không mở được dữ liệu trên máy này. Chưa có gì thay đổi. Xin tìm tờ mã mới nhất của máy này.',
  malformed: 'Mã chưa đủ hoặc có ký tự gõ nhầm. Chưa có gì thay đổi. Xin đối chiếu từng nhóm với tờ giấy.',
  'no-recovery-code':
    'Dữ liệu trên máy này không có mã khôi phục. Chưa có gì thay đổi. Xin nhờ một người quản trị khác đặt cụm mật khẩu mới.',
  'not-an-administrator':
    'Tài khoản này không có vai trò Quản trị. Chưa có gì thay đổi. Xin nhờ người quản trị đặt cụm mật khẩu mới.',
  'too-short': PASSPHRASE_REFUSALS['too-short'],
  'too-long': PASSPHRASE_REFUSALS['too-long'],
} satisfies Record<Exclude<AccountRecoverRefusal['code'], 'storage-failed'>, string>;

/** Why no new passphrase was set. */
export function recoverRefusalText(refusal: AccountRecoverRefusal): string | Trouble {
  return refusal.code === 'storage-failed' ? storageTrouble(refusal) : RECOVER_REFUSALS[refusal.code];
}
