// All of these are in all three fonts. Whatever else is asked for would be drawn in some font of the machine, or in none.
const NOT_IN_THE_FONTS =
  /[^\u0300-\u036f\s\u0020-\u007e\u00a0-\u024f\u0400-\u045f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u214f\u2212\ufffd]\p{M}*/gu;
/** Control characters but white space; format characters, which turn writing round or join letters; variants of a picture. */
const INVISIBLE = /[^\P{Cc}\s]|[\p{Cf}\ufe00-\ufe0f]/gu;
/** A letter with so many marks would run into the lines above. */
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;

/**
 * The text in letters that a slip can show: composed (NFC), without anything invisible, and with `\ufffd` for each character
 * that is not in the fonts (an emoji, a Chinese name), so that it is seen that something stood there.
 */
export function printableText(text: string): string {
  return text.normalize('NFC').replace(INVISIBLE, '').replace(NOT_IN_THE_FONTS, '\ufffd').replace(PILED_MARKS, '$1');
}
