import { CLERK } from './people-samples.ts';
import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';

/** The rules a unit has of its own: as they hold, with a season, with what has to be mended, and for who may only look. */
export const UNIT_RULES_SCENE: Scene = {
  name: '16-unit-rules',
  play: async (stage) => {
    const { window, page, canned, shot, small } = stage;
    await setUp(stage);
    await page.keyboard.press('Control+Shift+o');
    await page.locator('[data-testid="hours.0"]:focus').waitFor();
    await shot('as-it-holds');
    await window.at('season-add').click();
    await window.at('season-0-from').fill('16/4');
    await window.at('season-0-until').fill('31/9');
    await window.at('hours.1').fill('trưa');
    await window.at('amount-1.001193-duty').fill('8.000');
    await page.keyboard.press('Control+Enter');
    await window.at('unit-rules-refusal').waitFor();
    await shot('to-mend');
    await small('to-mend');
    await window.at('hours.1').fill('11:30');
    await window.at('season-0-until').fill('15/10');
    await page.keyboard.press('Control+Enter');
    await window.at('unit-rules-done').waitFor();
    await shot('saved');
    await canned.patch('app.state', { people: CLERK });
    await window.at('unit-rules-read-only').waitFor();
    await small('read-only');
    await canned.clear();
    await page.keyboard.press('Control+,');
    await window.at('screen-settings').waitFor();
    await shot('in-settings');
  },
};
