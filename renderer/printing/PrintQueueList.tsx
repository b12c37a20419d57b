import { useRef, useState } from 'react';
import type { PrintJobRow, PrintJobState } from '../../electron/contract/print-views.ts';
import { momentText } from '../text/format.ts';
import { Blank, Loading } from '../parts/Blank.tsx';
import { DossierNumberText } from '../parts/DossierNumberText.tsx';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { Shape, type ShapeName } from '../parts/Shape.tsx';
import { jobStateText, jobTroubleText, PAPERS, QUEUE } from '../text/printing.ts';
import { JobAnswers } from './JobAnswers.tsx';
import { type PrintQueue, usePrintQueue } from './use-print-queue.ts';

const LOOKS = {
  queued: { tone: 'plain', shape: 'arrow' },
  sending: { tone: 'plain', shape: 'arrow' },
  confirmed: { tone: 'plain', shape: 'check' },
  sent: { tone: 'plain', shape: 'arrow' },
  unknown: { tone: 'soon', shape: 'triangle' },
  failed: { tone: 'bad', shape: 'octagon' },
  cancelled: { tone: 'plain', shape: 'octagon' },
} satisfies Record<PrintJobState, { tone: string; shape: ShapeName }>;

/** The papers that were printed and that wait, and the question about those whose paper nobody saw. */
export function PrintQueueList() {
  const queue = usePrintQueue();
  const { jobs, trouble, note } = queue;
  return (
    <section className="card queue">
      <h2>{QUEUE.title}</h2>
      {trouble && <TroubleNotice trouble={trouble} />}
      {note !== undefined && <Notice tone="soon">{note}</Notice>}
      {!jobs && !trouble && <Loading />}
      {jobs?.length === 0 && <Blank title={QUEUE.empty}>{QUEUE.emptyHint}</Blank>}
      <ul className="queue-list">
        {jobs?.map((job) => (
          <Job key={job.id} job={job} queue={queue} />
        ))}
      </ul>
    </section>
  );
}

type JobProps = { readonly job: PrintJobRow; readonly queue: PrintQueue };

function Job({ job, queue }: JobProps) {
  const row = useRef<HTMLLIElement>(null);
  const [heightBefore, setHeightBefore] = useState(0);
  const isAnswered = queue.answered.has(job.id);
  const answer = (act: () => Promise<void>): void => {
    setHeightBefore(row.current?.offsetHeight ?? 0);
    // The pressed button goes; Tab leads on to the next question from here.
    row.current?.focus({ preventScroll: true });
    void act();
  };
  return (
    <li
      className="job"
      ref={row}
      tabIndex={-1}
      // The answers go, but what stands below must not move up under the pointer.
      style={isAnswered ? { minHeight: heightBefore } : undefined}
      data-testid="print-job"
      data-id={job.id}
      data-state={job.state}
      data-paper={job.paper}
    >
      <JobFacts job={job} />
      {!isAnswered && (
        <JobAnswers
          job={job}
          onSettle={(said) => answer(() => queue.settle(job.id, said))}
          onPrintAgain={() => answer(() => queue.printAgain(job.id))}
        />
      )}
    </li>
  );
}

function JobFacts({ job }: Pick<JobProps, 'job'>) {
  const { tone, shape } = LOOKS[job.state];
  const trouble = jobTroubleText(job);
  return (
    <>
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
        {jobStateText(job)}
      </span>
      {trouble !== undefined && <p className="job-wide job-trouble">{trouble}</p>}
    </>
  );
}
