import type { Page } from 'playwright-core';
import { CannedAnswers } from '../../scripts/drive/canned-answers.ts';
import { CounterWindow } from '../../scripts/drive/counter-window.ts';
import type { Scene } from '../../scripts/shots/stage.ts';
import { launchCounter } from './electron-app.ts';
import { temporaryFolder } from './store.ts';

type Look = (page: Page, picture: string) => Promise<void>;

/** The smallest monitor of an office. */
const OFFICE = [1366, 768] as const;

/** Plays a scene of the pictures on the real application, and looks where a picture would be taken. */
export async function playScene(scene: Scene, look: Look): Promise<void> {
  const counter = await launchCounter({ dataFolder: temporaryFolder() });
  try {
    const page = counter.window;
    const canned = new CannedAnswers(counter.app);
    await canned.install();
    await counter.app.evaluate(
      ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      OFFICE,
    );
    await scene.play({
      window: new CounterWindow(page),
      page,
      canned,
      shot: (name) => look(page, name),
      small: () => Promise.resolve(),
      enlarged: () => Promise.resolve(),
      forGuide: () => Promise.resolve(),
      paper: () => Promise.resolve(),
    });
  } finally {
    await counter.close();
  }
}
