import type { ActRefusal } from '../../domain/lifecycle/act.ts';
import type { BatchDirection } from '../../domain/transfer/batch-event.ts';
import type { BatchCommandRefusal } from '../../electron/contract/refusals.ts';
import { KEYS } from '../keys.ts';
import { CLOCK_UNCONFIRMED } from './hand-over.ts';
import { storageTrouble, type Trouble, troubleOfFault } from './trouble.ts';
import { STATUS } from './vi.ts';

const UNCHANGED = 'Lô vẫn nguyên, chưa ghi gì.';

export const BATCHES = {
  label: 'Các lô bàn giao',
  unfinished: 'Chưa xong',
  all: 'Tất cả',
  newUp: 'Lô chuyển lên',
  newDown: 'Lô nhận về',
  rowHint: 'Mũi tên lên, xuống để chọn; Enter để mở.',
  count: (count: number) => `${count} lô`,
  emptyTitle: 'Không có lô nào chưa xong',
  emptyBody: `Bấm ${KEYS.batchUp.label} để lập lô chuyển hồ sơ lên cấp trên, ${KEYS.batchDown.label} khi kết quả từ cấp trên về.`,
  noneTitle: 'Chưa có lô bàn giao nào',
};

export const BATCH_COLUMNS = {
  code: 'Mã lô',
  direction: 'Hướng',
  body: 'Nơi nhận, nơi gửi',
  count: 'Số hồ sơ',
  state: 'Tình trạng',
  day: 'Ngày',
};

export const DIRECTIONS = { up: 'Chuyển lên', down: 'Nhận về' } satisfies Record<BatchDirection, string>;

/** How a batch stands. `partly`: something was said of a part of its dossiers. */
export const BATCH_STATES = {
  up: {
    open: 'Đang lập danh sách',
    closed: 'Đã xuất, chờ ký nhận',
    partly: 'Ký nhận chưa hết',
    received: 'Đã ký nhận',
    abandoned: 'Đã hủy',
  },
  down: {
    open: 'Đang lập danh sách',
    closed: 'Chờ kiểm nhận',
    partly: 'Còn hồ sơ chưa về',
    received: 'Đã kiểm nhận',
    abandoned: 'Đã hủy',
  },
};

export const NEW_BATCH = {
  up: {
    title: 'Lập lô chuyển hồ sơ lên cấp trên',
    body: 'Cơ quan nhận hồ sơ',
    hint: 'Ghi như trên danh sách bàn giao, ví dụ “BHXH huyện Yên Lập”.',
  },
  down: {
    title: 'Lập lô nhận kết quả từ cấp trên',
    body: 'Cơ quan gửi kết quả',
    hint: 'Ghi như trên danh sách mà nơi đó gửi kèm.',
  },
  offered: 'Chọn nhanh',
  confirm: 'Lập lô',
};

export const BATCH = {
  back: 'Về danh sách lô',
  lines: (count: number) => `Trong lô: ${count} hồ sơ`,
  offered: (count: number) => `Chờ bàn giao: ${count} hồ sơ`,
  offeredHint: 'Enter: đưa vào lô.',
  linesHint: 'Delete: bỏ khỏi lô.',
  noOffered: 'Không còn hồ sơ nào chờ bàn giao.',
  emptyTitle: 'Lô chưa có hồ sơ nào',
  emptyBody: 'Quét phiếu của từng hồ sơ, hoặc gõ số cuối của mã hồ sơ rồi bấm Enter.',
  add: 'Thêm hồ sơ',
  addHint: 'Quét phiếu, hoặc gõ số cuối mã hồ sơ, tên, 16 chữ số rồi bấm Enter',
  close: { up: 'Xuất lô', down: 'Chốt danh sách' } satisfies Record<BatchDirection, string>,
  abandon: 'Hủy lô',
  printHint: `${KEYS.print.label}: in danh sách, hai bản.`,
  printed: 'Danh sách đã gửi in, hai bản.',
  from: (from: string, to: string) => `${from} → ${to}`,
  sheets: (originals: number, copies: number) => `${originals} bản chính, ${copies} bản sao`,
  unknown: 'Chưa có dữ liệu tiếp nhận',
  gone: 'Không tìm thấy lô này trên máy.',
  abandoned: (reason: string, moment: string) => `Lô đã hủy lúc ${moment}. Lý do: ${reason}`,
  signed: (signer: string, day: string) => `${signer} ký nhận ngày ${day}`,
  took: 'Đã nhận',
  rejected: (reason: string) => `Không nhận: ${reason}`,
  missing: 'Chưa thấy trong túi',
};

