// The pattern of a combobox with a list (ARIA APG): the focus stays in the box, the arrows choose.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import './palette.css';
import { Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { KeyName } from '../keys.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import { useFirstEscape } from '../parts/use-first-escape.ts';
import { PALETTE_MARK } from '../parts/use-keys.ts';
import { PALETTE } from '../text/palette.ts';
import { KEY_TEXTS } from '../text/vi.ts';
import { matching, type PaletteCommand } from './commands.ts';
import type { Palette } from './use-palette.ts';

/** Above the dialog in which it was asked for. */
const ABOVE_DIALOGS = 900;

/** Everything that can be done here and now, by its name: who does not know a key finds it, and its key beside it. */
export function PaletteDialog({ palette: { commands, close, choose } }: { readonly palette: Palette }) {
  useFirstEscape(commands !== undefined, close);
  return (
    <Modal
      opened={commands !== undefined}
      onClose={close}
      title={PALETTE.title}
      size="lg"
      zIndex={ABOVE_DIALOGS}
      closeOnEscape={false}
      returnFocus={false}
      yOffset="8vh"
    >
      {commands && <PaletteBox commands={commands} onChoose={choose} />}
    </Modal>
  );
}

type BoxProps = { readonly commands: readonly PaletteCommand[]; readonly onChoose: (name: KeyName) => void };

function PaletteBox({ commands, onChoose }: BoxProps) {
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const found = matching(commands, query);
  const current = found[active];
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey || event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) setActive(Math.max(0, Math.min(found.length - 1, active + step)));
    else if (event.key === 'Enter' && current) onChoose(current.name);
    else return;
    event.preventDefault();
  };
  return (
    <div className="palette" data-testid="palette" {...{ [PALETTE_MARK]: true }}>
      <TextInput
        aria-label={PALETTE.label}
        placeholder={PALETTE.hint}
        size="md"
        value={query}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={current && optionId(listId, current)}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        data-testid="palette-box"
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Found listId={listId} found={found} current={current} onChoose={onChoose} />
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

type FoundProps = {
  readonly listId: string;
  readonly found: readonly PaletteCommand[];
  readonly current: PaletteCommand | undefined;
  readonly onChoose: (name: KeyName) => void;
};

function Found({ listId, found, current, onChoose }: FoundProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current?.name]);
  return (
    <div className="palette-list" ref={list} role="listbox" id={listId} aria-label={PALETTE.title}>
      {found.length === 0 && <p className="palette-none">{PALETTE.none}</p>}
      {(['screen', 'here'] as const).map((kind) => {
        const commands = found.filter((command) => command.kind === kind);
        const title = kind === 'screen' ? PALETTE.screens : PALETTE.here;
        if (commands.length === 0) return undefined;
        return (
          <div key={kind} role="group" aria-label={title}>
            <p className="palette-group" role="presentation">
              {title}
            </p>
            {commands.map((command) => (
              <Option key={command.name} id={optionId(listId, command)} {...{ command, current, onChoose }} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

type OptionProps = Pick<FoundProps, 'current' | 'onChoose'> & { readonly id: string; readonly command: PaletteCommand };

function Option({ id, command, current, onChoose }: OptionProps) {
  const { name } = command;
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={command === current}
      className="palette-command"
      data-testid={`palette-${name}`}
      // Before the box loses the focus.
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose(name);
      }}
    >
      {KEY_TEXTS[name]}
      <KeyHint name={name} />
    </div>
  );
}

function optionId(listId: string, { name }: PaletteCommand): string {
  return `${listId}-${name}`;
}
