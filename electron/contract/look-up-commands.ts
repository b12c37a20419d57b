import type { LookUpColumn, LookUpFilter, LookUpSort } from '../../domain/look-up.ts';
import type { Result } from '../../domain/result.ts';
import type { RenameViewRefusal, SaveViewRefusal } from '../../domain/saved-views.ts';
import type { StorageRefusal } from './refusals.ts';
import type { DossierRow } from './views.ts';

/**
 * What is looked for: a text as it was typed, what narrows it, and in which order it comes: unless said otherwise the best
 * match first, and the newest first among equals.
 */
export type LookedFor = { readonly text: string; readonly filter: LookUpFilter; readonly sort?: LookUpSort };

/** Lines of what was found, from the `offset`th on. */
export type FoundPage = {
  readonly lookedFor: LookedFor;
  readonly offset: number;
  readonly rows: readonly DossierRow[];
  /** All that were found. */
  readonly total: number;
};

/** How many lines of a file are written. */
export type FoundSaving = { readonly done: number; readonly total: number };

export type SaveFoundRefusal = {
  readonly code:
    /** The dialog was closed. */
    'no-file' | /** Another file is being written. */ 'busy' | 'file-not-written' | /** By the clerk. */ 'stopped';
};

/** A way to look at what is found, kept under a name. */
export type SavedView = {
  readonly name: string;
  readonly lookedFor: LookedFor;
  readonly columns: readonly LookUpColumn[];
};

/** Looking for dossiers. */
export type LookUpCommands = {
  /** Others have their turn while it goes through all of them. */
  'dossier.lookUp': {
    input: { readonly lookedFor: LookedFor; readonly offset: number; readonly limit: number };
    output: FoundPage;
  };
  /** Asks the clerk for a place, writes all that is found there for a spreadsheet, and answers when it is done. */
  'found.save': {
    input: { readonly lookedFor: LookedFor; readonly columns: readonly LookUpColumn[] };
    output: Result<{ readonly rows: number }, SaveFoundRefusal>;
  };
  /** The file being written; null when there is none. */
  'found.saving': { input: Record<string, never>; output: FoundSaving | null };
  'found.stopSaving': { input: Record<string, never>; output: null };
  /** Of who is signed in, on this computer. */
  'view.list': { input: Record<string, never>; output: readonly SavedView[] };
  /** The same name again is another content of it. */
  'view.save': { input: { readonly view: SavedView }; output: Result<null, SaveViewRefusal | StorageRefusal> };
  'view.rename': {
    input: { readonly name: string; readonly to: string };
    output: Result<null, RenameViewRefusal | StorageRefusal>;
  };
  'view.remove': { input: { readonly name: string }; output: Result<null, StorageRefusal> };
};
