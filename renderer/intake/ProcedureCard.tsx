import { Button } from '@mantine/core';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { limitText } from '../text/appointment.ts';
import { INTAKE } from '../text/intake.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { ProcedurePicker } from './ProcedurePicker.tsx';
import type { Procedure } from '../../domain/procedure.ts';

type ProcedureCardProps = {
  readonly procedure: Procedure | undefined;
  readonly onChoose: (procedure: Procedure | undefined) => void;
};

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['app'];
const RECEPTIONS: readonly PushTopic[] = ['dossiers'];

/** The procedure: to be found, or as it was chosen, with what the citizen asks about at once. */
export function ProcedureCard({ procedure, onChoose }: ProcedureCardProps) {
  const procedures = useAnswer('procedure.list', NOTHING, TOPICS);
  const lastUsed = useAnswer('procedure.lastUsed', NOTHING, RECEPTIONS);
  // What is not published any more is not offered.
  const recent = (lastUsed.latest ?? []).flatMap((code) => procedures.latest?.find((one) => one.code === code) ?? []);
  return (
    <section className="card intake-procedure">
      {procedure ? (
        <Chosen procedure={procedure} onChange={() => onChoose(undefined)} />
      ) : (
        <>
          <h2>{INTAKE.procedure}</h2>
          <ProcedurePicker procedures={procedures.latest} recent={recent} onChoose={onChoose} />
          {recent.length > 0 && !procedures.fault ? (
            <Recent recent={recent} onChoose={onChoose} />
          ) : (
            <p className="soft procedure-hint">
              {procedures.fault ? troubleOfFault(procedures.fault).what : INTAKE.procedureKeys}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** By the pointer; the hands on the keys have them in the box above, where Tab leads on to the name. */
function Recent({
  recent,
  onChoose,
}: {
  readonly recent: readonly Procedure[];
  readonly onChoose: (procedure: Procedure) => void;
}) {
  return (
    <ul className="procedure-recent" aria-label={INTAKE.recent} data-testid="procedure-recent">
      {recent.map((procedure, place) => (
        <li key={procedure.code}>
          <button type="button" tabIndex={-1} title={procedure.name} onClick={() => onChoose(procedure)}>
            <kbd className="key-hint">{INTAKE.recentKey(place)}</kbd>
            <span>{procedure.alias}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Chosen({ procedure, onChange }: { readonly procedure: Procedure; readonly onChange: () => void }) {
  return (
    <div className="chosen" data-testid="procedure-chosen" data-code={procedure.code}>
      <div className="chosen-head">
        <strong className="chosen-alias">{procedure.alias}</strong>
        <Button variant="subtle" size="compact-sm" onClick={onChange} data-testid="procedure-change">
          {INTAKE.changeProcedure}
        </Button>
      </div>
      <p className="chosen-name" title={procedure.name}>
        {procedure.code} · {procedure.name}
      </p>
      <dl className="chosen-facts">
        <div>
          <dt>{INTAKE.limit}</dt>
          <dd>{limitText(procedure.limit)}</dd>
        </div>
        <div>
          <dt>{INTAKE.result}</dt>
          <dd>{procedure.resultName}</dd>
        </div>
      </dl>
    </div>
  );
}
