import type { LocalMoment } from '../../domain/plain-date.ts';
import type {
  SelfTestCode,
  SelfTestFinding,
  SelfTestStep,
  SelfTestVerdict,
} from '../../electron/contract/self-test-commands.ts';
import type { CounterIdentity } from '../../electron/contract/views.ts';
import { countText, momentText } from './format.ts';
import { PRINT_TROUBLES } from './printing.ts';
import { SYNC_TROUBLES } from './sync.ts';
import { APP_NAME, STATUS_BAR } from './vi.ts';

export const SELF_TEST_SCREEN = {
  title: 'Tự kiểm tra',
  why: 'Máy có gì lạ? Máy tự kiểm tra từng phần và nói cần làm gì.',
  body: 'Máy kiểm tra từng bước; việc ở quầy vẫn làm bình thường. Kết quả không có tên hay số của người dân nào, có thể gửi cho người phụ trách máy tính.',
  run: 'Bắt đầu kiểm tra',
  runAgain: 'Kiểm tra lại',
  running: (done: number, total: number) => `Đang kiểm tra, xong ${done} trên ${total} bước…`,
  waits: 'chưa kiểm tra',
  isRunning: 'đang kiểm tra…',
  save: 'Lưu thành tệp',
  print: 'In',
  saving: 'Chờ chọn nơi lưu…',
  saved: 'Đã lưu tệp.',
  notWritten: 'Không ghi được tệp ở nơi đã chọn. Xin chọn nơi khác rồi lưu lại.',
  skipScanner: 'Không có máy quét',
  summary: (failed: number) =>
    failed === 0 ? 'Không thấy gì hỏng.' : `Có ${failed} bước không đạt. Xin làm theo dòng dưới mỗi bước.`,
};

export const SELF_TEST_STEP_NAMES = {
  data: 'Tệp dữ liệu',
  space: 'Chỗ trống trên ổ đĩa',
  backup: 'Sao lưu',
  clock: 'Đồng hồ',
  printer: 'Máy in phiếu',
  key: 'Khóa bảo vệ dữ liệu',
  server: 'Máy chủ',
  versions: 'Phiên bản',
  commit: 'Tốc độ ghi',
} satisfies Record<SelfTestStep, string>;

export const SCANNER_STEP = {
  name: 'Máy quét',
  waits: 'Xin quét mã trên phiếu in thử hoặc một phiếu bất kỳ; không có hồ sơ nào được mở.',
  read: 'Máy quét đọc được phiếu.',
  misread: 'Quét được nhưng không phải mã phiếu. Xin quét lại; nếu vẫn vậy, mở “Thử máy quét” ở màn hình máy in.',
  skipped: 'Không thử máy quét.',
};

export const SELF_TEST_VERDICT_TEXTS = {
  passed: 'Đạt',
  failed: 'Không đạt',
  'not-checkable': 'Không kiểm tra được',
} satisfies Record<SelfTestVerdict, string>;

const CALL_SUPPORT = 'xin báo người phụ trách máy tính';

