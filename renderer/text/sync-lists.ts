import type { KnownFact } from '../../domain/subject-fact.ts';
import type {
  ContradictionLine,
  NotTakenLine,
  RefusedWhy,
  Said,
  SyncLine,
  WaitingLine,
} from '../../electron/contract/sync-commands.ts';
import { countText, momentText } from './format.ts';
import { FACT_KINDS } from './facts.ts';
import { STATUS } from './vi.ts';

/** The lists of the screen, in the order of their digits. */
export type SyncListName = 'waiting' | 'quarantined' | 'contradictions';

export const SYNC_LISTS = {
  label: 'Ba danh sách',
  rowHint: 'Mũi tên lên, xuống để chọn; Enter để mở hồ sơ.',
  count: (shown: number, total: number) =>
    shown < total ? `${countText(shown)} mục đầu; còn ${countText(total - shown)} mục nữa` : `${countText(total)} mục`,
  here: 'Máy này',
  station: (station: number) => `Máy ${String(station).padStart(2, '0')}`,
  unknownStation: 'Chưa rõ máy nào',
  byItself: 'Chương trình tự ghi',
  unreadable: 'Một ghi nhận không đọc được nữa',
  unknownKind: 'Ghi nhận của phiên bản mới hơn',
  sendAgain: 'Gửi lại cho máy chủ',
  sentAgain: 'Đã xếp gửi lại; phần nào máy chủ vẫn chưa hiểu sẽ hiện lại ở đây.',
};

export const SYNC_LIST_NAMES = {
  waiting: 'Chờ gửi',
  quarantined: 'Để riêng',
  contradictions: 'Cần xem lại',
} satisfies Record<SyncListName, string>;

export const SYNC_LIST_MEANINGS = {
  waiting: 'Đã lưu trên máy này, máy chủ chưa báo là đã nhận',
  quarantined: 'Máy chủ hoặc máy này chưa dùng được; vẫn giữ đủ',
  contradictions: 'Hai máy ghi khác nhau về một hồ sơ',
} satisfies Record<SyncListName, string>;

export const SYNC_LISTS_EMPTY = {
  waiting: { title: 'Không còn gì chờ gửi', body: 'Mọi việc đã ghi trên máy này đều đã có ở máy chủ.' },
  quarantined: { title: 'Không có mục nào để riêng', body: 'Máy chủ và máy này đọc được mọi ghi nhận của nhau.' },
  contradictions: {
    title: 'Không có hồ sơ nào cần xem lại',
    body: 'Các máy không ghi điều gì trái nhau. Khi có, hồ sơ sẽ hiện ở đây để người xem lại và quyết định.',
  },
} satisfies Record<SyncListName, { title: string; body: string }>;

/** Without a server nothing waits, because nothing ever leaves this disk. */
export const NOTHING_LEAVES = {
  title: 'Chưa nối máy chủ nên không có gì chờ gửi',
  body: 'Mọi hồ sơ nằm trên máy này. Khi nối máy chủ, những gì đã ghi sẽ được gửi lên từ đầu.',
};

export const WAITING_COLUMNS = { what: 'Việc', about: 'Hồ sơ', at: 'Lúc', where: 'Ghi ở' };
export const QUARANTINE_COLUMNS = { what: 'Mục', why: 'Vì sao', next: 'Cần làm gì' };
export const CONTRADICTION_COLUMNS = {
  about: 'Hồ sơ',
  said: 'Ghi nhận chưa được tính',
  against: 'Không khớp với',
  advice: 'Đề nghị',
};

const OTHER_KINDS = {
  'log-opened': 'Mở nhật ký của máy',
  'clock-confirmed': 'Xác nhận ngày giờ của máy',
  'account-opened': 'Mở tài khoản',
  'account-roles-changed': 'Đổi quyền của tài khoản',
  'account-renamed': 'Đổi tên tài khoản',
  'account-closed': 'Khóa tài khoản',
  'account-reopened': 'Mở lại tài khoản',
  'stand-in-given': 'Giao làm thay',
  'stand-in-ended': 'Thôi giao làm thay',
  'batch-opened': 'Lập lô bàn giao',
  'batch-item-added': 'Thêm hồ sơ vào lô bàn giao',
  'batch-item-removed': 'Bỏ hồ sơ khỏi lô bàn giao',
  'batch-closed': 'Xuất lô bàn giao',
  'batch-received': 'Ký nhận lô bàn giao',
  'batch-abandoned': 'Bỏ lô bàn giao',
  'procedure-published': 'Công bố thủ tục',
  'calendar-published': 'Công bố lịch làm việc',
  'unit-rules-set': 'Đặt giờ làm việc và mức thu của đơn vị',
} satisfies Record<Exclude<KnownFact['kind'], keyof typeof FACT_KINDS> | 'log-opened' | 'clock-confirmed', string>;

