/** Why a printer does not print. */
export type PrinterTrouble = 'paper-out' | 'cover-open' | 'offline' | 'error';

/** What a printer says of itself. */
export type PrinterState = {
  /** Undefined: it prints. */
  readonly trouble: PrinterTrouble | undefined;
  /** The roll is near its end; the printer still prints. */
  readonly paperLow: boolean;
};

/** One thing a printer said. */
export type StatusMessage =
  /** After GS a: the state now, told unasked. */
  | { readonly kind: 'automatic'; readonly state: PrinterState }
  /** The answer to DLE EOT; which one, only the asker knows. */
  | { readonly kind: 'real-time'; readonly byte: number }
  /** The answer to GS r. */
  | { readonly kind: 'in-turn'; readonly byte: number };

const XON = 0x11;
const XOFF = 0x13;
const AUTOMATIC_BYTES = 4;

/**
 * Tells apart what a printer sends, by the bits that never change: automatic status is four bytes, the first 0xx1xx00
 * and the others 0xx0xxxx; real-time status is 0xx1xx10; the answer to GS r is 0xx0xxxx; XON and XOFF may stand
 * anywhere. Nothing that comes in throws, and in doubt nothing is taken for the answer to GS r.
 * Source: Citizen CT-S310 command reference, 5.3 "Identification of Send Status".
 */
export class StatusReader {
  #automatic: readonly number[] = [];

  read(chunk: Uint8Array): readonly StatusMessage[] {
    return [...chunk].flatMap((byte) => this.#take(byte) ?? []);
  }

  #take(byte: number): StatusMessage | undefined {
    if (byte === XON || byte === XOFF) return undefined;
    if ((byte & 0x90) === 0) return this.#takePlain(byte);
    if ((byte & 0x93) === 0x10) this.#automatic = [byte];
    // Does not end an automatic status that is under way: its rest would pass for answers to GS r.
    return (byte & 0x93) === 0x12 ? { kind: 'real-time', byte } : undefined;
  }

  #takePlain(byte: number): StatusMessage | undefined {
    if (this.#automatic.length === 0) return { kind: 'in-turn', byte };
    this.#automatic = [...this.#automatic, byte];
    if (this.#automatic.length < AUTOMATIC_BYTES) return undefined;
    const state = automaticState(this.#automatic);
    this.#automatic = [];
    return { kind: 'automatic', state };
  }
}

/**
 * The state that four bytes of automatic status tell.
 * Source: Epson ESC/POS for TM-L60II and others, GS a: first byte bit 3 offline and bit 5 cover; second byte bits 2, 3, 5
 * and 6 errors; third byte bits 0-1 paper near end and bits 2-3 paper end.
 */
function automaticState([printer = 0, errors = 0, paper = 0]: readonly number[]): PrinterState {
  return {
    trouble: worstOf({
      isCoverOpen: (printer & 0x20) !== 0,
      isPaperOut: (paper & 0x0c) !== 0,
      hasError: (errors & 0x6c) !== 0,
      isOffline: (printer & 0x08) !== 0,
    }),
    paperLow: (paper & 0x03) !== 0,
  };
}

/** Answers to DLE EOT 1, 2 and 4; one that never came is undefined and says nothing. */
export type RealTimeAnswers = {
  readonly printer: number;
  readonly offlineCause: number | undefined;
  readonly paper: number | undefined;
};

/**
 * The state that the real-time answers tell.
 * Source: Epson TM-U220 command manual p. 54 and TM-T81 specification p. 66, DLE EOT: 1 has bit 3 offline; 2 has bit 2
 * cover, bit 5 stopped for want of paper, bit 6 error; 4 has bits 2-3 paper near end and bits 5-6 paper end.
 */
export function realTimeState({ printer, offlineCause = 0, paper = 0 }: RealTimeAnswers): PrinterState {
  return {
    trouble: worstOf({
      isCoverOpen: (offlineCause & 0x04) !== 0,
      isPaperOut: (offlineCause & 0x20) !== 0 || (paper & 0x60) !== 0,
      hasError: (offlineCause & 0x40) !== 0,
      isOffline: (printer & 0x08) !== 0,
    }),
    paperLow: (paper & 0x0c) !== 0,
  };
}

/**
 * The state that the answer to GS r 1 tells: bits 0-1 paper near end, bits 2-3 paper end.
 * Source: Epson TM-U220 command manual p. 84.
 */
export function paperState(answer: number): PrinterState {
  return { trouble: (answer & 0x0c) === 0 ? undefined : 'paper-out', paperLow: (answer & 0x03) !== 0 };
}

type Signs = {
  readonly isCoverOpen: boolean;
  readonly isPaperOut: boolean;
  readonly hasError: boolean;
  readonly isOffline: boolean;
};

/** What a person has to see to first. With the cover up the paper sensor says little, and all of them mean offline. */
function worstOf({ isCoverOpen, isPaperOut, hasError, isOffline }: Signs): PrinterTrouble | undefined {
  if (isCoverOpen) return 'cover-open';
  if (isPaperOut) return 'paper-out';
  if (hasError) return 'error';
  return isOffline ? 'offline' : undefined;
}
