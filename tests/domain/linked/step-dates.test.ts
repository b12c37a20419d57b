import { describe, expect, test } from 'vitest';
import { BIRTH_WITH_RESIDENCE } from '../../../domain/catalogue/linked-birth-procedures.ts';
import type { Dossier } from '../../../domain/dossier.ts';
import { type LinkedDates, stepDatesOf } from '../../../domain/linked/step-dates.ts';
import { localMoment } from '../../../domain/plain-date.ts';
import { frozen, refusalOf, RULES, valueOf } from '../fixtures.ts';
import { appointmentAt, lived, type Line, LINKED } from '../report/life.ts';

// Three working days in the commune, ten above, two in the commune again.
const RECEPTION: readonly Line[] = [
  [
    'received',
    '2020-04-06T08:15',
    { ...LINKED, receivedAt: localMoment('2020-04-06T08:15'), appointment: appointmentAt('2020-04-27T12:00') },
  ],
  ['processing-started', '2020-04-06T08:30'],
];
const SENT: readonly Line[] = [
  ...RECEPTION,
  ['commune-part-finished', '2020-04-08T10:00'],
  ['transfer-sent', '2020-04-08T14:00'],
];
const ABOVE: readonly Line[] = [...SENT, ['transfer-received', '2020-04-08T15:00']];
const ISSUED: readonly Line[] = [...ABOVE, ['upstream-result-issued', '2020-04-23T09:00']];

function datesOf(dossier: Dossier): LinkedDates {
  const dates = stepDatesOf(dossier, RULES);
  if (!dates) throw new Error('no legs');
  return valueOf(dates);
}

function legsOf(...lines: readonly Line[]) {
  return datesOf(lived(...lines)).legs.map(({ startedAt, endedAt, dueAt, class: how }) => ({
    startedAt,
    endedAt,
    dueAt,
    class: how,
  }));
}

describe('the dates of the legs', () => {
  test('are a forecast from the reception that ends with the appointment of the whole', () => {
    expect(legsOf(...RECEPTION)).toEqual([
      { startedAt: '2020-04-06T08:15', dueAt: '2020-04-09T12:00' },
      { dueAt: '2020-04-23T12:00' },
      { dueAt: '2020-04-27T12:00' },
    ]);
  });

  test('a leg ends with the signature of the body above, whose budget then runs', () => {
    const [first, second, third] = legsOf(...ABOVE);
    expect(first).toEqual({
      startedAt: '2020-04-06T08:15',
      endedAt: '2020-04-08T15:00',
      dueAt: '2020-04-09T12:00',
      class: 'early',
    });
    expect(second).toEqual({ startedAt: '2020-04-08T15:00', dueAt: '2020-04-22T17:30' });
    expect(third).toEqual({ dueAt: '2020-04-24T17:30' });
  });

  test('on the way up it is still the commune that is waited for', () => {
    expect(legsOf(...SENT)[0]).toEqual({ startedAt: '2020-04-06T08:15', dueAt: '2020-04-09T12:00' });
    expect(datesOf(lived(...SENT))).toMatchObject({ holder: 'commune', present: [0] });
  });

  test('the body above is late by the day of its result, and the commune has its own budget from there', () => {
    const [, second, third] = legsOf(...ISSUED, ['upstream-result-arrived', '2020-04-27T11:00']);
    expect(second).toMatchObject({ endedAt: '2020-04-23T09:00', dueAt: '2020-04-22T17:30', class: 'late' });
    expect(third).toEqual({
      startedAt: '2020-04-23T09:00',
      endedAt: '2020-04-27T11:00',
      dueAt: '2020-04-27T12:00',
      class: 'on-time',
    });
  });

  test('the last leg ends with the arrival of the result: the citizen may come when he likes', () => {
    const arrived: Line = ['upstream-result-arrived', '2020-04-24T09:00'];
    const [, , third] = legsOf(...ISSUED, arrived, ['result-handed-over', '2020-06-01T08:00']);
    expect(third).toMatchObject({ endedAt: '2020-04-24T09:00', class: 'early' });
  });

  test.each([
    [RECEPTION, { holder: 'commune', present: [0] }],
    [ABOVE, { holder: 'upstream', present: [1] }],
    [ISSUED, { holder: 'commune', present: [2] }],
    [[...ISSUED, ['upstream-result-arrived', '2020-04-24T09:00']] as const, { holder: 'commune', present: [] }],
    [[...ABOVE, ['withdrawn', '2020-04-09T09:00']] as const, { holder: 'nobody', present: [] }],
  ])('the present leg is known (%#)', (lines, expected) => {
    expect(datesOf(lived(...lines))).toMatchObject(expected);
  });
});

