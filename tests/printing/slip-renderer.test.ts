import { describe, expect, test } from 'vitest';
import type { ReceiptSlip } from '../../domain/slips/receipt-slip.ts';
import { type PrinterProfile, profileFor } from '../../printing/send-to-printer.ts';
import { FONT_VERSION, SlipRenderError, startSlipRenderer } from '../../printing/slip-artifact.ts';
import { CRASHING_CLERK, LONGEST, ORDINARY } from './sample-slips.ts';

const PROFILE: PrinterProfile = profileFor(80);
const OTHER_FONTS_WORKER = new URL('./other-fonts-worker.ts', import.meta.url);
const CRASHING_WORKER = new URL('./crashing-worker.ts', import.meta.url);

/** The longest time the event loop did not turn, in milliseconds, while `work` was going on. */
async function longestHold(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  await work();
  clearInterval(timer);
  return Math.max(longest, performance.now() - last);
}

describe('the renderer', () => {
  test('never holds up the event loop, not even for a slip with forty papers', async () => {
    const renderer = startSlipRenderer();
    const holds: number[] = [];
    // Another program may take the processor away; it will not do so every time.
    for (let round = 0; round < 5; round += 1) {
      holds.push(await longestHold(() => renderer.render({ slip: LONGEST, profile: PROFILE })));
    }
    await renderer.close();
    expect(Math.min(...holds)).toBeLessThan(20);
  });

  test('a worker that crashes rejects what it was asked and is there again for the next slip', async () => {
    const renderer = startSlipRenderer(CRASHING_WORKER);
    const doomed = renderer.render({ slip: { ...ORDINARY, clerkName: CRASHING_CLERK }, profile: PROFILE });
    await expect(doomed).rejects.toMatchObject({ code: 'renderer-crashed' });
    const next = await renderer.render({ slip: ORDINARY, profile: PROFILE });
    expect(next.widthDots).toBe(576);
    await renderer.close();
  });

  test('a worker that cannot even start rejects instead of leaving the asker waiting', async () => {
    const renderer = startSlipRenderer(new URL('./no-such-worker.ts', import.meta.url));
    await expect(renderer.render({ slip: ORDINARY, profile: PROFILE })).rejects.toBeInstanceOf(SlipRenderError);
    await renderer.close();
  });

  test('fonts other than the program names are refused, each time and in words', async () => {
    const renderer = startSlipRenderer(OTHER_FONTS_WORKER);
    for (let round = 0; round < 2; round += 1) {
      const refused: unknown = await renderer
        .render({ slip: ORDINARY, profile: PROFILE })
        .catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: 'slip-not-drawable' });
      expect(refused instanceof SlipRenderError && String(refused.cause)).toContain(
        `the fonts are ${FONT_VERSION}, not noto-sans-of-another-release`,
      );
    }
    await renderer.close();
  });

  test('a slip that cannot be drawn rejects alone', async () => {
    const renderer = startSlipRenderer();
    // As it might come out of a damaged file.
    const damaged: ReceiptSlip = JSON.parse(JSON.stringify({ ...ORDINARY, papers: undefined }));
    const broken = renderer.render({ slip: damaged, profile: PROFILE });
    const whole = renderer.render({ slip: ORDINARY, profile: PROFILE });
    await expect(broken).rejects.toMatchObject({ code: 'slip-not-drawable' });
    expect((await whole).heightDots).toBeGreaterThan(0);
    await renderer.close();
  });

  test('closing rejects what is still asked, and everything after', async () => {
    const renderer = startSlipRenderer();
    const pending = renderer.render({ slip: ORDINARY, profile: PROFILE });
    const refused = expect(pending).rejects.toMatchObject({ code: 'renderer-closed' });
    await renderer.close();
    await refused;
    await expect(renderer.render({ slip: ORDINARY, profile: PROFILE })).rejects.toMatchObject({
      code: 'renderer-closed',
    });
  });
});
