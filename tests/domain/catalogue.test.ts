import { describe, expect, test } from 'vitest';
import { WORKING_CALENDAR } from '../../domain/catalogue/working-calendar-2018-2026.ts';
import { YEN_LAP_UNITS } from '../../domain/catalogue/yen-lap-units.ts';
import { isOrganisationCode } from '../../domain/dossier-number.ts';
import { plainDate, type PlainDate, weekdayOf, yearOf } from '../../domain/plain-date.ts';
import { isInForce } from '../../domain/unit.ts';
import { isWorkingDay } from '../../domain/working-calendar.ts';

describe('the working calendar', () => {
  const daysOff = [...WORKING_CALENDAR.daysOff.keys()];

  function weekdaysOffIn(year: number): readonly PlainDate[] {
    return daysOff.filter((day) => yearOf(day) === year && weekdayOf(day) < 5);
  }

  test('reaches from 2018 to 2027, the last year only expected', () => {
    expect([WORKING_CALENDAR.from, WORKING_CALENDAR.until]).toEqual(['2018-01-01', '2027-12-31']);
    expect(WORKING_CALENDAR.provisionalFrom).toBe('2027-01-01');
    expect(daysOff.filter((day) => day < WORKING_CALENDAR.from || day > WORKING_CALENDAR.until)).toEqual([]);
  });

  test.each([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027])(
    'in %i gives as many weekdays off as the law has days, not counting swapped ones',
    (year) => {
      // Labour Code: 10 days until 2020, 11 since 2021, when Quốc khánh became two; a weekend takes none of them away.
      const swapped = weekdaysOffIn(year).filter((day) => WORKING_CALENDAR.daysOff.get(day) === 'Nghỉ hoán đổi');
      expect(weekdaysOffIn(year).length - swapped.length).toBe(year < 2021 ? 10 : 11);
    },
  );

  test('every swapped day has its make-up Saturday', () => {
    const swapped = daysOff.filter((day) => WORKING_CALENDAR.daysOff.get(day) === 'Nghỉ hoán đổi');
    expect(WORKING_CALENDAR.makeUpDays.size).toBe(swapped.length);
    for (const day of WORKING_CALENDAR.makeUpDays) {
      expect(weekdayOf(day)).toBe(5);
      expect(isWorkingDay(WORKING_CALENDAR, day)).toBe(true);
    }
  });

  test.each([
    ['2018-02-16', 'Tết Nguyên đán'],
    ['2020-01-25', 'Tết Nguyên đán'],
    ['2022-02-01', 'Tết Nguyên đán'],
    ['2025-01-29', 'Tết Nguyên đán'],
    ['2027-02-06', 'Tết Nguyên đán'],
    ['2020-04-02', 'Giỗ Tổ Hùng Vương'],
    ['2019-04-15', 'Nghỉ bù Giỗ Tổ Hùng Vương'],
    ['2022-05-03', 'Nghỉ bù Ngày Quốc tế lao động'],
    ['2027-05-03', 'Nghỉ bù Ngày Quốc tế lao động'],
    ['2021-09-03', 'Quốc khánh'],
    ['2026-08-31', 'Nghỉ hoán đổi'],
  ])('%s is "%s"', (day, name) => {
    expect(WORKING_CALENDAR.daysOff.get(plainDate(day))).toBe(name);
  });

  test('24 November 2026 is worked until a law says otherwise', () => {
    expect(isWorkingDay(WORKING_CALENDAR, plainDate('2026-11-24'))).toBe(true);
  });
});

describe('the sample units of Yên Lập', () => {
  function inForce(day: string) {
    return YEN_LAP_UNITS.filter((unit) => isInForce(unit, plainDate(day)));
  }

  test('are seventeen under district and province until 30 June 2025', () => {
    for (const day of ['2018-01-01', '2020-04-20', '2025-06-30']) {
      expect(inForce(day)).toHaveLength(17);
      expect(inForce(day).every((unit) => unit.upperNames.join() === 'Huyện Yên Lập,Tỉnh Phú Thọ')).toBe(true);
    }
  });

  test('are six under the province alone since 1 July 2025', () => {
    for (const day of ['2025-07-01', '2026-11-24']) {
      expect(inForce(day).map((unit) => unit.name)).toEqual([
        'Xã Yên Lập',
        'Xã Sơn Lương',
        'Xã Xuân Viên',
        'Xã Trung Sơn',
        'Xã Thượng Long',
        'Xã Minh Hòa',
      ]);
      expect(inForce(day).every((unit) => unit.upperNames.join() === 'Tỉnh Phú Thọ')).toBe(true);
    }
  });

  test('are none before 2018', () => {
    expect(inForce('2017-12-31')).toEqual([]);
  });

  test.each(['2020-04-20', '2026-11-24'])('have codes of five digits, none given twice on %s', (day) => {
    const codes = inForce(day).map((unit) => unit.code);
    expect(codes.filter((code) => !/^\d{5}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('carry organisation codes of the right form, each one its own, all marked as samples', () => {
    const codes = YEN_LAP_UNITS.map((unit) => unit.organisationCode);
    expect(codes.filter((code) => !isOrganisationCode(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    expect(YEN_LAP_UNITS.every((unit) => unit.sample)).toBe(true);
  });

  test('Trung Sơn keeps its code and its name through the reform', () => {
    const trungSon = YEN_LAP_UNITS.filter((unit) => unit.name === 'Xã Trung Sơn');
    expect(trungSon.map((unit) => [unit.code, unit.effectiveTo])).toEqual([
      ['08311', '2025-06-30'],
      ['08311', undefined],
    ]);
  });
});
