import { collectionAttribute, integerAttribute, type IppAttribute, TAG, textAttribute } from './ipp-message.ts';
import type { IppRefusal } from './ipp-outcome.ts';
import type { PrinterLook } from './printer-look.ts';

/** A page that lies on its side is turned by the PDF itself: the sheet is the same. */
export type IppPaper = 'A5' | 'A4' | 'A4-landscape';

export const PDF = 'application/pdf';

type Sheet = {
  readonly names: readonly [standard: string, ...older: string[]];
  readonly size: readonly [number, number];
};

/** Names by PWG 5101.1 and of the printers before it; sizes in hundredths of a millimetre. */
const SHEETS = {
  A5: { names: ['iso_a5_148x210mm', 'iso-a5', 'a5'], size: [14_800, 21_000] },
  A4: { names: ['iso_a4_210x297mm', 'iso-a4', 'a4'], size: [21_000, 29_700] },
} as const satisfies Record<string, Sheet>;

/** Those of our papers that the printer names; all of them when it names none. */
export function papersOf(look: PrinterLook): readonly ('A5' | 'A4')[] {
  const papers = ['A5', 'A4'] as const;
  return look.media.length === 0 ? papers : papers.filter((paper) => listedName(look, SHEETS[paper]) !== undefined);
}

/** The job attributes for this printer, or why it needs no asking. What it does not list as its own is not asked of it. */
export function jobWishes(look: PrinterLook, paper: IppPaper): readonly IppAttribute[] | IppRefusal {
  if (look.formats.length > 0 && !look.formats.some((format) => format.toLowerCase() === PDF)) {
    return { kind: 'refused', reason: 'format-not-supported' };
  }
  const media = mediaWish(look, SHEETS[paper === 'A5' ? 'A5' : 'A4']);
  if (!media) return { kind: 'refused', reason: 'paper-not-supported' };
  return [
    media,
    // A scaled barcode has bars of uneven width.
    ...(look.scalings.includes('none') ? [textAttribute(TAG.keyword, 'print-scaling', 'none')] : []),
    // The two copies of a form are two sheets, also on a printer that likes to use both sides.
    ...(look.sides.includes('one-sided') ? [textAttribute(TAG.keyword, 'sides', 'one-sided')] : []),
  ];
}

function mediaWish(look: PrinterLook, sheet: Sheet): IppAttribute | undefined {
  const name = look.media.length === 0 ? sheet.names[0] : listedName(look, sheet);
  if (name !== undefined) return textAttribute(TAG.keyword, 'media', name);
  // Not in the list, but sizes can be asked for: the printer itself will say whether it has this one.
  return look.mediaColMembers.includes('media-size') ? sizeWish(sheet) : undefined;
}

function listedName(look: PrinterLook, { names }: Sheet): string | undefined {
  return names.flatMap((name) => look.media.filter((listed) => listed.toLowerCase() === name))[0];
}

function sizeWish({ size: [width, height] }: Sheet): IppAttribute {
  return collectionAttribute('media-col', [
    collectionAttribute('media-size', [
      integerAttribute('x-dimension', width),
      integerAttribute('y-dimension', height),
    ]),
  ]);
}
