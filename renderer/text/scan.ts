import { maskedId } from '../../domain/people/citizen-id.ts';
import type { CitizenCardPart, CitizenCardRefusal } from '../../domain/people/citizen-card.ts';
import { unreachable } from '../../domain/result.ts';
import type { CameraTrouble, Unread } from '../scan/camera.ts';
import type { Heard } from '../scan/heard.ts';
import type { Trouble } from './trouble.ts';

export const CAMERA = {
  open: 'Dùng máy ảnh',
  title: 'Quét phiếu bằng máy ảnh',
  hint: 'Đưa mã vạch hoặc mã vuông trên phiếu vào giữa khung, cách máy ảnh khoảng một gang tay.',
  openCard: 'Đọc căn cước',
  cardTitle: 'Đọc căn cước bằng máy ảnh',
  cardHint: 'Đưa mã vuông ở góc thẻ căn cước vào giữa khung, gần đến khi mã rộng bằng nửa khung.',
  cardByHand: 'Muốn gõ tay: bấm Esc rồi gõ vào các ô.',
  which: 'Máy ảnh',
  unnamed: (number: number) => `Máy ảnh ${number}`,
  torchOn: 'Bật đèn',
  torchOff: 'Tắt đèn',
  typed: 'Hoặc gõ 16 chữ số trên phiếu',
  typedHint: '0000 0000 0000 0000',
  typedGo: 'Mở phiếu này',
  digitsLeft: (count: number) => `còn ${count} chữ số`,
  checkFailed: 'Có chữ số gõ sai: xin so lại với phiếu.',
  checkFits: 'Đúng mã phiếu: bấm Enter.',
  starting: 'Đang mở máy ảnh…',
};

export const UNREAD = {
  nothing: 'Chưa đọc được. Xin đưa phiếu gần hơn, giữ yên, thêm ánh sáng; hoặc gõ 16 chữ số ở ô bên dưới.',
  other:
    'Mã đang thấy không phải mã của phiếu. Xin đưa mã vạch có 16 chữ số vào khung, hoặc gõ 16 chữ số ở ô bên dưới.',
} satisfies Record<Unread, string>;

export const UNREAD_CARD = {
  nothing: 'Chưa đọc được. Xin đưa thẻ gần hơn, giữ yên, tránh bóng đèn trên mặt thẻ; hoặc bấm Esc rồi gõ tay.',
  other: 'Mã đang thấy không phải của thẻ căn cước. Xin đưa mã vuông của thẻ vào khung, hoặc bấm Esc rồi gõ tay.',
} satisfies Record<Unread, string>;

export const CAMERA_TROUBLES = {
  'no-camera': {
    what: 'Máy tính này không có máy ảnh, hoặc máy ảnh chưa được cắm.',
    safe: 'Không có gì bị mất.',
    next: 'Xin gõ tay, hoặc dùng máy quét.',
  },
  'not-allowed': {
    what: 'Hệ điều hành không cho chương trình dùng máy ảnh.',
    safe: 'Không có gì bị mất.',
    next: 'Xin gõ tay, hoặc nhờ người phụ trách máy tính cho phép máy ảnh.',
  },
  busy: {
    what: 'Một chương trình khác đang dùng máy ảnh.',
    safe: 'Không có gì bị mất.',
    next: 'Xin đóng chương trình đó rồi mở lại, hoặc gõ tay.',
  },
} satisfies Record<CameraTrouble, Trouble>;

/** Loud: the clerk looks at the citizen, not at the screen. */
export type LoudText = { readonly title: string; readonly body: string };

/** What was scanned and cannot be used on the screen that is up. */
export function notUsedText(heard: Exclude<Heard, { kind: 'slip' }>): LoudText {
  switch (heard.kind) {
    case 'misread':
      return misreadText(heard);
    case 'card-id':
    case 'card':
      return {
        title: 'ĐÂY LÀ CĂN CƯỚC',
        body: 'Vừa quét thẻ căn cước, không phải phiếu. Muốn điền vào hồ sơ, xin mở Tiếp nhận (F2) rồi quét lại. Người dân mất phiếu: bấm F3, tìm theo tên hoặc số điện thoại.',
      };
    case 'card-trouble':
      return { title: 'CHƯA ĐỌC ĐƯỢC THẺ', body: cardTroubleText(heard.refusal) };
    default:
      return unreachable(heard);
  }
}

/** Longer than any slip, with whatever a scanner puts around it. */
const LONGER_THAN_A_SLIP = 30;

function misreadText({ digits, keys, hasPrefix }: Extract<Heard, { kind: 'misread' }>): LoudText {
  const what =
    keys > LONGER_THAN_A_SLIP
      ? 'Máy quét đọc được một mã dài, không phải mã của phiếu, cũng không phải thẻ căn cước đọc trọn vẹn.'
      : `Máy quét đọc được ${digits} chữ số, không đúng mã của phiếu.`;
  const then = hasPrefix
    ? ' Máy quét còn gõ thêm ký tự ở đầu: xin tắt tiền tố (prefix, AIM ID) trên máy quét, xem Quét thử ở Máy in và máy quét (Ctrl+I).'
    : '';
  return {
    title: 'QUÉT LẠI',
    body: `${what} Không có gì bị thay đổi. Xin giữ phẳng rồi quét lại; vẫn không được thì gõ 16 chữ số dưới mã vạch.${then}`,
  };
}

