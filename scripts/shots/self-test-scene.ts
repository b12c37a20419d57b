import { localMoment } from '../../domain/plain-date.ts';
import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';

/** The counter tests itself: before, at its end, and a counter where much is wrong. */
export const SELF_TEST_SCENE: Scene = {
  name: '24-self-test',
  play: async (stage) => {
    const { window, page, canned, shot, small, enlarged, paper } = stage;
    await setUp(stage);
    await page.keyboard.press('Control+Shift+K');
    await window.at('self-test-run').waitFor();
    await shot('before');
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-testid="self-test"][data-state="scanner"]').waitFor();
    await shot('done');
    await small('done');
    await enlarged('done');
    await canned.answer('selfTest.state', {
      begunAt: localMoment('2026-11-24T08:05'),
      findings: [
        { step: 'data', code: 'data-damaged' },
        { step: 'space', code: 'space-low', bytes: 300_000_000 },
        { step: 'backup', code: 'backup-late', at: localMoment('2026-11-22T16:00') },
        { step: 'clock', code: 'clock-suspect' },
        { step: 'printer', code: 'printer-trouble', printTrouble: 'paper-out' },
        { step: 'key', code: 'key-none' },
        { step: 'server', code: 'server-silent' },
        { step: 'versions', code: 'versions-read', versions: '0.1.0 · Node 24 · win32 x64' },
        { step: 'commit', code: 'commit-slow', ms: 2_350 },
      ],
    });
    await window.at('self-test-skip').click();
    await page.locator('[data-testid="self-test"][data-state="over"]').waitFor();
    await shot('bad');
    await small('bad');
    await paper('bad');
  },
};
