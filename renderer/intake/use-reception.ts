import { useState } from 'react';
import type { AppState } from '../../electron/contract/views.ts';
import { intakeFeesOf, isPaidNow } from '../fees/fees-draft.ts';
import { playSound } from '../scan/sound.ts';
import type { Trouble } from '../text/trouble.ts';
import { intakeInputOf } from './intake-draft.ts';
import { onTheSpotOf } from './on-the-spot.ts';
import type { IntakeFields } from './use-intake-fields.ts';
import type { KeptDrafts } from './use-kept-drafts.ts';
import { type Obstacle, type Saved, useReceive } from './use-receive.ts';

/** What comes after a reception: what was kept is shown, or the next form. */
export type After = 'show' | 'next';

export type Reception = {
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  /** What is asked before the reception goes on. */
  readonly obstacle: Obstacle | undefined;
  readonly setTrouble: (trouble: Trouble | undefined) => void;
  /** Answers whether the dossier was kept. */
  readonly commit: (after: After) => Promise<boolean>;
  /** The obstacle is out of the way: the reception that met it goes on. */
  readonly goOn: () => Promise<boolean>;
  readonly giveUp: () => void;
};

type ReceptionParts = {
  readonly app: AppState;
  readonly fields: IntakeFields;
  readonly drafts: KeptDrafts;
  readonly onKept: (saved: Saved, after: After) => void;
};

/** The commit of one form, and what stands in its way: its fields, the disk, a question only a person can answer. */
export function useReception({ app, fields, drafts, onKept }: ReceptionParts): Reception {
  const { draft } = fields;
  const [trouble, setTrouble] = useState<Trouble>();
  const [stopped, setStopped] = useState<{ readonly by: Obstacle; readonly after: After }>();
  const { receive, isBusy } = useReceive();

  const receiveNow = async (after: After): Promise<boolean> => {
    const { procedure } = draft;
    if (isBusy || !procedure) return false;
    const counted = intakeFeesOf(draft.fees, fields.fees);
    const needsDate = fields.appointment.kind === 'to-agree';
    const form = { ...intakeInputOf(draft, procedure, needsDate), ...(counted ? { fees: counted } : {}) };
    const { isOnTheSpot } = draft;
    const asked = { form, procedure, spot: onTheSpotOf(draft), isOnTheSpot, isPaidNow: isPaidNow(draft) };
    const outcome = await drafts.around(() => receive(asked));
    if (outcome.saved) {
      playSound('good');
      onKept(outcome.saved, after);
      return true;
    }
    setTrouble(outcome.trouble);
    fields.showAnswered(outcome.errors);
    if (outcome.obstacle) setStopped({ by: outcome.obstacle, after });
    return false;
  };
  const commit = async (after: After): Promise<boolean> => {
    fields.showAll();
    if (isBusy || !draft.procedure || fields.refusals.length > 0 || fields.fees.doBlock) return false;
    const by = standingObstacle(app);
    if (!by) return receiveNow(after);
    setStopped({ by, after });
    return false;
  };
  return {
    trouble,
    isBusy,
    obstacle: stopped?.by,
    setTrouble,
    commit,
    goOn: async () => {
      setStopped(undefined);
      setTrouble(undefined);
      return stopped ? receiveNow(stopped.after) : false;
    },
    giveUp: () => setStopped(undefined),
  };
}

/** What the core would refuse this reception for, as far as it is known before it is asked. */
function standingObstacle({ numbers, needsDateConfirmed }: AppState): Obstacle | undefined {
  if (numbers.state === 'other-machine') return 'station';
  return needsDateConfirmed ? 'date' : undefined;
}
