import type { LookUpCode } from '../../domain/look-up-code.ts';
import type { ScanCode } from '../../domain/scan-code.ts';

/** One thing a slip says, in reading order. How it looks is the layout's affair. */
export type SlipBlock =
  /** What this print is worth: `banner` for a trial, `frame` for a copy. */
  | { readonly kind: 'stamp'; readonly look: 'banner' | 'frame'; readonly title: string; readonly detail: string }
  | { readonly kind: 'head'; readonly upper: readonly string[]; readonly body: string; readonly counter: string }
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'line'; readonly tone: 'number' | 'note'; readonly text: string }
  | { readonly kind: 'bars'; readonly code: ScanCode }
  | { readonly kind: 'rule' }
  /** A label and what was filled in. `key`: what the citizen looks for first. */
  | { readonly kind: 'fact'; readonly label: string; readonly value: string; readonly tone: 'key' | 'plain' }
  /** A sentence of the slip's own. `strong`: nobody may overlook it. */
  | { readonly kind: 'text'; readonly tone: 'strong' | 'body' | 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly label: string; readonly items: readonly ListItem[] }
  /** A table of things that consist of sheets. */
  | {
      readonly kind: 'sheets';
      readonly label: string;
      readonly nameHead: string;
      readonly rows: readonly SheetRow[];
      readonly total?: Pick<SheetRow, 'name' | 'originals' | 'copies'>;
    }
  | { readonly kind: 'amounts'; readonly label: string; readonly rows: readonly AmountRow[] }
  /** A date nobody may overlook. */
  | {
      readonly kind: 'key-date';
      readonly label: string;
      readonly lines: readonly string[];
      /** What to do on that day, right below it. */
      readonly advice?: string;
      readonly notes: readonly string[];
    }
  /** From the left; one alone signs on the right. */
  | { readonly kind: 'signatures'; readonly signers: readonly Signer[] }
  | { readonly kind: 'qr'; readonly code: ScanCode; readonly lookUpCode?: LookUpCode; readonly hint: string }
  /** The paper and the head as the program has them. */
  | { readonly kind: 'paper' }
  /** Millimetres across the whole head, between its first dot and its last. */
  | { readonly kind: 'ruler' }
  /** Greys, lines and a black bar, which show dead and weak dots. */
  | { readonly kind: 'patterns' };

export type ListItem = { readonly text: string; readonly note: string };

export type SheetRow = {
  /** `(1)`. */
  readonly number: string;
  readonly name: string;
  /** Below the name, each on a line of its own. */
  readonly details: readonly string[];
  readonly originals: number;
  readonly copies: number;
};

export type AmountRow = { readonly name: string; readonly amount: string; readonly tone: 'plain' | 'sum' | 'total' };

export type Signer = {
  readonly role: string;
  /** Printed below the room to sign; empty: written by hand. */
  readonly name: string;
};

export type BlockOf<Kind extends SlipBlock['kind']> = Extract<SlipBlock, { kind: Kind }>;

export const RULE: SlipBlock = { kind: 'rule' };

export function fact(label: string, value: string): SlipBlock {
  return { kind: 'fact', label, value, tone: 'plain' };
}

export function keyFact(label: string, value: string): SlipBlock {
  return { kind: 'fact', label, value, tone: 'key' };
}
