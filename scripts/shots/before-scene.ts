import { setUp } from './set-up-counter.ts';
import type { Scene, Stage } from './stage.ts';

/** What happens before a reception: guided, refused, arrived, and received under its own code. */
export const BEFORE_SCENE: Scene = {
  name: '16-before',
  play: async (stage) => {
    const { window, page, shot, small } = stage;
    await setUp(stage);
    await page.keyboard.press('Control+b');
    await window.at('needs-procedure').waitFor();
    await shot('no-procedure');
    await window.at('procedure-search').fill('kt');
    await page.keyboard.press('Enter');
    await window.at('applicant-name').fill('Hoàng Đức Ả');
    await page.keyboard.press('Control+b');
    await window.at('guide-dialog').waitFor();
    await window.at('before-phone').fill('09');
    await page.keyboard.press('Control+Enter');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await shot('guide-refused');
    await window.at('before-phone').fill('0987 654 321');
    await window.at('act-missing-note').first().fill('Bản chụp bị mờ, xin nộp bản rõ');
    await window.at('act-missing-other').fill('Giấy xác nhận thông tin về cư trú');
    await window.at('before-reason').fill('Thiếu giấy tờ theo quy định của thủ tục');
    await shot('guide');
    await small('guide');
    await page.keyboard.press('Control+Enter');
    await window.at('told').waitFor();
    await window.at('slip-picture').waitFor();
    await shot('guided');
    await small('guided');
    const code = (await window.at('told-scan-code').innerText()).replace(/\D/g, '');
    await playRefusal(stage);
    await playReturn(stage, code);
    await playArrival(stage);
  },
};

async function playRefusal({ window, page, shot, small }: Stage): Promise<void> {
  await page.keyboard.press('Enter');
  await window.at('procedure-search').fill('ks');
  await page.keyboard.press('Enter');
  await window.at('applicant-name').fill('Hà Văn Thắng');
  await page.keyboard.press('Control+e');
  await window.at('refuse-dialog').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('[aria-invalid="true"]').first().waitFor();
  await shot('refuse-refused');
  await window.at('ground-not-eligible').check();
  await window.at('before-reason').fill('Đã đăng ký khai sinh tại Ủy ban nhân dân xã khác');
  await page.keyboard.press('Escape');
  await window.at('refuse-leave').waitFor();
  await shot('refuse-leave');
  await small('refuse-leave');
  await page.keyboard.press('Control+Enter');
  await window.at('told').waitFor();
  await shot('refused');
  await small('refused');
  await page.keyboard.press('Enter');
}

async function playReturn({ window, page, shot, small }: Stage, code: string): Promise<void> {
  await window.at('applicant-name').fill('Bùi Văn Dở');
  await window.scan(code);
  await window.at('receive-card').waitFor();
  await shot('slip');
  await small('slip');
  await page.keyboard.press('F2');
  await window.at('standing').waitFor();
  await window.at('appointment').waitFor();
  await shot('standing');
  await small('standing');
  await page.keyboard.press('Escape');
  await window.at('standing').waitFor({ state: 'detached' });
}

async function playArrival({ window, page, shot, small }: Stage): Promise<void> {
  await page.keyboard.press('F5');
  await window.at('screen-list').waitFor();
  await page.keyboard.press('Digit6');
  await page.locator('[data-testid="line-arrived"][aria-current="true"]').waitFor();
  await page.keyboard.press('Control+o');
  await window.at('arrival-dialog').waitFor();
  await page.keyboard.type('k');
  await page.locator('.act .picker-list').waitFor();
  await shot('arrival-search');
  await small('arrival-search');
  await page.keyboard.press('Enter');
  await window.at('arrival-procedure').waitFor();
  await page.keyboard.press('ArrowRight');
  await window.at('arrival-number').fill('EV123456789VN');
  await window.at('arrival-filed-at').fill('31/02/2020');
  await window.at('before-name').fill('Hà Thị Mơ');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-testid="arrival-filed-at"][aria-invalid="true"]').waitFor();
  await shot('arrival-refused');
  await small('arrival-refused');
  await window.at('arrival-filed-at').fill('20/04/2020 08:30');
  await page.keyboard.press('Control+Enter');
  await window.at('arrival-done').waitFor();
  await shot('arrival-done');
  await page.keyboard.press('Escape');
  await window.at('screen-list').getByTestId('dossier-row').first().waitFor();
  await shot('arrived');
  await small('arrived');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await window.at('dossier-panel').getByTestId('to-receive').waitFor();
  await shot('panel');
  await page.keyboard.press('F2');
  await window.at('standing').waitFor();
  await shot('standing-post');
}
