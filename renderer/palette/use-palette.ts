import { useEffect, useRef, useState } from 'react';
import type { ScreenId } from '../frame/screens.ts';
import type { KeyName } from '../keys.ts';
import { keysAnswered, useKeys } from '../parts/use-keys.ts';
import { type PaletteCommand, paletteCommands } from './commands.ts';
import { pressKey } from './press-key.ts';

export type Palette = {
  /** Undefined: closed. */
  readonly commands: readonly PaletteCommand[] | undefined;
  readonly open: () => void;
  readonly close: () => void;
  readonly choose: (name: KeyName) => void;
};

/** What can be done now, asked for by its name. Closing gives the focus back; what was chosen is then done by its key. */
export function usePalette(screen: ScreenId): Palette {
  const [commands, setCommands] = useState<readonly PaletteCommand[]>();
  const before = useRef<Element | null>(null);
  const chosen = useRef<KeyName>(undefined);
  const isOpen = commands !== undefined;
  const open = (): void => {
    before.current = document.activeElement;
    setCommands(paletteCommands(keysAnswered(), screen));
  };
  const close = (): void => setCommands(undefined);
  useKeys({ palette: open }, 'everywhere');
  useEffect(() => {
    if (isOpen) return;
    if (before.current instanceof HTMLElement) before.current.focus();
    before.current = null;
    if (chosen.current) pressKey(chosen.current);
    chosen.current = undefined;
  }, [isOpen]);
  // A frame that is kept while nobody is signed in, or a scan that opens another screen, must not leave it behind.
  useEffect(() => close, [screen]);
  return {
    commands,
    open,
    close,
    choose: (name) => {
      chosen.current = name;
      close();
    },
  };
}
