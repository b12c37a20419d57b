import { describe, expect, test } from 'vitest';
import { localMoment } from '../../../domain/plain-date.ts';
import { APPOINTMENT, HANDED_OVER, RECEIVED } from '../fixtures.ts';
import {
  appointmentAt,
  at,
  DOSSIER_ID,
  dossierOf,
  formNumberOf,
  ISSUED,
  logOf,
  projected,
  type Said,
  SAMPLES,
  saidUpTo,
} from './samples.ts';

const BY = { actor: 'Cán bộ a', log: 'a' };
const IN_PROGRESS = [SAMPLES.received, SAMPLES['processing-started']];
const PRINTED = { at: APPOINTMENT.at, by: 'received', since: RECEIVED.receivedAt };

describe('a filing, a guidance, a refused intake', () => {
  test('keep what came, who wrote it down, and whose it is', () => {
    for (const [said, member] of [
      [SAMPLES.filed, 'filing'],
      [SAMPLES['supplement-guided'], 'guidance'],
      [SAMPLES['intake-refused'], 'intakeRefusal'],
    ] as const) {
      const dossier = dossierOf(said);
      expect(dossier[member]).toEqual({ ...said.payload, ...BY, seq: 1 });
      expect(dossier.applicant).toEqual(RECEIVED.applicant);
      expect(dossier.appointment).toBeUndefined();
    }
  });

  test('stay to be seen after the reception', () => {
    const dossier = dossierOf(SAMPLES.filed, SAMPLES['supplement-guided'], SAMPLES.received);
    expect(dossier.filing?.arrivalNumber).toBe('H44-1');
    expect(dossier.guidance?.formNumber).toEqual(formNumberOf(12));
    expect(dossier.intake?.seq).toBe(3);
  });

  test('a second guidance takes the place of the first', () => {
    const first = SAMPLES['supplement-guided'];
    const second: Said = { ...first, payload: { ...first.payload, reason: 'Vẫn thiếu' } };
    expect(dossierOf(first, second).guidance?.reason).toBe('Vẫn thiếu');
  });
});

describe('a reception', () => {
  test('is kept as it was written, with the appointment it promised', () => {
    const dossier = dossierOf(SAMPLES.received);
    expect(dossier).toMatchObject({ id: DOSSIER_ID, intake: { ...RECEIVED, ...BY, seq: 1 } });
    expect(dossier.applicant).toEqual(RECEIVED.applicant);
    expect(dossier.appointment).toEqual(APPOINTMENT);
    expect(dossier.appointments).toEqual([PRINTED]);
  });

  test('of the old system keeps what its list said and promises its date', () => {
    const dossier = dossierOf(SAMPLES['carried-over']);
    expect(dossier.carriedOver).toEqual({ ...SAMPLES['carried-over'].payload, ...BY, seq: 1 });
    expect(dossier.applicant).toEqual(RECEIVED.applicant);
    expect(dossier.appointment?.at).toBe('2020-04-28T17:00');
    expect(dossier.appointments).toEqual([{ at: at('28T17:00'), by: 'carried-over', since: at('20T08:00') }]);
    expect(dossier.intake).toBeUndefined();
  });

  test('of the old system without a date promises none', () => {
    const { appointmentAt: _, ...payload } = SAMPLES['carried-over'].payload;
    const dossier = dossierOf({ kind: 'carried-over', payload });
    expect(dossier.carriedOver?.oldNumber).toBe('117');
    expect(dossier.appointment).toBeUndefined();
    expect(dossier.appointments).toEqual([]);
  });
});

