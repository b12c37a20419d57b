import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** What was printed: one bit a dot, most significant first, 1 = black, rows padded to bytes. */
export type PrintedPicture = {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly raster: Uint8Array;
};

export type SymbolsRead = { readonly code128: string; readonly qr: string };

/** Reads the bars and the QR off a printed picture with the reader the counter itself uses. */
export function readWithZxing(picture: PrintedPicture): SymbolsRead {
  return { code128: readOne(picture, BarcodeFormat.CODE_128), qr: readOne(picture, BarcodeFormat.QR_CODE) };
}

function readOne(picture: PrintedPicture, format: BarcodeFormat): string {
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [format]],
    [DecodeHintType.TRY_HARDER, true],
  ]);
  const source = new RGBLuminanceSource(new Uint8ClampedArray(greyOf(picture)), picture.widthDots, picture.heightDots);
  return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source)), hints).getText();
}

/** The same with an independent reader. */
export async function readWithZxingWasm(picture: PrintedPicture): Promise<SymbolsRead> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer },
    fireImmediately: true,
  });
  const grey = greyOf(picture);
  const rgba = new Uint8ClampedArray(grey.length * 4);
  grey.forEach((value, i) => rgba.set([value, value, value, 255], i * 4));
  const image = { data: rgba, width: picture.widthDots, height: picture.heightDots, colorSpace: 'srgb' as const };
  const found = await readBarcodes(image, { formats: ['Code128', 'QRCode'], tryHarder: true });
  const text = (format: string) => found.find((symbol) => symbol.format === format)?.text ?? '';
  return { code128: text('Code128'), qr: text('QRCode') };
}

export function greyOf({ widthDots, heightDots, raster }: PrintedPicture): Uint8Array {
  const rowBytes = Math.ceil(widthDots / 8);
  const grey = new Uint8Array(widthDots * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const byte = raster[y * rowBytes + (x >> 3)] ?? 0;
      grey[y * widthDots + x] = (byte >> (7 - (x & 7))) & 1 ? 0 : 255;
    }
  }
  return grey;
}