const EVENT_KINDS: ReadonlyMap<string, string> = new Map(Object.entries({ ...FACT_KINDS, ...OTHER_KINDS }));

/** What happened. */
export function eventText({ kind }: Pick<SyncLine, 'kind'>): string {
  if (kind === undefined) return SYNC_LISTS.unreadable;
  return EVENT_KINDS.get(kind) ?? SYNC_LISTS.unknownKind;
}

/** Whose computer wrote it. */
export function whereText({ isOwn, station }: Pick<SyncLine, 'isOwn' | 'station'>): string {
  if (isOwn) return SYNC_LISTS.here;
  return station === undefined ? SYNC_LISTS.unknownStation : SYNC_LISTS.station(station);
}

/** "Máy 02, Đinh Văn Hùng, 09:00 20/04/2020". */
export function saidByText({ station, actor, at }: Omit<Said, 'kind'>): string {
  return [whereText({ isOwn: false, ...(station === undefined ? {} : { station }) }), actor, momentText(at)].join(', ');
}

/** Of a line that does not simply wait. */
export const STANDS = {
  'set-aside': 'Máy chủ để riêng',
  behind: 'Đợi sau một mục để riêng',
} satisfies Record<Exclude<WaitingLine['stands'], 'waiting'>, string>;

type Explained = { readonly why: string; readonly next: string };

const ASK_SERVER = 'Báo người phụ trách máy chủ; khi họ xử lý xong, bấm gửi lại.';

export const REFUSED_WHY = {
  'hash-differs': {
    why: 'Máy chủ đã giữ một ghi nhận khác ở đúng chỗ này: có thể hai máy dùng chung một bản sao dữ liệu.',
    next: 'Dừng máy kia nếu nó là bản sao, rồi báo người phụ trách máy chủ.',
  },
  'chain-broken': {
    why: 'Máy chủ không nối được mục này với mục ngay trước nó.',
    next: 'Bấm gửi lại. Nếu vẫn vậy, vào Sao lưu và kiểm tra toàn bộ dữ liệu.',
  },
  malformed: { why: 'Máy chủ không đọc được mục này theo mẫu nó biết.', next: ASK_SERVER },
  'not-opened': {
    why: 'Nhật ký chứa mục này không mở đầu đúng đơn vị và số máy đã ghi danh.',
    next: ASK_SERVER,
  },
  'unknown-log': {
    why: 'Máy chủ chưa biết máy đã ghi mục này.',
    next: 'Ghi danh máy ấy với máy chủ, rồi bấm gửi lại.',
  },
  'out-of-scope': {
    why: 'Máy chủ biết máy đã ghi mục này là của đơn vị khác.',
    next: ASK_SERVER,
  },
  unknown: {
    why: 'Máy chủ nêu một lý do mà phiên bản này chưa biết.',
    next: 'Cài bản mới của chương trình, rồi bấm gửi lại.',
  },
} satisfies Record<RefusedWhy, Explained>;

const CHECK_ALL = 'Vào Sao lưu, bấm kiểm tra toàn bộ; nếu vẫn còn, khôi phục từ bản sao lưu.';

export const NOT_TAKEN_WHY = {
  'hash-differs': { why: 'Nội dung trên đĩa không còn đúng như lúc ghi, nên không được tính.', next: CHECK_ALL },
  'chain-broken': { why: 'Mục này không nối được với mục ngay trước nó.', next: CHECK_ALL },
  'head-differs': { why: 'Chỗ cuối của nhật ký không đúng như đã ghi.', next: CHECK_ALL },
  unreadable: {
    why: 'Nội dung không theo mẫu mà phiên bản này đọc được, nên chưa được tính.',
    next: 'Cài bản mới của chương trình; mục này sẽ được đọc lại.',
  },
  'not-projected': {
    why: 'Đã giữ, nhưng chưa đưa được vào danh sách hồ sơ.',
    next: 'Vào Sao lưu, bấm kiểm tra toàn bộ để tính lại.',
  },
  'own-log-forked': {
    why: 'Mục từ nơi khác đến trùng chỗ với mục máy này đã ghi: có thể dữ liệu được sao chép sang máy khác.',
    next: 'Dừng máy kia nếu nó là bản sao, rồi báo người phụ trách.',
  },
} satisfies Record<NotTakenLine['why'], Explained>;

/** What a person is advised; nothing where the facts alone do not say. */
export function adviceText({ suggestion }: Pick<ContradictionLine, 'suggestion'>): string {
  if (suggestion === undefined) return 'Xem hồ sơ giấy rồi quyết định';
  return { accept: 'Nên tính', 'set-aside': 'Nên không tính' }[suggestion];
}

/** What stood there before, as far as it is known. */
export function metText({ stateThen }: Pick<ContradictionLine, 'stateThen'>): string {
  return `Hồ sơ khi ấy: ${STATUS[stateThen]}`;
}
