import type { Output } from '../../electron/contract/commands.ts';
import type { UnlockRefusal } from '../../electron/contract/refusals.ts';
import type { ProtectionView } from '../../electron/contract/views.ts';
import { storageTrouble, type Trouble } from './trouble.ts';

type Kind = ProtectionView['kind'];
type ProtectRefusal = Extract<Output<'key.protect'>, { ok: false }>['refusal'];

export const PROTECTION = {
  title: 'Bảo vệ dữ liệu',
  noKeyStore: 'Máy này không giữ khóa giúp chương trình: mỗi lần mở chương trình phải gõ cụm mật khẩu.',
  passphrase: 'Cụm mật khẩu',
  passphraseHint: 'Ít nhất 10 ký tự; vài từ dễ nhớ',
  repeat: 'Gõ lại lần nữa',
  show: 'Hiện chữ đang gõ',
  plainWarning:
    'Không mã hóa: ai cầm được ổ đĩa hoặc chép được tệp đều đọc được hồ sơ của người dân. Chỉ nên chọn khi ổ đĩa đã được mã hóa bằng cách khác.',
};

export const PROTECTION_CHOICES = {
  'key-store': { label: 'Windows giữ khóa', hint: 'Windows giữ khóa cho tài khoản này; không phải gõ gì.' },
  passphrase: { label: 'Cụm mật khẩu', hint: 'Phải gõ mỗi lần mở chương trình.' },
  none: { label: 'Không bảo vệ', hint: 'Dữ liệu nằm trên ổ đĩa như tệp thường.' },
} satisfies Record<Kind, { label: string; hint: string }>;

export const PASSPHRASE_ERRORS = {
  missing: 'Xin gõ cụm mật khẩu',
  'too-short': 'Ngắn quá: cần ít nhất 10 ký tự',
  differs: 'Hai lần gõ chưa giống nhau',
};

/** Of the set-up and of the settings alike. */
export const NO_KEY_STORE: Trouble = {
  what: 'Windows không giữ được khóa cho tài khoản này.',
  safe: 'Chưa có gì thay đổi; những gì đã gõ vẫn ở trên màn hình.',
  next: 'Xin chọn “Cụm mật khẩu” rồi bấm lại.',
};

export const PROTECTED = {
  'key-store': 'Dữ liệu được mã hóa; Windows giữ khóa cho tài khoản này, không phải gõ gì.',
  passphrase: 'Dữ liệu được mã hóa bằng cụm mật khẩu, phải gõ mỗi lần mở chương trình.',
  none: 'Dữ liệu chưa được mã hóa: ai cầm được ổ đĩa đều đọc được hồ sơ của người dân.',
} satisfies Record<Kind, string>;

export const PROTECTION_SECTION = {
  code: 'Mã khôi phục',
  codeMade: 'Đã tạo. Giữ trong phong bì niêm phong.',
  codeMissing: 'Chưa tạo. Nếu quên mật khẩu hoặc hỏng máy sẽ không mở được dữ liệu.',
  newCode: 'Tạo mã khôi phục mới…',
  newCodeTitle: 'Tạo mã khôi phục mới?',
  newCodeBody:
    'Mã cũ (nếu có) sẽ không mở được dữ liệu trên máy này nữa, nhưng bản sao lưu cũ cất ở nơi khác có thể vẫn mở được bằng mã đó: xin hủy tờ mã cũ. Dữ liệu không thay đổi. Xin chuẩn bị giấy hoặc máy in trước khi bấm.',
  newCodeConfirm: 'Tạo mã mới',
  protect: 'Đặt bảo vệ…',
  protectTitle: 'Đặt bảo vệ cho dữ liệu',
  protectBody: 'Máy sẽ mã hóa toàn bộ dữ liệu đang có. Tệp lớn có thể mất vài phút; xin đừng tắt máy.',
  protectConfirm: 'Mã hóa dữ liệu',
  protecting: 'Đang mã hóa dữ liệu, xin đừng tắt máy…',
};

export const PROTECT_SLOW: Trouble = {
  what: 'Việc mã hóa lâu hơn dự kiến.',
  safe: 'Không có gì bị mất: máy vẫn đang làm tiếp.',
  next: 'Xin chờ thêm vài phút rồi mở lại màn hình này để xem kết quả.',
};

const PROTECT_TROUBLES = {
  'no-key-store': NO_KEY_STORE,
  'too-short': {
    what: 'Cụm mật khẩu ngắn quá.',
    safe: 'Dữ liệu chưa thay đổi.',
    next: 'Xin gõ ít nhất 10 ký tự.',
  },
  'already-protected': {
    what: 'Dữ liệu đã được bảo vệ từ trước.',
    safe: 'Không có gì thay đổi.',
    next: 'Xin đóng cửa sổ này; nếu cần, hãy tạo mã khôi phục mới.',
  },
} satisfies Record<Exclude<ProtectRefusal['code'], 'storage-failed'>, Trouble>;