const PARTS = {
  name: 'họ tên',
  birthDate: 'ngày sinh',
  sex: 'giới tính',
  address: 'nơi thường trú',
} satisfies Record<CitizenCardPart, string>;

export function cardTroubleText(refusal: CitizenCardRefusal): string {
  switch (refusal.code) {
    case 'health-card':
      return 'Đây là thẻ bảo hiểm y tế, không phải căn cước. Xin đưa thẻ căn cước.';
    case 'not-a-citizen-card':
      return 'Mã này không phải của thẻ căn cước.';
    case 'garbled':
      return 'Chữ trên thẻ bị máy quét làm sai dấu nên chỉ lấy số căn cước; xin gõ họ tên và địa chỉ theo thẻ.';
    case 'incomplete':
      return `Thẻ chỉ đọc được một phần; xin gõ theo thẻ: ${refusal.missing.map((part) => PARTS[part]).join(', ')}.`;
    default:
      return unreachable(refusal);
  }
}

/** What a card did on the reception screen. Numbers are masked: the whole waiting room sees the screen. */
export const CARD = {
  filled: (idNumber: string) => `Đã điền từ căn cước ${maskedId(idNumber)}. Xin đối chiếu với thẻ.`,
  filledId: (idNumber: string) => `Đã điền số căn cước ${maskedId(idNumber)}. Xin đối chiếu với thẻ.`,
  known: (name: string, day: string) => `${name} đã đến đây ngày ${day}: họ tên, điện thoại, địa chỉ đã được điền.`,
  askTitle: 'Thay bằng thẻ vừa quét?',
  askBody: (fields: string) => `Trong hồ sơ đã có ${fields} khác với thẻ vừa quét. Có thay không?`,
  replace: 'Thay theo thẻ',
  fields: { name: 'họ tên', idNumber: 'số giấy tờ', address: 'địa chỉ' },
};

export const SCAN_TEST = {
  open: 'Quét thử',
  title: 'Quét thử máy quét',
  body: 'Quét phiếu in thử, hoặc bất kỳ phiếu nào của Một cửa. Ở đây quét chỉ để xem: không hồ sơ nào được mở.',
  waiting: 'Đang chờ máy quét…',
  camera: 'Thử bằng máy ảnh',
  read: { test: 'ĐỌC ĐÚNG PHIẾU THỬ', slip: 'ĐỌC ĐÚNG MỘT PHIẾU', card: 'ĐỌC ĐÚNG SỐ CĂN CƯỚC' },
  notRead: 'CHƯA ĐỌC ĐƯỢC',
  allRight: 'Máy quét đã đặt đúng, không cần đổi gì.',
  facts: {
    code: 'Mã quét',
    via: 'Cách đọc',
    keys: 'Số phím',
    gap: 'Giữa hai phím',
    end: 'Phím kết thúc',
    around: 'Ký tự thừa',
    layout: 'Kiểu bàn phím',
  },
  via: { wedge: 'máy quét gõ như bàn phím', serial: 'máy quét ở cổng nối tiếp', camera: 'máy ảnh' },
  gap: (meanMs: number, longestMs: number) => `trung bình ${meanMs} ms, lâu nhất ${longestMs} ms`,
  noEnd: 'không có',
  around: (before: number, behind: number) =>
    before + behind === 0 ? 'không có' : `${before} ở đầu, ${behind} ở cuối`,
  otherLayout: 'khác kiểu Anh–Mỹ; chương trình vẫn đọc đúng',
  usualLayout: 'như kiểu Anh–Mỹ',
  advice: {
    slow: 'Phím đến chậm như người gõ. Nếu là máy quét: xin đặt khoảng chờ giữa hai ký tự (inter-character delay) về 0.',
    'short-code': 'Đây là mã ngắn trên tờ cài đặt: máy quét chưa đặt độ dài tối thiểu 16 (dòng 2).',
    prefix: 'Máy quét gõ thêm ký tự ở đầu: xin tắt tiền tố (prefix, AIM ID, code ID).',
    suffix: 'Máy quét gõ thêm ký tự ở cuối: xin tắt hậu tố (suffix), chỉ giữ Enter.',
    'alt-digits': 'Máy quét gõ chữ số bằng phím Alt: xin tắt kiểu gõ ALT (keypad emulation).',
    'no-terminator':
      'Máy quét không gõ Enter ở cuối: vẫn đọc được, nhưng chậm hơn một chút. Nên bật hậu tố Enter (CR).',
    'two-terminators': 'Máy quét gõ hai phím kết thúc: vẫn đọc được. Nên chỉ giữ Enter (CR), bỏ LF.',
    'not-sharp':
      'Phím bị thiếu hoặc sai: xin giữ phẳng phiếu rồi quét lại; nếu vẫn vậy, xin xem máy quét đã bật Code 128 và QR chưa.',
    'by-hand': 'Đây là phím gõ tay, không phải máy quét.',
  },
};
