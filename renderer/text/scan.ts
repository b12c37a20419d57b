import type { CameraTrouble } from '../scan/camera.ts';
import type { Trouble } from './trouble.ts';

export const CAMERA = {
  open: 'Dùng máy ảnh',
  title: 'Quét phiếu bằng máy ảnh',
  hint: 'Đưa mã vạch hoặc mã vuông trên phiếu vào giữa khung, cách máy ảnh khoảng một gang tay.',
};

export const CAMERA_TROUBLES = {
  'no-camera': {
    what: 'Máy tính này không có máy ảnh, hoặc máy ảnh chưa được cắm.',
    safe: 'Không có gì bị mất.',
    next: 'Xin gõ 16 chữ số trên phiếu, hoặc dùng máy quét.',
  },
  'not-allowed': {
    what: 'Hệ điều hành không cho chương trình dùng máy ảnh.',
    safe: 'Không có gì bị mất.',
    next: 'Xin gõ 16 chữ số trên phiếu, hoặc nhờ người phụ trách máy tính cho phép máy ảnh.',
  },
  busy: {
    what: 'Một chương trình khác đang dùng máy ảnh.',
    safe: 'Không có gì bị mất.',
    next: 'Xin đóng chương trình đó rồi mở lại, hoặc gõ 16 chữ số trên phiếu.',
  },
} satisfies Record<CameraTrouble, Trouble>;

export const MISREAD = {
  title: 'QUÉT LẠI',
  body: (digits: number) =>
    `Máy quét đọc được ${digits} chữ số, không đúng mã của phiếu. Không có gì bị thay đổi. Xin vuốt phẳng phiếu rồi quét lại.`,
};
