import { GlobalFonts } from '@napi-rs/canvas';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Noto Sans in three weights: of the fonts tried it keeps Vietnamese marks best at 203 dpi in black and white. */
const FONT_FILES = {
  regular: '400Regular/NotoSans_400Regular.ttf',
  medium: '500Medium/NotoSans_500Medium.ttf',
  semibold: '600SemiBold/NotoSans_600SemiBold.ttf',
} as const;

export type FontWeight = keyof typeof FONT_FILES;

class FontMissingError extends Error {
  override readonly name = 'FontMissingError';
  readonly code = 'font-missing';
}

/** What canvas is told, e.g. `22px "slip-medium"`. Each weight is a family of its own, so none can be guessed at. */
export function cssFont(weight: FontWeight, sizeDots: number): string {
  return `${sizeDots}px "slip-${weight}"`;
}

/** Registers the three weights; answers a version that changes when any file does. */
export function registerFonts(): string {
  const hash = createHash('sha256');
  for (const [weight, file] of Object.entries(FONT_FILES)) {
    const path = fontPath(file);
    if (!GlobalFonts.registerFromPath(path, `slip-${weight}`)) throw new FontMissingError(`not a font: ${path}`);
    hash.update(readFileSync(path));
  }
  return `noto-sans-${hash.digest('hex').slice(0, 12)}`;
}

// A built program carries the fonts beside the bundle; from source they are in the package.
function fontPath(file: string): string {
  const beside = fileURLToPath(new URL(`./fonts/${file.slice(file.indexOf('/') + 1)}`, import.meta.url));
  if (existsSync(beside)) return beside;
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${file}`);
}
