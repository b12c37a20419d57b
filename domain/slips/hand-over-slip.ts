import type { Dossier } from '../dossier.ts';
import { paymentState } from '../fees/payment.ts';
import type { FactPlace, IssuedResult, ResultHandedOver } from '../lifecycle/dossier-fact.ts';
import type { Receiver } from '../party.ts';
import { refuse, ok, type Result } from '../result.ts';
import { dossierOnSlip } from './dossier-on-slip.ts';
import type { DossierOnSlip, SlipIssue } from './slip-issue.ts';
import { hidesTitleOnPaper } from './title-on-paper.ts';

export const HAND_OVER_SLIP_TEMPLATE = 'hand-over-slip/1';

/** What the receiver of a result takes home (phiếu trả kết quả): what was handed over, to whom, when. */
export type HandOverSlip = SlipIssue &
  DossierOnSlip & {
    readonly template: typeof HAND_OVER_SLIP_TEMPLATE;
    /** The hand-over it is about: a second one may be of the same minute. */
    readonly of?: FactPlace;
    readonly receiverName: string;
    readonly relation: Receiver['relation'];
    /** The last four characters: enough to tell two people apart. Empty when none was shown. */
    readonly receiverIdTail: string;
    readonly by: NonNullable<ResultHandedOver['by']>;
    readonly postBill?: string;
    /** What was handed over, by its name in the procedure. Absent where that is not known, or not to be told. */
    readonly resultName?: string;
    /** Absent where the result is not known here. */
    readonly result?: IssuedResult;
    readonly isRefusal: boolean;
    /** đồng, less what went back. */
    readonly paidVnd: { readonly fee: number; readonly duty: number };
  };

/**
 * `issue` says who prints it and when; the slip bears the moment of the hand-over and the name of who did it. Refuses what was
 * not handed over.
 */
export function handOverSlipOf(
  dossier: Dossier,
  issue: SlipIssue,
): Result<HandOverSlip, { readonly code: 'not-handed-over' }> {
  const { handOver, result, intake, fees, payments, refunds } = dossier;
  if (!handOver) return refuse({ code: 'not-handed-over' });
  return ok({
    ...issue,
    ...dossierOnSlip(dossier),
    at: handOver.handedOverAt,
    clerkName: handOver.actor,
    of: { log: handOver.log, seq: handOver.seq },
    template: HAND_OVER_SLIP_TEMPLATE,
    receiverName: handOver.receiver.name,
    relation: handOver.receiver.relation,
    receiverIdTail: handOver.receiver.idNumber.slice(-4),
    by: handOver.by ?? 'counter',
    ...(handOver.postBill === undefined ? {} : { postBill: handOver.postBill }),
    ...(intake && !hidesTitleOnPaper(dossier) ? { resultName: intake.procedure.resultName } : {}),
    ...(result ? { result: { number: result.number, date: result.date, signer: result.signer } } : {}),
    isRefusal: result?.isRefusal ?? false,
    paidVnd: paymentState(fees, payments, refunds).paidVnd,
  });
}
