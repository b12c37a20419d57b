import { WITH_UPSTREAM } from './samples.ts';
import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';

/** A slip comes back: the result may be given, or why not. */
export const HAND_OVER_SCENE: Scene = {
  name: '11-hand-over',
  play: async (stage) => {
    const { window, page, canned, shot, small } = stage;
    await setUp(stage);
    const { scanCode } = await window.receive({
      procedure: 'ks',
      name: 'Hoàng Đức Ả',
      phone: '0987 654 321',
      address: 'Khu 3',
    });
    await window.scan(scanCode);
    await window.waitForAnswer('open');
    await shot('open');
    await canned.answer('dossier.handOver', { ok: false, refusal: { code: 'money-due', restVnd: 58_000 } });
    await page.keyboard.press('Control+Enter');
    await window.at('hand-over-despite-money-due').waitFor();
    await shot('money-due');
    await small('money-due');
    await canned.answer('dossier.handOver', {
      ok: false,
      refusal: { code: 'result-not-ready', status: 'in-progress' },
    });
    await page.keyboard.press('Control+Enter');
    await window.at('hand-over-despite-money-due').waitFor({ state: 'detached' });
    await shot('no-result');
    await canned.answer('dossier.scan', WITH_UPSTREAM);
    await window.waitForAnswer('not-to-hand-over');
    await shot('not-now');
    await small('not-now');
  },
};
