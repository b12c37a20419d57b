import { useEffect, useRef } from 'react';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { dossierIdOf } from '../../domain/scan-code.ts';
import { hasItem } from '../../domain/transfer/transfer-batch.ts';
import type { TransferBatchView } from '../../electron/contract/views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { TroubleNotice } from '../parts/Notice.tsx';
import { Shape } from '../parts/Shape.tsx';
import { focusHome } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useHearer } from '../scan/heard.ts';
import { RECEIVE_DOWN } from '../text/batches.ts';
import { AddField } from './AddField.tsx';
import { nameIn } from './batch-look.ts';
import { BatchLines } from './BatchLines.tsx';
import { withExtras } from './down-lines.ts';
import { ReasonField } from './ReasonField.tsx';
import { ResultFields } from './ResultFields.tsx';
import { SaidBanner } from './SaidBanner.tsx';
import { typedDossier } from './typed-dossier.ts';
import { type Came, type ReceiveDownState, useReceiveDown } from './use-receive-down.ts';

type ReceiveDownProps = { readonly view: TransferBatchView; readonly now: LocalMoment };

/** The bag came: what is in it is ticked off the list, then everything is entered at once. */
export function ReceiveDown({ view, now }: ReceiveDownProps) {
  const root = useRef<HTMLDivElement>(null);
  const state = useReceiveDown(view, now);
  const { came } = state;
  useEffect(() => focusHome(root.current), []);
  useKeys({ commit: () => void state.confirm() });
  useHearer('screen', (heard) => {
    if (heard.kind !== 'slip') return false;
    state.tick(dossierIdOf(heard.scanCode));
    return true;
  });
  const typed = async (text: string): Promise<boolean> => {
    const named = await typedDossier(text);
    if (named.dossierId !== undefined) state.tick(named.dossierId);
    else state.tell(named.said);
    return named.dossierId !== undefined;
  };
  const listed = came.filter(({ dossierId }) => hasItem(view.batch, dossierId));
  return (
    <div className="batch" ref={root}>
      <AddField
        onTyped={typed}
        onDown={() => root.current?.querySelector<HTMLElement>('.batch-columns tbody tr')?.focus()}
      />
      <SaidBanner said={state.said} />
      <div className="batch-columns" data-has-waiting>
        <section className="register batch-list" data-testid="batch-lines" data-came={came.length}>
          <h2>{RECEIVE_DOWN.counts(listed.length, view.batch.items.length)}</h2>
          <BatchLines
            view={withExtras(view, came)}
            mark={({ dossierId }) => (
              <Mark
                came={came.find((each) => each.dossierId === dossierId)}
                isExtra={!hasItem(view.batch, dossierId)}
                onReason={(setAside) => state.change(dossierId, { setAside })}
              />
            )}
            onPick={(dossierId) => {
              const there = came.find((each) => each.dossierId === dossierId);
              if (!there) state.tick(dossierId);
              else if (there.setAside === undefined) state.change(dossierId, { setAside: '' });
            }}
            onRemove={state.untick}
          />
          <p className="register-foot soft">{RECEIVE_DOWN.hint}</p>
        </section>
        <Entering view={view} state={state} />
      </div>
    </div>
  );
}

type MarkProps = {
  readonly came: Came | undefined;
  readonly isExtra: boolean;
  readonly onReason: (reason: string) => void;
};

function Mark({ came, isExtra, onReason }: MarkProps) {
  if (!came) return <span className="soft">{RECEIVE_DOWN.notYet}</span>;
  if (came.setAside !== undefined) {
    return <ReasonField label={RECEIVE_DOWN.setAside} reason={came.setAside} onText={onReason} />;
  }
  return (
    <span className={isExtra ? 'batch-extra' : 'batch-came'}>
      <Shape name={isExtra ? 'triangle' : 'check'} /> {isExtra ? RECEIVE_DOWN.extra : RECEIVE_DOWN.came}
    </span>
  );
}

type EnteringProps = { readonly view: TransferBatchView; readonly state: ReceiveDownState };

/** How bag and list differ, what is still to be typed, and the one button. */
function Entering({ view, state }: EnteringProps) {
  const { came } = state;
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <section className="card batch-signing" role="presentation" onKeyDown={enterMovesOn}>
      <h2>{RECEIVE_DOWN.title}</h2>
      <div className="batch-entering">
        <Differences view={view} came={came} />
        {came.map(
          ({ dossierId, who, result, setAside }) =>
            result &&
            setAside === undefined && (
              <ResultFields
                key={dossierId}
                who={who}
                result={result}
                onChange={(next) => state.change(dossierId, { result: next })}
              />
            ),
        )}
      </div>
      {state.trouble && <TroubleNotice trouble={state.trouble} testId="batch-trouble" />}
      <ActionButton
        size="md"
        fullWidth
        keyName="commit"
        loading={state.isBusy}
        isEnterStop
        testId="receive-down"
        onClick={() => void state.confirm()}
      >
        {RECEIVE_DOWN.confirm}
      </ActionButton>
    </section>
  );
}

function Differences({ view, came }: { readonly view: TransferBatchView; readonly came: readonly Came[] }) {
  const name = nameIn(view.list.rows);
  const missing = view.batch.items.filter(({ dossierId }) => !came.some((each) => each.dossierId === dossierId));
  const extras = came.filter(({ dossierId }) => !hasItem(view.batch, dossierId));
  if (came.length === 0) return <p className="soft">{RECEIVE_DOWN.body}</p>;
  return (
    <>
      {missing.length + extras.length === 0 && <p>{RECEIVE_DOWN.whole}</p>}
      {missing.length > 0 && (
        <p data-testid="batch-missing">
          {RECEIVE_DOWN.missing(missing.map(({ dossierId }) => name(dossierId)).join(', '))}
        </p>
      )}
      {extras.length > 0 && (
        <p data-testid="batch-extra">{RECEIVE_DOWN.extras(extras.map(({ who }) => who).join(', '))}</p>
      )}
    </>
  );
}
