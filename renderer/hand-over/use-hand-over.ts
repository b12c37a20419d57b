import { useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { HandOverRefusal } from '../../domain/dossier-commands.ts';
import type { Receiver } from '../../domain/party.ts';
import type { PersonRefusal, StorageRefusal } from '../../electron/contract/refusals.ts';
import { attempt } from '../bridge.ts';
import { playSound } from '../scan/sound.ts';
import { HAND_OVER_FAULT, handOverTrouble, RECEIVER_ERRORS } from '../text/hand-over.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';
import type { OpenDossier } from './use-scan-answer.ts';

export type ReceiverErrors = { readonly name?: string; readonly idNumber?: string };

export type HandOverState = {
  readonly receiver: Receiver;
  readonly errors: ReceiverErrors;
  readonly trouble: Trouble | undefined;
  /** It was refused because money is due: only who says so gives the result all the same. */
  readonly isMoneyDue: boolean;
  readonly isBusy: boolean;
  readonly change: (part: Partial<Receiver>) => void;
  readonly choose: (relation: Receiver['relation']) => void;
  readonly confirm: () => Promise<void>;
  readonly confirmDespiteMoneyDue: () => Promise<void>;
};

/** Who receives the result, and the confirmation. One form for one slip: the next slip gets a new one. */
export function useHandOver(open: OpenDossier, onDone: (dossier: Dossier) => void): HandOverState {
  const [receiver, setReceiver] = useState(() => receiverOf('applicant', open.dossier));
  const [errors, setErrors] = useState<ReceiverErrors>({});
  const [trouble, setTrouble] = useState<Trouble>();
  const [isMoneyDue, setMoneyDue] = useState(false);
  const [isBusy, setBusy] = useState(false);
  // One id for this slip: pressed again after a fault it records nothing twice.
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());

  const forget = (): void => {
    setErrors({});
    setTrouble(undefined);
    setMoneyDue(false);
  };
  const update = (next: Receiver): void => {
    setReceiver(next);
    forget();
  };
  const refused = (refusal: HandOverRefusal | PersonRefusal | StorageRefusal): void => {
    playSound('bad');
    setCommandId(crypto.randomUUID());
    if (refusal.code === 'storage-failed') setTrouble(storageTrouble(refusal));
    else if (refusal.code === 'not-signed-in' || refusal.code === 'not-permitted') setTrouble(troubleOfFault(refusal));
    else if (refusal.code === 'receiver-name-missing' || refusal.code === 'receiver-id-not-an-id') {
      setErrors(RECEIVER_ERRORS[refusal.code]);
    } else {
      setMoneyDue(refusal.code === 'money-due');
      setTrouble(handOverTrouble(refusal));
    }
  };
  const record = async (how: { readonly despiteMoneyDue?: true }): Promise<void> => {
    if (isBusy) return;
    forget();
    setBusy(true);
    const answer = await attempt('dossier.handOver', { commandId, dossierId: open.id, receiver, ...how });
    setBusy(false);
    if (!answer.ok) {
      const isSilence = answer.refusal.code === 'core-gone' || answer.refusal.code === 'timed-out';
      setTrouble(isSilence ? HAND_OVER_FAULT : troubleOfFault(answer.refusal));
    } else if (answer.value.ok) {
      playSound('good');
      onDone(answer.value.value);
    } else refused(answer.value.refusal);
  };

  return {
    receiver,
    errors,
    trouble,
    isMoneyDue,
    isBusy,
    change: (part) => update({ ...receiver, ...part }),
    choose: (relation) => update(receiverOf(relation, open.dossier)),
    confirm: () => record({}),
    confirmDespiteMoneyDue: () => record({ despiteMoneyDue: true }),
  };
}

/** What is known of a receiver, to begin with. */
function receiverOf(relation: Receiver['relation'], dossier: Dossier | undefined): Receiver {
  const known = {
    applicant: dossier?.applicant,
    submitter: dossier?.intake?.submitter,
    authorised: undefined,
  }[relation];
  return { relation, name: known?.name ?? '', idNumber: known?.idNumber ?? '' };
}
