import { AskDialog } from '../parts/AskDialog.tsx';
import { STATION_DIALOG } from '../text/numbers.ts';
import { useTakeStation } from './use-take-station.ts';

type StationDialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onTaken: () => void;
};

/** The file came from another computer: which number does this one have at the counter? */
export function StationDialog({ opened, onClose, onTaken }: StationDialogProps) {
  return (
    <AskDialog.Frame opened={opened} onClose={onClose} title={STATION_DIALOG.title}>
      <Question onClose={onClose} onTaken={onTaken} />
    </AskDialog.Frame>
  );
}

function Question({ onClose, onTaken }: Omit<StationDialogProps, 'opened'>) {
  const state = useTakeStation();
  return (
    <AskDialog.Body
      body={STATION_DIALOG.body}
      label={STATION_DIALOG.station}
      hint={STATION_DIALOG.hint}
      maxLength={2}
      value={state.typed}
      refusal={state.refusal}
      trouble={state.trouble}
      isBusy={state.isBusy}
      confirm={STATION_DIALOG.confirm}
      testId="station"
      onText={state.type}
      onAnswer={state.take}
      onClose={onClose}
      onAnswered={onTaken}
    />
  );
}
