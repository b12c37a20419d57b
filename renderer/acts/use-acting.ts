import { useEffect, useState } from 'react';
import type { ActKind } from '../../domain/lifecycle/act.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { playSound } from '../scan/sound.ts';
import { ACTS } from '../text/acts.ts';

export type Acting = {
  /** What is being asked about. */
  readonly kind: ActKind | undefined;
  /** What was done last, in one line. */
  readonly note: string | undefined;
  readonly ask: (kind: ActKind) => void;
  readonly close: () => void;
  readonly done: (kind: ActKind, dossier: Dossier) => void;
};

/** Which act of the panel is open; `onEnd` brings the focus back. */
export function useActing(onAsking: (isAsking: boolean) => void, onEnd: () => void): Acting {
  const [kind, setKind] = useState<ActKind>();
  const [note, setNote] = useState<string>();
  // A screen that is left keeps no dialog open, and the panel its own keys.
  useEffect(() => () => onAsking(false), [onAsking]);
  const close = (): void => {
    setKind(undefined);
    onAsking(false);
    // After the dialog is gone: until then the focus is kept inside it.
    requestAnimationFrame(onEnd);
  };
  return {
    kind,
    note,
    ask: (next) => {
      setNote(undefined);
      setKind(next);
      onAsking(true);
    },
    close,
    done: (done, { status }) => {
      playSound('good');
      setNote(ACTS.done(done, status));
      close();
    },
  };
}
