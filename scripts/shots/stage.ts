import type { Page } from 'playwright-core';
import type { CannedAnswers } from '../drive/canned-answers.ts';
import type { CounterWindow } from '../drive/counter-window.ts';

/** What a scene plays on: a fresh counter in a window, and the camera. */
export type Stage = {
  readonly window: CounterWindow;
  readonly page: Page;
  readonly canned: CannedAnswers;
  /** A picture of the window as an office has it, in light and dark. */
  readonly shot: (name: string) => Promise<void>;
  /** The same in the smallest window. */
  readonly small: (name: string) => Promise<void>;
  /** For who sees little: the smallest window at the largest size of text, and twice as large in an office's window. */
  readonly enlarged: (name: string) => Promise<void>;
  /** For the clerk's guide: the smallest window in light, into the program itself. */
  readonly forGuide: (name: string) => Promise<void>;
  /** What would come out of the printer. */
  readonly paper: (name: string) => Promise<void>;
};

export type Scene = { readonly name: string; readonly play: (stage: Stage) => Promise<void> };
