import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { attempt } from '../bridge.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { SETTINGS } from '../text/settings.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';
import { COMMON } from '../text/vi.ts';

/** Ends the trial after one question: what was tried is removed for good. */
export function EndTrial({ onEnded }: { readonly onEnded: () => void }) {
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  useEffect(() => () => setAsked(false), []);
  const end = async (): Promise<void> => {
    setBusy(true);
    const answer = await attempt('trial.end', {});
    setBusy(false);
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else if (!answer.value.ok) setTrouble(storageTrouble(answer.value.refusal));
    else onEnded();
  };
  return (
    <section className="card">
      <h2>{SETTINGS.trial}</h2>
      <p>{SETTINGS.trialBody}</p>
      <ActionButton variant="default" testId="trial-end" onClick={() => setAsked(true)}>
        {SETTINGS.endTrial}
      </ActionButton>
      <Modal opened={isAsked} onClose={() => setAsked(false)} title={SETTINGS.endTrialTitle} centered>
        <p>{SETTINGS.endTrialBody}</p>
        {trouble && <TroubleNotice trouble={trouble} />}
        <div className="dialog-actions">
          <ActionButton variant="default" keyName="back" onClick={() => setAsked(false)}>
            {COMMON.cancel}
          </ActionButton>
          <ActionButton loading={isBusy} testId="trial-end-confirm" onClick={() => void end()}>
            {SETTINGS.endTrialConfirm}
          </ActionButton>
        </div>
      </Modal>
    </section>
  );
}
