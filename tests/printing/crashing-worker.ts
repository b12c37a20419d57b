import { parentPort } from 'node:worker_threads';
import type { RasterQuestion } from '../../printing/layout/raster-protocol.ts';
import { CRASHING_CLERK } from './sample-slips.ts';

// Listens before the real worker does: one slip takes the whole thread down, as a fault in native code would.
parentPort?.on('message', ({ request }: RasterQuestion) => {
  if (request.slip.clerkName === CRASHING_CLERK) process.exit(3);
});
await import('../../printing/layout/raster-worker.ts');
