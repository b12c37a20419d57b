import { canonicalJson } from './canonical-json.ts';
import type { FeeRule } from './fees/fee-rule.ts';
import type { Procedure, ProcedureLimit, RequiredPaper } from './procedure.ts';

/** Members that are said with their old and their new text. */
export type NamedMember = 'name' | 'alias' | 'field' | 'resultName';
/** Members of which only that they differ is said. */
export type OtherMember =
  | 'localSuffix'
  | 'statutoryLimit'
  | 'limitByChannel'
  | 'linkedSteps'
  | 'onlineScope'
  | 'acceptsPost'
  | 'isRestricted'
  | 'decision';

/** One thing that a version of a procedure says differently from the one before it. */
export type ProcedureDifference =
  | { readonly kind: 'text'; readonly what: NamedMember; readonly before: string; readonly after: string }
  | { readonly kind: 'level'; readonly before: Procedure['level']; readonly after: Procedure['level'] }
  | { readonly kind: 'limit'; readonly before: ProcedureLimit; readonly after: ProcedureLimit }
  | { readonly kind: 'paper-added' | 'paper-removed'; readonly paper: RequiredPaper }
  | { readonly kind: 'paper-changed'; readonly before: RequiredPaper; readonly after: RequiredPaper }
  | { readonly kind: 'fee-added' | 'fee-removed'; readonly rule: FeeRule }
  | { readonly kind: 'fee-changed'; readonly before: FeeRule; readonly after: FeeRule }
  | { readonly kind: 'other'; readonly what: OtherMember };

const TEXTS: readonly NamedMember[] = ['name', 'alias', 'field', 'resultName'];
const OTHERS: readonly OtherMember[] = [
  'localSuffix',
  'statutoryLimit',
  'limitByChannel',
  'linkedSteps',
  'onlineScope',
  'acceptsPost',
  'isRestricted',
  'decision',
];

/**
 * What `after` says differently from `before`, in the order in which a clerk asks for it: what it is called, how long it
 * takes, what has to be brought, what has to be paid. What only names the publication, or is only for typing, is left out.
 */
export function procedureDifferences(before: Procedure, after: Procedure): readonly ProcedureDifference[] {
  return [
    ...TEXTS.filter((what) => before[what] !== after[what]).map(
      (what) => ({ kind: 'text', what, before: before[what], after: after[what] }) as const,
    ),
    ...(before.level === after.level ? [] : [{ kind: 'level', before: before.level, after: after.level } as const]),
    ...(isSame(before.limit, after.limit)
      ? []
      : [{ kind: 'limit', before: before.limit, after: after.limit } as const]),
    ...paperDifferences(before.requiredPapers, after.requiredPapers),
    ...feeDifferences(before.fees, after.fees),
    ...OTHERS.filter((what) => !isSame(before[what], after[what])).map((what) => ({ kind: 'other', what }) as const),
  ];
}

function paperDifferences(
  before: readonly RequiredPaper[],
  after: readonly RequiredPaper[],
): readonly ProcedureDifference[] {
  const { removed, added, changed } = pair(before, after, [byId, (a, b) => a.name === b.name]);
  return [
    ...removed.map((paper) => ({ kind: 'paper-removed', paper }) as const),
    ...added.map((paper) => ({ kind: 'paper-added', paper }) as const),
    ...changed.map(([old, now]) => ({ kind: 'paper-changed', before: old, after: now }) as const),
  ].filter((each) => each.kind !== 'paper-changed' || !isSamePaper(each.before, each.after));
}

/** Whatever a citizen has to know of it: an id says nothing. */
function isSamePaper(a: RequiredPaper, b: RequiredPaper): boolean {
  return isSame({ ...a, id: '' }, { ...b, id: '' });
}

function feeDifferences(before: readonly FeeRule[], after: readonly FeeRule[]): readonly ProcedureDifference[] {
  const { removed, added, changed } = pair(before, after, [byId]);
  return [
    ...removed.map((rule) => ({ kind: 'fee-removed', rule }) as const),
    ...added.map((rule) => ({ kind: 'fee-added', rule }) as const),
    ...changed.map(([old, now]) => ({ kind: 'fee-changed', before: old, after: now }) as const),
  ];
}

type Pairing<T> = {
  readonly removed: readonly T[];
  readonly added: readonly T[];
  readonly changed: readonly (readonly [T, T])[];
};

type Likeness<T> = (a: T, b: T) => boolean;

/** Each of `after` with its like among `before`, which is taken once; a weaker likeness counts where a stronger finds none. */
function pair<T>(before: readonly T[], after: readonly T[], likes: readonly Likeness<T>[]): Pairing<T> {
  const left = [...before];
  const added: T[] = [];
  const changed: (readonly [T, T])[] = [];
  for (const now of after) {
    const places = likes.map((isLike) => left.findIndex((old) => isLike(old, now)));
    const at = places.find((place) => place >= 0);
    const [old] = at === undefined ? [] : left.splice(at, 1);
    if (old === undefined) added.push(now);
    else if (!isSame(old, now)) changed.push([old, now]);
  }
  return { removed: left, added, changed };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): boolean {
  return a.id === b.id;
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
