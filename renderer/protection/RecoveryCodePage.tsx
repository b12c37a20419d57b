import './protection.css';
import { useEffect, useRef } from 'react';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import type { CounterIdentity } from '../../electron/contract/views.ts';
import { dateText } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Blank } from '../parts/Blank.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { PrintSheet } from '../parts/PrintSheet.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { RECOVERY_CODE } from '../text/protection.ts';
import { STATUS_BAR } from '../text/vi.ts';
import { codeGroups } from './code-groups.ts';
import { useRecoveryCode } from './use-recovery-code.ts';

type RecoveryCodePageProps = {
  readonly counter: CounterIdentity;
  readonly now: LocalMoment;
  readonly onDone: () => void;
};

/** A new recovery code: shown once, to be printed or copied by hand. Gone with this page. */
export function RecoveryCodePage({ counter, now, onDone }: RecoveryCodePageProps) {
  const { code, trouble, makeAgain } = useRecoveryCode();
  const page = useRef<HTMLDivElement>(null);
  const isThere = typeof code === 'string';
  useEffect(() => page.current?.querySelector('button')?.focus(), [isThere, trouble]);
  useKeys(
    isThere ? { print: () => window.print(), commit: onDone } : code === null ? { commit: onDone } : {},
    'everywhere',
  );
  return (
    <div className="code-page" ref={page} data-testid="recovery-code-page">
      <section className="card code-card">
        <h1>{RECOVERY_CODE.title}</h1>
        {isThere && <Code code={code} onDone={onDone} />}
        {code === undefined && !trouble && <Blank title={RECOVERY_CODE.making} />}
        {code === null && (
          <>
            <p>{RECOVERY_CODE.nothingToMake}</p>
            <ActionButton size="md" keyName="commit" onClick={onDone}>
              {RECOVERY_CODE.later}
            </ActionButton>
          </>
        )}
        {trouble && (
          <>
            <TroubleNotice trouble={trouble} testId="recovery-code-trouble" />
            <div className="code-actions">
              <ActionButton size="md" onClick={makeAgain}>
                {RECOVERY_CODE.tryAgain}
              </ActionButton>
              <ActionButton size="md" variant="default" testId="recovery-code-later" onClick={onDone}>
                {RECOVERY_CODE.later}
              </ActionButton>
            </div>
          </>
        )}
      </section>
      {isThere && <Sheet code={code} counter={counter} now={now} />}
    </div>
  );
}

function Code({ code, onDone }: { readonly code: string; readonly onDone: () => void }) {
  return (
    <>
      <p>{RECOVERY_CODE.lead}</p>
      <div data-testid="recovery-code">
        <Groups code={code} />
      </div>
      <p>{RECOVERY_CODE.why}</p>
      <p>{RECOVERY_CODE.where}</p>
      <div className="code-actions">
        <ActionButton size="md" keyName="print" testId="recovery-code-print" onClick={() => window.print()}>
          {RECOVERY_CODE.print}
        </ActionButton>
        <ActionButton size="md" variant="default" keyName="commit" testId="recovery-code-done" onClick={onDone}>
          {RECOVERY_CODE.done}
        </ActionButton>
      </div>
    </>
  );
}

function Groups({ code }: { readonly code: string }) {
  return (
    <ol className="code-groups">
      {codeGroups(code).map((group, place) => (
        // Two groups may be the same; their places never change.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={place}>{group}</li>
      ))}
    </ol>
  );
}

/** What comes out of the printer: it has to explain itself to whoever opens the envelope in ten years. */
function Sheet({ code, counter, now }: { readonly code: string } & Omit<RecoveryCodePageProps, 'onDone'>) {
  return (
    <PrintSheet>
      <h1>{RECOVERY_CODE.sheetTitle}</h1>
      <dl>
        <dt>{RECOVERY_CODE.unit}</dt>
        <dd>
          {counter.unit.name} – {counter.unit.organisationCode}
        </dd>
        <dt>{RECOVERY_CODE.station}</dt>
        <dd>{STATUS_BAR.station(counter.station)}</dd>
        <dt>{RECOVERY_CODE.date}</dt>
        <dd>{dateText(dateOf(now))}</dd>
      </dl>
      <Groups code={code} />
      <h2>{RECOVERY_CODE.sheetUse}</h2>
      <p>{RECOVERY_CODE.why}</p>
      <h2>{RECOVERY_CODE.sheetKeep}</h2>
      <p>{RECOVERY_CODE.sheetWhere}</p>
      <p>{RECOVERY_CODE.sheetOld}</p>
    </PrintSheet>
  );
}
