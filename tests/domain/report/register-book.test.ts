import { describe, expect, test } from 'vitest';
import { localMoment, plainDate } from '../../../domain/plain-date.ts';
import { registerRows, registerTrouble } from '../../../domain/report/register-book.ts';
import { NUMBERS, RECEIVED, valueOf, stationOf } from '../fixtures.ts';
import { nextDossierNumber } from '../../../domain/dossier-number.ts';
import { appointmentAt, lived, type Line, LINKED, numbered } from './life.ts';

const YEAR = { from: plainDate('2020-01-01'), until: plainDate('2020-12-31') };
const received: Line = ['received', '2020-04-20T08:15'];

function dossierNumber(used: number) {
  const date = plainDate('2020-04-20');
  return valueOf(nextDossierNumber({ organisationCode: '000.86.22.H44', date, station: stationOf(1), used }));
}

function inBook(book: string, number: number, receivedAt = '2020-04-20T08:15') {
  return numbered(
    lived(['received', receivedAt, { registerBook: { book, number }, dossierNumber: dossierNumber(number) }]),
    number,
  );
}

function registered(book: string, number: number, receivedAt?: string) {
  const dossier = inBook(book, number, receivedAt);
  return dossier.intake ? { ...dossier, intake: { ...dossier.intake, registerBook: { book, number } } } : dossier;
}

describe('a line of the register book', () => {
  test('says what was received, from whom, who decides, when, and how the result goes', () => {
    const [row] = registerRows([lived(received)], YEAR);
    expect(row).toEqual({
      dossierId: '08305012000042',
      book: '01/2020',
      number: 42,
      dossierNumber: NUMBERS.dossierNumber,
      procedureName: RECEIVED.procedure.name,
      sets: 1,
      applicantName: 'Đinh Thị Mơ',
      applicantAddress: 'Khu 3, xã Xuân Viên',
      applicantPhone: '0912345678',
      decidingBody: 'Xã Xuân Viên',
      receivedAt: '2020-04-20T08:15',
      appointmentAt: '2020-04-20T17:30',
      resultWanted: { at: 'counter' },
      isVoided: false,
      notes: [],
    });
  });

  test('says when the result was handed over, to whom and by which way', () => {
    const byPost = lived(received, ['result-handed-over', '2020-04-22T09:00', { by: 'post' }]);
    const [row] = registerRows([byPost], YEAR);
    expect(row).toMatchObject({
      handedOverAt: '2020-04-22T09:00',
      handedOverBy: 'post',
      receiverName: 'Đinh Thị Mơ',
    });
  });

  test('names the body above where that one decides', () => {
    const [row] = registerRows([lived(['received', '2020-04-20T08:15', LINKED])], YEAR);
    expect(row?.decidingBody).toBe('Huyện Yên Lập');
  });

  test('bears the name as corrected, the date that counts and, in the notes, the date that was printed', () => {
    const dossier = lived(
      received,
      ['processing-started', '2020-04-20T08:30'],
      ['details-corrected', '2020-04-20T09:00'],
      ['appointment-changed', '2020-04-20T10:00', { appointment: appointmentAt('2020-04-24T17:30') }],
      ['apology-issued', '2020-04-24T10:00', { newAppointmentAt: localMoment('2020-04-28T17:30') }],
      ['withdrawn', '2020-04-25T10:00', { reason: 'Xin rút' }],
    );
    const [row] = registerRows([dossier], YEAR);
    expect(row).toMatchObject({ applicantName: 'Đinh Thị Mai', appointmentAt: '2020-04-24T17:30' });
    expect(row?.notes).toEqual([
      { code: 'appointment-moved', firstAt: '2020-04-20T17:30' },
      { code: 'apology', newAppointmentAt: '2020-04-28T17:30' },
      { code: 'withdrawn', at: '2020-04-25T10:00', reason: 'Xin rút' },
    ]);
  });
});

