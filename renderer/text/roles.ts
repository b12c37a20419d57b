import { type Permission, permissionsOf, type Role, ROLES } from '../../domain/accounts/role.ts';

export const ROLE_NAMES = {
  'counter-clerk': 'Cán bộ một cửa',
  specialist: 'Công chức chuyên môn',
  leader: 'Lãnh đạo',
  'head-of-counter': 'Trưởng bộ phận một cửa',
  administrator: 'Quản trị',
} satisfies Record<Role, string>;

/** What a role may do, in a few words. */
export const ROLE_HINTS = {
  'counter-clerk': 'Tiếp nhận hồ sơ, trả kết quả',
  specialist: 'Giải quyết hồ sơ',
  leader: 'Ký kết quả',
  'head-of-counter': 'Điều hành quầy, xác nhận dừng và từ chối; cả việc của cán bộ một cửa',
  administrator: 'Tài khoản, danh mục và cài đặt',
} satisfies Record<Role, string>;

/** "Cán bộ một cửa, Quản trị". A role of a newer program has no name here and is left out. */
export function rolesText(roles: readonly Role[]): string {
  return ROLES.filter((role) => roles.includes(role))
    .map((role) => ROLE_NAMES[role])
    .join(', ');
}

/** Who may do what needs `permission`: "cán bộ một cửa hoặc trưởng bộ phận một cửa". */
export function whoMayText(permission: Permission): string {
  return ROLES.filter((role) => permissionsOf([role]).includes(permission))
    .map((role) => ROLE_NAMES[role].toLocaleLowerCase('vi'))
    .join(' hoặc ');
}
