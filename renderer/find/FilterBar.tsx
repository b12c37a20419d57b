import type { KeyboardEvent } from 'react';
import type { LookUpFilter, LookUpSort } from '../../domain/look-up.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { FILTER, FILTERS, TOOLS } from '../text/find.ts';
import { chipText, type Choices, FILTER_NAMES, sortText, type ToolName } from './filters.ts';

type FilterBarProps = {
  readonly filter: LookUpFilter;
  readonly sort: LookUpSort | undefined;
  readonly choices: Choices;
  readonly onChoose: (name: ToolName) => void;
  readonly onClear: () => void;
};

/** What the list is narrowed by, each with its digit. ← and → go between the chips. */
export function FilterBar({ filter, sort, choices, onChoose, onClear }: FilterBarProps) {
  return (
    <div className="filters" role="toolbar" aria-label={FILTER.label} onKeyDown={goBetween} tabIndex={-1}>
      <span className="soft filters-lead">{FILTER.lead}</span>
      {FILTER_NAMES.map((name, index) => (
        <Chip
          key={name}
          name={name}
          digit={index + 1}
          text={chipText(name, filter, choices)}
          onChoose={() => onChoose(name)}
        />
      ))}
      <Chip name="sort" digit={7} text={sort && sortText(sort)} onChoose={() => onChoose('sort')} />
      <Chip name="columns" digit={8} text={undefined} onChoose={() => onChoose('columns')} />
      <Chip name="views" digit={9} text={undefined} onChoose={() => onChoose('views')} />
      {Object.keys(filter).length > 0 && (
        <ActionButton keyName="filterClear" size="compact-sm" variant="subtle" testId="filter-clear" onClick={onClear}>
          {FILTER.clear}
        </ActionButton>
      )}
    </div>
  );
}

const NAMES = { ...FILTERS, ...TOOLS };

type ChipProps = {
  readonly name: ToolName;
  readonly digit: number;
  /** Undefined: it narrows nothing. */
  readonly text: string | undefined;
  readonly onChoose: () => void;
};

function Chip({ name, digit, text, onChoose }: ChipProps) {
  return (
    <button
      type="button"
      className="filter-chip"
      aria-pressed={text !== undefined}
      tabIndex={digit === 1 ? 0 : -1}
      data-testid={`filter-${name}`}
      data-chosen={text}
      onClick={onChoose}
    >
      <kbd className="key-hint">{digit}</kbd>
      <span className="filter-text">
        {NAMES[name]}
        {text !== undefined && text !== NAMES[name] && (
          <>
            : <strong>{text}</strong>
          </>
        )}
      </span>
    </button>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

function goBetween(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined || event.ctrlKey || event.altKey) return;
  const chips = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = chips.findIndex((chip) => chip === document.activeElement);
  chips[at + step]?.focus();
  event.preventDefault();
}
