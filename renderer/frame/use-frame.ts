import { useEffect, useState } from 'react';
import type { ScanCode } from '../../domain/scan-code.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useHearer } from '../scan/heard.ts';
import { playSound } from '../scan/sound.ts';
import { useKeyboardWedge } from '../scan/use-keyboard-wedge.ts';
import { type LoudText, notUsedText } from '../text/scan.ts';
import type { ScreenId } from './screens.ts';

/** A slip that came to the counter. `serial` tells two scans of the same slip apart. */
export type Scan = { readonly text: string; readonly serial: number };

export type FrameState = {
  readonly screen: ScreenId;
  readonly isHelpOpen: boolean;
  readonly scan: Scan | undefined;
  /** What is to be said of the last scan that could not be used, until something else happens. */
  readonly misread: LoudText | undefined;
  readonly go: (screen: ScreenId) => void;
  readonly toggleHelp: () => void;
  readonly openSlip: (scanCode: ScanCode) => void;
  readonly clearMisread: () => void;
};

/** Which screen is up, and what reaches the window on every screen: keys and the scanner. */
export function useFrame(): FrameState {
  const [screen, setScreen] = useState<ScreenId>('intake');
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [scan, setScan] = useState<Scan>();
  const [misread, setMisread] = useState<LoudText>();

  const go = (next: ScreenId): void => {
    setHelpOpen(false);
    setMisread(undefined);
    setScreen(next);
  };
  const toggleHelp = (): void => setHelpOpen((old) => !old);
  const openSlip = (scanCode: ScanCode): void => {
    setScan((old) => ({ text: scanCode, serial: (old?.serial ?? 0) + 1 }));
    go('hand-over');
  };

  // A frame that is kept while nobody is signed in must not leave a dialog behind.
  useEffect(
    () => () => {
      setHelpOpen(false);
      setMisread(undefined);
    },
    [],
  );
  useKeys(
    {
      help: toggleHelp,
      intake: () => go('intake'),
      find: () => go('find'),
      handOver: () => go('hand-over'),
      list: () => go('list'),
      sync: () => go('sync'),
      settings: () => go('settings'),
      backup: () => go('backup'),
      printing: () => go('printing'),
    },
    'everywhere',
  );
  // Screens that have nothing of their own to close go back to the one where the work is.
  useKeys({
    back: () => {
      if (screen === 'backup' || screen === 'printing') go('settings');
      else if (screen !== 'intake' && screen !== 'hand-over') go('intake');
    },
  });
  useScans(openSlip, setMisread);

  return { screen, isHelpOpen, scan, misread, go, toggleHelp, openSlip, clearMisread: () => setMisread(undefined) };
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
