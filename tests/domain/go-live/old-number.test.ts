import { expect, test } from 'vitest';
import { oldNumberForm, oldNumberKey } from '../../../domain/go-live/old-number.ts';

test.each([
  ['000.86.22.H44-200413-0003', '0008622H442004130003'],
  ['000.86.22.h44 - 200413 - 0003', '0008622H442004130003'],
  ['  0008622H44 2004130003\r', '0008622H442004130003'],
  ['HĐ-12/2020', 'HD122020'],
  ['hd 12 2020', 'HD122020'],
  ['0012', '0012'],
])('"%s" is looked up as %s, scanned or typed', (text, key) => {
  expect(oldNumberKey(text)).toBe(key);
});

test('decomposed letters are looked up as composed ones', () => {
  expect(oldNumberKey('HỒ-1'.normalize('NFD'))).toBe(oldNumberKey('HỒ-1'.normalize('NFC')));
});

test.each(['', '   ', '---', './.'])('"%s" holds nothing to look up', (text) => {
  expect(oldNumberKey(text)).toBe('');
  expect(oldNumberForm(text)).toBe('');
});

test('one number written with other separators is the same number', () => {
  expect(oldNumberForm('000.86.22.H44-200413-0003')).toBe(oldNumberForm(' 000-86-22-h44 / 200413 / 0003 '));
});

test('two numbers that share a key are two numbers all the same', () => {
  expect(oldNumberKey('1/12')).toBe(oldNumberKey('11/2'));
  expect(oldNumberForm('1/12')).not.toBe(oldNumberForm('11/2'));
});
