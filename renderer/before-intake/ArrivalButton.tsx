import { ActionButton } from '../parts/ActionButton.tsx';
import { BEFORE_INTAKE } from '../text/before-intake.ts';

/** Above what waits to be received. */
export function ArrivalButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <div className="arrival-button">
      <ActionButton variant="default" keyName="noteArrival" testId="open-arrival" onClick={onClick}>
        {BEFORE_INTAKE.arrival}
      </ActionButton>
    </div>
  );
}
