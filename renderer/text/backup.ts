import type {
  BackupRow,
  BackupSummary,
  BackupTrial,
  CheckReport,
  SetAsideEvent,
} from '../../electron/contract/views.ts';
import { countText } from './format.ts';
import { logText } from './recovery.ts';

type State = BackupSummary['state'];

export const BACKUP = {
  title: 'Sao lưu',
  now: 'Sao lưu ngay',
  verifiedAt: 'Bản tốt gần nhất',
  never: 'chưa có',
  secondPlace: 'Nơi giữ thứ hai',
  secondPlaceWhy:
    'Ổ đĩa của máy có thể hỏng. Nên giữ thêm một bản ở ổ USB hoặc thư mục mạng của đơn vị; bản sao lưu được bảo vệ như dữ liệu trên máy này.',
  secondPlaceThere: 'đang kết nối',
  secondPlaceGone: 'không thấy: xin cắm lại ổ USB hoặc nối lại thư mục mạng',
  copiedAt: (moment: string) => `chép gần nhất ${moment}`,
  notCopied: 'chưa chép lần nào',
  choosePlace: 'Chọn nơi giữ thứ hai…',
  changePlace: 'Đổi nơi khác…',
  forgetPlace: 'Thôi dùng',
  list: 'Các bản sao lưu',
  empty: 'Chưa có bản sao lưu nào',
  emptyBody: 'Máy tự sao lưu mỗi giờ khi có thay đổi. Cũng có thể bấm “Sao lưu ngay”.',
  contents: (dossiers: number, size: string) => `${countText(dossiers)} hồ sơ · ${size}`,
  tryRestore: 'Thử khôi phục',
  restore: 'Khôi phục từ bản này…',
  trialTitle: 'Bản dùng thử không được sao lưu',
  trialBody: 'Dữ liệu thử bị xóa khi kết thúc dùng thử. Khi làm việc thật, máy tự sao lưu mỗi giờ.',
  open: 'Sao lưu và khôi phục',
};

export const PLACES = {
  'this-computer': 'Máy này',
  'second-place': 'Nơi thứ hai',
} satisfies Record<BackupRow['place'], string>;

/** The state in a few large words, on its screen. */
export const BACKUP_TITLES = {
  good: 'Đã sao lưu',
  'none-yet': 'Chưa sao lưu lần nào',
  failed: 'Sao lưu bị lỗi',
  late: 'Quá một ngày chưa sao lưu',
  'no-second-place': 'Chỉ có bản trên máy này',
  'second-place-missing': 'Không thấy nơi giữ thứ hai',
  'second-place-failed': 'Chưa chép được sang nơi thứ hai',
} satisfies Record<State, string>;

export const BACKUP_BODIES = {
  good: 'Bản gần nhất đã được đọc lại và đối chiếu.',
  'none-yet': 'Máy sẽ tự sao lưu trong giờ tới. Cũng có thể bấm “Sao lưu ngay”.',
  failed:
    'Dữ liệu đang dùng vẫn nguyên. Lần sao lưu gần nhất không xong; xin làm theo dòng dưới rồi bấm “Sao lưu ngay”.',
  late: 'Dữ liệu đang dùng vẫn nguyên. Xin bấm “Sao lưu ngay”.',
  'no-second-place': 'Nếu ổ đĩa hỏng sẽ mất cả dữ liệu lẫn bản sao lưu. Xin chọn nơi giữ thứ hai.',
  'second-place-missing': 'Bản trên máy này vẫn được ghi đều. Xin cắm lại ổ USB hoặc nối lại thư mục mạng.',
  'second-place-failed': 'Bản trên máy này vẫn tốt. Xin làm theo dòng dưới rồi bấm “Sao lưu ngay”.',
} satisfies Record<State, string>;

/** In the status bar; `at` is the time of the last good one, empty when there is none. */
export const BACKUP_LINES = {
  good: (at) => `Sao lưu ${at}`.trim(),
  'none-yet': () => 'Chưa sao lưu',
  failed: () => 'Sao lưu lỗi',
  late: () => 'Sao lưu quá chậm',
  'no-second-place': (at) => `Sao lưu ${at} · một nơi`.replace('  ', ' '),
  'second-place-missing': (at) => `Sao lưu ${at} · thiếu nơi thứ hai`.replace('  ', ' '),
  'second-place-failed': (at) => `Sao lưu ${at} · lỗi nơi thứ hai`.replace('  ', ' '),
} satisfies Record<State, (at: string) => string>;

