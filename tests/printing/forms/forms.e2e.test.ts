import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FormSheet } from '../../../domain/forms/form-sheet.ts';
import { TEST_SCAN_CODE } from '../../../domain/slips/test-slip.ts';
import { formPage } from '../../../printing/form-page.ts';
import { writeBundle } from '../../../scripts/build.ts';
import { projectRoot } from '../../../scripts/console.ts';
import { resolveRuntime, type Runtime } from '../../../scripts/runtime.ts';
import { ensureProgram } from '../../../scripts/system-packages.ts';
import type { FormJob } from './form-shell.ts';
import { SAMPLES, type SampleForm } from './sample-forms.ts';

const TOOLS = [
  { program: 'pdftoppm', debianPackage: 'poppler-utils' },
  { program: 'zbarimg', debianPackage: 'zbar-tools' },
  { program: 'tesseract', debianPackage: 'tesseract-ocr' },
];
/** In points, as Chromium rounds them. */
const SIZES = { A5: '420 x 594.96', A4: '594.96 x 841.92', 'A4-landscape': '841.92 x 594.96' } as const;
const GOLDEN = path.join(import.meta.dirname, 'golden');
const OUT = path.join(projectRoot, 'out/golden/forms');
const folder = mkdtempSync(path.join(os.tmpdir(), 'forms-'));
let runtime: Runtime;

beforeAll(async () => {
  for (const tool of TOOLS) ensureProgram(tool);
  if (!existsSync('/usr/share/tesseract-ocr/5/tessdata/vie.traineddata')) {
    // The language has no program of its own to be missed by.
    ensureProgram({ program: 'tesseract-with-vietnamese', debianPackage: 'tesseract-ocr-vie' });
  }
  runtime = await resolveRuntime();
  const main = path.join(folder, 'main.cjs');
  await writeBundle({ input: 'tests/printing/forms/form-shell.ts', file: main, format: 'cjs', target: 'node18' });
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "form-shell", "main": "main.cjs" }');
  const jobs: readonly FormJob[] = SAMPLES.map(({ name, sheet, reprint }) => ({ name, ...formPage(sheet, reprint) }));
  writeFileSync(path.join(folder, 'jobs.json'), JSON.stringify(jobs));
  const shell = spawn(runtime.bin, [...runtime.args, folder], {
    stdio: 'ignore',
    env: { ...process.env, ...runtime.env, FORM_JOBS: path.join(folder, 'jobs.json') },
  });
  const [exitCode] = await once(shell, 'exit');
  if (exitCode !== 0) throw new Error(`the shell ended with ${exitCode}`);
});

afterAll(() => {
  runtime.stop();
  rmSync(folder, { recursive: true, force: true });
});

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function pdfOf(name: string): string {
  return path.join(folder, `${name}.pdf`);
}

function pageCount(name: string): number {
  return Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', pdfOf(name)))?.[1]);
}

/** One page as a grey picture; answers its file. */
function pictureOf(name: string, page: number, dpi: number): string {
  const file = path.join(folder, `${name}-${page}-${dpi}`);
  const range = ['-f', String(page), '-l', String(page)];
  run('pdftoppm', '-r', String(dpi), '-gray', '-png', '-singlefile', ...range, pdfOf(name), file);
  return `${file}.png`;
}

type Grey = { readonly pixels: Uint8ClampedArray; readonly width: number; readonly height: number };

async function greyOf(file: string): Promise<Grey> {
  const image: Image = await loadImage(file);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  const rgba = context.getImageData(0, 0, width, height).data;
  return { pixels: Uint8ClampedArray.from({ length: width * height }, (_, i) => rgba[i * 4] ?? 255), width, height };
}

function readByLibrary({ pixels, width, height }: Grey, format: BarcodeFormat): string {
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, width, height)));
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [format]],
    [DecodeHintType.TRY_HARDER, true],
  ]);
  return new MultiFormatReader().decode(bitmap, hints).getText();
}

