import { LONGEST_ACCOUNT_PASSPHRASE, SHORTEST_ACCOUNT_PASSPHRASE } from '../../domain/accounts/account-passphrase.ts';
import type { StandInGiven } from '../../domain/accounts/account-event.ts';
import { LONGEST_STAND_IN_DAYS } from '../../domain/accounts/stand-in-commands.ts';
import { addDays, dateOf, type LocalMoment, minuteOfDay } from '../../domain/plain-date.ts';
import type {
  AccountCommandRefusal,
  PassphraseCommandRefusal,
  PersonRefusal,
  StorageRefusal,
} from '../../electron/contract/refusals.ts';
import { dateText, momentText } from './format.ts';
import { mustWaitText, waitText } from './sign-in.ts';
import { storageTrouble, type Trouble, troubleOfFault } from './trouble.ts';

export const PEOPLE = {
  title: 'Cán bộ và quyền',
  you: 'Đang đăng nhập',
  ownPassphrase: 'Đổi cụm mật khẩu của mình…',
  ownStandIn: 'Người làm thay mình…',
  open: 'Mở tài khoản…',
  edit: 'Sửa…',
  closed: 'Đã đóng',
  noPassphrase: 'Chưa có cụm mật khẩu trên máy này',
  waits: (leftMs: number) => `Đang phải chờ ${waitText(leftMs)} vì gõ sai nhiều lần`,
};

export const ACCOUNT = {
  openTitle: 'Mở tài khoản mới',
  name: 'Họ tên',
  nameHint: 'In trên phiếu, ghi vào từng việc',
  rename: 'Đổi tên',
  roles: 'Vai trò',
  saveRoles: 'Lưu vai trò',
  passphrase: 'Cụm mật khẩu mới',
  passphraseHint: `Ít nhất ${SHORTEST_ACCOUNT_PASSPHRASE} ký tự; chỉ dùng trên máy này`,
  oldPassphrase: 'Cụm mật khẩu đang dùng',
  repeat: 'Gõ lại lần nữa',
  setPassphrase: 'Đặt cụm mật khẩu',
  openConfirm: 'Mở tài khoản',
  close: 'Đóng tài khoản',
  closeReason: 'Lý do đóng',
  closeHint: 'Người này không đăng nhập được nữa; các việc đã làm vẫn còn nguyên.',
  reopen: 'Mở lại tài khoản',
  clearLockOut: 'Cho đăng nhập lại ngay',
};

export const STAND_IN = {
  title: 'Người làm thay',
  hint: `Trong thời gian đó người làm thay có thêm các quyền của người vắng. Nhiều nhất ${LONGEST_STAND_IN_DAYS} ngày.`,
  none: 'Chưa giao ai làm thay.',
  nobodyElse: 'Chưa có tài khoản nào khác đang mở để giao.',
  who: 'Ai làm thay',
  choose: 'Xin chọn',
  from: 'Từ ngày',
  until: 'Đến hết ngày',
  dateHint: 'ngày/tháng/năm',
  reason: 'Lý do',
  give: 'Giao làm thay',
  end: 'Kết thúc',
  line: (name: string, period: string, reason: string) => `${name}, ${period}: ${reason}`,
  chooseFirst: 'Chưa chọn người làm thay. Chưa có gì thay đổi. Xin chọn một người.',
};

export const PEOPLE_DONE = {
  opened: 'Đã mở tài khoản.',
  renamed: 'Đã đổi tên.',
  'roles-changed': 'Đã lưu vai trò.',
  closed: 'Đã đóng tài khoản.',
  reopened: 'Đã mở lại tài khoản.',
  'passphrase-set': 'Đã đặt cụm mật khẩu mới.',
  'lock-out-cleared': 'Đã cho đăng nhập lại.',
  'stand-in-given': 'Đã giao làm thay.',
  'stand-in-ended': 'Đã kết thúc làm thay.',
};

export type PeopleDone = keyof typeof PEOPLE_DONE;

type Elsewhere = (PersonRefusal | StorageRefusal)['code'];

