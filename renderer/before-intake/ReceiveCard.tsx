import type { Dossier } from '../../domain/dossier.ts';
import { DossierPapers } from '../dossier/DossierPapers.tsx';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { BEFORE_INTAKE } from '../text/before-intake.ts';

type ReceiveCardProps = { readonly dossier: Dossier; readonly onReceive: (dossier: Dossier) => void };

/** Beside the answer to a slip of something that is not received yet: what was asked for, and on to its reception. */
export function ReceiveCard({ dossier, onReceive }: ReceiveCardProps) {
  const receive = (): void => onReceive(dossier);
  useKeys({ intake: receive }, 'first');
  return (
    <section className="card receiver" data-testid="receive-card">
      <h2>{BEFORE_INTAKE.notReceived}</h2>
      <DossierPapers dossier={dossier} />
      <ActionButton size="lg" fullWidth keyName="intake" testId="to-receive" onClick={receive}>
        {BEFORE_INTAKE.receive}
      </ActionButton>
    </section>
  );
}
