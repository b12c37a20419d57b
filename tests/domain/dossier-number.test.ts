import { describe, expect, test } from 'vitest';
import {
  isOrganisationCode,
  LAST_STATION,
  nextDossierNumber,
  NUMBERS_PER_STATION,
  parseStation,
} from '../../domain/dossier-number.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { refusalOf, stationOf, valueOf } from './fixtures.ts';

const DAY = { organisationCode: '000.86.22.H44', date: plainDate('2020-04-20') };

function numberOf(station: number, used: number): string {
  return valueOf(nextDossierNumber({ ...DAY, station: stationOf(station), used }));
}

describe('the dossier number', () => {
  test.each([
    [1, 0, '0001'],
    [1, 499, '0500'],
    [2, 0, '0501'],
    [19, 499, '9500'],
  ])('of station %i after %i others ends in %s', (station, used, sequence) => {
    expect(numberOf(station, used)).toBe(`000.86.22.H44-200420-${sequence}`);
  });

  test('no two stations ever give the same number on one day', () => {
    const issued = new Set<string>();
    for (let station = 1; station <= LAST_STATION; station += 1) {
      for (let used = 0; used < NUMBERS_PER_STATION; used += 1) issued.add(numberOf(station, used));
    }
    expect(issued.size).toBe(LAST_STATION * NUMBERS_PER_STATION);
  });

  test('a station that used up its range is refused and borrows from nobody', () => {
    const refusal = refusalOf(nextDossierNumber({ ...DAY, station: stationOf(3), used: NUMBERS_PER_STATION }));
    expect(refusal).toEqual({ code: 'station-range-exhausted', station: 3 });
  });
});

test('a station is a whole number from 1 to 19', () => {
  expect([1, 19].map(parseStation)).toEqual([1, 19]);
  expect([0, 20, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY].map(parseStation)).toEqual(Array(6).fill(undefined));
});

describe('an organisation code', () => {
  test.each(['000.86.22.H44', '000.00.22.H44', 'H44', 'H44.23', 'H44.991', 'H44.23.01.02.105'])('%s is one', (text) => {
    expect(isOrganisationCode(text)).toBe(true);
  });

  test.each(['', 'h44', 'H4', 'H44.', 'H44.1', 'H44.1234', '000.86.22', '00.86.22.H44', 'H44.01.02.03.04.05', 'H44\n'])(
    '"%s" is none',
    (text) => {
      expect(isOrganisationCode(text)).toBe(false);
    },
  );
});
