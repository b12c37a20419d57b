import { useState } from 'react';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { type IntakeInput, parseIntakeForm } from '../../domain/intake-form.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { CertifyRefusal } from '../../electron/contract/refusals.ts';
import type { ReceivedDossier } from '../../electron/contract/views.ts';
import { attempt } from '../bridge.ts';
import { certifyTrouble } from '../text/certify.ts';
import { RECEIVE_FAULT } from '../text/intake.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';
import { errorsOfAnswer, type FieldErrors } from './field-errors.ts';
import type { OnTheSpot } from './on-the-spot.ts';

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

export type Asked = {
  readonly form: IntakeInput;
  readonly procedure: Procedure;
  readonly spot: OnTheSpot;
  /** Given back at once, not only received. */
  readonly isOnTheSpot: boolean;
  /** All that is due is collected, too. */
  readonly isPaidNow: boolean;
};

/**
 * Sends a reception under one command id until it is answered: after a fault nobody knows whether the dossier was
 * kept, and the same id again makes nothing new. What is unanswered is asked again as it was: received, or given back too.
 */
export function useReceive(): {
  readonly receive: (asked: Asked) => Promise<Outcome>;
  readonly isBusy: boolean;
} {
  const [unanswered, setUnanswered] = useState<Pick<Asked, 'isOnTheSpot'> & { readonly commandId: string }>();
  const [isBusy, setBusy] = useState(false);
  const receive = async (asked: Asked): Promise<Outcome> => {
    const { form, spot, isOnTheSpot, isPaidNow } = asked;
    const sent = unanswered ?? { commandId: crypto.randomUUID(), isOnTheSpot };
    const { commandId } = sent;
    setUnanswered(sent);
    setBusy(true);
    const answer = sent.isOnTheSpot
      ? await attempt('dossier.certify', { commandId, form, ...spot })
      : await attempt('dossier.receive', { commandId, form, ...(isPaidNow ? { payment: spot.payment } : {}) });
    setBusy(false);
    if (!answer.ok) {
      const isSilence = answer.refusal.code === 'core-gone' || answer.refusal.code === 'timed-out';
      const trouble = isSilence ? RECEIVE_FAULT : troubleOfFault(answer.refusal);
      return { saved: undefined, trouble, errors: {}, obstacle: undefined };
    }
    setUnanswered(undefined);
    if (!answer.value.ok) {
      const { refusal } = answer.value;
      return {
        saved: undefined,
        trouble: certifyTrouble(refusal),
        errors: errorsOfAnswer(refusal),
        obstacle: obstacleOf(refusal),
      };
    }
    const received = answer.value.value;
    return { saved: { ...received, isOlderThanFields: !saysTheSame(received, asked) } };
  };
  return { receive, isBusy };
}

function obstacleOf({ code }: CertifyRefusal): Obstacle | undefined {
  if (code === 'clock-unconfirmed') return 'date';
  return code === 'other-machine' ? 'station' : undefined;
}

/** Whether what was kept is what stands in the fields. */
function saysTheSame({ dossier }: ReceivedDossier, asked: Asked): boolean {
  const { form: typed, procedure, isOnTheSpot } = asked;
  const form = parseIntakeForm(typed, procedure, { isOnTheSpot });
  if (!form.ok || !dossier.intake || !wasDoneAs(dossier, asked)) return false;
  const { intake } = dossier;
  const sides = [form.value, intake].map(({ applicant, submitter, papers, sets }) =>
    canonicalJson({ applicant, submitter, papers, sets }),
  );
  return sides[0] === sides[1] && intake.procedure.code === procedure.code;
}

/** Given back or not, paid or not, as it was wished. */
function wasDoneAs({ handOver, payments, fees }: Dossier, { isOnTheSpot, isPaidNow }: Asked): boolean {
  const isPaid = payments.length > 0 || (isPaidNow && (fees?.totalVnd ?? 0) === 0);
  return (handOver !== undefined) === isOnTheSpot && isPaid === isPaidNow;
}
