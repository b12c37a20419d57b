import type { Dossier } from '../../domain/dossier.ts';
import type { AppState } from '../../electron/contract/views.ts';
import type { IntakeState } from '../intake/use-intake.ts';
import { ArrivalDialog } from './ArrivalDialog.tsx';
import { GuideDialog } from './GuideDialog.tsx';
import { RefuseDialog } from './RefuseDialog.tsx';
import type { BeforeAsking } from './use-before-asking.ts';

type BeforeDialogsProps = {
  readonly intake: IntakeState;
  readonly app: AppState;
  readonly asking: BeforeAsking;
  readonly onReceive: (dossier: Dossier) => void;
};

/** What may be recorded at the reception instead of a reception. */
export function BeforeDialogs({ intake, app, asking, onReceive }: BeforeDialogsProps) {
  const { draft } = intake.fields;
  const { procedure } = draft;
  return (
    <>
      {procedure && (
        <GuideDialog
          opened={asking.open === 'guide'}
          draft={draft}
          procedure={procedure}
          onChange={intake.change}
          onClose={asking.close}
          onDone={intake.tell}
        />
      )}
      {procedure && (
        <RefuseDialog
          opened={asking.open === 'refuse'}
          draft={draft}
          procedure={procedure}
          onChange={intake.change}
          onClose={asking.close}
          onDone={intake.tell}
        />
      )}
      <ArrivalDialog opened={asking.open === 'arrival'} now={app.now} onClose={asking.close} onReceive={onReceive} />
    </>
  );
}
