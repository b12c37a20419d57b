import { describe, expect, test } from 'vitest';
import type { Person } from '../../../domain/people/same-person.ts';
import { type Candidate, suggestPeople } from '../../../domain/people/suggest-people.ts';
import { localMoment } from '../../../domain/plain-date.ts';

function came(day: string, person: Omit<Person, 'phone'> & { readonly phone?: string }): Candidate<Person> {
  const { phone, ...rest } = person;
  return {
    person: { ...rest, phone: phone === undefined ? { kind: 'none' } : { kind: 'number', digits: phone } },
    lastAt: localMoment(`${day}T09:00`),
  };
}

const MO = came('2020-04-01', { name: 'Đinh Thị Mơ', idNumber: '025190001234', phone: '0912345678' });
const MO_TOO = came('2020-04-10', { name: 'Triệu Thị Mơ', idNumber: '131001234', phone: '0987000111' });
const SU = came('2020-04-05', { name: 'Giàng A-Sử', idNumber: '', phone: '0912345678', phoneHolder: 'relative' });
const MUOI = came('2020-04-15', { name: 'Bàn Thị Mười', idNumber: 'B7654321', formerId: '131999888' });
const THI = came('2020-04-18', { name: 'Mơ Văn Thi', idNumber: '' });
const ALL = [SU, THI, MO, MUOI, MO_TOO];

const names = (typed: string, most = 10) => suggestPeople(ALL, typed, most).map(({ person }) => person.name);

describe('what a clerk types', () => {
  test('may be the end of a number: who came last stands first', () => {
    expect(names('1234')).toEqual(['Triệu Thị Mơ', 'Đinh Thị Mơ']);
    expect(names('90001234')).toEqual(['Đinh Thị Mơ']);
  });

  test('may be the end of a former number, or the whole of a passport with its letter', () => {
    expect(names('9888')).toEqual(['Bàn Thị Mười']);
    expect(names('b7654321')).toEqual(['Bàn Thị Mười']);
  });

  test('names nobody by three digits of an identity number, or two of a phone', () => {
    expect(names('234')).toEqual([]);
    expect(names('78')).toEqual([]);
  });

  test('may be the end of a phone: whose phone it is stands before who gave it as a relative’s', () => {
    expect(names('678')).toEqual(['Đinh Thị Mơ', 'Giàng A-Sử']);
    expect(names('0912 345 678')).toEqual(['Đinh Thị Mơ', 'Giàng A-Sử']);
    expect(names('+84 912 345 678')).toEqual(['Đinh Thị Mơ', 'Giàng A-Sử']);
  });

  test('may be a whole number, which stands before the ends of others', () => {
    const whole = came('2019-01-01', { name: 'Lý A Páo', idNumber: '001234' });
    expect(suggestPeople([...ALL, whole], '001234', 10).map(({ person }) => person.name)).toEqual([
      'Lý A Páo',
      'Triệu Thị Mơ',
      'Đinh Thị Mơ',
    ]);
  });

  test('may be words of the name without marks; a given name stands before a family name', () => {
    expect(names('mo')).toEqual(['Triệu Thị Mơ', 'Đinh Thị Mơ', 'Mơ Văn Thi']);
    expect(names('THỊ MƠ')).toEqual(['Triệu Thị Mơ', 'Đinh Thị Mơ', 'Mơ Văn Thi']);
    expect(names('dinh mo')).toEqual(['Đinh Thị Mơ']);
  });

  test('may be the whole name, which stands before all', () => {
    const short = came('2010-01-01', { name: 'Thị Mơ', idNumber: '' });
    expect(suggestPeople([...ALL, short], 'thi mo', 1)).toEqual([short]);
  });

  test('may be the beginnings of words, after whole words', () => {
    expect(names('thi m')).toEqual(['Mơ Văn Thi', 'Bàn Thị Mười', 'Triệu Thị Mơ', 'Đinh Thị Mơ']);
  });

  test('may leave out the hyphen of a name', () => {
    expect(names('a su')).toEqual(['Giàng A-Sử']);
    expect(names('giàng a-sử')).toEqual(['Giàng A-Sử']);
  });

  test('may be name and number together: both must fit', () => {
    expect(names('đinh 1234')).toEqual(['Đinh Thị Mơ']);
    expect(names('sử 678')).toEqual(['Giàng A-Sử']);
    expect(names('mười 1234')).toEqual([]);
  });

  test('may be nothing or a mere sign: nobody is suggested', () => {
    expect(names('')).toEqual([]);
    expect(names('  ')).toEqual([]);
    expect(names('-')).toEqual([]);
  });
});

test('no more are suggested than asked for, and none for none', () => {
  expect(names('m', 2)).toHaveLength(2);
  expect(names('m', 0)).toEqual([]);
});

test('those who came in the same minute stand in the order of their names', () => {
  const moment = localMoment('2020-04-01T09:00');
  const people = ['Lý Văn Páo', 'Bàn Văn Ba', 'Hà Văn Bá'].map((name) => ({
    person: { name, idNumber: '', phone: { kind: 'none' } as const },
    lastAt: moment,
  }));
  expect(suggestPeople(people, 'van', 10).map(({ person }) => person.name)).toEqual([
    'Bàn Văn Ba',
    'Hà Văn Bá',
    'Lý Văn Páo',
  ]);
});
