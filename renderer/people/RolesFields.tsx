import { Checkbox } from '@mantine/core';
import { type Role, ROLES } from '../../domain/accounts/role.ts';
import { ACCOUNT } from '../text/people.ts';
import { ROLE_HINTS, ROLE_NAMES } from '../text/roles.ts';

type RolesFieldsProps = { readonly roles: readonly Role[]; readonly onChange: (roles: readonly Role[]) => void };

/** What a person does at the counter: in a small commune one person has several roles. */
export function RolesFields({ roles, onChange }: RolesFieldsProps) {
  return (
    <fieldset className="people-roles">
      <legend className="label">{ACCOUNT.roles}</legend>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          label={ROLE_NAMES[role]}
          description={ROLE_HINTS[role]}
          checked={roles.includes(role)}
          data-testid={`role-${role}`}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? [...roles, role] : roles.filter((other) => other !== role))
          }
        />
      ))}
    </fieldset>
  );
}
