import { BarcodeFormat } from '@zxing/library';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerFonts } from '../../printing/layout/fonts.ts';
import type { Box } from '../../printing/layout/one-bit-picture.ts';
import { textMeasure } from '../../printing/layout/paint-slip.ts';
import { slipContent } from '../../printing/layout/slip-content.ts';
import { layOutSlip } from '../../printing/layout/slip-layout.ts';
import type { DrawnText, SlipDrawing } from '../../printing/layout/slip-page.ts';
import { paperOf } from '../../printing/layout/slip-sheet.ts';
import { type PrinterProfile, profileFor } from '../../printing/send-to-printer.ts';
import { type SlipRenderer, startSlipRenderer } from '../../printing/slip-artifact.ts';
import { EscposDecoder } from '../../printing/virtual-printer/escpos-decoder.ts';
import { ensureProgram, isRoot, MissingPackagesError } from '../../scripts/system-packages.ts';
import { editDistance, type GreyPaper, greymapOf, onPaper, readByLibrary } from './read-back.ts';
import { ORDINARY } from './sample-slips.ts';
import { SLIP_CASES, type SlipCase } from './slip-cases.ts';

/** Wrong characters that body text may have, of all its characters. */
const MOST_WRONG = 0.02;
/** Tesseract wants letters about 30 pixels high. */
const SCALE = 2;

let renderer: SlipRenderer;
let measure: ReturnType<typeof textMeasure>;
const worst = { wrong: 0, name: '' };

beforeAll(() => {
  ensureProgram({ program: 'zbarimg', debianPackage: 'zbar-tools' });
  ensureProgram({ program: 'tesseract', debianPackage: 'tesseract-ocr' });
  ensureVietnamese();
  registerFonts();
  measure = textMeasure();
  renderer = startSlipRenderer();
});

afterAll(async () => {
  await renderer.close();
  console.log(`read-back: at worst ${(100 * worst.wrong).toFixed(2)} % of the characters wrong (${worst.name})`);
});

/** The words of a language come in a package without a program. */
function ensureVietnamese(): void {
  const knows = () => run('tesseract', ['--list-langs']).includes('vie');
  if (knows()) return;
  if (isRoot()) run('apt-get', ['install', '-y', '--no-install-recommends', 'tesseract-ocr-vie']);
  if (!knows()) throw new MissingPackagesError('Run:  sudo apt-get install tesseract-ocr-vie');
}

function run(program: string, args: readonly string[], input: Uint8Array = new Uint8Array()): string {
  // One thread: two of them wait for each other on a machine that does something else too.
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  return spawnSync(program, args, { input, env, encoding: 'utf8', maxBuffer: 1 << 24 }).stdout;
}

/** What comes out of a printer that is sent the job of this slip. */
async function print({ slip, reprint }: SlipCase, profile: PrinterProfile): Promise<GreyPaper> {
  const { bytes } = await renderer.render({ slip, profile, ...(reprint ? { reprint } : {}) });
  const decoder = new EscposDecoder();
  const slips = [...decoder.push(bytes), ...decoder.end()].filter((act) => act.kind === 'slip');
  const [only] = slips;
  if (!only || slips.length > 1) throw new RangeError(`${slips.length} slips of one job`);
  return onPaper(only.picture, profile.paperWidthMm);
}

function codeOf({ slip, reprint }: SlipCase): string | undefined {
  return slipContent(slip, reprint).find((block) => block.kind === 'bars')?.code;
}

function readByZbar(paper: GreyPaper): readonly string[] {
  return run('zbarimg', ['--quiet', '-'], greymapOf(paper)).trim().split('\n').sort();
}

