import { useEffect, useState } from 'react';
import type { ScanCode } from '../../domain/scan-code.ts';
import { useKeys } from '../parts/use-keys.ts';
import { playSound } from '../scan/sound.ts';
import { useKeyboardWedge } from '../scan/use-keyboard-wedge.ts';
import type { ScreenId } from './screens.ts';

/** A slip that came to the counter. `serial` tells two scans of the same slip apart. */
export type Scan = { readonly text: string; readonly serial: number };

export type FrameState = {
  readonly screen: ScreenId;
  readonly isHelpOpen: boolean;
  readonly scan: Scan | undefined;
  /** Digits of the last burst that was not a slip, until something else happens. */
  readonly misread: number | undefined;
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
  const [misread, setMisread] = useState<number>();

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
    },
    'everywhere',
  );
  // Screens that have nothing of their own to close go back to the one where the work is.
  useKeys({
    back: () => {
      if (screen === 'backup') go('settings');
      else if (screen !== 'intake' && screen !== 'hand-over') go('intake');
    },
  });
  useKeyboardWedge({
    onScan: openSlip,
    onMisread: (digits) => {
      playSound('bad');
      setMisread(digits);
    },
  });

  return { screen, isHelpOpen, scan, misread, go, toggleHelp, openSlip, clearMisread: () => setMisread(undefined) };
}