const SENTENCES: Readonly<Record<SelfTestCode, (finding: SelfTestFinding) => string>> = {
  'data-sound': () => 'Tệp dữ liệu nguyên vẹn.',
  'data-damaged': () => `Tệp dữ liệu có chỗ hỏng. Xin đừng tắt máy, ${CALL_SUPPORT} ngay; bản sao lưu vẫn còn.`,
  'space-enough': ({ bytes }) => `Còn trống ${sizeText(bytes)}.`,
  'space-low': ({ bytes }) => `Chỉ còn trống ${sizeText(bytes)}. Xin xóa bớt tệp không cần trên ổ đĩa.`,
  'backup-good': ({ at }) => `Bản gần nhất lúc ${timeOf(at)}, có ở cả hai nơi.`,
  'backup-one-place': ({ at }) => `Bản gần nhất lúc ${timeOf(at)}, chỉ ở máy này. Nên chọn thêm nơi giữ thứ hai.`,
  'backup-none-yet': () => 'Chưa có bản sao lưu nào. Xin mở màn hình Sao lưu và bấm “Sao lưu ngay”.',
  'backup-late': ({ at }) => `Bản gần nhất lúc ${timeOf(at)}, đã quá một ngày. Xin bấm “Sao lưu ngay”.`,
  'backup-failed': () => 'Lần sao lưu gần nhất không xong. Xin mở màn hình Sao lưu và làm theo dòng ghi ở đó.',
  'backup-place-closed': () => `Không ghi được vào nơi giữ bản sao lưu trên máy này: ${CALL_SUPPORT}.`,
  'backup-second-missing': () => 'Không ghi được sang nơi giữ thứ hai. Xin cắm lại ổ USB hoặc nối lại thư mục mạng.',
  'backup-of-trial': () => 'Dữ liệu dùng thử không được sao lưu.',
  'clock-agrees': () => 'Ngày giờ của máy khớp với máy chủ.',
  'clock-alone': () => 'Ngày giờ của máy hợp lý; chưa nối máy chủ để so.',
  'clock-suspect': () => 'Ngày giờ của máy có vẻ sai. Xin chỉnh lại đồng hồ của Windows.',
  'printer-ready': () => 'Máy in trả lời và sẵn sàng.',
  'printer-paper-low': () => 'Máy in sẵn sàng nhưng giấy sắp hết. Xin chuẩn bị cuộn mới.',
  'printer-silent': () => 'Máy in này không trả lời câu hỏi. Xin bấm “In thử” ở màn hình Máy in để xem.',
  'printer-none': () => 'Chưa chọn máy in phiếu.',
  'printer-trouble': ({ printTrouble }) =>
    printTrouble ? PRINT_TROUBLES[printTrouble] : 'Máy in có trở ngại. Xin xem máy in.',
  'key-kept': () => 'Dữ liệu được mã hóa, Windows giữ khóa.',
  'key-by-passphrase': () => 'Dữ liệu được mã hóa bằng cụm mật khẩu.',
  'key-none': () => 'Dữ liệu chưa được mã hóa. Xin người quản trị bấm “Đặt bảo vệ” ở Cài đặt.',
  'key-of-trial': () => 'Dữ liệu dùng thử không cần khóa.',
  'server-answers': () => 'Máy chủ trả lời.',
  'server-refuses': ({ syncTrouble }) =>
    syncTrouble ? SYNC_TROUBLES[syncTrouble] : 'Máy chủ không nhận máy này. Xin mở màn hình Đồng bộ.',
  'server-silent': () => 'Không gọi được máy chủ: xin xem mạng. Việc ở quầy vẫn làm bình thường.',
  'server-none': () => 'Chưa nối máy chủ nào.',
  'versions-read': ({ versions = '' }) => `${APP_NAME} ${versions}.`,
  'commit-quick': ({ ms = 0 }) => `Ghi một lần hết ${countText(ms)} phần nghìn giây.`,
  'commit-slow': ({ ms = 0 }) =>
    `Ghi một lần hết ${countText(ms)} phần nghìn giây, quá chậm. Ổ đĩa có thể sắp hỏng: ${CALL_SUPPORT}.`,
  'step-broke': () => `Bước này không làm được. Xin kiểm tra lại; nếu vẫn vậy, ${CALL_SUPPORT}.`,
};

export function findingText(finding: SelfTestFinding): string {
  return SENTENCES[finding.code](finding);
}

/** One line of what was tested, as it stands on the screen, in the file and on paper. */
export type TestedLine = { readonly name: string; readonly verdict: SelfTestVerdict; readonly text: string };

export function reportText(counter: CounterIdentity, at: LocalMoment, lines: readonly TestedLine[]): string {
  const { unit, station } = counter;
  const head = [
    `${APP_NAME} – ${SELF_TEST_SCREEN.title}`,
    `${unit.name} (${unit.code}) · ${STATUS_BAR.station(station)} · ${momentText(at)}`,
    '',
  ];
  const body = lines.map(
    ({ name, verdict, text }, place) => `${place + 1}. ${name}: ${SELF_TEST_VERDICT_TEXTS[verdict]}. ${text}`,
  );
  return [...head, ...body, ''].join('\n');
}

function timeOf(at: LocalMoment | undefined): string {
  return at ? momentText(at) : 'không rõ';
}

const GB = 1024 ** 3;
const MB = 1024 ** 2;

function sizeText(bytes = 0): string {
  return bytes >= GB ? `${countText(Math.floor(bytes / GB))} GB` : `${countText(Math.floor(bytes / MB))} MB`;
}
