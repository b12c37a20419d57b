import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';

/** All commands by their names: those of a screen, a few letters, and none. */
export const PALETTE_SCENE: Scene = {
  name: '22-palette',
  play: async (stage) => {
    const { window, page, shot, small } = stage;
    await setUp(stage);
    await window.at('procedure-search').waitFor();
    await page.keyboard.press('Control+k');
    await window.at('palette-box').waitFor();
    await shot('all');
    await small('all');
    await page.keyboard.type('may in');
    await shot('found');
    await page.keyboard.type(' xyz');
    await small('none');
  },
};
