import { Radio } from '@mantine/core';
import { useState } from 'react';
import type { RefusalGround } from '../../domain/lifecycle/dossier-fact.ts';
import { attempt } from '../bridge.ts';
import { FieldNote } from '../parts/Field.tsx';
import { BEFORE_INTAKE, REFUSAL_GROUNDS, REFUSE } from '../text/before-intake.ts';
import { AskedForm, type AskedProps } from './AskedForm.tsx';
import { aboutOf } from './asked-of-draft.ts';
import { BeforeDialog } from './BeforeDialog.tsx';
import { useRecord } from './use-record.ts';

const GROUNDS: readonly RefusalGround[] = [
  'not-competent',
  'not-eligible',
  'false-papers',
  'no-such-procedure',
  'other',
];

/** Mẫu 03: not received, on a ground and for a reason that stand on it. */
export function RefuseDialog({ opened, ...asked }: AskedProps & { readonly opened: boolean }) {
  return (
    <BeforeDialog opened={opened} title={BEFORE_INTAKE.refuse} onClose={asked.onClose}>
      <RefuseForm {...asked} />
    </BeforeDialog>
  );
}

function RefuseForm({ draft, procedure, onChange, onClose, onDone }: AskedProps) {
  const [ground, setGround] = useState<RefusalGround>();
  const [reason, setReason] = useState('');
  const recording = useRecord(
    (commandId) =>
      attempt('dossier.refuseIntake', {
        commandId,
        ...aboutOf(draft, procedure),
        // A form without a ground is not sent.
        ground: ground ?? 'other',
        reason,
      }),
    onDone,
  );
  const { said, touched } = recording;
  const commit = async (): Promise<void> =>
    ground ? recording.record() : recording.refuse({ ground: REFUSE.groundMissing });
  return (
    <AskedForm
      draft={draft}
      texts={REFUSE}
      testId="refuse"
      recording={recording}
      typed={`${ground ?? ''}${reason}`}
      reason={reason}
      onChange={onChange}
      onReason={setReason}
      onCommit={commit}
      onClose={onClose}
    >
      <Grounds
        ground={ground}
        error={said.errors['ground']}
        onChoose={(next) => {
          touched();
          setGround(next);
        }}
      />
    </AskedForm>
  );
}

type GroundsProps = {
  readonly ground: RefusalGround | undefined;
  readonly error: string | undefined;
  readonly onChoose: (ground: RefusalGround) => void;
};

function Grounds({ ground: chosen, error, onChoose }: GroundsProps) {
  return (
    <fieldset className="before-grounds">
      <legend>{REFUSE.ground}</legend>
      {GROUNDS.map((ground, index) => (
        <Radio
          key={ground}
          name="refusal-ground"
          label={REFUSAL_GROUNDS[ground]}
          value={ground}
          checked={ground === chosen}
          aria-invalid={index === 0 && error !== undefined}
          data-testid={`ground-${ground}`}
          {...(index === 0 ? { 'data-autofocus': true } : {})}
          onChange={() => onChoose(ground)}
        />
      ))}
      <FieldNote error={error} />
    </fieldset>
  );
}
