/** Lets each address try `most` times in `windowMs`, then nothing until its window has passed. */
export class TryLimit {
  readonly #most: number;
  readonly #windowMs: number;
  readonly #windows = new Map<string, { readonly opened: number; tries: number }>();

  constructor(limit: { readonly most: number; readonly windowMs: number }) {
    this.#most = limit.most;
    this.#windowMs = limit.windowMs;
  }

  /** Counts a try; false when it is one too many. */
  allows(address: string, at: number): boolean {
    for (const [known, window] of this.#windows) if (!this.#isOpen(window.opened, at)) this.#windows.delete(known);
    const window = this.#windows.get(address) ?? { opened: at, tries: 0 };
    this.#windows.set(address, window);
    window.tries += 1;
    return window.tries <= this.#most;
  }

  // A clock that was set back must not lock anybody out for longer than a window.
  #isOpen(opened: number, at: number): boolean {
    return at >= opened && at - opened < this.#windowMs;
  }
}
