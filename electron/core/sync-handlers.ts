import { ok, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract/commands.ts';
import { appStateOf } from './app-handlers.ts';
import type { CounterSession } from './counter-session.ts';
import type { Machine } from './machine.ts';
import { orStorageRefusal } from './storage-refusal.ts';

export function syncHandlers(session: CounterSession, machine: Machine): Pick<Handlers, 'sync.enrol' | 'sync.now'> {
  return {
    'sync.enrol': (request) =>
      orStorageRefusal(async () => {
        const { kind, identity, upstream } = session.getEstablished();
        if (kind === 'trial') return refuse({ code: 'not-in-trial' as const });
        const answer = await upstream.enrol(request, identity);
        return answer.ok ? ok(appStateOf(session, machine)) : answer;
      }),
    'sync.now': () => {
      session.getEstablished().upstream.syncNow();
      return null;
    },
  };
}
