import './before-intake.css';
import { useEffect, useRef } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import { groupedScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import type { PrintJobRow } from '../../electron/contract/print-views.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { PaperMenu } from '../dossier/PaperMenu.tsx';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Shape } from '../parts/Shape.tsx';
import { SlipPicture } from '../parts/SlipPicture.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { REFUSAL_GROUNDS, TOLD } from '../text/before-intake.ts';
import { SAVED } from '../text/intake.ts';
import { jobStateText, jobTroubleText } from '../text/printing.ts';
import { useAnswer } from '../use-answer.ts';

type ToldPanelProps = { readonly dossier: Dossier; readonly onNext: () => void };

const NOTHING = {};
const PRINT: readonly PushTopic[] = ['print'];
const APP: readonly PushTopic[] = ['app'];

/** It was told what is missing, or that nothing is received: under this code, on this paper; and on to the next. */
export function ToldPanel({ dossier, onNext }: ToldPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.querySelector('button')?.focus(), []);
  useKeys({ intake: onNext, back: onNext });
  const jobs = useAnswer('print.jobs', NOTHING, PRINT);
  const app = useAnswer('app.state', NOTHING, APP);
  const job = newestOf(jobs.latest ?? [], dossier);
  return (
    <div className="saved" ref={panel} data-testid="told" data-id={dossier.id} data-status={dossier.status}>
      <section className="card saved-facts">
        <p className={`saved-title told-title ${dossier.status === 'intake-refused' ? 'told-refused' : ''}`}>
          <Shape name={dossier.status === 'intake-refused' ? 'octagon' : 'check'} />
          {dossier.status === 'intake-refused' ? TOLD.refused : TOLD.guided}
        </p>
        <ToldFacts dossier={dossier} job={job} />
        <div className="saved-actions">
          <ActionButton size="md" keyName="nextField" testId="next-dossier" onClick={onNext}>
            {SAVED.next}
          </ActionButton>
          <div>
            <PaperMenu dossier={dossier} formPrinter={app.latest?.printer.formChoice.kind ?? 'none'} />
          </div>
        </div>
      </section>
      <section className="card saved-slip">
        <SlipPicture jobId={job?.id} />
      </section>
    </div>
  );
}

type ToldFactsProps = { readonly dossier: Dossier; readonly job: PrintJobRow | undefined };

function ToldFacts({ dossier, job }: ToldFactsProps) {
  const { applicant, guidance, intakeRefusal } = dossier;
  const told = intakeRefusal ?? guidance;
  return (
    <dl className="saved-list">
      <div className="saved-number">
        <dt>{TOLD.code}</dt>
        <dd data-testid="told-scan-code">{groupedScanCode(scanCodeOf(dossier.id))}</dd>
      </div>
      <div>
        <dt>{SAVED.applicant}</dt>
        <dd>{applicant?.name}</dd>
      </div>
      <div>
        <dt>{SAVED.procedure}</dt>
        <dd>{told?.procedure.alias}</dd>
      </div>
      <div className="saved-wide">
        {intakeRefusal ? (
          <>
            <dt>{TOLD.ground}</dt>
            <dd>{REFUSAL_GROUNDS[intakeRefusal.ground]}</dd>
          </>
        ) : (
          <>
            <dt>{TOLD.missing}</dt>
            <dd>
              <ol className="told-missing" data-testid="told-missing">
                {guidance?.missing.map(({ id, name, note }) => (
                  <li key={`${id} ${name} ${note}`}>
                    {name} <span className="soft">{note}</span>
                  </li>
                ))}
              </ol>
            </dd>
          </>
        )}
      </div>
      <div className="saved-wide">
        <dt>{TOLD.reason}</dt>
        <dd className="told-words">{told?.reason}</dd>
      </div>
      <div className="saved-wide">
        <dt>{TOLD.paper}</dt>
        <dd className="told-words" data-testid="print-state" data-state={job?.state}>
          {job ? [jobStateText(job), jobTroubleText(job)].filter(Boolean).join('. ') : TOLD.noPaper}
          {!intakeRefusal && <p className="soft">{TOLD.comesBack}</p>}
        </dd>
      </div>
    </dl>
  );
}

/** The slip before the form: it is the one that a thermal printer drew. */
function newestOf(jobs: readonly PrintJobRow[], { id }: Dossier): PrintJobRow | undefined {
  const own = jobs.filter(({ dossierId }) => dossierId === id).toSorted((a, b) => b.id - a.id);
  return own.find(({ paper }) => paper === 'supplement-slip') ?? own[0];
}
