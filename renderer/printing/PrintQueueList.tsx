import { Button } from '@mantine/core';
import type { PrintJobRow, PrintJobState } from '../../electron/contract/print-views.ts';
import { momentText } from '../format.ts';
import { Blank, Loading } from '../parts/Blank.tsx';
import { DossierNumberText } from '../parts/DossierNumberText.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { Shape, type ShapeName } from '../parts/Shape.tsx';
import { JOB_STATES, PAPERS, PRINT_TROUBLES, QUEUE } from '../text/printing.ts';
import { type PrintQueue, usePrintQueue } from './use-print-queue.ts';

const LOOKS = {
  queued: { tone: 'plain', shape: 'arrow' },
  sending: { tone: 'plain', shape: 'arrow' },
  confirmed: { tone: 'plain', shape: 'check' },
  sent: { tone: 'plain', shape: 'check' },
  unknown: { tone: 'soon', shape: 'triangle' },
  failed: { tone: 'bad', shape: 'octagon' },
  cancelled: { tone: 'plain', shape: 'octagon' },
} satisfies Record<PrintJobState, { tone: string; shape: ShapeName }>;

/** The papers that were printed and that wait, and the question about those whose paper nobody saw. */
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

type JobProps = { readonly job: PrintJobRow; readonly settle: PrintQueue['settle'] };

function Job({ job, settle }: JobProps) {
  const { tone, shape } = LOOKS[job.state];
  return (
    <li className="job" data-testid="print-job" data-id={job.id} data-state={job.state} data-paper={job.paper}>
      <div>
        <p>{PAPERS[job.paper]}</p>
        {(job.about !== '' || job.applicantName !== '') && (
          <p>
            {job.about !== '' && <DossierNumberText number={job.about} />}
            {job.about !== '' && job.applicantName !== '' && ' · '}
            {job.applicantName}
          </p>
        )}
        <p className="soft">
          {momentText(job.at)} · {QUEUE.copy(job.copyNo)}
          {job.attempts > 1 && ` · ${QUEUE.tries(job.attempts)}`}
        </p>
      </div>
      <span className={`mark tone-${tone}`}>
        <Shape name={shape} />
        {JOB_STATES[job.state]}
      </span>
      {job.trouble && <p className="job-wide job-trouble">{PRINT_TROUBLES[job.trouble]}</p>}
      <JobAnswers job={job} settle={settle} />
    </li>
  );
}

/** What a person may say of a job. */
function JobAnswers({ job, settle }: JobProps) {
  const isAsked = job.state === 'unknown';
  const maySend = isAsked || job.state === 'failed';
  if (!maySend && job.state !== 'queued' && !(job.state === 'sending' && job.printer === 'form')) return undefined;
  return (
    <div className="job-wide job-ask">
      {isAsked && <span>{QUEUE.isPaperOut}</span>}
      {isAsked && (
        <Button size="xs" data-testid="job-is-out" onClick={() => void settle(job.id, 'paper-is-out')}>
          {QUEUE.paperIsOut}
        </Button>
      )}
      {maySend && (
        <Button
          size="xs"
          variant="default"
          data-testid="job-print-now"
          onClick={() => void settle(job.id, 'print-now')}
        >
          {isAsked ? QUEUE.printNow : QUEUE.print}
        </Button>
      )}
      <Button size="xs" variant="subtle" data-testid="job-cancel" onClick={() => void settle(job.id, 'cancel')}>
        {QUEUE.cancel}
      </Button>
    </div>
  );
}
