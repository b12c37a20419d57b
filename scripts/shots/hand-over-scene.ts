import { WITH_UPSTREAM } from './samples.ts';
import { setUp } from './set-up-counter.ts';
import type { Scene, Stage } from './stage.ts';

/** A slip comes back: the result may be given, or why not. */
export const HAND_OVER_SCENE: Scene = {
  name: '11-hand-over',
  play: async (stage) => {
    const { window, page, canned, shot, small } = stage;
    await setUp(stage);
    const { scanCode } = await window.receive({
      procedure: 'tt',
      name: 'Hoàng Đức Ả',
      phone: '0987 654 321',
      address: 'Khu 3',
    });
    await window.scan(scanCode);
    await window.waitForAnswer('open');
    await window.at('collect-now').waitFor();
    await shot('open');
    await small('open');
    await page.keyboard.press('Control+Enter');
    await window.at('hand-over-despite-money-due').waitFor();
    await shot('money-due');
    await small('money-due');
    await byAnother(stage);
    await canned.answer('dossier.handOver', {
      ok: false,
      refusal: { code: 'result-not-ready', status: 'in-progress' },
    });
    await page.keyboard.press('Control+Enter');
    await window.at('hand-over-trouble').waitFor();
    await shot('no-result');
    await canned.clear();
    await canned.patch('dossier.scan', { lateness: 'late' });
    await window.at('apology').waitFor();
    await shot('late');
    await small('late');
    await canned.clear();
    await collected(stage);
    await withoutSlip(stage);
    await canned.answer('dossier.scan', WITH_UPSTREAM);
    await window.waitForAnswer('not-to-hand-over');
    await shot('not-now');
    await small('not-now');
  },
};

/** Somebody else takes it home, and has to show by what right. */
async function byAnother({ window, page, shot, small }: Stage): Promise<void> {
  await window.at('receiver-relation').getByText('Được ủy quyền').click();
  await window.at('receiver-name').fill('Hoàng Thị Én');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-testid="receiver-authorisation"][aria-invalid="true"]').waitFor();
  await shot('by-another');
  await small('by-another');
  await window.at('receiver-authorisation').fill('Số 12/2026, UBND xã Trung Sơn chứng thực ngày 20/11/2026');
}

/** The money is taken on the way, the citizen is asked, and the result is given. */
async function collected({ window, page, shot, small }: Stage): Promise<void> {
  await page.keyboard.press('Control+y');
  await window.at('act-dialog').waitFor();
  await shot('collect');
  await page.keyboard.press('Control+Enter');
  await window.at('act-dialog').waitFor({ state: 'detached' });
  await page.locator('[data-testid="money-left"][data-rest="0"]').waitFor();
  await page.keyboard.press('Control+Shift+1');
  await page.locator('[data-testid="rating-5"][aria-pressed="true"]').waitFor();
  await shot('paid');
  await small('paid');
  await page.keyboard.press('Control+Enter');
  await window.waitForAnswer('done');
  await shot('done');
}

/** The slip is lost: the dossier was looked up. */
async function withoutSlip(stage: Stage): Promise<void> {
  const { window, page, shot, small } = stage;
  await window.fillIntake({ procedure: 'ks', name: 'Đinh Thị Mận', phone: '0912 345 678', address: 'Khu 5' });
  await page.keyboard.press('Control+r');
  await window.at('options-result').getByText('Bưu chính tận nhà').click();
  await page.keyboard.press('Enter');
  await window.at('options-dialog').waitFor({ state: 'detached' });
  await window.commitIntake();
  await page.keyboard.press('F3');
  await window.at('find-input').fill('man');
  await window.at('screen-find').getByText('Đinh Thị Mận').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await window.at('dossier-panel').waitFor();
  await page.keyboard.press('F4');
  await window.at('hand-over-way').getByText('Qua bưu chính').waitFor();
  await shot('by-post');
  await small('by-post');
  await window.at('dossier-panel').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+r');
  await window.at('hand-over-by').getByText('Trả tại quầy').click();
  await page.keyboard.press('Enter');
  await window.at('slip-lost').waitFor();
  await window.at('slip-lost').check();
  await shot('slip-lost');
  await small('slip-lost');
  await page.keyboard.press('Control+r');
  await window.at('hand-over-options').waitFor();
  await window.at('hand-over-by').getByText('Qua bưu chính').click();
  await window.at('hand-over-post-bill').fill('EA123456789VN');
  await shot('options');
  await small('options');
  await page.keyboard.press('Enter');
}
