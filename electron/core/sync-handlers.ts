import { localMomentAt } from '../../domain/plain-date.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract/commands.ts';
import type { SyncCommands } from '../contract/sync-commands.ts';
import { appStateOf } from './app-handlers.ts';
import type { CounterSession } from './counter-session.ts';
import type { Machine } from './machine.ts';
import { orStorageRefusal } from './storage-refusal.ts';
import { contradictionLinesOf, lineMaker, refusedWhyOf } from './sync-lines.ts';

export function syncHandlers(session: CounterSession, machine: Machine): Pick<Handlers, keyof SyncCommands> {
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
    'sync.sendAgain': () =>
      orStorageRefusal(() => {
        session.getEstablished().upstream.sendAgain();
        return ok(null);
      }),
    ...lists(session),
  };
}

type ListCommand = 'sync.waiting' | 'sync.quarantined' | 'sync.contradictions';

function lists(session: CounterSession): Pick<Handlers, ListCommand> {
  return {
    'sync.waiting': ({ limit }) => {
      const counter = session.getEstablished();
      const { status, waiting } = counter.upstream.view();
      if (status === 'no-server') return { rows: [], total: 0 };
      const found = counter.store.syncEvents.unsent(counter.upstream.provedVector(), limit);
      const line = lineMaker(found, counter);
      return { rows: found.map((row) => ({ ...line(row), stands: row.stands })), total: waiting };
    },
    'sync.quarantined': ({ limit }) => {
      const counter = session.getEstablished();
      const { syncEvents, quarantinedCount } = counter.store;
      const refused = syncEvents.refused(limit);
      const { rows: notTaken, total } = syncEvents.notTaken(limit);
      const line = lineMaker([...refused, ...notTaken], counter);
      const byServer = refused.map((row) => ({
        ...line(row),
        why: refusedWhyOf(row.reason),
        refusedAt: localMomentAt(row.refusedAt),
      }));
      return {
        byServer: { rows: byServer, total: quarantinedCount() },
        here: { rows: notTaken.map((row) => ({ ...line(row), why: row.why })), total },
      };
    },
    'sync.contradictions': ({ limit }) => {
      const counter = session.getEstablished();
      const all = contradictionLinesOf(counter.store.contradictedDossiers(), counter);
      return { rows: all.slice(0, limit), total: all.length };
    },
  };
}
