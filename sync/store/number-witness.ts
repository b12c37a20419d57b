import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  fsync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** How far a counter went: what a copy of its database that is older cannot know. */
export type Witness = {
  readonly unitCode: string;
  readonly station: number;
  readonly log: string;
  /** Head of the log. */
  readonly seq: number;
  readonly hash: string;
  /** Numbers given out, by the name of their counter. */
  readonly issued: Readonly<Record<string, number>>;
};

/**
 * A small file outside the database that witnesses its numbers (dấu mốc số). Written in place, in two slots by turns, so
 * that a write cut off by a power failure leaves the one before it.
 */
export type WitnessFile = {
  /** Undefined when there is none that can be read. */
  readonly read: () => Witness | undefined;
  /** Handed to the operating system when it returns; on the disk within a second. False when the disk said no. */
  readonly write: (witness: Witness) => boolean;
  /** Everything written is on the disk when it returns. */
  readonly close: () => void;
};

const SLOT_BYTES = 8_192;
const SYNC_WITHIN_MS = 800;

const witnessShape = z.object({
  unitCode: z.string(),
  station: z.int(),
  log: z.string(),
  seq: z.int().min(0),
  hash: z.string(),
  issued: z.record(z.string(), z.int().min(1)),
});

/** One line: which write it was, its sum, and what it says. */
const SLOT = /^(\d+) ([0-9a-f]{64}) (.*)\n/;

/** Opens or makes the file; answers undefined when the disk does not allow it. */
export function openWitnessFile(file: string): WitnessFile | undefined {
  let descriptor: number;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    descriptor = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600);
  } catch (error) {
    // The counter works without it, and says that it does.
    if (error instanceof Error) return undefined;
    throw error;
  }
  return new TwoSlots(descriptor);
}

/** What a witness says, without opening it to write. Undefined when there is none that can be read. */
export function readWitness(file: string): Witness | undefined {
  try {
    const bytes = readFileSync(file);
    return newest([bytes.subarray(0, SLOT_BYTES), bytes.subarray(SLOT_BYTES)].map(String))?.witness;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

class TwoSlots implements WitnessFile {
  readonly #descriptor: number;
  #turn: number;
  #timer: NodeJS.Timeout | undefined;
  #isOpen = true;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
    this.#turn = newest(this.#slots())?.turn ?? 0;
  }

  read(): Witness | undefined {
    return newest(this.#slots())?.witness;
  }

  write(witness: Witness): boolean {
    this.#turn += 1;
    const text = JSON.stringify(witness);
    // What stands in the slot behind the end of the line is older and says nothing.
    const slot = Buffer.from(`${this.#turn} ${sumOf(this.#turn, text)} ${text}\n`);
    if (slot.length > SLOT_BYTES) throw new RangeError('a witness does not fit its slot');
    try {
      writeSync(this.#descriptor, slot, 0, slot.length, (this.#turn % 2) * SLOT_BYTES);
    } catch (error) {
      // What was committed stays committed; who asks is told that one more fault could repeat a number.
      if (error instanceof Error) return false;
      throw error;
    }
    this.#timer ??= setTimeout(() => this.#sync(), SYNC_WITHIN_MS).unref();
    return true;
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (this.#timer) {
      clearTimeout(this.#timer);
      try {
        fsyncSync(this.#descriptor);
      } catch (error) {
        // A stick that was pulled out: the other place has it.
        if (!(error instanceof Error)) throw error;
      }
    }
    closeSync(this.#descriptor);
  }

  #sync(): void {
    this.#timer = undefined;
    // Off the clerk's path. An error shows at the next write.
    if (this.#isOpen) fsync(this.#descriptor, () => undefined);
  }

  #slots(): readonly string[] {
    return [0, 1].map((index) => {
      const slot = Buffer.alloc(SLOT_BYTES);
      const length = readSync(this.#descriptor, slot, 0, SLOT_BYTES, index * SLOT_BYTES);
      return slot.subarray(0, length).toString('utf8');
    });
  }
}

function newest(slots: readonly string[]): { readonly turn: number; readonly witness: Witness } | undefined {
  return slots
    .flatMap((text) => parseSlot(text) ?? [])
    .toSorted((a, b) => a.turn - b.turn)
    .at(-1);
}

function parseSlot(slot: string): { readonly turn: number; readonly witness: Witness } | undefined {
  const [, turn, sum, text] = SLOT.exec(slot) ?? [];
  if (turn === undefined || text === undefined || sum !== sumOf(Number(turn), text)) return undefined;
  // Its sum is right, so this program wrote it, or a newer one that says more.
  const witness = witnessShape.safeParse(JSON.parse(text));
  return witness.success ? { turn: Number(turn), witness: witness.data } : undefined;
}

function sumOf(turn: number, text: string): string {
  return createHash('sha256').update(`${turn} ${text}`).digest('hex');
}
