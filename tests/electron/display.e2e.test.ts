import { describe, expect, test } from 'vitest';
import { TEXT_SIZES } from '../../electron/contract/text-size.ts';
import { SCREEN_KEYS, type ScreenId } from '../../renderer/frame/screens.ts';
import { KEYS } from '../../renderer/keys.ts';
import { Start, UNIT } from '../support/counter-start.ts';
import { temporaryFolder } from '../support/store.ts';

const SMALLEST = { width: 1024, height: 700 };
const SCREEN_IDS = Object.keys(SCREEN_KEYS) as readonly ScreenId[];

/** The scale the page is drawn at, compared with the window's own. */
async function scaleOf(start: Start): Promise<number> {
  const inner = await start.screen.page.evaluate(() => window.innerWidth);
  const outer = await start.counter.app.evaluate(({ BrowserWindow }) => {
    return BrowserWindow.getAllWindows()[0]?.getContentSize()[0] ?? 0;
  });
  return Math.round((outer / inner) * 100);
}

function isShown(start: Start): Promise<boolean> {
  return start.counter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);
}

async function enlarge(start: Start, factor: number): Promise<void> {
  await start.counter.app.evaluate(({ BrowserWindow }, zoom) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom);
  }, factor);
  await expect.poll(() => scaleOf(start)).toBe(factor * 100);
}

/** Buttons and fields of the screen that cannot be brought into the window by scrolling, by their words. */
function outOfReach(start: Start): Promise<readonly string[]> {
  return start.screen.page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('button, input, textarea, [role="combobox"]')];
    return all
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 4)
      .filter((element) => {
        element.scrollIntoView({ block: 'center', inline: 'nearest' });
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1;
      })
      .map((element) => element.dataset['testid'] ?? element.textContent);
  });
}

describe('how this machine shows the counter', () => {
  test('the size and the contrast are chosen by the keys, seen at once, and there at the next start before anybody signs in', async () => {
    const start = await Start.setUp();
    const { page } = start.screen;
    await start.press('Control+,');
    await page.locator('[data-testid="text-size"] input:checked').focus();
    for (const size of TEXT_SIZES.slice(1)) {
      await start.press('ArrowRight');
      await expect.poll(() => scaleOf(start)).toBe(size);
    }
    await page.locator('[data-testid="contrast"] input:checked').focus();
    await start.press('ArrowRight');
    await page.locator('html[data-contrast="more"]').waitFor({ state: 'attached' });
    await start.counter.close();

    const next = await Start.on(start.dataFolder);
    await next.screen.at('screen-sign-in').waitFor();
    await expect.poll(() => scaleOf(next)).toBe(130);
    await next.screen.page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await isShown(next)).toBe(true);
    expect(await next.screen.page.locator('html').getAttribute('data-contrast')).toBe('more');
  });

  test.for([
    ['the largest text in the smallest window', SMALLEST, 1.3],
    ['twice as large on an office’s monitor', { width: 1366, height: 768 }, 2],
  ] as const)('with %s every button and field of every screen can be reached', async ([, size, factor]) => {
    const start = await Start.on(temporaryFolder());
    await start.counter.app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
    await enlarge(start, factor);
    await start.screen.at('screen-set-up').waitFor();
    expect(await outOfReach(start), 'set-up').toEqual([]);
    await start.screen.setUp(UNIT);
    for (const id of SCREEN_IDS) {
      await start.press(KEYS[SCREEN_KEYS[id]].label.replace('Ctrl+', 'Control+'));
      await start.screen.page.locator(`[data-testid="screen-${id}"]:visible`).waitFor();
      expect(await outOfReach(start), id).toEqual([]);
      expect(
        await start.screen.page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        id,
      ).toBeLessThanOrEqual(0);
    }
  });
});
