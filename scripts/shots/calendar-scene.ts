import type { Page } from 'playwright-core';
import { localMoment } from '../../domain/plain-date.ts';
import { setUp } from './set-up-counter.ts';
import type { Scene } from './stage.ts';

const EFFECTS = [
  ['Đinh Thị Mận', '2026-12-08T11:30', '2026-12-09T11:30'],
  ['Hà Văn Thắng', '2026-12-08T17:00', '2026-12-09T17:00'],
  ['Nguyễn Thị Quỳnh Hương', '2028-01-04T11:30', undefined],
] as const;

async function steps(page: Page, key: string, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await page.keyboard.press(key);
}

/** Days off are looked at, a few are changed, and what that would do is shown before it is published. */
export const CALENDAR_SCENE: Scene = {
  name: '15-calendar',
  play: async (stage) => {
    const { window, page, canned, shot, small } = stage;
    await setUp(stage);
    await page.keyboard.press('Control+Shift+l');
    await window.at('day-card').waitFor();
    await shot('year');
    await small('year');
    await page.keyboard.press('PageDown');
    await window.at('calendar-decree').waitFor();
    await shot('expected');
    await page.keyboard.press('PageUp');
    await page.locator('[data-testid="calendar-decree"]').waitFor({ state: 'detached' });
    await steps(page, 'ArrowUp', 2);
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="day-act"]:focus').waitFor();
    await page.keyboard.press('Enter');
    if (await window.at('day-add').isVisible()) {
      await shot('no-name');
      await page.keyboard.type('Nghỉ bão số 3');
      await page.keyboard.press('Enter');
    }
    await page.locator('[data-testid="calendar-changes"]:not([data-count="0"])').waitFor();
    await shot('changed');
    await canned.answer('calendar.effects', {
      ok: true,
      value: EFFECTS.map(([applicantName, printedAt, wouldBeAt], i) => ({
        id: `0831103260000${i}`,
        dossierNumber: `H44.33.12-261201-100${i}`,
        applicantName,
        printedAt: localMoment(printedAt),
        ...(wouldBeAt ? { wouldBeAt: localMoment(wouldBeAt) } : {}),
      })),
    });
    await page.keyboard.press('Control+Enter');
    await window.at('publish-effects').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-testid="publish-reason"][aria-invalid="true"]').waitFor();
    await shot('publish');
    await small('publish');
    await page.keyboard.type('Thông báo số 12/TB-UBND');
    await page.keyboard.press('Control+Enter');
    await window.at('calendar-published').waitFor();
    await shot('published');
  },
};
