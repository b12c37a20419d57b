import type { ActingPerson } from '../../domain/accounts/acting-permissions.ts';
import type { Permission } from '../../domain/accounts/role.ts';
import { type LocalMoment, localMomentAt } from '../../domain/plain-date.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Action } from '../../sync/counter-store.ts';
import type { PersonRefusal } from '../contract/refusals.ts';
import type { OpenCounter } from './open-counter.ts';

/** An action with the person behind it. */
export type PersonalAction = { readonly action: Action; readonly person: ActingPerson; readonly now: LocalMoment };

/**
 * What the person at the counter does now with a permission, in the own name or standing in. `commandId` names what is done
 * as well: the same UUID for another command is another command.
 */
export function actionOf(
  counter: Pick<OpenCounter, 'people' | 'clock'>,
  permission: Permission,
  commandId?: string,
): Result<PersonalAction, PersonRefusal> {
  const clock = counter.clock.read();
  const now = localMomentAt(clock.at);
  const person = counter.people.actAs(permission, now);
  if (!person.ok) return person;
  const { name, accountId, standInFor } = person.value;
  return ok({
    now,
    person: person.value,
    action: {
      actor: name,
      account: accountId,
      ...(standInFor ? { standsInFor: standInFor.id } : {}),
      clock,
      ...(commandId === undefined ? {} : { commandId }),
    },
  });
}
