import { expect, test } from 'vitest';
import { parsePhone } from '../../domain/phone.ts';

test.each([
  ['0912345678', '0912345678'],
  ['0912 345 678', '0912345678'],
  ['0912.345.678', '0912345678'],
  ['0912-345-678', '0912345678'],
  ['+84912345678', '0912345678'],
  ['+84 912 345 678', '0912345678'],
  ['84912345678', '0912345678'],
  ['0210 3870 000', '02103870000'],
  ['(0210) 3870000', '02103870000'],
  ['+84 210 3870000', '02103870000'],
])('%s is the number %s', (typed, digits) => {
  expect(parsePhone(typed)).toEqual({ kind: 'number', digits });
});

test.each([
  ['01681234567', '0381234567'],
  ['0120 123 4567', '0701234567'],
  ['+84 1631234567', '0331234567'],
  ['01991234567', '0591234567'],
])('the mobile number %s of before 2018 is %s today', (typed, digits) => {
  expect(parsePhone(typed)).toEqual({ kind: 'number', digits });
});

test('every prefix that was renumbered leads to a mobile number, no two to the same', () => {
  const old = ['0162', '0163', '0164', '0165', '0166', '0167', '0168', '0169', '0120', '0121', '0122', '0126', '0128'];
  old.push('0123', '0124', '0125', '0127', '0129', '0186', '0188', '0199');
  const today = old.map((prefix) => parsePhone(`${prefix}1234567`));
  expect(today.every((phone) => phone?.kind === 'number' && /^0[3578]\d1234567$/.test(phone.digits))).toBe(true);
  expect(new Set(today.map((phone) => JSON.stringify(phone))).size).toBe(old.length);
});

test.each([
  '',
  '123',
  '091234567',
  '09123456789',
  '0412345678',
  '01101234567',
  '0912345678x',
  'không có',
  '+1 2025550123',
])('"%s" is no phone number of Vietnam', (typed) => {
  expect(parsePhone(typed)).toBeUndefined();
});
