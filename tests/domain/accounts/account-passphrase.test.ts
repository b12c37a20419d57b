import { expect, test } from 'vitest';
import { parseAccountPassphrase } from '../../../domain/accounts/account-passphrase.ts';
import { refusalOf, valueOf } from '../fixtures.ts';

test('six digits do', () => {
  expect(valueOf(parseAccountPassphrase('482915'))).toBe('482915');
});

test('five characters are too short, and white space around them does not help', () => {
  expect(refusalOf(parseAccountPassphrase('  48291 '))).toEqual({ code: 'too-short', atLeast: 6 });
});

test('a letter with its marks is one character, however it was typed', () => {
  expect(refusalOf(parseAccountPassphrase('ệệệệệ'.normalize('NFD'))).code).toBe('too-short');
  expect(valueOf(parseAccountPassphrase('Mường 1'.normalize('NFD')))).toBe('Mường 1'.normalize('NFC'));
});

test('digits of full width are digits', () => {
  expect(valueOf(parseAccountPassphrase('４８２９１５'))).toBe('482915');
});

test('two hundred characters are taken, one more is not', () => {
  expect(valueOf(parseAccountPassphrase('ệ'.repeat(200).normalize('NFD')))).toHaveLength(200);
  expect(refusalOf(parseAccountPassphrase('a'.repeat(201)))).toEqual({ code: 'too-long', atMost: 200 });
  expect(refusalOf(parseAccountPassphrase('a'.repeat(10_000_000))).code).toBe('too-long');
  // One sign that stands for eighteen letters.
  expect(refusalOf(parseAccountPassphrase('\uFDFA'.repeat(200))).code).toBe('too-long');
});
