import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { bytesPerRow, type OneBitPicture } from '../../printing/layout/one-bit-picture.ts';
import { pngOf } from '../../printing/layout/png.ts';

const GOLDEN = new URL('./golden/', import.meta.url);
const OUT = new URL('../../out/golden/', import.meta.url);
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';

/**
 * Undefined when the picture is its golden image, dot for dot; else a sentence with the files that show where it is not.
 * With UPDATE_GOLDEN=1 the golden image becomes what was drawn.
 */
export function differenceFromGolden(name: string, actual: OneBitPicture): string | undefined {
  const file = new URL(`${name}.png`, GOLDEN);
  const golden = existsSync(file) ? readGolden(readFileSync(file)) : undefined;
  if (golden && sameAs(golden, actual)) return undefined;
  if (isUpdate) {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(file, pngOf(actual));
    return undefined;
  }
  mkdirSync(OUT, { recursive: true });
  const drawn = new URL(`${name}.actual.png`, OUT);
  writeFileSync(drawn, pngOf(actual));
  if (!golden) return `no golden image of ${name}; drawn: ${fileURLToPath(drawn)}`;
  const difference = new URL(`${name}.diff.png`, OUT);
  writeFileSync(difference, pngOf(differing(golden, actual)));
  return `${name} is not its golden image; drawn: ${fileURLToPath(drawn)}, difference: ${fileURLToPath(difference)}`;
}

function sameAs(a: OneBitPicture, b: OneBitPicture): boolean {
  return a.widthDots === b.widthDots && a.heightDots === b.heightDots && Buffer.from(a.raster).equals(b.raster);
}

/** Black where the two differ, and where only one of them has paper. */
function differing(a: OneBitPicture, b: OneBitPicture): OneBitPicture {
  const widthDots = Math.max(a.widthDots, b.widthDots);
  const heightDots = Math.max(a.heightDots, b.heightDots);
  const stride = bytesPerRow(widthDots);
  const raster = new Uint8Array(stride * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < stride; x += 1) raster[y * stride + x] = (byteOf(a, x, y) ^ byteOf(b, x, y)) & 0xff;
  }
  return { widthDots, heightDots, raster };
}

function byteOf(picture: OneBitPicture, x: number, y: number): number {
  const stride = bytesPerRow(picture.widthDots);
  return x < stride && y < picture.heightDots ? (picture.raster[y * stride + x] ?? 0) : ~0;
}

/** Reads what {@link pngOf} writes, and nothing else. */
function readGolden(png: Buffer): OneBitPicture {
  const widthDots = png.readUInt32BE(16);
  const heightDots = png.readUInt32BE(20);
  const stride = bytesPerRow(widthDots);
  const rows = inflateSync(dataOf(png));
  const raster = new Uint8Array(stride * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    const from = y * (stride + 1) + 1;
    if (rows[from - 1] !== 0) throw new TypeError('a golden image that this program did not write');
    raster.set(
      rows.subarray(from, from + stride).map((byte) => ~byte & 0xff),
      y * stride,
    );
  }
  return { widthDots, heightDots, raster };
}

function dataOf(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const isData = png.toString('latin1', at + 4, at + 8) === 'IDAT';
    if (isData) parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  return Buffer.concat(parts);
}
