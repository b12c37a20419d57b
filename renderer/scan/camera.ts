import { type FrameReader, openFrameReaders } from './frame-readers.ts';
import { lookAt } from './frame-views.ts';
import { type Heard, hearText } from './heard.ts';

/** `no-camera`: none is attached. `not-allowed`: the system refuses it. `busy`: another program holds it. */
export type CameraTrouble = 'no-camera' | 'not-allowed' | 'busy';

export type OpenCamera = {
  readonly deviceId: string;
  /** All that are attached, the open one among them. */
  readonly cameras: readonly { readonly deviceId: string; readonly label: string }[];
  /** Turns its lamp on or off; absent where it has none. */
  readonly setTorch?: (isOn: boolean) => Promise<void>;
};

/** `nothing`: no code in the picture that can be read. `other`: a code, but of no use here. */
export type Unread = 'nothing' | 'other';

export type CameraListeners = {
  readonly onOpen: (camera: OpenCamera) => void;
  /** Something certain; answers whether it was wanted. If not, the camera goes on reading. */
  readonly onHeard: (heard: Heard) => boolean;
  /** Nothing certain for so long that the clerk should be told what to do. */
  readonly onUnread: (unread: Unread) => void;
  readonly onTrouble: (trouble: CameraTrouble) => void;
};

/** From the opening of the dialog: what cannot be read says so within 3 s. */
const UNREAD_AFTER_MS = 2_000;
/** Between two pictures, so that the window answers its keys. */
const REST_MS = 30;
const WANTED: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 } };

/**
 * Reads the camera into `video` until something wanted is certain, or until the returned function stops it; the camera is
 * then let go. Certain: two readings in a row say the same, and the check digits fit; one reading alone of a creased slip
 * may be wrong.
 */
export function readFromCamera(
  video: HTMLVideoElement,
  deviceId: string | undefined,
  listeners: CameraListeners,
): () => void {
  const abort = new AbortController();
  void run(video, deviceId, listeners, abort).catch((error: unknown) => {
    if (!abort.signal.aborted) listeners.onTrouble(troubleOf(error));
    abort.abort();
  });
  return () => abort.abort();
}

async function run(
  ...[video, deviceId, listeners, abort]: [...Parameters<typeof readFromCamera>, AbortController]
): Promise<void> {
  const { signal } = abort;
  const unread = new UnreadWatch(listeners.onUnread, signal);
  const [stream, readers] = await Promise.all([openStream(deviceId, signal), openFrameReaders()]);
  if (signal.aborted) return;
  const [track] = stream.getVideoTracks();
  if (!track) return;
  // Unplugged while it was open.
  track.addEventListener('ended', () => signal.aborted || listeners.onTrouble('no-camera'));
  video.srcObject = stream;
  await video.play();
  listeners.onOpen(await describe(track));
  const certain = twoEqualReadings();
  const frame = document.createElement('canvas');
  for (let count = 0; !signal.aborted; count += 1) {
    for (const texts of await readingsOf(lookAt(video, frame, count), readers)) {
      unread.saw(texts);
      const heard = signal.aborted ? undefined : certain(texts);
      if (heard && listeners.onHeard(heard)) abort.abort();
    }
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
}

/** Lets the camera go as soon as nobody wants it, even when the system opens it later than that. */
async function openStream(deviceId: string | undefined, signal: AbortSignal): Promise<MediaStream> {
  const chosen: MediaTrackConstraints = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: 'environment' };
  const stream = await navigator.mediaDevices.getUserMedia({ video: { ...WANTED, ...chosen } });
  const stop = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop);
  return stream;
}

async function describe(track: MediaStreamTrack): Promise<OpenCamera> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const cameras = devices.filter(({ kind }) => kind === 'videoinput');
  // Chromium knows the lamp, but the types of the web do not.
  const hasTorch = Reflect.get(track.getCapabilities(), 'torch') === true;
  return {
    deviceId: track.getSettings().deviceId ?? '',
    cameras: cameras.map(({ deviceId, label }) => ({ deviceId, label })),
    ...(hasTorch ? { setTorch: (isOn) => track.applyConstraints({ advanced: [torchOf(isOn)] }) } : {}),
  };
}

function torchOf(isOn: boolean): MediaTrackConstraintSet {
  const wish: MediaTrackConstraintSet & { readonly torch: boolean } = { torch: isOn };
  return wish;
}

/** The same picture by each reader: two that agree are as good as two pictures. */
async function readingsOf(
  frame: HTMLCanvasElement,
  readers: readonly FrameReader[],
): Promise<readonly (readonly string[])[]> {
  const readings: (readonly string[])[] = [];
  if (frame.width === 0 || frame.height === 0) return readings;
  for (const read of readers) readings.push(await read(frame));
  return readings;
}

/**
 * Answers what was read twice in a row. A reader that finds nothing says nothing against the other, but another code, or
 * one that is none of ours, begins anew.
 */
export function twoEqualReadings(): (texts: readonly string[]) => Heard | undefined {
  let before: readonly string[] = [];
  return (texts) => {
    const ours = texts.filter((text) => hearText(text).kind !== 'misread');
    const twice = ours.find((text) => before.includes(text));
    if (texts.length > 0) before = ours;
    return twice === undefined ? undefined : hearText(twice);
  };
}

/** Tells when nothing was read for a while, and again when what is in the picture changes its kind. */
class UnreadWatch {
  #kind: Unread = 'nothing';
  #isDue = false;
  readonly #onUnread: (unread: Unread) => void;

  constructor(onUnread: (unread: Unread) => void, signal: AbortSignal) {
    this.#onUnread = onUnread;
    const timer = setTimeout(() => {
      this.#isDue = true;
      onUnread(this.#kind);
    }, UNREAD_AFTER_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  saw(texts: readonly string[]): void {
    if (texts.length === 0 || this.#kind === 'other') return;
    this.#kind = texts.some((text) => hearText(text).kind !== 'misread') ? 'nothing' : 'other';
    if (this.#kind === 'other' && this.#isDue) this.#onUnread('other');
  }
}

function troubleOf(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'not-allowed';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'no-camera';
}
