import { Button } from '@mantine/core';
import type { Input } from '../../electron/contract/commands.ts';
import type { PrintJobRow } from '../../electron/contract/print-views.ts';
import { jobAnswerTexts } from '../text/printing.ts';
import { QUESTION } from './use-question-focus.ts';
import { isAsked } from './queue-order.ts';

type JobAnswersProps = {
  readonly job: PrintJobRow;
  readonly onSettle: (answer: Input<'print.settle'>['answer']) => void;
  readonly onPrintAgain: () => void;
};

/** What a person may say of a job. */
export function JobAnswers({ job, onSettle, onPrintAgain }: JobAnswersProps) {
  const { state } = job;
  const texts = jobAnswerTexts(job);
  if (state === 'unknown') return <Question texts={texts} onSettle={onSettle} />;
  const isOnTheWay = state === 'queued' || (state === 'sending' && job.printer === 'form');
  if (state !== 'failed' && state !== 'sent' && !isOnTheWay) return undefined;
  return (
    <div className="job-wide job-ask">
      {state === 'failed' && (
        <Button
          size="xs"
          variant="default"
          data-testid="job-print-now"
          {...(isAsked(job) ? QUESTION : {})}
          onClick={() => onSettle('print-now')}
        >
          {texts.print}
        </Button>
      )}
      {state === 'sent' && (
        <Button size="xs" variant="default" data-testid="job-print-again" onClick={onPrintAgain}>
          {texts.printAgain}
        </Button>
      )}
      {state !== 'sent' && (
        <Button size="xs" variant="subtle" data-testid="job-cancel" onClick={() => onSettle('cancel')}>
          {texts.giveUp}
        </Button>
      )}
    </div>
  );
}

type QuestionProps = Pick<JobAnswersProps, 'onSettle'> & { readonly texts: ReturnType<typeof jobAnswerTexts> };

function Question({ texts, onSettle }: QuestionProps) {
  return (
    <div className="job-wide job-ask">
      <span>{texts.isOut}</span>
      <Button size="xs" data-testid="job-is-out" {...QUESTION} onClick={() => onSettle('paper-is-out')}>
        {texts.out}
      </Button>
      <Button size="xs" variant="default" data-testid="job-print-now" onClick={() => onSettle('print-now')}>
        {texts.printAgain}
      </Button>
      <Button size="xs" variant="subtle" data-testid="job-cancel" onClick={() => onSettle('cancel')}>
        {texts.notOut}
      </Button>
    </div>
  );
}
