import { useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { HandOverRefusal } from '../../domain/dossier-commands.ts';
import type { PersonRefusal, StorageRefusal } from '../../electron/contract/refusals.ts';
import { attempt } from '../bridge.ts';
import { playSound } from '../scan/sound.ts';
import { CLOCK_UNCONFIRMED, HAND_OVER_FAULT, RECEIVER_ERRORS, handOverTrouble } from '../text/hand-over.ts';
import { HAND_OVER_OPTIONS } from '../text/hand-over-options.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';
import { type HandOverDraft, lacksProof, startHandOver, wishOf } from './hand-over-draft.ts';
import type { OpenDossier } from './use-scan-answer.ts';

type ReceiverErrors = { readonly name?: string; readonly idNumber?: string; readonly authorisation?: string };

/** What stands on the screen about the last try. */
type Said = {
  readonly errors: ReceiverErrors;
  readonly trouble?: Trouble;
  /** It was refused because money is due: only who says so gives the result all the same. */
  readonly isMoneyDue: boolean;
};

const NOTHING: Said = { errors: {}, isMoneyDue: false };

export type HandOverState = Said & {
  readonly draft: HandOverDraft;
  readonly isBusy: boolean;
  readonly change: (part: Partial<HandOverDraft>) => void;
  readonly confirm: () => Promise<void>;
  readonly confirmDespiteMoneyDue: () => Promise<void>;
};

/** Who receives the result, and the confirmation. One form for one slip: the next slip gets a new one. */
export function useHandOver(open: OpenDossier, isFound: boolean, onDone: (dossier: Dossier) => void): HandOverState {
  const [draft, setDraft] = useState(() => startHandOver(open, isFound));
  const [said, setSaid] = useState(NOTHING);
  const [isBusy, setBusy] = useState(false);
  // One id for this slip: pressed again after a fault it records nothing twice.
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());

  const record = async (how: { readonly despiteMoneyDue?: true }): Promise<void> => {
    if (isBusy) return;
    if (lacksProof(draft)) {
      playSound('bad');
      setSaid({ ...NOTHING, errors: { authorisation: HAND_OVER_OPTIONS.proofMissing } });
      return;
    }
    setBusy(true);
    const answer = await attempt('dossier.handOver', { commandId, dossierId: open.id, ...wishOf(draft), ...how });
    setBusy(false);
    if (!answer.ok) {
      const isSilence = answer.refusal.code === 'core-gone' || answer.refusal.code === 'timed-out';
      setSaid({ ...said, trouble: isSilence ? HAND_OVER_FAULT : troubleOfFault(answer.refusal) });
    } else if (answer.value.ok) {
      playSound('good');
      onDone(answer.value.value);
    } else {
      playSound('bad');
      setCommandId(crypto.randomUUID());
      setSaid(saidOf(answer.value.refusal));
    }
  };

  return {
    ...said,
    draft,
    isBusy,
    change: (part) => {
      setDraft((old) => ({ ...old, ...part }));
      setSaid(NOTHING);
    },
    confirm: () => record({}),
    confirmDespiteMoneyDue: () => record({ despiteMoneyDue: true }),
  };
}

type Refused = HandOverRefusal | { readonly code: 'clock-unconfirmed' } | PersonRefusal | StorageRefusal;

function saidOf(refusal: Refused): Said {
  switch (refusal.code) {
    case 'receiver-name-missing':
    case 'receiver-id-not-an-id':
      return { ...NOTHING, errors: RECEIVER_ERRORS[refusal.code] };
    case 'storage-failed':
      return { ...NOTHING, trouble: storageTrouble(refusal) };
    case 'clock-unconfirmed':
      return { ...NOTHING, trouble: CLOCK_UNCONFIRMED };
    case 'not-signed-in':
    case 'not-permitted':
      return { ...NOTHING, trouble: troubleOfFault(refusal) };
    default:
      return { ...NOTHING, trouble: handOverTrouble(refusal), isMoneyDue: refusal.code === 'money-due' };
  }
}
