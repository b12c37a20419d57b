import './recovery.css';
import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { BackupRow, MaintenanceProgress, RecoveryReport, RecoveryView } from '../../electron/contract/views.ts';
import { capitalised, countText, momentInWords } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Loading } from '../parts/Blank.tsx';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { ProgressBar } from '../parts/ProgressBar.tsx';
import { Shape } from '../parts/Shape.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { RECOVERY, REPORT } from '../text/recovery.ts';
import { APP_NAME, COMMON } from '../text/vi.ts';
import { mayStartAnew } from './may-start-anew.ts';
import { NewestBackup } from './NewestBackup.tsx';
import { type Recovery, useRecovery } from './use-recovery.ts';

type Step = 'asking' | 'damaged' | 'working' | 'failed' | 'done';

/** The file cannot be used, is being rebuilt, or was: one act at a time, the whole window. */
export function RecoveryScreen({ onFinished }: { readonly onFinished: () => void }) {
  const recovery = useRecovery();
  const { view, trouble } = recovery;
  const step = stepOf(recovery);
  const screen = useRef<HTMLDivElement>(null);
  const finish = async (): Promise<void> => {
    if (await recovery.finish()) onFinished();
  };
  useKeys({
    commit: () => {
      if (step === 'damaged') void recovery.start();
      if (step === 'done' || step === 'failed') void finish();
    },
  });
  useEffect(() => screen.current?.querySelector('button')?.focus(), [step]);
  return (
    <div className="recovery" ref={screen} data-testid="screen-recovery" data-step={step}>
      <section className="card recovery-card">
        <p className="set-up-name">{APP_NAME}</p>
        <Body step={step} view={view} />
        {trouble && <TroubleNotice trouble={trouble} testId="recovery-trouble" />}
        {step === 'damaged' && <Acts recovery={recovery} onFinished={onFinished} />}
        {(step === 'done' || step === 'failed') && (
          <ActionButton size="lg" keyName="commit" testId="recovery-done" onClick={() => void finish()}>
            {REPORT.goOn}
          </ActionButton>
        )}
      </section>
    </div>
  );
}

/** What may be done about it: repair, look elsewhere, and where that does not help, begin anew or go back. */
function Acts({ recovery, onFinished }: { readonly recovery: Recovery; readonly onFinished: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const startAnew = async (): Promise<void> => {
    setAsked(false);
    if (await recovery.startAnew()) onFinished();
  };
  const leave = async (): Promise<void> => {
    if (await recovery.leave()) onFinished();
  };
  return (
    <div className="recovery-acts">
      <ActionButton size="lg" keyName="commit" testId="recovery-start" onClick={() => void recovery.start()}>
        {recovery.trouble ? RECOVERY.tryAgain : RECOVERY.start}
      </ActionButton>
      <ActionButton
        size="lg"
        variant="default"
        testId="recovery-elsewhere"
        onClick={() => void recovery.lookElsewhere()}
      >
        {RECOVERY.fromPlace}
      </ActionButton>
      {recovery.view?.why === 'missing' && (
        <ActionButton size="lg" variant="subtle" testId="recovery-leave" onClick={() => void leave()}>
          {RECOVERY.leave}
        </ActionButton>
      )}
      {mayStartAnew(recovery.view) && (
        <ActionButton size="lg" variant="subtle" testId="recovery-anew" onClick={() => setAsked(true)}>
          {RECOVERY.startAnew}
        </ActionButton>
      )}
      <Modal opened={isAsked} onClose={() => setAsked(false)} title={RECOVERY.startAnewTitle} centered>
        <p>{RECOVERY.startAnewBody}</p>
        <div className="dialog-actions">
          <ActionButton variant="default" keyName="back" onClick={() => setAsked(false)}>
            {COMMON.cancel}
          </ActionButton>
          <ActionButton testId="recovery-anew-confirm" onClick={() => void startAnew()}>
            {RECOVERY.startAnewConfirm}
          </ActionButton>
        </div>
      </Modal>
    </div>
  );
}

function Body({ step, view }: { readonly step: Step; readonly view: RecoveryView | undefined }) {
  if (step === 'damaged') return <Damaged why={view?.why ?? 'damaged'} newest={view?.newest} />;
  if (step === 'failed') return <h1>{RECOVERY.failedTitle}</h1>;
  if (view?.running) return <Working progress={view.running} />;
  return view?.report ? <Report report={view.report} /> : <Loading />;
}

function Working({ progress }: { readonly progress: MaintenanceProgress }) {
  return (
    <>
      <h1>{RECOVERY.workingTitle}</h1>
      <ProgressBar progress={progress} />
      <p>{RECOVERY.keepOn}</p>
    </>
  );
}

function stepOf({ view }: Recovery): Step {
  if (!view) return 'asking';
  if (view.running) return 'working';
  if (view.report) return 'done';
  return view.isOpen ? 'failed' : 'damaged';
}

type DamagedProps = { readonly why: RecoveryView['why']; readonly newest: BackupRow | undefined };

function Damaged({ why, newest }: DamagedProps) {
  return (
    <>
      <h1 className={why === 'damaged' ? 'recovery-title tone-bad' : 'recovery-title'}>
        {why === 'damaged' && <Shape name="octagon" />}
        {RECOVERY.titles[why]}
      </h1>
      <p>{RECOVERY.whats[why]}</p>
      {why === 'damaged' && <p>{newest ? RECOVERY.safe : RECOVERY.safeWithoutBackup}</p>}
      <p>{why === 'missing' ? RECOVERY.nextWithoutFile : newest ? RECOVERY.next : RECOVERY.nextWithoutBackup}</p>
      <NewestBackup newest={newest} />
    </>
  );
}

function Report({ report }: { readonly report: RecoveryReport }) {
  const isWhole = report.missing.length === 0;
  return (
    <div className="report" data-testid="recovery-report">
      <h1 className={`recovery-title tone-${isWhole ? 'good' : 'soon'}`}>
        <Shape name={isWhole ? 'check' : 'triangle'} />
        {isWhole ? REPORT.title : REPORT.titleWithGaps}
      </h1>
      <dl className="facts">
        <Fact name={REPORT.at}>{capitalised(momentInWords(report.at))}</Fact>
        <Fact name={REPORT.dossiers}>{countText(report.dossiers)}</Fact>
        <Fact name={REPORT.fromBackup}>{REPORT.events(report.fromBackup)}</Fact>
        <Fact name={REPORT.salvaged}>{REPORT.events(report.salvaged)}</Fact>
        {report.setAsideIn && (
          <Fact name={REPORT.setAside}>
            {report.setAsideIn}
            <p className="soft">{REPORT.setAsideNote}</p>
          </Fact>
        )}
      </dl>
      {isWhole ? (
        <p data-testid="recovery-missing">{REPORT.missingNone}</p>
      ) : (
        <Notice tone="soon" testId="recovery-missing">
          <strong>{REPORT.missing}:</strong>
          <ul className="report-missing">
            {report.missing.map((range) => (
              <li key={`${range.log} ${range.from}`}>{REPORT.missingRange(range)}</li>
            ))}
          </ul>
          {REPORT.missingHope}
        </Notice>
      )}
      <p className="soft">{REPORT.numbers}</p>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
