import { Button } from '@mantine/core';
import type { BackupRow, BackupsView, BackupTrial } from '../../electron/contract/views.ts';
import { capitalised, momentInWords } from '../text/format.ts';
import { Blank } from '../parts/Blank.tsx';
import { Notice } from '../parts/Notice.tsx';
import { BACKUP, PLACES, TRIAL_TITLES, trialText } from '../text/backup.ts';
import { sizeText } from './backup-line.ts';
import type { Backups } from './use-backup.ts';

type BackupListProps = {
  readonly view: BackupsView;
  readonly backups: Backups;
  readonly onRestore: (row: BackupRow) => void;
};

/** All copies, newest first; below one that was tried, what came of it. */
export function BackupList({ view, backups, onRestore }: BackupListProps) {
  const { lastTry } = view;
  const isListed = view.backups.some(({ id }) => id === lastTry?.id);
  return (
    <section className="card backup-list">
      <h2>{BACKUP.list}</h2>
      {lastTry && !isListed && <TrialReport trial={lastTry} />}
      {view.backups.length === 0 && <Blank title={BACKUP.empty}>{BACKUP.emptyBody}</Blank>}
      <ul>
        {view.backups.map((row) => (
          <li key={row.id} className="backup-row" data-testid="backup-row" data-id={row.id}>
            <p>
              <strong>{capitalised(momentInWords(row.at))}</strong>
            </p>
            <p className="soft">
              {PLACES[row.place]} · {BACKUP.contents(row.dossiers, sizeText(row.bytes))}
            </p>
            <div className="backup-row-actions">
              <Button
                size="xs"
                variant="default"
                disabled={backups.isRunning}
                data-testid="backup-try"
                onClick={() => backups.tryOne(row.id)}
              >
                {BACKUP.tryRestore}
              </Button>
              <Button
                size="xs"
                variant="subtle"
                disabled={backups.isRunning}
                data-testid="backup-restore"
                onClick={() => onRestore(row)}
              >
                {BACKUP.restore}
              </Button>
            </div>
            {lastTry?.id === row.id && <TrialReport trial={lastTry} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function TrialReport({ trial }: { readonly trial: BackupTrial }) {
  return (
    <div className="backup-trial" data-outcome={trial.outcome}>
      <Notice tone={trial.outcome === 'good' ? 'good' : 'bad'} testId="backup-trial">
        <strong>{TRIAL_TITLES[trial.outcome]}</strong> <span className="soft">({momentInWords(trial.at)})</span>.{' '}
        {trialText(trial)}
      </Notice>
    </div>
  );
}
