import { type RunningTask, startTask, type TaskInput, type TaskName, type TaskOutput } from '../../sync/maintenance.ts';
import type { MaintenanceProgress } from '../contract/views.ts';
import type { Log } from './log.ts';

export type TaskRunnerParts = {
  readonly log: Log;
  /** The screen should look again. */
  readonly tell: () => void;
  readonly workerFile?: URL | undefined;
};

/** Runs long work over the counter's file, one at a time, in a thread that may die without harm. */
export class TaskRunner {
  readonly #parts: TaskRunnerParts;
  #running: { progress: MaintenanceProgress; stop: () => Promise<void> } | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: TaskRunnerParts) {
    this.#parts = parts;
  }

  /** What is under way, and how far it is. */
  progress(): MaintenanceProgress | undefined {
    return this.#running?.progress;
  }

  /** False while something else runs. `act` may fail: that is noted in the log. */
  begin(task: MaintenanceProgress['task'], act: () => Promise<void>): boolean {
    if (this.#running) return false;
    this.#running = { progress: { task, done: 0, total: 0 }, stop: () => Promise.resolve() };
    this.#work = this.#untilDone(act);
    this.#parts.tell();
    return true;
  }

  /** For the `act` that runs: a part of it in a thread. Rejects with {@link MaintenanceError}. */
  async inThread<N extends Exclude<TaskName, 'quick-check'>>(name: N, input: TaskInput<N>): Promise<TaskOutput<N>> {
    const { workerFile, tell } = this.#parts;
    const onProgress = (done: number, total: number): void => {
      if (this.#running) this.#running.progress = { task: name, done, total };
      tell();
    };
    const options = workerFile ? { onProgress, workerFile } : { onProgress };
    const task: RunningTask<TaskOutput<N>> = startTask({ name, input }, options);
    this.#running = { progress: { task: name, done: 0, total: 0 }, stop: task.stop };
    return await task.done;
  }

  /** Resolves when nothing runs any more. */
  async idle(): Promise<void> {
    await this.#work;
  }

  /** As {@link idle}; what takes longer than `limitMs` is ended. */
  async finishWithin(limitMs: number): Promise<void> {
    const limit = setTimeout(() => void this.#running?.stop(), limitMs);
    await this.#work;
    clearTimeout(limit);
  }

  async #untilDone(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      // Of the store too: a disk that is full must not end the core because of its backups.
      this.#parts.log.failure('maintenance-failed', error);
    }
    this.#running = undefined;
    this.#parts.tell();
  }
}