export const LINE_COLUMNS = { position: 'STT', number: 'Mã hồ sơ', procedure: 'Thủ tục', applicant: 'Chủ hồ sơ' };

export const CLOSE = {
  title: { up: 'Xuất lô', down: 'Chốt danh sách nhận về' } satisfies Record<BatchDirection, string>,
  body: {
    up: (count: number) =>
      `${count} hồ sơ rời quầy cùng lô này. Danh sách được in hai bản: một bản lưu, một bản nơi nhận.`,
    down: (count: number) => `${count} hồ sơ theo danh sách của cấp trên. Sau khi chốt: mở túi và quét từng kết quả.`,
  } satisfies Record<BatchDirection, (count: number) => string>,
  courier: 'Người vận chuyển',
  clerk: 'Cán bộ mang đi',
  post: 'Bưu chính',
  name: 'Họ tên người mang đi',
  bill: 'Số hiệu bưu gửi',
};

export const ABANDON = {
  title: 'Hủy lô',
  body: 'Các hồ sơ trong lô trở lại chờ bàn giao, không hồ sơ nào bị mất.',
  reason: 'Lý do hủy',
  confirm: 'Hủy lô này',
  keep: 'Giữ lại',
};

export const RECEIVE_UP = {
  title: 'Cấp trên ký nhận',
  body: 'Ghi theo bản danh sách có chữ ký mang về. Hồ sơ nào không được nhận: chọn dòng đó, bấm Enter rồi gõ lý do.',
  hint: 'Enter: không được nhận. Delete: ghi lại là đã nhận.',
  signer: 'Người ký nhận',
  date: 'Ngày ký nhận',
  reason: 'Lý do không nhận',
  accepted: 'Được nhận',
  confirm: 'Ghi nhận',
  counts: (accepted: number, rejected: number) => `${accepted} hồ sơ được nhận, ${rejected} không nhận`,
};

export const RECEIVE_DOWN = {
  title: 'Kiểm nhận kết quả',
  body: 'Quét từng kết quả lấy ra khỏi túi. Mã không đọc được thì chọn dòng rồi bấm Enter.',
  hint: 'Enter: đã thấy; bấm lần nữa: để riêng, gõ lý do. Delete: bỏ đánh dấu.',
  counts: (came: number, all: number) => `Đã thấy ${came} trong ${all} hồ sơ của danh sách`,
  came: 'Đã thấy',
  extra: 'Đã thấy, ngoài danh sách',
  notYet: 'Chưa thấy',
  setAside: 'Lý do để riêng',
  missing: (names: string) => `Chưa thấy, sẽ ghi là thiếu: ${names}.`,
  extras: (names: string) => `Ngoài danh sách: ${names}.`,
  whole: 'Túi và danh sách khớp nhau.',
  result: (who: string) => `Kết quả của ${who}`,
  number: 'Số kết quả, nếu có',
  date: 'Ngày ký',
  signer: 'Người ký',
  isRefusal: 'Là văn bản từ chối',
  confirm: 'Ghi nhận đã nhận',
  nothing: say('Chưa có kết quả nào được quét.', 'Xin quét từng kết quả trong túi, rồi bấm lại.'),
  ticked: { title: 'ĐÃ THẤY', body: (who: string) => `${who}. Xin quét kết quả tiếp theo.` },
  twice: { title: 'ĐÃ QUÉT RỒI', body: (who: string) => `${who} đã được đánh dấu. Xin quét kết quả tiếp theo.` },
  aside: {
    title: 'ĐỂ RIÊNG',
    body: (who: string) =>
      `${who} không nhận kết quả ở bước này, hoặc chưa có trên máy. Xin gõ lý do để riêng ở dòng đó.`,
  },
};

