import type { Channel } from '../channel.ts';
import type { PlainDate } from '../plain-date.ts';
import { isInForce } from '../unit.ts';

/**
 * What has to be paid for a procedure, as published. `fee` (phí) pays for a service; `duty` (lệ phí) is set by the provincial
 * council. The two are never added up in one account.
 */
export type FeeRule = {
  /** Stable within the procedure; persisted. */
  readonly id: string;
  readonly kind: 'fee' | 'duty';
  /** Short wording of our own, for the counter and the receipt. */
  readonly name: string;
  readonly amount: FeeAmount;
  /** Absent: the same in every channel. */
  readonly channels?: readonly Channel[];
  /** Absent: as long as its procedure. A dossier pays by the day of its receipt. */
  readonly effectiveFrom?: PlainDate;
  readonly effectiveTo?: PlainDate;
  /** Who pays nothing. */
  readonly exempt?: readonly ExemptionReason[];
  /** Paid only by some: says by whom. The clerk ticks it. */
  readonly condition?: string;
  readonly note?: string;
};

/** Amounts in whole đồng. */
export type FeeAmount =
  | { readonly kind: 'flat'; readonly vnd: number; readonly per: FeeUnit }
  /**
   * By pages of the original, for each copy: the first `firstPages` at `firstVnd`, each further one at `nextVnd`, at most
   * `capVnd` for one copy.
   */
  | {
      readonly kind: 'by-page';
      readonly firstPages: number;
      readonly firstVnd: number;
      readonly nextVnd: number;
      readonly capVnd: number;
    }
  /** The provincial council sets it and the amount is not known here: the clerk types it. */
  | { readonly kind: 'set-by-council' };

/** What an amount is multiplied by. */
export type FeeUnit = 'dossier' | 'copy' | 'signature' | 'contract' | 'page';

/** Why nothing is paid (lý do miễn). Persisted. */
export type ExemptionReason =
  | 'meritorious-family'
  | 'poor-household'
  | 'near-poor-household'
  | 'disabled'
  | 'child'
  | 'elderly'
  | 'ethnic-minority-in-hardship-area'
  | 'filed-in-time'
  | 'first-issue';

/** A fee in one line, for a card or a slip. `amountVnd` undefined: set by the provincial council. */
export type ProcedureFee = {
  readonly amountVnd: number | undefined;
  readonly per: FeeUnit;
  readonly note?: string;
};

/** The rules that hold for a dossier received on `day` through `channel`. */
export function feeRulesInForce(rules: readonly FeeRule[], day: PlainDate, channel: Channel): readonly FeeRule[] {
  return rules.filter((rule) => {
    const { effectiveFrom = day, effectiveTo } = rule;
    const holds = isInForce({ effectiveFrom, ...(effectiveTo ? { effectiveTo } : {}) }, day);
    return holds && (rule.channels === undefined || rule.channels.includes(channel));
  });
}

/** What everybody pays, in one line: the first rule without a condition, else the first, else nothing. */
export function headlineFee(rules: readonly FeeRule[]): ProcedureFee {
  const rule = rules.find(({ condition }) => condition === undefined) ?? rules[0];
  if (!rule) return { amountVnd: 0, per: 'dossier' };
  const note = rule.note === undefined ? {} : { note: rule.note };
  switch (rule.amount.kind) {
    case 'flat':
      return { amountVnd: rule.amount.vnd, per: rule.amount.per, ...note };
    case 'by-page':
      return { amountVnd: rule.amount.firstVnd, per: 'page', ...note };
    default:
      return { amountVnd: undefined, per: 'dossier', ...note };
  }
}
