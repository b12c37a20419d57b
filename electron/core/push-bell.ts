import { type Push, PUSH_TOPICS, type PushTopic } from '../contract/pushes.ts';

/** Tells the window to look again: whatever rings within one turn of the event loop becomes one push. */
export class PushBell {
  readonly #post: (push: Push) => void;
  readonly #rung = new Set<PushTopic>();

  constructor(post: (push: Push) => void) {
    this.#post = post;
  }

  ring(...topics: readonly PushTopic[]): void {
    if (this.#rung.size === 0) setImmediate(() => this.#tell());
    for (const topic of topics) this.#rung.add(topic);
  }

  ringAll(): void {
    this.ring(...PUSH_TOPICS);
  }

  #tell(): void {
    const topics = [...this.#rung];
    this.#rung.clear();
    this.#post({ topics });
  }
}
