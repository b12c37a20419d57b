import type { Channel } from '../channel.ts';
import type { PlainDate } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import { type ExemptionReason, type FeeAmount, type FeeRule, feeRulesInForce, type FeeUnit } from './fee-rule.ts';
import { isVnd } from './vnd.ts';

/** What the clerk counted: `pages` are those of the original, not the sheets of a copy. */
export type FeeCounts = {
  readonly pages?: number;
  readonly copies?: number;
  /** Of several originals in one dossier, each with its own; takes the place of `pages` and `copies` for a fee by pages. */
  readonly originals?: readonly CountedOriginal[];
  readonly signatures?: number;
  readonly contracts?: number;
};

/** One original to be copied. */
export type CountedOriginal = { readonly pages: number; readonly copies: number };

/** Why nothing is paid, and what showed it. Persisted. */
export type Exemption = { readonly reason: ExemptionReason; readonly evidence: string };

/** All that decides what a dossier pays. */
export type AskedFees = {
  /** Of the receipt: a dossier pays by the rules of that day, whenever it pays. */
  readonly day: PlainDate;
  readonly channel: Channel;
  readonly counts: FeeCounts;
  /** Ids of the conditional rules that the clerk ticked. */
  readonly chosen?: readonly string[];
  readonly exemption?: Exemption;
  /** đồng by rule id, typed by the clerk or from the unit's table. Read only for what the council sets. */
  readonly councilAmounts?: { readonly [ruleId: string]: number };
  /** True: what the council sets may be left open for later. */
  readonly mayStayOpen?: boolean;
};

/** How the full amount of a line came about, for who asks. */
export type FeeWorking =
  | { readonly kind: 'flat'; readonly vnd: number; readonly per: FeeUnit }
  | ({ readonly kind: 'by-page' } & WorkedOriginal)
  /** More than one original. */
  | { readonly kind: 'by-original'; readonly originals: readonly WorkedOriginal[] }
  | { readonly kind: 'set-by-council' };

/** What the copies of one original come to. */
export type WorkedOriginal = CountedOriginal & { readonly copyVnd: number; readonly isCapped: boolean };

/** One fee or duty of one dossier. Persisted. */
export type FeeLine = {
  readonly ruleId: string;
  readonly kind: FeeRule['kind'];
  readonly name: string;
  readonly quantity: number;
  /** To pay. */
  readonly amountVnd: number;
  /** What an exemption waived; 0 too where the waived amount is not known here. */
  readonly exemptVnd: number;
  readonly how: FeeWorking;
};

/** What a dossier has to pay, fee and duty apart. Persisted. */
export type FeeAssessment = {
  readonly lines: readonly FeeLine[];
  readonly feeVnd: number;
  readonly dutyVnd: number;
  readonly totalVnd: number;
  readonly exemption?: Exemption;
  /** Rules whose amount is not known yet; the sums leave them out. */
  readonly unassessed: readonly string[];
};

export type FeeRefusal =
  | { readonly code: 'count-missing' | 'count-out-of-range'; readonly ruleId: string; readonly count: keyof FeeCounts }
  /** The clerk types it. */
  | { readonly code: 'council-amount-missing'; readonly ruleId: string }
  /** A negative, fractional or absurdly large amount, in a rule or as typed. */
  | { readonly code: 'amount-out-of-range'; readonly ruleId: string }
  /** A ticked rule that does not hold on this day in this channel. */
  | { readonly code: 'unknown-rule'; readonly ruleId: string }
  /** None of these rules, which are all that would be paid, knows this reason. */
  | { readonly code: 'exemption-not-for-this'; readonly ruleIds: readonly string[]; readonly reason: ExemptionReason };

const MOST_COUNTED = 9_999;

/**
 * What a dossier has to pay: the rules of its day and channel, those with a condition only where ticked. An exemption waives
 * the lines whose rule names its reason and leaves the others; a waived line needs no amount from the council.
 *
 * Refuses with the first rule that cannot be worked out; see {@link FeeRefusal}.
 */
export function assessFees(rules: readonly FeeRule[], asked: AskedFees): Result<FeeAssessment, FeeRefusal> {
  const inForce = feeRulesInForce(rules, asked.day, asked.channel);
  const chosen = new Set(asked.chosen);
  const unknown = [...chosen].find((id) => inForce.every((rule) => rule.id !== id));
  if (unknown !== undefined) return refuse({ code: 'unknown-rule', ruleId: unknown });
  const due = inForce.filter((rule) => rule.condition === undefined || chosen.has(rule.id));

  const { exemption } = asked;
  if (exemption && !due.some((rule) => waives(rule, exemption))) {
    const ruleIds = due.map((rule) => rule.id);
    return refuse({ code: 'exemption-not-for-this', ruleIds, reason: exemption.reason });
  }

  const lines: FeeLine[] = [];
  const unassessed: string[] = [];
  for (const rule of due) {
    const line = lineOf(rule, asked);
    if (line.ok) lines.push(line.value);
    else if (line.refusal.code === 'council-amount-missing' && asked.mayStayOpen) unassessed.push(rule.id);
    else return line;
  }
  return ok({ lines, ...sumsOf(lines), ...(exemption ? { exemption } : {}), unassessed });
}

