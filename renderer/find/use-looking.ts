import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { LOOK_UP_COLUMNS, type LookUpColumn, type LookUpFilter, type LookUpSort } from '../../domain/look-up.ts';
import type { LookedFor, SavedView } from '../../electron/contract/look-up-commands.ts';

/** The first letter is asked at once; between those of whoever types quickly nothing is. */
const PAUSE_MS = 40;

export type Looking = {
  readonly typed: string;
  readonly filter: LookUpFilter;
  /** Undefined: the best match first. */
  readonly sort: LookUpSort | undefined;
  readonly columns: readonly LookUpColumn[];
  /** What the core is asked. */
  readonly lookedFor: LookedFor;
  readonly type: (typed: string) => void;
  readonly narrow: (filter: LookUpFilter) => void;
  readonly order: (sort: LookUpSort | undefined) => void;
  /** Shows a column, or hides it. */
  readonly toggleColumn: (column: LookUpColumn) => void;
  /** Looks as it was kept. */
  readonly show: (view: SavedView) => void;
};

/** What is looked for: as it is typed, and as it narrows. */
export function useLooking(): Looking {
  const [typed, type] = useState('');
  const [filter, narrow] = useState<LookUpFilter>({});
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS, { leading: true });
  const [sort, order] = useState<LookUpSort>();
  const [columns, setColumns] = useState<readonly LookUpColumn[]>(LOOK_UP_COLUMNS);
  return {
    typed,
    filter,
    sort,
    columns,
    lookedFor: { text, filter, ...(sort ? { sort } : {}) },
    type,
    narrow,
    order,
    // In the order in which they stand, whichever was chosen first.
    toggleColumn: (column) =>
      setColumns(LOOK_UP_COLUMNS.filter((name) => columns.includes(name) !== (name === column))),
    show: (view) => {
      type(view.lookedFor.text);
      narrow(view.lookedFor.filter);
      order(view.lookedFor.sort);
      setColumns(view.columns);
    },
  };
}
