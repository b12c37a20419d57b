import { setUp } from './set-up-counter.ts';
import type { Scene, Stage } from './stage.ts';

/** What is paid while it is counted, the options of a reception, and nhận và trả ngay. */
export const FEES_SCENE: Scene = {
  name: '15-fees',
  play: async (stage) => {
    await setUp(stage);
    await stage.shot('nothing-chosen');
    await counting(stage);
    await givingAtOnce(stage);
    await options(stage);
  },
};

async function choose({ window, page }: Stage, letters: string): Promise<void> {
  await page.keyboard.press('F2');
  const change = window.at('procedure-change');
  if (await change.isVisible()) await change.click();
  await window.at('procedure-search').fill(letters);
  await page.keyboard.press('Enter');
  await window.at('procedure-chosen').waitFor();
}

async function counting(stage: Stage): Promise<void> {
  const { window, shot, small } = stage;
  await choose(stage, 'ks');
  await shot('council');
  await small('council');
  await window.at('fee-council-duty').fill('8.000');
  await window.at('fee-collect').check();
  await shot('collect');
  await small('collect');
  await window.at('fee-collect').uncheck();
  await window.at('fee-council-duty').fill('');
  await window.at('fee-exemption').selectOption('poor-household');
  await window.at('fee-evidence').fill('Sổ hộ nghèo năm 2026 số 14');
  await window.at('applicant-name').fill('Đinh Thị Mận');
  await window.at('has-submitter').check();
  await window.at('fee-exemption').focus();
  await shot('exempt');
  await small('exempt');
  await window.at('has-submitter').uncheck();
}

async function givingAtOnce(stage: Stage): Promise<void> {
  const { window, page, shot, small } = stage;
  await choose(stage, 'sy');
  await window.at('applicant-name').fill('Hà Văn Phúc');
  await page.keyboard.press('Control+Enter');
  await shot('count-missing');
  await page.keyboard.press('Control+g');
  await window.at('fee-pages').fill('250');
  await window.at('fee-copies').fill('3');
  await window.at('has-submitter').check();
  await shot('capped');
  await small('capped');
  await window.at('has-submitter').uncheck();
  await window.at('fee-pages').fill('3');
  await window.at('fee-copies').fill('2');
  await window.at('fee-receipt-book').fill('AB-20');
  await page.keyboard.press('Control+Enter');
  await window.at('intake-trouble').waitFor();
  await shot('receipt-incomplete');
  await small('receipt-incomplete');
  await window.at('fee-receipt-number').fill('0000012');
  await page.keyboard.press('Control+Enter');
  await window.at('saved').waitFor();
  await shot('given');
  await small('given');
}

async function options(stage: Stage): Promise<void> {
  const { window, page, shot, small } = stage;
  await choose(stage, 'tt');
  await page.keyboard.press('Control+r');
  await window.at('options-dialog').waitFor();
  await window.at('options-channel').getByText('Nộp trực tuyến').click();
  await window.at('options-result').getByText('Bưu chính tận nhà').click();
  await page.keyboard.press('Enter');
  await shot('options');
  await window.at('options-address').fill('Khu Nai, xã Trung Sơn, tỉnh Phú Thọ');
  await page.keyboard.press('Enter');
  await window.at('options-dialog').waitFor({ state: 'detached' });
  await shot('online');
  await small('online');
  await choose(stage, 'nuôi con nuôi');
  await page.keyboard.press('Control+r');
  await window.at('options-hides-title').check();
  await shot('options-restricted');
  await page.keyboard.press('Enter');
  await window.at('options-dialog').waitFor({ state: 'detached' });
  await shot('restricted');
  await small('restricted');
}
