import { describe, expect, test } from 'vitest';
import {
  appointmentOf,
  type Circumstances,
  feesOf,
  handOver,
  receive,
  stepsBeforeHandOver,
} from '../../domain/dossier-commands.ts';
import type { Dossier } from '../../domain/dossier.ts';
import { type IntakeForm, type IntakeInput, parseIntakeForm } from '../../domain/intake-form.ts';
import { DOSSIER_STATES } from '../../domain/lifecycle/dossier-state.ts';
import type { Receiver } from '../../domain/party.ts';
import { localMoment, plainDate } from '../../domain/plain-date.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { dossierIdOf } from '../../domain/scan-code.ts';
import {
  APPOINTMENT,
  BIRTH,
  BIRTH_INPUT,
  COOPERATIVE,
  NUMBERS,
  procedureOf,
  RECEIVED,
  refusalOf,
  RULES,
  stationOf,
  unitOf,
  valueOf,
} from './fixtures.ts';
import { dossierOf, SAMPLES, saidUpTo } from './lifecycle/samples.ts';

const DOSSIER_ID = dossierIdOf(NUMBERS.scanCode);

function at(moment: string): Circumstances {
  return { ...RULES, now: localMoment(moment) };
}

function agreed(date: string) {
  return { date: plainDate(date), reason: 'Đã hẹn với người nộp' };
}

function withoutDate(procedure: Procedure): Pick<IntakeForm, 'procedure' | 'channel'> {
  return { procedure, channel: 'direct' };
}

describe('the appointment of a reception', () => {
  test('is computed by the published limit', () => {
    const { at: due } = valueOf(appointmentOf(withoutDate(BIRTH), at('2020-04-20T09:00')));
    expect(due).toBe('2020-04-20T17:30');
  });

  test('a date that can be computed is never replaced by a typed one', () => {
    const form = { ...withoutDate(BIRTH), agreedAppointment: agreed('2020-05-29') };
    expect(valueOf(appointmentOf(form, at('2020-04-20T09:00'))).basis).toEqual({ kind: 'same-day' });
  });

  test('is as agreed where no limit is published', () => {
    const form = { ...withoutDate(COOPERATIVE), agreedAppointment: agreed('2020-04-27') };
    expect(valueOf(appointmentOf(form, at('2020-04-20T09:00')))).toEqual({
      at: '2020-04-27T17:30',
      basis: { kind: 'agreed', reason: 'Đã hẹn với người nộp' },
      daysOff: [],
      calendarVersion: RULES.calendar.version,
    });
  });

  test('is as agreed where the calendar ends too soon', () => {
    const form = { ...withoutDate(BIRTH), agreedAppointment: agreed('2028-01-04') };
    expect(valueOf(appointmentOf(form, at('2027-12-31T16:00'))).at).toBe('2028-01-04T17:30');
  });

  test('without a limit and without an agreed date is refused', () => {
    expect(refusalOf(appointmentOf(withoutDate(COOPERATIVE), at('2020-04-20T09:00')))).toEqual({
      code: 'no-limit-published',
    });
  });

  test.each([
    ['2020-04-20T09:00', '2020-04-19'],
    ['2020-04-20T17:31', '2020-04-20'],
  ])('at %s nobody can be told to come on %s', (now, date) => {
    const form = { ...withoutDate(COOPERATIVE), agreedAppointment: agreed(date) };
    expect(refusalOf(appointmentOf(form, at(now)))).toEqual({ code: 'agreed-date-in-the-past' });
  });

  test('is computed by the limit of the channel it came through', () => {
    const procedure: Procedure = { ...BIRTH, limitByChannel: { online: { kind: 'working-days', days: 2 } } };
    const byChannel = (channel: IntakeForm['channel']) =>
      valueOf(appointmentOf({ procedure, channel }, at('2020-04-20T09:00'))).at;
    expect(byChannel('online')).toBe('2020-04-22T12:00');
    expect(byChannel('post')).toBe('2020-04-20T17:30');
  });

  test('today may be agreed until the counter closes', () => {
    const form = { ...withoutDate(COOPERATIVE), agreedAppointment: agreed('2020-04-20') };
    expect(valueOf(appointmentOf(form, at('2020-04-20T17:30'))).at).toBe('2020-04-20T17:30');
  });
});

/** Certified copies: paid by pages of the original, for each copy. */
const COPIES = procedureOf('2.000815');
const COUNTED_ON = { day: plainDate('2020-04-20'), councilAmounts: {} };

function formOf(procedure: Procedure, change: Partial<IntakeInput> = {}): IntakeForm {
  const papers = procedure.requiredPapers.map(({ id }) => ({ id, originals: 1, copies: 0 }));
  return valueOf(parseIntakeForm({ ...BIRTH_INPUT, procedureCode: procedure.code, papers, ...change }, procedure));
}

