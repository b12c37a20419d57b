import { Modal } from '@mantine/core';
import { useRef } from 'react';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import type { CalendarData } from '../../domain/time/calendar-data.ts';
import type { ChangedAppointment } from '../../electron/contract/views.ts';
import { dateText } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Loading } from '../parts/Blank.tsx';
import { Field } from '../parts/Field.tsx';
import { focusFirstError } from '../parts/next-field.ts';
import { TroubleNotice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { calendarTrouble, PUBLISH } from '../text/calendar.ts';
import { COMMON } from '../text/vi.ts';
import { usePublish } from './use-publish.ts';

type PublishDialogProps = {
  /** Undefined: closed. */
  readonly edited: CalendarData | undefined;
  readonly now: LocalMoment;
  readonly onClose: () => void;
  readonly onPublished: () => void;
};

/** Which printed dates a calendar would give differently, before it is published with its reason. */
export function PublishDialog({ edited, now, onClose, onPublished }: PublishDialogProps) {
  return (
    <Modal
      opened={edited !== undefined}
      onClose={onClose}
      title={PUBLISH.title}
      size="xl"
      centered
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      {edited && <Body edited={edited} now={now} onClose={onClose} onPublished={onPublished} />}
    </Modal>
  );
}

type BodyProps = Omit<PublishDialogProps, 'edited'> & { readonly edited: CalendarData };

function Body({ edited, now, onClose, onPublished }: BodyProps) {
  const form = useRef<HTMLDivElement>(null);
  const { effects, asking, reason, say, publish } = usePublish(edited, now, onPublished);
  const confirm = async (): Promise<void> => {
    await publish();
    focusFirstError(form.current);
  };
  useKeys({ commit: () => void confirm() }, 'everywhere');
  return (
    <div className="publish" ref={form} data-testid="publish-dialog">
      {!effects && <Loading />}
      {effects && !effects.ok && <TroubleNotice trouble={calendarTrouble(effects.refusal.refusals)} />}
      {effects?.ok && <Effects changed={effects.value} />}
      <Field
        label={PUBLISH.reason}
        hint={PUBLISH.reasonHint}
        value={reason}
        error={asking.refusal}
        maxLength={300}
        testId="publish-reason"
        data-autofocus
        onText={say}
      />
      {asking.trouble && <TroubleNotice trouble={asking.trouble} testId="publish-trouble" />}
      <div className="dialog-actions">
        <ActionButton variant="default" keyName="back" onClick={onClose}>
          {COMMON.cancel}
        </ActionButton>
        <ActionButton keyName="commit" loading={asking.isBusy} testId="publish-confirm" onClick={() => void confirm()}>
          {PUBLISH.confirm}
        </ActionButton>
      </div>
    </div>
  );
}

/** More than a screenful is counted. */
const MOST_SHOWN = 100;

function Effects({ changed }: { readonly changed: readonly ChangedAppointment[] }) {
  return (
    <div data-testid="publish-effects" data-count={changed.length}>
      <p>{changed.length === 0 ? PUBLISH.noEffect : PUBLISH.effects(changed.length)}</p>
      {changed.length > 0 && (
        <div className="publish-effects">
          <table className="publish-table">
            <thead>
              <tr>
                {Object.entries(PUBLISH.columns).map(([key, name]) => (
                  <th key={key} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {changed.slice(0, MOST_SHOWN).map(({ id, dossierNumber, applicantName, printedAt, wouldBeAt }) => (
                <tr key={id}>
                  <td>{dossierNumber}</td>
                  <td>{applicantName}</td>
                  <td>{dateText(dateOf(printedAt))}</td>
                  <td>{wouldBeAt ? dateText(dateOf(wouldBeAt)) : PUBLISH.unknown}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {changed.length > MOST_SHOWN && <p>{PUBLISH.more(changed.length - MOST_SHOWN)}</p>}
        </div>
      )}
      <p className="publish-kept">{PUBLISH.kept}</p>
    </div>
  );
}
