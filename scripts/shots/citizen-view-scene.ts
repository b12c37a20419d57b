import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';

/** The screen turned to the citizen, while the dossier is typed and after it was kept. */
export const CITIZEN_VIEW_SCENE: Scene = {
  name: '25-citizen-view',
  play: async (stage) => {
    const { window, page, shot, small, enlarged } = stage;
    await setUp(stage);
    await page.keyboard.press('Control+Shift+c');
    await window.at('citizen-view').waitFor();
    await shot('nothing-typed');
    await page.keyboard.press('Escape');
    await window.at('citizen-view').waitFor({ state: 'detached' });
    await window.fillIntake({
      procedure: 'tt',
      name: 'Nguyễn Hoàng Thị Phương Huyền',
      phone: '0987 654 321',
      address: 'Khu Đồng Măng, xã Trung Sơn, tỉnh Phú Thọ',
    });
    await window.at('applicant-id').fill('025190004321');
    await shot('form');
    await small('form');
    await page.keyboard.press('Control+Shift+c');
    await window.at('citizen-view').waitFor();
    await shot('typed');
    await small('typed');
    await enlarged('typed');
    await page.keyboard.press('Enter');
    await window.at('citizen-view').waitFor({ state: 'detached' });
    await window.commitIntake();
    await shot('saved-panel');
    await small('saved-panel');
    await page.keyboard.press('Control+Shift+c');
    await window.at('citizen-view').waitFor();
    await shot('saved');
    await small('saved');
  },
};
