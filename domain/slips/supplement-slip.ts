import type { Dossier } from '../dossier.ts';
import type { FormNumber, MissingPaper } from '../lifecycle/dossier-fact.ts';
import type { PlainDate } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import { dossierOnSlip } from './dossier-on-slip.ts';
import type { DossierOnSlip, SlipIssue } from './slip-issue.ts';

export const SUPPLEMENT_SLIP_TEMPLATE = 'supplement-slip/1';

/** What a citizen has to bring (phiếu yêu cầu bổ sung, hoàn thiện hồ sơ), before the reception or after it. */
export type SupplementSlip = SlipIssue &
  DossierOnSlip & {
    readonly template: typeof SUPPLEMENT_SLIP_TEMPLATE;
    readonly formNumber: FormNumber;
    readonly missing: readonly MissingPaper[];
    readonly reason: string;
    /** Last day for the citizen. Absent before the reception. */
    readonly respondBy?: PlainDate;
  };

/** Of the last request, or of what was told before the reception. The slip bears its moment and who asked. */
export function supplementSlipOf(
  dossier: Dossier,
  issue: SlipIssue,
): Result<SupplementSlip, { readonly code: 'nothing-asked' }> {
  const asked = dossier.supplement ?? dossier.guidance;
  if (!asked) return refuse({ code: 'nothing-asked' });
  return ok({
    ...issue,
    ...dossierOnSlip(dossier),
    template: SUPPLEMENT_SLIP_TEMPLATE,
    at: asked.at,
    clerkName: asked.actor,
    formNumber: asked.formNumber,
    missing: asked.missing,
    reason: asked.reason,
    ...('respondBy' in asked ? { respondBy: asked.respondBy } : {}),
  });
}
