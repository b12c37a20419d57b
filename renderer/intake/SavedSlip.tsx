import { Button } from '@mantine/core';
import type { PrintJobRow } from '../../electron/contract/print-views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { Shape } from '../parts/Shape.tsx';
import { useKeys } from '../parts/use-keys.ts';
import type { ReceiptSlip } from '../printing/use-receipt-slip.ts';
import { jobAnswerTexts, jobStateText, jobTroubleText, QUEUE } from '../text/printing.ts';

/** How the slip of the dossier just kept stands; where nobody knows whether it came out that is asked here. */
export function SavedSlip({ slip }: { readonly slip: ReceiptSlip }) {
  const { job, trouble, note } = slip;
  const mayPrint = job !== undefined && isAtRest(job);
  useKeys(mayPrint ? { printAgain: () => void slip.printAgain() } : {});
  const said = job && jobTroubleText(job);
  return (
    <div className="saved-print">
      <p data-testid="print-state" data-state={job?.state}>
        {job && jobStateText(job)}
        {job && job.copyNo > 1 && <span className="soft"> · {QUEUE.copy(job.copyNo)}</span>}
      </p>
      <p className="saved-print-trouble" data-testid="print-trouble">
        {said !== undefined && (
          <>
            <Shape name="triangle" /> {said}
          </>
        )}
      </p>
      <div className="saved-print-acts">{mayPrint && <Acts job={job} slip={slip} />}</div>
      {note !== undefined && <p className="soft">{note}</p>}
      {trouble && <TroubleNotice trouble={trouble} />}
    </div>
  );
}

function Acts({ job, slip }: { readonly job: PrintJobRow; readonly slip: ReceiptSlip }) {
  const isAsked = job.state === 'unknown';
  const texts = jobAnswerTexts(job);
  return (
    <>
      {isAsked && <strong data-testid="saved-is-out-asked">{texts.isOut}</strong>}
      {isAsked && (
        <Button size="sm" data-testid="saved-is-out" onClick={() => void slip.paperIsOut()}>
          {texts.out}
        </Button>
      )}
      <ActionButton
        size="sm"
        variant="default"
        keyName="printAgain"
        testId="saved-print-again"
        onClick={() => void slip.printAgain()}
      >
        {job.state === 'failed' ? texts.print : texts.printAgain}
      </ActionButton>
    </>
  );
}

/** One that waits or is on its way comes out by itself. */
function isAtRest({ state }: PrintJobRow): boolean {
  return state !== 'queued' && state !== 'sending';
}
