import { parseScanCode, type ScanCode } from '../../domain/scan-code.ts';

/** `no-camera`: none is attached. `not-allowed`: the system refuses it. `busy`: another program holds it. */
export type CameraTrouble = 'no-camera' | 'not-allowed' | 'busy';

export type CameraListeners = {
  readonly onScan: (scanCode: ScanCode) => void;
  readonly onTrouble: (trouble: CameraTrouble) => void;
};

/**
 * Reads slips from the camera into `video` until one is certain, or until the returned function stops it. Certain: two
 * readings in a row say the same, and the check digits fit; one reading alone of a creased slip may be wrong.
 */
export function readFromCamera(video: HTMLVideoElement, listeners: CameraListeners): () => void {
  const abort = new AbortController();
  void start(video, listeners, abort.signal);
  return () => abort.abort();
}

async function start(video: HTMLVideoElement, listeners: CameraListeners, signal: AbortSignal): Promise<void> {
  try {
    const reader = await openReader();
    if (signal.aborted) return;
    const certain = twoEqualReadings();
    const controls = await reader.decodeFromConstraints(
      { video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } } },
      video,
      (result, _error, running) => {
        const scanCode = result && !signal.aborted ? certain(result.getText()) : undefined;
        if (!scanCode) return;
        running.stop();
        listeners.onScan(scanCode);
      },
    );
    if (signal.aborted) controls.stop();
    else signal.addEventListener('abort', () => controls.stop());
  } catch (error) {
    if (!signal.aborted) listeners.onTrouble(troubleOf(error));
  }
}

/** The reader is large and seldom needed: it is loaded when the camera is opened. */
async function openReader() {
  const [{ BrowserMultiFormatReader }, { BarcodeFormat, DecodeHintType }] = await Promise.all([
    import('@zxing/browser'),
    import('@zxing/library'),
  ]);
  const hints = new Map<number, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.CODE_128, BarcodeFormat.QR_CODE]],
    [DecodeHintType.TRY_HARDER, true],
  ]);
  return new BrowserMultiFormatReader(hints, { delayBetweenScanAttempts: 80, delayBetweenScanSuccess: 80 });
}

/** Answers a code when it was read twice in a row. */
export function twoEqualReadings(): (text: string) => ScanCode | undefined {
  let last: string | undefined;
  return (text) => {
    const scanCode = parseScanCode(text);
    const before = last;
    last = scanCode.ok ? scanCode.value : undefined;
    return scanCode.ok && before === scanCode.value ? scanCode.value : undefined;
  };
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'not-allowed';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'no-camera';
}
