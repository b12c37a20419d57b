import { describe, expect, test } from 'vitest';
import { localMoment } from '../../../domain/plain-date.ts';
import { onTimeBy, onTimeClass } from '../../../domain/time/on-time.ts';

const DUE = localMoment('2020-04-22T12:00');

describe('the class of a dossier', () => {
  test.each([
    ['2020-04-21T23:59', 'early'],
    ['2020-04-22T00:00', 'on-time'],
    ['2020-04-22T12:00', 'on-time'],
    ['2020-04-22T12:01', 'late'],
    ['2020-04-23T08:00', 'late'],
  ])('done at %s is %s', (doneAt, expected) => {
    expect(onTimeClass(DUE, localMoment(doneAt))).toBe(expected);
  });

  test('a citizen who comes late does not make the office late: release and hand-over are judged apart', () => {
    const releasedAt = localMoment('2020-04-21T10:00');
    const handedOverAt = localMoment('2020-04-28T10:00');
    expect(onTimeBy({ dueAt: DUE, releasedAt, handedOverAt })).toEqual({ byRelease: 'early', byHandOver: 'late' });
  });

  test('what has not happened has no class', () => {
    expect(onTimeBy({ dueAt: DUE })).toEqual({});
    expect(onTimeBy({ dueAt: DUE, releasedAt: DUE })).toEqual({ byRelease: 'on-time' });
  });
});