export function protectTrouble(refusal: ProtectRefusal): Trouble {
  return refusal.code === 'storage-failed' ? storageTrouble(refusal) : PROTECT_TROUBLES[refusal.code];
}

export const RECOVERY_CODE = {
  title: 'Mã khôi phục',
  lead: 'Đây là chìa dự phòng của dữ liệu. Mã chỉ hiện một lần, ngay lúc này.',
  why: 'Cần đến khi quên cụm mật khẩu, khi Windows mất khóa, hoặc khi chuyển dữ liệu sang máy khác. Không có mã này thì không ai mở lại được dữ liệu.',
  where:
    'In hoặc chép ra giấy, cho vào phong bì niêm phong, ghi tên máy và ngày, giao lãnh đạo đơn vị cất giữ. Không chụp ảnh, không gửi qua mạng, không để trên máy này.',
  print: 'In mã này',
  done: 'Tôi đã in hoặc chép lại',
  making: 'Đang tạo mã…',
  tryAgain: 'Tạo lại',
  later: 'Để sau, vào làm việc',
  nothingToMake: 'Dữ liệu trên máy này không có khóa nên không cần mã khôi phục.',
  sheetWhere:
    'Cho tờ này vào phong bì niêm phong, ghi tên máy và ngày, giao lãnh đạo đơn vị cất giữ. Không chụp ảnh, không gửi qua mạng, không để trên máy tính.',
  sheetTitle: 'MÃ KHÔI PHỤC DỮ LIỆU QUẦY MỘT CỬA',
  unit: 'Đơn vị',
  station: 'Máy',
  date: 'Ngày tạo',
  sheetUse: 'Dùng để làm gì',
  sheetKeep: 'Cất giữ',
  sheetOld: 'Mã khôi phục tạo trước ngày này không còn mở được dữ liệu trên máy: xin hủy tờ mã cũ.',
};

export const RECOVERY_CODE_MISSING = 'Dữ liệu đã mã hóa nhưng chưa có mã khôi phục: nếu mất khóa sẽ không mở lại được.';

export const LOCKED = {
  passphrase: 'Cụm mật khẩu',
  code: 'Mã khôi phục',
  codeHint: 'Chữ hoa, chữ thường, có hay không có dấu gạch đều được',
  useCode: 'Tôi có mã khôi phục',
  usePassphrase: 'Dùng cụm mật khẩu',
};

/** What is locked: the file of this computer, or the backup of the one it takes the place of. */
export const LOCKED_DATA = {
  own: {
    title: 'Dữ liệu đang khóa',
    byPassphrase: 'Xin gõ cụm mật khẩu của máy này để mở.',
    byCode:
      'Máy này không mở được khóa của dữ liệu (tài khoản Windows khác, hoặc dữ liệu từ máy khác). Xin gõ mã khôi phục đã cất giữ.',
    byOtherCode: 'Xin gõ mã khôi phục trên tờ giấy đã cất giữ.',
    safe: 'Dữ liệu vẫn nguyên trên máy.',
    unlock: 'Mở dữ liệu',
  },
  backup: {
    title: 'Bản sao lưu đang khóa',
    byPassphrase: 'Xin gõ cụm mật khẩu của máy cũ để mở.',
    byCode: 'Xin gõ mã khôi phục của máy cũ, trên tờ giấy đã cất giữ.',
    byOtherCode: 'Xin gõ mã khôi phục của máy cũ, trên tờ giấy đã cất giữ.',
    safe: 'Dữ liệu nằm trong bản sao lưu và không thay đổi.',
    unlock: 'Mở bản sao lưu',
  },
};

type By = 'passphrase' | 'recovery-code';

/** Short: stands at the field. */
export const UNLOCK_REFUSALS = {
  passphrase: {
    'wrong-key': 'Cụm mật khẩu không đúng. Dữ liệu vẫn nguyên. Xin gõ lại, chú ý bộ gõ tiếng Việt và phím Caps Lock.',
    malformed: 'Cụm mật khẩu có ít nhất 10 ký tự. Dữ liệu vẫn nguyên. Xin gõ đủ rồi bấm lại.',
  },
  'recovery-code': {
    'wrong-key':
      'Mã này không mở được dữ liệu. Dữ liệu vẫn nguyên. Có thể là mã cũ hoặc của máy khác; xin tìm tờ mới nhất.',
    malformed: 'Mã chưa đủ hoặc có ký tự gõ nhầm. Dữ liệu vẫn nguyên. Xin đối chiếu từng nhóm với tờ giấy.',
  },
} satisfies Record<By, Record<UnlockRefusal['code'], string>>;
