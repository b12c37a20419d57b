import { useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { BEFORE_INTAKE } from '../text/before-intake.ts';
import { ArrivalDone } from './ArrivalDone.tsx';
import { ArrivalForm } from './ArrivalForm.tsx';
import { BeforeDialog } from './BeforeDialog.tsx';

type ArrivalDialogProps = {
  readonly opened: boolean;
  readonly now: LocalMoment;
  readonly onClose: () => void;
  /** It is received at once. */
  readonly onReceive: (dossier: Dossier) => void;
};

/** Something arrived through the portal or by post: it waits to be received. */
export function ArrivalDialog({ opened, ...asked }: ArrivalDialogProps) {
  return (
    <BeforeDialog opened={opened} title={BEFORE_INTAKE.arrival} onClose={asked.onClose}>
      <Arrivals {...asked} />
    </BeforeDialog>
  );
}

/** One after the other, as the post brings them. */
function Arrivals({ now, onClose, onReceive }: Omit<ArrivalDialogProps, 'opened'>) {
  const [done, setDone] = useState<Dossier>();
  if (!done) return <ArrivalForm now={now} onClose={onClose} onDone={setDone} />;
  return (
    <ArrivalDone
      dossier={done}
      onAnother={() => setDone(undefined)}
      onReceive={() => {
        onClose();
        onReceive(done);
      }}
      onClose={onClose}
    />
  );
}
