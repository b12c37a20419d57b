/** One way to look at a picture before it is read. */
type View = { readonly filter: string; readonly turnedDegrees: number };

/**
 * Measured on films of printed slips, at 10.7 pixels a millimetre: noise and dim light hide bars from the readers until the
 * picture is softened, and bars tilted by 15 degrees cross too few of their rows. The square code needs none of it.
 */
const VIEWS: readonly View[] = [
  { filter: 'none', turnedDegrees: 0 },
  { filter: 'blur(1px)', turnedDegrees: 0 },
  { filter: 'blur(1px)', turnedDegrees: -15 },
  { filter: 'blur(1.5px) contrast(250%)', turnedDegrees: 0 },
  { filter: 'blur(1px)', turnedDegrees: 15 },
  { filter: 'blur(1px)', turnedDegrees: 90 },
];

/** Draws the picture that `video` shows now, as the `count`-th look sees it. Answers `canvas`. */
export function lookAt(video: HTMLVideoElement, canvas: HTMLCanvasElement, count: number): HTMLCanvasElement {
  const { videoWidth: width, videoHeight: height } = video;
  const view = VIEWS[count % VIEWS.length];
  const isOnItsSide = view?.turnedDegrees === 90;
  // Setting the size clears the picture, the filter and the turn of the look before.
  canvas.width = isOnItsSide ? height : width;
  canvas.height = isOnItsSide ? width : height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || !view) return canvas;
  context.filter = view.filter;
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((view.turnedDegrees * Math.PI) / 180);
  context.drawImage(video, -width / 2, -height / 2);
  return canvas;
}