describe('what a reception has to pay', () => {
  test('is reckoned from what the clerk counted', () => {
    const form = formOf(COPIES, { fees: { counts: { pages: 3, copies: 2 } } });
    expect(valueOf(feesOf(form, COUNTED_ON))).toMatchObject({ feeVnd: 10_000, dutyVnd: 0, unassessed: [] });
  });

  test('is not known where nothing was counted, and that is no refusal', () => {
    expect(valueOf(feesOf(formOf(COPIES), COUNTED_ON))).toBeUndefined();
  });

  test('that cannot be reckoned from what was counted is refused', () => {
    expect(refusalOf(feesOf(formOf(COPIES, { fees: { counts: { pages: 3 } } }), COUNTED_ON))).toEqual({
      code: 'count-missing',
      ruleId: 'fee',
      count: 'copies',
    });
  });

  test('stays open where the council set it and nobody knows how much', () => {
    expect(valueOf(feesOf(formOf(BIRTH), COUNTED_ON))).toMatchObject({ totalVnd: 0, unassessed: ['duty'] });
  });

  test('is what the unit’s table says, unless the clerk typed another amount', () => {
    const by = { ...COUNTED_ON, councilAmounts: { duty: 8_000 } };
    expect(valueOf(feesOf(formOf(BIRTH), by))).toMatchObject({ dutyVnd: 8_000, unassessed: [] });
    const typed = formOf(BIRTH, { fees: { counts: {}, councilAmounts: { duty: 5_000 } } });
    expect(valueOf(feesOf(typed, by))).toMatchObject({ dutyVnd: 5_000 });
  });

  test('is nothing for who is exempt, and the reason is kept', () => {
    const exemption = { reason: 'poor-household', evidence: 'Giấy chứng nhận hộ nghèo' } as const;
    expect(valueOf(feesOf(formOf(BIRTH, { fees: { counts: {}, exemption } }), COUNTED_ON))).toMatchObject({
      totalVnd: 0,
      exemption,
      unassessed: [],
    });
  });

  test('is reckoned by the rules of the channel it came through', () => {
    const fees = COPIES.fees.map((rule) => ({ ...rule, channels: ['direct'] as const }));
    const counted = { fees: { counts: { pages: 3, copies: 2 } } };
    expect(valueOf(feesOf(formOf({ ...COPIES, fees }, counted), COUNTED_ON))?.totalVnd).toBe(10_000);
    const online = formOf({ ...COPIES, fees }, { ...counted, channel: 'online' });
    expect(valueOf(feesOf(online, COUNTED_ON))?.totalVnd).toBe(0);
  });
});

describe('receiving', () => {
  const reception = {
    numbers: NUMBERS,
    appointment: APPOINTMENT,
    fees: undefined,
    formSet: '2018',
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
      procedure: { code: '1.001193', version: BIRTH.version, limit: BIRTH.limit, fee: { amountVnd: undefined } },
      unit: { code: '08305', upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'] },
      appointment: APPOINTMENT,
    });
    expect(payload).not.toHaveProperty('procedure.requiredPapers');
    expect(payload).not.toHaveProperty('unit.sample');
    expect(payload).not.toHaveProperty('submitter');
  });

  test('keeps where the result is wanted, and the forms of the day', () => {
    const resultWanted = { at: 'home-by-post', address: 'Khu 3' } as const;
    const { payload } = receive(formOf(BIRTH, { resultWanted }), reception);
    expect(payload).toMatchObject({ channel: 'direct', resultWanted, formSet: '2018' });
    for (const member of ['fees', 'filedAt', 'hidesTitle', 'corrects']) expect(payload).not.toHaveProperty(member);
  });

  test('keeps what has to be paid, and which dossier it corrects', () => {
    const fees = valueOf(feesOf(formOf(BIRTH), { ...COUNTED_ON, councilAmounts: { duty: 8_000 } }));
    const { payload } = receive(formOf(BIRTH, { corrects: DOSSIER_ID }), { ...reception, fees });
    expect(payload).toMatchObject({ fees: { dutyVnd: 8_000 }, corrects: DOSSIER_ID });
  });

  test('of what arrived before keeps its channel and when it was sent; the limit runs from the reception', () => {
    const { filing } = dossierOf(SAMPLES.filed);
    const { payload } = receive(formOf(BIRTH), { ...reception, filing });
    expect(payload).toMatchObject({
      channel: 'online',
      filedAt: '2020-04-19T21:40',
      receivedAt: '2020-04-20T08:15',
    });
  });

  test('freezes the legs of a linked procedure, and the limit of its channel', () => {
    const linked = procedureOf('2.000986');
    const limitByChannel = { online: { kind: 'working-days', days: 9 } } as const;
    const form = formOf({ ...linked, limitByChannel }, { channel: 'online' });
    const { payload } = receive(form, reception);
    expect(payload.procedure).toMatchObject({ linkedSteps: linked.linkedSteps, limit: limitByChannel.online });
    expect(receive(formOf(BIRTH), reception).payload.procedure).not.toHaveProperty('linkedSteps');
  });

  test('hides the title of a sensitive procedure where the citizen asked for it', () => {
    const { payload } = receive(formOf(procedureOf('1.001699'), { hidesTitle: true }), reception);
    expect(payload).toMatchObject({ hidesTitle: true, procedure: { isRestricted: true } });
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
  const open = dossierOf(SAMPLES.received);
  const done = dossierOf(SAMPLES['result-handed-over']);

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

  test('keeps by what way it went, and what stood in for the slip', () => {
    const how = {
      by: 'post',
      postBill: 'EV123',
      slipLost: 'Cam đoan mất phiếu',
      authorisation: 'Giấy ủy quyền',
    } as const;
    expect(valueOf(handOver({ ...request, ...how, rating: 5 }, open)).payload).toMatchObject({ ...how, rating: 5 });
  });

  test('fits the table: a dossier that is elsewhere, or at its end, is not handed over', () => {
    const refused = DOSSIER_STATES.filter((state) => {
      if (state === 'draft' || state === 'handed-over') return false;
      const answer = handOver(request, dossierOf(...saidUpTo(state)));
      if (!answer.ok) expect(answer.refusal).toEqual({ code: 'not-in-this-state', status: state });
      return !answer.ok;
    });
    expect(DOSSIER_STATES.filter((state) => state !== 'draft' && !refused.includes(state))).toEqual([
      'received',
      'in-progress',
      'awaiting-signature',
      'result-ready',
      'resolution-refused',
      'handed-over',
    ]);
  });

  test('of a withdrawn dossier is refused, even with a receiver', () => {
    const withdrawn = dossierOf(SAMPLES.received, SAMPLES.withdrawn);
    expect(refusalOf(handOver(request, withdrawn))).toEqual({ code: 'not-in-this-state', status: 'withdrawn' });
  });
});

