import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../../domain/dossier.ts';
import { receiptKey } from '../../../domain/fees/payment.ts';
import type { Act } from '../../../domain/lifecycle/act.ts';
import { decideAct } from '../../../domain/lifecycle/decide-act.ts';
import { localMoment } from '../../../domain/plain-date.ts';
import { RECEIVED, refusalOf, RULES, valueOf } from '../fixtures.ts';
import {
  after,
  APOLOGY,
  AT_THE_END_OF_THE_CALENDAR,
  BASIS,
  by,
  CHANGE,
  changedTo,
  COLLECTION,
  CORRECTION,
  FORM_NUMBER,
  IN_CASH,
  LATE,
  NOW,
  PAID,
  RECEIPT,
  receivedWith,
  refusedOn,
  REQUEST,
  RESUME,
  UPSTREAM_RESULT,
  WITH_FEES,
} from './act-samples.ts';
import { at, dossierOf, SAMPLES, type Said, saidUpTo } from './samples.ts';

describe('asking for papers', () => {
  const once = [...saidUpTo('awaiting-supplement'), SAMPLES['supplement-received']];

  test('a second time needs a legal basis and who allowed it, both by name', () => {
    expect(refusedOn(once, { ...REQUEST, basis: { ...BASIS, text: '' } })).toMatchObject({ field: 'basis.text' });
    expect(refusedOn(once, { ...REQUEST, basis: { ...BASIS, approver: '' } })).toMatchObject({
      field: 'basis.approver',
    });
    const fact = valueOf(decideAct({ ...REQUEST, basis: BASIS }, dossierOf(...once), by()));
    expect(fact.payload).toMatchObject({ basis: BASIS, formNumber: FORM_NUMBER });
  });

  test('again after the first request was taken back is no second time', () => {
    const undone = after(
      saidUpTo('awaiting-supplement'),
      { kind: 'step-undone', undoes: { log: 'a', seq: 3 }, reason: 'Bấm nhầm' },
      NOW,
    );
    expect(decideAct(REQUEST, dossierOf(...undone), by()).ok).toBe(true);
  });

  test('gives the citizen at least until tomorrow', () => {
    const asked = (respondBy: string) =>
      decideAct({ ...REQUEST, respondBy }, dossierOf(...saidUpTo('in-progress')), by());
    expect(refusalOf(asked('2020-04-24'))).toEqual({ code: 'date-too-early', field: 'respondBy' });
    expect(asked('2020-04-25').ok).toBe(true);
  });
});

describe('stopping', () => {
  const stop: Act = { kind: 'stopped', reason: 'Quá hạn bổ sung' };

  test('is refused on the citizen’s last day and taken on the day after', () => {
    const waiting = dossierOf(...saidUpTo('awaiting-supplement'));
    expect(decideAct(stop, waiting, by(localMoment('2020-05-21T17:30'))).ok).toBe(false);
    expect(decideAct(stop, waiting, by(localMoment('2020-05-22T07:00'))).ok).toBe(true);
  });
});

