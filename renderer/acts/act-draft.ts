import type { SubmittedPaper } from '../../domain/submitted-paper.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { DossierSides } from '../../electron/contract/views.ts';
import { parseTypedDate } from '../text/format.ts';

/** A paper that may be asked for; without an id the clerk named it. */
export type MissingDraft = {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly isTicked: boolean;
};

/** A paper that was asked for, and what came of it. */
export type ReceivedDraft = {
  readonly id: string;
  readonly name: string;
  readonly originals: string;
  readonly copies: string;
  readonly isTicked: boolean;
};

/** What is being typed for one act. Texts go by the name of their field, as the rules call it where they refuse it. */
export type ActDraft = {
  readonly texts: Readonly<Record<string, string>>;
  readonly missing: readonly MissingDraft[];
  readonly received: readonly ReceivedDraft[];
  /** No new date can be computed: the clerk has to type it. */
  readonly needsDate: boolean;
};

/** What an act is about, as far as it decides what is asked. */
export type ActGiven = { readonly sides: DossierSides; readonly now: LocalMoment };

export function typedText({ texts }: ActDraft, field: string): string {
  return texts[field] ?? '';
}

/** A day as the rules read it. What is no day goes on as typed, and is refused by them like everything else. */
export function typedDay(draft: ActDraft, field: string): string {
  const typed = typedText(draft, field);
  return parseTypedDate(typed) ?? typed;
}

/** đồng, with or without dots; empty is nothing. What is no amount goes on as one that the rules refuse at its field. */
export function typedVnd(draft: ActDraft, field: string): number {
  const digits = typedText(draft, field).replace(/[\s.,đ]/g, '');
  return /^\d{0,12}$/.test(digits) ? Number(digits) : -1;
}

/** What was ticked, or named by the clerk. */
export function chosenMissing({ missing }: Pick<ActDraft, 'missing'>) {
  return missing.filter(({ isTicked }) => isTicked).map(({ id, name, note }) => ({ id, name, note }));
}

export function receivedPapers({ received }: ActDraft): readonly SubmittedPaper[] {
  return received
    .filter(({ isTicked }) => isTicked)
    .map(({ id, name, originals, copies }) => ({ id, name, originals: sheets(originals), copies: sheets(copies) }));
}

function sheets(typed: string): number {
  return /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
}
