import { describe, expect, test } from 'vitest';
import { localMoment, plainDate } from '../../domain/plain-date.ts';
import {
  capitalised,
  hourInWords,
  minuteInWords,
  momentInWords,
  momentText,
  parseTypedDate,
  parseTypedMoment,
  phoneText,
  vndText,
  weekdayText,
} from '../../renderer/text/format.ts';

describe('moments in words', () => {
  test('an appointment is said with weekday, day and hour', () => {
    expect(momentInWords(localMoment('2020-04-20T17:30'))).toBe('thứ Hai, 20/04/2020, 17 giờ 30');
  });

  test.each([
    ['2020-04-20', 'thứ Hai'],
    ['2020-04-21', 'thứ Ba'],
    ['2020-04-22', 'thứ Tư'],
    ['2020-04-23', 'thứ Năm'],
    ['2020-04-24', 'thứ Sáu'],
    ['2020-04-25', 'thứ Bảy'],
    ['2020-04-26', 'Chủ nhật'],
  ])('%s is %s', (date, weekday) => {
    expect(weekdayText(plainDate(date))).toBe(weekday);
  });

  test('a full hour is said without minutes, minutes below ten with a nought', () => {
    expect(hourInWords(localMoment('2020-04-20T12:00'))).toBe('12 giờ');
    expect(hourInWords(localMoment('2020-04-20T08:05'))).toBe('8 giờ 05');
    expect(minuteInWords(15 * 60)).toBe('15 giờ');
  });

  test('a list shows the hour before the day', () => {
    expect(momentText(localMoment('2020-04-20T08:05'))).toBe('08:05 20/04/2020');
  });

  test('a line begins with a capital, marks included', () => {
    expect(capitalised('thứ Hai')).toBe('Thứ Hai');
    expect(capitalised('đến hạn')).toBe('Đến hạn');
  });
});

describe('a day as typed', () => {
  test.each(['20/04/2020', '20/4/2020', '20-04-2020', '20.4.2020', ' 20 4 2020 ', '20042020'])(
    '%s is a day',
    (typed) => {
      expect(parseTypedDate(typed)).toBe('2020-04-20');
    },
  );

  test.each(['', '31/04/2020', '2020-04-20', '20/04', '20/04/20', '20/13/2020', 'mai'])('%s is none', (typed) => {
    expect(parseTypedDate(typed)).toBeUndefined();
  });
});

describe('moments as clerks type them', () => {
  test.each(['20/04/2020 08:30', '20/4/2020 8:30', '20042020 8h30', '20/04/2020, 8 giờ 30'])('%s is one', (typed) => {
    expect(parseTypedMoment(typed)).toBe('2020-04-20T08:30');
  });

  test('a full hour needs no minutes', () => expect(parseTypedMoment('20/04/2020 8h')).toBe('2020-04-20T08:00'));

  test.each(['', '20/04/2020', '31/04/2020 08:30', '20/04/2020 24:30', '20/04/2020 8', '8:30'])(
    '%s is none',
    (typed) => {
      expect(parseTypedMoment(typed)).toBeUndefined();
    },
  );
});

describe('numbers', () => {
  test('phones are grouped as people read them out', () => {
    expect(phoneText('0987654321')).toBe('0987 654 321');
    expect(phoneText('02103870123')).toBe('0210 3870 123');
    expect(phoneText('')).toBe('');
  });

  test('money has dots for thousands', () => {
    expect(vndText(2_000)).toBe('2.000 đ');
    expect(vndText(1_250_000)).toBe('1.250.000 đ');
    expect(vndText(500)).toBe('500 đ');
  });
});
