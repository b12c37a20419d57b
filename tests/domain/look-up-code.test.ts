import { expect, test } from 'vitest';
import { lookUpCodeFrom, parseLookUpCode } from '../../domain/look-up-code.ts';

const ALMOST_ONE = 1 - Number.EPSILON;

test('chance from one end to the other makes codes that can be read back', () => {
  for (let i = 0; i <= 100; i += 1) {
    const x = Math.min(i / 100, ALMOST_ONE);
    const code = lookUpCodeFrom([x, 1 - Math.max(x, 0.001), 0, ALMOST_ONE]);
    expect(code).toHaveLength(4);
    expect(parseLookUpCode(code)).toBe(code);
  }
});

test('each of the four places has its own chance', () => {
  expect(lookUpCodeFrom([0, 0.2, 0.5, ALMOST_ONE])).toBe('3AJY');
});

test('small letters and spaces around are forgiven', () => {
  expect(parseLookUpCode(' 39hy ')).toBe('39HY');
});

test.each([
  '',
  '39H',
  '39HYY',
  '39H0',
  '39HO',
  '39H1',
  '39HI',
  '39HL',
  '39HS',
  '39H5',
  '39HB',
  '39H8',
  '39HZ',
  '39H2',
  '3 HY',
])('"%s" is refused: too long, too short, or easily misread', (text) => {
  expect(parseLookUpCode(text)).toBeUndefined();
});