test('an end that a person found not to be one leaves no note', () => {
  const dossier = lived(
    received,
    ['withdrawn', '2020-04-20T09:00'],
    ['result-handed-over', '2020-04-20T10:00'],
    ['contradiction-settled', '2020-04-21T09:00', { of: { log: 'a', seq: 3 }, accepts: true }],
  );
  expect(dossier.status).toBe('handed-over');
  expect(registerRows([dossier], YEAR)).toMatchObject([{ handedOverAt: '2020-04-20T10:00', notes: [] }]);
});

describe('the register book', () => {
  test('keeps a voided dossier, marked, with the reason', () => {
    const voided = lived(received, ['voided', '2020-04-20T09:00', { reason: 'Nhập sai' }]);
    const [row] = registerRows([voided], YEAR);
    expect(row?.isVoided).toBe(true);
    expect(row?.notes).toEqual([{ code: 'voided', at: '2020-04-20T09:00', reason: 'Nhập sai' }]);
  });

  test('knows nothing of what was never received here', () => {
    const others = [
      lived(['filed', '2020-04-20T08:00']),
      lived(['supplement-guided', '2020-04-20T08:00']),
      lived(['intake-refused', '2020-04-20T08:00']),
      lived(['carried-over', '2020-04-20T08:00']),
      lived(['result-handed-over', '2020-04-20T08:00']),
    ];
    expect(registerRows(others, YEAR)).toEqual([]);
  });

  test('is in the order of book and number, whatever the order of the dossiers', () => {
    const dossiers = [
      registered('2020-02', 1),
      registered('2020-01', 10),
      registered('2020-01', 9),
      registered('2019-03', 7),
    ];
    const places = registerRows(dossiers, YEAR).map(({ book, number }) => `${book}/${number}`);
    expect(places).toEqual(['2019-03/7', '2020-01/9', '2020-01/10', '2020-02/1']);
    expect(registerRows(dossiers.toReversed(), YEAR)).toEqual(registerRows(dossiers, YEAR));
  });

  test('is of one book where one is named, and of the days asked for, both included', () => {
    const dossiers = [
      registered('2020-01', 1, '2020-04-19T23:59'),
      registered('2020-01', 2, '2020-04-20T00:00'),
      registered('2020-01', 3, '2020-04-21T23:59'),
      registered('2020-01', 4, '2020-04-22T00:00'),
      registered('2020-02', 5, '2020-04-21T08:00'),
    ];
    const wanted = { from: plainDate('2020-04-20'), until: plainDate('2020-04-21') };
    expect(registerRows(dossiers, wanted).map(({ number }) => number)).toEqual([2, 3, 5]);
    expect(registerRows(dossiers, { ...wanted, book: '2020-01' }).map(({ number }) => number)).toEqual([2, 3]);
  });
});

describe('trouble in the register book', () => {
  test('gaps are none', () => {
    expect(registerTrouble(registerRows([registered('2020-01', 1), registered('2020-01', 7)], YEAR))).toEqual([]);
  });

  test('the same number in two books is none', () => {
    const other = { ...registered('2020-02', 1), id: inBook('2020-02', 2).id };
    const rows = registerRows([registered('2020-01', 1), other], YEAR);
    expect(registerTrouble(rows).map(({ code }) => code)).not.toContain('register-number-twice');
  });

  test('a number of a book that two lines bear is named, with both', () => {
    const one = registered('2020-01', 1);
    const other = numbered(registered('2020-01', 1), 2);
    const clash = other.intake
      ? {
          ...other,
          intake: { ...other.intake, dossierNumber: dossierNumber(9), registerBook: { book: '2020-01', number: 1 } },
        }
      : other;
    const rows = registerRows([one, clash], YEAR);
    expect(registerTrouble(rows)).toEqual([
      { code: 'register-number-twice', book: '2020-01', number: 1, dossiers: [one.id, clash.id] },
    ]);
  });

  test('a dossier number that two lines bear is named, a voided one too', () => {
    const one = numbered(lived(received, ['voided', '2020-04-20T09:00']), 1);
    const other = numbered(lived(received), 2);
    expect(registerTrouble(registerRows([other, one], YEAR))).toEqual([
      { code: 'dossier-number-twice', dossierNumber: NUMBERS.dossierNumber, dossiers: [one.id, other.id] },
    ]);
  });
});
