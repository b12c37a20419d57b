import { useEffect, useRef } from 'react';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { type DossierId, dossierIdOf } from '../../domain/scan-code.ts';
import { hasItem } from '../../domain/transfer/transfer-batch.ts';
import type { TransferBatchView } from '../../electron/contract/views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { Field } from '../parts/Field.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { Shape } from '../parts/Shape.tsx';
import { focusHome } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useHearer } from '../scan/heard.ts';
import { playSound } from '../scan/sound.ts';
import { RECEIVE_UP } from '../text/batches.ts';
import { BatchLines } from './BatchLines.tsx';
import { Verdict } from './Verdict.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useReceiveUp } from './use-receive-up.ts';

type ReceiveUpProps = { readonly view: TransferBatchView; readonly now: LocalMoment };

/** The signed list came back: everything was taken, unless the clerk says otherwise. */
export function ReceiveUp({ view, now }: ReceiveUpProps) {
  const root = useRef<HTMLDivElement>(null);
  const state = useReceiveUp(view, now);
  useEffect(() => focusHome(root.current), []);
  useKeys({ commit: () => void state.confirm() });
  // A slip that came back with the courier: its line.
  useHearer('screen', (heard) => {
    if (heard.kind !== 'slip' || !hasItem(view.batch, dossierIdOf(heard.scanCode))) return false;
    playSound('good');
    root.current?.querySelector<HTMLElement>(`[data-id="${dossierIdOf(heard.scanCode)}"]`)?.focus();
    return true;
  });
  return (
    <div className="batch-columns" data-has-waiting ref={root}>
      <section className="register batch-list" data-testid="batch-lines" data-count={view.list.rows.length}>
        <h2>{RECEIVE_UP.counts(state.acceptedCount, state.rejected.size)}</h2>
        <BatchLines
          view={view}
          mark={(row) => {
            if (!state.awaited.has(row.dossierId)) return <Verdict batch={view.batch} row={row} />;
            const reason = state.rejected.get(row.dossierId);
            return reason === undefined ? (
              <>
                <Shape name="check" /> {RECEIVE_UP.accepted}
              </>
            ) : (
              <ReasonField
                label={RECEIVE_UP.reason}
                reason={reason}
                onText={(text) => state.reject(row.dossierId, text)}
              />
            );
          }}
          onPick={(dossierId: DossierId) => state.reject(dossierId, '')}
          onRemove={state.accept}
        />
        <p className="register-foot soft">{RECEIVE_UP.hint}</p>
      </section>
      {/* The keys of the fields inside arrive here; nothing on this element is pressed itself. */}
      <section className="card batch-signing" role="presentation" onKeyDown={enterMovesOn}>
        <h2>{RECEIVE_UP.title}</h2>
        <p className="soft">{RECEIVE_UP.body}</p>
        <Field
          label={RECEIVE_UP.signer}
          size="md"
          value={state.signer}
          data-home
          testId="signed-by"
          onText={state.typeSigner}
        />
        <Field label={RECEIVE_UP.date} size="md" value={state.date} testId="signed-on" onText={state.typeDate} />
        {state.trouble && <TroubleNotice trouble={state.trouble} testId="batch-trouble" />}
        <ActionButton
          size="lg"
          fullWidth
          keyName="commit"
          loading={state.isBusy}
          isEnterStop
          testId="receive-up"
          onClick={() => void state.confirm()}
        >
          {RECEIVE_UP.confirm}
        </ActionButton>
      </section>
    </div>
  );
}
