import type { KeyboardEvent } from 'react';
import type { SavedView } from '../../electron/contract/look-up-commands.ts';
import { LIST_KEYS } from '../keys.ts';
import { useLoneKeys } from '../parts/use-lone-keys.ts';
import { VIEWS } from '../text/find-views.ts';
import { type Choices, viewText } from './filters.ts';

type ViewLinesProps = {
  readonly views: readonly SavedView[];
  /** Name of the one that is renamed or removed. */
  readonly chosen: string | undefined;
  readonly choices: Choices;
  readonly onChoose: (name: string) => void;
  readonly onOpen: (view: SavedView) => void;
};

/** Each kept way to look with its digit and what it shows. */
export function ViewLines({ views, chosen, choices, onChoose, onOpen }: ViewLinesProps) {
  useLoneKeys(
    views.map((view, index) => ({ key: LIST_KEYS[index], onPress: () => onOpen(view) })),
    'panel',
  );
  if (views.length === 0) return <p className="view-lines view-none soft">{VIEWS.none}</p>;
  return (
    <>
      <p className="soft view-hint">{VIEWS.listHint}</p>
      <nav className="view-lines" aria-label={VIEWS.list}>
        {views.map((view, index) => (
          <button
            key={view.name}
            type="button"
            className="view-line"
            aria-current={view.name === chosen ? 'true' : undefined}
            tabIndex={view.name === chosen ? 0 : -1}
            data-testid={`view-${index + 1}`}
            {...(index === 0 ? { 'data-autofocus': true } : {})}
            onKeyDown={goBetween}
            onFocus={() => onChoose(view.name)}
            onClick={() => onOpen(view)}
          >
            <kbd className="key-hint">{LIST_KEYS[index]?.label}</kbd>
            <strong>{view.name}</strong>
            <span className="soft view-what">{viewText(view.lookedFor, choices)}</span>
          </button>
        ))}
      </nav>
      <p className="soft view-hint">{VIEWS.digitHint}</p>
    </>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function goBetween(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined || event.ctrlKey || event.altKey) return;
  const { nextElementSibling: next, previousElementSibling: before } = event.currentTarget;
  const wanted = step > 0 ? next : before;
  if (wanted instanceof HTMLElement) wanted.focus();
  event.preventDefault();
}
