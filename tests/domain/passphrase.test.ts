import { expect, test } from 'vitest';
import { parsePassphrase } from '../../domain/passphrase.ts';

test('a passphrase of ten letters is taken, one of nine is too short, however many bytes they are', () => {
  expect(parsePassphrase('ngủngonnhé')).toBe('ngủngonnhé');
  expect(parsePassphrase('ngủngonnh')).toBeUndefined();
  expect(parsePassphrase('ngủngonnh'.normalize('NFD'))).toBeUndefined();
  expect(parsePassphrase('')).toBeUndefined();
});

test('spaces around it are no part of it and make it no longer; spaces in it are', () => {
  expect(parsePassphrase('  đồng xanh lúa \n')).toBe('đồng xanh lúa');
  expect(parsePassphrase(`   ngắn   ${' '.repeat(20)}`)).toBeUndefined();
  expect(parsePassphrase('đồng  xanh lúa')).not.toBe(parsePassphrase('đồng xanh lúa'));
});

test('typed whole or with separate marks it is the same, and case matters', () => {
  expect(parsePassphrase('Đồng xanh lúa'.normalize('NFD'))).toBe(parsePassphrase('Đồng xanh lúa'));
  expect(parsePassphrase('đồng xanh lúa')).not.toBe(parsePassphrase('Đồng xanh lúa'));
});
