/** What must be known of a thermal printer (máy in nhiệt) to print a raster slip on it. */
export type PrinterProfile = {
  readonly id: PrinterProfileId;
  readonly paperWidthMm: 58 | 80;
  /** Dots across the printing head; a multiple of 8. */
  readonly widthDots: number;
  /** 8 at 203 dpi. */
  readonly dotsPerMm: number;
  /** Rows in one raster command. Not a multiple of 48: some 58 mm printers print those as text. */
  readonly bandHeight: number;
  /** Lines fed before the cut, so that the last row is past the blade. */
  readonly feedLines: number;
  readonly cut: 'full' | 'partial' | 'none';
  readonly status: {
    /** Answers DLE EOT at any time, also when it is out of paper. */
    readonly realTime: boolean;
    /** Tells of every change by itself after GS a. Made use of only where `realTime` was answered too. */
    readonly automatic: boolean;
    /** Answers GS r in its turn, so the answer behind a job proves that the job was worked off. */
    readonly afterJob: boolean;
  };
  /** Takes NUL for white rows inside a raster command and for nothing outside of one. */
  readonly flushesByNul: boolean;
};

/** Kept in the counter's settings: never renamed. */
export type PrinterProfileId =
  | 'generic-80'
  | 'generic-58'
  | 'epson-tm-203dpi'
  | 'epson-tm-180dpi'
  | 'xprinter-80'
  | 'hprt-tp80'
  | 'tear-off-80'
  | 'pos-58';

const ASKED = { realTime: true, automatic: false, afterJob: true };
const MUTE = { realTime: false, automatic: false, afterJob: false };

const GENERIC_80: PrinterProfile = {
  id: 'generic-80',
  paperWidthMm: 80,
  widthDots: 576,
  dotsPerMm: 8,
  bandHeight: 128,
  feedLines: 5,
  cut: 'partial',
  status: ASKED,
  flushesByNul: true,
};

/** Printers for 58 mm paper have no cutter: the slip is torn off. */
const GENERIC_58: PrinterProfile = {
  ...GENERIC_80,
  id: 'generic-58',
  paperWidthMm: 58,
  widthDots: 384,
  feedLines: 4,
  cut: 'none',
};

/** Every printer that can be chosen. What is not known of a model stays as the generic one has it. */
export const PRINTER_PROFILES: readonly PrinterProfile[] = [
  GENERIC_80,
  GENERIC_58,
  // TM-T20III and its kind: 576 dots at 203 dpi (escpos-printer-db, data/profile/TM-T20III.yml); GS a is Epson's own.
  { ...GENERIC_80, id: 'epson-tm-203dpi', status: { ...ASKED, automatic: true } },
  // TM-T81: 512 dots at 180 dpi on 72 mm (its specification, 1.1); TM-T88V likewise (escpos-printer-db, TM-T88V.yml).
  {
    ...GENERIC_80,
    id: 'epson-tm-180dpi',
    widthDots: 512,
    dotsPerMm: 180 / 25.4,
    status: { ...ASKED, automatic: true },
  },
  // 576 dots on 72 mm; DLE EOT stands in the makers' XP-80XX and POS-80XX programmer manuals.
  { ...GENERIC_80, id: 'xprinter-80' },
  // Its command manual says of GS r: only for the serial printer. DLE EOT and GS a are there.
  { ...GENERIC_80, id: 'hprt-tp80', status: { realTime: true, automatic: true, afterJob: false } },
  // Portable ones as Datecs DPP-350 (576 dots, 8 to the mm, no cutter).
  { ...GENERIC_80, id: 'tear-off-80', cut: 'none' },
  // POS-5890, ZJ-5870 and the like (escpos-printer-db: 384 dots, no cutter); sold with a USB plug that only listens.
  { ...GENERIC_58, id: 'pos-58', status: MUTE },
];

export function isProfileId(text: string): text is PrinterProfileId {
  return PRINTER_PROFILES.some(({ id }) => id === text);
}

/** The profile of that name; the generic one for 80 mm where there is none, as after a step back to an older program. */
export function profileOf(id: string): PrinterProfile {
  return PRINTER_PROFILES.find((profile) => profile.id === id) ?? GENERIC_80;
}

/** The profile that fits common printers of this paper width. */
export function profileFor(paperWidthMm: 58 | 80): PrinterProfile {
  return paperWidthMm === 80 ? GENERIC_80 : GENERIC_58;
}
