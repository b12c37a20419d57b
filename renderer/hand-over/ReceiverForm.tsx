import { SegmentedControl } from '@mantine/core';
import { useRef } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { Receiver } from '../../domain/party.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { Field } from '../parts/Field.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { focusFirstError } from '../parts/next-field.ts';
import { useKeys } from '../parts/use-keys.ts';
import { HAND_OVER, RELATIONS } from '../text/hand-over.ts';
import { useHandOver } from './use-hand-over.ts';
import type { OpenDossier } from './use-scan-answer.ts';

type ReceiverFormProps = {
  readonly open: OpenDossier;
  readonly onDone: (dossier: Dossier) => void;
};

/** Who receives the result. The applicant stands there already: mostly one chord is enough. */
export function ReceiverForm({ open, onDone }: ReceiverFormProps) {
  const state = useHandOver(open, onDone);
  const { receiver, errors } = state;
  const form = useRef<HTMLElement>(null);
  const record = async (how: () => Promise<void>): Promise<void> => {
    await how();
    focusFirstError(form.current);
  };
  useKeys({ commit: () => void record(state.confirm) });
  const relations = relationsOf(open.dossier);
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <section className="card receiver" ref={form} role="presentation" onKeyDown={enterMovesOn}>
      <h2>{HAND_OVER.receiver}</h2>
      <SegmentedControl
        fullWidth
        aria-label={HAND_OVER.receiver}
        data={relations.map((relation) => ({ value: relation, label: RELATIONS[relation] }))}
        value={receiver.relation}
        data-testid="receiver-relation"
        onChange={(value) => {
          const relation = relations.find((name) => name === value);
          if (relation) state.choose(relation);
        }}
      />
      <div className="receiver-who">
        <Field
          label={HAND_OVER.receiverName}
          size="md"
          value={receiver.name}
          error={errors.name}
          testId="receiver-name"
          onText={(name) => state.change({ name })}
        />
        <Field
          label={HAND_OVER.receiverId}
          size="md"
          value={receiver.idNumber}
          error={errors.idNumber}
          testId="receiver-id"
          onText={(idNumber) => state.change({ idNumber })}
        />
      </div>
      {state.trouble && <TroubleNotice trouble={state.trouble} testId="hand-over-trouble" />}
      <ActionButton
        size="lg"
        fullWidth
        keyName="commit"
        loading={state.isBusy}
        isEnterStop
        testId="confirm-hand-over"
        onClick={() => void record(state.confirm)}
      >
        {HAND_OVER.confirm}
      </ActionButton>
      {state.isMoneyDue && (
        // After the usual button, and with no key of its own: nobody gives it away by habit.
        <ActionButton
          variant="default"
          size="md"
          fullWidth
          disabled={state.isBusy}
          testId="hand-over-despite-money-due"
          onClick={() => void record(state.confirmDespiteMoneyDue)}
        >
          {HAND_OVER.despiteMoneyDue}
        </ActionButton>
      )}
    </section>
  );
}

function relationsOf(dossier: Dossier | undefined): readonly Receiver['relation'][] {
  return dossier?.intake?.submitter ? ['applicant', 'submitter', 'authorised'] : ['applicant', 'authorised'];
}
