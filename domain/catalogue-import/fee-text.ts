import type { ExemptionReason, FeeAmount, FeeUnit } from '../fees/fee-rule.ts';
import { foldText } from '../search-text.ts';

/** What words about a fee say. */
export type FeeWords = {
  /** Nobody pays. "Miễn … cho" some is no such word. */
  readonly isFree: boolean;
  /** The provincial council sets the amount. */
  readonly isSetByCouncil: boolean;
  /** Every different amount named, in đồng. */
  readonly amountsVnd: readonly number[];
  /** What an amount is multiplied by. */
  readonly per: FeeUnit;
  /** The usual wording for certified copies: so much a page, less from a later page on, capped for one copy. */
  readonly byPage?: FeeAmount;
  readonly kind?: 'fee' | 'duty';
  readonly exempt: readonly ExemptionReason[];
};

const MONEY = String.raw`(\d{1,3}(?:[.,]\d{3}){1,3}|\d{1,9}) ?(?:viet nam dong|dong|vnd|d)(?![a-z])`;
const EVERY_AMOUNT = new RegExp(`(?<![\\d.,])${MONEY}`, 'g');
const BY_PAGE = new RegExp(
  `${MONEY} ?/ ?trang.{0,40}?trang thu (\\d|hai|ba|tu) ?(?:tro len|tro di|tro xuong)?.{0,40}?${MONEY} ?/ ?trang.{0,60}?(?:toi da|khong qua).{0,30}?${MONEY}`,
);
const FREE_FOR = /\b(?:mien(?: (?:toan bo|thu|phi,?|le phi))+|khong thu(?: (?:phi,?|le phi|tien))*|khong mat phi)/g;
const FOR_SOME = /^[ ,:]*(?:cho|doi voi|khi|trong|neu|nguoi|voi|giam|theo)\b/;

const UNITS: readonly (readonly [RegExp, FeeUnit])[] = [
  [/\/ ?(?:0?1 )?trang\b/, 'page'],
  [/\/ ?(?:0?1 )?ban\b/, 'copy'],
  [/\/ ?(?:0?1 )?chu ky\b/, 'signature'],
  [/\/ ?(?:0?1 )?(?:hop dong|giao dich)\b/, 'contract'],
];

const EXEMPT: readonly (readonly [RegExp, ExemptionReason])[] = [
  [/\bdung han\b/, 'filed-in-time'],
  [/\bco cong\b/, 'meritorious-family'],
  [/\bho ngheo\b/, 'poor-household'],
  [/\bcan ngheo\b/, 'near-poor-household'],
  [/\bkhuyet tat\b/, 'disabled'],
  [/\btre em\b/, 'child'],
  [/\bcao tuoi\b/, 'elderly'],
];

const NUMERALS: Readonly<Record<string, number>> = { hai: 2, ba: 3, tu: 4 };

/** Reads a fee out of words ("20.000 đồng/bản", "Miễn lệ phí.", "Mức lệ phí do Hội đồng nhân dân tỉnh quyết định"). */
export function feeWords(text: string): FeeWords {
  const folded = foldText(text);
  const kind = feeKindIn(folded);
  const byPage = byPageIn(folded);
  const speaksOfExemption = text.normalize('NFC').toLowerCase().includes('miễn');
  return {
    isFree: isFree(folded),
    isSetByCouncil: /\b(?:hoi dong nhan dan|hdnd)\b/.test(folded),
    amountsVnd: [...new Set([...folded.matchAll(EVERY_AMOUNT)].map(([, digits]) => vndIn(digits)))],
    per: UNITS.find(([words]) => words.test(folded))?.[1] ?? 'dossier',
    ...(byPage ? { byPage } : {}),
    ...(kind ? { kind } : {}),
    exempt: speaksOfExemption ? EXEMPT.filter(([words]) => words.test(folded)).map(([, reason]) => reason) : [],
  };
}

/** The đồng of a cell that holds nothing but an amount ("10,000 Việt Nam Đồng", "0"); undefined for anything else. */
export function amountCell(text: string): number | undefined {
  const match = /^(\d{1,3}(?:[.,]\d{3}){1,3}|\d{1,9})(?: ?(?:viet nam dong|dong|vnd|d))?$/.exec(foldText(text));
  return match ? vndIn(match[1]) : undefined;
}

function isFree(folded: string): boolean {
  if (/^(?:khong(?: co)?(?: phi,?| le phi)*|mien)[.]?$/.test(folded)) return true;
  const free = [...folded.matchAll(FREE_FOR)];
  return free.some((match) => !FOR_SOME.test(folded.slice(match.index + match[0].length)));
}

function feeKindIn(folded: string): 'fee' | 'duty' | undefined {
  if (/^phi\b(?!,? ?le phi)/.test(folded)) return 'fee';
  if (/\ble phi\b/.test(folded)) return 'duty';
  return /\bphi\b/.test(folded) ? 'fee' : undefined;
}

function byPageIn(folded: string): FeeAmount | undefined {
  const [, first, page = '', next, cap] = BY_PAGE.exec(folded) ?? [];
  if (first === undefined) return undefined;
  const firstPages = (NUMERALS[page] ?? Number(page)) - 1;
  return { kind: 'by-page', firstPages, firstVnd: vndIn(first), nextVnd: vndIn(next), capVnd: vndIn(cap) };
}

function vndIn(digits = ''): number {
  return Number(digits.replace(/[.,]/g, ''));
}
