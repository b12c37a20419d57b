import './before-intake.css';
import type { ReactNode } from 'react';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { BEFORE_INTAKE } from '../text/before-intake.ts';
import { INTAKE } from '../text/intake.ts';
import type { BeforeAsking } from './use-before-asking.ts';

type BeforeIntakeBarProps = { readonly asking: BeforeAsking; readonly children: ReactNode };

/** What else may become of what lies on the counter, each with its key. */
export function BeforeIntakeBar({ asking, children }: BeforeIntakeBarProps) {
  return (
    <fieldset className="before-bar" aria-label={BEFORE_INTAKE.label}>
      {asking.needsProcedure && (
        <Notice tone="bad" testId="needs-procedure">
          {INTAKE.chooseProcedure}
        </Notice>
      )}
      <ActionButton
        variant="subtle"
        size="compact-xs"
        keyName="requestSupplement"
        testId="open-guide"
        onClick={asking.guide}
      >
        {BEFORE_INTAKE.short.guide}
      </ActionButton>
      <ActionButton
        variant="subtle"
        size="compact-xs"
        keyName="refuseIntake"
        testId="open-refuse"
        onClick={asking.refuse}
      >
        {BEFORE_INTAKE.short.refuse}
      </ActionButton>
      <ActionButton
        variant="subtle"
        size="compact-xs"
        keyName="noteArrival"
        testId="open-arrival"
        onClick={asking.arrival}
      >
        {BEFORE_INTAKE.short.arrival}
      </ActionButton>
      {children}
    </fieldset>
  );
}
