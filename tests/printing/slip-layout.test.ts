import { beforeAll, describe, expect, test } from 'vitest';
import type { ReceiptSlip } from '../../domain/slips/receipt-slip.ts';
import type { ReprintMark } from '../../domain/slips/reprint-mark.ts';
import { registerFonts } from '../../printing/layout/fonts.ts';
import { isBlack, type OneBitPicture } from '../../printing/layout/one-bit-picture.ts';
import { paintSlip, textMeasure } from '../../printing/layout/paint-slip.ts';
import { slipContent } from '../../printing/layout/slip-content.ts';
import { layOutSlip } from '../../printing/layout/slip-layout.ts';
import { metricsFor } from '../../printing/layout/slip-metrics.ts';
import { paperOf } from '../../printing/layout/slip-sheet.ts';
import type { SlipDrawing } from '../../printing/layout/slip-page.ts';
import { wrapText } from '../../printing/layout/wrap-text.ts';
import { profileFor } from '../../printing/send-to-printer.ts';
import { LONGEST, ORDINARY, REPRINT, UNBROKEN } from './sample-slips.ts';

const WIDTHS = [80, 58] as const;

let measure: ReturnType<typeof textMeasure>;
beforeAll(() => {
  registerFonts();
  measure = textMeasure();
});

function lay(slip: ReceiptSlip, widthMm: 58 | 80, reprint?: ReprintMark): SlipDrawing {
  return layOutSlip(slipContent(slip, reprint), paperOf(profileFor(widthMm)), measure);
}

/** Black dots left of `left` and from `right` on. */
function inkOutside(picture: OneBitPicture, left: number, right: number): number {
  let dots = 0;
  for (let y = 0; y < picture.heightDots; y += 1) {
    for (let x = 0; x < picture.widthDots; x += 1) {
      if ((x < left || x >= right) && isBlack(picture, x, y)) dots += 1;
    }
  }
  return dots;
}

describe.each(WIDTHS)('on %i mm paper', (widthMm) => {
  test('the slip reads, line by line', () => {
    expect(`${lay(ORDINARY, widthMm).lines.join('\n')}\n`).toMatchSnapshot();
  });

  test.each([
    ['an ordinary slip', ORDINARY],
    ['the longest texts', LONGEST],
    ['a name without a space', UNBROKEN],
  ])('%s: no word leaves its column and no ink the margins', (_name, slip) => {
    const drawing = lay(slip, widthMm, REPRINT);
    for (const { text, style, x } of drawing.texts) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + measure(text, style), text).toBeLessThanOrEqual(drawing.widthDots);
    }
    // Marks and bowls may reach a dot or two beyond the advance of their letter.
    const margin = metricsFor(drawing.widthDots).marginDots - 2;
    expect(inkOutside(paintSlip(drawing), margin, drawing.widthDots - margin)).toBe(0);
  });

  test('long texts wrap: nothing is left out and the slip grows', () => {
    const said = lay(LONGEST, widthMm).lines.join(' ');
    for (const text of [LONGEST.applicantName, LONGEST.procedureName, LONGEST.applicantAddress]) {
      for (const word of text.split(' ')) expect(said).toContain(word);
    }
    expect(said).toContain('(40)');
    expect(lay(LONGEST, widthMm).heightDots).toBeGreaterThan(3 * lay(ORDINARY, widthMm).heightDots);
    expect(lay(UNBROKEN, widthMm).lines.join('')).toContain('Nguyễnthịhường');
  });

  test('each paper stands in a row of its own with its sheets', () => {
    const rows = lay(ORDINARY, widthMm).lines.filter((line) => /^\(\d+\)/.test(line));
    expect(rows).toEqual([
      '(1) | Tờ khai đăng ký khai sinh theo mẫu | 1 | –',
      '(2) | Giấy chứng sinh | 1 | –',
      '(3) | Giấy chứng nhận kết hôn của cha, mẹ | – | 1',
    ]);
  });

  test('the appointment is the largest thing on the slip but for the look-up code', () => {
    const sizes = lay(ORDINARY, widthMm).texts.map(({ text, style }) => ({ text, size: style.sizeDots }));
    const appointment = sizes.find(({ text }) => text === '05/05/2020');
    const others = sizes.filter(({ text }) => !/^(thứ|Ba,|05\/05\/2020|11|giờ|30)$/.test(text));
    const largest = Math.max(...others.filter(({ text }) => text !== ORDINARY.lookUpCode).map(({ size }) => size));
    expect(appointment?.size).toBeGreaterThan(largest);
  });

  test('the trial banner is white on black, at the head and at the foot', () => {
    const trial = lay({ ...ORDINARY, isTrial: true }, widthMm);
    const white = trial.texts.filter(({ isWhite }) => isWhite).map(({ text }) => text);
    expect(white.join(' ')).toBe('BẢN THỬ KHÔNG CÓ GIÁ TRỊ BẢN THỬ KHÔNG CÓ GIÁ TRỊ');
    expect(lay(ORDINARY, widthMm).texts.some(({ isWhite }) => isWhite)).toBe(false);
  });

  test('composed and decomposed letters print alike', () => {
    const decomposed = { ...ORDINARY, applicantName: ORDINARY.applicantName.normalize('NFD') };
    expect(lay(decomposed, widthMm)).toEqual(lay(ORDINARY, widthMm));
  });
});

describe('wrapping', () => {
  const style = { weight: 'regular', sizeDots: 20 } as const;
  const tenDotsALetter = (text: string) => text.length * 10;
  const wrap = (text: string, width: number) =>
    wrapText([{ text, style }], width, tenDotsALetter).map(({ pieces }) => pieces.map((piece) => piece.text));

  test('lines break at spaces', () => {
    expect(wrap('một hai ba', 70)).toEqual([['một', 'hai'], ['ba']]);
  });

  test('a line that is just full does not break', () => {
    expect(wrap('một hai', 70)).toEqual([['một', 'hai']]);
    expect(wrap('một hai', 69)).toEqual([['một'], ['hai']]);
  });

  test('a no-break space holds', () => {
    expect(wrap('là 03\u00a0ngày', 70)).toEqual([['là'], ['03\u00a0ngày']]);
  });

  test('a word too long for a line is broken between letters, never inside a letter with its marks', () => {
    expect(wrap('a bcdefgh', 40)).toEqual([['a'], ['bcde'], ['fgh']]);
    // g with a tilde has no composed form.
    expect(wrap('abg\u0303cd', 30)).toEqual([['ab'], ['g\u0303c'], ['d']]);
  });

  test('a letter wider than the line stands alone rather than being lost', () => {
    expect(wrap('ab', 5)).toEqual([['a'], ['b']]);
  });
});
