import type { TypedApplicant } from '../../domain/lifecycle/before-intake.ts';
import type { Chance } from './chance.ts';

const SURNAMES = ['Nguyễn', 'Hà', 'Đinh', 'Phùng', 'Hoàng', 'Lý', 'Triệu', 'Bàn', 'Trần', 'Phạm', 'Đặng', 'Vũ'];
const MIDDLE = ['Thị', 'Văn', 'Đức', 'Thị Thu', 'Quang', 'Minh', 'Xuân', 'Hữu'];
const GIVEN = ['Đào', 'Mận', 'Páo', 'Sình', 'Lan', 'Hùng', 'Thủy', 'Dũng', 'Hường', 'Tư', 'Mơ', 'Lợi', 'Khuê', 'Ỷ'];
const FIRMS = ['Hợp tác xã chè Xuân Viên', 'Công ty TNHH Chè Yên Lập', 'Tổ hợp tác khu 3'];
const KNOWN_AT_FIRST = 60;
const SHARE_OF_NEW = 0.25;

/** Who comes to the counter: some come again and again. */
export class Townspeople {
  readonly #known: TypedApplicant[] = [];
  readonly #chance: Chance;

  constructor(chance: Chance) {
    this.#chance = chance;
    for (let n = 0; n < KNOWN_AT_FIRST; n += 1) this.#known.push(this.#newcomer());
  }

  someone(): TypedApplicant {
    if (!this.#chance.is(SHARE_OF_NEW)) return this.#chance.pick(this.#known);
    const newcomer = this.#newcomer();
    this.#known.push(newcomer);
    return newcomer;
  }

  #newcomer(): TypedApplicant {
    const chance = this.#chance;
    const isFirm = chance.is(0.04);
    const name = isFirm
      ? `${chance.pick(FIRMS)} ${chance.between(1, 9)}`
      : `${chance.pick(SURNAMES)} ${chance.pick(MIDDLE)} ${chance.pick(GIVEN)}`;
    const digits = String(chance.between(0, 99_999_999)).padStart(8, '0');
    return {
      kind: isFirm ? 'organisation' : 'person',
      name,
      idNumber: chance.is(0.6) ? `0251${digits}` : '',
      phone: chance.is(0.8) ? `09${digits}` : '',
      address: `Khu ${chance.between(1, 12)}, xã Xuân Viên`,
    };
  }
}
