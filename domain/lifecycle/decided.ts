import type { Dossier } from '../dossier.ts';
import type { FeeRule } from '../fees/fee-rule.ts';
import { dateOf, type LocalMoment, plainDate, type PlainDate } from '../plain-date.ts';
import { ok, type Result } from '../result.ts';
import type { CountingRules } from '../time/counting-rules.ts';
import type { ActRefusal } from './act.ts';
import type { DossierFact, DossierFactOf, FormNumber } from './dossier-fact.ts';
import { receivedAtOf } from './new-appointment.ts';

/** What an act is decided by. */
export type ActCircumstances = {
  readonly now: LocalMoment;
  readonly rules: CountingRules;
  /** The number the next form (Mẫu 02, 04) would bear. It is used up only when the fact carries it. */
  readonly formNumber: FormNumber;
  /** What the procedure takes, by the rules of the day of receipt; none where it is not known. */
  readonly feeRules: readonly FeeRule[];
  readonly councilAmounts: { readonly [ruleId: string]: number };
  /** Keys of the receipts that were written before. */
  readonly usedReceipts: ReadonlySet<string>;
};

export type Decided = Result<DossierFact, ActRefusal>;

/** Where the reception is not known here. */
const LONG_AGO = plainDate('1900-01-01');

/** From the reception until today. */
export function spanOf(dossier: Dossier, now: LocalMoment): { readonly from: PlainDate; readonly today: PlainDate } {
  const receivedAt = receivedAtOf(dossier);
  return { from: receivedAt ? dateOf(receivedAt) : LONG_AGO, today: dateOf(now) };
}

/** The fact of one kind about a dossier. */
export function factOf<K extends DossierFact['kind']>(
  { id: dossierId }: Dossier,
  kind: K,
  payload: DossierFactOf<K>['payload'],
): Result<DossierFact, never> {
  // Kind and payload belong together by the type of the arguments, which the union cannot see.
  return ok({ kind, dossierId, payload } as unknown as DossierFact);
}
