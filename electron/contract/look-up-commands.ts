import type { LookUpFilter } from '../../domain/look-up.ts';
import type { DossierRow } from './views.ts';

/** What is looked for: a text as it was typed, and what narrows it. */
export type LookedFor = { readonly text: string; readonly filter: LookUpFilter };

/** Lines of what was found, from the `offset`th on, the best match first and the newest first among equals. */
export type FoundPage = {
  readonly lookedFor: LookedFor;
  readonly offset: number;
  readonly rows: readonly DossierRow[];
  /** All that were found. */
  readonly total: number;
};

/** Looking for dossiers. */
export type LookUpCommands = {
  /** Others have their turn while it goes through all of them. */
  'dossier.lookUp': {
    input: { readonly lookedFor: LookedFor; readonly offset: number; readonly limit: number };
    output: FoundPage;
  };
};
