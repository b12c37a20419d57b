import { LOOK_UP_ORDERS, LOOK_UP_STATES, type LookUpFilter, type LookUpSort } from '../../domain/look-up.ts';
import { searchProcedures } from '../../domain/procedure-catalogue.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { foldText } from '../../domain/search-text.ts';
import type { LookedFor } from '../../electron/contract/look-up-commands.ts';
import { dateText } from '../text/format.ts';
import { VIEWS } from '../text/find-views.ts';
import { FILTER, FILTERS, LOOK_UP_STATE_NAMES, ORDERS, type TOOLS } from '../text/find.ts';

export type FilterName = keyof typeof FILTERS;
/** Of these one is chosen from a list. */
export type ListedFilter = 'state' | 'procedure' | 'field' | 'clerk';

/** As their chips stand: the digit of each is its place, from 1. */
export const FILTER_NAMES: readonly FilterName[] = ['state', 'procedure', 'field', 'days', 'clerk', 'mine'];

export type ToolName = FilterName | keyof typeof TOOLS;

/** Filters and what stands behind them, in the order of their digits. */
export const TOOL_NAMES: readonly ToolName[] = [...FILTER_NAMES, 'sort', 'columns', 'views'];

export type Option = { readonly value: string; readonly label: string; readonly more?: string };

/** What the choices are made of. */
export type Choices = {
  readonly procedures: readonly Procedure[];
  readonly clerks: readonly string[];
  /** Name of who is signed in. */
  readonly me: string | undefined;
};

const MEMBERS = {
  state: 'state',
  procedure: 'procedureCode',
  field: 'field',
  clerk: 'clerk',
} as const satisfies Record<ListedFilter, keyof LookUpFilter>;

/** Those that fit what was typed into the list; nothing typed fits all. */
export function optionsFor(name: ListedFilter, { procedures, clerks }: Choices, typed: string): readonly Option[] {
  // A list of sensitive dossiers is not to be had.
  const open = procedures.filter(({ isRestricted }) => !isRestricted);
  switch (name) {
    case 'state':
      return fitting(
        LOOK_UP_STATES.map((value) => ({ value, label: LOOK_UP_STATE_NAMES[value] })),
        typed,
      );
    case 'procedure':
      return searchProcedures(open, typed).map(({ code, alias, name: more }) => ({ value: code, label: alias, more }));
    case 'field':
      return fitting(named([...new Set(open.map(({ field }) => field))]), typed);
    case 'clerk':
      return fitting(named(clerks), typed);
  }
}

export function withChoice(filter: LookUpFilter, name: ListedFilter, value: string | undefined): LookUpFilter {
  return withMembers(filter, { [MEMBERS[name]]: value });
}

/** Undefined takes the member away. */
export function withMembers(
  filter: LookUpFilter,
  change: { readonly [K in keyof LookUpFilter]?: LookUpFilter[K] | undefined },
): LookUpFilter {
  const members = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined);
  // Of both nothing is left but what is there.
  return Object.fromEntries(members) as LookUpFilter;
}

/** What stands on a chip while it narrows; undefined while it does not. */
export function chipText(name: FilterName, filter: LookUpFilter, choices: Choices): string | undefined {
  return CHIP_TEXTS[name](filter, choices);
}

const CHIP_TEXTS: Readonly<Record<FilterName, (filter: LookUpFilter, choices: Choices) => string | undefined>> = {
  state: ({ state }) => state && LOOK_UP_STATE_NAMES[state],
  procedure: ({ procedureCode }, { procedures }) =>
    procedureCode && (procedures.find(({ code }) => code === procedureCode)?.alias ?? procedureCode),
  field: ({ field }) => field,
  days: ({ from, until }) =>
    from || until ? FILTER.days(from && dateText(from), until && dateText(until)) : undefined,
  clerk: ({ clerk }, { me }) => (clerk === me ? undefined : clerk),
  mine: ({ clerk }, { me }) => (clerk !== undefined && clerk === me ? FILTERS.mine : undefined),
};

/** Every order, both ways. */
export function sortOptions(typed: string): readonly Option[] {
  return fitting(
    LOOK_UP_ORDERS.flatMap((by) =>
      [false, true].map((descending) => ({ value: `${by} ${descending}`, label: sortText({ by, descending }) })),
    ),
    typed,
  );
}

export function sortOf(value: string): LookUpSort | undefined {
  const [wanted, descending] = value.split(' ');
  const by = LOOK_UP_ORDERS.find((order) => order === wanted);
  return by && { by, descending: descending === 'true' };
}

export function sortText({ by, descending }: LookUpSort): string {
  return ORDERS[by][descending ? 1 : 0];
}

/** What a kept way to look shows, in a line. */
export function viewText({ text, filter, sort }: LookedFor, choices: Choices): string {
  const parts = FILTER_NAMES.flatMap((name) => chipText(name, filter, choices) ?? []);
  const said = [...(text === '' ? [] : [`“${text}”`]), ...parts];
  const what = said.length === 0 ? VIEWS.everything : said.join(', ');
  return sort ? `${what}. ${sortText(sort)}` : what;
}

function named(values: readonly string[]): readonly Option[] {
  return values.map((value) => ({ value, label: value }));
}

function fitting(options: readonly Option[], typed: string): readonly Option[] {
  const wanted = foldText(typed);
  return options.filter(({ label }) => foldText(label).includes(wanted));
}
