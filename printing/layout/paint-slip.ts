import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { cssFont } from './fonts.ts';
import { blacken, bytesPerRow, type OneBitPicture } from './one-bit-picture.ts';
import type { SlipDrawing } from './slip-page.ts';
import type { MeasureText } from './wrap-text.ts';

/** Greys darker than this become black: light enough for even strokes, dark enough to keep marks apart (0 = black). */
const THRESHOLD = 180;
/** So many widths are remembered before all are forgotten: names come and go for months in one worker. */
const MOST_REMEMBERED = 20_000;

/** Measures with the very fonts that {@link paintSlip} draws with; widths are remembered. */
export function textMeasure(): MeasureText {
  const context = createCanvas(8, 8).getContext('2d');
  const known = new Map<string, number>();
  return (text, style) => {
    const font = cssFont(style.weight, style.sizeDots);
    const key = `${font} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    context.font = font;
    const width = Math.ceil(context.measureText(text).width);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, width);
    return width;
  };
}

// One for all: what a canvas holds outside of JavaScript is not seen by who collects the garbage, and piles up.
const canvas = createCanvas(8, 8);

/**
 * Draws the slip in black and white. Bars and QR squares are put in as whole dots after the thresholding, so that no
 * scaler or smoothing ever touches them.
 */
export function paintSlip(drawing: SlipDrawing): OneBitPicture {
  const { widthDots, heightDots } = drawing;
  canvas.width = widthDots;
  canvas.height = heightDots;
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, widthDots, heightDots);
  context.fillStyle = '#000';
  for (const box of drawing.boxes) context.fillRect(box.x, box.y, box.width, box.height);
  for (const text of drawing.texts) {
    context.font = cssFont(text.style.weight, text.style.sizeDots);
    context.fillStyle = text.isWhite ? '#fff' : '#000';
    context.fillText(text.text, text.x, text.baseline);
  }
  const picture = threshold(context, widthDots, heightDots);
  for (const box of drawing.symbolBoxes) blacken(picture, box);
  return picture;
}

function threshold(context: SKRSContext2D, widthDots: number, heightDots: number): OneBitPicture {
  const pixels = context.getImageData(0, 0, widthDots, heightDots).data;
  const stride = bytesPerRow(widthDots);
  const raster = new Uint8Array(stride * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      // Everything is drawn in greys: the red channel says it all.
      if ((pixels[(y * widthDots + x) * 4] ?? 255) < THRESHOLD) {
        const at = y * stride + (x >> 3);
        raster[at] = (raster[at] ?? 0) | (0x80 >> (x & 7));
      }
    }
  }
  return { widthDots, heightDots, raster };
}
