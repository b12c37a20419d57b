import './backup.css';
import { useEffect, useRef, useState } from 'react';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { ScanCode } from '../../domain/scan-code.ts';
import type { BackupRow, BackupsView } from '../../electron/contract/views.ts';
import { DossierPanel } from '../dossier/DossierPanel.tsx';
import { capitalised, momentInWords } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Blank, Loading } from '../parts/Blank.tsx';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { ProgressBar } from '../parts/ProgressBar.tsx';
import { Shape } from '../parts/Shape.tsx';
import { focusHome, useHomeFocus } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { usePanel } from '../register/use-panel.ts';
import { BACKUP, BACKUP_BODIES, BACKUP_TITLES, BACKUP_TROUBLES } from '../text/backup.ts';
import { BACKUP_LOOKS } from './backup-line.ts';
import { BackupList } from './BackupList.tsx';
import { CheckCard } from './CheckCard.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { SecondPlaceCard } from './SecondPlaceCard.tsx';
import { type Backups, useBackups } from './use-backup.ts';

type BackupScreenProps = {
  readonly now: LocalMoment;
  readonly isTrial: boolean;
  readonly onHandOver: (scanCode: ScanCode) => void;
  readonly onReceive: (dossier: Dossier) => void;
};

/** Copies of the data: what there is, whether it is good, and the way back. */
export function BackupScreen({ isTrial, ...screen }: BackupScreenProps) {
  if (isTrial) {
    return (
      <div className="screen" data-testid="screen-backup">
        <Blank title={BACKUP.trialTitle}>{BACKUP.trialBody}</Blank>
      </div>
    );
  }
  return <RealBackups {...screen} />;
}

function RealBackups({ now, onHandOver, onReceive }: Omit<BackupScreenProps, 'isTrial'>) {
  const backups = useBackups();
  const [toRestore, setToRestore] = useState<BackupRow>();
  const { openId, open, close } = usePanel();
  const { view, trouble } = backups;
  const hasSetAside = (view?.lastCheck?.setAside.length ?? 0) > 0;
  const check = <CheckCard report={view?.lastCheck} backups={backups} onSeeDossier={open} />;
  useKeys({ commit: backups.backUp });
  return (
    <div className="screen backup" data-testid="screen-backup">
      <div className="backup-left">
        {trouble && <TroubleNotice trouble={trouble} testId="backup-trouble" />}
        {!view && !trouble && <Loading />}
        {view && (
          <>
            {hasSetAside && check}
            <SummaryCard view={view} backups={backups} />
            <SecondPlaceCard place={view.secondPlace} backups={backups} />
            {!hasSetAside && check}
          </>
        )}
      </div>
      {view && <BackupList view={view} backups={backups} onRestore={setToRestore} />}
      <RestoreDialog row={toRestore} onClose={() => setToRestore(undefined)} onYes={backups.restore} />
      <DossierPanel id={openId} now={now} onClose={close} onHandOver={onHandOver} onReceive={onReceive} />
    </div>
  );
}

function SummaryCard({ view, backups }: { readonly view: BackupsView; readonly backups: Backups }) {
  const { summary, running } = view;
  const look = BACKUP_LOOKS[summary.state];
  const act = useRef<HTMLDivElement>(null);
  const isRunning = running !== undefined;
  // Not of the whole screen: the card comes with the first answer only.
  useHomeFocus(act);
  // The button comes back when what ran is over: nothing else may have the focus by then.
  useEffect(() => {
    if (!isRunning && document.activeElement === document.body) focusHome(act.current);
  }, [isRunning]);
  return (
    <section className="card backup-summary">
      <h2>{BACKUP.title}</h2>
      <p className={`backup-title tone-${look.tone}`} data-testid="backup-title" data-state={summary.state}>
        <Shape name={look.shape} />
        {BACKUP_TITLES[summary.state]}
      </p>
      <p>{BACKUP_BODIES[summary.state]}</p>
      {summary.trouble && <Notice tone="bad">{BACKUP_TROUBLES[summary.trouble]}</Notice>}
      <dl className="facts">
        <div>
          <dt>{BACKUP.verifiedAt}</dt>
          <dd data-testid="backup-verified">
            {summary.verifiedAt ? capitalised(momentInWords(summary.verifiedAt)) : BACKUP.never}
          </dd>
        </div>
      </dl>
      {/* Kept free while nothing runs: what stands below does not move. */}
      <div className="backup-running" ref={act}>
        {running ? (
          <ProgressBar progress={running} />
        ) : (
          <ActionButton size="md" keyName="commit" isHome testId="backup-now" onClick={backups.backUp}>
            {BACKUP.now}
          </ActionButton>
        )}
      </div>
    </section>
  );
}
