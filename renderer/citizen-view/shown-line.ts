/** One thing the citizen is asked to look at; `value` empty: nothing was typed. */
export type ShownLine = {
  readonly name: string;
  readonly value: string;
  /** Whose name it is, or when to come back: larger than the rest. */
  readonly isLarge?: true;
  /** Shares its row with the other short ones. */
  readonly isShort?: true;
};

/** What stands before the citizen: of this dossier alone. */
export type Shown = { readonly title: string; readonly lines: readonly ShownLine[] };
