import type { Dossier } from '../dossier.ts';
import type { DossierFactKind } from '../lifecycle/dossier-fact.ts';
import type { LocalMoment } from '../plain-date.ts';

/** Why the date on the first slip counts no more, for a paper that bears the one that does. */
export type MovedAppointment = {
  readonly firstAt: LocalMoment;
  /** What the citizen was waited for; `other`: the law or a correction moved it. */
  readonly by: 'supplement' | 'payment-duty' | 'other';
};

/** Undefined while the first date counts. */
export function movedAppointmentOf({ intake, appointment, appointments }: Dossier): MovedAppointment | undefined {
  const firstAt = intake?.appointment.at;
  if (firstAt === undefined || appointment === undefined || appointment.at === firstAt) return undefined;
  return { firstAt, by: causeOf(appointments.at(-1)?.by) };
}

function causeOf(by: DossierFactKind | undefined): MovedAppointment['by'] {
  if (by === 'supplement-received') return 'supplement';
  return by === 'payment-duty-met' ? 'payment-duty' : 'other';
}
