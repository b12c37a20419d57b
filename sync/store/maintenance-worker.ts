import { parentPort, workerData } from 'node:worker_threads';
import {
  MAINTENANCE_TASKS,
  type Progress,
  type TaskInput,
  type TaskName,
  type TaskOutput,
} from './maintenance-tasks.ts';
import { maintenanceTroubleOf, type MaintenanceTrouble } from './maintenance-trouble.ts';

/** What the thread is started with: one task, after which it ends. */
export type WorkOrder<N extends TaskName = TaskName> = { readonly name: N; readonly input: TaskInput<N> };

export type WorkerMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly output: TaskOutput<TaskName> }
  | { readonly type: 'failed'; readonly trouble: MaintenanceTrouble; readonly error: unknown };

const PROGRESS_EVERY_MS = 250;

function post(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

function throttled(): Progress {
  let postedAt = -Infinity;
  return (done, total) => {
    if (performance.now() - postedAt < PROGRESS_EVERY_MS) return;
    postedAt = performance.now();
    post({ type: 'progress', done, total });
  };
}

async function work<N extends TaskName>({ name, input }: WorkOrder<N>): Promise<void> {
  try {
    post({ type: 'done', output: await MAINTENANCE_TASKS[name](input, throttled()) });
  } catch (error) {
    post({ type: 'failed', trouble: maintenanceTroubleOf(error), error });
  }
}

// Whoever starts the thread is {@link startTask}.
if (parentPort) await work(workerData as WorkOrder);