export const BACKUP_TROUBLES = {
  'disk-full': 'Ổ đĩa giữ bản sao lưu đã đầy: xin xóa bớt tệp không cần.',
  'read-only': 'Không được ghi vào nơi giữ bản sao lưu: xin báo người phụ trách máy tính cấp quyền ghi.',
  locked: 'Chương trình khác đang giữ tệp: xin đóng chương trình diệt vi-rút hoặc đồng bộ đám mây đang chạy.',
  damaged: 'Bản vừa ghi đọc lại không khớp: xin thử nơi giữ khác, ổ đĩa này có thể hỏng.',
  failed: 'Chưa rõ vì sao: xin bấm lại; nếu vẫn lỗi, báo người phụ trách máy tính.',
} satisfies Record<NonNullable<BackupSummary['trouble']>, string>;

export const TRIAL_TITLES = {
  good: 'Bản này dùng được',
  unreadable: 'Không mở được bản này',
  damaged: 'Bản này bị hỏng',
  gone: 'Bản này không còn ở chỗ cũ',
} satisfies Record<BackupTrial['outcome'], string>;

const TRIAL_BODIES = {
  good: '',
  unreadable: 'Khóa của máy này không mở được nó. Dữ liệu đang dùng không thay đổi. Xin dùng bản khác.',
  damaged:
    'Nội dung không còn như lúc ghi. Dữ liệu đang dùng không thay đổi. Xin dùng bản khác và kiểm tra ổ đĩa giữ nó.',
  gone: 'Dữ liệu đang dùng không thay đổi. Xin cắm lại ổ giữ bản sao lưu, hoặc dùng bản khác.',
} satisfies Record<BackupTrial['outcome'], string>;

/** What a trial of a backup came to, in words. */
export function trialText(trial: BackupTrial): string {
  if (trial.outcome !== 'good') return TRIAL_BODIES[trial.outcome];
  const held = `Mở và đối chiếu được ${countText(trial.events)} mục của ${countText(trial.dossiers)} hồ sơ.`;
  const newer =
    trial.newerHere > 0 ? ` Máy này có thêm ${countText(trial.newerHere)} mục làm sau đó, sẽ được chuyển sang.` : '';
  const back =
    trial.missingHere > 0 ? ` Có ${countText(trial.missingHere)} mục máy này đang thiếu, khôi phục sẽ lấy lại.` : '';
  return held + (newer + back || ' Không khác gì dữ liệu đang dùng.');
}

export const RESTORE_DIALOG = {
  title: 'Khôi phục từ bản sao lưu này?',
  from: (place: string, moment: string, dossiers: number) => `${place}, ${moment}, ${countText(dossiers)} hồ sơ.`,
  carried: 'Việc đã làm sau bản sao lưu này được chuyển sang, không phải nhập lại.',
  numbers: 'Khoảng 64 số hồ sơ sẽ bị bỏ qua để không bao giờ cấp trùng; việc này hợp lệ.',
  keeps: 'Tệp đang dùng được cất riêng, không xóa.',
  wait: 'Trong lúc khôi phục không tiếp nhận được; xin đừng tắt máy.',
  confirm: 'Khôi phục từ bản này',
};

export const CHECK = {
  title: 'Kiểm tra dữ liệu',
  now: 'Kiểm tra toàn bộ dữ liệu',
  last: 'Kiểm tra gần nhất',
  never: 'chưa lần nào',
  good: (events: number) => `${countText(events)} mục, tất cả đúng như lúc ghi.`,
  found: (events: number, count: number) => `${countText(events)} mục, trong đó ${count} mục bị hỏng được để riêng.`,
  mended: (count: number) => `Đã sửa lại tình trạng của ${count} hồ sơ cho khớp với diễn biến.`,
  setAside: 'Các mục để riêng',
  setAsideBody:
    'Các mục này vẫn được giữ nhưng không tính vào hồ sơ. Xin báo người phụ trách máy tính; máy chủ hoặc bản sao lưu có thể còn bản tốt.',
  place: ({ log, seq }: SetAsideEvent) => `${logText(log)}, mục ${countText(seq)}`,
  noDossier: 'không rõ hồ sơ nào',
  seeDossier: (id: string) => `Hồ sơ mã phiếu ${id}`,
  banner: (count: number) => `${count} mục bị hỏng đã được để riêng. Các hồ sơ khác vẫn nguyên và vẫn làm việc được.`,
  see: 'Xem',
};

export function checkText({ events, setAside, dossiersMended }: CheckReport): string {
  const found = setAside.length === 0 ? CHECK.good(events) : CHECK.found(events, setAside.length);
  return dossiersMended > 0 ? `${found} ${CHECK.mended(dossiersMended)}` : found;
}

export const SET_ASIDE_WHY = {
  'hash-differs': 'Nội dung không còn như lúc ghi',
  'chain-broken': 'Không nối được với mục ngay trước nó',
  unreadable: 'Không đọc được',
  'own-log-forked': 'Trùng chỗ với một mục khác của chính máy này',
  'not-projected': 'Chưa được tính vào hồ sơ',
  'head-differs': 'Mục cuối không khớp với sổ ghi của máy',
} satisfies Record<SetAsideEvent['why'], string>;
