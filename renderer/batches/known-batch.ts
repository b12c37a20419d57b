import type { AppState, TransferBatchView } from '../../electron/contract/views.ts';
import type { BatchPaper } from './use-batch-paper.ts';

/** What every look at one batch has in hand. */
export type KnownBatchProps = {
  readonly view: TransferBatchView;
  readonly app: AppState;
  readonly paper: BatchPaper;
  readonly onClose: () => void;
};
