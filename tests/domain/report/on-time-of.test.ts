import { describe, expect, test } from 'vitest';
import { appointmentAsOf, wasPausedAt } from '../../../domain/report/as-of.ts';
import { onTimeOf, releaseOf } from '../../../domain/report/on-time-of.ts';
import { localMoment } from '../../../domain/plain-date.ts';
import { appointmentAt, CARRIED_OVER, lived, type Line, LINKED } from './life.ts';

const DUE = appointmentAt('2020-04-22T12:00');
const RECEPTION: readonly Line[] = [
  ['received', '2020-04-20T08:15', { appointment: DUE }],
  ['processing-started', '2020-04-20T08:30'],
];
const PAUSED: readonly Line[] = [...RECEPTION, ['supplement-requested', '2020-04-21T09:00']];

describe('whether the office kept its word', () => {
  test('is not said of an open dossier, however late', () => {
    expect(onTimeOf(lived(...RECEPTION, ['fee-collected', '2020-09-01T08:00']))).toEqual({});
  });

  test('goes by the release of the result: a citizen who comes late does not make the office late', () => {
    const ready: readonly Line[] = [...RECEPTION, ['result-issued', '2020-04-21T16:00']];
    expect(onTimeOf(lived(...ready))).toEqual({ byRelease: 'early' });
    const handedOver = lived(...ready, ['result-handed-over', '2020-04-29T09:00']);
    expect(onTimeOf(handedOver)).toEqual({ byRelease: 'early', byHandOver: 'late' });
  });

  test('goes by the hand-over where no result is known', () => {
    const handedOver = lived(...RECEPTION, ['result-handed-over', '2020-04-22T11:00']);
    expect(onTimeOf(handedOver)).toEqual({ byRelease: 'on-time', byHandOver: 'on-time' });
  });

  test('goes by the day on which the upper body issued its result, not by its arrival', () => {
    const arrived = lived(
      ['received', '2020-04-20T08:15', { ...LINKED, receivedAt: localMoment('2020-04-20T08:15'), appointment: DUE }],
      ['processing-started', '2020-04-20T08:30'],
      ['commune-part-finished', '2020-04-20T09:00'],
      ['transfer-sent', '2020-04-20T10:00'],
      ['transfer-received', '2020-04-20T11:00'],
      ['upstream-result-issued', '2020-04-22T12:00'],
      ['upstream-result-arrived', '2020-04-27T09:00'],
    );
    expect(onTimeOf(arrived)).toEqual({ byRelease: 'on-time' });
  });

  test('is not mended by an apology', () => {
    const sorry = lived(...RECEPTION, ['apology-issued', '2020-04-22T09:00'], ['result-issued', '2020-04-23T09:00']);
    expect(sorry.apologies).toHaveLength(1);
    expect(onTimeOf(sorry)).toEqual({ byRelease: 'late' });
  });

  test('goes by the date that a pause or the law has moved', () => {
    const moved = appointmentAt('2020-04-27T12:00');
    const issued: Line = ['result-issued', '2020-04-27T10:00'];
    const afterPause = lived(...PAUSED, ['supplement-received', '2020-04-24T09:00', { appointment: moved }], issued);
    expect(onTimeOf(afterPause)).toEqual({ byRelease: 'on-time' });
    const byLaw = lived(...RECEPTION, ['appointment-changed', '2020-04-21T09:00', { appointment: moved }], issued);
    expect(onTimeOf(byLaw)).toEqual({ byRelease: 'on-time' });
  });

  test.each([
    ['2020-04-21T16:00', 'early'],
    ['2020-04-22T12:00', 'on-time'],
    ['2020-04-22T12:01', 'late'],
  ])('judges a withdrawal at %s by its date: %s', (at, byRelease) => {
    expect(onTimeOf(lived(...RECEPTION, ['withdrawn', at]))).toEqual({ byRelease });
  });

  test('judges what ends while it waits for the citizen by the minute at which it began to wait', () => {
    expect(onTimeOf(lived(...PAUSED, ['stopped', '2020-07-01T08:00']))).toEqual({ byRelease: 'early' });
    expect(onTimeOf(lived(...PAUSED, ['withdrawn', '2020-07-01T08:00']))).toEqual({ byRelease: 'early' });
    const askedLate = lived(
      ...RECEPTION,
      ['supplement-requested', '2020-04-23T09:00'],
      ['stopped', '2020-07-01T08:00'],
    );
    expect(onTimeOf(askedLate)).toEqual({ byRelease: 'late' });
  });

  test('a pause that was over before does not make up for a late end', () => {
    const late = lived(
      ...PAUSED,
      ['supplement-received', '2020-04-21T10:00', { appointment: DUE }],
      ['withdrawn', '2020-04-23T08:00'],
    );
    expect(onTimeOf(late)).toEqual({ byRelease: 'late' });
  });

  test('is not said of a voided dossier, even one with a result', () => {
    const voided = lived(...RECEPTION, ['result-issued', '2020-04-21T16:00'], ['voided', '2020-04-21T17:00']);
    expect(onTimeOf(voided)).toEqual({});
    expect(releaseOf(voided)).toBeUndefined();
  });

  test('is not said where no appointment is known', () => {
    expect(onTimeOf(lived(['result-handed-over', '2020-04-22T11:00']))).toEqual({});
  });

  test('a result taken back is none', () => {
    const issued = lived(...RECEPTION, ['result-issued', '2020-04-21T16:00']);
    const undone = lived(
      ...RECEPTION,
      ['result-issued', '2020-04-21T16:00'],
      ['step-undone', '2020-04-21T16:10', { undoes: issued.lastUndoable }],
    );
    expect(undone.status).toBe('in-progress');
    expect(onTimeOf(undone)).toEqual({});
  });

  test('is not said by the release of what was taken over with its result ready: nobody here knows when that was', () => {
    const carried: Line = [
      'carried-over',
      '2020-04-09T07:00',
      { ...CARRIED_OVER, at: localMoment('2020-04-09T07:00'), stands: 'result-ready' },
    ];
    expect(onTimeOf(lived(carried))).toEqual({});
    expect(onTimeOf(lived(carried, ['result-handed-over', '2020-06-01T08:00']))).toEqual({
      byHandOver: 'late',
    });
  });
});

