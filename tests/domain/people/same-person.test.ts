import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Person, samePerson } from '../../../domain/people/same-person.ts';
import { plainDate } from '../../../domain/plain-date.ts';

const phone = { kind: 'number', digits: '0912345678' } as const;
const none = { kind: 'none' } as const;
const MO: Person = { name: 'Đinh Thị Mơ', idNumber: '', phone: none };
const birthDate = plainDate('1990-02-15');
const CCCD = '025190000017';
const CMND = '131234567';

describe('one person', () => {
  test('is who has the same 12-digit number, under whatever name', () => {
    const married = { ...MO, name: 'Hà Thị Mơ', idNumber: '025 190 000 017' };
    expect(samePerson({ ...MO, idNumber: CCCD }, married)).toBe('same');
  });

  test('is who had the 12-digit number before', () => {
    expect(samePerson({ ...MO, idNumber: CCCD }, { ...MO, idNumber: '025190000025', formerId: CCCD })).toBe('same');
  });

  test('is who came with the 9-digit number that the card names as the former one', () => {
    expect(samePerson({ ...MO, idNumber: CMND }, { ...MO, idNumber: CCCD, formerId: CMND })).toBe('same');
  });
});

describe('two people', () => {
  test('are who have two 12-digit numbers, though everything else is alike', () => {
    const twin = { ...MO, birthDate, phone, formerId: CMND };
    expect(samePerson({ ...twin, idNumber: CCCD }, { ...twin, idNumber: '025190000025' })).toBe('different');
  });

  test('are who have one name and two birth dates, though the phone is one', () => {
    expect(samePerson({ ...MO, phone, birthDate }, { ...MO, phone, birthDate: plainDate('1991-02-15') })).toBe(
      'different',
    );
  });

  test('are who have one phone and two names', () => {
    expect(samePerson({ ...MO, phone }, { ...MO, phone, name: 'Đinh Văn Páo' })).toBe('different');
  });

  test('are who have one name and nothing else in common', () => {
    expect(samePerson(MO, MO)).toBe('different');
    expect(samePerson({ ...MO, phone }, MO)).toBe('different');
    expect(samePerson({ ...MO, phone }, { ...MO, phone: { kind: 'number', digits: '0987654321' } })).toBe('different');
  });

  test('are who have no name, whatever phone they gave', () => {
    expect(samePerson({ ...MO, name: '', phone }, { ...MO, name: '-', phone })).toBe('different');
  });
});

describe('likely one person', () => {
  test('is who has one name, typed in any way, and one birth date', () => {
    const card = { ...MO, name: 'Giàng A-Sử', idNumber: CCCD, birthDate };
    expect(samePerson(card, { ...MO, name: 'GIANG A SU', birthDate })).toBe('likely');
  });

  test('is who has one name and one phone, where a birth date is not known', () => {
    expect(samePerson({ ...MO, phone, birthDate }, { ...MO, phone, name: 'đinh thị mơ' })).toBe('likely');
  });

  test('is who has the same number of another paper, for it was typed by hand', () => {
    expect(samePerson({ ...MO, idNumber: CMND }, { ...MO, idNumber: CMND, name: 'Đinh Mơ' })).toBe('likely');
    expect(samePerson({ ...MO, idNumber: 'b1234567' }, { ...MO, idNumber: 'B1234567' })).toBe('likely');
  });

  test('is not who has the same number of a paper that every commune numbers anew', () => {
    expect(samePerson({ ...MO, idNumber: '12/2020' }, { ...MO, idNumber: '12/2020', name: 'Hà A' })).toBe('different');
  });
});

test('it does not matter who is asked about first', () => {
  const person: fc.Arbitrary<Person> = fc.record(
    {
      name: fc.constantFrom('Đinh Thị Mơ', 'Dinh Thi Mo', 'Lý A Páo', ''),
      idNumber: fc.constantFrom('', CCCD, '025190000025', CMND, 'B1234567'),
      formerId: fc.constantFrom(CMND, CCCD),
      birthDate: fc.constantFrom(birthDate, plainDate('1991-02-15')),
      phone: fc.constantFrom(phone, none),
    },
    { requiredKeys: ['name', 'idNumber', 'phone'] },
  );
  const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
  console.log(`same-person: PROPERTY_SEED=${seed}`);
  fc.assert(
    fc.property(person, person, (a, b) => {
      expect(samePerson(a, b)).toBe(samePerson(b, a));
    }),
    { seed, numRuns: 300 },
  );
});
