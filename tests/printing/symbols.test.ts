import { describe, expect, test } from 'vitest';
import { makeScanCode, type ScanCode } from '../../domain/scan-code.ts';
import { registerFonts } from '../../printing/layout/fonts.ts';
import { type Box, isBlack, type OneBitPicture } from '../../printing/layout/one-bit-picture.ts';
import { paintSlip, textMeasure } from '../../printing/layout/paint-slip.ts';
import { slipContent } from '../../printing/layout/slip-content.ts';
import { layOutSlip } from '../../printing/layout/slip-layout.ts';
import { paperOf } from '../../printing/layout/slip-sheet.ts';
import { barsOf, type CodeSymbol, qrOf, TooNarrowError } from '../../printing/layout/symbols.ts';
import { profileFor } from '../../printing/send-to-printer.ts';
import { ORDINARY, REPRINT } from './sample-slips.ts';

const CODES: readonly ScanCode[] = [1, 42, 9_999, 99_999].map((runningNumber) =>
  makeScanCode({ unitCode: '08305', station: 12, yearOfCentury: 26, runningNumber }),
);

test.each(CODES)('the bars of %s are 123 modules of 3 dots: all sixteen digits in pairs', (code) => {
  const bars = barsOf(code, { heightDots: 80, roomDots: 384 });
  expect(bars.widthDots).toBe(369);
  const edges = bars.boxes.flatMap(({ x, width }) => [x, x + width]);
  expect(edges.every((edge) => edge % 3 === 0)).toBe(true);
  expect(Math.min(...bars.boxes.map(({ width }) => width))).toBe(3);
});

test('a head without room for bars of 3 dots gets whole bars of 2; below that none are drawn', () => {
  const [code] = CODES;
  if (code === undefined) throw new RangeError('there are codes');
  const narrow = barsOf(code, { heightDots: 80, roomDots: 368 });
  expect(narrow.widthDots).toBe(246);
  expect(narrow.boxes.every(({ x, width }) => x % 2 === 0 && width % 2 === 0)).toBe(true);
  expect(() => barsOf(code, { heightDots: 80, roomDots: 245 })).toThrow(TooNarrowError);
});

test.each(CODES)('the QR code of %s is 21 squares of 6 dots wide', (code) => {
  const qr = qrOf(code);
  expect([qr.widthDots, qr.heightDots]).toEqual([126, 126]);
  expect(qr.boxes.every(({ width, height }) => width === 6 && height === 6)).toBe(true);
});

describe.each([80, 58] as const)('on %i mm paper, with every mark a slip can bear', (widthMm) => {
  registerFonts();
  const content = slipContent({ ...ORDINARY, isTrial: true }, REPRINT);
  const drawing = layOutSlip(content, paperOf(profileFor(widthMm)), textMeasure());
  const picture = paintSlip(drawing);

  test('both codes are on paper dot by dot, and nothing runs into the blank around them', () => {
    const bars = barsOf(ORDINARY.scanCode, { heightDots: 0, roomDots: drawing.widthDots });
    const around = boundsOf(drawing.symbolBoxes.slice(0, bars.boxes.length));
    const quiet = { x: 30, y: 2 };
    expect(around.width).toBe(369);
    expect(inkIn(picture, grown(around, quiet))).toBe(areaOf(bars, around.height));

    const qr = qrOf(ORDINARY.scanCode);
    const square = boundsOf(drawing.symbolBoxes.slice(bars.boxes.length));
    expect(inkIn(picture, grown(square, { x: 24, y: 24 }))).toBe(qr.boxes.length * 36);
  });
});

function boundsOf(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

function grown(box: Box, by: { readonly x: number; readonly y: number }): Box {
  return { x: box.x - by.x, y: box.y - by.y, width: box.width + 2 * by.x, height: box.height + 2 * by.y };
}

/** Black dots of a box; what lies beyond the head is the blank edge of the paper. */
function inkIn(picture: OneBitPicture, box: Box): number {
  let dots = 0;
  for (let y = box.y; y < box.y + box.height; y += 1) {
    for (let x = Math.max(0, box.x); x < Math.min(picture.widthDots, box.x + box.width); x += 1) {
      if (isBlack(picture, x, y)) dots += 1;
    }
  }
  return dots;
}

function areaOf(bars: CodeSymbol, heightDots: number): number {
  return bars.boxes.reduce((sum, { width }) => sum + width * heightDots, 0);
}
