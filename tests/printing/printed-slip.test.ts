import { BarcodeFormat } from '@zxing/library';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { ReceiptSlip } from '../../domain/slips/receipt-slip.ts';
import type { ReprintMark } from '../../domain/slips/reprint-mark.ts';
import {
  FONT_VERSION,
  pngOf,
  type SlipArtifact,
  type SlipRenderer,
  startSlipRenderer,
} from '../../printing/slip-artifact.ts';
import { type PrinterAddress, profileFor, sendToPrinter } from '../../printing/send-to-printer.ts';
import {
  type PrintedSlip,
  startVirtualPrinter,
  type UnknownByteError,
  type VirtualPrinter,
} from '../../printing/virtual-printer.ts';
import { onPaper, readByLibrary } from './read-back.ts';
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

function addressOf({ host, port }: VirtualPrinter): PrinterAddress {
  return { kind: 'tcp', host, port };
}

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
  const outcome = await sendToPrinter({
    address: addressOf(printer),
    profile: profileFor(widthMm),
    bytes: artifact.bytes,
  });
  expect(outcome).toEqual({ kind: 'confirmed' });
  return { artifact, paper: await paper };
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
    expect(readByLibrary(onPaper(paper, widthMm), BarcodeFormat.CODE_128)).toBe(slip.scanCode);
    expect(readByLibrary(onPaper(paper, widthMm), BarcodeFormat.QR_CODE)).toBe(slip.scanCode);
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
    expect(first.fontVersion).toBe(FONT_VERSION);
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
    const address = addressOf(printer);
    expect(await sendToPrinter({ address, profile, bytes, afterBrokenJob: true })).toEqual({ kind: 'confirmed' });
    expect(Buffer.from((await paper).raster).equals(raster)).toBe(true);
  });

  test('with a byte the printer does not know is cut off and reported, never confirmed', async () => {
    const { bytes } = await renderer.render({ slip: ORDINARY, profile: profileFor(80) });
    const spoiled = Uint8Array.from(bytes);
    spoiled[2] = 0x58;
    const outcome = await sendToPrinter({ address: addressOf(printer), profile: profileFor(80), bytes: spoiled });
    expect(outcome.kind).toBe('unknown');
    expect(badJobs.map(({ byte }) => byte)).toEqual([0x58]);
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
