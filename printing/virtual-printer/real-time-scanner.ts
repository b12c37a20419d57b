const DLE_EOT = [0x10, 0x04];
const FIRST = 1;
const LAST = 4;

/**
 * Finds the questions DLE EOT 1 to 4 in what a printer receives, as a printer does: at once and anywhere, even in the
 * middle of a picture. Fed in chunks cut anywhere.
 */
export class RealTimeScanner {
  #matched = 0;

  /** The numbers of the questions that end in this chunk. */
  scan(chunk: Uint8Array): readonly number[] {
    return [...chunk].filter((byte) => this.#endsQuestion(byte));
  }

  #endsQuestion(byte: number): boolean {
    const isEnd = this.#matched === DLE_EOT.length && byte >= FIRST && byte <= LAST;
    if (byte === DLE_EOT[this.#matched]) this.#matched += 1;
    else this.#matched = byte === DLE_EOT[0] ? 1 : 0;
    return isEnd;
  }
}