describe('pauses', () => {
  const pause: readonly Line[] = [
    ['supplement-requested', '2020-04-07T15:00'],
    ['supplement-received', '2020-04-10T09:00', { appointment: appointmentAt('2020-04-30T12:00') }],
  ];

  test('move the leg in which they lie and what follows it', () => {
    expect(legsOf(...RECEPTION, ...pause).map(({ dueAt }) => dueAt)).toEqual([
      '2020-04-14T12:00',
      '2020-04-28T12:00',
      // After the days off of 30 April and 1 May.
      '2020-05-04T12:00',
    ]);
  });

  test('do not move a leg that was over or due before', () => {
    const late: readonly Line[] = [
      ...RECEPTION,
      ['supplement-requested', '2020-04-13T15:00'],
      ['supplement-received', '2020-04-15T09:00', { appointment: appointmentAt('2020-04-30T12:00') }],
    ];
    expect(legsOf(...late)[0]?.dueAt).toBe('2020-04-09T12:00');
  });

  test('the time back in the commune is not the time of the body above', () => {
    const returned: readonly Line[] = [
      ...ABOVE,
      ['upstream-returned', '2020-04-10T09:00'],
      ['processing-started', '2020-04-10T10:00'],
      ['commune-part-finished', '2020-04-13T10:00'],
      ['transfer-sent', '2020-04-13T14:00', { batch: 'BG-08305-200413-1001' }],
    ];
    expect(datesOf(lived(...returned))).toMatchObject({ holder: 'commune', present: [] });
    const [first, second] = legsOf(...returned, [
      'transfer-received',
      '2020-04-14T09:00',
      { batch: 'BG-08305-200413-1001' },
    ]);
    expect(first).toMatchObject({ endedAt: '2020-04-08T15:00', class: 'early' });
    // Two working days were not theirs.
    expect(second).toEqual({ startedAt: '2020-04-08T15:00', dueAt: '2020-04-24T17:30' });
  });

  test('a leg that ended early is not moved by a pause before it would have been due', () => {
    const asked: Line = ['supplement-requested', '2020-04-08T17:00'];
    const brought: Line = [
      'supplement-received',
      '2020-04-13T09:00',
      { appointment: appointmentAt('2020-04-30T12:00') },
    ];
    expect(legsOf(...ABOVE, asked, brought)[0]).toMatchObject({ dueAt: '2020-04-09T12:00', class: 'early' });
  });

  test('the leg above ends with the return of what the commune then decides itself', () => {
    const returned: readonly Line[] = [
      ...ABOVE,
      ['upstream-returned', '2020-04-10T09:00'],
      ['processing-started', '2020-04-10T10:00'],
      ['resolution-refused', '2020-05-04T10:00'],
    ];
    const [, second, third] = legsOf(...returned);
    expect(second).toMatchObject({ endedAt: '2020-04-10T09:00', class: 'early' });
    expect(third).toEqual({});
  });

  test('what was withdrawn while it waited is not late by the wait', () => {
    const [first, second] = legsOf(
      ...RECEPTION,
      ['supplement-requested', '2020-04-07T15:00'],
      ['withdrawn', '2020-06-01T08:00'],
    );
    expect(first).toMatchObject({ endedAt: '2020-06-01T08:00', class: 'early' });
    expect(second).toEqual({});
  });
});