function readByZbar(file: string): readonly string[] {
  const found = run('zbarimg', '--quiet', '-Sdisable', '-Scode128.enable', '-Sqrcode.enable', file);
  return found.trim().split('\n').toSorted();
}

function codeOf(sheet: FormSheet): string | undefined {
  switch (sheet.template) {
    case 'form/receipt-slip/1':
      return sheet.received.scanCode;
    case 'form/intake-refusal/1':
      return sheet.refused.scanCode;
    case 'form/register-book/1':
    case 'form/batch-list/1':
    case 'form/procedure-notice/1':
    case 'form/procedure-list/1':
    case 'form/scanner-sheet/1':
      return undefined;
    default:
      return sheet.scanCode;
  }
}

/** The first page of each copy. */
function firstPages({ name, copies }: SampleForm): readonly number[] {
  return copies === 1 ? [1] : [1, pageCount(name) / 2 + 1];
}

function named(name: string): SampleForm {
  const sample = SAMPLES.find((each) => each.name === name);
  if (!sample) throw new Error(`no sample ${name}`);
  return sample;
}

describe.each(SAMPLES)('$name', (sample) => {
  const { name, sheet, pages } = sample;

  test('is on its paper, in as many pages as it should', () => {
    const info = run('pdfinfo', pdfOf(name));
    expect(info).toContain(`Page size:       ${SIZES[formPage(sheet).paper]}`);
    if (pages === 'several') expect(pageCount(name)).toBeGreaterThan(1);
    else expect(pageCount(name)).toBe(pages);
    expect(pageCount(name) % sample.copies).toBe(0);
  });

  test('has no letter of another font, and every font is in it', () => {
    const fonts = run('pdffonts', pdfOf(name)).split('\n').slice(2, -1);
    expect(fonts.length).toBeGreaterThan(2);
    // The numbers of the pages are Chromium's own, where it is too old to print them by the rules of the page.
    const others = fonts.filter((line) => !line.includes('+Tinos-'));
    expect(others.length).toBeLessThanOrEqual(sheet.template === 'form/register-book/1' ? 1 : 0);
    expect(fonts.filter((line) => !/ yes yes (?:yes|no) +\d+ +0$/u.test(line))).toEqual([]);
  });

  test('looks as it did', async () => {
    const [page = 1] = firstPages(sample).slice(-1);
    await expectGolden(name, pictureOf(name, page, GOLDEN_DPI));
  });
});

describe.each(SAMPLES.filter(({ sheet }) => codeOf(sheet) !== undefined))('the codes of $name', (sample) => {
  const code = codeOf(sample.sheet);

  test.each(sample.copies === 1 ? [1] : [1, 2])('are read back from copy %i by two readers', async (copy) => {
    const picture = pictureOf(sample.name, firstPages(sample)[copy - 1] ?? 0, 200);
    const grey = await greyOf(picture);
    expect(readByLibrary(grey, BarcodeFormat.CODE_128)).toBe(code);
    expect(readByLibrary(grey, BarcodeFormat.QR_CODE)).toBe(code);
    expect(readByZbar(picture)).toEqual([`CODE-128:${code}`, `QR-Code:${code}`]);
  });
});

describe('the picture read by a machine', () => {
  // Lines the office wrote, without what is for the pen.
  test.each(['2018-01-receipt-slip', '2018-03-intake-refusal', '2025-04-apology'])(
    '%s has no more than 2 in 100 wrong characters',
    (name) => {
      const body = bodyText(run('pdftotext', '-f', '1', '-l', '1', '-layout', pdfOf(name), '-'));
      const seen = run('tesseract', pictureOf(name, 1, 200), '-', '-l', 'vie', '--psm', '4');
      const missing = body.filter((line) => line.length > 0);
      const wrong = missing.reduce((sum, line) => sum + fewestWrong(line, squeezed(seen)), 0);
      const all = missing.reduce((sum, line) => sum + line.length, 0);
      expect(all).toBeGreaterThan(300);
      expect(wrong / all, `${wrong} of ${all}`).toBeLessThanOrEqual(0.02);
    },
  );
});

