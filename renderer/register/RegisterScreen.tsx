import { SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { ScanCode } from '../../domain/scan-code.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { DossierView } from '../../electron/contract/views.ts';
import { DossierPanel } from '../dossier/DossierPanel.tsx';
import { Blank, Loading } from '../parts/Blank.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { useHomeFocus } from '../parts/use-home-focus.ts';
import { LIST, VIEWS, VIEWS_EMPTY } from '../text/register.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { DossierTable } from './DossierTable.tsx';
import { usePanel } from './use-panel.ts';

type RegisterScreenProps = {
  readonly now: LocalMoment;
  readonly onHandOver: (scanCode: ScanCode) => void;
};

const TOPICS: readonly PushTopic[] = ['dossiers'];
const VIEW_NAMES: readonly DossierView[] = ['today', 'due', 'waiting', 'arrived', 'to-transfer'];
const MOST_ROWS = 200;

/** What was received today, what is due, what waits, and what has not been received yet. */
export function RegisterScreen({ now, onHandOver }: RegisterScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<DossierView>('today');
  const { openId, open, close } = usePanel();
  const { value: list, fault } = useAnswer('dossier.list', { view, limit: MOST_ROWS }, TOPICS);
  useHomeFocus(screen);
  return (
    <div className="screen register-screen" ref={screen} data-testid="screen-list">
      <SegmentedControl
        size="md"
        className="register-views"
        aria-label={LIST.label}
        data={VIEW_NAMES.map((name) => ({ value: name, label: VIEWS[name] }))}
        value={view}
        data-testid="list-view"
        onChange={(value) => setView(VIEW_NAMES.find((name) => name === value) ?? 'today')}
      />
      {fault && !list && <TroubleNotice trouble={troubleOfFault(fault)} />}
      {!list && !fault && <Loading />}
      {list?.total === 0 && <Blank title={VIEWS_EMPTY[view].title}>{VIEWS_EMPTY[view].body}</Blank>}
      {list && list.total > 0 && <DossierTable list={list} now={now} onOpen={open} />}
      <DossierPanel id={openId} now={now} onClose={close} onHandOver={onHandOver} />
    </div>
  );
}
