// The pattern of an editable combobox (ARIA APG): a native select cannot be searched without marks.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { AskDialog } from '../parts/AskDialog.tsx';
import { FILTER } from '../text/find.ts';
import type { Option } from './filters.ts';

/** What is chosen from. */
export type Choice = {
  readonly title: string;
  /** The first one, which chooses nothing. */
  readonly none: string;
  readonly optionsFor: (typed: string) => readonly Option[];
  /** Undefined: none. */
  readonly onChoose: (value: string | undefined) => void;
};

type ChooseDialogProps = {
  /** Undefined: closed. */
  readonly choice: Choice | undefined;
  readonly onClose: () => void;
};

/** One of a list: a few letters, arrows, Enter. */
export function ChooseDialog({ choice, onClose }: ChooseDialogProps) {
  return (
    <AskDialog.Frame leadsOn opened={choice !== undefined} onClose={onClose} title={choice?.title ?? ''}>
      {choice && <Choosing key={choice.title} {...choice} />}
    </AskDialog.Frame>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

function Choosing({ title, none, optionsFor, onChoose }: Choice) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const fitting = optionsFor(typed);
  const options = typed.trim() === '' ? [{ value: '', label: none }, ...fitting] : fitting;
  const take = ({ value }: Option): void => onChoose(value === '' ? undefined : value);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey || event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    const current = options[active];
    if (step !== undefined) setActive(Math.max(0, Math.min(options.length - 1, active + step)));
    else if (event.key === 'Enter' && current) take(current);
    else return;
    event.preventDefault();
  };
  return (
    <div className="choose" data-testid="filter-dialog">
      <TextInput
        aria-label={title}
        placeholder={FILTER.search}
        size="md"
        value={typed}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={`${listId}-${active}`}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        data-testid="filter-typed"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Options listId={listId} options={options} active={active} onTake={take} />
    </div>
  );
}

type OptionsProps = {
  readonly listId: string;
  readonly options: readonly Option[];
  readonly active: number;
  readonly onTake: (option: Option) => void;
};

function Options({ listId, options, active, onTake }: OptionsProps) {
  useEffect(() => {
    document.querySelector(`#${CSS.escape(`${listId}-${active}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);
  if (options.length === 0) return <p className="choose-list choose-none">{FILTER.none}</p>;
  return (
    <div className="choose-list" role="listbox" id={listId} aria-label={FILTER.label}>
      {options.map((option, index) => (
        <div
          key={option.value}
          id={`${listId}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="picker-option"
          data-testid={`filter-option-${option.value || 'all'}`}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(option);
          }}
        >
          <strong>{option.label}</strong>
          {option.more !== undefined && <span className="picker-name">{option.more}</span>}
        </div>
      ))}
    </div>
  );
}
