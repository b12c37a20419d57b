import { beforeAll, describe, expect, test } from 'vitest';
import { registerFonts } from '../../printing/layout/fonts.ts';
import { paintSlip, textMeasure } from '../../printing/layout/paint-slip.ts';
import { slipContent } from '../../printing/layout/slip-content.ts';
import { layOutSlip } from '../../printing/layout/slip-layout.ts';
import { paperOf } from '../../printing/layout/slip-sheet.ts';
import { profileFor, profileOf } from '../../printing/send-to-printer.ts';
import { differenceFromGolden } from './golden-image.ts';
import { SLIP_CASES } from './slip-cases.ts';

let measure: ReturnType<typeof textMeasure>;
beforeAll(() => {
  registerFonts();
  measure = textMeasure();
});

describe.each([80, 58] as const)('on %i mm paper', (widthMm) => {
  test.each(SLIP_CASES)('$name is drawn as its golden image, dot for dot', ({ name, slip, reprint }) => {
    const drawing = layOutSlip(slipContent(slip, reprint), paperOf(profileFor(widthMm)), measure);
    expect(differenceFromGolden(`${name}-${widthMm}`, paintSlip(drawing))).toBeUndefined();
  });
});

test('a head narrower than its paper is filled to its last dot and no further', () => {
  const slip = SLIP_CASES.at(-1)?.slip;
  if (!slip) throw new RangeError('there is a test slip');
  const coarse = layOutSlip(slipContent(slip), paperOf(profileOf('epson-tm-180dpi')), measure);
  expect(differenceFromGolden('test-512-dots', paintSlip(coarse))).toBeUndefined();
  const narrow = layOutSlip(slipContent(slip), paperOf({ ...profileFor(58), widthDots: 360 }), measure);
  expect(differenceFromGolden('test-360-dots', paintSlip(narrow))).toBeUndefined();
});
