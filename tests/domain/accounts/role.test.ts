import { expect, test } from 'vitest';
import { may, permissionsOf, type Role, ROLES, tidyRoles } from '../../../domain/accounts/role.ts';

test('each role permits what its place at the counter needs, and no more', () => {
  expect(ROLES.map((role) => [role, permissionsOf([role])])).toEqual([
    ['counter-clerk', ['receive']],
    ['specialist', ['process']],
    ['leader', ['sign']],
    ['head-of-counter', ['receive', 'head']],
    ['administrator', ['administer']],
  ]);
});

test('a small commune’s one clerk who has all roles may do everything, each once', () => {
  expect(permissionsOf(ROLES)).toEqual(['receive', 'process', 'sign', 'head', 'administer']);
});

test('an actor may do what any of the roles permits', () => {
  const actor: { roles: readonly Role[] } = { roles: ['counter-clerk', 'specialist'] };
  expect(may(actor, 'receive')).toBe(true);
  expect(may(actor, 'process')).toBe(true);
  expect(may(actor, 'sign')).toBe(false);
  expect(may({ roles: [] }, 'receive')).toBe(false);
});

test('a role that only a newer program knows permits nothing and is left out', () => {
  // As it comes from another machine.
  const roles = JSON.parse('["auditor","constructor","leader"]') as Role[];
  expect(permissionsOf(roles)).toEqual(['sign']);
  expect(tidyRoles(roles)).toEqual(['leader']);
});

test('roles stand in one order, each once', () => {
  expect(tidyRoles(['administrator', 'leader', 'administrator', 'counter-clerk'])).toEqual([
    'counter-clerk',
    'leader',
    'administrator',
  ]);
});