function sumsOf(lines: readonly FeeLine[]): Pick<FeeAssessment, 'feeVnd' | 'dutyVnd' | 'totalVnd'> {
  let feeVnd = 0;
  let dutyVnd = 0;
  for (const { kind, amountVnd } of lines) {
    if (kind === 'fee') feeVnd += amountVnd;
    else dutyVnd += amountVnd;
  }
  return { feeVnd, dutyVnd, totalVnd: feeVnd + dutyVnd };
}

function waives(rule: FeeRule, exemption: Exemption | undefined): boolean {
  return exemption !== undefined && (rule.exempt ?? []).includes(exemption.reason);
}

/** A rule worked out before any exemption; `vnd` undefined: not known here. */
type Worked = { readonly quantity: number; readonly vnd: number | undefined; readonly how: FeeWorking };

function lineOf(rule: FeeRule, asked: AskedFees): Result<FeeLine, FeeRefusal> {
  const worked = workOut(rule, asked);
  if (!worked.ok) return worked;
  const { quantity, vnd, how } = worked.value;
  const isWaived = waives(rule, asked.exemption);
  // A child registered in time pays nothing, whatever the council said: nobody has to look the amount up.
  if (vnd === undefined && !isWaived) return refuse({ code: 'council-amount-missing', ruleId: rule.id });
  const fullVnd = vnd ?? 0;
  if (!isVnd(fullVnd)) return refuse({ code: 'amount-out-of-range', ruleId: rule.id });
  const [amountVnd, exemptVnd] = isWaived ? [0, fullVnd] : [fullVnd, 0];
  return ok({ ruleId: rule.id, kind: rule.kind, name: rule.name, quantity, amountVnd, exemptVnd, how });
}

function workOut(rule: FeeRule, asked: AskedFees): Result<Worked, FeeRefusal> {
  const { amount } = rule;
  switch (amount.kind) {
    case 'flat': {
      const count = COUNT_OF[amount.per];
      const quantity = count === undefined ? ok(1) : countOf(rule, asked.counts, count);
      if (!quantity.ok) return quantity;
      if (!isVnd(amount.vnd)) return refuse({ code: 'amount-out-of-range', ruleId: rule.id });
      return ok({
        quantity: quantity.value,
        vnd: quantity.value * amount.vnd,
        how: { kind: 'flat', vnd: amount.vnd, per: amount.per },
      });
    }
    case 'by-page':
      return workOutByPage(rule, amount, asked.counts);
    default:
      return ok({ quantity: 1, vnd: asked.councilAmounts?.[rule.id], how: { kind: 'set-by-council' } });
  }
}

type ByPage = Extract<FeeAmount, { readonly kind: 'by-page' }>;

function workOutByPage(rule: FeeRule, amount: ByPage, counts: FeeCounts): Result<Worked, FeeRefusal> {
  const { firstPages, firstVnd, nextVnd, capVnd } = amount;
  if (![firstPages, firstVnd, nextVnd, capVnd].every(isVnd)) {
    return refuse({ code: 'amount-out-of-range', ruleId: rule.id });
  }
  const originals: WorkedOriginal[] = [];
  for (const original of originalsOf(counts)) {
    const pages = countOf(rule, original, 'pages');
    if (!pages.ok) return pages;
    const copies = countOf(rule, original, 'copies');
    if (!copies.ok) return copies;
    originals.push(worked(amount, { pages: pages.value, copies: copies.value }));
  }
  const [only] = originals;
  return ok({
    quantity: originals.reduce((sum, { copies }) => sum + copies, 0),
    vnd: originals.reduce((sum, { copies, copyVnd }) => sum + copies * copyVnd, 0),
    how: only && originals.length === 1 ? { kind: 'by-page', ...only } : { kind: 'by-original', originals },
  });
}

/** Each original with what was counted of it; one, where they were not told apart. */
function originalsOf({ originals, pages, copies }: FeeCounts): readonly FeeCounts[] {
  if (originals && originals.length > 0) return originals;
  return [{ ...(pages === undefined ? {} : { pages }), ...(copies === undefined ? {} : { copies }) }];
}

function worked({ firstPages, firstVnd, nextVnd, capVnd }: ByPage, original: CountedOriginal): WorkedOriginal {
  const first = Math.min(original.pages, firstPages);
  const uncappedVnd = first * firstVnd + (original.pages - first) * nextVnd;
  return { ...original, copyVnd: Math.min(uncappedVnd, capVnd), isCapped: uncappedVnd > capVnd };
}

type PlainCount = Exclude<keyof FeeCounts, 'originals'>;

const COUNT_OF: { readonly [U in FeeUnit]: PlainCount | undefined } = {
  dossier: undefined,
  copy: 'copies',
  signature: 'signatures',
  contract: 'contracts',
  page: 'pages',
};

function countOf(rule: FeeRule, counts: FeeCounts, count: PlainCount): Result<number, FeeRefusal> {
  const value = counts[count];
  if (value === undefined) return refuse({ code: 'count-missing', ruleId: rule.id, count });
  const isCount = Number.isInteger(value) && value >= 1 && value <= MOST_COUNTED;
  return isCount ? ok(value) : refuse({ code: 'count-out-of-range', ruleId: rule.id, count });
}
