import {
  pngOf,
  profileFor,
  type SlipArtifact,
  type SlipRenderer,
  startSlipRenderer,
} from '../../printing/slip-artifact.ts';
import type { PrintJob } from '../../sync/counter-store.ts';
import type { PaperWidth } from '../contract/views.ts';

/** Draws slips off the event loop. The renderer is started with the first slip and shared by all. */
export class SlipDrawing {
  #renderer: SlipRenderer | undefined;

  draw(job: Pick<PrintJob, 'slip' | 'reprint'>, paperWidthMm: PaperWidth): Promise<SlipArtifact> {
    this.#renderer ??= startSlipRenderer();
    const { slip, reprint } = job;
    return this.#renderer.render({ slip, profile: profileFor(paperWidthMm), ...(reprint ? { reprint } : {}) });
  }

  async close(): Promise<void> {
    const renderer = this.#renderer;
    this.#renderer = undefined;
    await renderer?.close();
  }
}

/** True when what was drawn for a job still fits the paper that is in the printer now. */
export function fitsPaper(drawn: { readonly widthDots: number }, paperWidthMm: PaperWidth): boolean {
  return drawn.widthDots === profileFor(paperWidthMm).widthDots;
}

export function pictureUrlOf(drawn: Pick<SlipArtifact, 'widthDots' | 'heightDots' | 'raster'>): string {
  return `data:image/png;base64,${Buffer.from(pngOf(drawn)).toString('base64')}`;
}
