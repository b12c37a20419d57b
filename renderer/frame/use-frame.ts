import { useEffect, useState } from 'react';
import type { ScanCode } from '../../domain/scan-code.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useHearer } from '../scan/heard.ts';
import { playSound } from '../scan/sound.ts';
import { useKeyboardWedge } from '../scan/use-keyboard-wedge.ts';
import { type LoudText, notUsedText } from '../text/scan.ts';
import { pathBack, pathTo, screenOf, START } from './path.ts';
import type { ScreenId } from './screens.ts';

/** A slip that came to the counter. `serial` tells two scans of the same slip apart; `isFound`: looked up, nothing was read. */
export type Scan = { readonly text: string; readonly serial: number; readonly isFound: boolean };

export type FrameState = {
  readonly screen: ScreenId;
  readonly isHelpOpen: boolean;
  /** How often a reception was asked for, by its key or in the navigation. */
  readonly receptionsAsked: number;
  readonly scan: Scan | undefined;
  /** What is to be said of the last scan that could not be used, until something else happens. */
  readonly misread: LoudText | undefined;
  /** Brings a screen up as it was left. */
  readonly go: (screen: ScreenId) => void;
  /** The same because the clerk wants it: what was saved at the reception gives way to the next. */
  readonly ask: (screen: ScreenId) => void;
  /** To the screen one came from. */
  readonly back: () => void;
  readonly toggleHelp: () => void;
  readonly openSlip: (scanCode: ScanCode) => void;
  /** The same for a dossier that was looked up: perhaps the citizen has no slip. */
  readonly openFound: (scanCode: ScanCode) => void;
  readonly clearMisread: () => void;
};

/** Screens that may have something of their own to close. */
const CLOSING_FIRST: ReadonlySet<ScreenId> = new Set<ScreenId>(['intake', 'hand-over', 'batches', 'book']);

/** Which screen is up, and what reaches the window on every screen: keys and the scanner. */
export function useFrame(): FrameState {
  const [path, setPath] = useState(START);
  const screen = screenOf(path);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [receptionsAsked, setReceptionsAsked] = useState(0);
  const [scan, setScan] = useState<Scan>();
  const [misread, setMisread] = useState<LoudText>();

  const go = (next: ScreenId): void => {
    setHelpOpen(false);
    setMisread(undefined);
    setPath((old) => pathTo(old, next));
  };
  const back = (): void => setPath(pathBack);
  const ask = (next: ScreenId): void => {
    if (next === 'intake') setReceptionsAsked((old) => old + 1);
    go(next);
  };
  const toggleHelp = (): void => setHelpOpen((old) => !old);
  const openAs = (scanCode: ScanCode, isFound: boolean): void => {
    setScan((old) => ({ text: scanCode, serial: (old?.serial ?? 0) + 1, isFound }));
    go('hand-over');
  };
  const openSlip = (scanCode: ScanCode): void => openAs(scanCode, false);

  // A frame that is kept while nobody is signed in must not leave a dialog behind.
  useEffect(
    () => () => {
      setHelpOpen(false);
      setMisread(undefined);
    },
    [],
  );
  useFrameKeys({ screen, go, ask, back, toggleHelp });
  useScans(openSlip, setMisread);

  return {
    screen,
    isHelpOpen,
    receptionsAsked,
    scan,
    misread,
    go,
    ask,
    back,
    toggleHelp,
    openSlip,
    openFound: (scanCode) => openAs(scanCode, true),
    clearMisread: () => setMisread(undefined),
  };
}

/** The keys that reach the window on every screen. */
function useFrameKeys(frame: Pick<FrameState, 'screen' | 'go' | 'ask' | 'back' | 'toggleHelp'>): void {
  const { screen, go, ask, back } = frame;
  useKeys(
    {
      help: frame.toggleHelp,
      intake: () => ask('intake'),
      find: () => go('find'),
      handOver: () => go('hand-over'),
      list: () => go('list'),
      batches: () => go('batches'),
      book: () => go('book'),
      procedures: () => go('procedures'),
      calendar: () => go('calendar'),
      unitRules: () => go('unit-rules'),
      sync: () => go('sync'),
      settings: () => go('settings'),
      backup: () => go('backup'),
      printing: () => go('printing'),
      selfTest: () => go('self-test'),
    },
    'everywhere',
  );
  useKeys(CLOSING_FIRST.has(screen) ? {} : { back });
}

/** Slips open; what cannot be used is said loudly, until the next scan, whoever takes that. */
function useScans(openSlip: (scanCode: ScanCode) => void, say: (text: LoudText | undefined) => void): void {
  useKeyboardWedge();
  useHearer('dialog', () => {
    say(undefined);
    return false;
  });
  useHearer('window', (heard) => {
    if (heard.kind === 'slip') openSlip(heard.scanCode);
    else {
      playSound('bad');
      say(notUsedText(heard));
    }
    return true;
  });
}
