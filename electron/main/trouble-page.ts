import type { StartTrouble } from '../contract/envelope.ts';

type Words = { readonly what: string; readonly next: string };

/** Why the counter cannot open: what happened, that nothing was lost, what to do now. */
const WORDS: { readonly [T in StartTrouble]: Words } = {
  'database-from-the-future': {
    what: 'Dữ liệu trên máy này do một bản phần mềm mới hơn ghi.',
    next: 'Hãy cài bản phần mềm mới nhất rồi mở lại.',
  },
  'not-our-database': {
    what: 'Tệp dữ liệu trong thư mục của Quầy Một cửa là của một chương trình khác.',
    next: 'Hãy báo người phụ trách máy tính kiểm tra thư mục dữ liệu.',
  },
  'database-damaged': {
    what: 'Tệp dữ liệu không đọc được, có thể ổ đĩa bị lỗi.',
    next: 'Đừng xóa gì cả. Hãy báo người phụ trách máy tính; phần đã gửi lên cấp trên vẫn còn ở đó.',
  },
  'disk-full': {
    what: 'Ổ đĩa đã đầy nên không mở được dữ liệu.',
    next: 'Hãy xóa bớt tệp không cần ở nơi khác trên máy, rồi mở lại.',
  },
  'read-only': {
    what: 'Máy không cho phép ghi vào thư mục dữ liệu.',
    next: 'Hãy báo người phụ trách máy tính cấp quyền ghi, rồi mở lại.',
  },
  locked: {
    what: 'Một chương trình khác đang giữ tệp dữ liệu.',
    next: 'Hãy đóng chương trình đó (hoặc chờ phần mềm diệt vi-rút quét xong), rồi mở lại.',
  },
  failed: {
    what: 'Phần lưu dữ liệu không khởi động được.',
    next: 'Hãy mở lại phần mềm. Nếu vẫn vậy, hãy báo người phụ trách máy tính.',
  },
};

export const TROUBLE_PATH = '/cannot-start';

export function troublePage(why: StartTrouble): string {
  const { what, next } = WORDS[why];
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Quầy Một cửa</title><style>
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f5f7fa; color: #1b2430;
    font: 20px/1.6 'Be Vietnam Pro', 'Segoe UI', 'Noto Sans', sans-serif; }
  main { max-width: 36rem; padding: 2.5rem; background: #fff; border-radius: 12px; border: 1px solid #d5dce5; }
  h1 { margin: 0 0 1rem; font-size: 28px; } small { color: #5b6675; }
</style></head><body><main role="alert" data-testid="cannot-start" data-why="${why}">
<h1>Chưa mở được quầy</h1><p>${what}</p><p>Hồ sơ đã lưu vẫn còn nguyên, phần mềm không sửa gì trong tệp.</p><p><b>${next}</b></p>
<small>${why}</small></main></body></html>`;
}
