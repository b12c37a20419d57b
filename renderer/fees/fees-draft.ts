import type { Channel } from '../../domain/channel.ts';
import {
  assessFees,
  type FeeAssessment,
  type FeeCounts,
  type FeeLine,
  type FeeRefusal,
} from '../../domain/fees/fee-assessment.ts';
import { type ExemptionReason, type FeeRule, feeRulesInForce } from '../../domain/fees/fee-rule.ts';
import type { FeeReceipt, PaymentMethod } from '../../domain/fees/payment.ts';
import { parseVnd } from '../../domain/fees/vnd.ts';
import type { IntakeFees } from '../../domain/intake-form.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Result } from '../../domain/result.ts';

/** What is counted one by one. */
export type CountName = Exclude<keyof FeeCounts, 'originals'>;

/** What stands in the fee card of a reception, as typed. */
export type FeesDraft = {
  readonly counts: { readonly [C in CountName]: string };
  /** Ids of the rules that only some pay. */
  readonly chosen: readonly string[];
  /** Empty: none. */
  readonly exemption: ExemptionReason | '';
  readonly evidence: string;
  /** đồng by rule id. */
  readonly council: Readonly<Record<string, string>>;
  /** Collected with the reception. What is given at once is paid at once in any case. */
  readonly isCollected: boolean;
  /** Of what is paid at once; both empty: no receipt. */
  readonly receipt: { readonly book: string; readonly number: string };
  readonly method: PaymentMethod;
};

export const EMPTY_FEES: FeesDraft = {
  counts: { pages: '', copies: '', signatures: '', contracts: '' },
  chosen: [],
  exemption: '',
  evidence: '',
  council: {},
  isCollected: false,
  receipt: { book: '', number: '' },
  method: 'cash',
};

/** By what a dossier pays that is received now. */
export type FeeBasis = {
  readonly rules: readonly FeeRule[];
  readonly day: PlainDate;
  readonly channel: Channel;
  /** The unit's own table. */
  readonly councilAmounts: Readonly<Record<string, number>>;
};

/** One rule with what it comes to, or why it cannot be reckoned. */
export type RuleReckoned = { readonly rule: FeeRule; readonly line: Result<FeeLine, FeeRefusal> };

/** What the fee card shows. */
export type FeesShown = {
  /** What has to be counted for the rules that are due. */
  readonly counted: readonly CountName[];
  /** Paid only by some: to be ticked. */
  readonly conditional: readonly FeeRule[];
  /** The council sets them and the unit's table has no amount. */
  readonly toType: readonly FeeRule[];
  readonly reasons: readonly ExemptionReason[];
  readonly reckoned: readonly RuleReckoned[];
  /** Of the whole; refused as long as one rule cannot be reckoned. */
  readonly assessed: Result<FeeAssessment, FeeRefusal>;
};

const COUNTS: readonly CountName[] = ['pages', 'copies', 'signatures', 'contracts'];

/** Reckons what was typed as the core will do again. */
export function feesShown(draft: FeesDraft, basis: FeeBasis): FeesShown {
  const inForce = feeRulesInForce(basis.rules, basis.day, basis.channel);
  const due = inForce.filter(({ id, condition }) => condition === undefined || draft.chosen.includes(id));
  const asked = askedOf(draft);
  const councilAmounts = { ...basis.councilAmounts, ...asked.councilAmounts };
  const by = { day: basis.day, channel: basis.channel, councilAmounts };
  const reckoned = due.map((rule) => ({ rule, line: lineOf(rule, { ...asked, ...by }) }));
  return {
    counted: COUNTS.filter((count) => due.some((rule) => countsOf(rule).includes(count))),
    conditional: inForce.filter(({ condition }) => condition !== undefined),
    toType: due.filter(({ id, amount }) => amount.kind === 'set-by-council' && basis.councilAmounts[id] === undefined),
    reasons: [...new Set(due.flatMap(({ exempt = [] }) => exempt))],
    reckoned,
    assessed: assessFees(basis.rules, { ...asked, ...by, mayStayOpen: true }),
  };
}

/**
 * What of the card goes into the form: nothing as long as nothing was typed, or as long as it cannot be reckoned. Then the
 * fees stay open and are reckoned later.
 */
