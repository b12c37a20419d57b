import { useState } from 'react';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { type IntakeInput, parseIntakeForm } from '../../domain/intake-form.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { ReceiveRefusal } from '../../electron/contract/refusals.ts';
import type { ReceivedDossier } from '../../electron/contract/views.ts';
import { attempt } from '../bridge.ts';
import { RECEIVE_FAULT, receiveTrouble } from '../text/intake.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';
import { errorsOfAnswer, type FieldErrors } from './field-errors.ts';

/** A dossier that was just kept. */
export type Saved = ReceivedDossier & {
  /** It was kept by an earlier press whose answer got lost, and the fields were changed since. */
  readonly isOlderThanFields: boolean;
};

/** What a person has to answer before this reception can be numbered: what day it is, or which station this is. */
export type Obstacle = 'date' | 'station';

type Outcome =
  | { readonly saved: Saved }
  | {
      readonly saved: undefined;
      readonly trouble: Trouble;
      readonly errors: FieldErrors;
      readonly obstacle: Obstacle | undefined;
    };

/**
 * Sends a reception under one command id until it is answered: after a fault nobody knows whether the dossier was
 * kept, and the same id again makes nothing new.
 */
export function useReceive(): {
  readonly receive: (form: IntakeInput, procedure: Procedure) => Promise<Outcome>;
  readonly isBusy: boolean;
} {
  const [commandId, setCommandId] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const receive = async (form: IntakeInput, procedure: Procedure): Promise<Outcome> => {
    const id = commandId ?? crypto.randomUUID();
    setCommandId(id);
    setBusy(true);
    const answer = await attempt('dossier.receive', { commandId: id, form });
    setBusy(false);
    if (!answer.ok) {
      const isSilence = answer.refusal.code === 'core-gone' || answer.refusal.code === 'timed-out';
      const trouble = isSilence ? RECEIVE_FAULT : troubleOfFault(answer.refusal);
      return { saved: undefined, trouble, errors: {}, obstacle: undefined };
    }
    setCommandId(undefined);
    if (!answer.value.ok) {
      const { refusal } = answer.value;
      return {
        saved: undefined,
        trouble: receiveTrouble(refusal),
        errors: errorsOfAnswer(refusal),
        obstacle: obstacleOf(refusal),
      };
    }
    const received = answer.value.value;
    return { saved: { ...received, isOlderThanFields: !saysTheSame(received, form, procedure) } };
  };
  return { receive, isBusy };
}

function obstacleOf({ code }: ReceiveRefusal): Obstacle | undefined {
  if (code === 'clock-unconfirmed') return 'date';
  return code === 'other-machine' ? 'station' : undefined;
}

/** Whether what was kept is what stands in the fields. */
function saysTheSame({ dossier }: ReceivedDossier, typed: IntakeInput, procedure: Procedure): boolean {
  const form = parseIntakeForm(typed, procedure);
  if (!form.ok || !dossier.intake) return false;
  const { intake } = dossier;
  const sides = [form.value, intake].map(({ applicant, submitter, papers, sets }) =>
    canonicalJson({ applicant, submitter, papers, sets }),
  );
  return sides[0] === sides[1] && intake.procedure.code === procedure.code;
}
