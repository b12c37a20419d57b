import type { DossierSides } from '../../electron/contract/views.ts';
import { setUp } from './set-up-counter.ts';
import type { Scene, Stage } from './stage.ts';

/** What may be done next with a dossier, and the forms of it. */
export const ACTS_SCENE: Scene = {
  name: '14-acts',
  play: async (stage) => {
    const { window, page, shot, small } = stage;
    await setUp(stage);
    await window.receive({ procedure: 'kt', name: 'Hoàng Đức Ả', phone: '0987 654 321', address: 'Khu 3' });
    await page.keyboard.press('F5');
    await page.locator('[data-testid="dossier-row"]:focus').waitFor();
    await page.keyboard.press('Enter');
    await window.at('dossier-panel').waitFor();
    await shot('received');
    await page.keyboard.press('Digit1');
    await window.at('act-dialog').waitFor();
    await shot('start');
    await page.keyboard.press('Control+Enter');
    await window.at('act-dialog').waitFor({ state: 'detached' });
    await shot('in-progress');
    await small('in-progress');
    await page.keyboard.press('Control+b');
    await window.at('act-dialog').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await shot('supplement-refused');
    await page.keyboard.press('Space');
    await window.at('act-missing-note').first().fill('Bản chụp bị mờ, xin nộp bản rõ');
    await window.at('act-missing-other').fill('Giấy xác nhận thông tin về cư trú');
    await window.at('act-reason').fill('Thiếu giấy tờ chứng minh nơi cư trú');
    await window.at('act-respondBy').fill('31/12/2099');
    await shot('supplement');
    await small('supplement');
    await playAnswers(stage);
  },
};

/** The citizen brings what was asked for; a date that cannot be counted is typed; a step is taken back. */
async function playAnswers({ window, page, canned, shot, small }: Stage): Promise<void> {
  await page.keyboard.press('Escape');
  await window.at('act-leave').waitFor();
  await shot('leave');
  await page.keyboard.press('Control+Enter');
  await window.at('act-dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Digit1');
  await window.at('act-dialog').waitFor();
  await shot('supplement-received');
  await canned.answer('dossier.act', {
    ok: false,
    refusal: { code: 'no-date-to-move' },
  });
  await page.keyboard.press('Control+Enter');
  await window.at('act-trouble').waitFor();
  await shot('needs-date');
  await small('needs-date');
  await canned.clear();
  await page.keyboard.press('Control+Enter');
  await window.at('act-dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await window.at('act-dialog').waitFor();
  await shot('undo');
  for (const key of ['Escape', 'Digit7', 'Escape', 'Digit6', 'Escape', 'Digit8', 'Escape', 'Digit5']) {
    await page.keyboard.press(key);
    await window.at('act-dialog').waitFor({ state: key === 'Escape' ? 'detached' : 'visible' });
    await page.waitForTimeout(200);
    if (key !== 'Escape') await shot(`form-${key.slice(-1)}`);
  }
  await page.keyboard.press('Escape');
  await canned.patch('dossier.sides', CONTRADICTED);
  await window.at('act-open-contradiction-settled').waitFor();
  await page.keyboard.press('Digit1');
  await window.at('act-dialog').waitFor();
  await shot('contradiction');
  await small('contradiction');
}

/** A result that another computer handed over, of a dossier that was withdrawn here. */
const CONTRADICTED: Partial<DossierSides> = {
  acts: ['contradiction-settled'],
  contradictions: [
    {
      place: { log: 'another', seq: 7 },
      kind: 'result-handed-over',
      stateThen: 'withdrawn',
      against: { log: 'this', seq: 5, kind: 'withdrawn' },
      whose: 'commune',
      suggestion: 'accept',
    },
  ],
};