describe('going on after a wait', () => {
  const appointmentOf = (dossier: Dossier) => dossier.appointment?.at;
  /** Received on a Monday morning with five working days; asked for papers on the Wednesday afternoon. */
  const waiting = after(
    [
      receivedWith({
        receivedAt: at('06T08:15'),
        procedure: { ...RECEIVED.procedure, limit: { kind: 'working-days', days: 5 } },
        appointment: { ...RECEIVED.appointment, at: at('13T12:00'), basis: { kind: 'working-days', days: 5 } },
      }),
      { kind: 'processing-started', payload: { at: at('06T09:00'), specialist: '' } },
    ],
    REQUEST,
    at('08T14:00'),
  );
  const resumed = after(waiting, RESUME, at('14T10:00'));

  test('moves the date by the working days of the wait', () => {
    expect(appointmentOf(dossierOf(...resumed))).toBe('2020-04-17T12:00');
    expect(dossierOf(...resumed).appointment).toMatchObject({
      basis: { kind: 'working-days', days: 5 },
      calendarVersion: RULES.calendar.version,
    });
  });

  test('a second time moves the first date by both waits', () => {
    const again = after(resumed, { ...REQUEST, basis: BASIS }, at('15T14:00'));
    expect(appointmentOf(dossierOf(...after(again, RESUME, at('16T10:00'))))).toBe('2020-04-20T12:00');
  });

  test('moves a date that was changed by hand only by the waits after it', () => {
    const changed = after(resumed, { ...CHANGE, date: '2020-04-20' }, at('15T09:00'));
    const again = after(changed, { ...REQUEST, basis: BASIS }, at('16T14:00'));
    expect(appointmentOf(dossierOf(...after(again, RESUME, at('21T09:00'))))).toBe('2020-04-23T17:30');
  });

  test('names the days off that made the date as late as it is', () => {
    const late = dossierOf(...after(waiting, RESUME, at('28T10:00')));
    expect(late.appointment?.at).toBe('2020-05-05T12:00');
    expect(late.appointment?.daysOff.map(({ date }) => date)).toEqual(['2020-04-30', '2020-05-01']);
  });

  test('takes the typed date, with its reason, where the calendar ends', () => {
    const act = { ...RESUME, agreedAppointment: { date: '2028-01-05', reason: ' Chưa có lịch 2028 ' } };
    const said = after(AT_THE_END_OF_THE_CALENDAR, act, LATE);
    expect(dossierOf(...said).appointment).toEqual(changedTo(localMoment('2028-01-05T17:30'), 'Chưa có lịch 2028'));
  });

  test('takes no typed date without a reason, or that is over', () => {
    const typed = (date: string, reason: string) =>
      refusedOn(AT_THE_END_OF_THE_CALENDAR, { ...RESUME, agreedAppointment: { date, reason } }, LATE);
    expect(typed('2028-01-05', '')).toEqual({ code: 'text-missing', field: 'agreedAppointment.reason' });
    expect(typed('2027-12-30', 'Đã hẹn')).toEqual({ code: 'date-too-early', field: 'agreedAppointment.date' });
  });

  test('never takes a typed date for one that can be computed', () => {
    const act = { ...RESUME, agreedAppointment: { date: '2020-05-29', reason: 'Đã hẹn' } };
    expect(appointmentOf(dossierOf(...after(waiting, act, at('14T10:00'))))).toBe('2020-04-17T12:00');
  });

  test('a date that was typed at the reception moves by working days', () => {
    const agreed = receivedWith({
      procedure: { ...RECEIVED.procedure, limit: { kind: 'calendar-days', days: 2 } },
      appointment: changedTo(at('23T17:30')),
    });
    const said = [agreed, ...saidUpTo('awaiting-supplement').slice(1)];
    expect(appointmentOf(dossierOf(...after(said, RESUME, NOW)))).toBe('2020-04-28T17:30');
  });
});

describe('a result', () => {
  const issueOn = (date: string): Act => ({
    kind: 'result-issued',
    result: { number: '', date, signer: 'Hà Văn Sáu' },
  });

  test.each(['2020-04-20', '2020-04-24'])(
    'of %s, from the reception until today, is taken without a number',
    (date) => {
      expect(decideAct(issueOn(date), dossierOf(...saidUpTo('in-progress')), by()).ok).toBe(true);
    },
  );

  test('of tomorrow is refused', () => {
    expect(refusedOn(saidUpTo('in-progress'), issueOn('2020-04-25'))).toMatchObject({ code: 'date-in-the-future' });
  });

  test('of the body above counts by its own date, however late it is typed', () => {
    const typed = dossierOf(...after(saidUpTo('upstream-in-progress'), UPSTREAM_RESULT, at('28T08:00')));
    expect(typed.result).toMatchObject({ releasedAt: '2020-04-23T17:30', by: 'upstream', isRefusal: false });
  });

  test('of the body above that is typed on its day counts from then', () => {
    const typed = dossierOf(...after(saidUpTo('upstream-in-progress'), UPSTREAM_RESULT, at('23T10:00')));
    expect(typed.result?.releasedAt).toBe('2020-04-23T10:00');
  });
});

