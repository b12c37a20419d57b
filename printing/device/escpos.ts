import type { PrinterProfile } from './printer-profile.ts';

/** ESC @: forget every mode. */
export const INITIALISE = Uint8Array.of(0x1b, 0x40);

/** GS r 1: a printer answers it in its turn, so the answer proves that everything before was worked off. */
export const ASK_PAPER_STATUS = Uint8Array.of(0x1d, 0x72, 0x01);

/** GS a: tell of online, error and paper whenever one of them changes. */
export const AUTOMATIC_STATUS_ON = Uint8Array.of(0x1d, 0x61, 0x0e);
export const AUTOMATIC_STATUS_OFF = Uint8Array.of(0x1d, 0x61, 0x00);

/** DLE EOT: 1 is the printer, 2 what keeps it offline, 4 the paper. Answered at once, whatever is still to be printed. */
export function realTimeQuestion(about: 1 | 2 | 4): Uint8Array {
  return Uint8Array.of(0x10, 0x04, about);
}

/**
 * What goes before the next job when one broke off: white rows for the raster command that the printer may still be
 * waiting to see filled (one that waits for nothing ignores NUL), then a fresh start on a new line.
 */
export function endOfBrokenJob(profile: PrinterProfile): Uint8Array {
  const openBand = new Uint8Array(profile.flushesByNul ? (profile.widthDots / 8) * profile.bandHeight : 0);
  return Buffer.concat([openBand, INITIALISE, Uint8Array.of(0x0a)]);
}
