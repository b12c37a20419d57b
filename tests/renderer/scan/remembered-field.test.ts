import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf } from '../../../renderer/scan/remembered-field.ts';

test.each([
  ['Khu  Chằm', 'Khu abc Chằm', { from: 4, to: 4, text: 'abc' }],
  ['Khu 0831 Chằm', 'Khu  Chằm', { from: 4, to: 8, text: '' }],
  ['aa', 'aaa', { from: 2, to: 2, text: 'a' }],
  ['', 'Nguyễn', { from: 0, to: 0, text: 'Nguyễn' }],
  ['như cũ', 'như cũ', { from: 6, to: 6, text: '' }],
])('from "%s" to "%s" is one stretch', (from, to, change) => {
  expect(differenceOf(from, to)).toEqual(change);
});

test('the stretch replaced always leads to the text that is wanted', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ă', '1', ' ') });
  fc.assert(
    fc.property(text, text, (from, to) => {
      const change = differenceOf(from, to);
      expect(from.slice(0, change.from) + change.text + from.slice(change.to)).toBe(to);
    }),
  );
});