describe.each([80, 58] as const)('what came out on %i mm paper', (widthMm) => {
  const profile = profileFor(widthMm);

  const withCode = SLIP_CASES.filter((slipCase) => codeOf(slipCase) !== undefined);
  test.each(withCode)('$name: both codes are read by the library of the screen and by zbar', async (slipCase) => {
    const code = codeOf(slipCase);
    const paper = await print(slipCase, profile);
    expect(readByLibrary(paper, BarcodeFormat.CODE_128)).toBe(code);
    expect(readByLibrary(paper, BarcodeFormat.QR_CODE)).toBe(code);
    expect(readByZbar(paper)).toEqual([`CODE-128:${code}`, `QR-Code:${code}`]);
  });

  // The page for testing has rows of letters that no dictionary helps with.
  const worded = SLIP_CASES.filter(({ name }) => name !== 'test');
  test.each(worded)('$name: at most 2 % of its text is read wrong', async (slipCase) => {
    const { name, slip, reprint } = slipCase;
    const drawing = layOutSlip(slipContent(slip, reprint), paperOf(profile), measure);
    const lines = bodyLines(drawing);
    const said = plain(lines.map((line) => line.map(({ text }) => text).join(' ')).join(' '));
    const body = greymapOf(onlyBody(await print(slipCase, profile), drawing, lines), SCALE);
    const read = plain(run('tesseract', ['-', '-', '-l', 'vie', '--psm', '6', '--dpi', String(203 * SCALE)], body));
    const wrong = editDistance(said, read) / said.length;
    if (wrong > worst.wrong) Object.assign(worst, { wrong, name: `${name}, ${widthMm} mm, ${said.length} characters` });
    expect(wrong, `read: ${read}`).toBeLessThanOrEqual(MOST_WRONG);
  });
});

test.each([
  { widthMm: 80, widthDots: 512 },
  { widthMm: 58, widthDots: 360 },
] as const)(
  'both codes are read off a head of $widthDots dots for $widthMm mm paper',
  async ({ widthMm, widthDots }) => {
    const slipCase: SlipCase = { name: 'receipt', slip: ORDINARY };
    const paper = await print(slipCase, { ...profileFor(widthMm), widthDots });
    expect(readByLibrary(paper, BarcodeFormat.CODE_128)).toBe(ORDINARY.scanCode);
    expect(readByLibrary(paper, BarcodeFormat.QR_CODE)).toBe(ORDINARY.scanCode);
    expect(readByZbar(paper)).toEqual([`CODE-128:${ORDINARY.scanCode}`, `QR-Code:${ORDINARY.scanCode}`]);
  },
);

/** A dash is a dash to a reader, however long. */
function plain(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\p{Pd}/gu, '-')
    .trim();
}

/** Lines with a small letter in them. Those in capitals are headings: heavy strokes that lose their marks in any reader. */
function bodyLines(drawing: SlipDrawing): readonly (readonly DrawnText[])[] {
  const byBaseline = new Map<number, DrawnText[]>();
  for (const text of drawing.texts) {
    byBaseline.set(text.baseline, [...(byBaseline.get(text.baseline) ?? []), text]);
  }
  return [...byBaseline.values()]
    .filter((line) => line.some(({ text, isWhite }) => !isWhite && /\p{Ll}/u.test(text)))
    .map((line) => line.toSorted((a, b) => a.x - b.x));
}

/** The same paper with nothing on it but these lines: no heading, no symbol, no frame. */
function onlyBody(paper: GreyPaper, drawing: SlipDrawing, lines: readonly (readonly DrawnText[])[]): GreyPaper {
  const left = Math.floor((paper.width - drawing.widthDots) / 2);
  const grey = new Uint8ClampedArray(paper.grey.length).fill(255);
  for (const line of lines) {
    const size = Math.max(...line.map(({ style }) => style.sizeDots));
    const baseline = line[0]?.baseline ?? 0;
    const from = Math.round(baseline - size * 1.03) * paper.width;
    grey.set(paper.grey.subarray(from, Math.round(baseline + size * 0.27) * paper.width), from);
  }
  const body = { ...paper, grey };
  for (const box of [...drawing.boxes, ...drawing.symbolBoxes]) whiten(body, { ...box, x: box.x + left });
  return body;
}

function whiten({ grey, width }: GreyPaper, box: Box): void {
  for (let y = box.y; y < box.y + box.height; y += 1) {
    grey.fill(255, y * width + box.x, y * width + box.x + box.width);
  }
}
