import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { DossierId, ScanCode } from '../../domain/scan-code.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { DossierPanel } from '../dossier/DossierPanel.tsx';
import { Blank, Loading } from '../parts/Blank.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { focusHome, useHomeFocus } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { FIND } from '../text/register.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { DossierTable } from './DossierTable.tsx';
import { usePanel } from './use-panel.ts';

type FindScreenProps = {
  readonly now: LocalMoment;
  readonly onHandOver: (scanCode: ScanCode) => void;
  readonly onReceive: (dossier: Dossier) => void;
};

const TOPICS: readonly PushTopic[] = ['dossiers'];
const MOST_ROWS = 50;

/** One field for name, number tail and phone tail; the lines come as one types. */
export function FindScreen({ now, onHandOver, onReceive }: FindScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const { openId, open, close } = usePanel();
  const query = typed.trim();
  useHomeFocus(screen);
  useKeys({ find: () => focusHome(screen.current) });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    screen.current?.querySelector<HTMLElement>('tbody tr')?.focus();
    event.preventDefault();
  };
  return (
    <div className="screen register-screen" ref={screen} data-testid="screen-find">
      <TextInput
        size="lg"
        aria-label={FIND.label}
        placeholder={FIND.placeholder}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        data-home
        data-testid="find-input"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {query === '' ? (
        <Blank title={FIND.emptyTitle}>{FIND.emptyBody}</Blank>
      ) : (
        <Found query={query} now={now} onOpen={open} />
      )}
      <DossierPanel id={openId} now={now} onClose={close} onHandOver={onHandOver} onReceive={onReceive} />
    </div>
  );
}

type FoundProps = {
  readonly query: string;
  readonly now: LocalMoment;
  readonly onOpen: (id: DossierId) => void;
};

function Found({ query, now, onOpen }: FoundProps) {
  const { latest, value, fault } = useAnswer('dossier.find', { query, limit: MOST_ROWS }, TOPICS);
  if (fault) return <TroubleNotice trouble={troubleOfFault(fault)} />;
  if (value?.total === 0) return <Blank title={FIND.noneTitle}>{FIND.noneBody}</Blank>;
  // While the answer to the last letter is on its way the lines before stay.
  return latest && latest.total > 0 ? (
    <DossierTable list={latest} now={now} shown={FIND.shown} onOpen={onOpen} />
  ) : (
    <Loading />
  );
}
