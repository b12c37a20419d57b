import type { LocalMoment } from '../../domain/plain-date.ts';
import { capitalised, parseTypedDate, weekdayText } from '../text/format.ts';
import { AskDialog } from '../parts/AskDialog.tsx';
import { DATE_DIALOG } from '../text/clock.ts';
import { useConfirmDate } from './use-confirm-date.ts';

type DateDialogProps = {
  readonly opened: boolean;
  readonly now: LocalMoment;
  /** Whether a reception waits for the answer. */
  readonly goesOn: boolean;
  readonly onClose: () => void;
  readonly onConfirmed: () => void;
};

/** "Hôm nay là ngày nào?": nothing stands in the field, so that nobody confirms what a wrong clock says. */
export function DateDialog({ opened, onClose, ...question }: DateDialogProps) {
  return (
    <AskDialog.Frame opened={opened} onClose={onClose} title={DATE_DIALOG.title}>
      <Question {...question} onClose={onClose} />
    </AskDialog.Frame>
  );
}

function Question({ now, goesOn, onClose, onConfirmed }: Omit<DateDialogProps, 'opened'>) {
  const state = useConfirmDate(now);
  const date = parseTypedDate(state.typed);
  return (
    <AskDialog.Body
      body={goesOn ? `${DATE_DIALOG.body} ${DATE_DIALOG.goesOn}` : DATE_DIALOG.body}
      label={DATE_DIALOG.date}
      placeholder={DATE_DIALOG.placeholder}
      hint={date ? capitalised(weekdayText(date)) : DATE_DIALOG.hint}
      maxLength={10}
      value={state.typed}
      refusal={state.refusal}
      trouble={state.trouble}
      isBusy={state.isBusy}
      confirm={DATE_DIALOG.confirm}
      testId="date"
      onText={state.type}
      onAnswer={state.confirm}
      onClose={onClose}
      onAnswered={onConfirmed}
    />
  );
}
