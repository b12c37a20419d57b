import './set-up.css';
import { useEffect, useRef } from 'react';
import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { Field } from '../parts/Field.tsx';
import { focusFirstError } from '../parts/next-field.ts';
import { TroubleNotice } from '../parts/Notice.tsx';
import { PassphraseField } from '../parts/PassphraseField.tsx';
import { useHomeFocus } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { PaperWidthField } from '../printing/PaperWidthField.tsx';
import { PrinterFields } from '../printing/PrinterFields.tsx';
import { ProtectionFields } from '../protection/ProtectionFields.tsx';
import { PROTECTION } from '../text/protection.ts';
import { RECOVERY } from '../text/recovery.ts';
import { SET_UP } from '../text/set-up.ts';
import type { Trouble } from '../text/trouble.ts';
import { APP_NAME } from '../text/vi.ts';
import { UnitFields } from './UnitFields.tsx';
import { type SetUpState, useSetUp } from './use-set-up.ts';

/** First start: which unit, which station, who, and where slips go. Or the trial in one press. */
export function SetUpScreen({ onDone }: { readonly onDone: () => void }) {
  const setUp = useSetUp(onDone);
  const screen = useRef<HTMLDivElement>(null);
  useHomeFocus(screen);
  const commit = async (): Promise<void> => {
    await setUp.commit();
    focusFirstError(screen.current);
  };
  useKeys({ commit: () => void commit() });
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <div className="set-up" ref={screen} data-testid="screen-set-up" role="presentation" onKeyDown={enterMovesOn}>
      <header className="set-up-head">
        <div>
          <p className="set-up-name">{APP_NAME}</p>
          <div className="set-up-title">
            <h1>{SET_UP.title}</h1>
            <ActionButton
              variant="default"
              size="xs"
              disabled={setUp.isBusy}
              testId="setup-replace"
              onClick={() => void setUp.replaceOld()}
            >
              {RECOVERY.replaces}
            </ActionButton>
          </div>
          <p className="soft">{SET_UP.lead}</p>
        </div>
        <TrialCard setUp={setUp} />
        {setUp.replaceTrouble && <ReplaceTrouble trouble={setUp.replaceTrouble} />}
      </header>
      <div className="set-up-columns">
        <section className="card">
          <h2>{SET_UP.unit}</h2>
          <UnitFields setUp={setUp} />
        </section>
        <section className="card">
          <h2>{SET_UP.machine}</h2>
          <MachineFields setUp={setUp} />
        </section>
        <section className="card set-up-protection">
          <div>
            <h2>{PROTECTION.title}</h2>
            <Protection setUp={setUp} />
          </div>
          <div className="set-up-commit">
            <ActionButton
              keyName="commit"
              size="md"
              loading={setUp.isBusy}
              isEnterStop
              testId="setup-commit"
              onClick={() => void commit()}
            >
              {SET_UP.commit}
            </ActionButton>
          </div>
          {setUp.trouble && <TroubleNotice trouble={setUp.trouble} testId="setup-trouble" />}
        </section>
      </div>
    </div>
  );
}

type PartProps = { readonly setUp: SetUpState };

/** Below the button that was pressed, and brought into sight: the screen is taller than many a window. */
function ReplaceTrouble({ trouble }: { readonly trouble: Trouble }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [trouble]);
  return (
    <div className="set-up-replace-trouble" ref={place}>
      <TroubleNotice trouble={trouble} testId="setup-replace-trouble" />
    </div>
  );
}

function TrialCard({ setUp }: PartProps) {
  return (
    <aside className="set-up-trial">
      <div>
        <h2>{SET_UP.trialTitle}</h2>
        <p>{SET_UP.trialBody}</p>
      </div>
      <ActionButton
        variant="default"
        size="md"
        disabled={setUp.isBusy}
        testId="setup-trial"
        onClick={() => void setUp.startTrial()}
      >
        {SET_UP.trial}
      </ActionButton>
    </aside>
  );
}

function Protection({ setUp: { draft, errors, hasKeyStore, change } }: PartProps) {
  if (hasKeyStore === undefined) return undefined;
  return (
    <ProtectionFields
      draft={draft.protection}
      hasKeyStore={hasKeyStore}
      mayStayPlain
      error={errors.protection}
      onChange={(part) => change({ protection: { ...draft.protection, ...part } })}
    />
  );
}

/** With what the first person signs in. */
function AccountFields({ setUp: { draft, errors, change } }: PartProps) {
  return (
    <div className="set-up-twice">
      <PassphraseField
        label={SET_UP.accountPassphrase}
        hint={SET_UP.accountPassphraseHint}
        value={draft.accountPassphrase}
        error={errors.accountPassphrase}
        testId="setup-account-passphrase"
        onText={(accountPassphrase) => change({ accountPassphrase })}
      />
      <PassphraseField
        label={SET_UP.accountRepeat}
        value={draft.accountRepeat}
        error={undefined}
        testId="setup-account-again"
        onText={(accountRepeat) => change({ accountRepeat })}
      />
    </div>
  );
}

function MachineFields({ setUp }: PartProps) {
  const { draft, errors, change } = setUp;
  return (
    <>
      <div className="set-up-pair">
        <Field
          label={SET_UP.station}
          hint={SET_UP.stationHint}
          value={draft.station}
          error={errors.station}
          inputMode="numeric"
          maxLength={2}
          testId="setup-station"
          onText={(station) => change({ station })}
        />
        <Field
          label={SET_UP.clerkName}
          hint={SET_UP.clerkHint}
          value={draft.clerkName}
          error={errors.clerkName}
          testId="setup-clerk"
          onText={(clerkName) => change({ clerkName })}
        />
      </div>
      <AccountFields setUp={setUp} />
      <PrinterFields printer={draft.printer} error={errors.printer} onPrinter={(printer) => change({ printer })}>
        <PaperWidthField paperWidthMm={draft.paperWidthMm} onPaperWidth={(paperWidthMm) => change({ paperWidthMm })} />
      </PrinterFields>
    </>
  );
}
