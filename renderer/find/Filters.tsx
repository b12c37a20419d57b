import type { AppState } from '../../electron/contract/views.ts';
import { LIST_KEYS } from '../keys.ts';
import { useLoneKeys } from '../parts/use-lone-keys.ts';
import { FILTER, FILTERS, SORT } from '../text/find.ts';
import { type Choice, ChooseDialog } from './ChooseDialog.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { DaysDialog } from './DaysDialog.tsx';
import { FilterBar } from './FilterBar.tsx';
import { optionsFor, sortOf, sortOptions, withChoice, withMembers } from './filters.ts';
import { useFilterDialog } from './use-filter-dialog.ts';
import type { Looking } from './use-looking.ts';
import { useViews } from './use-views.ts';
import { ViewsDialog } from './ViewsDialog.tsx';

type FiltersProps = {
  readonly app: AppState;
  readonly looking: Looking;
  /** Something was chosen, or left: the hands go back to the field. */
  readonly onDone: () => void;
};

/** What narrows the list and puts it in order: the chips, and what they ask. */
export function Filters({ app, looking, onDone }: FiltersProps) {
  const { filter, sort, columns, narrow, order, toggleColumn } = looking;
  const dialog = useFilterDialog(app, looking);
  const { asked, choices } = dialog;
  const views = useViews(looking);
  useLoneKeys(
    views.views.map((view, index) => ({ key: LIST_KEYS[index], onPress: () => views.open(view) })),
    'screen',
  );
  const leave = (): void => {
    views.forgetTrouble();
    dialog.close();
    onDone();
  };
  const choice = ((): Choice | undefined => {
    if (asked === undefined || asked === 'days' || asked === 'columns' || asked === 'views') return undefined;
    if (asked === 'sort') {
      const onChoose = (value: string | undefined): void => order(value === undefined ? undefined : sortOf(value));
      return { title: SORT.title, none: SORT.best, optionsFor: sortOptions, onChoose };
    }
    return {
      title: FILTER.choose(FILTERS[asked]),
      none: FILTER.all,
      optionsFor: (typed) => optionsFor(asked, choices, typed),
      onChoose: (value) => narrow(withChoice(filter, asked, value)),
    };
  })();
  return (
    <>
      <FilterBar
        filter={filter}
        sort={sort}
        choices={choices}
        onChoose={dialog.choose}
        onClear={() => {
          narrow({});
          onDone();
        }}
      />
      <ChooseDialog choice={choice && leavingAfter(choice, leave)} onClose={leave} />
      <DaysDialog
        opened={asked === 'days'}
        days={filter}
        onApply={(days) => {
          narrow(withMembers(filter, { from: undefined, until: undefined, ...days }));
          leave();
        }}
        onClose={leave}
      />
      <ViewsDialog opened={asked === 'views'} views={views} choices={choices} onClose={leave} />
      <ColumnsDialog opened={asked === 'columns'} columns={columns} onToggle={toggleColumn} onClose={leave} />
    </>
  );
}

function leavingAfter(choice: Choice, leave: () => void): Choice {
  return {
    ...choice,
    onChoose: (value) => {
      choice.onChoose(value);
      leave();
    },
  };
}
