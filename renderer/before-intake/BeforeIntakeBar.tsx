import './before-intake.css';
import type { ReactNode } from 'react';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { BEFORE_INTAKE } from '../text/before-intake.ts';
import { INTAKE } from '../text/intake.ts';
import type { BeforeAsking } from './use-before-asking.ts';

type BeforeIntakeBarProps = { readonly asking: BeforeAsking; readonly children: ReactNode };

const WAYS = [
  { way: 'guide', keyName: 'requestSupplement', testId: 'open-guide' },
  { way: 'refuse', keyName: 'refuseIntake', testId: 'open-refuse' },
  { way: 'arrival', keyName: 'noteArrival', testId: 'open-arrival' },
] as const;

/** What else may become of what lies on the counter, each with its key. */
export function BeforeIntakeBar({ asking, children }: BeforeIntakeBarProps) {
  return (
    <fieldset className="before-bar" aria-label={BEFORE_INTAKE.label}>
      {asking.needsProcedure && (
        <Notice tone="bad" testId="needs-procedure">
          {INTAKE.chooseProcedure}
        </Notice>
      )}
      {WAYS.map(({ keyName, testId, way }) => (
        <ActionButton
          key={way}
          variant="subtle"
          size="compact-xs"
          keyName={keyName}
          testId={testId}
          onClick={asking[way]}
        >
          {BEFORE_INTAKE.short[way]}
        </ActionButton>
      ))}
      {children}
    </fieldset>
  );
}
