import { useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { Output } from '../../electron/contract/commands.ts';
import type { Result } from '../../domain/result.ts';
import type { CounterFault } from '../bridge.ts';
import { playSound } from '../scan/sound.ts';
import { ACT_SILENCE, type ActSaid } from '../text/act-refusals.ts';
import { beforeIntakeSaid } from '../text/before-intake.ts';
import { troubleOfFault } from '../text/trouble.ts';

type BeforeIntakeCommand = 'dossier.guide' | 'dossier.refuseIntake' | 'dossier.noteArrival';

export type Recording = {
  readonly said: ActSaid;
  readonly isBusy: boolean;
  /** Something was typed: what was said of it is over. */
  readonly touched: () => void;
  /** What the screen itself sees missing. */
  readonly refuse: (errors: ActSaid['errors']) => void;
  readonly record: () => Promise<void>;
};

const NOTHING: ActSaid = { errors: {} };

/** One thing that happens before a reception, from the chord to its answer. */
export function useRecord(
  send: (commandId: string) => Promise<Result<Output<BeforeIntakeCommand>, CounterFault>>,
  onDone: (dossier: Dossier) => void,
): Recording {
  const [said, setSaid] = useState(NOTHING);
  const [isBusy, setBusy] = useState(false);
  // Kept until it is answered: pressed again after a fault it records nothing twice.
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());

  const record = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const answer = await send(commandId);
    setBusy(false);
    if (!answer.ok) {
      const isSilence = answer.refusal.code === 'core-gone' || answer.refusal.code === 'timed-out';
      setSaid({ errors: {}, trouble: isSilence ? ACT_SILENCE : troubleOfFault(answer.refusal) });
    } else if (answer.value.ok) {
      playSound('good');
      onDone(answer.value.value);
    } else {
      playSound('bad');
      setCommandId(crypto.randomUUID());
      setSaid(beforeIntakeSaid(answer.value.refusal));
    }
  };
  return {
    said,
    isBusy,
    touched: () => setSaid(NOTHING),
    refuse: (errors) => {
      playSound('bad');
      setSaid({ errors });
    },
    record,
  };
}
