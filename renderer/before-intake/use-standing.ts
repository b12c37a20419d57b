import { useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';

/** A dossier that is to be received under its own code. `serial` tells two requests for the same one apart. */
export type StandingAsked = { readonly dossier: Dossier; readonly serial: number };

/** Which standing dossier the reception was asked for last; `onAsked` brings its screen up. */
export function useStanding(onAsked: () => void): {
  readonly standing: StandingAsked | undefined;
  readonly receive: (dossier: Dossier) => void;
} {
  const [standing, setStanding] = useState<StandingAsked>();
  return {
    standing,
    receive: (dossier) => {
      setStanding((old) => ({ dossier, serial: (old?.serial ?? 0) + 1 }));
      onAsked();
    },
  };
}
