import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// Which letters each file has, as its package says. Vietnamese is tried first: both files have some of the marks.
const SUBSETS = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,' +
    'U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,' +
    'U+0323,U+0329,U+1EA0-1EF9,U+20AB',
} as const;

const STYLES = [
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 700, style: 'normal' },
  { weight: 700, style: 'italic' },
] as const;

/** Of the font files together; kept with every form. Changes when any of them does, which {@link formFonts} checks. */
export const FORM_FONT_VERSION = 'tinos-26c0caa84671';

class FormFontError extends Error {
  override readonly name = 'FormFontError';
  readonly code = 'font-differs';
}

let loaded: string | undefined;

/**
 * `@font-face` rules with the fonts in them, for a page that asks nobody for anything: Tinos, which has the widths of Times
 * New Roman, in its four styles. Read once; 150 KB of text. Throws when a file is another than {@link FORM_FONT_VERSION} says.
 */
export function formFonts(): string {
  loaded ??= load();
  return loaded;
}

function load(): string {
  const hash = createHash('sha256');
  const rules = STYLES.flatMap(({ weight, style }) =>
    Object.entries(SUBSETS).map(([subset, range]) => {
      const font = readFileSync(fontPath(`tinos-${subset}-${weight}-${style}.woff2`));
      hash.update(font);
      return (
        `@font-face{font-family:Tinos;font-weight:${weight};font-style:${style};unicode-range:${range};` +
        `src:url(data:font/woff2;base64,${font.toString('base64')}) format('woff2')}`
      );
    }),
  );
  const version = `tinos-${hash.digest('hex').slice(0, 12)}`;
  if (version !== FORM_FONT_VERSION) throw new FormFontError(`the fonts are ${version}, not ${FORM_FONT_VERSION}`);
  return rules.join('\n');
}

// A built program carries the fonts beside the bundle; from source they are in the package.
function fontPath(file: string): string {
  const beside = fileURLToPath(new URL(`./fonts/${file}`, import.meta.url));
  if (existsSync(beside)) return beside;
  return createRequire(import.meta.url).resolve(`@fontsource/tinos/files/${file}`);
}