describe('the steps a hand-over takes for granted', () => {
  const by = { now: localMoment('2020-04-20T16:05'), mayIssue: true, clerkName: 'Hà Văn Sáu' };
  const issued = { number: '', date: '2020-04-20', signer: 'Hà Văn Sáu' };
  const kindsFor = (dossier: Dossier | undefined) => valueOf(stepsBeforeHandOver(dossier, by)).map(({ kind }) => kind);

  test('are that it was worked on and its result issued, by who hands over', () => {
    expect(valueOf(stepsBeforeHandOver(dossierOf(SAMPLES.received), by))).toEqual([
      { kind: 'processing-started', dossierId: DOSSIER_ID, payload: { at: by.now, specialist: 'Hà Văn Sáu' } },
      { kind: 'result-issued', dossierId: DOSSIER_ID, payload: { at: by.now, result: issued } },
    ]);
  });

  test('are only those that nobody wrote down', () => {
    expect(kindsFor(dossierOf(...saidUpTo('in-progress')))).toEqual(['result-issued']);
    expect(kindsFor(dossierOf(...saidUpTo('result-ready')))).toEqual([]);
    expect(kindsFor(dossierOf(...saidUpTo('resolution-refused')))).toEqual([]);
  });

  test('are none where the reception is not known here', () => {
    expect(kindsFor(undefined)).toEqual([]);
    const unknown = dossierOf(SAMPLES['fee-collected']);
    expect(unknown.status).toBe('intake-unknown');
    expect(kindsFor(unknown)).toEqual([]);
  });

  test('lead to the hand-over by the table of transitions', () => {
    for (const state of ['received', 'in-progress', 'result-ready'] as const) {
      const said = saidUpTo(state);
      const done = dossierOf(
        ...said,
        ...valueOf(stepsBeforeHandOver(dossierOf(...said), by)),
        SAMPLES['result-handed-over'],
      );
      expect(done.status, state).toBe('handed-over');
      expect(done.anomalies, state).toEqual([]);
    }
  });

  test('are refused to who may not issue a result, but not where there is one', () => {
    const clerk = { ...by, mayIssue: false };
    expect(refusalOf(stepsBeforeHandOver(dossierOf(SAMPLES.received), clerk))).toEqual({
      code: 'result-not-ready',
      status: 'received',
    });
    expect(stepsBeforeHandOver(dossierOf(...saidUpTo('result-ready')), clerk).ok).toBe(true);
  });

  test('bear the number and the signer that stand on the result', () => {
    const steps = stepsBeforeHandOver(dossierOf(...saidUpTo('in-progress')), {
      ...by,
      result: { number: ' 12/CT ', signer: 'Lò  Thị Hoa' },
    });
    expect(valueOf(steps)).toMatchObject([{ payload: { result: { number: '12/CT', signer: 'Lò Thị Hoa' } } }]);
  });

  test('are refused for what waits for a signature: that is not made up', () => {
    expect(refusalOf(stepsBeforeHandOver(dossierOf(...saidUpTo('awaiting-signature')), by))).toEqual({
      code: 'result-not-ready',
      status: 'awaiting-signature',
    });
  });

  test('are refused for what the body above decides', () => {
    const linkedSteps = procedureOf('2.000986').linkedSteps ?? [];
    const payload = { ...RECEIVED, procedure: { ...RECEIVED.procedure, linkedSteps } };
    const linked = dossierOf({ kind: 'received', payload });
    expect(refusalOf(stepsBeforeHandOver(linked, by))).toEqual({ code: 'result-not-ready', status: 'received' });
  });
});
