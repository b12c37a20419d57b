import type { OpenCounter } from './open-counter.ts';
import type { Obstacle } from './real-counter.ts';

type SeatParts = {
  readonly onObstacle: () => void;
  /** The file of an open counter turned out not to be what it was. */
  readonly onDamaged: (counter: OpenCounter) => void;
};

/** Where the open counter sits, or the obstacle before it; between the two, while one takes the other's place, neither. */
export class Seat {
  readonly #parts: SeatParts;
  #counter: OpenCounter | undefined;
  #obstacle: Obstacle | undefined;

  constructor(parts: SeatParts) {
    this.#parts = parts;
  }

  counter(): OpenCounter | undefined {
    return this.#counter;
  }

  obstacle(): Obstacle | undefined {
    return this.#obstacle;
  }

  /** Starts the counter that was opened, or has the obstacle told. */
  take(opened: OpenCounter | Obstacle): void {
    if (opened.kind === 'locked' || opened.kind === 'damaged') {
      this.empty(opened);
      this.#parts.onObstacle();
      return;
    }
    this.#counter = opened;
    this.#obstacle = undefined;
    opened.store.onDamaged(() => this.#parts.onDamaged(opened));
    opened.start();
  }

  /** Nobody finds the counter any more. Answers it, to be closed. */
  empty(obstacle?: Obstacle): OpenCounter | undefined {
    const before = this.#counter;
    this.#counter = undefined;
    this.#obstacle = obstacle;
    return before;
  }
}
