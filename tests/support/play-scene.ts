import type { ElectronApplication } from 'playwright-core';
import { CannedAnswers } from '../../scripts/drive/canned-answers.ts';
import { CounterWindow } from '../../scripts/drive/counter-window.ts';
import type { Scene } from '../../scripts/shots/stage.ts';
import { type CounterApp, launchCounter } from './electron-app.ts';
import { temporaryFolder } from './store.ts';

type Look = (counter: CounterApp, picture: string) => Promise<void>;

/** Where another program than the one of this project stands, and what is done to it before the scene begins. */
type Played = { readonly program?: string; readonly prepare?: (app: ElectronApplication) => Promise<void> };

/** The smallest monitor of an office. */
const OFFICE = [1366, 768] as const;

/** Plays a scene of the pictures on the real application, and looks where a picture would be taken. */
export async function playScene(scene: Scene, look: Look, { program, prepare }: Played = {}): Promise<void> {
  const counter = await launchCounter({ dataFolder: temporaryFolder(), ...(program === undefined ? {} : { program }) });
  try {
    const page = counter.window;
    const canned = new CannedAnswers(counter.app);
    await canned.install();
    await prepare?.(counter.app);
    await counter.app.evaluate(
      ({ BrowserWindow }, [width, height]) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      OFFICE,
    );
    await scene.play({
      window: new CounterWindow(page),
      page,
      canned,
      shot: (name) => look(counter, name),
      small: () => Promise.resolve(),
      enlarged: () => Promise.resolve(),
      forGuide: () => Promise.resolve(),
      paper: () => Promise.resolve(),
    });
  } finally {
    await counter.close();
  }
}
