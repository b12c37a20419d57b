import { SHORTEST_ACCOUNT_PASSPHRASE } from '../../domain/accounts/account-passphrase.ts';
import type { SetUpField, SetUpRefusal } from '../../electron/contract/refusals.ts';
import type { UnitFileRefusal } from '../set-up/unit-file.ts';
import { PASSPHRASE_ERRORS } from './protection.ts';
import type { Trouble } from './trouble.ts';

export const SET_UP = {
  title: 'Thiết lập quầy',
  lead: 'Chỉ làm một lần trên mỗi máy tính. Không cần mạng.',
  unit: 'Đơn vị',
  sample: 'Chọn từ danh sách mẫu',
  samplePlaceholder: 'Gõ tên xã, thị trấn…',
  sampleNone: 'Không có tên này trong danh sách mẫu; xin gõ các ô bên dưới.',
  sampleOption: (name: string, code: string) => `${name} – ${code}`,
  sampleNote: (from: string, until: string, organisationCode: string) =>
    `MẪU: đơn vị có hiệu lực ${from}${until}. Mã định danh ${organisationCode} là mẫu, không dùng cho máy thật.`,
  from: (date: string) => `từ ${date}`,
  until: (date: string) => ` đến ${date}`,
  openFile: 'Mở tệp đơn vị…',
  fileNote: (name: string) => `Đã đọc “${name}” từ tệp. Xin đối chiếu các ô bên dưới.`,
  fileMany: (count: number) => `Tệp có ${count} đơn vị: xin chọn một trong danh sách.`,
  code: 'Mã đơn vị (5 chữ số)',
  name: 'Tên đơn vị',
  namePlaceholder: 'Xã …',
  upperNames: 'Cơ quan cấp trên, mỗi dòng một tên, gần nhất trước',
  organisationCode: 'Mã định danh cơ quan',
  organisationCodeHint: 'Theo quyết định của tỉnh, ví dụ dạng 000.00.00.H44',
  machine: 'Máy này',
  station: 'Máy này là máy thứ mấy?',
  stationHint: '01–19, mỗi máy một số',
  clerkName: 'Họ tên cán bộ',
  clerkHint: 'In trên phiếu, ghi vào từng việc',
  accountPassphrase: 'Cụm mật khẩu đăng nhập',
  accountPassphraseHint: `Của riêng người này; ít nhất ${SHORTEST_ACCOUNT_PASSPHRASE} ký tự`,
  accountRepeat: 'Gõ lại lần nữa',
  commit: 'Bắt đầu làm việc',
  trialTitle: 'Chỉ muốn xem thử?',
  trialBody:
    'Dùng thử có dữ liệu riêng, giờ giả lập từ 20/04/2020, phiếu in chữ “BẢN THỬ”. Không dùng số thật, không gửi đi đâu, xóa sạch bằng một nút.',
  trial: 'Dùng thử',
};

export const ALREADY_SET_UP: Trouble = {
  what: 'Máy này đã được thiết lập từ trước.',
  safe: 'Dữ liệu đã có vẫn nguyên.',
  next: 'Xin đóng chương trình rồi mở lại.',
};

type FieldCode = Extract<SetUpRefusal, { code: 'fields' }>['fields'][number]['code'];

const CODES = {
  missing: 'Xin gõ ô này',
  malformed: 'Chưa đúng dạng',
  'sample-code': 'Đây là mã mẫu; xin gõ mã thật của đơn vị',
  'no-longer-in-force': 'Không còn hiệu lực',
  'too-short': PASSPHRASE_ERRORS['too-short'],
  'too-long': 'Dài quá, xin gõ ngắn lại',
} satisfies Record<FieldCode, string>;

const ACCOUNT_TOO_SHORT = `Ngắn quá: cần ít nhất ${SHORTEST_ACCOUNT_PASSPHRASE} ký tự`;

const MALFORMED = {
  'unit.code': 'Gồm đúng 5 chữ số',
  'unit.name': 'Tên dài quá, xin viết gọn lại',
  'unit.upperNames': 'Từ một đến bốn dòng',
  'unit.organisationCode': 'Dạng 000.00.00.H44 hoặc H44.00.00',
  station: 'Số từ 01 đến 19',
  clerkName: 'Tên dài quá, xin viết gọn lại',
  accountPassphrase: 'Chưa đúng dạng',
  printer: 'Ví dụ 192.168.1.50, cổng 9100',
  protection: PASSPHRASE_ERRORS.missing,
} satisfies Record<SetUpField, string>;

const MISSING = {
  'unit.code': 'Xin gõ mã đơn vị',
  'unit.name': 'Xin gõ tên đơn vị',
  'unit.upperNames': 'Cần ít nhất một cơ quan cấp trên',
  'unit.organisationCode': 'Xin gõ mã định danh của cơ quan',
  station: 'Xin gõ số của máy này',
  clerkName: 'Xin gõ họ tên cán bộ',
  accountPassphrase: PASSPHRASE_ERRORS.missing,
  printer: 'Xin gõ địa chỉ máy in',
  protection: PASSPHRASE_ERRORS.missing,
} satisfies Record<SetUpField, string>;

/** The sentence under a field. */
export function setUpErrorText(field: SetUpField, code: FieldCode): string {
  if (code === 'missing') return MISSING[field];
  if (code === 'too-short' && field === 'accountPassphrase') return ACCOUNT_TOO_SHORT;
  return code === 'malformed' ? MALFORMED[field] : CODES[code];
}

export const UNIT_FILE_REFUSALS = {
  'too-large': 'Tệp quá lớn, không phải tệp đơn vị. Các ô vẫn giữ nguyên. Xin chọn tệp khác.',
  'not-json': 'Không đọc được tệp: đây không phải tệp JSON. Các ô vẫn giữ nguyên. Xin chọn tệp khác.',
  'no-unit': 'Trong tệp không có đơn vị nào có mã 5 chữ số và tên. Các ô vẫn giữ nguyên. Xin chọn tệp khác.',
} satisfies Record<UnitFileRefusal['code'], string>;
