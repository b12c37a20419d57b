import { describe, expect, test } from 'vitest';
import { appointmentOf, type Circumstances, handOver, receive } from '../../domain/dossier-commands.ts';
import { projectDossier } from '../../domain/dossier.ts';
import { parseIntakeForm } from '../../domain/intake-form.ts';
import type { Receiver } from '../../domain/party.ts';
import { localMoment, plainDate } from '../../domain/plain-date.ts';
import { dossierIdOf } from '../../domain/scan-code.ts';
import {
  APPOINTMENT,
  BIRTH,
  BIRTH_INPUT,
  COOPERATIVE,
  HANDED_OVER,
  NUMBERS,
  RECEIVED,
  refusalOf,
  RULES,
  stationOf,
  unitOf,
  valueOf,
} from './fixtures.ts';

const DOSSIER_ID = dossierIdOf(NUMBERS.scanCode);

function at(moment: string): Circumstances {
  return { ...RULES, now: localMoment(moment) };
}

function agreed(date: string) {
  return { date: plainDate(date), reason: 'Đã hẹn với người nộp' };
}

describe('the appointment of a reception', () => {
  test('is computed by the published limit', () => {
    const { at: due } = valueOf(appointmentOf({ procedure: BIRTH }, at('2020-04-20T09:00')));
    expect(due).toBe('2020-04-20T17:30');
  });

  test('a date that can be computed is never replaced by a typed one', () => {
    const form = { procedure: BIRTH, agreedAppointment: agreed('2020-05-29') };
    expect(valueOf(appointmentOf(form, at('2020-04-20T09:00'))).basis).toEqual({ kind: 'same-day' });
  });

  test('is as agreed where no limit is published', () => {
    const form = { procedure: COOPERATIVE, agreedAppointment: agreed('2020-04-27') };
    expect(valueOf(appointmentOf(form, at('2020-04-20T09:00')))).toEqual({
      at: '2020-04-27T17:30',
      basis: { kind: 'agreed', reason: 'Đã hẹn với người nộp' },
      daysOff: [],
      calendarVersion: RULES.calendar.version,
    });
  });

  test('is as agreed where the calendar ends too soon', () => {
    const form = { procedure: BIRTH, agreedAppointment: agreed('2028-01-04') };
    expect(valueOf(appointmentOf(form, at('2027-12-31T16:00'))).at).toBe('2028-01-04T17:30');
  });

  test('without a limit and without an agreed date is refused', () => {
    expect(refusalOf(appointmentOf({ procedure: COOPERATIVE }, at('2020-04-20T09:00')))).toEqual({
      code: 'no-limit-published',
    });
  });

  test.each([
    ['2020-04-20T09:00', '2020-04-19'],
    ['2020-04-20T17:31', '2020-04-20'],
  ])('at %s nobody can be told to come on %s', (now, date) => {
    const form = { procedure: COOPERATIVE, agreedAppointment: agreed(date) };
    expect(refusalOf(appointmentOf(form, at(now)))).toEqual({ code: 'agreed-date-in-the-past' });
  });

  test('today may be agreed until the counter closes', () => {
    const form = { procedure: COOPERATIVE, agreedAppointment: agreed('2020-04-20') };
    expect(valueOf(appointmentOf(form, at('2020-04-20T17:30'))).at).toBe('2020-04-20T17:30');
  });
});

describe('receiving', () => {
  const reception = {
    numbers: NUMBERS,
    appointment: APPOINTMENT,
    unit: unitOf('Xã Xuân Viên'),
    station: stationOf(1),
    receivedAt: localMoment('2020-04-20T08:15'),
  };

  test('is a fact about the dossier its scan code names', () => {
    const fact = receive(valueOf(parseIntakeForm(BIRTH_INPUT, BIRTH)), reception);
    expect(fact.kind).toBe('received');
    expect(fact.dossierId).toBe(DOSSIER_ID);
  });

  test('carries the rules of its day, and of the unit and the procedure only what a slip needs', () => {
    const { payload } = receive(valueOf(parseIntakeForm(BIRTH_INPUT, BIRTH)), reception);
    expect(payload).toMatchObject({
      dossierNumber: '000.86.22.H44-200420-0001',
      procedure: { code: '1.001193', version: BIRTH.version, limit: BIRTH.limit, fee: BIRTH.fee },
      unit: { code: '08305', upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'] },
      appointment: APPOINTMENT,
    });
    expect(payload).not.toHaveProperty('procedure.requiredPapers');
    expect(payload).not.toHaveProperty('unit.sample');
    expect(payload).not.toHaveProperty('submitter');
  });

  test('names the submitter when there is one', () => {
    const input = { ...BIRTH_INPUT, submitter: { name: 'Hà Văn Páo', idNumber: '', phone: '' } };
    const { payload } = receive(valueOf(parseIntakeForm(input, BIRTH)), reception);
    expect(payload).toHaveProperty('submitter.name', 'Hà Văn Páo');
  });
});

describe('handing over', () => {
  const receiver: Receiver = { relation: 'authorised', name: ' Hà  Văn Páo ', idNumber: '025 190 000 002' };
  const request = { dossierId: DOSSIER_ID, receiver, handedOverAt: localMoment('2020-04-20T16:05') };
  const key = { lamport: 1, log: 'a', seq: 1, actor: 'Cán bộ', dossierId: DOSSIER_ID };
  const open = projectDossier([{ ...key, kind: 'received', payload: RECEIVED }]);
  const done = projectDossier([{ ...key, kind: 'result-handed-over', payload: HANDED_OVER }]);

  test('is a fact with the tidied name and number of the receiver', () => {
    expect(valueOf(handOver(request, open))).toEqual({
      kind: 'result-handed-over',
      dossierId: DOSSIER_ID,
      payload: {
        receiver: { relation: 'authorised', name: 'Hà Văn Páo', idNumber: '025190000002' },
        handedOverAt: '2020-04-20T16:05',
      },
    });
  });

  test('is recorded for a slip whose reception is not known here', () => {
    expect(handOver(request, undefined).ok).toBe(true);
  });

  test('a second time is refused, with the time and the name of the first', () => {
    expect(refusalOf(handOver(request, done))).toEqual({
      code: 'already-handed-over',
      at: '2020-04-20T16:05',
      receiverName: 'Đinh Thị Mơ',
    });
  });

  test('to nobody is refused', () => {
    const nobody = { ...request, receiver: { ...receiver, name: ' \t' } };
    expect(refusalOf(handOver(nobody, open))).toEqual({ code: 'receiver-name-missing' });
  });

  test('to somebody with an impossible id is refused, without an id it is not', () => {
    const wrong = { ...request, receiver: { ...receiver, idNumber: '12' } };
    expect(refusalOf(handOver(wrong, open))).toEqual({ code: 'receiver-id-not-an-id' });
    const none = { ...request, receiver: { ...receiver, idNumber: '' } };
    expect(handOver(none, open).ok).toBe(true);
  });
});
