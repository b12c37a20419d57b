import { describe, expect, test } from 'vitest';
import { EMPTY_INTAKE } from '../../renderer/intake/intake-draft.ts';
import { askedOf, isNumberTail, withKnown } from '../../renderer/intake/known-in-draft.ts';
import type { Applicant } from '../../domain/party.ts';

const MAN: Applicant = {
  kind: 'person',
  name: 'Đinh Thị Mận',
  idNumber: '025175001234',
  phone: { kind: 'number', digits: '0912345678' },
  address: 'Khu 3',
};

describe('a returning citizen in the fields of a reception', () => {
  test('nobody is looked for before the second letter, nor for an organisation', () => {
    expect(askedOf({ kind: 'person', name: ' m ' })).toBeUndefined();
    expect(askedOf({ kind: 'organisation', name: 'hop tac xa' })).toBeUndefined();
    expect(askedOf({ kind: 'person', name: ' ma ' })).toBe('ma');
  });

  test('digits in a name are the end of a number', () => {
    expect(isNumberTail('678')).toBe(true);
    expect(isNumberTail('Đinh Thị Mận')).toBe(false);
  });

  test('who is chosen takes the place of whoever stood there; what the form asks beside stays', () => {
    const other = { ...EMPTY_INTAKE, name: '678', idNumber: '1', address: 'Khu 9', phone: '09', sets: '2' };
    expect({ ...other, ...withKnown({ applicant: MAN }) }).toEqual({
      ...EMPTY_INTAKE,
      name: 'Đinh Thị Mận',
      idNumber: '025175001234',
      phone: '0912345678',
      address: 'Khu 3',
      sets: '2',
    });
  });

  test('who has no phone is put down as having none', () => {
    expect(withKnown({ applicant: { ...MAN, phone: { kind: 'none' } } })).toMatchObject({ phone: '', noPhone: true });
  });
});
