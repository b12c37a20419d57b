import type { OneBitPicture } from '../layout/one-bit-picture.ts';

/** The printer met a byte that is no command it knows: a real one would print letters from here on. */
export class UnknownByteError extends Error {
  override readonly name = 'UnknownByteError';
  readonly code = 'unknown-byte';
  /** Place in the job, from 0. */
  readonly offset: number;
  readonly byte: number;

  constructor(offset: number, byte: number) {
    super(`byte 0x${byte.toString(16).padStart(2, '0')} at ${offset} is no known command`);
    this.offset = offset;
    this.byte = byte;
  }
}

/** What a printer does, in the order of its commands. */
export type PrinterAct =
  /** Paper moves: rows printed, or fed white. Stands before the slip it belongs to. */
  | { readonly kind: 'paper'; readonly dots: number }
  /** Paper came out. `isCut` false: torn off, or the job ended without a cut. */
  | { readonly kind: 'slip'; readonly picture: OneBitPicture; readonly isCut: boolean }
  /** GS r 1: the state of the paper is to be told now, when everything before is worked off. */
  | { readonly kind: 'paper-status' }
  /** GS a: from now on, every change of the state is told unasked, or none is. */
  | { readonly kind: 'automatic-status'; readonly isOn: boolean };

type Command = { readonly length: number; readonly acts: readonly PrinterAct[] };

const LF = 0x0a;
const DLE = 0x10;
const ESC = 0x1b;
const GS = 0x1d;
/** Row pitch of a line feed after ESC @. */
const DOTS_PER_LINE = 30;

/**
 * Understands exactly the ESC/POS a raster slip needs and throws {@link UnknownByteError} at everything else. Fed in
 * chunks cut anywhere. Raster bands that follow each other become one picture; paper fed between them is white rows.
 * Questions by DLE EOT are passed over: they were answered when they came in.
 */
export class EscposDecoder {
  #pending: Uint8Array = new Uint8Array();
  #offset = 0;
  #rows: Uint8Array[] = [];
  #stride = 0;
  #whiteRows = 0;

  push(chunk: Uint8Array): readonly PrinterAct[] {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    const acts: PrinterAct[] = [];
    for (let command = this.#next(); command; command = this.#next()) {
      acts.push(...command.acts);
      this.#pending = this.#pending.subarray(command.length);
      this.#offset += command.length;
    }
    return acts;
  }

  /** The job is over: whatever was printed and not cut comes out as it is. */
  end(): readonly PrinterAct[] {
    return this.#paperOut(false);
  }

  /** The next whole command, or undefined while bytes of it are missing. */
  #next(): Command | undefined {
    switch (this.#pending[0]) {
      case undefined:
        return undefined;
      case 0x00:
        return { length: 1, acts: [] };
      case LF:
        return this.#feed(DOTS_PER_LINE, 1);
      case DLE:
        return this.#realTime();
      case ESC:
        return this.#escape();
      case GS:
        return this.#group();
      default:
        return this.#unknown(0);
    }
  }

  #realTime(): Command | undefined {
    if (this.#missing(3)) return undefined;
    if (this.#at(1) !== 0x04) return this.#unknown(1);
    if (this.#at(2) < 1 || this.#at(2) > 4) return this.#unknown(2);
    return { length: 3, acts: [] };
  }

  #escape(): Command | undefined {
    if (this.#missing(2)) return undefined;
    // ESC @
    if (this.#at(1) === 0x40) return { length: 2, acts: [] };
    if (this.#at(1) !== 0x64 && this.#at(1) !== 0x4a) return this.#unknown(1);
    if (this.#missing(3)) return undefined;
    // ESC d feeds lines, ESC J feeds dots.
    return this.#feed(this.#at(2) * (this.#at(1) === 0x64 ? DOTS_PER_LINE : 1), 3);
  }

  #group(): Command | undefined {
    if (this.#missing(3)) return undefined;
    switch (this.#at(1)) {
      case 0x72:
        if (this.#at(2) !== 1) return this.#unknown(2);
        return { length: 3, acts: [{ kind: 'paper-status' }] };
      case 0x61:
        return { length: 3, acts: [{ kind: 'automatic-status', isOn: this.#at(2) !== 0 }] };
      case 0x56:
        if (this.#at(2) > 1) return this.#unknown(2);
        return { length: 3, acts: this.#paperOut(true) };
      case 0x76:
        return this.#raster();
      default:
        return this.#unknown(1);
    }
  }

  // GS v 0 m xL xH yL yH, then the rows.
  #raster(): Command | undefined {
    if (this.#missing(8)) return undefined;
    if (this.#at(2) !== 0x30) return this.#unknown(2);
    if (this.#at(3) !== 0) return this.#unknown(3);
    const stride = this.#at(4) + 256 * this.#at(5);
    // A band of another width cannot belong to the picture above it.
    if (stride === 0 || (this.#stride !== 0 && stride !== this.#stride)) return this.#unknown(4);
    const size = stride * (this.#at(6) + 256 * this.#at(7));
    if (this.#missing(8 + size)) return undefined;
    this.#stride = stride;
    if (this.#whiteRows > 0 && this.#rows.length > 0) this.#rows.push(new Uint8Array(stride * this.#whiteRows));
    this.#whiteRows = 0;
    this.#rows.push(this.#pending.slice(8, 8 + size));
    return { length: 8 + size, acts: [{ kind: 'paper', dots: size / stride }] };
  }

  #feed(dots: number, length: number): Command {
    this.#whiteRows += dots;
    return { length, acts: [{ kind: 'paper', dots }] };
  }

  #paperOut(isCut: boolean): readonly PrinterAct[] {
    const raster = Uint8Array.from(Buffer.concat(this.#rows));
    const stride = this.#stride;
    this.#rows = [];
    this.#stride = 0;
    this.#whiteRows = 0;
    if (raster.length === 0) return [];
    return [{ kind: 'slip', isCut, picture: { widthDots: stride * 8, heightDots: raster.length / stride, raster } }];
  }

  #missing(length: number): boolean {
    return this.#pending.length < length;
  }

  #at(index: number): number {
    return this.#pending[index] ?? 0;
  }

  #unknown(index: number): never {
    throw new UnknownByteError(this.#offset + index, this.#at(index));
  }
}
