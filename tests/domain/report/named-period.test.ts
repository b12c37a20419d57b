import { describe, expect, test } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import { type NamedPeriod, namedPeriod } from '../../../domain/report/named-period.ts';

function daysOf(name: NamedPeriod, today: string): string {
  const { from, until } = namedPeriod(name, plainDate(today));
  return `${from} ${until}`;
}

describe('seen from a Tuesday in November', () => {
  test.each([
    ['today', '2026-11-24 2026-11-24'],
    ['this-week', '2026-11-23 2026-11-24'],
    ['this-month', '2026-11-01 2026-11-24'],
    ['last-month', '2026-10-01 2026-10-31'],
    ['this-quarter', '2026-10-01 2026-11-24'],
    ['last-quarter', '2026-07-01 2026-09-30'],
    ['this-year', '2026-01-01 2026-11-24'],
  ] as const)('%s ends today or before', (name, days) => {
    expect(daysOf(name, '2026-11-24')).toBe(days);
  });
});

describe('at the turn of a year', () => {
  test('the month and the quarter before are those of the old year', () => {
    expect(daysOf('last-month', '2024-01-01')).toBe('2023-12-01 2023-12-31');
    expect(daysOf('last-quarter', '2024-03-31')).toBe('2023-10-01 2023-12-31');
  });

  test('a week begins on its Monday, in whichever year that was', () => {
    expect(daysOf('this-week', '2023-01-01')).toBe('2022-12-26 2023-01-01');
  });
});

test('February ends when it ends', () => {
  expect(daysOf('last-month', '2024-03-05')).toBe('2024-02-01 2024-02-29');
});
