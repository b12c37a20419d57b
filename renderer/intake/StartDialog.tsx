import { Button, Modal } from '@mantine/core';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { PrintJobRow } from '../../electron/contract/print-views.ts';
import { capitalised, momentInWords } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { DossierNumberText } from '../parts/DossierNumberText.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { DRAFT, UNPRINTED } from '../text/draft.ts';
import { jobAnswerTexts, jobStateText, jobTroubleText } from '../text/printing.ts';
import { COMMON } from '../text/vi.ts';
import { useAnswer } from '../use-answer.ts';
import type { KeptForm, WaitingForm } from './kept-drafts.ts';
import { mayBeSettled, type Unprinted } from './use-unprinted.ts';

type StartDialogProps = {
  readonly opened: boolean;
  readonly waiting: WaitingForm | undefined;
  readonly unprinted: Unprinted;
  readonly onRestore: () => void;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
};

/** What a power cut left behind: a form that was being typed, and numbers whose slip is not on paper. */
export function StartDialog({ opened, onClose, ...content }: StartDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={content.waiting ? DRAFT.title : UNPRINTED.title}
      size="xl"
      centered
      returnFocus={false}
    >
      <Content {...content} onClose={onClose} />
    </Modal>
  );
}

function Content({ waiting, unprinted, onRestore, onDiscard, onClose }: Omit<StartDialogProps, 'opened'>) {
  return (
    <div className="start" data-testid="start-dialog">
      {waiting && <Draft {...waiting} />}
      {waiting && (
        <div className="start-actions">
          <Button variant="subtle" data-testid="draft-discard" onClick={onDiscard}>
            {DRAFT.discard}
          </Button>
          <ActionButton variant="default" keyName="back" testId="draft-leave" onClick={onClose}>
            {DRAFT.leave}
          </ActionButton>
          <ActionButton keyName="nextField" testId="draft-restore" isAutoFocused onClick={onRestore}>
            {DRAFT.restore}
          </ActionButton>
        </div>
      )}
      {unprinted.rows.length > 0 && (
        <section className="start-unprinted">
          {waiting && <h3>{UNPRINTED.title}</h3>}
          <p className="soft">{UNPRINTED.body}</p>
          {unprinted.trouble && <TroubleNotice trouble={unprinted.trouble} />}
          <ul>
            {unprinted.rows.map((job) => (
              <Slip key={job.id} job={job} settle={unprinted.settle} />
            ))}
          </ul>
        </section>
      )}
      {!waiting && (
        <div className="start-actions">
          <ActionButton variant="default" keyName="back" onClick={onClose}>
            {COMMON.close}
          </ActionButton>
        </div>
      )}
    </div>
  );
}

function Draft({ form, at }: { readonly form: KeptForm; readonly at: LocalMoment }) {
  const alias = useAlias(form.procedureCode);
  return (
    <>
      <p>{DRAFT.body}</p>
      <dl className="facts" data-testid="draft-facts">
        <div>
          <dt>{DRAFT.procedure}</dt>
          <dd>{alias ?? DRAFT.noProcedure}</dd>
        </div>
        <div>
          <dt>{DRAFT.applicant}</dt>
          <dd>
            <strong>{form.name.trim() || DRAFT.noName}</strong>
          </dd>
        </div>
        <div>
          <dt>{DRAFT.at}</dt>
          <dd>{capitalised(momentInWords(at))}</dd>
        </div>
      </dl>
    </>
  );
}

const NOTHING = {};
const TOPICS: readonly PushTopic[] = [];

/** What clerks call a procedure; its code while, or if, nothing better is known. */
function useAlias(code: string | undefined): string | undefined {
  const procedures = useAnswer('procedure.list', NOTHING, TOPICS);
  return procedures.latest?.find((procedure) => procedure.code === code)?.alias ?? code;
}

function Slip({ job, settle }: { readonly job: PrintJobRow; readonly settle: Unprinted['settle'] }) {
  const texts = jobAnswerTexts(job);
  const isAsked = job.state === 'unknown';
  return (
    <li className="start-slip" data-testid="unprinted" data-id={job.id} data-state={job.state}>
      <p>
        <DossierNumberText number={job.about} /> · <strong>{job.applicantName}</strong>
      </p>
      <p className="soft">
        {jobStateText(job)}. {jobTroubleText(job)}
      </p>
      {mayBeSettled(job.state) && (
        <div className="start-slip-actions">
          <Button
            size="xs"
            variant={isAsked ? 'filled' : 'default'}
            data-testid="unprinted-is-out"
            onClick={() => void settle(job.id, 'paper-is-out')}
          >
            {texts.out}
          </Button>
          <Button
            size="xs"
            variant={isAsked ? 'default' : 'filled'}
            data-testid="unprinted-print"
            onClick={() => void settle(job.id, 'print-now')}
          >
            {isAsked ? texts.printAgain : texts.print}
          </Button>
        </div>
      )}
    </li>
  );
}
