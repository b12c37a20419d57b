import type { Input } from '../../electron/contract/commands.ts';
import { receiptOf } from '../fees/fees-draft.ts';
import type { IntakeDraft } from './intake-draft.ts';

/** What giving the result at once says beyond the form: who takes it, and how it is paid. */
export type OnTheSpot = Pick<Input<'dossier.certify'>, 'receiver'> &
  Required<Pick<Input<'dossier.certify'>, 'payment'>>;

/** Who stands at the counter takes it home: the applicant, who pays too, or whoever came instead. */
export function onTheSpotOf({ name, idNumber, fees, ...draft }: IntakeDraft): OnTheSpot {
  return {
    receiver: draft.hasSubmitter
      ? { relation: 'submitter', name: draft.submitterName, idNumber: draft.submitterId }
      : { relation: 'applicant', name, idNumber },
    payment: { method: fees.method, receipt: receiptOf(fees) },
  };
}