/** What a scan on the list came to: the largest words on the screen. */
export const ADDED = {
  title: 'ĐÃ THÊM',
  body: (who: string) => `${who}. Xin quét phiếu tiếp theo.`,
  none: {
    title: 'KHÔNG THẤY',
    body: 'Không có hồ sơ nào khớp với chữ vừa gõ. Lô vẫn nguyên. Xin gõ lại, hoặc quét phiếu.',
  },
  several: {
    title: 'NHIỀU HỒ SƠ GIỐNG NHAU',
    body: 'Có hơn một hồ sơ khớp. Lô vẫn nguyên. Xin gõ thêm số cho đủ, hoặc quét phiếu.',
  },
};

/** The title of a refusal that is said large; others have the common one. */
export const REFUSED_TITLES: Partial<Record<BatchCommandRefusal['code'], string>> = {
  'already-in-batch': 'ĐÃ CÓ TRONG LÔ',
  'in-another-batch': 'ĐANG Ở LÔ KHÁC',
  'not-in-this-state': 'CHƯA BÀN GIAO ĐƯỢC',
  'dossier-unknown': 'CHƯA CÓ TRÊN MÁY NÀY',
};
export const REFUSED_TITLE = 'CHƯA THÊM ĐƯỢC';

const NUMBERS_GONE = 'Xin lập lô ở máy khác, hoặc chờ ngày mai.';

/** What the sentences name. */
type Named = {
  readonly who: string;
  readonly others: string;
  readonly batch: string;
  readonly status: string;
  readonly entry: string;
};

type Sayable = Exclude<BatchCommandRefusal['code'], 'storage-failed' | 'not-signed-in' | 'not-permitted'>;

const SENTENCES = {
  'clock-unconfirmed': () => ({
    ...CLOCK_UNCONFIRMED,
    safe: UNCHANGED,
    next: 'Xin xác nhận ngày ở dòng nhắc phía trên, rồi bấm lại.',
  }),
  'other-machine': () =>
    say(
      'Dữ liệu này đến từ một máy khác nên máy này chưa được cấp số.',
      'Xin chọn số máy ở dòng nhắc phía trên, rồi bấm lại.',
    ),
  'batch-unknown': () => say('Máy này chưa có lô ấy.', 'Xin trở lại danh sách lô và mở lại.'),
  'batch-range-exhausted': () => say('Hôm nay máy này đã dùng hết số lô.', NUMBERS_GONE),
  'batch-not-open': () =>
    say('Lô này không còn để sửa: đã xuất hoặc đã hủy.', 'Xin lập lô mới cho những hồ sơ còn lại.'),
  'batch-not-closed': () => say('Lô này không ở bước chờ nhận.', 'Xin xem lại tình trạng của lô ở đầu màn hình.'),
  'other-direction': () =>
    say(
      'Lô này đi hướng khác: lô chuyển lên thì ghi ký nhận, lô nhận về thì quét từng kết quả.',
      'Xin trở lại danh sách lô và mở đúng lô.',
    ),
  'batch-empty': () => say('Lô chưa có hồ sơ nào.', 'Xin quét phiếu của ít nhất một hồ sơ.'),
  'body-missing': () => say('Chưa ghi tên cơ quan.', 'Xin gõ tên cơ quan như trên danh sách bàn giao.'),
  'courier-missing': () => say('Chưa ghi ai mang lô này đi.', 'Xin gõ họ tên người mang đi, hoặc số hiệu bưu gửi.'),
  'dossier-unknown': ({ who }) =>
    say(
      `Máy này chưa có dữ liệu của hồ sơ ${who}: phiếu của nơi khác, hoặc nhận ở máy chưa đồng bộ.`,
      'Xin để riêng hồ sơ này, đồng bộ rồi quét lại.',
    ),
  'already-in-batch': ({ who }) => say(`Hồ sơ ${who} đã có trong lô này.`, 'Xin quét phiếu tiếp theo.'),
  'not-in-batch': ({ who }) => say(`Hồ sơ ${who} không có trong lô này.`, 'Xin xem lại danh sách, rồi bấm lại.'),
  'not-in-this-state': ({ who, status }) =>
    say(
      `Hồ sơ ${who} đang ở tình trạng “${status}” nên không đi cùng lô này.`,
      'Xin để riêng; mở hồ sơ ở Tìm để xem việc cần làm tiếp.',
    ),
  'in-another-batch': ({ who, batch }) =>
    say(`Hồ sơ ${who} đang ở trong lô ${batch}.`, 'Xin bỏ hồ sơ khỏi lô kia trước, hoặc để nguyên ở đó.'),
  'not-a-count': () => say('Số bản chính, bản sao không đúng.', 'Xin gõ số nguyên từ 0.'),
  'reason-missing': ({ who }) =>
    say(who === '' ? 'Chưa ghi lý do.' : `Chưa ghi lý do không nhận hồ sơ ${who}.`, 'Xin gõ lý do, rồi bấm lại.'),
  'items-not-covered': ({ others }) =>
    say(`Chưa ghi đã nhận hay không nhận: ${others}.`, 'Xin ghi cho đủ, rồi bấm lại.'),
  'named-twice': ({ who }) => say(`Hồ sơ ${who} được ghi hai lần.`, 'Xin bỏ bớt một lần, rồi bấm lại.'),
  'result-facts-missing': ({ who }) =>
    say(`Chưa ghi ngày và người ký kết quả của hồ sơ ${who}.`, 'Xin gõ theo kết quả vừa nhận, rồi bấm lại.'),
  entry: ({ who, entry }) =>
    say(who === '' ? entry : `Hồ sơ ${who}: ${lowered(entry)}`, 'Xin sửa chỗ đó, rồi bấm lại.'),
} satisfies Record<Sayable, (named: Named) => Trouble>;

