import { expect, test } from 'vitest';
import { momentOfSerial, parseSheetMoment } from '../../../domain/go-live/sheet-date.ts';

const MORNING = { date: '2020-04-20', minute: 8 * 60 + 15 };

test.each([
  ['20/04/2020', { date: '2020-04-20' }],
  ['5/4/2020', { date: '2020-04-05' }],
  ['20-04-2020', { date: '2020-04-20' }],
  ['20.04.2020', { date: '2020-04-20' }],
  ['2020-04-20', { date: '2020-04-20' }],
  ['2020/4/20', { date: '2020-04-20' }],
  ['ngày 20/04/2020', { date: '2020-04-20' }],
  ['20/04/2020 08:15', MORNING],
  ['20/04/2020 8:15:42', MORNING],
  ['20/04/2020, 8h15', MORNING],
  ['2020-04-20T08:15', MORNING],
  ['2020-04-20 08:15:00.000', MORNING],
  ['08:15 20/04/2020', MORNING],
  ['8h15, ngày 20/04/2020', MORNING],
  ['8 giờ 15 phút, ngày 20/04/2020', MORNING],
  ['8h 20/04/2020', { date: '2020-04-20', minute: 480 }],
  ['20/04/2020 2:15 CH', { date: '2020-04-20', minute: 14 * 60 + 15 }],
  ['20/04/2020 2:15:00 PM', { date: '2020-04-20', minute: 14 * 60 + 15 }],
  ['20/04/2020 12:15 SA', { date: '2020-04-20', minute: 15 }],
  ['20/04/2020 12:15 CH', { date: '2020-04-20', minute: 12 * 60 + 15 }],
  ['29/02/2020', { date: '2020-02-29' }],
  ['43941', { date: '2020-04-20' }],
  ['43941.34375', MORNING],
  ['43941,34375', MORNING],
])('"%s" is read', (text, moment) => {
  expect(parseSheetMoment(text)).toEqual(moment);
});

test.each([
  '',
  'hôm qua',
  '20/04',
  '20/04/20',
  '04/20/2020',
  '31/02/2020',
  '29/02/2019',
  '20/04/2020 25:00',
  '20/04/2020 08:61',
  '2020-04-20T01:15:00Z',
  '20/04/2020 và 21/04/2020',
  '12345',
  '99999999',
  '20200420',
  '-43941',
  '1e5',
])('"%s" is no date: it is not guessed', (text) => {
  expect(parseSheetMoment(text)).toBeUndefined();
});

test('the number of a day counts as spreadsheets do since March 1900', () => {
  expect(momentOfSerial(61)).toEqual({ date: '1900-03-01' });
  expect(momentOfSerial(25_569)).toEqual({ date: '1970-01-01' });
  expect(momentOfSerial(109_574)).toEqual({ date: '2199-12-31' });
});

test.each([0, 0.5, 60, 109_575, -1, Number.NaN, Infinity])('%d is the number of no day', (serial) => {
  expect(momentOfSerial(serial)).toBeUndefined();
});

test('a moment is rounded to the minute, the last half minute of a day to the next', () => {
  expect(momentOfSerial(43_941 + (8 * 60 + 14.9) / 1_440)).toEqual(MORNING);
  expect(momentOfSerial(43_941.9999)).toEqual({ date: '2020-04-21' });
});
