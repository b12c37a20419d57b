// As at the reception: an editable combobox (ARIA APG) whose list stays open.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { ProcedureOnDay } from '../../domain/procedure-versions.ts';
import { lineText, NEWS_TEXTS, PROCEDURES, shortLimitText } from '../text/procedures.ts';
import type { ProceduresState } from './use-procedures.ts';

type ProcedureSearchProps = {
  readonly state: ProceduresState;
  /** The hands go over to what is read. */
  readonly onRead: () => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };

/** One field and the list below it: letters narrow it, arrows choose in it. */
export function ProcedureSearch({ state, onRead }: ProcedureSearchProps) {
  const listId = useId();
  const { query, all, found, chosen } = state;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey || event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) state.step(step);
    else if (event.key === 'Enter' && chosen) onRead();
    else if (event.key === 'Escape' && query !== '') state.search('');
    else return;
    event.preventDefault();
  };
  return (
    <section className="procedures-left card" aria-label={PROCEDURES.label}>
      <TextInput
        size="md"
        aria-label={PROCEDURES.search}
        placeholder={PROCEDURES.searchHint}
        value={query}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={chosen && optionId(listId, chosen)}
        autoComplete="off"
        spellCheck={false}
        data-home
        data-testid="procedures-search"
        onChange={(event) => state.search(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Options listId={listId} found={found} chosen={chosen} onChoose={state.choose} />
      <p className="soft procedures-foot" data-testid="procedures-count" data-count={found.length}>
        {all && PROCEDURES.count(found.length, all.length)} · {PROCEDURES.keys}
      </p>
    </section>
  );
}

type OptionsProps = {
  readonly listId: string;
  readonly found: readonly ProcedureOnDay[];
  readonly chosen: ProcedureOnDay | undefined;
  readonly onChoose: (code: string) => void;
};

function Options({ listId, found, chosen, onChoose }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  const code = chosen?.procedure.code;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [code]);
  return (
    <div className="procedures-list" role="listbox" id={listId} aria-label={PROCEDURES.label} ref={list}>
      {found.map((each) => (
        <Option key={each.procedure.code} id={optionId(listId, each)} each={each} chosen={chosen} onChoose={onChoose} />
      ))}
    </div>
  );
}

type OptionProps = Pick<OptionsProps, 'chosen' | 'onChoose'> & { readonly id: string; readonly each: ProcedureOnDay };

function Option({ id, each, chosen, onChoose }: OptionProps) {
  const { procedure, holds, news } = each;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={each === chosen}
      className="procedures-option"
      data-holds={holds}
      data-testid={`procedure-${procedure.code}`}
      // Before the field loses the focus: the arrows go on from here.
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose(procedure.code);
      }}
    >
      <span className="procedures-option-head">
        <strong>{procedure.alias}</strong>
        {news && <em className="procedures-news">{NEWS_TEXTS[news]}</em>}
        <span className="procedures-limit">{shortLimitText(procedure.limit)}</span>
      </span>
      <span className="procedures-name">{procedure.name}</span>
      <span className="soft procedures-line">{lineText(each)}</span>
    </div>
  );
}

function optionId(listId: string, { procedure }: ProcedureOnDay): string {
  return `${listId}-${procedure.code}`;
}
