import { GlobalFonts } from '@napi-rs/canvas';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { FONT_VERSION } from './font-version.ts';

/** Noto Sans in three weights: of the fonts tried it keeps Vietnamese marks best at 203 dpi in black and white. */
const FONT_FILES = {
  regular: '400Regular/NotoSans_400Regular.ttf',
  medium: '500Medium/NotoSans_500Medium.ttf',
  semibold: '600SemiBold/NotoSans_600SemiBold.ttf',
} as const;

export type FontWeight = keyof typeof FONT_FILES;

/** No slip can be drawn with what lies in the place of the fonts. */
export class FontError extends Error {
  override readonly name = 'FontError';
  readonly code: 'font-missing' | 'font-differs';

  constructor(code: FontError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** What canvas is told, e.g. `22px "slip-medium"`. Each weight is a family of its own, so none can be guessed at. */
export function cssFont(weight: FontWeight, sizeDots: number): string {
  return `${sizeDots}px "slip-${weight}"`;
}

/** Registers the three weights. Throws {@link FontError} when a file is no font, or is another than {@link FONT_VERSION} says. */
export function registerFonts(): void {
  const hash = createHash('sha256');
  for (const [weight, file] of Object.entries(FONT_FILES)) {
    const path = fontPath(file);
    const bytes = existsSync(path) ? readFileSync(path) : undefined;
    if (!bytes || !GlobalFonts.register(bytes, `slip-${weight}`)) {
      throw new FontError('font-missing', `not a font: ${file}`);
    }
    hash.update(bytes);
  }
  const version = `noto-sans-${hash.digest('hex').slice(0, 12)}`;
  // A slip frozen with one version must not come out in another: its lines would break elsewhere.
  if (version !== FONT_VERSION) throw new FontError('font-differs', `the fonts are ${version}, not ${FONT_VERSION}`);
}

// A built program carries the fonts beside the bundle; from source they are in the package.
function fontPath(file: string): string {
  const beside = fileURLToPath(new URL(`./fonts/${file.slice(file.indexOf('/') + 1)}`, import.meta.url));
  if (existsSync(beside)) return beside;
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${file}`);
}
