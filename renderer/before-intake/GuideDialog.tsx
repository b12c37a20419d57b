import { useState } from 'react';
import { chosenMissing } from '../acts/act-draft.ts';
import { MissingFields } from '../acts/MissingFields.tsx';
import { attempt } from '../bridge.ts';
import { BEFORE_INTAKE, GUIDE } from '../text/before-intake.ts';
import { AskedForm, type AskedProps } from './AskedForm.tsx';
import { aboutOf, missingOf } from './asked-of-draft.ts';
import { BeforeDialog } from './BeforeDialog.tsx';
import { useRecord } from './use-record.ts';

/** Mẫu 02 before the reception: what is missing, told once and in full. */
export function GuideDialog({ opened, ...asked }: AskedProps & { readonly opened: boolean }) {
  return (
    <BeforeDialog opened={opened} title={BEFORE_INTAKE.guide} onClose={asked.onClose}>
      <GuideForm {...asked} />
    </BeforeDialog>
  );
}

function GuideForm({ draft, procedure, onChange, onClose, onDone }: AskedProps) {
  const [first] = useState(() => missingOf(draft, procedure));
  const [missing, setMissing] = useState(first);
  const [reason, setReason] = useState('');
  const recording = useRecord(
    (commandId) =>
      attempt('dossier.guide', {
        commandId,
        ...aboutOf(draft, procedure),
        missing: chosenMissing({ missing }),
        reason,
      }),
    onDone,
  );
  const { said, touched, record } = recording;
  const isTyped = reason !== '' || JSON.stringify(missing) !== JSON.stringify(first);
  return (
    <AskedForm
      draft={draft}
      texts={GUIDE}
      testId="guide"
      recording={recording}
      typed={isTyped ? JSON.stringify([missing, reason]) : ''}
      reason={reason}
      onChange={onChange}
      onReason={setReason}
      onCommit={record}
      onClose={onClose}
    >
      <h3>{GUIDE.papers}</h3>
      <MissingFields
        missing={missing}
        error={said.errors['missing']}
        onChange={(next) => {
          touched();
          setMissing(next);
        }}
      />
    </AskedForm>
  );
}
