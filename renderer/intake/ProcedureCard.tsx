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

/** The procedure: to be found, or as it was chosen, with what the citizen asks about at once. */
export function ProcedureCard({ procedure, onChoose }: ProcedureCardProps) {
  const procedures = useAnswer('procedure.list', NOTHING, TOPICS);
  return (
    <section className="card intake-procedure">
      {procedure ? (
        <Chosen procedure={procedure} onChange={() => onChoose(undefined)} />
      ) : (
        <>
          <h2>{INTAKE.procedure}</h2>
          <ProcedurePicker procedures={procedures.latest} onChoose={onChoose} />
          <p className="soft procedure-hint">
            {procedures.fault ? troubleOfFault(procedures.fault).what : INTAKE.procedureKeys}
          </p>
        </>
      )}
    </section>
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