describe('legs that cannot be told', () => {
  const twoAbove: Line = [
    'received',
    '2020-04-06T08:15',
    {
      ...LINKED,
      procedure: { ...frozen(BIRTH_WITH_RESIDENCE), linkedSteps: BIRTH_WITH_RESIDENCE.linkedSteps },
      receivedAt: localMoment('2020-04-06T08:15'),
    },
  ];

  test('two legs in the same hands share their outer ends, and the second has the budget of both', () => {
    const above: readonly Line[] = [twoAbove, ...ABOVE.slice(1), ['upstream-result-issued', '2020-04-29T10:00']];
    const [, second, third] = legsOf(...above);
    expect(second).toEqual({ startedAt: '2020-04-08T15:00', dueAt: '2020-04-20T17:30' });
    expect(third).toEqual({ endedAt: '2020-04-29T10:00', dueAt: '2020-04-29T17:30', class: 'on-time' });
    expect(datesOf(lived(twoAbove, ...ABOVE.slice(1))).present).toEqual([1, 2]);
  });

  test('a leg without a budget is never due, and what follows it is not until it has begun', () => {
    const linkedSteps = [
      { by: 'commune', name: 'Niêm yết', budget: { kind: 'none' } },
      { by: 'upstream', name: 'Quyết định', budget: { kind: 'working-days', days: 10 } },
    ] as const;
    const received: Line = [
      'received',
      '2020-04-06T08:15',
      { ...LINKED, receivedAt: localMoment('2020-04-06T08:15'), procedure: { ...LINKED.procedure, linkedSteps } },
    ];
    expect(legsOf(received).map(({ dueAt }) => dueAt)).toEqual([undefined, undefined]);
    const above = legsOf(received, ...ABOVE.slice(1));
    expect(above[0]?.class).toBeUndefined();
    expect(above[1]?.dueAt).toBe('2020-04-22T17:30');
  });

  test('budgets of two kinds follow one another', () => {
    const linkedSteps = [
      { by: 'commune', name: 'Xác minh', budget: { kind: 'working-days', days: 3 } },
      { by: 'upstream', name: 'Quyết định', budget: { kind: 'calendar-days', days: 5 } },
    ] as const;
    const received: Line = [
      'received',
      '2020-04-06T08:15',
      { ...LINKED, receivedAt: localMoment('2020-04-06T08:15'), procedure: { ...LINKED.procedure, linkedSteps } },
    ];
    expect(legsOf(received).map(({ dueAt }) => dueAt)).toEqual(['2020-04-09T12:00', '2020-04-14T17:30']);
  });

  test('a leg never begins before the one before it: a result that was let count may be dated before the reception', () => {
    const lines: readonly Line[] = [
      ...RECEPTION,
      ['upstream-result-issued', '2020-04-06T08:00'],
      ['contradiction-settled', '2020-04-06T09:00', { of: { log: 'a', seq: 3 }, accepts: true }],
    ];
    const starts = legsOf(...lines).flatMap(({ startedAt }) => startedAt ?? []);
    expect(starts).toEqual(['2020-04-06T08:15', '2020-04-06T08:15']);
  });

  test('nothing is said of a dossier without legs or reception, nor of a voided one', () => {
    expect(stepDatesOf(lived(['received', '2020-04-06T08:15']), RULES)).toBeUndefined();
    expect(stepDatesOf(lived(['withdrawn', '2020-04-06T08:15']), RULES)).toBeUndefined();
    expect(stepDatesOf(lived(...ABOVE, ['voided', '2020-04-09T08:00']), RULES)).toBeUndefined();
  });

  test('a calendar that stops too soon is a refusal', () => {
    const calendar = { ...RULES.calendar, until: RULES.calendar.from };
    const dates = stepDatesOf(lived(...RECEPTION), { ...RULES, calendar });
    expect(dates && refusalOf(dates).code).toBe('calendar-ends-too-soon');
  });
});
