import type { ScanCode } from '../../domain/scan-code.ts';
// The default export on purpose: the named export `raw` is another function, of the same name only.
import bwipjs from 'bwip-js/node';
import type { Box } from './one-bit-picture.ts';

/** Width of the narrowest bar in dots: 0.375 mm, which a cheap camera still reads, or 0.25 mm, which a scanner does. */
const BAR_MODULES_DOTS = [3, 2] as const;
/** Sixteen digits in set C with start, check and stop. */
const BAR_MODULES = 123;
/** Side of a square of the QR code in dots: 0.75 mm. */
const QR_MODULE_DOTS = 6;
/** Blank around the QR code, in dots: 4 modules (ISO/IEC 18004). */
export const QR_QUIET_DOTS = 4 * QR_MODULE_DOTS;

/** A code as black boxes of whole dots, without its quiet zone. */
export type CodeSymbol = {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly boxes: readonly Box[];
};

/** The head is too narrow for bars that anything could read. */
export class TooNarrowError extends Error {
  override readonly name = 'TooNarrowError';
  readonly code = 'too-narrow';
}

/**
 * Code 128 of the sixteen digits, all in set C: 123 modules, 369 dots, or 246 on a head that has no room for these. Wants 10
 * modules of blank on both sides (ISO/IEC 15417): the layout gives it a row of its own, and the edge of the paper, which the
 * head does not reach, is the rest. Throws {@link TooNarrowError} below 246 dots.
 */
export function barsOf(code: ScanCode, size: { readonly heightDots: number; readonly roomDots: number }): CodeSymbol {
  const module = BAR_MODULES_DOTS.find((dots) => dots * BAR_MODULES <= size.roomDots);
  if (module === undefined) throw new TooNarrowError(`no room for bars in ${size.roomDots} dots`);
  const symbol = bwipjs.raw('code128', code, '')[0];
  if (!symbol || !('sbs' in symbol)) throw new TypeError('no bars for a scan code');
  const boxes: Box[] = [];
  let x = 0;
  for (const [index, modules] of symbol.sbs.entries()) {
    const width = modules * module;
    // Bars and spaces take turns, a bar first.
    if (index % 2 === 0) boxes.push({ x, y: 0, width, height: size.heightDots });
    x += width;
  }
  return { widthDots: x, heightDots: size.heightDots, boxes };
}

/** QR code of the sixteen digits, error correction M: 21 x 21 modules, 126 dots. */
export function qrOf(code: ScanCode): CodeSymbol {
  const symbol = bwipjs.raw('qrcode', code, 'eclevel=M')[0];
  if (!symbol || !('pixs' in symbol)) throw new TypeError('no QR code for a scan code');
  const { pixs, pixx, pixy } = symbol;
  const size = QR_MODULE_DOTS;
  const boxes = pixs.flatMap((pixel, index) =>
    pixel === 1 ? [{ x: (index % pixx) * size, y: Math.floor(index / pixx) * size, width: size, height: size }] : [],
  );
  return { widthDots: pixx * size, heightDots: pixy * size, boxes };
}
