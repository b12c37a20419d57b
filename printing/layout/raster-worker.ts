import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { withoutRealTimeCommands } from '../device/raster-bands.ts';
import { printJob } from '../device/thermal-printer.ts';
import { registerFonts } from './fonts.ts';
import { paintSlip, textMeasure } from './paint-slip.ts';
import type { RasterAnswer, RasterQuestion, SlipArtifact, SlipRequest } from './raster-protocol.ts';
import { slipContent } from './slip-content.ts';
import { layOutSlip } from './slip-layout.ts';

const fontVersion = registerFonts();
const measure = textMeasure();

function render({ slip, profile, reprint }: SlipRequest): SlipArtifact {
  const paper = { widthMm: profile.paperWidthMm, widthDots: profile.widthDots };
  const drawing = layOutSlip(slipContent(slip, reprint), paper, measure);
  const picture = withoutRealTimeCommands(paintSlip(drawing));
  const bytes = printJob(picture, profile);
  return { ...picture, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), fontVersion };
}

function answer({ id, request }: RasterQuestion): RasterAnswer {
  try {
    return { id, artifact: render(request) };
  } catch (error) {
    // One slip that cannot be drawn must not take the worker and the other slips with it.
    return { id, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

parentPort?.on('message', (question: RasterQuestion) => parentPort?.postMessage(answer(question)));
