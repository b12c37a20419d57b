import { Button } from '@mantine/core';
import { type DossierId, groupedScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import type { CheckReport, SetAsideEvent } from '../../electron/contract/views.ts';
import { capitalised, momentInWords } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { CHECK, checkText, SET_ASIDE_WHY } from '../text/backup.ts';
import type { Backups } from './use-backup.ts';

type CheckCardProps = {
  readonly report: CheckReport | undefined;
  readonly backups: Backups;
  readonly onSeeDossier: (id: DossierId) => void;
};

/** Whether what is held is what was written, and what was set aside because it is not. */
export function CheckCard({ report, backups, onSeeDossier }: CheckCardProps) {
  return (
    <section className="card backup-check" data-testid="check">
      <h2>{CHECK.title}</h2>
      <p data-testid="check-report">
        <span className="soft">
          {CHECK.last}: {report ? momentInWords(report.at) : CHECK.never}.
        </span>{' '}
        {report && checkText(report)}
      </p>
      {report && report.setAside.length > 0 && (
        <>
          <p>{CHECK.setAsideBody}</p>
          <ul className="set-aside" aria-label={CHECK.setAside}>
            {report.setAside.map((event) => (
              <SetAside key={`${event.log} ${event.seq}`} event={event} onSeeDossier={onSeeDossier} />
            ))}
          </ul>
        </>
      )}
      <div className="backup-actions">
        <ActionButton variant="default" disabled={backups.isRunning} testId="check-all" onClick={backups.checkAll}>
          {CHECK.now}
        </ActionButton>
      </div>
    </section>
  );
}

type SetAsideProps = { readonly event: SetAsideEvent; readonly onSeeDossier: (id: DossierId) => void };

function SetAside({ event, onSeeDossier }: SetAsideProps) {
  const { dossierId } = event;
  return (
    <li data-testid="set-aside">
      <strong className="tone-bad">{SET_ASIDE_WHY[event.why]}</strong>
      <span className="soft">{capitalised(CHECK.place(event))}</span>
      {dossierId ? (
        <Button variant="subtle" size="compact-sm" onClick={() => onSeeDossier(dossierId)}>
          {CHECK.seeDossier(groupedScanCode(scanCodeOf(dossierId)))}
        </Button>
      ) : (
        <span className="soft">{CHECK.noDossier}</span>
      )}
    </li>
  );
}
