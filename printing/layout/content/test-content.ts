import type { ReprintMark } from '../../../domain/slips/reprint-mark.ts';
import { TEST_SCAN_CODE, type TestSlip } from '../../../domain/slips/test-slip.ts';
import { fact, keyFact, RULE, type SlipBlock } from '../slip-block.ts';
import { momentInWords } from '../slip-wording.ts';
import { opening } from './opening.ts';

const VOWELS = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
/** As combining marks: none, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

/** Shows a clerk whether the printer prints sharp, straight and complete, and whether the scanner reads it (trang in thử). */
export function testContent(slip: TestSlip, reprint: ReprintMark | undefined): readonly SlipBlock[] {
  const letters = [...VOWELS.map((vowel) => TONES.map((tone) => vowel + tone).join('')), 'đ']
    .join(' ')
    .normalize('NFC');
  return [
    ...opening({ unit: slip.unit, at: slip.at, title: ['TRANG IN THỬ'] }, reprint),
    RULE,
    keyFact('Máy in:', slip.printerName),
    { kind: 'paper' },
    fact('Cán bộ in thử:', slip.clerkName),
    fact('Thời gian:', momentInWords(slip.at)),
    { kind: 'ruler' },
    { kind: 'text', tone: 'body', text: 'Hai vạch đứng ở hai đầu thước phải hiện đủ. Mỗi khấc nhỏ là 1 mm.' },
    { kind: 'patterns' },
    { kind: 'text', tone: 'body', text: 'Vệt trắng dọc trong dải đen: đầu in bẩn hoặc hỏng điểm, cần lau đầu in.' },
    RULE,
    { kind: 'text', tone: 'body', text: letters },
    { kind: 'text', tone: 'body', text: letters.toLocaleUpperCase('vi') },
    { kind: 'text', tone: 'note', text: `${letters} 0123456789` },
    { kind: 'text', tone: 'body', text: 'Dấu của mọi chữ phải rõ, không dính vào nhau.' },
    RULE,
    { kind: 'bars', code: TEST_SCAN_CODE },
    { kind: 'qr', code: TEST_SCAN_CODE, hint: 'Quét thử cả hai mã. Mã thử không mở hồ sơ nào.' },
  ];
}
