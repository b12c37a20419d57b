/** So long at most the event loop is held without a pause: what else is asked meanwhile waits no longer. */
const SLICE_MS = 8;

/** For work that would hold the event loop: to be asked after each of its small steps. */
export class Slices {
  #begun = performance.now();

  /** True when it is time to rest. */
  get isFull(): boolean {
    return performance.now() - this.#begun >= SLICE_MS;
  }

  /** Lets everything else that waits have its turn. */
  async rest(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#begun = performance.now();
  }
}