describe('what is longer than a page', () => {
  test('40 papers: the head of their table is on each page they are on, none is lost, and nobody signs on a page alone', () => {
    const { name } = named('receipt-slip-longest');
    const half = pageCount(name) / 2;
    const texts = Array.from({ length: half }, (_, i) => textOfPage(name, i + 1));
    const withPapers = texts.filter((text) => text.includes('có chứng thực chữ ký'));
    expect(withPapers.length).toBeGreaterThan(1);
    for (const text of withPapers) expect(text).toContain('Tên giấy tờ');
    const whole = texts.join('\n');
    for (let i = 1; i <= 40; i += 1) expect(whole).toContain(`(tờ thứ ${i})`);
    const signing = texts.find((text) => text.includes('NGƯỜI TIẾP NHẬN HỒ SƠ')) ?? '';
    expect(signing).toContain('Vào Sổ theo dõi hồ sơ');
    expect(signing).toContain('Nguyễn Thị Hoa');
  });

  test('a letter that fills its page: whoever signs has its last sentence above the name', () => {
    const overleaf = textOfPage('supplement-request-long', 2);
    expect(overleaf).toMatch(/^Trong quá trình hoàn thiện hồ sơ .* để được hướng dẫn\. NGƯỜI HƯỚNG DẪN/u);
  });

  test('a list of 60: the head is repeated, every line is whole, both sides sign below the last lines', () => {
    const { name } = named('batch-list-long');
    const texts = Array.from({ length: pageCount(name) / 2 }, (_, i) => textOfPage(name, i + 1));
    expect(texts.length).toBeGreaterThan(1);
    for (const text of texts) expect(text).toContain('Người đăng ký');
    expect(new Set(texts.join(' ').match(/200420-00\d\d/gu)).size).toBe(60);
    expect(texts.at(-1)).toContain('Tổng số: 60 hồ sơ');
    expect(texts.at(-1)).toContain('BÊN NHẬN BÀN GIAO');
  });

  test('the register: the head and the number of the page are on each', () => {
    const { name } = named('2018-register-book');
    const count = pageCount(name);
    for (let page = 1; page <= count; page += 1) {
      const text = textOfPage(name, page);
      expect(text).toContain('Ký nhận');
      expect(text).toContain(`Trang ${page}/${count}`);
    }
  });
});

test('the sheet for scanners has two codes that are read, and one that is too short', () => {
  const picture = pictureOf('scanner-sheet', 1, 200);
  expect(readByZbar(picture)).toEqual([
    `CODE-128:${TEST_SCAN_CODE}`,
    `CODE-128:${TEST_SCAN_CODE.slice(-8)}`,
    `QR-Code:${TEST_SCAN_CODE}`,
  ]);
});

test('a trial and a second copy say so in ink, and are read all the same', async () => {
  const plain = await greyOf(pictureOf('2018-01-receipt-slip', 1, 150));
  const trial = await greyOf(pictureOf('receipt-slip-trial-reprint', 1, 150));
  const greys = ({ pixels }: Grey): number => pixels.filter((level) => level > 208 && level < 212).length;
  expect(greys(trial)).toBeGreaterThan(5 * greys(plain));
  for (const page of [1, 2]) {
    const text = textOfPage('receipt-slip-trial-reprint', page);
    expect(text).toContain('BẢN IN LẦN 2 – 10 giờ 15 phút, ngày 29/04/2020 – Trần Văn Ưởng');
  }
});

function textOfPage(name: string, page: number): string {
  return squeezed(run('pdftotext', '-f', String(page), '-l', String(page), pdfOf(name), '-'));
}

function squeezed(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00a0]+/gu, ' ');
}

