import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';

const PERSON = { name: 'Đinh Thị Mận', phone: '0912 345 678', address: 'Khu 3, xã Trung Sơn' };

/** The procedures used last, below the box and at the head of its list. */
export const RECENT_SCENE: Scene = {
  name: '25-recent',
  play: async (stage) => {
    const { window, page, shot, small, enlarged } = stage;
    await setUp(stage);
    for (const procedure of ['ks', 'kt', 'kh', 'hn', 'tru']) await window.receive({ ...PERSON, procedure });
    await page.keyboard.press('F2');
    await window.at('procedure-recent').waitFor();
    await shot('row');
    await small('row');
    await enlarged('row');
    await page.keyboard.press('ArrowDown');
    await shot('list');
    await small('list');
  },
};
