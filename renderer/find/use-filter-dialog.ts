import { useEffect, useState } from 'react';
import type { LookUpFilter } from '../../domain/look-up.ts';
import type { AppState } from '../../electron/contract/views.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { KEYS } from '../keys.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useAnswer } from '../use-answer.ts';
import { type Choices, TOOL_NAMES, type ToolName, withMembers } from './filters.ts';
import type { Looking } from './use-looking.ts';

const NOTHING = {};
const TOPICS: readonly PushTopic[] = [];
const NO_PROCEDURES: Choices['procedures'] = [];

/** What a dialog is for; of the others one press is all. */
type Asked = Exclude<ToolName, 'mine'>;

type FilterDialog = {
  /** Which of them is being chosen. */
  readonly asked: Asked | undefined;
  readonly choices: Choices;
  readonly choose: (name: ToolName) => void;
  readonly close: () => void;
};

/** What a chip, or its digit with Ctrl, does: it asks, or it is done at once. */
export function useFilterDialog(app: AppState, { filter, narrow }: Pick<Looking, 'filter' | 'narrow'>): FilterDialog {
  const [asked, setAsked] = useState<Asked>();
  // A screen that is left closes it.
  useEffect(() => () => setAsked(undefined), []);
  const { latest } = useAnswer('procedure.list', NOTHING, TOPICS);
  const me = app.people?.signedIn?.name;
  const choices = { procedures: latest ?? NO_PROCEDURES, clerks: clerksOf(app), me };
  const choose = (name: ToolName): void => {
    if (name === 'mine') narrow(mine(filter, me));
    else setAsked(name);
  };
  useKeys({
    filter: (event) => {
      const name = TOOL_NAMES[KEYS.filter.codes.indexOf(event.code)];
      if (name) choose(name);
    },
    filterClear: () => narrow({}),
  });
  return { asked, choices, choose, close: () => setAsked(undefined) };
}

function mine(filter: LookUpFilter, me: string | undefined): LookUpFilter {
  return withMembers(filter, { clerk: filter.clerk === me ? undefined : me });
}

function clerksOf({ people, counter }: AppState): readonly string[] {
  const names = (people?.accounts ?? []).map(({ name }) => name);
  return [...new Set([...names, ...(people?.signedIn ? [people.signedIn.name] : []), counter?.clerkName ?? ''])]
    .filter((name) => name !== '')
    .toSorted((a, b) => a.localeCompare(b, 'vi'));
}
