import { foldText } from '../search-text.ts';

/**
 * What a number or a barcode of the old system is found by: its letters and digits alone, without marks, in capitals.
 *
 * A scanner may drop or add separators and a hand leaves them out, so dots, hyphens, slashes and spaces do not count;
 * zeros in front do. Two different numbers may share a key ("1/12" and "11/2"): a look-up answers with all it finds.
 * Empty when the text holds neither letter nor digit.
 */
export function oldNumberKey(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toUpperCase();
}

/**
 * The same for two texts exactly when they are one number of the old system written twice: case, marks, spaces and the
 * kind of separator do not matter, the place of a separator does.
 */
export function oldNumberForm(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .toUpperCase();
}
