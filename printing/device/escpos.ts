import type { PrinterProfile } from './printer-profile.ts';

/** ESC @: forget every mode. */
export const INITIALISE = Uint8Array.of(0x1b, 0x40);

/** GS r 1: a printer answers it in its turn, so the answer proves that everything before was worked off. */
export const ASK_PAPER_STATUS = Uint8Array.of(0x1d, 0x72, 0x01);

/**
 * What goes before the next job when one broke off: white rows for the raster command that the printer may still be
 * waiting to see filled (one that waits for nothing ignores NUL), then a fresh start on a new line.
 */
export function endOfBrokenJob(profile: PrinterProfile): Uint8Array {
  const openBand = new Uint8Array((profile.widthDots / 8) * profile.bandHeight);
  return Buffer.concat([openBand, INITIALISE, Uint8Array.of(0x0a)]);
}

/**
 * Picks the answers to {@link ASK_PAPER_STATUS} out of everything a printer says. Automatic status comes as four bytes,
 * the first 0xx1xx00; real-time status is 0xx1xx10, flow control has bit 4 set too; the answer is 0xx0xxxx.
 */
export class StatusReader {
  #automaticLeft = 0;

  read(chunk: Uint8Array): readonly number[] {
    const answers: number[] = [];
    for (const byte of chunk) {
      if (this.#automaticLeft > 0) this.#automaticLeft -= 1;
      else if ((byte & 0x93) === 0x10) this.#automaticLeft = 3;
      else if ((byte & 0x90) === 0) answers.push(byte);
    }
    return answers;
  }
}

/** The paper ran out: what was worked off last may not be on paper. */
export function saysPaperEnded(paperStatus: number): boolean {
  return (paperStatus & 0x0c) !== 0;
}
