import { Checkbox } from '@mantine/core';
import { useRef } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { TroubleNotice } from '../parts/Notice.tsx';
import { focusFirstError } from '../parts/next-field.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useHearer } from '../scan/heard.ts';
import { playSound } from '../scan/sound.ts';
import { HAND_OVER } from '../text/hand-over.ts';
import { HAND_OVER_OPTIONS } from '../text/hand-over-options.ts';
import { MoneyLeft } from './MoneyLeft.tsx';
import { OptionsLine } from './OptionsLine.tsx';
import { RatingRow } from './RatingRow.tsx';
import { receiverByCard } from './receiver-by-card.ts';
import { ReceiverFields } from './ReceiverFields.tsx';
import { type HandOverState, useHandOver } from './use-hand-over.ts';
import type { OpenDossier } from './use-scan-answer.ts';

type ReceiverFormProps = {
  readonly open: OpenDossier;
  /** It was looked up: perhaps the citizen has no slip. */
  readonly isFound: boolean;
  readonly now: LocalMoment;
  readonly onDone: (dossier: Dossier) => void;
};

/** Who receives the result. The applicant stands there already: mostly one chord is enough. */
export function ReceiverForm({ open, isFound, now, onDone }: ReceiverFormProps) {
  const state = useHandOver(open, isFound, onDone);
  const { draft, change } = state;
  const { dossier } = open;
  const form = useRef<HTMLElement>(null);
  const record = async (how: () => Promise<void>): Promise<void> => {
    await how();
    focusFirstError(form.current);
  };
  useKeys({ commit: () => void record(state.confirm) });
  useHearer('screen', (heard) => {
    if (heard.kind !== 'card' && heard.kind !== 'card-id') return false;
    playSound('good');
    change({ receiver: receiverByCard(heard, draft.receiver, dossier) });
    return true;
  });
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <section className="card receiver" ref={form} role="presentation" onKeyDown={enterMovesOn}>
      <header className="card-head">
        <h2>{HAND_OVER.receiver}</h2>
        <OptionsLine draft={draft} dossier={dossier} onChange={change} />
      </header>
      <ReceiverFields state={state} dossier={dossier} />
      {isFound && draft.by === 'counter' && (
        <Checkbox
          label={HAND_OVER_OPTIONS.slipLostShort}
          checked={draft.isSlipLost}
          data-testid="slip-lost"
          onChange={(event) => change({ isSlipLost: event.currentTarget.checked })}
        />
      )}
      {dossier && <MoneyLeft dossier={dossier} now={now} form={form} onCollected={() => change({})} />}
      {/* What was refused needs the room; a word that was said stays. */}
      {draft.by === 'counter' && !state.trouble && (
        <RatingRow rating={draft.rating} onRate={(rating) => change({ rating })} />
      )}
      <Confirm state={state} onRecord={(how) => void record(how)} />
    </section>
  );
}

type ConfirmProps = {
  readonly state: HandOverState;
  readonly onRecord: (how: () => Promise<void>) => void;
};

function Confirm({ state, onRecord }: ConfirmProps) {
  return (
    <div className="receiver-foot">
      {state.trouble && <TroubleNotice trouble={state.trouble} testId="hand-over-trouble" />}
      <ActionButton
        size="lg"
        fullWidth
        keyName="commit"
        loading={state.isBusy}
        isEnterStop
        testId="confirm-hand-over"
        onClick={() => onRecord(state.confirm)}
      >
        {HAND_OVER.confirm}
      </ActionButton>
      {state.isMoneyDue && (
        // After the usual button, and with no key of its own: nobody gives it away by habit.
        <ActionButton
          variant="default"
          size="sm"
          fullWidth
          disabled={state.isBusy}
          testId="hand-over-despite-money-due"
          onClick={() => onRecord(state.confirmDespiteMoneyDue)}
        >
          {HAND_OVER.despiteMoneyDue}
        </ActionButton>
      )}
    </div>
  );
}
