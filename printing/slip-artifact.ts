import { Worker } from 'node:worker_threads';
import type { RasterAnswer, RasterQuestion, SlipArtifact, SlipRequest } from './layout/raster-protocol.ts';

export { FONT_VERSION } from './layout/font-version.ts';
export { pngOf } from './layout/png.ts';
export type { SlipArtifact, SlipRequest } from './layout/raster-protocol.ts';

export type SlipRenderer = {
  /** Draws the slip and builds its print job. Rejects with {@link SlipRenderError}. */
  render(request: SlipRequest): Promise<SlipArtifact>;
  /** Ends the worker; whatever was still asked is rejected. */
  close(): Promise<void>;
};

/** A slip could not be drawn. The dossier is not touched by this; the slip may be asked for again. */
export class SlipRenderError extends Error {
  override readonly name = 'SlipRenderError';
  readonly code: 'slip-not-drawable' | 'renderer-crashed' | 'renderer-closed';

  constructor(code: SlipRenderError['code'], cause?: unknown) {
    super(`slip not rendered: ${code}`, { cause });
    this.code = code;
  }
}

/**
 * Starts the worker thread that draws slips, so that neither fonts nor pixels ever hold up the caller's event loop.
 * A worker that crashes rejects what it was asked and is started again at the next request. An idle worker does not
 * keep the process alive.
 */
export function startSlipRenderer(workerFile: URL = rasterWorkerFile()): SlipRenderer {
  return new WorkerRenderer(workerFile);
}

type Waiting = {
  readonly resolve: (artifact: SlipArtifact) => void;
  readonly reject: (error: SlipRenderError) => void;
};

class WorkerRenderer implements SlipRenderer {
  readonly #workerFile: URL;
  #worker: Worker | undefined;
  #isClosed = false;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();

  constructor(workerFile: URL) {
    this.#workerFile = workerFile;
    // At once: loading the fonts takes longer than drawing the first slip.
    this.#worker = this.#start();
  }

  render(request: SlipRequest): Promise<SlipArtifact> {
    if (this.#isClosed) return Promise.reject(new SlipRenderError('renderer-closed'));
    this.#worker ??= this.#start();
    const worker = this.#worker;
    this.#lastId += 1;
    const question: RasterQuestion = { id: this.#lastId, request };
    return new Promise((resolve, reject) => {
      worker.postMessage(question);
      worker.ref();
      this.#waiting.set(question.id, { resolve, reject });
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    this.#worker = undefined;
    this.#rejectAll(new SlipRenderError('renderer-closed'));
    await worker?.terminate();
  }

  #start(): Worker {
    // Canvas would look through every font of the machine as it starts; slips are drawn in their own alone.
    const worker = new Worker(this.#workerFile, {
      env: { ...process.env, DISABLE_SYSTEM_FONTS_LOAD: '1' },
      // Each slip leaves megabytes of pixels behind: collected often, they do not pile up.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
    worker.unref();
    worker.on('message', (answer: RasterAnswer) => this.#settle(worker, answer));
    worker.on('error', (cause) => this.#crashed(worker, cause));
    worker.on('exit', (exitCode) => this.#crashed(worker, new Error(`worker ended with ${exitCode}`)));
    return worker;
  }

  #settle(worker: Worker, answer: RasterAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) worker.unref();
    if ('artifact' in answer) waiting?.resolve(answer.artifact);
    else waiting?.reject(new SlipRenderError('slip-not-drawable', answer.error));
  }

  // `error` and `exit` both come for one crash; the second finds another worker, or none, in place.
  #crashed(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#rejectAll(new SlipRenderError('renderer-crashed', cause));
  }

  #rejectAll(error: SlipRenderError): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

// The build lays the bundled worker beside the bundled core.
function rasterWorkerFile(): URL {
  const file = import.meta.url.endsWith('.ts') ? './layout/raster-worker.ts' : './raster-worker.mjs';
  return new URL(file, import.meta.url);
}
