import { dateOf, localMomentAt, type PlainDate, parsePlainDate } from '../../domain/plain-date.ts';
import { ok, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract/commands.ts';
import { appStateOf } from './app-handlers.ts';
import type { CounterSession } from './counter-session.ts';
import type { Machine } from './machine.ts';
import { INTAKE_DRAFT } from './reception.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type CounterCommand =
  | 'clock.confirm'
  | 'numbers.takeStation'
  | 'key.unlock'
  | 'key.newRecoveryCode'
  | 'key.protect'
  | 'draft.keep'
  | 'draft.find'
  | 'draft.discard';

/** What keeps the counter trustworthy: its clock, its numbers, its key, and what is being typed. */
export function counterHandlers(session: CounterSession, machine: Machine): Pick<Handlers, CounterCommand> {
  const state = () => ok(appStateOf(session, machine));
  return {
    'clock.confirm': ({ date }) =>
      orStorageRefusal(() => {
        const typed = parseTyped(date);
        if (!typed) return refuse({ code: 'malformed' as const });
        if (typed !== dateOf(session.now())) return refuse({ code: 'clock-differs' as const });
        confirmDate(session, typed);
        return state();
      }),
    'numbers.takeStation': ({ station }) =>
      orStorageRefusal(async () => {
        const taken = await session.takeStation(station);
        return taken.ok ? state() : taken;
      }),
    'key.unlock': (attempt) =>
      orStorageRefusal(async () => {
        const unlocked = await session.unlock(attempt);
        return unlocked.ok ? state() : unlocked;
      }),
    'key.newRecoveryCode': () =>
      orStorageRefusal(async () => {
        const code = await session.newRecoveryCode();
        return code === undefined ? null : ok({ code });
      }),
    'key.protect': ({ protection }) =>
      orStorageRefusal(async () => {
        const done = await session.protect(protection);
        return done.ok ? state() : done;
      }),
    'draft.keep': ({ content }) =>
      orStorageRefusal(() => {
        const { store, clock } = session.getEstablished();
        store.drafts.keep(INTAKE_DRAFT, { content, keptAt: clock.read().at });
        return ok(null);
      }),
    'draft.find': () => {
      const draft = session.getEstablished().store.drafts.find(INTAKE_DRAFT);
      return draft ? { content: draft.content, keptAt: localMomentAt(draft.keptAt) } : null;
    },
    'draft.discard': () =>
      orStorageRefusal(() => {
        session.getEstablished().store.drafts.discard(INTAKE_DRAFT);
        return ok(null);
      }),
  };
}

/** The word of a person on the date is itself something that happened. */
function confirmDate(session: CounterSession, date: PlainDate): void {
  const { store, identity, clock, people } = session.getEstablished();
  const person = people.current();
  const actor = person?.name ?? identity.clerkName;
  const account = person ? { account: person.id } : {};
  store.commit({ actor, ...account, clock: clock.read() }, (work) => {
    work.note({ kind: 'clock-confirmed', payload: { date } });
    return ok({});
  });
  clock.confirm();
}

/** `24/11/2026` as a person writes it, or a plain date. */
function parseTyped(text: string): PlainDate | undefined {
  const parts = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*$/.exec(text);
  if (!parts) return parsePlainDate(text.trim());
  const [, day = '', month = '', year = ''] = parts;
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
