import { expect, test } from 'vitest';
import { deviceLogOf, incarnationOf } from '../../domain/log-name.ts';

test('every incarnation of a log is told from the first, and belongs to it', () => {
  const second = incarnationOf('08305.01.0123456789abcdef', 'a1b2c3');
  expect(second).toBe('08305.01.0123456789abcdef.ia1b2c3');
  expect(deviceLogOf(second)).toBe('08305.01.0123456789abcdef');
  expect(incarnationOf(second, 'ffffff')).toBe('08305.01.0123456789abcdef.iffffff');
});

test('a log that is no incarnation is its own', () => {
  for (const log of ['test1.1', '08305.01.0123456789abcdef', 'aaaa.i1234567', 'aaaa.iABCDEF']) {
    expect(deviceLogOf(log)).toBe(log);
  }
});

test('a mark that is not six hex digits is a defect', () => {
  expect(() => incarnationOf('test1.1', 'xyz')).toThrow(RangeError);
});