/** Names of the dossiers come from the screen: what it shows is what the clerk looks for. */
export function batchTrouble(refusal: BatchCommandRefusal, nameOf: (dossierId: string) => string): Trouble {
  switch (refusal.code) {
    case 'storage-failed':
      return storageTrouble(refusal);
    case 'not-signed-in':
    case 'not-permitted':
      return troubleOfFault(refusal);
    default:
      return SENTENCES[refusal.code]({
        who: 'dossierId' in refusal && refusal.dossierId !== undefined ? nameOf(refusal.dossierId) : '',
        others: 'dossierIds' in refusal ? refusal.dossierIds.map(nameOf).join(', ') : '',
        batch: 'batch' in refusal ? refusal.batch : '',
        status: 'status' in refusal ? STATUS[refusal.status].toLocaleLowerCase('vi') : '',
        entry: refusal.code === 'entry' ? entryText(refusal.refusal) : '',
      });
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  reason: 'lý do',
  courier: 'người vận chuyển',
  note: 'ghi chú',
  'onPaper.signer': 'người ký nhận',
  'onPaper.date': 'ngày ký nhận',
  'result.number': 'số kết quả',
  'result.date': 'ngày kết quả',
  'result.signer': 'người ký kết quả',
};

function entryText(refusal: ActRefusal): string {
  const field = ('field' in refusal && FIELDS[refusal.field]) || 'ô vừa gõ';
  switch (refusal.code) {
    case 'text-missing':
      return `Chưa ghi ${field}.`;
    case 'text-too-long':
      return `Phần ${field} dài quá.`;
    case 'not-a-date':
      return `Chưa đúng ngày ở ${field}: gõ như 24/04/2020.`;
    case 'date-in-the-future':
      return `Ngày ở ${field} chưa tới.`;
    case 'date-too-early':
      return `Ngày ở ${field} sớm quá, trước khi hồ sơ đi.`;
    default:
      return `Nội dung ở ${field} chưa đúng.`;
  }
}

function say(what: string, next: string): Trouble {
  return { what, safe: UNCHANGED, next };
}

function lowered(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);
}