export function intakeFeesOf(draft: FeesDraft, { assessed }: Pick<FeesShown, 'assessed'>): IntakeFees | undefined {
  const { counts, chosen, exemption, council } = draft;
  const typed = [...Object.values(counts), ...Object.values(council), ...chosen, exemption].some((text) => text !== '');
  return typed && assessed.ok ? askedOf(draft) : undefined;
}

/**
 * Whether a reception with these fees has to wait: something typed is wrong. What is only missing may be counted later,
 * except where everything is paid at once.
 */
export function feesBlock({ assessed }: Pick<FeesShown, 'assessed'>, isPaidNow: boolean): boolean {
  if (assessed.ok) return isPaidNow && assessed.value.unassessed.length > 0;
  return isPaidNow || assessed.refusal.code !== 'count-missing';
}

/** What is marked as wrong: counts by name, amounts of the council by rule. `isMissingToo`: also what was not typed. */
export function refusedPart(reckoned: readonly RuleReckoned[], isMissingToo: boolean): ReadonlySet<string> {
  const refusals = reckoned.flatMap(({ line }) => (line.ok ? [] : [line.refusal]));
  const marked = refusals.filter(({ code }) => isMissingToo || code.endsWith('out-of-range'));
  return new Set(
    marked.flatMap((refusal) => ('count' in refusal ? [refusal.count] : 'ruleId' in refusal ? [refusal.ruleId] : [])),
  );
}

/** Whether there is, or may be, something to collect. */
export function mayBeCollected({ reckoned, assessed }: Pick<FeesShown, 'reckoned' | 'assessed'>): boolean {
  const isNothing = assessed.ok && assessed.value.totalVnd === 0 && assessed.value.unassessed.length === 0;
  return reckoned.length > 0 && !isNothing;
}

/** Whether all that is due is collected with the reception. */
export function isPaidNow({ fees, isOnTheSpot }: Paying): boolean {
  return isOnTheSpot || fees.isCollected;
}

type Paying = { readonly fees: Pick<FeesDraft, 'isCollected'>; readonly isOnTheSpot: boolean };

export function receiptOf({ receipt }: Pick<FeesDraft, 'receipt'>): FeeReceipt {
  const [book, number] = [receipt.book.trim(), receipt.number.trim()];
  return book === '' && number === '' ? { kind: 'none' } : { kind: 'numbered', book, number };
}

/** The counts a rule is reckoned by. */
function countsOf({ amount }: FeeRule): readonly CountName[] {
  switch (amount.kind) {
    case 'by-page':
      return ['pages', 'copies'];
    case 'flat':
      return COUNTS_OF_UNIT[amount.per];
    default:
      return [];
  }
}

const COUNTS_OF_UNIT = {
  dossier: [],
  page: ['pages'],
  copy: ['copies'],
  signature: ['signatures'],
  contract: ['contracts'],
} satisfies Record<Extract<FeeRule['amount'], { kind: 'flat' }>['per'], readonly CountName[]>;

function lineOf(rule: FeeRule, asked: Parameters<typeof assessFees>[1]): Result<FeeLine, FeeRefusal> {
  const { exemption, ...others } = asked;
  const isWaived = exemption !== undefined && (rule.exempt ?? []).includes(exemption.reason);
  const assessed = assessFees([rule], {
    ...others,
    chosen: rule.condition === undefined ? [] : [rule.id],
    ...(isWaived ? { exemption } : {}),
  });
  if (!assessed.ok) return assessed;
  const [line] = assessed.value.lines;
  return line ? { ok: true, value: line } : { ok: false, refusal: { code: 'unknown-rule', ruleId: rule.id } };
}

function askedOf({ counts, chosen, exemption, evidence, council }: FeesDraft): IntakeFees {
  const typed = COUNTS.flatMap((count) => (counts[count].trim() === '' ? [] : [[count, numberOf(counts[count])]]));
  const amounts = Object.entries(council).filter(([, text]) => text.trim() !== '');
  return {
    counts: Object.fromEntries(typed),
    ...(chosen.length > 0 ? { chosen } : {}),
    ...(exemption === '' ? {} : { exemption: { reason: exemption, evidence: evidence.trim() } }),
    ...(amounts.length > 0
      ? { councilAmounts: Object.fromEntries(amounts.map(([id, text]) => [id, parseVnd(text) ?? NO_NUMBER])) }
      : {}),
  };
}

/** What is no number becomes one that every rule refuses. */
function numberOf(typed: string): number {
  return /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : NO_NUMBER;
}

const NO_NUMBER = -1;
