import { useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { chosenMissing } from '../acts/act-draft.ts';
import { MissingFields } from '../acts/MissingFields.tsx';
import { attempt } from '../bridge.ts';
import type { IntakeDraft } from '../intake/intake-draft.ts';
import { Field } from '../parts/Field.tsx';
import { BEFORE_INTAKE, GUIDE } from '../text/before-intake.ts';
import { ApplicantPart } from './ApplicantPart.tsx';
import { aboutOf, applicantOf, asDraft, missingOf } from './asked-of-draft.ts';
import { BeforeDialog, BeforeForm } from './BeforeDialog.tsx';
import { useRecord } from './use-record.ts';

/** What a paper before the reception is made from. */
export type AskedProps = {
  readonly draft: IntakeDraft;
  readonly procedure: Procedure;
  readonly onChange: (part: Partial<IntakeDraft>) => void;
  readonly onClose: () => void;
  readonly onDone: (dossier: Dossier) => void;
};

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
  const [hasName] = useState(draft.name.trim() !== '');
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
    <BeforeForm
      body={GUIDE.body}
      testId="guide"
      recording={recording}
      typed={isTyped ? JSON.stringify([missing, reason]) : ''}
      confirm={GUIDE.confirm}
      onCommit={record}
      onClose={onClose}
    >
      <ApplicantPart
        applicant={applicantOf(draft)}
        errors={said.errors}
        isFirst={!hasName}
        onChange={(part) => {
          touched();
          onChange(asDraft(part));
        }}
      />
      <h3>{GUIDE.papers}</h3>
      <MissingFields
        missing={missing}
        error={said.errors['missing']}
        onChange={(next) => {
          touched();
          setMissing(next);
        }}
      />
      <Field
        label={GUIDE.reason}
        hint={GUIDE.reasonHint}
        value={reason}
        error={said.errors['reason']}
        testId="before-reason"
        onText={(text) => {
          touched();
          setReason(text);
        }}
      />
    </BeforeForm>
  );
}
