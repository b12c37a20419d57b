/** Lets asynchronous acts happen one after the other, in the order they were asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(act: () => T | Promise<T>): Promise<T> {
    const turn = this.#last.then(act);
    // Who asked hears of the failure; the next turn begins all the same.
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
