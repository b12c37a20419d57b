import { useEffect, useState } from 'react';
import { useKeys } from '../parts/use-keys.ts';

export type BeforeAsking = {
  /** Which dialog is open. */
  readonly open: 'guide' | 'refuse' | 'arrival' | undefined;
  /** A paper was asked for while it was not known about which procedure. */
  readonly needsProcedure: boolean;
  readonly guide: () => void;
  readonly refuse: () => void;
  readonly arrival: () => void;
  readonly close: () => void;
};

/** The dialogs of the reception screen. `onNeed`: a procedure has to be chosen first. */
export function useBeforeAsking(hasProcedure: boolean, onNeed: () => void): BeforeAsking {
  const [open, setOpen] = useState<BeforeAsking['open']>();
  // A kept screen that is left must not leave its dialog behind.
  useEffect(() => () => setOpen(undefined), []);
  const [isNeeded, setNeeded] = useState(false);
  const ask = (dialog: 'guide' | 'refuse'): void => {
    setNeeded(!hasProcedure);
    if (hasProcedure) setOpen(dialog);
    else onNeed();
  };
  const asking: BeforeAsking = {
    open,
    needsProcedure: isNeeded && !hasProcedure,
    guide: () => ask('guide'),
    refuse: () => ask('refuse'),
    arrival: () => setOpen('arrival'),
    close: () => setOpen(undefined),
  };
  useKeys({ requestSupplement: asking.guide, refuseIntake: asking.refuse, noteArrival: asking.arrival });
  return asking;
}
