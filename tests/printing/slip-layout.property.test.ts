import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Slip } from '../../domain/slips/slip.ts';
import { registerFonts } from '../../printing/layout/fonts.ts';
import { isBlack } from '../../printing/layout/one-bit-picture.ts';
import { paintSlip, textMeasure } from '../../printing/layout/paint-slip.ts';
import { slipContent } from '../../printing/layout/slip-content.ts';
import { layOutSlip } from '../../printing/layout/slip-layout.ts';
import type { SlipDrawing } from '../../printing/layout/slip-page.ts';
import { paperOf } from '../../printing/layout/slip-sheet.ts';
import { profileFor } from '../../printing/send-to-printer.ts';
import { SLIP_CASES } from './slip-cases.ts';
import { REPRINT } from './sample-slips.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 60);
console.log(`slip-layout.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

// Making a failure smaller draws slip after slip: half a minute of it is enough.
const SETTINGS = { numRuns, seed, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: true };

const HEADS = [
  { ...profileFor(80), widthDots: 576 },
  { ...profileFor(80), widthDots: 512 },
  { ...profileFor(80), widthDots: 420 },
  { ...profileFor(58), widthDots: 384 },
  { ...profileFor(58), widthDots: 360 },
];
const BLANK = 40;

let measure: ReturnType<typeof textMeasure>;
beforeAll(() => {
  registerFonts();
  measure = textMeasure();
});

const word = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('Nguyễn', 'Thị', 'Hường', 'đăng', 'ký', 'NGHIÊNG', 'Ữ', '-', '1.250.000', 'I'),
  },
  {
    weight: 2,
    arbitrary: fc.string({
      unit: fc.constantFrom(...Array.from('ẫựđỗyWmil/-.1')),
      minLength: 1,
      maxLength: 200,
      size: 'max',
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom('😀', '👨‍👩‍👧', '𠮷', '\u202ea', '\u0007', '\ud800', '漢字'.repeat(60)) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);
const text = fc.oneof(
  { weight: 9, arbitrary: fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '\n\t', '\u00a0') },
);

/** What people type, on any slip. */
const TYPED: ReadonlySet<string> = new Set(
  (
    'applicantName applicantAddress submitterName procedureName resultName clerkName name note receiverName signer ' +
    'postBill reason payerName book from to billNumber printerName'
  ).split(' '),
);

/** The same slip with other words wherever a person types: what the program writes stays. */
function withTexts(slip: Slip, texts: readonly string[]): Slip {
  let next = 0;
  const changed: Slip = JSON.parse(JSON.stringify(slip), (key, value: unknown) => {
    if (!TYPED.has(key) || typeof value !== 'string') return value;
    next += 1;
    return texts[next % texts.length];
  });
  return { ...changed, unit: slip.unit };
}

const given = fc.record({
  slip: fc.constantFrom(...SLIP_CASES.filter(({ name }) => !name.endsWith('longest')).map(({ slip }) => slip)),
  texts: fc.array(text, { minLength: 1, maxLength: 8 }),
  profile: fc.constantFrom(...HEADS),
});
type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

function lay({ slip, texts, profile }: Given): { readonly slip: Slip; readonly drawing: SlipDrawing } {
  const changed = withTexts(slip, texts);
  return { slip: changed, drawing: layOutSlip(slipContent(changed, REPRINT), paperOf(profile), measure) };
}

/** Black dots outside the paper, when there is room for them to be seen. */
function inkBeside({ widthDots, heightDots, texts, boxes, symbolBoxes, lines }: SlipDrawing): number {
  const picture = paintSlip({
    widthDots: widthDots + 2 * BLANK,
    heightDots: heightDots + 2 * BLANK,
    texts: texts.map((each) => ({ ...each, x: each.x + BLANK, baseline: each.baseline + BLANK })),
    boxes: boxes.map((box) => ({ ...box, x: box.x + BLANK, y: box.y + BLANK })),
    symbolBoxes: symbolBoxes.map((box) => ({ ...box, x: box.x + BLANK, y: box.y + BLANK })),
    lines,
  });
  let dots = 0;
  for (let y = 0; y < picture.heightDots; y += 1) {
    const isPaper = y >= BLANK && y < heightDots + BLANK;
    for (let x = 0; x < picture.widthDots; x += 1) {
      if (isPaper && x === BLANK) x += widthDots;
      if (isBlack(picture, x, y)) dots += 1;
    }
  }
  return dots;
}

/** Without white space and what parts cells: where a line breaks, even inside a word, does not matter. */
function letters(...said: readonly string[]): string {
  return said.join('').replace(/[\s|]+/gu, '');
}

function isOrdinary(typed: string): boolean {
  return (
    /^[\p{Script=Latin}\d./-]+$/u.test(typed) &&
    typed === typed.normalize('NFC') &&
    /^[\0-\u024f\u1e00-\u1eff]+$/u.test(typed)
  );
}

describe('whatever a person types', () => {
  test('nothing is drawn beside the paper, and no line is wider than it', () => {
    fc.assert(
      fc.property(given, (world) => {
        const { drawing } = lay(world);
        for (const { text: drawn, style, x } of drawing.texts) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + measure(drawn, style)).toBeLessThanOrEqual(drawing.widthDots);
        }
        expect(inkBeside(drawing)).toBe(0);
      }),
      SETTINGS,
    );
  });

  test('every word a person typed stands on the slip, and the lines say what is drawn', () => {
    fc.assert(
      fc.property(given, (world) => {
        const { slip, drawing } = lay(world);
        const lines = drawing.lines.filter((line) => !/^\[(?:Code 128|QR) \d{16}\]$/.test(line));
        expect(letters(...drawing.texts.map((drawn) => drawn.text))).toBe(letters(...lines));
        const said = letters(...lines);
        for (const typed of ALWAYS_SHOWN.map((key) => textOf(slip, key))) {
          for (const each of typed.split(/\s+/u).filter(isOrdinary)) expect(said).toContain(letters(each));
        }
      }),
      SETTINGS,
    );
  });
});

/** Members that are on every slip that has them. */
const ALWAYS_SHOWN = [
  'applicantName',
  'procedureName',
  'clerkName',
  'receiverName',
  'reason',
  'payerName',
  'printerName',
];

function textOf(slip: Slip, key: string): string {
  const value: unknown = Object.entries(slip).find(([name]) => name === key)?.[1];
  return typeof value === 'string' ? value : '';
}
