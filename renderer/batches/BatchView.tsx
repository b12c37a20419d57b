import type { BatchCode } from '../../domain/transfer/batch-code.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { AppState } from '../../electron/contract/views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Blank, Loading } from '../parts/Blank.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { BATCH } from '../text/batches.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { BatchFilling } from './BatchFilling.tsx';
import { BatchOnPaper } from './BatchOnPaper.tsx';
import type { KnownBatchProps } from './known-batch.ts';
import { type BatchPaper, useBatchPaper } from './use-batch-paper.ts';

const TOPICS: readonly PushTopic[] = ['dossiers'];

type BatchViewProps = { readonly code: BatchCode; readonly app: AppState; readonly onClose: () => void };

/** One batch: what may be done with it follows from how it stands. */
export function BatchView({ code, app, onClose }: BatchViewProps) {
  const { latest: view, fault } = useAnswer('batch.get', { code }, TOPICS);
  const paper = useBatchPaper(code, app.printer.formChoice.kind);
  useKeys({ back: onClose, print: () => void paper.print() });
  return (
    <>
      {fault && !view && <TroubleNotice trouble={troubleOfFault(fault)} />}
      {view === undefined && !fault && <Loading />}
      {view === null && (
        <Blank title={BATCH.gone}>
          <ActionButton variant="default" keyName="back" onClick={onClose}>
            {BATCH.back}
          </ActionButton>
        </Blank>
      )}
      {view && <Known view={view} app={app} paper={paper} onClose={onClose} />}
      {view && <PaperNote paper={paper} />}
    </>
  );
}

function Known(props: KnownBatchProps) {
  return props.view.batch.state === 'open' ? <BatchFilling {...props} /> : <BatchOnPaper {...props} />;
}

function PaperNote({ paper }: { readonly paper: BatchPaper }) {
  return paper.trouble ? (
    <TroubleNotice trouble={paper.trouble} testId="batch-paper-trouble" />
  ) : (
    <output className="soft batch-note" data-testid="batch-paper-note">
      {paper.note ?? BATCH.printHint}
    </output>
  );
}
