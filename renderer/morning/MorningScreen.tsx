import './morning.css';
import { useRef } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { ScanCode } from '../../domain/scan-code.ts';
import type { AppState, DossierView } from '../../electron/contract/views.ts';
import { ArrivalButton } from '../before-intake/ArrivalButton.tsx';
import { ArrivalDialog } from '../before-intake/ArrivalDialog.tsx';
import { useArrival } from '../before-intake/use-arrival.ts';
import { DossierPanel } from '../dossier/DossierPanel.tsx';
import type { ScreenId } from '../frame/screens.ts';
import { Blank, Loading } from '../parts/Blank.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { useHomeFocus } from '../parts/use-home-focus.ts';
import { DossierTable } from '../register/DossierTable.tsx';
import { usePanel } from '../register/use-panel.ts';
import { LINES_EMPTY, MORNING } from '../text/morning.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { MorningLines } from './MorningLines.tsx';
import { OtherLines } from './OtherLines.tsx';
import { useLineKeys } from './use-line-keys.ts';
import { type Morning, useMorning } from './use-morning.ts';

type MorningScreenProps = {
  readonly app: AppState;
  readonly onGo: (screen: ScreenId) => void;
  readonly onHandOver: (scanCode: ScanCode) => void;
  readonly onReceive: (dossier: Dossier) => void;
};

/** What the day begins with: everything that waits, counted, and the dossiers of the chosen line. */
export function MorningScreen({ app, onGo, onHandOver, onReceive }: MorningScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const day = useMorning(app.now);
  const { openId, open, close } = usePanel();
  useHomeFocus(screen);
  const { choose, goOn } = useLineKeys(screen, day);
  const arrival = useArrival();
  return (
    <div className="screen morning-screen" ref={screen} data-testid="screen-list">
      {day.fault && !day.morning && <TroubleNotice trouble={troubleOfFault(day.fault)} />}
      {!day.morning && !day.fault && <Loading />}
      {day.morning && (
        <div className="morning">
          <div className="morning-side">
            <p className="morning-urgent" data-testid="morning-urgent">
              {MORNING.urgent(day.morning.counts.late, day.morning.counts['due-today'])}
            </p>
            <MorningLines morning={day.morning} line={day.line} onChoose={choose} />
            <OtherLines app={app} batches={day.morning.batches} onGo={onGo} />
            <p className="soft morning-hint">{MORNING.keysHint}</p>
          </div>
          <div className="morning-list">
            {day.line === 'arrived' && <ArrivalButton onClick={arrival.open} />}
            {day.line && <LineDossiers day={day} line={day.line} app={app} onOpen={open} onMore={goOn} />}
          </div>
        </div>
      )}
      <ArrivalDialog opened={arrival.isOpen} now={app.now} onClose={arrival.close} onReceive={onReceive} />
      <DossierPanel id={openId} now={app.now} onClose={close} onHandOver={onHandOver} onReceive={onReceive} />
    </div>
  );
}

type LineDossiersProps = {
  readonly day: Morning;
  readonly line: DossierView;
  readonly app: AppState;
  readonly onOpen: ReturnType<typeof usePanel>['open'];
  readonly onMore: (() => void) | undefined;
};

function LineDossiers({ day: { list, fault }, line, app, onOpen, onMore }: LineDossiersProps) {
  if (!list) return fault ? <TroubleNotice trouble={troubleOfFault(fault)} /> : <Loading />;
  if (list.total === 0) return <Blank title={LINES_EMPTY[line].title}>{LINES_EMPTY[line].body}</Blank>;
  return <DossierTable list={list} now={app.now} onOpen={onOpen} onMore={onMore} />;
}
