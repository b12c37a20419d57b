import './dossier.css';
import { Drawer } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import { isOpenState } from '../../domain/lifecycle/dossier-state.ts';
import { mayHandOver } from '../../domain/dossier-commands.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { type DossierId, groupedScanCode, type ScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import type { PrintJobRow } from '../../electron/contract/print-views.ts';
import type { DossierSides } from '../../electron/contract/views.ts';
import { ActDialog } from '../acts/ActDialog.tsx';
import { ActsSection } from '../acts/ActsSection.tsx';
import { useActing } from '../acts/use-acting.ts';
import { standsBeforeIntake } from '../before-intake/standing-draft.ts';
import { capitalised } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Blank, Loading } from '../parts/Blank.tsx';
import { DossierMark } from '../parts/DueMark.tsx';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { SlipPicture } from '../parts/SlipPicture.tsx';
import { useKeys } from '../parts/use-keys.ts';
import type { ReceiptSlip } from '../printing/use-receipt-slip.ts';
import { BEFORE_INTAKE } from '../text/before-intake.ts';
import { jobStateText, jobTroubleText, PRINTING, QUEUE } from '../text/printing.ts';
import { FACT_KINDS } from '../text/facts.ts';
import { ANOMALIES, DOSSIER } from '../text/register.ts';
import { NAVIGATION } from '../text/vi.ts';
import { DossierFacts } from './DossierFacts.tsx';
import { DossierHistory } from './DossierHistory.tsx';
import { DossierPapers } from './DossierPapers.tsx';
import { PaperMenu } from './PaperMenu.tsx';
import { type DossierState, useDossier } from './use-dossier.ts';

type DossierPanelProps = {
  /** Undefined: closed. It stays in its place, so that closing gives the focus back to the line. */
  readonly id: DossierId | undefined;
  readonly now: LocalMoment;
  readonly onClose: () => void;
  /** It has left the screen, and the focus is back where it was, or nowhere. */
  readonly onGone?: () => void;
  readonly onHandOver: (scanCode: ScanCode) => void;
  /** It stands before the reception, and is to be received under its code. */
  readonly onReceive: (dossier: Dossier) => void;
};

/** One dossier: what was received, what happened since, its slip, and what can be done with it. Esc closes. */
export function DossierPanel({ id, onClose, onGone, ...content }: DossierPanelProps) {
  const [isAsking, setAsking] = useState(false);
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      {...(onGone ? { onExitTransitionEnd: onGone } : {})}
      // Esc belongs to the inner dialog while there is one.
      closeOnEscape={!isAsking}
      position="right"
      size="58rem"
      title={DOSSIER.title}
      padding="md"
    >
      {id && <Content key={id} id={id} {...content} onAsking={setAsking} />}
    </Drawer>
  );
}

type ContentProps = Pick<DossierPanelProps, 'now' | 'onHandOver' | 'onReceive'> & {
  readonly id: DossierId;
  readonly onAsking: (isAsking: boolean) => void;
};

function Content(props: ContentProps) {
  const state = useDossier(props.id);
  const { sides } = state;
  if (sides === null) return <Blank title={DOSSIER.gone} />;
  if (!sides) return state.trouble ? <TroubleNotice trouble={state.trouble} /> : <Loading />;
  return <Known {...props} state={state} sides={sides} />;
}

type KnownProps = ContentProps & { readonly state: DossierState; readonly sides: DossierSides };

