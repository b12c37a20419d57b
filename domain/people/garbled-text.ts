import { foldText } from '../search-text.ts';

// Decomposed letters of Vietnamese, and the few more (breve, caron, ƀ) that names of the highlands are written with.
const NAME = /^[\u0300-\u0303\u0306\u0309\u030C\u031B\u0323a-zđðƀ '’.-]*$/iu;
const ADDRESS = /^[\u0300-\u0303\u0306\u0309\u030C\u031B\u0323 -~đðƀ\u2010-\u201F…]*$/iu;

// Keys of the Telex way of typing that stayed keys: Vieejt, Thij, Ddinhf, Luwowng.
const TELEX_WORD = /^(?=[a-z]*[aeiouy])(?:[a-z]*[fj]|[a-z]*(?:aa|ee|dd|[aou]w)[a-z]*)$/i;

/**
 * Whether a name and an address (NFC) lost letters between a card and the program: signs in the place of letters, the
 * wrong encoding, Telex keys, or letters that were dropped. What it lets through may still be wrong; what it stops is.
 */
export function isGarbled(name: string, address: string): boolean {
  if (!NAME.test(name.normalize('NFD')) || !ADDRESS.test(address.normalize('NFD'))) return true;
  if (address.includes('?')) return true;
  return `${name} ${address}`.split(/[^\p{L}\p{M}]+/u).some((word) => TELEX_WORD.test(word)) || hasLostVowels(name);
}

/**
 * Whether a text (NFC, its white space as it came) was read in the wrong encoding in a way that leaves letters: "À" and
 * "Ê" become Ã and one more sign that is no ASCII, and no Vietnamese syllable has such a pair.
 */
export function isWronglyEncoded(text: string): boolean {
  return /Ã\P{ASCII}/u.test(text);
}

// "Vn" for Văn. A single letter may be a whole name (H, Y, K).
function hasLostVowels(name: string): boolean {
  return foldText(name)
    .split(/[^a-z]+/)
    .some((word) => word.length > 1 && !/[aeiouy]/.test(word));
}
