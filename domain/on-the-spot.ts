import type { Procedure } from './procedure.ts';
import { foldText } from './search-text.ts';

type Asked = Pick<Procedure, 'field' | 'limit' | 'linkedSteps'>;

/**
 * Whether a dossier of it may be received and given back in the same minute (nhận và trả ngay): certification, and what is
 * promised for the same day. Never what the body above has a part in.
 */
export function mayBeOnTheSpot(procedure: Asked): boolean {
  return procedure.linkedSteps === undefined && (procedure.limit.kind === 'same-day' || isCertification(procedure));
}

/** Whether that is what nearly always happens: certification (chứng thực) that is promised for the same day. */
export function isMostlyOnTheSpot(procedure: Asked): boolean {
  return mayBeOnTheSpot(procedure) && procedure.limit.kind === 'same-day' && isCertification(procedure);
}

/** By the published name of the field: publications have no other mark of it. */
function isCertification({ field }: Asked): boolean {
  return foldText(field) === 'chung thuc';
}
