import './sync.css';
import { useRef } from 'react';
import type { SyncView } from '../../electron/contract/views.ts';
import { capitalised, momentInWords } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { Field } from '../parts/Field.tsx';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { useHomeFocus } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { ENROL, SYNC, SYNC_BODIES, SYNC_TITLES, SYNC_TROUBLES, waitingText } from '../text/sync.ts';
import { type SyncActions, useSync } from './use-sync.ts';

type SyncScreenProps = {
  readonly sync: SyncView;
  readonly isTrial: boolean;
  readonly onChanged: () => void;
};

/** What waits to be sent, what is proved to be there, and the server. */
export function SyncScreen({ sync, isTrial, onChanged }: SyncScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const actions = useSync(sync.serverUrl, onChanged);
  const canSync = sync.status !== 'no-server';
  useHomeFocus(screen);
  useKeys(canSync ? { sync: () => void actions.syncNow() } : {});
  return (
    <div className="screen sync" ref={screen} data-testid="screen-sync">
      <section className="card sync-state">
        <h2>{SYNC.title}</h2>
        <p className="sync-title" data-testid="sync-title" data-status={sync.status}>
          {SYNC_TITLES[sync.status]}
        </p>
        <p>{isTrial ? SYNC.trial : SYNC_BODIES[sync.status]}</p>
        {sync.reason && <Notice tone={sync.status === 'refused' ? 'bad' : 'soon'}>{SYNC_TROUBLES[sync.reason]}</Notice>}
        {sync.quarantined > 0 && <Notice tone="bad">{SYNC.quarantined(sync.quarantined)}</Notice>}
        {!isTrial && <SyncFacts sync={sync} />}
        {canSync && (
          <ActionButton size="md" keyName="sync" testId="sync-now" onClick={() => void actions.syncNow()}>
            {SYNC.now}
          </ActionButton>
        )}
        <output className="soft sync-note" data-testid="sync-note">
          {actions.note}
        </output>
        {actions.trouble && <TroubleNotice trouble={actions.trouble} />}
      </section>
      {!isTrial && <EnrolForm actions={actions} isAgain={canSync} />}
    </div>
  );
}

function SyncFacts({ sync }: { readonly sync: SyncView }) {
  return (
    <dl className="facts">
      <div>
        <dt>{SYNC.waiting}</dt>
        <dd data-testid="sync-waiting">{waitingText(sync)}</dd>
      </div>
      <div>
        <dt>{SYNC.proved}</dt>
        <dd data-testid="sync-proved">{sync.provedAt ? capitalised(momentInWords(sync.provedAt)) : SYNC.never}</dd>
      </div>
      <div>
        <dt>{SYNC.server}</dt>
        <dd>{sync.serverUrl ?? SYNC.noServer}</dd>
      </div>
    </dl>
  );
}

function EnrolForm({ actions, isAgain }: { readonly actions: SyncActions; readonly isAgain: boolean }) {
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <section className="card" role="presentation" onKeyDown={enterMovesOn}>
      <h2>{isAgain ? ENROL.again : ENROL.title}</h2>
      <p className="soft">{SYNC.why}</p>
      <Field
        label={ENROL.url}
        hint={ENROL.urlHint}
        value={actions.serverUrl}
        inputMode="url"
        data-home
        testId="server-url"
        onText={actions.typeUrl}
      />
      <Field
        label={ENROL.code}
        hint={ENROL.codeHint}
        value={actions.code}
        testId="server-code"
        onText={actions.typeCode}
      />
      {actions.refusal && (
        <Notice tone="bad" testId="enrol-refusal">
          {actions.refusal}
        </Notice>
      )}
      <ActionButton
        size="md"
        loading={actions.isBusy}
        isEnterStop
        testId="enrol"
        {...(isAgain ? { variant: 'default' as const } : {})}
        onClick={() => void actions.enrol()}
      >
        {isAgain ? ENROL.again : ENROL.submit}
      </ActionButton>
    </section>
  );
}
