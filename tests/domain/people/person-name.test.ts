import { describe, expect, test } from 'vitest';
import { compareByGivenName, givenNameOf, matchKey } from '../../../domain/people/person-name.ts';

const sorted = (names: readonly string[]) => names.toSorted(compareByGivenName);

/** Every order of arrival must lead to the one that is written here. */
function expectOrder(names: readonly string[]): void {
  expect(sorted(names.toReversed())).toEqual(names);
  expect(sorted([...names.slice(2), ...names.slice(0, 2)])).toEqual(names);
}

describe('a list of people', () => {
  test('goes by the given name, then the family name, then the names between', () => {
    expectOrder(['Trần Văn An', 'Đinh Công Bình', 'Hà Thị Bình', 'Hà Văn Bình', 'Nguyễn Thị Cúc', 'An Văn Dũng']);
  });

  test('has the letters in the order of Vietnamese dictionaries', () => {
    expectOrder(['A', 'Ă', 'Â', 'B', 'C', 'D', 'Đ', 'E', 'Ê', 'G', 'H', 'I', 'K', 'L', 'M', 'N', 'O', 'Ô', 'Ơ']);
    expectOrder(['O', 'Ô', 'Ơ', 'P', 'Q', 'R', 'S', 'T', 'U', 'Ư', 'V', 'X', 'Y']);
    expectOrder(['Dũng', 'Duy', 'Đa', 'Em', 'Êm']);
  });

  test('has the tones in the order ngang, huyền, hỏi, ngã, sắc, nặng', () => {
    expectOrder(['Hoa', 'Hòa', 'Hỏa', 'Hõa', 'Hóa', 'Họa']);
    expectOrder(['Mơ', 'Mờ', 'Mở', 'Mỡ', 'Mớ', 'Mợ']);
  });

  test('counts letters before tones: every "Man" stands before any "Mang", every "Ma" before them', () => {
    expectOrder(['Ma', 'Mạ', 'Man', 'Mạn', 'Mang', 'Mạng', 'Măn', 'Mân']);
  });

  test('counts the tone of a syllable before the next syllable', () => {
    expectOrder(['Lý A Páo', 'Lý Ba Páo', 'Lý Bà An Páo', 'Lý Bà Hai Páo', 'Lý Bá Páo']);
  });

  test('sorts a given name with a hyphen by its syllables', () => {
    expectOrder(['Giàng A', 'Vàng A', 'Giàng A-Sử', 'Giàng A-Tủa', 'Giàng Ánh']);
    expect(givenNameOf('Giàng A-Sử')).toBe('A-Sử');
  });

  test('sorts people of the Mường, the Dao and the Mông among all others', () => {
    expectOrder(['Triệu Thị Ghến', 'Đinh Thị Mơ', 'Bàn Văn Ón', 'Giàng A Páo', 'Triệu Tài Phấu', 'Lý Mí Sính']);
  });

  test('does not care for case, spaces or how the marks are typed, where anything else differs', () => {
    expectOrder(['đinh văn an', 'ĐINH VĂN BA', ' Đinh  Văn Cả'.normalize('NFD')]);
    expect(compareByGivenName('Hòa'.normalize('NFD'), ' Hòa ')).toBe(0);
  });

  test('keeps one order of names that differ in case or in the place of the tone alone', () => {
    for (const [a, b] of [
      ['Hoà', 'Hòa'],
      ['AN', 'An'],
    ] as const) {
      expect(compareByGivenName(a, b)).not.toBe(0);
      expect(compareByGivenName(a, b)).toBe(-compareByGivenName(b, a));
    }
  });

  test('has the name that is empty first, and signs that are no letters after the letters', () => {
    expectOrder(['', 'An', 'Zin', '3', '王']);
  });
});

describe('the given name', () => {
  test.each([
    ['Đinh Thị Mơ', 'Mơ'],
    ['  Triệu  Phấu ', 'Phấu'],
    ['Páo', 'Páo'],
    ['', ''],
  ])('of "%s" is "%s"', (name, given) => {
    expect(givenNameOf(name)).toBe(given);
  });
});

describe('for matching', () => {
  test.each([
    ['Nguyễn Thị Hoà', 'Nguyễn Thị Hòa'],
    ['Thuý', 'Thúy'],
    ['Giàng A-Sử', 'GIÀNG A SỬ'],
    ['Giàng A‑Sử', 'giàng a sử'],
    ['Đặng Văn Đức', 'Dang Van Duc'],
    ['Ðặng Văn Ðức', 'Đặng Văn Đức'],
    ["H'Bia Kpă", 'H’Bia Kpa'],
    [' Triệu   Tài Phấu', 'Triệu Tài Phấu'.normalize('NFD')],
  ])('"%s" and "%s" are one name', (a, b) => {
    expect(matchKey(a)).toBe(matchKey(b));
  });

  test('names that differ in a letter stay apart', () => {
    expect(matchKey('Lý A Páo')).not.toBe(matchKey('Lý A Pá'));
    expect(matchKey('Lò Thị Sinh')).not.toBe(matchKey('Lò Thị Xinh'));
  });
});
