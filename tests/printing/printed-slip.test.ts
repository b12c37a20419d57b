import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { ReceiptSlip, ReprintMark } from '../../domain/receipt-slip.ts';
import { isBlack, type OneBitPicture } from '../../printing/layout/one-bit-picture.ts';
import {
  pngOf,
  profileFor,
  type SlipArtifact,
  type SlipRenderer,
  startSlipRenderer,
} from '../../printing/slip-artifact.ts';
import { sendToPrinter } from '../../printing/tcp-printer.ts';
import {
  type PrintedSlip,
  startVirtualPrinter,
  type UnknownByteError,
  type VirtualPrinter,
} from '../../printing/virtual-printer.ts';
import { LONGEST, ORDINARY, REPRINT } from './sample-slips.ts';

let renderer: SlipRenderer;
let printer: VirtualPrinter;
let folder: string;
const badJobs: UnknownByteError[] = [];
let takePaper: (slip: PrintedSlip) => void = () => undefined;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const wasmBinary = Uint8Array.from(await readFile(wasm)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  folder = await mkdtemp(join(tmpdir(), 'printed-'));
  renderer = startSlipRenderer();
  printer = await startVirtualPrinter({
    port: 0,
    folder,
    onSlip: (slip) => takePaper(slip),
    onBadJob: (error) => badJobs.push(error),
  });
});

afterAll(async () => {
  await printer.close();
  await renderer.close();
  await rm(folder, { recursive: true });
});

/** Renders, sends over TCP, and waits for the paper. */
async function print(
  slip: ReceiptSlip,
  widthMm: 58 | 80,
  reprint?: ReprintMark,
): Promise<{ artifact: SlipArtifact; paper: PrintedSlip }> {
  const artifact = await renderer.render({ slip, profile: profileFor(widthMm), ...(reprint ? { reprint } : {}) });
  const paper = new Promise<PrintedSlip>((resolve) => {
    takePaper = resolve;
  });
  const outcome = await sendToPrinter({ host: printer.host, port: printer.port, bytes: artifact.bytes });
  expect(outcome).toEqual({ kind: 'confirmed' });
  return { artifact, paper: await paper };
}

/** The slip as a camera sees it: on its paper, whose edges the head does not reach. */
function onPaper(picture: OneBitPicture, widthMm: 58 | 80): { grey: Uint8ClampedArray; width: number; height: number } {
  const width = widthMm * 8;
  const left = Math.floor((width - picture.widthDots) / 2);
  const grey = new Uint8ClampedArray(width * picture.heightDots).fill(255);
  for (let y = 0; y < picture.heightDots; y += 1) {
    for (let x = 0; x < picture.widthDots; x += 1) if (isBlack(picture, x, y)) grey[y * width + left + x] = 0;
  }
  return { grey, width, height: picture.heightDots };
}

function readByLibrary(picture: OneBitPicture, widthMm: 58 | 80, format: BarcodeFormat): string {
  const { grey, width, height } = onPaper(picture, widthMm);
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height)));
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [format]],
    [DecodeHintType.TRY_HARDER, true],
  ]);
  return new MultiFormatReader().decode(bitmap, hints).getText();
}

async function readByWasm(png: Uint8Array): Promise<readonly string[]> {
  const found = await readBarcodes(png, { formats: ['Code128', 'QRCode'], tryHarder: true });
  return found.map(({ format, text }) => `${format} ${text}`).sort();
}

