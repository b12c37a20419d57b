import { MOST_VIEWS, type RenameViewRefusal, type SaveViewRefusal } from '../../domain/saved-views.ts';
import type { StorageRefusal } from '../../electron/contract/refusals.ts';
import { KEYS } from '../keys.ts';
import { storageTrouble, type Trouble } from './trouble.ts';

export const VIEWS = {
  title: 'Cách xem đã lưu',
  name: 'Tên cách xem',
  nameHint: 'Giữ chữ tìm, bộ lọc, thứ tự và cột đang dùng.',
  save: 'Lưu cách này',
  list: 'Các cách xem đã lưu',
  listHint: `Bấm số, hoặc mũi tên rồi Enter, để mở. ${KEYS.removeLine.label} xóa. ${KEYS.commit.label} đổi sang tên ở ô trên.`,
  digitHint: 'Khi đang ở danh sách hồ sơ cũng bấm số để mở.',
  none: 'Chưa lưu cách xem nào. Xin lọc và sắp xếp như ý, đặt tên rồi lưu.',
  everything: 'Tất cả hồ sơ',
  open: 'Mở',
  rename: 'Đổi tên',
  remove: 'Xóa',
};

export type ViewRefusal = SaveViewRefusal | RenameViewRefusal | StorageRefusal;

const KEPT = 'Các cách xem đã lưu vẫn như cũ.';

export const VIEW_TROUBLES = {
  'no-name': {
    what: 'Chưa có tên cho cách xem.',
    safe: KEPT,
    next: 'Xin gõ tên rồi làm lại.',
  },
  'name-too-long': {
    what: 'Tên dài quá.',
    safe: KEPT,
    next: 'Xin gõ tên ngắn hơn.',
  },
  'too-many': {
    what: `Đã có ${MOST_VIEWS} cách xem, không lưu thêm được.`,
    safe: KEPT,
    next: 'Xin xóa bớt một cách xem, hoặc lưu với tên đã có để thay nó.',
  },
  'name-taken': {
    what: 'Đã có cách xem khác mang tên này.',
    safe: KEPT,
    next: 'Xin gõ tên khác.',
  },
  'view-gone': {
    what: 'Không còn cách xem này.',
    safe: KEPT,
    next: 'Xin chọn cách xem khác.',
  },
} satisfies Record<Exclude<ViewRefusal['code'], 'storage-failed'>, Trouble>;

export function viewTrouble(refusal: ViewRefusal): Trouble {
  return refusal.code === 'storage-failed' ? storageTrouble(refusal) : VIEW_TROUBLES[refusal.code];
}
