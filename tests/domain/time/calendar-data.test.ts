import { describe, expect, test } from 'vitest';
import { WORKING_CALENDAR } from '../../../domain/catalogue/working-calendar-2018-2026.ts';
import { type CalendarData, calendarData, parseCalendar } from '../../../domain/time/calendar-data.ts';
import { refusalOf, valueOf } from '../fixtures.ts';

const DATA: CalendarData = {
  version: '2019/2',
  from: '2019-01-01',
  until: '2019-12-31',
  daysOff: [
    { date: '2019-04-29', name: 'Nghỉ hoán đổi' },
    { date: '2019-04-30', name: 'Ngày Chiến thắng' },
  ],
  makeUpDays: ['2019-05-04'],
};

describe('a calendar as data', () => {
  test('the published one survives being written as JSON and read again', () => {
    const text = JSON.stringify(calendarData(WORKING_CALENDAR));
    expect(valueOf(parseCalendar(JSON.parse(text)))).toEqual(WORKING_CALENDAR);
  });

  test('is given in order, whatever the order it was typed in', () => {
    const typed = { ...DATA, daysOff: DATA.daysOff.toReversed(), makeUpDays: ['2019-05-04', '2019-01-05'] };
    expect(calendarData(valueOf(parseCalendar(typed)))).toEqual({ ...DATA, makeUpDays: ['2019-01-05', '2019-05-04'] });
  });

  test('keeps from when on it is only expected', () => {
    const data = { ...DATA, provisionalFrom: '2019-07-01' };
    expect(valueOf(parseCalendar(data)).provisionalFrom).toBe('2019-07-01');
    expect(calendarData(valueOf(parseCalendar(data)))).toEqual(data);
  });

  test('white space around a version or a name is not kept', () => {
    const spaced = { ...DATA, version: ' 2019/2 ', daysOff: [{ date: '2019-04-30', name: ' Ngày Chiến thắng\n' }] };
    const calendar = valueOf(parseCalendar(spaced));
    expect(calendar.version).toBe('2019/2');
    expect([...calendar.daysOff.values()]).toEqual(['Ngày Chiến thắng']);
  });

  test.each([
    ['2019-05-04', 'a Saturday'],
    ['2019-05-05', 'a Sunday'],
  ])('%s, %s, may be worked', (date) => {
    expect(valueOf(parseCalendar({ ...DATA, makeUpDays: [date] })).makeUpDays).toEqual(new Set([date]));
  });
});

describe('a calendar is refused', () => {
  test.each<[string, Partial<CalendarData>, object]>([
    ['without a version', { version: ' ' }, { code: 'version-missing' }],
    ['with a beginning that is no day', { from: '2019-02-29' }, { code: 'not-a-date', at: 'from', text: '2019-02-29' }],
    ['with an end that is no day', { until: '' }, { code: 'not-a-date', at: 'until', text: '' }],
    [
      'with a provisional part that begins on no day',
      { provisionalFrom: 'soon' },
      { code: 'not-a-date', at: 'provisionalFrom', text: 'soon' },
    ],
    [
      'with a day off that is no day',
      { daysOff: [{ date: '30-04-2019', name: 'Ngày Chiến thắng' }] },
      { code: 'not-a-date', at: 'daysOff', text: '30-04-2019' },
    ],
    ['with a make-up day that is no day', { makeUpDays: ['x'] }, { code: 'not-a-date', at: 'makeUpDays', text: 'x' }],
    [
      'when it ends before it begins',
      { from: '2019-12-31', until: '2019-01-01' },
      { code: 'range-reversed', from: '2019-12-31', until: '2019-01-01' },
    ],
    [
      'with a day off outside its range',
      { daysOff: [{ date: '2020-01-01', name: 'Tết Dương lịch' }] },
      { code: 'day-outside-range', date: '2020-01-01' },
    ],
    [
      'with a make-up day outside its range',
      { makeUpDays: ['2018-12-29'] },
      { code: 'day-outside-range', date: '2018-12-29' },
    ],
    [
      'with a provisional part outside its range',
      { provisionalFrom: '2020-01-01' },
      { code: 'day-outside-range', date: '2020-01-01' },
    ],
    [
      'with a nameless day off',
      { daysOff: [{ date: '2019-04-30', name: ' ' }] },
      { code: 'name-missing', date: '2019-04-30' },
    ],
    [
      'with a day off named twice',
      {
        daysOff: [
          { date: '2019-04-30', name: 'Một' },
          { date: '2019-04-30', name: 'Hai' },
        ],
      },
      { code: 'day-listed-twice', date: '2019-04-30' },
    ],
    [
      'with a make-up day named twice',
      { makeUpDays: ['2019-05-04', '2019-05-04'] },
      { code: 'day-listed-twice', date: '2019-05-04' },
    ],
    [
      'with a make-up day in the middle of the week',
      { makeUpDays: ['2019-05-03'] },
      { code: 'make-up-day-on-weekday', date: '2019-05-03' },
    ],
    [
      'with a make-up day that is a day off',
      { daysOff: [{ date: '2019-05-04', name: 'Nghỉ' }] },
      { code: 'make-up-day-is-day-off', date: '2019-05-04' },
    ],
  ])('%s', (_why, change, refusal) => {
    expect(refusalOf(parseCalendar({ ...DATA, ...change }))).toEqual([refusal]);
  });

  test('with everything that is wrong named at once', () => {
    const wrong: CalendarData = {
      version: '',
      from: '2019-01-01',
      until: 'x',
      daysOff: [{ date: 'y', name: '' }],
      makeUpDays: ['2019-05-03'],
    };
    expect(refusalOf(parseCalendar(wrong)).map(({ code }) => code)).toEqual([
      'version-missing',
      'not-a-date',
      'not-a-date',
      'make-up-day-on-weekday',
    ]);
  });
});
