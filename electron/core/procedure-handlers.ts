import { COMMUNE_PROCEDURES } from '../../domain/catalogue/commune-procedures.ts';
import { appointmentOf } from '../../domain/dossier-commands.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { findProcedure, proceduresInForce } from '../../domain/procedure-catalogue.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract/commands.ts';
import type { CounterSession } from './counter-session.ts';
import { circumstancesAt } from './reception.ts';

export function procedureHandlers(session: CounterSession): Pick<Handlers, 'procedure.list' | 'appointment.preview'> {
  return {
    'procedure.list': () => proceduresInForce(COMMUNE_PROCEDURES, dateOf(session.now())),
    'appointment.preview': ({ procedureCode }) => {
      const now = session.now();
      const procedure = findProcedure(COMMUNE_PROCEDURES, procedureCode, dateOf(now));
      if (!procedure) return refuse({ code: 'procedure-not-in-force' });
      const appointment = appointmentOf({ procedure }, circumstancesAt(now));
      return appointment.ok ? ok({ now, appointment: appointment.value }) : appointment;
    },
  };
}
