import { plainDate } from '../plain-date.ts';
import type { Unit } from '../unit.ts';

const FIRST_ERA = ['Huyện Yên Lập', 'Tỉnh Phú Thọ'];
const SECOND_ERA = ['Tỉnh Phú Thọ'];

/** Units of Yên Lập district until it ceased on 2025-06-30: code and name. */
const UNTIL_2025: readonly (readonly [code: string, name: string])[] = [
  ['08290', 'Thị trấn Yên Lập'],
  ['08293', 'Xã Mỹ Lung'],
  ['08296', 'Xã Mỹ Lương'],
  ['08299', 'Xã Lương Sơn'],
  ['08302', 'Xã Xuân An'],
  ['08305', 'Xã Xuân Viên'],
  ['08308', 'Xã Xuân Thủy'],
  ['08311', 'Xã Trung Sơn'],
  ['08314', 'Xã Hưng Long'],
  ['08317', 'Xã Nga Hoàng'],
  ['08320', 'Xã Đồng Lạc'],
  ['08323', 'Xã Thượng Long'],
  ['08326', 'Xã Đồng Thịnh'],
  ['08329', 'Xã Phúc Khánh'],
  ['08332', 'Xã Minh Hòa'],
  ['08335', 'Xã Ngọc Lập'],
  ['08338', 'Xã Ngọc Đồng'],
];

/** Communes of the same land since 2025-07-01, directly under the province. */
const SINCE_2025: readonly (readonly [code: string, name: string])[] = [
  ['08290', 'Xã Yên Lập'],
  ['08296', 'Xã Sơn Lương'],
  ['08305', 'Xã Xuân Viên'],
  ['08311', 'Xã Trung Sơn'],
  ['08323', 'Xã Thượng Long'],
  ['08332', 'Xã Minh Hòa'],
];

/**
 * Samples to choose from at set-up. The organisation codes are made up ("MẪU"): the true ones stand in the province's
 * decision and are typed. After 2025 the unit codes, too, are samples and should be checked.
 */
export const YEN_LAP_UNITS: readonly Unit[] = [
  ...UNTIL_2025.map(([code, name], i): Unit => ({
    code,
    name,
    upperNames: FIRST_ERA,
    organisationCode: `000.${String(i + 1).padStart(2, '0')}.22.H44`,
    sample: true,
    effectiveFrom: plainDate('2018-01-01'),
    effectiveTo: plainDate('2025-06-30'),
  })),
  ...SINCE_2025.map(([code, name], i): Unit => ({
    code,
    name,
    upperNames: SECOND_ERA,
    organisationCode: `H44.9${i + 1}`,
    sample: true,
    effectiveFrom: plainDate('2025-07-01'),
  })),
];
