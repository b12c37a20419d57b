/** Reads what symbols stand in a picture, as text. None: nothing was found. */
export type FrameReader = (frame: HTMLCanvasElement) => Promise<readonly string[]>;

/** Papers beside a slip may carry codes of their own. */
const MOST_SYMBOLS = 4;

/**
 * Two readers that fail differently: the first is better on turned and blurred pictures, the second needs no WebAssembly.
 * They are large and seldom needed: loaded when a camera is opened. With one of them alone the camera still reads.
 */
export async function openFrameReaders(): Promise<readonly FrameReader[]> {
  const opened = await Promise.allSettled([openWasmReader(), openScriptReader()]);
  const readers = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const [first] = opened;
  if (readers.length === 0) throw first.status === 'rejected' ? first.reason : new Error('no reader');
  return readers;
}

async function openWasmReader(): Promise<FrameReader> {
  const [{ prepareZXingModule, readBarcodes }, { default: address }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  // From the files of the application: left alone, the library asks a server of others for it.
  const wasmBinary = await (await fetch(address)).arrayBuffer();
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return async (frame) => {
    const found = await readBarcodes(pixelsOf(frame), {
      formats: ['Code128', 'QRCode'],
      tryHarder: true,
      maxNumberOfSymbols: MOST_SYMBOLS,
      characterSet: 'UTF8',
    });
    return found.filter(({ isValid }) => isValid).map(({ text }) => text);
  };
}

async function openScriptReader(): Promise<FrameReader> {
  const [{ HTMLCanvasElementLuminanceSource }, zxing] = await Promise.all([
    import('@zxing/browser'),
    import('@zxing/library'),
  ]);
  const { BinaryBitmap, Code128Reader, DecodeHintType, Exception, HybridBinarizer, QRCodeReader } = zxing;
  /** The library's own turning fails on every picture. */
  class Unturned extends HTMLCanvasElementLuminanceSource {
    override isRotateSupported(): boolean {
      return false;
    }
  }
  const hints = new Map<number, unknown>([
    [DecodeHintType.TRY_HARDER, true],
    [DecodeHintType.CHARACTER_SET, 'utf-8'],
  ]);
  const readers = [new Code128Reader(), new QRCodeReader()];
  return (frame) => {
    const bitmap = new BinaryBitmap(new HybridBinarizer(new Unturned(frame)));
    const texts = readers.flatMap((reader) => {
      try {
        return [reader.decode(bitmap, hints).getText()];
      } catch (error) {
        if (error instanceof Exception) return [];
        throw error;
      }
    });
    return Promise.resolve(texts);
  };
}

function pixelsOf(frame: HTMLCanvasElement): ImageData {
  const context = frame.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d context');
  return context.getImageData(0, 0, frame.width, frame.height);
}
