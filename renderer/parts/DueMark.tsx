import { lateness } from '../../domain/appointment.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { DossierStatus } from '../../domain/dossier.ts';
import { DUE, STATUS } from '../text/vi.ts';
import { Shape, type ShapeName } from './Shape.tsx';

type Due = 'in-time' | 'due-today' | 'late';

const MARKS = {
  'in-time': { tone: 'good', shape: 'circle' },
  'due-today': { tone: 'soon', shape: 'triangle' },
  late: { tone: 'bad', shape: 'octagon' },
} satisfies Record<Due, { tone: string; shape: ShapeName }>;

/** How an open dossier stands against its appointment: colour, shape and word. */
export function DueMark({ due, large = false }: { readonly due: Due; readonly large?: boolean }) {
  const { tone, shape } = MARKS[due];
  return (
    <span className={`mark tone-${tone} ${large ? 'mark-large' : ''}`}>
      <Shape name={shape} />
      {DUE[due]}
    </span>
  );
}

type DossierMarkProps = {
  readonly status: DossierStatus;
  readonly appointmentAt: LocalMoment | undefined;
  readonly now: LocalMoment;
};

/** The same for a line of a list, where a dossier may be closed, or known by its hand-over alone. */
export function DossierMark({ status, appointmentAt, now }: DossierMarkProps) {
  if (status === 'received' && appointmentAt) return <DueMark due={lateness(appointmentAt, now)} />;
  return (
    <span className="mark tone-plain">
      <Shape name={status === 'handed-over' ? 'check' : 'arrow'} />
      {STATUS[status]}
    </span>
  );
}
