import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldText } from '../../domain/search-text.ts';
import { SCREEN_KEYS, type ScreenId } from '../../renderer/frame/screens.ts';
import { KEY_TEXTS } from '../../renderer/text/vi.ts';
import { CounterWindow } from '../../scripts/drive/counter-window.ts';
import { DOSSIER, UNIT } from '../support/counter-start.ts';
import { type CounterApp, launchCounter } from '../support/electron-app.ts';

const SCREEN_IDS = Object.keys(SCREEN_KEYS) as readonly ScreenId[];
const OTHERS = SCREEN_IDS.filter((id) => id !== 'intake');

const folder = mkdtempSync(path.join(os.tmpdir(), 'palette-'));
let counter: CounterApp;
let screen: CounterWindow;
let page: Page;

beforeAll(async () => {
  counter = await launchCounter({ dataFolder: path.join(folder, 'data') });
  screen = new CounterWindow(counter.window);
  ({ page } = screen);
  await screen.setUp(UNIT);
});

afterAll(async () => {
  await counter.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openPalette(): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator('[data-testid="palette-box"]:focus').waitFor();
}

async function doByName(words: string): Promise<void> {
  await openPalette();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await screen.at('palette').waitFor({ state: 'detached' });
}

const shown = (id: ScreenId) => page.locator(`[data-testid="screen-${id}"]:visible`);

describe('all commands by their names', () => {
  test.for(OTHERS)('%s is found by its name without marks, and Esc leads back from it', async (id) => {
    await page.keyboard.press('F2');
    await doByName(foldText(KEY_TEXTS[SCREEN_KEYS[id]]));
    await shown(id).waitFor();
    await page.keyboard.press('Escape');
    await shown('intake').waitFor();
  });

  test('Esc closes it alone, and the hands are where they were', async () => {
    await page.keyboard.press('F4');
    await page.locator('[data-testid="scan-input"]:focus').waitFor();
    await openPalette();
    await page.keyboard.type('sao');
    await page.keyboard.press('Escape');
    await screen.at('palette').waitFor({ state: 'detached' });
    await page.locator('[data-testid="scan-input"]:focus').waitFor();
    expect(await screen.at('scan-input').inputValue()).toBe('');
    await shown('hand-over').waitFor();
  });

  test('what is offered changes with the screen: only what somebody would answer', async () => {
    await page.keyboard.press('F2');
    await openPalette();
    expect(await screen.at('palette-camera').count()).toBe(1);
    // No procedure is chosen, and no paper could be ticked.
    expect(await screen.at('palette-tickUsualPapers').count()).toBe(0);
    expect(await screen.at('palette-batchUp').count()).toBe(0);
    await page.keyboard.press('Escape');
    await screen.at('palette').waitFor({ state: 'detached' });
    await page.keyboard.press('F6');
    await shown('batches').waitFor();
    await openPalette();
    expect(await screen.at('palette-camera').count()).toBe(0);
    await page.keyboard.type('lo chuyen len');
    await page.keyboard.press('Enter');
    await page.locator('[role="dialog"]').getByText('lập lô', { exact: false }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('while it is open no other key does anything', async () => {
    await page.keyboard.press('F2');
    await openPalette();
    await page.keyboard.press('F5');
    await page.keyboard.press('Control+Enter');
    expect(await shown('intake').count()).toBe(1);
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(0);
    await page.keyboard.press('Escape');
    await screen.at('palette').waitFor({ state: 'detached' });
  });

  test('a command of the screen is done as by its key: the usual papers are ticked', async () => {
    await screen.at('procedure-search').fill('ks');
    await page.keyboard.press('Enter');
    await screen.at('procedure-chosen').waitFor();
    await page.locator('[data-testid="applicant-name"]:focus').waitFor();
    await doByName('danh dau du');
    await expect.poll(() => page.locator('.papers input[type="checkbox"]:checked').count()).toBeGreaterThan(0);
    await page.locator('[data-testid="applicant-name"]:focus').waitFor();
  });

  test('above a dossier Esc closes the list alone, and what the dossier has is done for it', async () => {
    await screen.receive(DOSSIER);
    await page.keyboard.press('F5');
    await screen.at('line-today').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-testid="dossier-row"]:focus').waitFor();
    await page.keyboard.press('Enter');
    await screen.at('dossier-panel').waitFor();
    await openPalette();
    expect(await screen.at('palette-printAgain').count()).toBe(1);
    await page.keyboard.press('Escape');
    await screen.at('palette').waitFor({ state: 'detached' });
    expect(await screen.at('dossier-panel').count()).toBe(1);
    await doByName('tra ket qua');
    await page.locator('[data-testid="scan-answer"][data-kind="open"]').waitFor();
    await expect.poll(() => screen.at('dossier-panel').count()).toBe(0);
  });
});
