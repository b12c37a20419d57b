import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { isBlack, type OneBitPicture } from '../../printing/layout/one-bit-picture.ts';

/** A slip as a camera sees it, one byte a pixel: on its paper, whose edges the head does not reach. */
export type GreyPaper = { readonly grey: Uint8ClampedArray; readonly width: number; readonly height: number };

export function onPaper(picture: OneBitPicture, paperWidthMm: 58 | 80): GreyPaper {
  const width = paperWidthMm * 8;
  const left = Math.floor((width - picture.widthDots) / 2);
  const grey = new Uint8ClampedArray(width * picture.heightDots).fill(255);
  for (let y = 0; y < picture.heightDots; y += 1) {
    for (let x = 0; x < picture.widthDots; x += 1) if (isBlack(picture, x, y)) grey[y * width + left + x] = 0;
  }
  return { grey, width, height: picture.heightDots };
}

/** What the screen's library reads. Throws where it finds nothing. */
export function readByLibrary({ grey, width, height }: GreyPaper, format: BarcodeFormat): string {
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height)));
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [format]],
    [DecodeHintType.TRY_HARDER, true],
  ]);
  return new MultiFormatReader().decode(bitmap, hints).getText();
}

/** A portable greymap: every program that looks at pictures reads it. Each dot becomes `scale` x `scale` pixels. */
export function greymapOf({ grey, width, height }: GreyPaper, scale = 1): Uint8Array {
  const head = Buffer.from(`P5 ${width * scale} ${height * scale} 255\n`, 'latin1');
  const rows: Uint8Array[] = [head];
  for (let y = 0; y < height; y += 1) {
    const row = new Uint8Array(width * scale);
    for (let x = 0; x < row.length; x += 1) row[x] = grey[y * width + Math.floor(x / scale)] ?? 255;
    for (let copy = 0; copy < scale; copy += 1) rows.push(row);
  }
  return Buffer.concat(rows);
}

/** The least number of letters to put in, take out or change (Levenshtein). */
export function editDistance(from: string, to: string): number {
  const [a, b] = [Array.from(from), Array.from(to)];
  let row = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of a.entries()) {
    const next = new Uint32Array(b.length + 1);
    next[0] = i + 1;
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
      next[j] = Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