describe('a wait for the citizen', () => {
  test('begins with the request for a supplement', () => {
    const dossier = dossierOf(...IN_PROGRESS, SAMPLES['supplement-requested']);
    expect(dossier.pausedSince).toBe(at('21T14:00'));
    expect(dossier.pauses).toEqual([]);
    expect(dossier.supplement).toEqual({ ...SAMPLES['supplement-requested'].payload, ...BY, seq: 3 });
    expect(dossier.supplementsAsked).toBe(1);
  });

  test('ends when the supplement came, with a new appointment', () => {
    const dossier = dossierOf(...IN_PROGRESS, SAMPLES['supplement-requested'], SAMPLES['supplement-received']);
    expect(dossier.pausedSince).toBeUndefined();
    expect(dossier.pauses).toEqual([{ from: at('21T14:00'), until: at('24T08:30') }]);
    expect(dossier.appointment).toEqual(appointmentAt(at('27T17:00')));
    expect(dossier.appointments).toEqual([
      PRINTED,
      { at: at('27T17:00'), by: 'supplement-received', since: at('24T08:30') },
    ]);
  });

  test('is counted each time it is asked for', () => {
    const round = [SAMPLES['supplement-requested'], SAMPLES['supplement-received']];
    const dossier = dossierOf(...IN_PROGRESS, ...round, ...round);
    expect(dossier.supplementsAsked).toBe(2);
    expect(dossier.pauses).toHaveLength(2);
    expect(dossier.appointments).toHaveLength(3);
  });

  test('lasts from the notice of the payment duty until it is met, with a new appointment', () => {
    const waiting = dossierOf(...IN_PROGRESS, SAMPLES['payment-duty-notified']);
    expect(waiting.pausedSince).toBe(at('21T15:00'));
    expect(waiting.supplementsAsked).toBe(0);
    const met = dossierOf(...IN_PROGRESS, SAMPLES['payment-duty-notified'], SAMPLES['payment-duty-met']);
    expect(met.pausedSince).toBeUndefined();
    expect(met.pauses).toEqual([{ from: at('21T15:00'), until: at('23T15:00') }]);
    expect(met.appointments.at(-1)).toEqual({ at: at('24T17:00'), by: 'payment-duty-met', since: at('23T15:00') });
  });

  test('begins when the upper body sends back what the citizen must mend, and goes on through the request', () => {
    const back = saidUpTo('returned-by-upstream');
    expect(dossierOf(...back).pausedSince).toBe(at('23T09:00'));
    const later: Said = {
      ...SAMPLES['supplement-requested'],
      payload: { ...SAMPLES['supplement-requested'].payload, at: at('23T14:00') },
    };
    const asked = dossierOf(...back, later);
    expect(asked.pausedSince).toBe(at('23T09:00'));
    expect(asked.supplementsAsked).toBe(1);
    const done = dossierOf(...back, later, SAMPLES['supplement-received']);
    expect(done.pauses).toEqual([{ from: at('23T09:00'), until: at('24T08:30') }]);
  });

  test('does not begin where the upper body sends back what the commune mends itself', () => {
    const said: Said = {
      ...SAMPLES['upstream-returned'],
      payload: { ...SAMPLES['upstream-returned'].payload, pausesLimit: false },
    };
    const dossier = dossierOf(...saidUpTo('upstream-in-progress'), said);
    expect(dossier.status).toBe('returned-by-upstream');
    expect(dossier.pausedSince).toBeUndefined();
  });

  test('ends where what was sent back is worked on again', () => {
    const again: Said = { kind: 'processing-started', payload: { at: at('23T15:00'), specialist: 'Lò Thị Hoa' } };
    const dossier = dossierOf(...saidUpTo('returned-by-upstream'), again);
    expect(dossier.pausedSince).toBeUndefined();
    expect(dossier.pauses).toEqual([{ from: at('23T09:00'), until: at('23T15:00') }]);
  });

  test.each(['withdrawn', 'stopped', 'voided'] as const)('ends where the dossier is %s', (kind) => {
    const said: Said = { kind, payload: { at: at('29T08:00'), reason: 'Hết hạn' } };
    const dossier = dossierOf(...saidUpTo('awaiting-supplement'), said);
    expect(dossier.pausedSince).toBeUndefined();
    expect(dossier.pauses).toEqual([{ from: at('21T14:00'), until: at('29T08:00') }]);
    expect(dossier.ending).toEqual({ kind, at: at('29T08:00'), reason: 'Hết hạn', ...BY, seq: dossier.trail.length });
  });
});

describe('the appointment that counts', () => {
  test('is not moved by an apology, which is kept with its own date', () => {
    const dossier = dossierOf(...IN_PROGRESS, SAMPLES['apology-issued'], SAMPLES['apology-issued']);
    expect(dossier.appointment).toEqual(APPOINTMENT);
    expect(dossier.appointments).toEqual([PRINTED]);
    expect(dossier.apologies).toEqual([3, 4].map((seq) => ({ ...SAMPLES['apology-issued'].payload, ...BY, seq })));
  });

  test('is moved by what the law or a mended calendar changed', () => {
    const dossier = dossierOf(...IN_PROGRESS, SAMPLES['appointment-changed']);
    expect(dossier.appointment).toEqual(SAMPLES['appointment-changed'].payload.appointment);
    expect(dossier.appointments).toEqual([
      PRINTED,
      { at: at('29T17:00'), by: 'appointment-changed', since: at('22T16:00') },
    ]);
  });

  test('is always the last of the dates it ever had', () => {
    const dossier = dossierOf(
      ...IN_PROGRESS,
      SAMPLES['appointment-changed'],
      SAMPLES['supplement-requested'],
      SAMPLES['supplement-received'],
      SAMPLES['apology-issued'],
    );
    expect(dossier.appointments.map(({ by }) => by)).toEqual([
      'received',
      'appointment-changed',
      'supplement-received',
    ]);
    expect(dossier.appointments.at(-1)?.at).toBe(dossier.appointment?.at);
  });
});