describe.each([80, 58] as const)('a slip that came out of the printer on %i mm paper', (widthMm) => {
  test.each([
    ['ordinary', ORDINARY, undefined],
    ['longest', LONGEST, undefined],
    ['trial, printed again', { ...ORDINARY, isTrial: true }, REPRINT],
  ])('%s: bit for bit what was rendered, and both codes read back by two readers', async (_name, slip, reprint) => {
    const { artifact, paper } = await print(slip, widthMm, reprint);
    expect(paper.isCut).toBe(widthMm === 80);
    expect([paper.widthDots, paper.heightDots]).toEqual([artifact.widthDots, artifact.heightDots]);
    expect(Buffer.from(paper.raster).equals(artifact.raster)).toBe(true);
    expect(readByLibrary(paper, widthMm, BarcodeFormat.CODE_128)).toBe(slip.scanCode);
    expect(readByLibrary(paper, widthMm, BarcodeFormat.QR_CODE)).toBe(slip.scanCode);
    expect(await readByWasm(paper.png)).toEqual([`Code128 ${slip.scanCode}`, `QRCode ${slip.scanCode}`]);
  });

  test('trial and copy marks are ink, not only data', async () => {
    const heights = await Promise.all(
      [{ slip: ORDINARY }, { slip: { ...ORDINARY, isTrial: true } }, { slip: ORDINARY, reprint: REPRINT }].map(
        async (request) => (await renderer.render({ ...request, profile: profileFor(widthMm) })).heightDots,
      ),
    );
    expect(heights[1]).toBeGreaterThan(heights[0] ?? 0);
    expect(heights[2]).toBeGreaterThan(heights[0] ?? 0);
  });
});

describe('the print job', () => {
  test('its hash is of its bytes, and the same slip gives the same bytes', async () => {
    const request = { slip: ORDINARY, profile: profileFor(80) };
    const [first, second] = await Promise.all([renderer.render(request), renderer.render(request)]);
    expect(first.sha256).toBe(createHash('sha256').update(first.bytes).digest('hex'));
    expect(second.sha256).toBe(first.sha256);
    expect(first.fontVersion).toMatch(/^noto-sans-[0-9a-f]{12}$/);
  });

  test('holds nothing a printer would obey in the middle of raster data', async () => {
    const { raster } = await renderer.render({ slip: LONGEST, profile: profileFor(80) });
    const pairs = raster.filter((byte, at) => byte === 0x10 && [0x04, 0x05, 0x14].includes(raster[at + 1] ?? 0));
    expect(pairs).toHaveLength(0);
  });

  test('after a broken job the next slip still comes out whole', async () => {
    const profile = profileFor(80);
    const { bytes, raster } = await renderer.render({ slip: ORDINARY, profile });
    const paper = new Promise<PrintedSlip>((resolve) => {
      takePaper = resolve;
    });
    const { host, port } = printer;
    expect(await sendToPrinter({ host, port, bytes, afterBrokenJob: profile })).toEqual({ kind: 'confirmed' });
    expect(Buffer.from((await paper).raster).equals(raster)).toBe(true);
  });

  test('with a byte the printer does not know is cut off and reported, never confirmed', async () => {
    const { bytes } = await renderer.render({ slip: ORDINARY, profile: profileFor(80) });
    const spoiled = Uint8Array.from(bytes);
    spoiled[2] = 0x58;
    const outcome = await sendToPrinter({ host: printer.host, port: printer.port, bytes: spoiled });
    expect(outcome.kind).toBe('unknown');
    expect(badJobs.map(({ offset, byte }) => [offset, byte])).toEqual([[2, 0x58]]);
  });
});

describe('the picture', () => {
  test('of a job that breaks off shows what was printed until then', async () => {
    const { bytes, raster } = await renderer.render({ slip: ORDINARY, profile: profileFor(80) });
    const paper = new Promise<PrintedSlip>((resolve) => {
      takePaper = resolve;
    });
    const sender = connect(printer.port, printer.host);
    sender.end(bytes.subarray(0, 50_000));
    const { isCut, raster: printed } = await paper;
    expect(isCut).toBe(false);
    expect(printed.length).toBe(5 * 128 * 72);
    expect(Buffer.from(printed).equals(raster.subarray(0, printed.length))).toBe(true);
    sender.destroy();
  });

  test('every slip is saved as the PNG that was handed over', async () => {
    const { paper } = await print(ORDINARY, 80);
    const file = paper.file ?? '';
    expect(await readdir(folder)).toContain(file.slice(folder.length + 1));
    expect(Buffer.from(paper.png).equals(await readFile(file))).toBe(true);
  });

  test('a PNG is as wide as its dots, even when they do not fill the last byte', async () => {
    const picture = { widthDots: 30, heightDots: 2, raster: new Uint8Array(8).fill(0xf0) };
    const header = Buffer.from(pngOf(picture)).subarray(16, 24);
    expect([header.readUInt32BE(0), header.readUInt32BE(4)]).toEqual([30, 2]);
  });
});
