// The pattern of an editable combobox (ARIA APG): a native select cannot be searched without marks, a datalist not styled.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useState } from 'react';
import { searchProcedures } from '../../domain/procedure-catalogue.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { isKey } from '../keys.ts';
import { limitText } from '../text/appointment.ts';
import { INTAKE } from '../text/intake.ts';

type ProcedurePickerProps = {
  /** Undefined while they are on the way: one can type already. */
  readonly procedures: readonly Procedure[] | undefined;
  /** Used last: they lead the list as long as nothing is typed, each with a key of its own. */
  readonly recent?: readonly Procedure[];
  readonly onChoose: (procedure: Procedure) => void;
};

const NONE: readonly Procedure[] = [];

/** More than a screenful helps nobody: two more letters do. */
const MOST_SHOWN = 40;

/** Two or three letters without marks, arrows and Enter. The list floats: nothing below it moves. */
export function ProcedurePicker({ procedures, recent = NONE, onChoose }: ProcedurePickerProps) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const keyed = query === '' ? recent : NONE;
  const others = searchProcedures(procedures ?? [], query).filter((procedure) => !keyed.includes(procedure));
  const found = [...keyed, ...others].slice(0, MOST_SHOWN);
  const current = found[active];
  const takeAhead = useTakeAhead(procedures !== undefined, () => current && onChoose(current));

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const byKey = pickedByKey(event, keyed);
    if (byKey) {
      event.preventDefault();
      onChoose(byKey);
    }
    if (event.ctrlKey || event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      setOpen(true);
      setActive(Math.max(0, Math.min(found.length - 1, isOpen ? active + step : active)));
    } else if (event.key === 'Enter' && isOpen && current) onChoose(current);
    else if (event.key === 'Enter') {
      setOpen(true);
      takeAhead();
    } else if (event.key === 'Escape' && isOpen) setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <div className="picker">
      <TextInput
        aria-label={INTAKE.procedure}
        placeholder={INTAKE.procedureHint}
        size="md"
        value={query}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && current ? optionId(listId, current) : undefined}
        autoComplete="off"
        spellCheck={false}
        data-home
        data-testid="procedure-search"
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      {isOpen && procedures && <Options {...{ listId, found, keyed, current, onChoose }} />}
    </div>
  );
}

/** A letter or a digit belongs to what is typed: codes begin with one. */
function pickedByKey(
  { nativeEvent }: KeyboardEvent<HTMLInputElement>,
  keyed: readonly Procedure[],
): Procedure | undefined {
  return isKey('recentProcedure', nativeEvent) ? keyed[Number(nativeEvent.code.at(-1)) - 1] : undefined;
}

/** Hands are faster than an old PC: Enter that comes before the procedures do takes one as soon as they are there. */
function useTakeAhead(areThere: boolean, take: () => void): () => void {
  const [isAsked, setAsked] = useState(false);
  const goOn = useEffectEvent(take);
  useEffect(() => {
    if (areThere && isAsked) goOn();
  }, [areThere, isAsked]);
  return () => setAsked(!areThere);
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

type OptionsProps = {
  readonly listId: string;
  readonly found: readonly Procedure[];
  /** The first of them, with a key each. */
  readonly keyed: readonly Procedure[];
  readonly current: Procedure | undefined;
  readonly onChoose: (procedure: Procedure) => void;
};

function Options({ listId, found, keyed, current, onChoose }: OptionsProps) {
  const activeId = current && optionId(listId, current);
  useEffect(() => {
    if (activeId) document.querySelector(`#${CSS.escape(activeId)}`)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  if (found.length === 0) return <p className="picker-list picker-none">{INTAKE.noProcedure}</p>;
  return (
    <div className="picker-list" role="listbox" id={listId} aria-label={INTAKE.procedure}>
      {found.map((procedure) => (
        <div
          key={procedure.code}
          id={optionId(listId, procedure)}
          role="option"
          tabIndex={-1}
          aria-selected={procedure === current}
          className="picker-option"
          data-testid={`procedure-option-${procedure.code}`}
          // Before the field loses the focus, which would close the list under the pointer.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(procedure);
          }}
        >
          <strong>
            {procedure.alias}
            {keyed.includes(procedure) && (
              <kbd className="key-hint picker-key">{INTAKE.recentKey(keyed.indexOf(procedure))}</kbd>
            )}
          </strong>
          <span className="picker-limit">{limitText(procedure.limit)}</span>
          <span className="picker-name">{procedure.name}</span>
        </div>
      ))}
    </div>
  );
}

function optionId(listId: string, procedure: Procedure): string {
  return `${listId}-${procedure.code}`;
}