describe('a result', () => {
  test('of the commune is released at the moment it was signed', () => {
    expect(dossierOf(...IN_PROGRESS, SAMPLES['result-issued']).result).toEqual({
      ...ISSUED,
      releasedAt: at('22T09:00'),
      isRefusal: false,
      by: 'commune',
    });
  });

  test('may be a written refusal', () => {
    const { result } = dossierOf(...IN_PROGRESS, SAMPLES['resolution-refused']);
    expect(result).toEqual({
      ...ISSUED,
      number: '16/TB',
      releasedAt: at('22T09:10'),
      isRefusal: true,
      by: 'commune',
    });
  });

  test('of the upper body is released when that body issued it, not when its paper arrived', () => {
    const dossier = dossierOf(...saidUpTo('in-transfer-down'), SAMPLES['upstream-result-arrived']);
    expect(dossier.result).toMatchObject({ number: '90/QĐ', releasedAt: at('24T09:00'), by: 'upstream' });
    expect(dossier.result?.isRefusal).toBe(false);
  });

  test('of the upper body may be a refusal too', () => {
    const sample = SAMPLES['upstream-result-issued'];
    const said: Said = { ...sample, payload: { ...sample.payload, isRefusal: true } };
    expect(dossierOf(...saidUpTo('upstream-in-progress'), said).result?.isRefusal).toBe(true);
  });

  test('is there no more once it was handed over than before: the hand-over is kept beside it', () => {
    const dossier = dossierOf(...IN_PROGRESS, SAMPLES['result-issued'], SAMPLES['result-handed-over']);
    expect(dossier.handOver).toEqual({ ...HANDED_OVER, ...BY, seq: 4 });
    expect(dossier.result?.number).toBe('15/KS');
    expect(dossier.ending).toBeUndefined();
  });
});

describe('a transfer', () => {
  test('names the batch that the dossier goes up in', () => {
    const { transfer } = dossierOf(...saidUpTo('in-transfer-up'));
    expect(transfer).toEqual({ batch: 'BG-08305-200422-1001', at: at('22T07:30') });
  });

  test('that was not accepted leaves it in no batch, and it may go in another', () => {
    const rejected = [...saidUpTo('in-transfer-up'), SAMPLES['transfer-rejected']];
    expect(dossierOf(...rejected).transfer).toBeUndefined();
    const again: Said = { kind: 'transfer-sent', payload: { at: at('23T07:30'), batch: 'BG-08305-200423-1001' } };
    expect(dossierOf(...rejected, again).transfer?.batch).toBe('BG-08305-200423-1001');
  });

  test('down names the batch the result came in', () => {
    const { transfer } = dossierOf(...saidUpTo('in-transfer-down'), SAMPLES['upstream-result-arrived']);
    expect(transfer).toEqual({ batch: 'BG-00086-200425-1002', at: at('25T09:00') });
  });
});

describe('money and details', () => {
  test('every payment and every refund is kept', () => {
    const dossier = dossierOf(
      SAMPLES.received,
      SAMPLES['fee-collected'],
      SAMPLES['fee-collected'],
      SAMPLES['fee-refunded'],
    );
    const { payment } = SAMPLES['fee-collected'].payload;
    expect(dossier.payments).toEqual([2, 3].map((seq) => ({ ...payment, ...BY, seq })));
    expect(dossier.refunds).toEqual([{ ...SAMPLES['fee-refunded'].payload.refund, ...BY, seq: 4 }]);
  });

  test('a corrected applicant counts, and the reception still says what was written then', () => {
    const dossier = dossierOf(SAMPLES.received, SAMPLES['details-corrected']);
    expect(dossier.applicant?.name).toBe('Đinh Thị Mơ Mơ');
    expect(dossier.intake?.applicant.name).toBe('Đinh Thị Mơ');
  });
});

describe('the trail', () => {
  test('says when each step happened by its own moment, not by its place', () => {
    const dossier = dossierOf(
      SAMPLES.received,
      SAMPLES['fee-collected'],
      SAMPLES['fee-refunded'],
      SAMPLES['processing-started'],
      SAMPLES['result-handed-over'],
    );
    expect(dossier.trail.map((entry) => entry.at)).toEqual([
      RECEIVED.receivedAt,
      at('20T08:20'),
      at('23T11:05'),
      at('20T09:00'),
      localMoment('2020-04-20T16:05'),
    ]);
    expect(dossier.trail.map(({ to }) => to)).toEqual([
      'received',
      'received',
      'received',
      'in-progress',
      'handed-over',
    ]);
  });

  test('names the account that acted and the one it stood in for, where they are known', () => {
    const [received, started] = logOf(...IN_PROGRESS);
    if (!received || !started) throw new Error('two facts');
    const { trail } = projected([received, { ...started, account: 'hoa', standsInFor: 'sau' }]);
    expect(trail[0]).not.toHaveProperty('account');
    expect(trail[0]).not.toHaveProperty('standsInFor');
    expect(trail[1]).toMatchObject({ account: 'hoa', standsInFor: 'sau' });
  });
});
