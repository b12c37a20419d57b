/** What a person could have done to the printer. All but `ready` and `paper-low` stop it. */
export type VirtualCondition = 'ready' | 'paper-low' | 'paper-out' | 'cover-open' | 'offline' | 'error';

/** The printer was switched off while something waited for it to print again. */
export class SwitchedOffError extends Error {
  override readonly name = 'SwitchedOffError';
  readonly code = 'switched-off';
}

type Waiting = { readonly resolve: () => void; readonly reject: (error: SwitchedOffError) => void };

/** The mechanics behind the commands: paper, cover and switch, and how they read as status bytes of Epson's ESC/POS. */
export class PrinterBody {
  #condition: VirtualCondition = 'ready';
  #dotsLeft = Infinity;
  readonly #waiting = new Set<Waiting>();
  readonly #onChange: (condition: VirtualCondition) => void;

  constructor(onChange: (condition: VirtualCondition) => void) {
    this.#onChange = onChange;
  }

  /** `ready` and `paper-low` put in a roll that never ends. */
  setCondition(condition: VirtualCondition): void {
    const isChanged = condition !== this.#condition;
    this.#condition = condition;
    if (this.#prints) {
      this.#dotsLeft = Infinity;
      for (const { resolve } of this.#waiting) resolve();
      this.#waiting.clear();
    }
    if (isChanged) this.#onChange(condition);
  }

  /** The paper runs out after so many rows of dots more. */
  endPaperAfter(dots: number): void {
    this.#dotsLeft = dots;
  }

  /** Moves paper; when it ends, or when the printer is stopped, this waits for a person. */
  async usePaper(dots: number): Promise<void> {
    await this.untilItPrints();
    if (dots > this.#dotsLeft) this.setCondition('paper-out');
    await this.untilItPrints();
    this.#dotsLeft -= dots;
  }

  async untilItPrints(): Promise<void> {
    if (this.#prints) return;
    await new Promise<void>((resolve, reject) => this.#waiting.add({ resolve, reject }));
  }

  switchOff(): void {
    for (const { reject } of this.#waiting) reject(new SwitchedOffError('the virtual printer was closed'));
    this.#waiting.clear();
  }

  /** The answer to DLE EOT. */
  realTimeStatus(about: number): number {
    switch (about) {
      case 1:
        return 0x12 | this.#bits({ stopped: 0x08 });
      case 2:
        return 0x12 | this.#bits({ 'cover-open': 0x04, 'paper-out': 0x20, error: 0x40 });
      case 3:
        return 0x12 | this.#bits({ error: 0x08 });
      default:
        return 0x12 | this.#bits({ 'paper-low': 0x0c, 'paper-out': 0x6c });
    }
  }

  /** The four bytes after GS a. */
  automaticStatus(): Uint8Array {
    const printer = 0x10 | this.#bits({ stopped: 0x08, 'cover-open': 0x20 });
    return Uint8Array.of(printer, this.#bits({ error: 0x08 }), this.#paperBits, 0x0f);
  }

  /** The answer to GS r 1. */
  paperStatus(): number {
    return this.#paperBits;
  }

  get #prints(): boolean {
    return this.#condition === 'ready' || this.#condition === 'paper-low';
  }

  get #paperBits(): number {
    return this.#bits({ 'paper-low': 0x03, 'paper-out': 0x0f });
  }

  #bits(meaning: { readonly [condition in VirtualCondition | 'stopped']?: number }): number {
    const stopped = this.#prints ? 0 : (meaning.stopped ?? 0);
    return stopped | (meaning[this.#condition] ?? 0);
  }
}