/** The lines below the title, one by one; what is in columns or dotted is left out. */
function bodyText(layout: string): readonly string[] {
  const lines = layout.normalize('NFC').split('\n');
  const from = lines.findIndex((line) => line.includes('(Liên 1'));
  return lines.slice(from + 1).flatMap((line) => {
    const text = line.trim().replace(/\u00a0/gu, ' ');
    return text.length < 12 || / {3,}|…|Email/u.test(text) ? [] : [text];
  });
}

/** Fewest single changes that make some stretch of `text` the same as `line`. */
function fewestWrong(line: string, text: string): number {
  let row = Array.from({ length: text.length + 1 }, () => 0);
  for (const [i, letter] of line.split('').entries()) {
    const next = [i + 1];
    for (let j = 1; j <= text.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (text[j - 1] === letter ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(...row);
}

/** Enough to see that something moved, small enough to keep. */
const GOLDEN_DPI = 50;
/** Pixels of a square that is compared as one, and how far it may have moved: rows round otherwise in another Chromium. */
const SQUARE = 4;
const SHIFT = 2;
/**
 * Levels of grey by which a square may differ, and the share of squares that may differ more. A Chromium of forty versions
 * later came to 0.004 at most; one line of text less comes to 0.02.
 */
const MOST_LEVELS = 40;
const MOST_SQUARES = 0.007;

/** Compares with the golden picture but for the lowest 10 mm, where a newer Chromium prints what the page is. */
async function expectGolden(name: string, file: string): Promise<void> {
  const golden = path.join(GOLDEN, `${name}.png`);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(golden, inFewGreys(await greyOf(file)));
    return;
  }
  const [was, is] = [await greyOf(golden), await greyOf(file)];
  expect([is.width, is.height]).toEqual([was.width, was.height]);
  const differing = differingShare(was, is);
  if (differing > MOST_SQUARES) {
    mkdirSync(OUT, { recursive: true });
    writeFileSync(path.join(OUT, `${name}.png`), readFileSync(file));
  }
  expect(differing, `differs from ${golden}: see ${OUT}; UPDATE_GOLDEN=1 takes it over`).toBeLessThanOrEqual(
    MOST_SQUARES,
  );
}

/** A PNG of a sixteenth of the greys: half the bytes. */
function inFewGreys({ pixels, width, height }: Grey): Uint8Array {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (const [i, level] of pixels.entries()) {
    image.data.fill(Math.round(level / 17) * 17, i * 4, i * 4 + 3);
    image.data[i * 4 + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas.toBuffer('image/png');
}

/** Of the squares of either picture, those that the other has nowhere near. */
function differingShare(a: Grey, b: Grey): number {
  return Math.max(shareMissing(a, b), shareMissing(b, a));
}

function shareMissing(of: Grey, from: Grey): number {
  const footPixels = Math.ceil((10 / 25.4) * GOLDEN_DPI);
  let squares = 0;
  let missing = 0;
  for (let y = SQUARE; y + 2 * SQUARE <= of.height - footPixels; y += SQUARE) {
    for (let x = SQUARE; x + 2 * SQUARE <= of.width; x += SQUARE) {
      squares += 1;
      if (!isNear(from, { x, y }, meanOf(of, x, y))) missing += 1;
    }
  }
  return missing / squares;
}

function isNear(grey: Grey, { x, y }: { readonly x: number; readonly y: number }, mean: number): boolean {
  for (let dy = -SHIFT; dy <= SHIFT; dy += 1) {
    for (let dx = -1; dx <= 1; dx += 1) {
      if (Math.abs(meanOf(grey, x + dx, y + dy) - mean) <= MOST_LEVELS) return true;
    }
  }
  return false;
}

function meanOf({ pixels, width }: Grey, left: number, top: number): number {
  let sum = 0;
  for (let y = top; y < top + SQUARE; y += 1) {
    for (let x = left; x < left + SQUARE; x += 1) sum += pixels[y * width + x] ?? 255;
  }
  return sum / SQUARE ** 2;
}
