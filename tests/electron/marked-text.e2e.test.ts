import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SCENES } from '../../scripts/shots/scenes.ts';
import type { Scene } from '../../scripts/shots/stage.ts';
import { preparedRuntime } from '../support/electron-app.ts';
import { recordAnswers, unmarkedTexts, writeMarkedProgram } from '../support/marked-text.ts';
import { playScene } from '../support/play-scene.ts';

const LONGEST_MS = 240_000;

let program: string;

beforeAll(async () => {
  await preparedRuntime();
  program = mkdtempSync(path.join(os.tmpdir(), 'marked-text-'));
  await writeMarkedProgram(program);
}, LONGEST_MS);

afterAll(() => rmSync(program, { recursive: true, force: true }));

/** Texts that reach the screen in this scene past `renderer/text/`. */
async function unmarkedIn(scene: Scene): Promise<readonly string[]> {
  const found = new Set<string>();
  await playScene(
    scene,
    async ({ app, window }, picture) => {
      for (const text of await unmarkedTexts(app, window)) found.add(`${picture}: ${text}`);
    },
    { program, prepare: recordAnswers },
  );
  return [...found];
}

test('a sentence that stands in a screen, or in the name of a button, is found', async () => {
  const play: Scene['play'] = async ({ window, page, shot }) => {
    await window.at('screen-set-up').waitFor();
    await page.evaluate(() => {
      const spoilt =
        '<p>Viết thẳng vào màn hình</p><button aria-label="Nút không tên"></button><p>20/04/2020, 17 giờ</p>';
      document.querySelector('main')?.insertAdjacentHTML('beforeend', spoilt);
    });
    await shot('spoilt');
  };
  expect(await unmarkedIn({ name: 'spoilt', play })).toEqual([
    'spoilt: Viết thẳng vào màn hình',
    'spoilt: Nút không tên',
  ]);
});

test.for(SCENES)(
  '$name: every text on the screen comes from the file of texts, or is data',
  { timeout: LONGEST_MS },
  async (scene) => {
    expect(await unmarkedIn(scene)).toEqual([]);
  },
);
