import { appointmentOf } from '../../domain/dossier-commands.ts';
import { deviceLogOf } from '../../domain/log-name.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract/commands.ts';
import type { CounterSession } from './counter-session.ts';
import { LAST_LOOKED_AT, lastProcedures } from './last-procedures.ts';

type ProcedureCommand = 'procedure.list' | 'procedure.versions' | 'procedure.lastUsed' | 'appointment.preview';

export function procedureHandlers(session: CounterSession): Pick<Handlers, ProcedureCommand> {
  return {
    'procedure.list': () => session.current().publications.inForce(dateOf(session.now())),
    'procedure.versions': () => session.current().publications.all(),
    'procedure.lastUsed': () => {
      const { store, people, identity } = session.getEstablished();
      const actor = people.view(session.now()).signedIn?.name;
      if (actor === undefined) return [];
      return lastProcedures(store.lastReceived(LAST_LOOKED_AT), { actor, log: deviceLogOf(identity.log) });
    },
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
