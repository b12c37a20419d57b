import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';

/** Somebody who was here before, found while the name is typed. */
export const RETURNING_SCENE: Scene = {
  name: '12-returning',
  play: async (stage) => {
    const { window, page, shot, small } = stage;
    await setUp(stage);
    for (const [name, phone, address] of [
      ['Đinh Thị Mận', '0912 345 678', 'Khu 3, xã Trung Sơn, tỉnh Phú Thọ'],
      ['Hà Văn Mận', '0987 654 321', 'Khu Đâng, xã Trung Sơn, tỉnh Phú Thọ'],
    ] as const) {
      await window.receive({ procedure: 'ks', name, phone, address });
    }
    await page.keyboard.press('F2');
    await window.at('procedure-search').fill('kt');
    await page.keyboard.press('Enter');
    await window.at('applicant-name').fill('man');
    await window.at('known-people').waitFor();
    await page.keyboard.press('ArrowDown');
    await shot('by-name');
    await small('by-name');
    await window.at('applicant-name').fill('999');
    await page.locator('.name-picker .picker-none').waitFor();
    await shot('nobody');
  },
};
