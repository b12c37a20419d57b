import { lateness } from '../../domain/appointment.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { factsOfState, type KnownState } from '../../domain/lifecycle/dossier-state.ts';
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
  readonly status: KnownState;
  readonly appointmentAt: LocalMoment | undefined;
  /** It waits for the citizen since then, whatever its state is called. */
  readonly pausedSince?: LocalMoment | undefined;
  readonly now: LocalMoment;
  /** Says the state too where the mark speaks of the appointment. */
  readonly withState?: boolean;
};

/** How a dossier stands: against its appointment while its limit runs, else by the name of its state. */
export function DossierMark({ status, appointmentAt, pausedSince, now, withState = false }: DossierMarkProps) {
  if (appointmentAt && showsDue(status, pausedSince)) {
    return (
      <>
        <DueMark due={lateness(appointmentAt, now)} />
        {withState && <strong>{STATUS[status]}</strong>}
      </>
    );
  }
  return (
    <span className="mark tone-plain">
      <Shape name={shapeOf(status, pausedSince)} />
      {STATUS[status]}
    </span>
  );
}

function showsDue(status: KnownState, pausedSince: LocalMoment | undefined): boolean {
  return factsOfState(status).clock === 'runs' && pausedSince === undefined;
}

function shapeOf(status: KnownState, pausedSince: LocalMoment | undefined): ShapeName {
  if (status === 'handed-over') return 'check';
  return factsOfState(status).clock === 'paused' || pausedSince !== undefined ? 'pause' : 'arrow';
}
