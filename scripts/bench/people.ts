import type { IntakeInput } from '../../domain/intake-form.ts';
import { pick } from './seeded-chance.ts';

/** Family names with how many of a thousand people bear them: a search for "nguyen" finds four of ten dossiers. */
const FAMILY_NAMES: readonly (readonly [name: string, perThousand: number])[] = [
  ['Nguyễn', 384],
  ['Trần', 121],
  ['Lê', 95],
  ['Phạm', 70],
  ['Hoàng', 51],
  ['Phan', 45],
  ['Vũ', 39],
  ['Đặng', 31],
  ['Bùi', 30],
  ['Đỗ', 24],
  ['Hồ', 23],
  ['Ngô', 23],
  ['Dương', 20],
  ['Đinh', 16],
  ['Hà', 14],
  ['Lý', 9],
  ['Quách', 5],
];

const WOMENS_MIDDLE_NAMES = ['Thị', 'Thị', 'Thị', 'Thị Thu', 'Thị Ngọc', 'Ngọc', 'Thanh', 'Phương'];
const MENS_MIDDLE_NAMES = ['Văn', 'Văn', 'Văn', 'Đức', 'Hữu', 'Quang', 'Minh', 'Xuân', 'Đình'];
const WOMENS_NAMES = (
  'Đào Hường Lan Mai Hoa Hồng Thảo Trang Linh Hương Nga Oanh Yến Thủy ' +
  'Hạnh Nhung Ánh Huệ Ngân Quỳnh Thơm Mận Bưởi Vân Loan Phượng Xuyến Ý'
).split(' ');
const MENS_NAMES = (
  'Hùng Dũng Thưởng Đức Tuấn Cường Sơn Hải Long Nam Bình Thắng Kiên Đạt ' +
  'Quyết Tiến Lợi Phúc Khánh Toàn Vinh Thịnh Chiến Lực Nghĩa Tùng Huy Ước'
).split(' ');
const HAMLETS = ['Khu 1', 'Khu 2', 'Khu 3', 'Khu Bóp', 'Khu Nai', 'Khu Gầy', 'Xóm Đình', 'Xóm Chợ'];

/** The name of a person as a commune of the midlands has them; about as often the same as there. */
export function personName(chance: () => number): string {
  const isWoman = chance() < 0.5;
  const middle = isWoman ? pick(chance, WOMENS_MIDDLE_NAMES) : pick(chance, MENS_MIDDLE_NAMES);
  const given = isWoman ? pick(chance, WOMENS_NAMES) : pick(chance, MENS_NAMES);
  return `${familyName(chance)} ${middle} ${given}`;
}

/** A person as the clerk types one. */
export function applicant(chance: () => number): IntakeInput['applicant'] {
  return {
    kind: 'person',
    name: personName(chance),
    idNumber: '',
    phone: `09${String(Math.floor(chance() * 1e8)).padStart(8, '0')}`,
    noPhone: false,
    address: `${pick(chance, HAMLETS)}, xã Xuân Viên`,
  };
}

function familyName(chance: () => number): string {
  let left = chance() * 1_000;
  for (const [name, perThousand] of FAMILY_NAMES) {
    left -= perThousand;
    if (left < 0) return name;
  }
  return 'Nguyễn';
}
