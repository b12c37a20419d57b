import { appointmentOf } from '../../domain/dossier-commands.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract/commands.ts';
import type { CounterSession } from './counter-session.ts';

export function procedureHandlers(
  session: CounterSession,
): Pick<Handlers, 'procedure.list' | 'procedure.versions' | 'appointment.preview'> {
  return {
    'procedure.list': () => session.current().publications.inForce(dateOf(session.now())),
    'procedure.versions': () => session.current().publications.all(),
    'appointment.preview': ({ procedureCode, channel = 'direct' }) => {
      const { publications } = session.current();
      const now = session.now();
      const procedure = publications.find(procedureCode, dateOf(now));
      if (!procedure) return refuse({ code: 'procedure-not-in-force' });
      const appointment = appointmentOf({ procedure, channel }, { ...publications.counting(), now });
      return appointment.ok ? ok({ now, appointment: appointment.value }) : appointment;
    },
  };
}