function Known({ id, now, onHandOver, onReceive, onAsking, state, sides }: KnownProps) {
  const panel = useRef<HTMLDivElement>(null);
  const acting = useActing(onAsking, () => panel.current?.focus({ preventScroll: true }));
  const { dossier } = sides;
  const trouble = state.slip.trouble ?? state.trouble;
  return (
    <div className="dossier" data-testid="dossier-panel" data-id={id} ref={panel} tabIndex={-1}>
      <div className="dossier-main">
        <Head dossier={dossier} now={now} />
        {dossier.anomalies.map(({ code, kind, log, seq }) => (
          <Notice key={`${log} ${seq}`} tone="bad">
            {ANOMALIES[code](FACT_KINDS[kind])}
          </Notice>
        ))}
        {dossier.applicant && <DossierFacts dossier={dossier} />}
        <DossierPapers dossier={dossier} />
        <DossierHistory dossier={dossier} />
        {trouble && <TroubleNotice trouble={trouble} />}
      </div>
      <Side
        dossier={dossier}
        state={state}
        onHandOver={() => onHandOver(scanCodeOf(id))}
        onReceive={() => onReceive(dossier)}
      >
        <ActsSection
          acts={sides.acts}
          hasOther={standsBeforeIntake(dossier)}
          note={acting.note}
          isAsking={acting.kind !== undefined}
          onAct={acting.ask}
        />
      </Side>
      <ActDialog kind={acting.kind} given={{ sides, now }} onClose={acting.close} onDone={acting.done} />
    </div>
  );
}

function Head({ dossier, now }: { readonly dossier: Dossier; readonly now: LocalMoment }) {
  const { id, status, appointment, pausedSince, intake } = dossier;
  return (
    <div className="dossier-head">
      <span className="dossier-state">
        <DossierMark status={status} appointmentAt={appointment?.at} pausedSince={pausedSince} now={now} withState />
      </span>
      <span className="soft">
        {DOSSIER.scanCode} <span className="dossier-code">{groupedScanCode(scanCodeOf(id))}</span>
        {intake && (
          <>
            {' · '}
            {DOSSIER.lookUpCode} <span className="dossier-code">{intake.lookUpCode}</span>
          </>
        )}
      </span>
    </div>
  );
}

type SideProps = {
  readonly dossier: Dossier;
  readonly state: DossierState;
  readonly onHandOver: () => void;
  readonly onReceive: () => void;
  readonly children: ReactNode;
};

/** The slip, and what can be done with the dossier as it stands. */
function Side({ dossier, state, onHandOver, onReceive, children }: SideProps) {
  const { status, intake } = dossier;
  // Only a reception of this system has a slip.
  const mayPrint = isOpenState(status) && intake !== undefined;
  const mayGive = mayHandOver(status);
  const mayTake = standsBeforeIntake(dossier);
  const { slip } = state;
  const printAgain = (): void => void slip.printAgain();
  useKeys(
    {
      ...(mayPrint ? { printAgain } : {}),
      ...(mayGive ? { handOver: onHandOver } : {}),
      ...(mayTake ? { intake: onReceive } : {}),
    },
    // The window's own keys would leave this panel before it hears them.
    'first',
  );
  return (
    <aside className="dossier-side">
      {mayGive && (
        <ActionButton fullWidth keyName="handOver" testId="to-hand-over" onClick={onHandOver}>
          {NAVIGATION['hand-over']}
        </ActionButton>
      )}
      {mayTake && (
        <ActionButton fullWidth keyName="intake" testId="to-receive" onClick={onReceive}>
          {BEFORE_INTAKE.receive}
        </ActionButton>
      )}
      {children}
      {mayPrint && (
        <ActionButton variant="default" fullWidth keyName="printAgain" testId="print-again" onClick={printAgain}>
          {PRINTING.again}
        </ActionButton>
      )}
      <PaperMenu dossier={dossier} formPrinter={state.formPrinter} />
      <SlipPicture jobId={slip.job?.id} />
      <SlipState slip={slip} />
    </aside>
  );
}

function SlipState({ slip: { job, note } }: { readonly slip: ReceiptSlip }) {
  return (
    <output className="soft dossier-note" data-testid="dossier-note">
      {note ?? (job && jobLine(job))}
    </output>
  );
}

function jobLine(job: PrintJobRow): string {
  const state = `${capitalised(QUEUE.copy(job.copyNo))}: ${jobStateText(job).toLocaleLowerCase('vi')}.`;
  return [state, jobTroubleText(job) ?? ''].join(' ').trim();
}
