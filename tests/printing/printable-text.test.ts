import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { printableText } from '../../printing/layout/printable-text.ts';

describe('what cannot be printed', () => {
  test.each([
    ['an emoji', 'Lan 😀', 'Lan \ufffd'],
    ['a family of four joined letters', '👨‍👩‍👧‍👦', '\ufffd\ufffd\ufffd\ufffd'],
    ['a rare Chinese character of four bytes', '𠮷', '\ufffd'],
    ['half a character', 'a\ud83d', 'a\ufffd'],
    ['control characters', 'Ng\u0000uyễ\u001bn', 'Nguyễn'],
    ['what turns writing round', 'a\u202eb\u2066c', 'abc'],
    ['a pile of marks', `a${'\u0300'.repeat(40)}`, 'à\u0300\u0300'],
    ['letters in parts', 'Nguyễn'.normalize('NFD'), 'Nguyễn'],
  ])('%s is shown as such or left out', (_name, text, printed) => {
    expect(printableText(text)).toBe(printed);
  });
});

test.each(['400Regular', '500Medium', '600SemiBold'])(
  'whatever is printed is in the font of weight %s: none of it is drawn in a font of the machine',
  (weight) => {
    const file = `@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`;
    const inFont = charactersOf(readFileSync(createRequire(import.meta.url).resolve(file)));
    const printed = new Set(
      Array.from({ length: 0x30000 }, (_, code) => printableText(String.fromCodePoint(code))).join(''),
    );
    const white = /^\s$/u;
    expect([...printed].filter((letter) => !white.test(letter) && !inFont.has(letter.codePointAt(0) ?? 0))).toEqual([]);
    expect(printed.size).toBeGreaterThan(1_000);
  },
);

/** What the font's character map (cmap, format 4) has glyphs for in the first plane. */
function charactersOf(font: Buffer): ReadonlySet<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0;
  const cmap = font.readUInt32BE(entry + 8);
  const maps = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) =>
    font.readUInt32BE(cmap + 8 + 8 * index),
  );
  const map = cmap + (maps.find((offset) => font.readUInt16BE(cmap + offset) === 4) ?? 0);
  const segments = font.readUInt16BE(map + 6) / 2;
  const found = new Set<number>();
  for (let segment = 0; segment < segments; segment += 1) {
    const last = font.readUInt16BE(map + 14 + 2 * segment);
    const first = font.readUInt16BE(map + 16 + 2 * segments + 2 * segment);
    for (let code = first; code <= last; code += 1) found.add(code);
  }
  return found;
}
