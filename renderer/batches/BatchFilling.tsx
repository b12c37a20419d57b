import { useEffect, useRef, useState } from 'react';
import { dossierIdOf } from '../../domain/scan-code.ts';
import type { BatchChange } from '../../domain/transfer/batch-change.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Blank } from '../parts/Blank.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { focusHome } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useHearer } from '../scan/heard.ts';
import { playSound } from '../scan/sound.ts';
import { BATCH } from '../text/batches.ts';
import { useAnswer } from '../use-answer.ts';
import { AbandonDialog } from './AbandonDialog.tsx';
import { AddField } from './AddField.tsx';
import { BatchHead } from './BatchHead.tsx';
import { BatchLines } from './BatchLines.tsx';
import type { KnownBatchProps } from './known-batch.ts';
import { CloseDialog } from './CloseDialog.tsx';
import { SaidBanner } from './SaidBanner.tsx';
import { useAddLine } from './use-add-line.ts';
import { useChange } from './use-change.ts';
import { WaitingList } from './WaitingList.tsx';

const TOPICS: readonly PushTopic[] = ['dossiers'];
const UNFINISHED = { onlyOpen: true };

/** The list is made: by scanning, by typing, or from what waits. */
export function BatchFilling({ view, app, paper, onClose }: KnownBatchProps) {
  const { batch, list } = view;
  const root = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<'close' | 'abandon'>();
  const line = useAddLine(batch);
  const change = useChange(view);
  const { latest: others } = useAnswer('batch.list', UNFINISHED, TOPICS);
  const taken = new Set([...(others ?? []), batch].flatMap(({ items }) => items.map(({ dossierId }) => dossierId)));
  const ask = (what: typeof asked): void => {
    change.forget();
    setAsked(what);
  };
  const answer = async (wish: BatchChange): Promise<void> => {
    const made = await change.make(wish);
    if (!made) return;
    playSound(made.ok ? 'good' : 'bad');
    if (!made.ok) return;
    setAsked(undefined);
    if (wish.kind === 'close' && batch.direction === 'up') void paper.print();
  };
  useHearer('screen', (heard) => {
    if (heard.kind !== 'slip') return false;
    line.add(dossierIdOf(heard.scanCode));
    return true;
  });
  useKeys({ commit: () => ask('close'), batchAbandon: () => ask('abandon') });
  useEffect(() => focusHome(root.current), []);
  useEffect(() => () => setAsked(undefined), []);
  const dialog = { batch, trouble: change.trouble, isBusy: change.isBusy, onClose: () => setAsked(undefined) };
  return (
    <div className="batch" ref={root}>
      <div className="batch-top">
        <BatchHead batch={batch} />
        <Buttons batch={batch} onBack={onClose} onAsk={ask} />
      </div>
      <AddField
        onTyped={line.addTyped}
        onDown={() => root.current?.querySelector<HTMLElement>('.batch-columns tbody tr')?.focus()}
      />
      <SaidBanner said={line.said} />
      {!asked && change.trouble && <TroubleNotice trouble={change.trouble} testId="batch-trouble" />}
      <div className="batch-columns" data-has-waiting={batch.direction === 'up'}>
        <section className="register batch-list" data-testid="batch-lines" data-count={list.rows.length}>
          <h2>{BATCH.lines(list.rows.length)}</h2>
          {list.rows.length === 0 ? (
            <Blank title={BATCH.emptyTitle}>{BATCH.emptyBody}</Blank>
          ) : (
            <BatchLines view={view} onRemove={(dossierId) => void answer({ kind: 'remove', dossierId })} />
          )}
          <p className="register-foot soft">
            {BATCH.sheets(list.totals.originals, list.totals.copies)} · {BATCH.linesHint}
          </p>
        </section>
        {batch.direction === 'up' && <WaitingList taken={taken} onPick={line.add} />}
      </div>
      <CloseDialog
        {...dialog}
        opened={asked === 'close'}
        clerkName={app.people?.signedIn?.name ?? app.counter?.clerkName ?? ''}
        onAnswer={(courier) => void answer({ kind: 'close', courier })}
      />
      <AbandonDialog
        {...dialog}
        opened={asked === 'abandon'}
        onAnswer={(reason) => void answer({ kind: 'abandon', reason })}
      />
    </div>
  );
}

type ButtonsProps = Pick<KnownBatchProps['view'], 'batch'> & {
  readonly onBack: () => void;
  readonly onAsk: (what: 'close' | 'abandon') => void;
};

function Buttons({ batch, onBack, onAsk }: ButtonsProps) {
  return (
    <div className="batch-actions">
      <ActionButton variant="default" keyName="back" onClick={onBack}>
        {BATCH.back}
      </ActionButton>
      <ActionButton variant="default" keyName="batchAbandon" testId="batch-abandon" onClick={() => onAsk('abandon')}>
        {BATCH.abandon}
      </ActionButton>
      <ActionButton keyName="commit" testId="batch-close" onClick={() => onAsk('close')}>
        {BATCH.close[batch.direction]}
      </ActionButton>
    </div>
  );
}
