import { Button } from '@mantine/core';
import type { PrintJobRow, PrintJobState } from '../../electron/contract/views.ts';
import { momentText } from '../format.ts';
import { Blank, Loading } from '../parts/Blank.tsx';
import { DossierNumberText } from '../parts/DossierNumberText.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { Shape, type ShapeName } from '../parts/Shape.tsx';
import { JOB_STATES, PRINT_TROUBLES, QUEUE } from '../text/printing.ts';
import { type PrintQueue, usePrintQueue } from './use-settings.ts';

const LOOKS = {
  queued: { tone: 'plain', shape: 'arrow' },
  sending: { tone: 'plain', shape: 'arrow' },
  confirmed: { tone: 'plain', shape: 'check' },
  sent: { tone: 'plain', shape: 'check' },
  unknown: { tone: 'soon', shape: 'triangle' },
  failed: { tone: 'bad', shape: 'octagon' },
} satisfies Record<PrintJobState, { tone: string; shape: ShapeName }>;

/** The slips that were printed and that wait, and the question about those whose paper nobody saw. */
export function PrintQueueList() {
  const { jobs, trouble, settle } = usePrintQueue();
  return (
    <section className="card queue">
      <h2>{QUEUE.title}</h2>
      {trouble && <TroubleNotice trouble={trouble} />}
      {!jobs && !trouble && <Loading />}
      {jobs?.length === 0 && <Blank title={QUEUE.empty}>{QUEUE.emptyHint}</Blank>}
      <ul className="queue-list">
        {jobs?.map((job) => (
          <Job key={job.id} job={job} settle={settle} />
        ))}
      </ul>
    </section>
  );
}

function Job({ job, settle }: { readonly job: PrintJobRow; readonly settle: PrintQueue['settle'] }) {
  const { tone, shape } = LOOKS[job.state];
  const isAsked = job.state === 'unknown';
  return (
    <li className="job" data-testid="print-job" data-id={job.id} data-state={job.state}>
      <div>
        <p>
          <DossierNumberText number={job.dossierNumber} /> · {job.applicantName}
        </p>
        <p className="soft">
          {momentText(job.at)} · {QUEUE.copy(job.copyNo)}
        </p>
      </div>
      <span className={`mark tone-${tone}`}>
        <Shape name={shape} />
        {JOB_STATES[job.state]}
      </span>
      {job.trouble && <p className="job-wide job-trouble">{PRINT_TROUBLES[job.trouble]}</p>}
      {(isAsked || job.state === 'failed') && (
        <div className="job-wide job-ask">
          {isAsked && <span>{QUEUE.isPaperOut}</span>}
          {isAsked && (
            <Button size="xs" data-testid="job-is-out" onClick={() => void settle(job.id, 'paper-is-out')}>
              {QUEUE.paperIsOut}
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            data-testid="job-print-now"
            onClick={() => void settle(job.id, 'print-now')}
          >
            {QUEUE.printNow}
          </Button>
        </div>
      )}
    </li>
  );
}