describe('looking back', () => {
  const moved = appointmentAt('2020-04-27T12:00');
  const dossier = lived(
    ...PAUSED,
    ['supplement-received', '2020-04-24T09:00', { appointment: moved }],
    ['payment-duty-notified', '2020-04-24T15:00'],
  );

  test.each([
    ['2020-04-19T00:00', '2020-04-22T12:00'],
    ['2020-04-24T08:59', '2020-04-22T12:00'],
    ['2020-04-24T09:00', '2020-04-27T12:00'],
  ])('at %s the appointment was %s', (at, expected) => {
    expect(appointmentAsOf(dossier, localMoment(at))).toBe(expected);
  });

  test('dates that two steps of one kind have set count each from its own step on', () => {
    const asked = (at: string): Line => ['supplement-requested', at];
    const brought = (at: string, due: string): Line => ['supplement-received', at, { appointment: appointmentAt(due) }];
    const twice = lived(
      ...RECEPTION,
      asked('2020-04-21T09:00'),
      brought('2020-04-23T09:00', '2020-04-24T12:00'),
      asked('2020-04-23T10:00'),
      brought('2020-04-28T09:00', '2020-04-29T12:00'),
    );
    expect(appointmentAsOf(twice, localMoment('2020-04-25T00:00'))).toBe('2020-04-24T12:00');
    expect(appointmentAsOf(twice, localMoment('2020-04-28T09:00'))).toBe('2020-04-29T12:00');
  });

  test('a date that an undone step had set never counted', () => {
    const before = lived(...PAUSED, ['supplement-received', '2020-04-24T09:00', { appointment: moved }]);
    const undone = lived(
      ...PAUSED,
      ['supplement-received', '2020-04-24T09:00', { appointment: moved }],
      ['step-undone', '2020-04-24T09:30', { undoes: before.lastUndoable }],
      ['supplement-received', '2020-04-28T09:00', { appointment: appointmentAt('2020-04-29T12:00') }],
    );
    expect(appointmentAsOf(undone, localMoment('2020-04-26T00:00'))).toBe('2020-04-22T12:00');
    expect(appointmentAsOf(undone, localMoment('2020-04-28T09:00'))).toBe('2020-04-29T12:00');
  });

  test.each([
    ['2020-04-21T08:59', false],
    ['2020-04-21T09:00', true],
    ['2020-04-24T08:59', true],
    ['2020-04-24T09:00', false],
    ['2020-04-24T15:00', true],
    ['2020-12-31T00:00', true],
  ])('at %s it stood still: %s', (at, expected) => {
    expect(wasPausedAt(dossier, localMoment(at))).toBe(expected);
  });
});
