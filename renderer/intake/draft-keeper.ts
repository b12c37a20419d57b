/** What came of keeping: kept, or a sentence why not. */
export type Keeping = { readonly isKept: true } | { readonly isKept: false; readonly why: string };

type Parts = {
  /** Undefined: nothing is to be kept any more. */
  readonly send: (content: string | undefined) => Promise<Keeping>;
  readonly onOutcome: (outcome: Keeping) => void;
};

const PAUSE_MS = 300;
const RETRY_MS = 5_000;

/**
 * Brings what is being typed onto the disk behind the clerk's back: a moment after the last key, at once when a field is
 * left. One at a time and always the newest, so that nothing older ever overwrites it; what could not be kept is tried
 * again. Rests until it is told what is kept already, and while a reception is under way: its commit removes the draft.
 */
export class DraftKeeper {
  readonly #parts: Parts;
  #wanted: string | undefined;
  #kept: string | undefined;
  #hasBegun = false;
  #isResting = true;
  #sending: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** From now on this is what should be kept. */
  want(content: string | undefined): void {
    if (content === this.#wanted) return;
    this.#wanted = content;
    this.#wait(PAUSE_MS);
  }

  /** Keeps at once what waits for a pause. */
  flush(): void {
    if (this.#timer !== undefined) this.#wait(0);
  }

  /** Resolves when nothing is on its way any more; nothing goes out until {@link goOn}. */
  async rest(): Promise<void> {
    this.#isResting = true;
    this.#stopWaiting();
    await this.#sending;
  }

  /** Once: `kept` is what is on the disk already. */
  begin(kept: string | undefined): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    this.goOn(kept);
  }

  /** `kept`: what is on the disk now. */
  goOn(kept: string | undefined): void {
    this.#isResting = false;
    this.#kept = kept;
    this.#wait(0);
  }

  /** As {@link goOn}, when what is on the disk did not change meanwhile. */
  goOnUnchanged(): void {
    this.goOn(this.#kept);
  }

  #wait(pauseMs: number): void {
    this.#stopWaiting();
    if (this.#isResting) return;
    if (pauseMs === 0) this.#send();
    else this.#timer = setTimeout(() => this.#wait(0), pauseMs);
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #send(): void {
    if (this.#sending || this.#wanted === this.#kept) return;
    const content = this.#wanted;
    this.#sending = this.#parts.send(content).then((outcome) => {
      this.#sending = undefined;
      if (outcome.isKept) this.#kept = content;
      this.#parts.onOutcome(outcome);
      // Whatever was typed meanwhile waits for its own pause, or waited for this answer.
      if (this.#timer === undefined) this.#wait(outcome.isKept ? 0 : RETRY_MS);
    });
  }
}
