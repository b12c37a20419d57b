import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutRealTimeCommands } from '../../printing/device/raster-bands.ts';
import { printJob } from '../../printing/device/thermal-printer.ts';
import { PRINTER_PROFILES, profileFor } from '../../printing/send-to-printer.ts';
import { EscposDecoder } from '../../printing/virtual-printer/escpos-decoder.ts';

const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 300);
console.log(`print-job.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

/** Bytes that make commands when they meet come far more often than by chance. */
const byte = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0x10, 0x04, 0x05, 0x14, 0x1d, 0x1b) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 255 }) },
);
const profile = fc
  .tuple(fc.constantFrom(...PRINTER_PROFILES), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 4 }))
  .map(([chosen, bandHeight, stride]) => ({ ...chosen, bandHeight, widthDots: 8 * stride }));
const printed = profile.chain((on) => {
  const stride = on.widthDots / 8;
  return fc.integer({ min: 1, max: 100 }).chain((heightDots) =>
    fc.array(byte, { minLength: stride * heightDots, maxLength: stride * heightDots }).map((raster) => ({
      profile: on,
      picture: { widthDots: on.widthDots, heightDots, raster: Uint8Array.from(raster) },
    })),
  );
});

test('whatever a slip shows, its job holds no real-time command, and all of it comes out of the printer', () => {
  fc.assert(
    fc.property(printed, ({ picture, profile: on }) => {
      const cleared = withoutRealTimeCommands(picture);
      const job = printJob(cleared, on);
      const found = job.findIndex((one, at) => one === 0x10 && [0x04, 0x05, 0x14].includes(job[at + 1] ?? 0));
      expect(found).toBe(-1);
      const decoder = new EscposDecoder();
      const slips = [...decoder.push(job), ...decoder.end()].filter(({ kind }) => kind === 'slip');
      expect(slips).toMatchObject([{ picture: cleared, isCut: on.cut !== 'none' }]);
    }),
    { seed, numRuns },
  );
});

test('clearing a picture only takes dots away, one for each command', () => {
  fc.assert(
    fc.property(printed, ({ picture }) => {
      const { raster } = withoutRealTimeCommands(picture);
      for (const [at, after] of raster.entries()) {
        const before = picture.raster[at] ?? 0;
        if (after !== before) expect([before, after]).toEqual([0x10, 0x00]);
      }
    }),
    { seed, numRuns },
  );
});

test('a picture that was not cleared makes no job', () => {
  const picture = { widthDots: 16, heightDots: 1, raster: Uint8Array.of(0x10, 0x04) };
  expect(() => printJob(picture, { ...profileFor(80), widthDots: 16 })).toThrow('real-time command');
});
