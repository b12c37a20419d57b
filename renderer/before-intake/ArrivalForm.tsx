import { Button, SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { attempt } from '../bridge.ts';
import { parseTypedMoment } from '../text/format.ts';
import { ProcedurePicker } from '../intake/ProcedurePicker.tsx';
import { Field, FieldNote } from '../parts/Field.tsx';
import { ARRIVAL, CHANNELS } from '../text/before-intake.ts';
import { INTAKE } from '../text/intake.ts';
import { useAnswer } from '../use-answer.ts';
import { ApplicantPart } from './ApplicantPart.tsx';
import { type ArrivalDraft, emptyArrival } from './arrival-draft.ts';
import { BeforeForm } from './BeforeDialog.tsx';
import { type Recording, useRecord } from './use-record.ts';

type ArrivalFormProps = {
  readonly now: LocalMoment;
  readonly onClose: () => void;
  readonly onDone: (dossier: Dossier) => void;
};

/** By which way it came, when, for what, and whose it is. */
export function ArrivalForm({ now, onClose, onDone }: ArrivalFormProps) {
  const [first] = useState(() => emptyArrival(now));
  const [draft, setDraft] = useState(first);
  const { procedure, ...typed } = draft;
  const recording = useRecord(
    (commandId) =>
      attempt('dossier.noteArrival', {
        commandId,
        ...typed,
        // A form without a procedure is not sent.
        procedureCode: procedure?.code ?? '',
        filedAt: parseTypedMoment(draft.filedAt) ?? draft.filedAt,
      }),
    onDone,
  );
  const change = (part: Partial<ArrivalDraft>): void => {
    recording.touched();
    setDraft((old) => ({ ...old, ...part }));
  };
  const commit = async (): Promise<void> =>
    procedure ? recording.record() : recording.refuse({ procedure: ARRIVAL.procedureMissing });
  const standsNow = JSON.stringify(draft);
  return (
    <BeforeForm
      body={ARRIVAL.body}
      testId="arrival"
      recording={recording}
      typed={standsNow === JSON.stringify(first) ? '' : standsNow}
      confirm={ARRIVAL.confirm}
      onCommit={commit}
      onClose={onClose}
    >
      <ProcedurePart
        procedure={procedure}
        error={recording.said.errors['procedure']}
        onChoose={(chosen) => change({ procedure: chosen })}
      />
      <WayPart draft={draft} recording={recording} onChange={change} />
      <ApplicantPart
        applicant={draft.applicant}
        errors={recording.said.errors}
        isFirst={false}
        onChange={(part) => change({ applicant: { ...draft.applicant, ...part } })}
      />
    </BeforeForm>
  );
}

const NOTHING = {};
const TOPICS: readonly PushTopic[] = [];

type ProcedurePartProps = {
  readonly procedure: Procedure | undefined;
  readonly error: string | undefined;
  readonly onChoose: (procedure: Procedure | undefined) => void;
};

function ProcedurePart({ procedure, error, onChoose }: ProcedurePartProps) {
  const procedures = useAnswer('procedure.list', NOTHING, TOPICS);
  const part = useRef<HTMLDivElement>(null);
  const choose = (chosen: Procedure | undefined): void => {
    onChoose(chosen);
    // After the search has given way to what was chosen, or came back.
    requestAnimationFrame(() => {
      const next = chosen
        ? part.current?.nextElementSibling?.querySelector('input:checked')
        : part.current?.querySelector('input');
      if (next instanceof HTMLInputElement) next.focus();
    });
  };
  return (
    <div className="arrival-procedure" ref={part}>
      <span className="label">{ARRIVAL.procedure}</span>
      {procedure ? (
        <p className="arrival-chosen" data-testid="arrival-procedure" data-code={procedure.code}>
          <span>
            <strong>{procedure.alias}</strong> <span className="soft">{procedure.name}</span>
          </span>
          <Button variant="subtle" size="compact-sm" onClick={() => choose(undefined)}>
            {INTAKE.changeProcedure}
          </Button>
        </p>
      ) : (
        <ProcedurePicker procedures={procedures.latest} onChoose={choose} />
      )}
      <FieldNote error={error} />
    </div>
  );
}

type WayPartProps = {
  readonly draft: ArrivalDraft;
  readonly recording: Recording;
  readonly onChange: (part: Partial<ArrivalDraft>) => void;
};

function WayPart({ draft, recording: { said }, onChange }: WayPartProps) {
  return (
    <div className="arrival-way">
      <div className="arrival-channel">
        <span className="label">{ARRIVAL.channel}</span>
        <SegmentedControl
          aria-label={ARRIVAL.channel}
          data={Object.entries(CHANNELS).map(([value, label]) => ({ value, label }))}
          value={draft.channel}
          data-testid="arrival-channel"
          onChange={(value) => onChange({ channel: value === 'post' ? 'post' : 'online' })}
        />
      </div>
      <Field
        label={ARRIVAL.arrivalNumber[draft.channel]}
        hint={ARRIVAL.optional}
        value={draft.arrivalNumber}
        error={said.errors['arrivalNumber']}
        testId="arrival-number"
        onText={(arrivalNumber) => onChange({ arrivalNumber })}
      />
      <Field
        label={ARRIVAL.filedAt}
        hint={ARRIVAL.filedAtHint}
        placeholder={ARRIVAL.filedAtShape}
        maxLength={16}
        value={draft.filedAt}
        error={said.errors['filedAt']}
        testId="arrival-filed-at"
        onText={(filedAt) => onChange({ filedAt })}
      />
    </div>
  );
}
