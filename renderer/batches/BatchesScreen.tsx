import './batches.css';
import '../register/register.css';
import { SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { BatchCode } from '../../domain/transfer/batch-code.ts';
import type { BatchDirection } from '../../domain/transfer/batch-event.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { AppState, CounterIdentity } from '../../electron/contract/views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Blank, Loading } from '../parts/Blank.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { focusHome, useHomeFocus } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { BATCHES } from '../text/batches.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { bodiesFor } from './batch-look.ts';
import { BatchTable } from './BatchTable.tsx';
import { BatchView } from './BatchView.tsx';
import { NewBatchDialog } from './NewBatchDialog.tsx';

type BatchesScreenProps = { readonly app: AppState; readonly counter: CounterIdentity; readonly onBack: () => void };

const TOPICS: readonly PushTopic[] = ['dossiers'];
const ALL = { onlyOpen: false };

/** Dossiers go to the body above and results come back, a batch at a time. */
export function BatchesScreen({ app, counter, onBack }: BatchesScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const [code, setCode] = useState<BatchCode>();
  const [asked, setAsked] = useState<BatchDirection>();
  const { value: batches } = useAnswer('batch.list', ALL, TOPICS);
  useHomeFocus(screen);
  useEffect(() => focusHome(screen.current), [code]);
  // A kept screen that is left must not leave its dialog behind.
  useEffect(() => () => setAsked(undefined), []);
  useKeys({
    batches: () => focusHome(screen.current),
    batchUp: () => setAsked('up'),
    batchDown: () => setAsked('down'),
  });
  return (
    <div className="screen register-screen batches" ref={screen} data-testid="screen-batches">
      {code === undefined ? (
        <BatchList onOpen={setCode} onNew={setAsked} onBack={onBack} />
      ) : (
        <BatchView key={code} code={code} app={app} onClose={() => setCode(undefined)} />
      )}
      <NewBatchDialog
        direction={asked}
        bodies={asked ? bodiesFor(asked, batches ?? [], counter.unit.upperNames) : []}
        onClose={() => setAsked(undefined)}
        onOpened={(opened) => {
          setAsked(undefined);
          setCode(opened);
        }}
      />
    </div>
  );
}

type BatchListProps = {
  readonly onOpen: (code: BatchCode) => void;
  readonly onNew: (direction: BatchDirection) => void;
  readonly onBack: () => void;
};

function BatchList({ onOpen, onNew, onBack }: BatchListProps) {
  // Here and not above: the Esc that closes a batch comes too early for the list behind it.
  useKeys({ back: onBack });
  const [which, setWhich] = useState<'unfinished' | 'all'>('unfinished');
  const { latest: batches, fault } = useAnswer('batch.list', { onlyOpen: which === 'unfinished' }, TOPICS);
  return (
    <>
      <div className="batches-head">
        <SegmentedControl
          size="md"
          aria-label={BATCHES.label}
          data={[
            { value: 'unfinished', label: BATCHES.unfinished },
            { value: 'all', label: BATCHES.all },
          ]}
          value={which}
          data-testid="batches-which"
          onChange={(value) => setWhich(value === 'all' ? 'all' : 'unfinished')}
        />
        <span className="batches-gap" />
        <ActionButton variant="default" size="md" keyName="batchDown" testId="batch-down" onClick={() => onNew('down')}>
          {BATCHES.newDown}
        </ActionButton>
        <ActionButton size="md" keyName="batchUp" testId="batch-up" onClick={() => onNew('up')}>
          {BATCHES.newUp}
        </ActionButton>
      </div>
      {fault && !batches && <TroubleNotice trouble={troubleOfFault(fault)} />}
      {!batches && !fault && <Loading />}
      {batches?.length === 0 && (
        <Blank title={which === 'all' ? BATCHES.noneTitle : BATCHES.emptyTitle}>{BATCHES.emptyBody}</Blank>
      )}
      {batches && batches.length > 0 && <BatchTable batches={batches} onOpen={onOpen} />}
    </>
  );
}
