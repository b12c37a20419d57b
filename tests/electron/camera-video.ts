import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
// The default export on purpose: the named export `raw` is another function, of the same name only.
import bwipjs from 'bwip-js/node';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { greyOf, type PrintedPicture } from '../../scripts/drive/read-symbols.ts';

/** How a slip lies under a camera, and how well it is seen. */
export type View = {
  readonly turnedDegrees?: number;
  /** Standard deviation in pixels of the picture. */
  readonly blurPx?: number;
  /** Of the noise, in grey steps of 255. */
  readonly noise?: number;
  /** What lies in the middle. */
  readonly symbol?: 'Code128' | 'QRCode';
  /** Black and white of the paper in the picture, 0-255. */
  readonly black?: number;
  readonly white?: number;
};

const WIDTH = 1280;
const HEIGHT = 720;
const FRAMES = 4;
/** The camera sees 120 mm across; a printer has 8 dots in each. */
const PX_PER_DOT = WIDTH / 120 / 8;
const TABLE = 0.55;

type Point = { readonly x: number; readonly y: number };

/** Films `slip`, one of its symbols in the middle, as a file that Chromium takes for a camera. */
export async function film(file: string, slip: PrintedPicture, view: View): Promise<void> {
  const scene = blurred(
    placed(slip, await middleOf(slip, view.symbol ?? 'Code128'), view.turnedDegrees ?? 0),
    view.blurPx ?? 0.5,
  );
  const { black = 40, white = 225, noise = 4 } = view;
  const chance = chanceOf(20_200_420);
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`)];
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const luma = Buffer.alloc(WIDTH * HEIGHT);
    scene.forEach((light, at) => {
      // The sum of three is near enough to a bell.
      const grain = (chance() + chance() + chance() - 1.5) * 2 * noise;
      luma[at] = Math.max(0, Math.min(255, Math.round(black + light * (white - black) + grain)));
    });
    parts.push(Buffer.from('FRAME\n'), luma, chroma);
  }
  writeFileSync(file, Buffer.concat(parts));
}

/** A card with `text` in a square code, of modules of half a millimetre, as a picture of one bit a dot. */
export function cardPicture(text: string): PrintedPicture {
  const symbol = bwipjs.raw('qrcode', text, 'eclevel=M')[0];
  if (!symbol || !('pixs' in symbol)) throw new TypeError('no square code');
  const [module, quiet] = [4, 4];
  const widthDots = Math.ceil(((symbol.pixx + 2 * quiet) * module) / 8) * 8;
  const raster = new Uint8Array((widthDots / 8) * widthDots);
  const isBlack = (x: number, y: number): boolean => {
    const [column, line] = [Math.floor(x / module) - quiet, Math.floor(y / module) - quiet];
    const isInside = column >= 0 && line >= 0 && column < symbol.pixx && line < symbol.pixy;
    return isInside && symbol.pixs[line * symbol.pixx + column] === 1;
  };
  for (let at = 0; at < widthDots * widthDots; at += 1) {
    if (isBlack(at % widthDots, Math.floor(at / widthDots)))
      raster[at >> 3] = (raster[at >> 3] ?? 0) | (128 >> (at & 7));
  }
  return { widthDots, heightDots: widthDots, raster };
}

/** 0 is black, 1 is white; beyond the paper lies a table. */
function placed(slip: PrintedPicture, middle: Point, turnedDegrees: number): Float32Array {
  const grey = greyOf(slip);
  const scene = new Float32Array(WIDTH * HEIGHT);
  const angle = (turnedDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) / PX_PER_DOT, Math.sin(angle) / PX_PER_DOT];
  const lightAt = (x: number, y: number): number => {
    const isOn = x >= 0 && y >= 0 && x < slip.widthDots && y < slip.heightDots;
    return isOn ? (grey[y * slip.widthDots + x] ?? 255) / 255 : TABLE;
  };
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      let light = 0;
      // Four points of each pixel: a camera's pixel gathers an area.
      for (const [dx, dy] of [
        [0.25, 0.25],
        [0.75, 0.25],
        [0.25, 0.75],
        [0.75, 0.75],
      ] as const) {
        const [u, v] = [x + dx - WIDTH / 2, y + dy - HEIGHT / 2];
        light += lightAt(Math.floor(middle.x + u * cos + v * sin), Math.floor(middle.y - u * sin + v * cos)) / 4;
      }
      scene[y * WIDTH + x] = light;
    }
  }
  return scene;
}

function blurred(scene: Float32Array, deviationPx: number): Float32Array {
  const reach = Math.ceil(deviationPx * 3);
  const weights = Array.from({ length: reach * 2 + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * deviationPx ** 2)),
  );
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const along = (from: Float32Array, step: number, length: number): Float32Array => {
    const to = new Float32Array(from.length);
    for (let at = 0; at < from.length; at += 1) {
      const place = Math.floor(at / step) % length;
      let light = 0;
      for (let k = -reach; k <= reach; k += 1) {
        const other = Math.max(0, Math.min(length - 1, place + k));
        light += (from[at + (other - place) * step] ?? 0) * (weights[k + reach] ?? 0);
      }
      to[at] = light / sum;
    }
    return to;
  };
  return along(along(scene, 1, WIDTH), WIDTH, HEIGHT);
}

async function middleOf(slip: PrintedPicture, symbol: 'Code128' | 'QRCode'): Promise<Point> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer },
    fireImmediately: true,
  });
  const grey = greyOf(slip);
  const data = new Uint8ClampedArray(grey.length * 4);
  grey.forEach((value, at) => data.set([value, value, value, 255], at * 4));
  const image = { data, width: slip.widthDots, height: slip.heightDots, colorSpace: 'srgb' as const };
  const found = await readBarcodes(image, { formats: [symbol], tryHarder: true });
  const corners = found.flatMap(({ position: at }) => [at.topLeft, at.topRight, at.bottomLeft, at.bottomRight]);
  if (corners.length === 0) throw new Error('no symbol on the slip');
  const between = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;
  return { x: between(corners.map(({ x }) => x)), y: between(corners.map(({ y }) => y)) };
}

/** The same noise in every run. */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
