import type { Dossier } from '../../domain/dossier.ts';
import { groupedScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { ARRIVAL, BEFORE_INTAKE } from '../text/before-intake.ts';
import { COMMON } from '../text/vi.ts';

type ArrivalDoneProps = {
  readonly dossier: Dossier;
  readonly onAnother: () => void;
  readonly onReceive: () => void;
  readonly onClose: () => void;
};

/** Under which code it waits, and on: to the next one, or to its reception. */
export function ArrivalDone({ dossier, onAnother, onReceive, onClose }: ArrivalDoneProps) {
  useKeys({ noteArrival: onAnother, intake: onReceive, back: onClose }, 'first');
  return (
    <div className="arrival-done" data-testid="arrival-done" data-id={dossier.id}>
      <Notice tone="good" shape="check">
        <strong>{ARRIVAL.done}</strong>. {ARRIVAL.doneBody(dossier.applicant?.name ?? '')}
      </Notice>
      <p>
        {ARRIVAL.doneCode}: <span className="arrival-done-code">{groupedScanCode(scanCodeOf(dossier.id))}</span>
      </p>
      <div className="dialog-actions">
        <ActionButton variant="default" keyName="back" onClick={onClose}>
          {COMMON.close}
        </ActionButton>
        <ActionButton variant="default" keyName="intake" testId="arrival-receive" onClick={onReceive}>
          {BEFORE_INTAKE.receive}
        </ActionButton>
        <ActionButton keyName="noteArrival" testId="arrival-another" isAutoFocused onClick={onAnother}>
          {ARRIVAL.another}
        </ActionButton>
      </div>
    </div>
  );
}
