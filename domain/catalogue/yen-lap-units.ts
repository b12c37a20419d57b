import { plainDate } from '../plain-date.ts';
import type { Unit } from '../unit.ts';

// Codes and names: the national list of administrative units (Tổng cục Thống kê), before and after the reform of
// 1 July 2025, when the district level ended and sixteen of the seventeen communes became five.
// The organisation codes are SAMPLES: numbers far above any that is given out, so that a real code can never be taken for
// one of them. The real code is typed when a counter is set up.

/** Sixteen communes and the township of the district, with the bodies above them, until 30 June 2025. */
const UNDER_THE_DISTRICT = [
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
] as const;

/** The same ground since 1 July 2025; only Trung Sơn stayed as it was. */
const UNDER_THE_PROVINCE = [
  ['08290', 'Xã Yên Lập'],
  ['08296', 'Xã Sơn Lương'],
  ['08305', 'Xã Xuân Viên'],
  ['08311', 'Xã Trung Sơn'],
  ['08323', 'Xã Thượng Long'],
  ['08338', 'Xã Minh Hòa'],
] as const;

export const YEN_LAP_UNITS: readonly Unit[] = [
  ...UNDER_THE_DISTRICT.map(([code, name], i): Unit => ({
    code,
    name,
    upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'],
    organisationCode: `000.${81 + i}.22.H44`,
    sample: true,
    effectiveFrom: plainDate('2018-01-01'),
    effectiveTo: plainDate('2025-06-30'),
  })),
  ...UNDER_THE_PROVINCE.map(([code, name], i): Unit => ({
    code,
    name,
    upperNames: ['Tỉnh Phú Thọ'],
    organisationCode: `H44.${991 + i}`,
    sample: true,
    effectiveFrom: plainDate('2025-07-01'),
  })),
];
