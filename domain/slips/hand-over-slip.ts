import type { Dossier } from '../dossier.ts';
import { paymentState } from '../fees/payment.ts';
import type { IssuedResult, ResultHandedOver } from '../lifecycle/dossier-fact.ts';
import type { Receiver } from '../party.ts';
import { refuse, ok, type Result } from '../result.ts';
import { dossierOnSlip } from './dossier-on-slip.ts';
import type { DossierOnSlip, SlipIssue } from './slip-issue.ts';

export const HAND_OVER_SLIP_TEMPLATE = 'hand-over-slip/1';

/** What the receiver of a result takes home (phiếu trả kết quả): what was handed over, to whom, when. */
export type HandOverSlip = SlipIssue &
  DossierOnSlip & {
    readonly template: typeof HAND_OVER_SLIP_TEMPLATE;
    readonly receiverName: string;
    readonly relation: Receiver['relation'];
    /** The last four characters: enough to tell two people apart. Empty when none was shown. */
    readonly receiverIdTail: string;
    readonly by: NonNullable<ResultHandedOver['by']>;
    readonly postBill?: string;
    /** Absent where the result is not known here. */
    readonly result?: IssuedResult;
    readonly isRefusal: boolean;
    /** đồng, less what went back. */
    readonly paidVnd: { readonly fee: number; readonly duty: number };
  };

/** `issue.at` is when the slip is printed; the slip bears the moment of the hand-over. Refuses what was not handed over. */
export function handOverSlipOf(
  dossier: Dossier,
  issue: SlipIssue,
): Result<HandOverSlip, { readonly code: 'not-handed-over' }> {
  const { handOver, result, fees, payments, refunds } = dossier;
  if (!handOver) return refuse({ code: 'not-handed-over' });
  return ok({
    ...issue,
    ...dossierOnSlip(dossier),
    at: handOver.handedOverAt,
    template: HAND_OVER_SLIP_TEMPLATE,
    receiverName: handOver.receiver.name,
    relation: handOver.receiver.relation,
    receiverIdTail: handOver.receiver.idNumber.slice(-4),
    by: handOver.by ?? 'counter',
    ...(handOver.postBill === undefined ? {} : { postBill: handOver.postBill }),
    ...(result ? { result: { number: result.number, date: result.date, signer: result.signer } } : {}),
    isRefusal: result?.isRefusal ?? false,
    paidVnd: paymentState(fees, payments, refunds).paidVnd,
  });
}
