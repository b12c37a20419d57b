import type { LocalMoment } from '../../domain/plain-date.ts';
import type { SyncView } from '../../electron/contract/views.ts';
import { clockText, momentText } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { SYNC, SYNC_BODIES, SYNC_TITLES, SYNC_TROUBLES, waitingText } from '../text/sync.ts';
import type { SyncActions } from './use-sync.ts';

type SyncStateProps = {
  readonly sync: SyncView;
  readonly now: LocalMoment;
  readonly isTrial: boolean;
  readonly actions: SyncActions;
};

/** How this counter and its server stand, how far the sending is, and what the network said last. */
export function SyncState({ sync, now, isTrial, actions }: SyncStateProps) {
  const { status, reason, sending } = sync;
  return (
    <section className="card sync-state">
      <h2>{SYNC.title}</h2>
      <p className="sync-title" data-testid="sync-title" data-status={status}>
        {SYNC_TITLES[status]}
      </p>
      <p>{isTrial ? SYNC.trial : SYNC_BODIES[status]}</p>
      {sending && <Sending {...sending} />}
      {reason && (
        <Notice tone={status === 'refused' ? 'bad' : 'soon'} testId="sync-reason">
          {SYNC_TROUBLES[reason]}
        </Notice>
      )}
      {status !== 'no-server' && (
        <>
          <ActionButton size="md" keyName="sync" testId="sync-now" onClick={() => void actions.syncNow()}>
            {SYNC.now}
          </ActionButton>
          <Facts sync={sync} now={now} />
        </>
      )}
      <output className="soft sync-note" data-testid="sync-note">
        {actions.note}
      </output>
      {actions.trouble && <TroubleNotice trouble={actions.trouble} />}
    </section>
  );
}

function Sending({ done, total }: NonNullable<SyncView['sending']>) {
  return (
    <div className="progress" data-testid="sync-sending">
      <p className="progress-line">{SYNC.sending(done, total)}</p>
      <progress aria-label={SYNC.sendingLabel} max={total} value={done} />
    </div>
  );
}

function Facts({ sync, now }: { readonly sync: SyncView; readonly now: LocalMoment }) {
  const { answeredAt, provedAt, nextAt } = sync;
  return (
    <dl className="facts">
      <div>
        <dt>{SYNC.waiting}</dt>
        <dd data-testid="sync-waiting">{waitingText(sync)}</dd>
      </div>
      <div>
        <dt>{SYNC.answered}</dt>
        <dd data-testid="sync-answered">{answeredAt ? momentText(answeredAt) : SYNC.never}</dd>
      </div>
      <div>
        <dt>{SYNC.proved}</dt>
        <dd data-testid="sync-proved">{provedAt ? momentText(provedAt) : SYNC.never}</dd>
      </div>
      {nextAt && (
        <div>
          <dt>{SYNC.next}</dt>
          <dd data-testid="sync-next">{nextAt > now ? clockText(nextAt) : SYNC.nextNow}</dd>
        </div>
      )}
      <div>
        <dt>{SYNC.server}</dt>
        <dd>{sync.serverUrl}</dd>
      </div>
    </dl>
  );
}
