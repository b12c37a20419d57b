import './dossier.css';
import { Drawer } from '@mantine/core';
import type { Dossier } from '../../domain/dossier.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { type DossierId, groupedScanCode, type ScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import type { PrintJobRow } from '../../electron/contract/views.ts';
import { capitalised } from '../format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Blank, Loading } from '../parts/Blank.tsx';
import { DossierMark } from '../parts/DueMark.tsx';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { SlipPicture } from '../parts/SlipPicture.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { JOB_STATES, PRINT_TROUBLES, PRINTING, QUEUE } from '../text/printing.ts';
import { ANOMALIES, DOSSIER } from '../text/register.ts';
import { NAVIGATION } from '../text/vi.ts';
import { DossierFacts } from './DossierFacts.tsx';
import { DossierHistory } from './DossierHistory.tsx';
import { type DossierState, useDossier } from './use-dossier.ts';

type DossierPanelProps = {
  /** Undefined: closed. It stays in its place, so that closing gives the focus back to the line. */
  readonly id: DossierId | undefined;
  readonly now: LocalMoment;
  readonly onClose: () => void;
  readonly onHandOver: (scanCode: ScanCode) => void;
};

/** One dossier: what was received, what happened since, its slip, and what can be done with it. Esc closes. */
export function DossierPanel({ id, onClose, ...content }: DossierPanelProps) {
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="58rem"
      title={DOSSIER.title}
      padding="md"
    >
      {id && <Content key={id} id={id} {...content} />}
    </Drawer>
  );
}

type ContentProps = Pick<DossierPanelProps, 'now' | 'onHandOver'> & { readonly id: DossierId };

function Content({ id, now, onHandOver }: ContentProps) {
  const state = useDossier(id);
  const { dossier } = state;
  useKeys({ printAgain: () => void state.printAgain(), handOver: () => onHandOver(scanCodeOf(id)) }, 'everywhere');
  if (dossier === null) return <Blank title={DOSSIER.gone} />;
  if (!dossier) return state.trouble ? <TroubleNotice trouble={state.trouble} /> : <Loading />;
  return (
    <div className="dossier" data-testid="dossier-panel" data-id={id}>
      <div className="dossier-main">
        <header className="dossier-head">
          <DossierMark status={dossier.status} appointmentAt={dossier.intake?.appointment.at} now={now} />
          <span className="soft">
            {DOSSIER.scanCode} <span className="dossier-code">{groupedScanCode(scanCodeOf(id))}</span>
            {dossier.intake && (
              <>
                {' · '}
                {DOSSIER.lookUpCode} <span className="dossier-code">{dossier.intake.lookUpCode}</span>
              </>
            )}
          </span>
        </header>
        {dossier.anomalies.map(({ code, log, seq }) => (
          <Notice key={`${log} ${seq}`} tone="bad">
            {ANOMALIES[code]}
          </Notice>
        ))}
        <Intake dossier={dossier} />
        <DossierHistory dossier={dossier} />
        {state.trouble && <TroubleNotice trouble={state.trouble} />}
      </div>
      <aside className="dossier-side">
        <SlipPicture jobId={state.job?.id} />
        <SlipState state={state} />
        <ActionButton
          variant="default"
          fullWidth
          keyName="printAgain"
          testId="print-again"
          onClick={() => void state.printAgain()}
        >
          {PRINTING.again}
        </ActionButton>
        {dossier.status !== 'handed-over' && (
          <ActionButton fullWidth keyName="handOver" testId="to-hand-over" onClick={() => onHandOver(scanCodeOf(id))}>
            {NAVIGATION['hand-over']}
          </ActionButton>
        )}
      </aside>
    </div>
  );
}

function Intake({ dossier: { intake } }: { readonly dossier: Dossier }) {
  if (!intake) return undefined;
  return (
    <>
      <DossierFacts intake={intake} />
      <section>
        <h3>
          {DOSSIER.papers} · {DOSSIER.sets(intake.sets)}
        </h3>
        {intake.papers.length === 0 && <p className="soft">{DOSSIER.noPapers}</p>}
        <ul className="dossier-papers">
          {intake.papers.map((paper) => (
            <li key={paper.id}>
              {paper.name} <span className="soft">{DOSSIER.counts(paper.originals, paper.copies)}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function SlipState({ state: { job, note } }: { readonly state: DossierState }) {
  return (
    <output className="soft dossier-note" data-testid="dossier-note">
      {note ?? (job && jobLine(job))}
    </output>
  );
}

function jobLine(job: PrintJobRow): string {
  const trouble = job.trouble ? ` ${PRINT_TROUBLES[job.trouble]}` : '';
  return `${capitalised(QUEUE.copy(job.copyNo))}: ${JOB_STATES[job.state].toLocaleLowerCase('vi')}.${trouble}`;
}
