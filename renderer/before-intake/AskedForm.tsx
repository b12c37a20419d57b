import { type ReactNode, useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { IntakeDraft } from '../intake/intake-draft.ts';
import { Field } from '../parts/Field.tsx';
import { ApplicantPart } from './ApplicantPart.tsx';
import { applicantOf, asDraft } from './asked-of-draft.ts';
import { BeforeForm } from './BeforeDialog.tsx';
import type { Recording } from './use-record.ts';

/** What a paper before the reception is made from. */
export type AskedProps = {
  readonly draft: IntakeDraft;
  readonly procedure: Procedure;
  readonly onChange: (part: Partial<IntakeDraft>) => void;
  readonly onClose: () => void;
  readonly onDone: (dossier: Dossier) => void;
};

type AskedFormProps = Pick<AskedProps, 'draft' | 'onChange' | 'onClose'> & {
  readonly texts: {
    readonly body: string;
    readonly confirm: string;
    readonly reason: string;
    readonly reasonHint: string;
  };
  readonly testId: string;
  readonly recording: Recording;
  /** What was typed here and would be lost; empty: nothing. */
  readonly typed: string;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onCommit: () => Promise<void>;
  /** Between who it is about and why. */
  readonly children: ReactNode;
};

/** Who it is about and why, as Mẫu 02 and Mẫu 03 both say it. */
export function AskedForm({ draft, texts, recording, reason, onChange, onReason, children, ...form }: AskedFormProps) {
  const [hasName] = useState(draft.name.trim() !== '');
  const { said, touched } = recording;
  return (
    <BeforeForm {...form} body={texts.body} confirm={texts.confirm} recording={recording}>
      <ApplicantPart
        applicant={applicantOf(draft)}
        errors={said.errors}
        isFirst={!hasName}
        onChange={(part) => {
          touched();
          onChange(asDraft(part));
        }}
      />
      {children}
      <Field
        label={texts.reason}
        hint={texts.reasonHint}
        value={reason}
        error={said.errors['reason']}
        testId="before-reason"
        onText={(text) => {
          touched();
          onReason(text);
        }}
      />
    </BeforeForm>
  );
}
