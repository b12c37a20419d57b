import { tidyText } from '../typed-text.ts';
import { foldText } from '../search-text.ts';

// The order of Vietnamese dictionaries; the four letters Vietnamese has no use for stand where Latin puts them.
const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';

// No mark, huyền, hỏi, ngã, sắc, nặng.
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

// Below the tones and the letters, so that what ends here sorts before what goes on.
const END_OF_PART = '!';

/** The given name (tên): the last word, hyphens and all. Empty for an empty name. */
export function givenNameOf(name: string): string {
  return tidyText(name).split(' ').at(-1) ?? '';
}

/**
 * A text that sorts, compared character by character, as Vietnamese lists of people do: by the given name, then the
 * family name, then the names between. Syllable by syllable; in a syllable the letters count first, then the tone.
 * Made without the machine's own collation, so that every machine sorts alike.
 */
export function nameSortKey(name: string): string {
  const tidy = tidyText(name);
  const words = tidy.split(' ');
  const given = words.at(-1) ?? '';
  const others = words.slice(0, -1);
  // The name itself ends the key: names that differ in case or in the place of a tone mark alone keep one order.
  return [given.split(/[-‐‑]/), others]
    .map((syllables) => syllables.map(syllableKey).join('') + END_OF_PART)
    .concat(tidy)
    .join('');
}

/** As {@link nameSortKey}, for what is read from its beginning: an organisation, a procedure. */
export function textSortKey(text: string): string {
  const tidy = tidyText(text);
  return tidy.split(' ').map(syllableKey).join('') + END_OF_PART + tidy;
}

/** Negative, zero or positive as {@link nameSortKey} orders the two; zero only for one and the same name. */
export function compareByGivenName(a: string, b: string): number {
  const left = nameSortKey(a);
  const right = nameSortKey(b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * The name as it is matched, never stored or shown: small letters without marks, hyphens as spaces, no apostrophes, so
 * that "Hoà"/"Hòa", "Thuý"/"Thúy" and "A-Sử"/"A Sử" are one.
 */
export function matchKey(name: string): string {
  // Old fonts turned đ into the eth of Iceland, which looks the same on paper.
  const apart = name.replace(/[ðÐ]/g, 'đ').replace(/[-‐‑–]/g, ' ');
  return foldText(apart.replace(/['’ʼ`]/g, ''));
}

function syllableKey(syllable: string): string {
  const marks = syllable.normalize('NFD');
  const tone = TONES.findIndex((mark) => mark !== '' && marks.includes(mark));
  const letters = marks
    .replace(/[\u0300\u0309\u0303\u0301\u0323]/g, '')
    .normalize('NFC')
    .toLowerCase();
  return Array.from(letters, letterKey).join('') + String(Math.max(tone, 0));
}

function letterKey(letter: string): string {
  const plain = letter.normalize('NFD').charAt(0);
  const place = LETTERS.includes(letter) ? LETTERS.indexOf(letter) : LETTERS.indexOf(plain);
  // Anything else comes after the letters, by its code.
  return place >= 0
    ? String.fromCharCode(65 + place)
    : `~${(letter.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`;
}
