import { useRef } from 'react';
import type { DossierId } from '../../domain/scan-code.ts';
import { usePanel } from '../register/use-panel.ts';

type Opened = ReturnType<typeof usePanel> & {
  /** The panel has left the screen: the focus goes back to where it was opened from. */
  readonly goBack: () => void;
};

/** Which dossier is open, and where the hands were. A panel that is closed before it took the focus gives none back. */
export function useOpened(): Opened {
  const panel = usePanel();
  const from = useRef<Element>(null);
  return {
    ...panel,
    open: (id: DossierId) => {
      from.current = document.activeElement;
      panel.open(id);
    },
    goBack: () => {
      if (document.activeElement === document.body && from.current instanceof HTMLElement) from.current.focus();
    },
  };
}
