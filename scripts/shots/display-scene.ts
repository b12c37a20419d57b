import { setUp } from './set-up-counter.ts';
import type { Scene, Stage } from './stage.ts';

const RECEIVED = { procedure: 'ks', name: 'Đinh Thị Mận', phone: '0912 345 678', address: 'Khu 3, xã Trung Sơn' };

/** Every screen in large letters, and the settings in strong contrast. */
export const DISPLAY_SCENE: Scene = {
  name: '23-display',
  play: async (stage) => {
    const { window, page, shot, small, enlarged } = stage;
    await window.at('screen-set-up').waitFor();
    await enlarged('set-up');
    await setUp(stage);
    const { scanCode } = await window.receive(RECEIVED);
    await enlarged('saved');
    await page.keyboard.press('F2');
    await window.fillIntake({ ...RECEIVED, name: 'Hà Văn Thắng' });
    await enlarged('intake');
    await page.keyboard.press('Control+b');
    await window.at('guide-dialog').waitFor();
    await enlarged('supplement');
    await page.keyboard.press('Escape');
    await window.scan(scanCode);
    await window.waitForAnswer('open');
    await enlarged('hand-over');
    await dialogs(stage);
    await otherScreens(stage);
    await page.keyboard.press('Control+k');
    await window.at('palette-box').waitFor();
    await enlarged('palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await window.at('help').waitFor();
    await enlarged('guide');
    await page.keyboard.press('Escape');
    await window.at('contrast').getByText('Cao').click();
    await shot('contrast');
    await page.keyboard.press('F2');
    await shot('contrast-intake');
    await small('contrast-intake');
    await page.keyboard.press('Control+Shift+X');
    await window.at('screen-sign-in').waitFor();
    await enlarged('sign-in');
  },
};

/** Those that lie over a dossier and over a list. */
async function dialogs({ window, page, enlarged }: Stage): Promise<void> {
  await page.keyboard.press('F5');
  await window.at('line-today').waitFor();
  await window.at('line-today').click();
  await enlarged('morning');
  await page.locator('[data-testid="dossier-row"]:visible').first().click();
  await window.at('dossier-panel').waitFor();
  await enlarged('dossier');
  await page.keyboard.press('1');
  await window.at('act-dialog').waitFor();
  await enlarged('act');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F6');
  await page.keyboard.press('Control+u');
  await window.at('new-batch-body').waitFor();
  await enlarged('new-batch');
  await page.keyboard.press('Escape');
}

async function otherScreens({ page, enlarged }: Stage): Promise<void> {
  for (const [key, screen] of [
    ['F3', 'find'],
    ['F6', 'batches'],
    ['F7', 'book'],
    ['F9', 'sync'],
    ['Control+l', 'backup'],
    ['Control+i', 'printing'],
    ['Control+,', 'settings'],
  ] as const) {
    await page.keyboard.press(key);
    await page.locator(`[data-testid="screen-${screen}"]:visible`).waitFor();
    await enlarged(screen);
  }
}
