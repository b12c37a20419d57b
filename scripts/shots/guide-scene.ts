import { setUp } from './set-up-counter.ts';
import type { Scene, Stage } from './stage.ts';

const PEOPLE = [
  ['kt', 'Hoàng Đức Ả', '0987 654 321', 'Khu 3, xã Trung Sơn'],
  ['ks', 'Đinh Thị Mận', '0912 345 678', 'Khu Đâng, xã Trung Sơn'],
  ['kh', 'Nguyễn Thị Quỳnh Hương', '0978 112 233', 'Khu Hạ Bạc, xã Trung Sơn'],
] as const;

/** The pictures of the clerk's guide, taken from a morning's work. */
export const GUIDE_SCENE: Scene = {
  name: 'guide',
  play: async (stage) => {
    const { window, page, forGuide } = stage;
    await setUp(stage);
    const scanCodes: string[] = [];
    for (const [procedure, name, phone, address] of PEOPLE) {
      scanCodes.push((await window.receive({ procedure, name, phone, address })).scanCode);
    }
    await window.fillIntake({ procedure: 'ks', name: 'Phùng Văn Lý', phone: '0966 778 899', address: 'Khu 5' });
    await page.keyboard.press('Control+g');
    await forGuide('intake');
    await page.keyboard.press('F5');
    await page.locator('[data-testid="dossier-row"]:focus').waitFor();
    await forGuide('morning');
    await page.keyboard.press('Enter');
    await window.at('acts').waitFor();
    await page.keyboard.press('Digit1');
    await window.at('act-dialog').waitFor();
    await page.keyboard.press('Control+Enter');
    await window.at('act-dialog').waitFor({ state: 'detached' });
    await forGuide('acts');
    await page.keyboard.press('Escape');
    await window.scan(scanCodes[1] ?? '');
    await window.waitForAnswer('open');
    await forGuide('hand-over');
    await elsewhere(stage);
  },
};

async function elsewhere({ window, page, forGuide }: Stage): Promise<void> {
  await page.keyboard.press('F6');
  await page.keyboard.press('Control+u');
  await window.at('new-batch-body').fill('BHXH huyện Yên Lập');
  await page.keyboard.press('Enter');
  await window.at('batch-head').waitFor();
  await forGuide('batches');
  await page.keyboard.press('F7');
  await window.at('screen-book').waitFor();
  await forGuide('book');
  await page.keyboard.press('Control+t');
  await window.at('screen-procedures').waitFor();
  await forGuide('rules');
  await page.keyboard.press('Control+i');
  await window.at('screen-printing').waitFor();
  await forGuide('printing');
  await page.keyboard.press('Control+l');
  await window.at('screen-backup').waitFor();
  await forGuide('safety');
}
