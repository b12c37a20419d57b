import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';

const RECEIVED = {
  procedure: 'ks',
  name: 'Đinh Thị Mận',
  phone: '0912 345 678',
  address: 'Khu 3, xã Trung Sơn, tỉnh Phú Thọ',
};

/** A reception from its first key to its slip; the dossier found again, and its papers. */
export const REGISTER_SCENE: Scene = {
  name: '15-register',
  play: async (stage) => {
    const { window, page, shot, small } = stage;
    await setUp(stage);
    await window.at('procedure-search').waitFor();
    await shot('nothing-typed');
    await window.at('procedure-search').fill('ks');
    await shot('procedures');
    await page.keyboard.press('Enter');
    await window.at('procedure-chosen').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await shot('errors');
    await small('errors');
    await window.receive(RECEIVED);
    await page.locator('[data-testid="print-state"][data-state]').waitFor();
    await shot('saved');
    await small('saved');
    await page.keyboard.press('F3');
    await window.at('find-input').waitFor();
    await shot('nothing-sought');
    await window.at('find-input').fill('không ai');
    await page.getByText('Không thấy hồ sơ nào').first().waitFor();
    await shot('none');
    await window.at('find-input').fill('man');
    await window.at('screen-find').getByTestId('dossier-row').first().waitFor();
    await shot('found');
    await page.keyboard.press('Enter');
    await window.at('paper-menu').waitFor();
    await shot('panel');
    await page.keyboard.press('Control+p');
    await window.at('print-form-receipt-slip').waitFor();
    await shot('papers');
    await small('papers');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F4');
    await window.at('open-camera').waitFor();
    await shot('no-slip');
    await page.keyboard.press('Control+m');
    await window.at('camera-trouble').waitFor();
    await shot('no-camera');
    await page.keyboard.press('Escape');
    await window.at('camera-trouble').waitFor({ state: 'detached' });
    await page.keyboard.press('F5');
    await window.at('screen-list').waitFor();
    await window.scan('0831103260004');
    await window.at('scan-misread').waitFor();
    await shot('misread');
  },
};

/** Nobody takes it for the real counter. */
export const TRIAL_SCENE: Scene = {
  name: '16-trial',
  play: async ({ window, page, shot, small }) => {
    await window.at('setup-trial').click();
    await window.at('screen-intake').waitFor();
    await shot('intake');
    await small('intake');
    await page.keyboard.press('Control+,');
    await window.at('trial-end').click();
    await window.at('trial-end-confirm').waitFor();
    await shot('end');
  },
};
