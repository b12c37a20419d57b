import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { LookUpFilter } from '../../domain/look-up.ts';
import type { LookedFor } from '../../electron/contract/look-up-commands.ts';

/** Between the letters of whoever types quickly nothing is asked. */
const PAUSE_MS = 90;

export type Looking = {
  readonly typed: string;
  readonly filter: LookUpFilter;
  /** What the core is asked. */
  readonly lookedFor: LookedFor;
  readonly type: (typed: string) => void;
  readonly narrow: (filter: LookUpFilter) => void;
};

/** What is looked for: as it is typed, and as it narrows. */
export function useLooking(): Looking {
  const [typed, type] = useState('');
  const [filter, narrow] = useState<LookUpFilter>({});
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS);
  return { typed, filter, lookedFor: { text, filter }, type, narrow };
}
