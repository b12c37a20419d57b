import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SCREEN_KEYS, type ScreenId } from '../../renderer/frame/screens.ts';
import { KEYS } from '../../renderer/keys.ts';
import { CounterWindow } from '../../scripts/drive/counter-window.ts';
import { DOSSIER, UNIT } from '../support/counter-start.ts';
import { type CounterApp, launchCounter } from '../support/electron-app.ts';

/** More than any screen has stops for Tab. */
const MOST_STOPS = 150;

const ALL = Object.keys(SCREEN_KEYS) as readonly ScreenId[];
const OTHERS = ALL.filter((screen) => screen !== 'intake');

const folder = mkdtempSync(path.join(os.tmpdir(), 'keys-'));
let counter: CounterApp;
let screen: CounterWindow;
let page: Page;

beforeAll(async () => {
  counter = await launchCounter({ dataFolder: path.join(folder, 'data') });
  screen = new CounterWindow(counter.window);
  ({ page } = screen);
  await screen.setUp(UNIT);
  await screen.receive(DOSSIER);
});

afterAll(async () => {
  await counter.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(id: ScreenId): Promise<void> {
  await page.keyboard.press(KEYS[SCREEN_KEYS[id]].label.replace('Ctrl+', 'Control+'));
  await handsAreOn(id);
}

/** The screen is up, and something on it that can be seen has the focus. */
async function handsAreOn(id: ScreenId): Promise<void> {
  await page.locator(`[data-testid="screen-${id}"]:visible`).waitFor();
  await expect.poll(() => focusedIn(`[data-testid="screen-${id}"]`), { message: `focus on ${id}` }).toBe(true);
}

function focusedIn(selector: string): Promise<boolean> {
  return page.evaluate((root) => {
    const { activeElement } = document;
    // A radio of a row of segments is seen by its label.
    const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0] : undefined;
    const { width = 0, height = 0 } = (label ?? activeElement)?.getBoundingClientRect() ?? {};
    return width > 0 && height > 0 && activeElement?.closest(root) !== null;
  }, selector);
}

describe('the screens, by their keys', () => {
  test.for(OTHERS)('%s opens from every screen with the hands in it, and Esc leads back there', async (id) => {
    for (const from of ALL.filter((other) => other !== id)) {
      await open('intake');
      await open(from);
      await open(id);
      await page.keyboard.press('Escape');
      await handsAreOn(from);
      await open(id);
      await page.keyboard.press('Escape');
      await handsAreOn(from);
      // The reception has nothing behind it, and stays.
      await page.keyboard.press('Escape');
      await handsAreOn('intake');
    }
  });

  test.for(ALL)('%s has the hands again when the help above it is closed', async (id) => {
    await open('intake');
    await open(id);
    await page.keyboard.press('F1');
    await expect.poll(() => focusedIn('[role="dialog"]')).toBe(true);
    await page.keyboard.press('Escape');
    await screen.at('help').waitFor({ state: 'detached' });
    await handsAreOn(id);
  });

  test.for([
    ['hand-over', 'Control+m', 'camera-trouble'],
    ['batches', 'Control+u', 'new-batch-body'],
    ['batches', 'Control+Shift+u', 'new-batch-body'],
    ['list', 'Enter', 'dossier-panel'],
  ] as const)('%s has the hands again when what %s opens is closed', async ([id, key, dialog]) => {
    await open('intake');
    await open(id);
    if (id === 'list') {
      await screen.at('line-today').focus();
      await page.keyboard.press('Enter');
      await page.locator('[data-testid="dossier-row"]:focus').waitFor();
    }
    await page.keyboard.press(key);
    await screen.at(dialog).waitFor();
    await expect.poll(() => focusedIn('[role="dialog"]')).toBe(true);
    await page.keyboard.press('Escape');
    await screen.at(dialog).waitFor({ state: 'detached' });
    await handsAreOn(id);
  });

  test('a batch has the hands again when its question was left, and Esc leads out of it to the list', async () => {
    await open('intake');
    await open('batches');
    await page.keyboard.press(KEYS.batchUp.label.replace('Ctrl+', 'Control+'));
    await screen.at('new-batch-body').fill('BHXH huyện Yên Lập');
    await page.keyboard.press('Enter');
    await screen.at('batch-head').waitFor();
    await handsAreOn('batches');
    await page.keyboard.press('Control+Shift+h');
    await screen.at('batch-abandon-dialog').waitFor();
    await page.keyboard.press('Escape');
    await screen.at('batch-abandon-dialog').waitFor({ state: 'detached' });
    await handsAreOn('batches');
    await page.keyboard.press('Escape');
    await screen.at('batch-row').waitFor();
    await handsAreOn('batches');
    await page.keyboard.press('Escape');
    await handsAreOn('intake');
  });

  test.for(ALL)('%s: each button says its key, or Tab leads to it', async (id) => {
    await open('intake');
    await open(id);
    await page.evaluate(() => {
      for (const old of document.querySelectorAll('[data-was-at]')) old.removeAttribute('data-was-at');
      (document.activeElement as HTMLElement | null)?.blur();
    });
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(markFocused)) break;
    }
    expect(await page.evaluate(unreached)).toEqual([]);
  });
});

/** Runs in the page. True: Tab has gone round. */
function markFocused(): boolean {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return false;
  const wasThere = activeElement.hasAttribute('data-was-at');
  activeElement.setAttribute('data-was-at', '');
  return wasThere;
}

/** Runs in the page. What can be pressed, has no key on it, and had no focus. */
function unreached(): readonly string[] {
  // Tab leads to one of a kind, the arrows to the others. What a heading does is a key of the bar above it.
  const isOneOfAKind = (button: HTMLElement): boolean =>
    button.tabIndex === -1 && document.querySelector(`.${button.classList[0]}[data-was-at]`) !== null;
  return [...document.querySelectorAll<HTMLElement>('button, a[href], [role="button"], [role="tab"]')]
    .filter((button) => !isOneOfAKind(button) && !button.closest('th'))
    .filter((button) => button.offsetParent !== null && !button.matches(':disabled'))
    .filter((button) => !button.hasAttribute('data-was-at') && !button.querySelector('kbd'))
    .map((button) => button.outerHTML.slice(0, 200));
}
