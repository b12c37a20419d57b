import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { COLOUR_SCHEMES, showScheme } from '../../scripts/drive/colour-scheme.ts';
import { SCENES } from '../../scripts/shots/scenes.ts';
import type { Scene } from '../../scripts/shots/stage.ts';
import { playScene } from '../support/play-scene.ts';

/** Every scene is a dozen screens, each looked at twice by every rule. */
const LONGEST_MS = 240_000;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES: RunOptions = { resultTypes: ['violations'] };

/** What every rule of axe-core has against the window as it stands, in each colour scheme. */
async function violations(page: Page, picture: string): Promise<readonly string[]> {
  await prepare(page);
  const found: string[] = [];
  for (const scheme of COLOUR_SCHEMES) {
    await showScheme(page, scheme);
    const results = await page.evaluate(
      (options) =>
        (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(options),
      RULES,
    );
    for (const { id, nodes } of results.violations) {
      for (const { target, failureSummary } of nodes) {
        found.push(`${picture} ${scheme}: ${id} at ${target.join(' ')}: ${failureSummary?.replaceAll('\n', ' ')}`);
      }
    }
  }
  return found;
}

/** Once in each page. Colours that are still changing are no colours to judge. */
async function prepare(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in globalThis)) return;
  await page.evaluate(AXE);
  await page.addStyleTag({
    content: '*, ::before, ::after { transition: none !important; animation: none !important }',
  });
}

test('a text that is too pale to read, or a field without a name, is found', async () => {
  const found: string[] = [];
  const play: Scene['play'] = async ({ window, page, shot }) => {
    await window.at('screen-set-up').waitFor();
    await page.evaluate(() => {
      const bad = '<p style="color: #999; background: #aaa">Mờ</p><input>';
      document.querySelector('main')?.insertAdjacentHTML('beforeend', bad);
    });
    await shot('spoilt');
  };
  await playScene(
    { name: 'spoilt', play },
    async ({ window: page }, picture) => void found.push(...(await violations(page, picture))),
  );
  expect(found.filter((line) => line.includes('color-contrast at'))).toHaveLength(2);
  expect(found.filter((line) => line.includes('label at'))).toHaveLength(2);
});

test.for(SCENES)(
  '$name: every screen and dialog can be read and reached, light and dark',
  { timeout: LONGEST_MS },
  async (scene) => {
    const found: string[] = [];
    await playScene(scene, async ({ window: page }, picture) => void found.push(...(await violations(page, picture))));
    expect(found).toEqual([]);
  },
);
