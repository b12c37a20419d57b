/**
 * What a person does at the counter (vai trò). A person may have several: in a small commune one clerk has all of them.
 * The words are persisted and never renamed.
 */
export type Role = 'counter-clerk' | 'specialist' | 'leader' | 'head-of-counter' | 'administrator';

/**
 * What an act needs (quyền). `receive`: receive dossiers and hand results over. `process`: work on them in the commune.
 * `sign`: sign results. `head`: run the counter, confirm stops and refusals. `administer`: accounts and settings.
 */
export type Permission = 'receive' | 'process' | 'sign' | 'head' | 'administer';

/** All roles, in the order in which they are shown and stored. */
export const ROLES: readonly Role[] = ['counter-clerk', 'specialist', 'leader', 'head-of-counter', 'administrator'];

const PERMISSIONS: readonly Permission[] = ['receive', 'process', 'sign', 'head', 'administer'];

const GRANTED: { readonly [R in Role]: readonly Permission[] } = {
  'counter-clerk': ['receive'],
  specialist: ['process'],
  leader: ['sign'],
  'head-of-counter': ['head', 'receive'],
  administrator: ['administer'],
};

/** Each known role once, in the order of {@link ROLES}. A role that only a newer program knows is left out. */
export function tidyRoles(roles: readonly Role[]): readonly Role[] {
  return ROLES.filter((role) => roles.includes(role));
}

/** What `roles` permit together, each permission once. A role that only a newer program knows permits nothing. */
export function permissionsOf(roles: readonly Role[]): readonly Permission[] {
  const granted = tidyRoles(roles).flatMap((role) => GRANTED[role]);
  return PERMISSIONS.filter((permission) => granted.includes(permission));
}

/** Whether the own roles permit an act; what an actor may do for somebody absent is said by `actAs`. */
export function may(actor: { readonly roles: readonly Role[] }, permission: Permission): boolean {
  return permissionsOf(actor.roles).includes(permission);
}