export const ACCOUNT_REFUSALS = {
  'account-exists': 'Máy này đã có tài khoản. Chưa có gì thay đổi. Xin đăng nhập bằng tài khoản đó.',
  'account-unknown': 'Không còn tài khoản này. Chưa có gì thay đổi. Xin mở lại màn hình.',
  'account-closed': 'Tài khoản này đã đóng. Chưa có gì thay đổi. Xin mở lại tài khoản trước.',
  'account-open': 'Tài khoản này đang mở sẵn. Không có gì thay đổi.',
  'name-missing': 'Chưa có họ tên. Chưa có gì thay đổi. Xin gõ họ tên.',
  'name-taken': 'Đã có người cùng họ tên. Chưa có gì thay đổi. Xin gõ thêm chữ để phân biệt, ví dụ chức danh.',
  'no-roles': 'Chưa có vai trò nào. Chưa có gì thay đổi. Xin chọn ít nhất một vai trò.',
  'reason-missing': 'Chưa có lý do. Chưa có gì thay đổi. Xin gõ lý do.',
  'last-administrator':
    'Đây là người quản trị duy nhất. Chưa có gì thay đổi. Xin giao vai trò Quản trị cho người khác trước.',
  'stand-in-self': 'Không ai tự làm thay mình. Chưa có gì thay đổi. Xin chọn người khác.',
  'stand-in-reversed': 'Ngày kết thúc trước ngày bắt đầu. Chưa có gì thay đổi. Xin sửa ngày.',
  'stand-in-too-long': `Làm thay nhiều nhất ${LONGEST_STAND_IN_DAYS} ngày. Chưa có gì thay đổi. Xin chọn ngày gần hơn, hoặc đổi vai trò.`,
  'stand-in-over': 'Thời gian làm thay đã qua. Chưa có gì thay đổi. Xin sửa ngày.',
  'stand-in-given-already': 'Người này đã được giao làm thay trong thời gian đó. Không có gì thay đổi.',
  'stand-in-not-given': 'Việc làm thay này đã kết thúc. Không có gì thay đổi.',
  'not-a-date': 'Ngày chưa đúng, ví dụ 20/04/2020. Chưa có gì thay đổi. Xin gõ lại.',
  'own-account': 'Không tự cho mình đăng nhập lại được. Chưa có gì thay đổi. Xin nhờ người quản trị khác, hoặc chờ.',
} satisfies Record<Exclude<AccountCommandRefusal['code'], Elsewhere>, string>;

type Waiting = { readonly code: 'wrong-passphrase' | 'must-wait' };
type PlainPassphraseCode = Exclude<PassphraseCommandRefusal['code'], Elsewhere | Waiting['code']>;

export const PASSPHRASE_REFUSALS = {
  'no-passphrase':
    'Tài khoản này chưa có cụm mật khẩu trên máy này. Dữ liệu vẫn nguyên. Xin nhờ người quản trị đăng nhập rồi đặt cho.',
  'too-short': `Cụm mật khẩu ngắn quá. Chưa có gì thay đổi. Xin gõ ít nhất ${SHORTEST_ACCOUNT_PASSPHRASE} ký tự.`,
  'too-long': `Cụm mật khẩu dài quá. Chưa có gì thay đổi. Xin gõ nhiều nhất ${LONGEST_ACCOUNT_PASSPHRASE} ký tự.`,
  'account-unknown': ACCOUNT_REFUSALS['account-unknown'],
  'account-closed': ACCOUNT_REFUSALS['account-closed'],
  'old-passphrase-missing':
    'Chưa có cụm mật khẩu đang dùng. Chưa có gì thay đổi. Xin gõ cụm đang dùng trước, rồi gõ cụm mới.',
} satisfies Record<PlainPassphraseCode, string>;

export const WRONG_PASSPHRASE = 'Cụm mật khẩu không đúng. Xin gõ lại, chú ý bộ gõ tiếng Việt và phím Caps Lock.';
export const PASSPHRASES_DIFFER = 'Hai lần gõ chưa giống nhau. Chưa có gì thay đổi. Xin gõ lại cả hai ô.';

type PeopleRefusal = AccountCommandRefusal | PassphraseCommandRefusal;

/** Why nothing came of a command about people: one line, or a trouble of the machine or of the person. */
export function peopleRefusalText(refusal: PeopleRefusal): string | Trouble {
  switch (refusal.code) {
    case 'storage-failed':
      return storageTrouble(refusal);
    case 'not-permitted':
      return troubleOfFault(refusal);
    case 'not-signed-in':
      return troubleOfFault({ code: refusal.code });
    case 'wrong-passphrase':
      return refusal.waitMs > 0 ? mustWaitText(refusal.waitMs) : WRONG_PASSPHRASE;
    case 'must-wait':
      return mustWaitText(refusal.waitMs);
    case 'no-passphrase':
    case 'too-short':
    case 'too-long':
    case 'old-passphrase-missing':
      return PASSPHRASE_REFUSALS[refusal.code];
    default:
      return ACCOUNT_REFUSALS[refusal.code];
  }
}

/** "từ 20/04/2020 đến hết 24/04/2020"; with the time where it is not of whole days. */
export function periodText({ from, until }: Pick<StandInGiven, 'from' | 'until'>): string {
  const begin = isMidnight(from) ? dateText(dateOf(from)) : momentText(from);
  return isMidnight(until)
    ? `từ ${begin} đến hết ${dateText(addDays(dateOf(until), -1))}`
    : `từ ${begin} đến ${momentText(until)}`;
}

function isMidnight(moment: LocalMoment): boolean {
  return minuteOfDay(moment) === 0;
}
