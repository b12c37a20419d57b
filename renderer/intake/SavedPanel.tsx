import { useEffect, useRef } from 'react';
import { groupedScanCode } from '../../domain/scan-code.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { capitalised, momentInWords } from '../format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { DossierNumberText } from '../parts/DossierNumberText.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Shape } from '../parts/Shape.tsx';
import { SlipPicture } from '../parts/SlipPicture.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { SAVED } from '../text/intake.ts';
import { JOB_STATES, PRINT_TROUBLES } from '../text/printing.ts';
import { useAnswer } from '../use-answer.ts';
import type { Saved } from './use-receive.ts';

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['print'];

type SavedPanelProps = {
  readonly saved: Saved;
  readonly onNext: (keep: 'nothing' | 'applicant') => void;
};

/** It is kept, under these numbers; the slip as it was printed; and on to the next. */
export function SavedPanel({ saved, onNext }: SavedPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector('button')?.focus(), []);
  useKeys({ intake: () => onNext('nothing'), back: () => onNext('nothing') });
  const { intake } = saved.dossier;
  return (
    <div className="saved" ref={panel} data-testid="saved">
      <section className="card saved-facts">
        <p className="saved-title">
          <Shape name="check" />
          {SAVED.title}
        </p>
        {saved.isOlderThanFields && <Notice tone="soon">{SAVED.savedBefore}</Notice>}
        {intake && (
          <dl className="saved-list">
            <div className="saved-number">
              <dt>{SAVED.number}</dt>
              <dd data-testid="received-number">
                <DossierNumberText number={intake.dossierNumber} />
              </dd>
            </div>
            <div>
              <dt>{SAVED.scanCode}</dt>
              <dd data-testid="received-scan-code">{groupedScanCode(intake.scanCode)}</dd>
            </div>
            <div>
              <dt>{SAVED.lookUpCode}</dt>
              <dd data-testid="received-look-up-code">{intake.lookUpCode}</dd>
            </div>
            <div>
              <dt>{SAVED.applicant}</dt>
              <dd>{intake.applicant.name}</dd>
            </div>
            <div>
              <dt>{SAVED.procedure}</dt>
              <dd>{intake.procedure.alias}</dd>
            </div>
            <div className="saved-wide">
              <dt>{SAVED.appointment}</dt>
              <dd className="saved-appointment">{capitalised(momentInWords(intake.appointment.at))}</dd>
            </div>
            <div className="saved-wide">
              <dt>{SAVED.print}</dt>
              <dd>
                <PrintState jobId={saved.printJobId} />
              </dd>
            </div>
          </dl>
        )}
        <div className="saved-actions">
          <ActionButton size="md" keyName="nextField" testId="next-dossier" onClick={() => onNext('nothing')}>
            {SAVED.next}
          </ActionButton>
          <ActionButton size="md" variant="default" testId="same-applicant" onClick={() => onNext('applicant')}>
            {SAVED.sameApplicant}
          </ActionButton>
        </div>
      </section>
      <section className="card saved-slip">
        <SlipPicture jobId={saved.printJobId} />
      </section>
    </div>
  );
}

function PrintState({ jobId }: { readonly jobId: number }) {
  const jobs = useAnswer('print.jobs', NOTHING, TOPICS);
  const job = jobs.latest?.find(({ id }) => id === jobId);
  return (
    <span data-testid="print-state" data-state={job?.state}>
      {job && JOB_STATES[job.state]}
      {job?.trouble && <span className="soft"> {PRINT_TROUBLES[job.trouble]}</span>}
    </span>
  );
}
