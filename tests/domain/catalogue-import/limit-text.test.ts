import { describe, expect, test } from 'vitest';
import { limitWords } from '../../../domain/catalogue-import/limit-text.ts';
import type { ProcedureLimit } from '../../../domain/procedure.ts';
import { readOne } from './known.ts';

const workingDays = (days: number): ProcedureLimit => ({ kind: 'working-days', days });
const calendarDays = (days: number): ProcedureLimit => ({ kind: 'calendar-days', days });
const sameDay = (hour: number, minute = 0): ProcedureLimit => ({ kind: 'same-day', cutOffMinute: hour * 60 + minute });

describe('words about a limit', () => {
  test.each<[string, readonly ProcedureLimit[]]>([
    ['03 ngày làm việc', [workingDays(3)]],
    ['không quá 15 ngày', [calendarDays(15)]],
    ['Không quá 02 (hai) ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', [workingDays(2)]],
    ['03 ngày sau khi nhận hồ sơ', [calendarDays(3)]],
    ['08 giờ làm việc', [{ kind: 'hours', hours: 8 }]],
    ['01 tháng', [calendarDays(30)]],
    ['Trong ngày tiếp nhận; nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo', [sameDay(15)]],
    ['Ngay trong ngày; hồ sơ nhận sau 16h30 trả ngày làm việc tiếp theo', [sameDay(16, 30)]],
    ['Ngay sau khi nhận đủ hồ sơ', [sameDay(15)]],
    ['Nộp từ 7 giờ 30 đến 17 giờ các ngày làm việc', []],
    ['Trả kết quả trong ngày làm việc tiếp theo', []],
    ['Thông tư số 281/2016/TT-BTC ngày 14/11/2016', []],
    ['Không có thông tin', []],
    ['', []],
  ])('%s', (text, limits) => {
    expect(limitWords(text).limits).toEqual(limits);
  });

  test('what follows a word that singles some out is an exception', () => {
    const words = limitWords('03 ngày làm việc, trường hợp cần xác minh kéo dài không quá 08 ngày làm việc');
    expect(words).toMatchObject({ limits: [workingDays(3)], forSome: [workingDays(8)] });
  });

  test('a month and a fraction are seen', () => {
    expect(limitWords('02 tháng')).toMatchObject({ hasMonth: true });
    expect(limitWords('0,5 ngày làm việc')).toMatchObject({ limits: [], hasFraction: true });
  });
});

describe('number, unit and words together', () => {
  test.each<[Record<string, unknown>, ProcedureLimit]>([
    [{ processingTime: '03', processingTimeUnit: 'Ngày làm việc' }, workingDays(3)],
    [{ processingTime: 15, processingTimeUnit: 'DAY', processingText: 'không quá 15 ngày' }, calendarDays(15)],
    [{ processingTime: 15, processingTimeUnit: 'OTHER', processingText: 'không quá 15 ngày' }, calendarDays(15)],
    [{ processingTime: '2', processingTimeUnit: 'MONTH' }, calendarDays(60)],
    [{ processingTime: 0, processingTimeUnit: 'OTHER', processingText: '10 ngày' }, calendarDays(10)],
    [{ processingTime: 'Không có thông tin', processingText: '03 ngày làm việc' }, workingDays(3)],
  ])('%j', (members, limit) => {
    expect(readOne({ processingTimeUnit: undefined, ...members }).procedure?.limit).toEqual(limit);
  });

  test.each<[Record<string, unknown>, string]>([
    [{ processingTime: 15, processingTimeUnit: 'WORKING_DAY', processingText: '15 ngày' }, 'limit-contradictory'],
    [{ processingTime: null, processingText: '10 ngày, 20 ngày' }, 'limit-contradictory'],
    [{ processingTime: 9_999, processingTimeUnit: 'DAY' }, 'limit-out-of-range'],
    [{ processingTime: 3, processingTimeUnit: 'constructor' }, 'limit-unit-unknown'],
    [{ processingTime: -3 }, 'limit-missing'],
    [{ processingTime: 0, processingTimeUnit: 'WORKING_DAY' }, 'limit-missing'],
    [{ processingTime: 2.5 }, 'limit-not-a-whole-number'],
  ])('%j is to fix', (members, problem) => {
    expect(readOne({ processingTimeUnit: undefined, ...members }).problems).toEqual([problem]);
  });
});