describe('an apology', () => {
  test('a second time needs a legal basis', () => {
    const once = after(saidUpTo('in-progress'), APOLOGY, NOW);
    const again = { ...APOLOGY, newDate: '2020-05-05' };
    expect(refusedOn(once, again)).toEqual({ code: 'basis-missing' });
    expect(dossierOf(...after(once, { ...again, basis: BASIS }, NOW)).apologies).toHaveLength(2);
  });

  test('names a date after the one that was promised, and not one that is over', () => {
    const promised: Said = receivedWith({ appointment: { ...RECEIVED.appointment, at: at('28T17:30') } });
    const refused = { code: 'date-too-early', field: 'newDate' };
    expect(refusedOn([promised], { ...APOLOGY, newDate: '2020-04-28' })).toEqual(refused);
    expect(refusedOn([SAMPLES.received], { ...APOLOGY, newDate: '2020-04-23' })).toEqual(refused);
  });

  test('leaves the date that statistics know', () => {
    const sorry = dossierOf(...after(saidUpTo('in-progress'), APOLOGY, NOW));
    expect(sorry.appointment).toEqual(RECEIVED.appointment);
  });
});

describe('taking a step back', () => {
  test('names the last step, and is refused when something happened since', () => {
    const seen = dossierOf(...saidUpTo('in-progress')).lastUndoable;
    if (!seen) throw new Error('nothing to undo');
    const undo: Act = { kind: 'step-undone', undoes: { log: seen.log, seq: seen.seq }, reason: 'Bấm nhầm' };
    expect(dossierOf(...after(saidUpTo('in-progress'), undo, NOW)).status).toBe('received');
    expect(refusedOn(saidUpTo('awaiting-signature'), undo)).toEqual({ code: 'not-the-last-step' });
  });
});

describe('a correction', () => {
  test('is refused when nothing changed, in whatever order a server wrote the members', () => {
    const applicant = { ...RECEIVED.applicant, phone: { digits: '0912345678', kind: 'number' } as const };
    const act: Act = { ...CORRECTION, applicant: { ...RECEIVED.applicant, phone: '0912345678' } };
    expect(refusedOn([receivedWith({ applicant })], act)).toEqual({ code: 'nothing-changed' });
  });

  test('of no more than the phone is one', () => {
    const act: Act = { ...CORRECTION, applicant: { ...RECEIVED.applicant, phone: '' } };
    expect(dossierOf(...after(saidUpTo('received'), act, NOW)).applicant).toEqual({
      ...RECEIVED.applicant,
      phone: { kind: 'none' },
    });
  });
});

describe('money', () => {
  test('is never taken twice for the same due', () => {
    expect(refusedOn([WITH_FEES, PAID], COLLECTION)).toEqual({
      code: 'payment',
      refusal: { code: 'more-than-due', part: 'fee', restVnd: 0 },
    });
  });

  test('is never taken on a receipt that was used, however it was typed', () => {
    const receipt = { ...RECEIPT, number: '123' };
    const used = receiptKey(RECEIPT);
    const answer = decideAct(
      { ...COLLECTION, receipt },
      dossierOf(WITH_FEES),
      by(NOW, used === undefined ? [] : [used]),
    );
    expect(refusalOf(answer)).toEqual({
      code: 'payment',
      refusal: { code: 'receipt-used', book: 'AB/20P', number: '123' },
    });
  });

  test('is not taken where nothing was assessed', () => {
    expect(refusedOn(saidUpTo('received'), COLLECTION)).toMatchObject({ refusal: { code: 'not-assessed' } });
  });

  test('may be taken and given back when the dossier is at its end', () => {
    const ended = [WITH_FEES, PAID, SAMPLES.withdrawn];
    expect(decideAct({ kind: 'fee-refunded', ...IN_CASH, reason: 'Rút' }, dossierOf(...ended), by()).ok).toBe(true);
    expect(decideAct(COLLECTION, dossierOf(WITH_FEES, SAMPLES['result-handed-over']), by()).ok).toBe(true);
    expect(refusedOn([WITH_FEES, SAMPLES.withdrawn], COLLECTION)).toMatchObject({ code: 'not-in-this-state' });
  });
});
