import { SegmentedControl } from '@mantine/core';
import type { Dossier } from '../../domain/dossier.ts';
import type { Receiver } from '../../domain/party.ts';
import { Field } from '../parts/Field.tsx';
import { HAND_OVER, RELATIONS } from '../text/hand-over.ts';
import { HAND_OVER_OPTIONS } from '../text/hand-over-options.ts';
import { receiverOf } from './hand-over-draft.ts';
import type { HandOverState } from './use-hand-over.ts';

type ReceiverFieldsProps = { readonly state: HandOverState; readonly dossier: Dossier | undefined };

/** Who takes the result home, and by what right where it is somebody else. */
export function ReceiverFields({ state, dossier }: ReceiverFieldsProps) {
  const { draft, errors, change } = state;
  const { receiver } = draft;
  const relations = relationsOf(dossier);
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={HAND_OVER.receiver}
        data={relations.map((relation) => ({ value: relation, label: RELATIONS[relation] }))}
        value={receiver.relation}
        data-testid="receiver-relation"
        onChange={(value) => {
          const relation = relations.find((name) => name === value);
          if (relation) change({ receiver: receiverOf(relation, dossier) });
        }}
      />
      <div className="receiver-who">
        <Field
          label={HAND_OVER.receiverName}
          size="md"
          value={receiver.name}
          error={errors.name}
          testId="receiver-name"
          onText={(name) => change({ receiver: { ...receiver, name } })}
        />
        <Field
          label={HAND_OVER.receiverId}
          size="md"
          value={receiver.idNumber}
          error={errors.idNumber}
          testId="receiver-id"
          onText={(idNumber) => change({ receiver: { ...receiver, idNumber } })}
        />
      </div>
      {receiver.relation === 'authorised' && (
        <Field
          label={HAND_OVER_OPTIONS.authorisation}
          hint={HAND_OVER_OPTIONS.authorisationHint}
          size="md"
          maxLength={300}
          value={draft.authorisation}
          error={errors.authorisation}
          testId="receiver-authorisation"
          onText={(authorisation) => change({ authorisation })}
        />
      )}
    </>
  );
}

function relationsOf(dossier: Dossier | undefined): readonly Receiver['relation'][] {
  return dossier?.intake?.submitter ? ['applicant', 'submitter', 'authorised'] : ['applicant', 'authorised'];
}
