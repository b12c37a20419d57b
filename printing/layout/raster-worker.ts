import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { withoutRealTimeCommands } from '../device/raster-bands.ts';
import { printJob } from '../device/thermal-printer.ts';
import { FONT_VERSION } from './font-version.ts';
import { registerFonts } from './fonts.ts';
import { paintSlip, textMeasure } from './paint-slip.ts';
import type { RasterAnswer, RasterQuestion, SlipArtifact, SlipRequest } from './raster-protocol.ts';
import { slipContent } from './slip-content.ts';
import { layOutSlip } from './slip-layout.ts';
import { paperOf } from './slip-sheet.ts';

const fontError = errorOf(registerFonts);
const measure = textMeasure();

function render({ slip, profile, reprint }: SlipRequest): SlipArtifact {
  // Said to each who asks, instead of ending the worker again and again.
  if (fontError) throw fontError;
  const drawing = layOutSlip(slipContent(slip, reprint), paperOf(profile), measure);
  const picture = withoutRealTimeCommands(paintSlip(drawing));
  const bytes = printJob(picture, profile);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...picture, bytes, sha256, fontVersion: FONT_VERSION };
}

function answer({ id, request }: RasterQuestion): RasterAnswer {
  try {
    return { id, artifact: render(request) };
  } catch (error) {
    // One slip that cannot be drawn must not take the worker and the other slips with it.
    return { id, error: error instanceof Error ? error : new Error(String(error)) };
  }
}

function errorOf(act: () => void): Error | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

parentPort?.on('message', (question: RasterQuestion) => parentPort?.postMessage(answer(question)));
