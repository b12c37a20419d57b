import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { TEXT_SIZES } from '../electron/contract/text-size.ts';
import { buildIfStale } from './build.ts';
import { projectRoot, say, seconds } from './console.ts';
import { CannedAnswers } from './drive/canned-answers.ts';
import { COLOUR_SCHEMES, showScheme } from './drive/colour-scheme.ts';
import { CounterWindow } from './drive/counter-window.ts';
import { launchCounter } from './drive/launch-counter.ts';
import { resolveRuntime } from './runtime.ts';
import { GUIDE_SCENE } from './shots/guide-scene.ts';
import { SCENES } from './shots/scenes.ts';
import type { Stage } from './shots/stage.ts';

// Pictures of the screens, each in light and dark, on the smallest monitor of an office and on a smaller window.

const out = path.join(projectRoot, 'out', 'shots');
const SIZES = { office: [1366, 768], small: [1024, 700] } as const;

const LARGEST_TEXT = Math.max(...TEXT_SIZES) / 100;

const GUIDE_PICTURES = path.join(projectRoot, 'renderer', 'guide', 'pictures');

/** `npm run shots [word]`: only scenes whose name holds the word; `guide`: the pictures of the guide anew, nothing else. */
const wanted = process.argv[2] ?? '';

async function resize(app: ElectronApplication, [width, height]: readonly [number, number]): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
    width,
    height,
  ] as [number, number]);
}

async function shoot(page: Page, name: string): Promise<void> {
  for (const scheme of COLOUR_SCHEMES) {
    await showScheme(page, scheme);
    // Colours change softly.
    await page.waitForTimeout(250);
    await page.screenshot({ path: path.join(out, `${name}-${scheme}.png`) });
  }
}

async function enlarge(app: ElectronApplication, factor: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, zoom) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.setZoomFactor(zoom);
  }, factor);
}

/** The driver's own pictures of an enlarged window show a corner of it. */
async function shootEnlarged(app: ElectronApplication, page: Page, name: string): Promise<void> {
  await showScheme(page, 'light');
  // The window is laid out anew.
  await page.waitForTimeout(400);
  const picture = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  writeFileSync(path.join(out, `${name}.png`), picture, 'base64');
}

async function play(
  runtime: Awaited<ReturnType<typeof resolveRuntime>>,
  scene: (typeof SCENES)[number],
): Promise<void> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'counter-shots-'));
  const { app, page, close } = await launchCounter(runtime, { dataFolder });
  const canned = new CannedAnswers(app);
  await canned.install();
  await resize(app, SIZES.office);
  const stage: Stage = {
    window: new CounterWindow(page),
    page,
    canned,
    shot: (name) => shoot(page, `${scene.name}-${name}`),
    small: async (name) => {
      await resize(app, SIZES.small);
      await shoot(page, `${scene.name}-${name}-small`);
      await resize(app, SIZES.office);
    },
    enlarged: async (name) => {
      await resize(app, SIZES.small);
      await enlarge(app, LARGEST_TEXT);
      await shootEnlarged(app, page, `${scene.name}-${name}-130`);
      await resize(app, SIZES.office);
      await enlarge(app, 2);
      await shootEnlarged(app, page, `${scene.name}-${name}-200`);
      await enlarge(app, 1);
    },
    forGuide: async (name) => {
      await resize(app, SIZES.small);
      // Colours and lists come softly.
      await page.waitForTimeout(400);
      await page.screenshot({ path: path.join(GUIDE_PICTURES, `${name}.png`) });
      await resize(app, SIZES.office);
    },
    paper: async (name) => {
      await page.emulateMedia({ media: 'print' });
      // Colours change softly.
      await page.waitForTimeout(250);
      await page.screenshot({ path: path.join(out, `${scene.name}-${name}-paper.png`) });
      await page.emulateMedia({ media: 'screen' });
    },
  };
  try {
    await scene.play(stage);
  } finally {
    await close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

function wantedScenes(): typeof SCENES {
  return wanted === 'guide' ? [GUIDE_SCENE] : SCENES.filter(({ name }) => name.includes(wanted));
}

const started = performance.now();
mkdirSync(out, { recursive: true });
const built = await buildIfStale();
const runtime = await resolveRuntime();
try {
  for (const scene of wantedScenes()) {
    await play(runtime, scene);
    say(`shots: ${scene.name}`);
  }
  say(`shots: ${built}, all in ${path.relative(projectRoot, out)}, ${seconds(started)}`);
} finally {
  runtime.stop();
}
