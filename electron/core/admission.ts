import { localMomentAt } from '../../domain/plain-date.ts';
import type { CommandName } from '../contract/commands.ts';
import type { Fault } from '../contract/envelope.ts';
import { COMMAND_NEEDS } from './command-needs.ts';
import type { CounterSession } from './counter-session.ts';

/**
 * Why whoever is at the counter may not ask this; undefined when nothing speaks against it. A counter that is not set up, or
 * has an obstacle before it, has nobody to ask for: its handlers say so themselves.
 */
export function admissionFault(session: CounterSession, name: CommandName): Fault | undefined {
  const needs = COMMAND_NEEDS[name];
  const counter = session.find();
  if (needs === 'anyone' || !counter?.store.identity()) return undefined;
  if (!counter.people.current()) return { code: 'not-signed-in', detail: name };
  if (needs === 'signed-in') return undefined;
  const person = counter.people.actAs(needs, localMomentAt(counter.clock.read().at));
  return person.ok ? undefined : { code: 'not-permitted', detail: needs };
}
