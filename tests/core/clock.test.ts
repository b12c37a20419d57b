import { describe, expect, test } from 'vitest';
import { epochMsOf, localMoment } from '../../domain/plain-date.ts';
import { ClockGuard } from '../../electron/core/clock-guard.ts';
import { get, intake, openTestCounter, receive, refusalOf, type TestCounter } from '../support/counter.ts';

const at = (moment: string): number => epochMsOf(localMoment(moment));

function guardOf(clock: { now: string; lastEvent?: string; builtAt?: string; serverAheadMs?: number }): ClockGuard {
  return new ClockGuard({
    now: () => at(clock.now),
    lastEventAt: () => (clock.lastEvent === undefined ? 0 : at(clock.lastEvent)),
    builtAt: at(clock.builtAt ?? '2020-01-01T00:00'),
    confirmed: undefined,
    serverAheadMs: () => clock.serverAheadMs,
    mayStandStill: false,
  });
}

async function confirm({ call }: TestCounter, date: string): Promise<void> {
  get(await call('clock.confirm', { date }));
}

async function refusedReception({ call }: TestCounter): Promise<string> {
  return refusalOf(await call('dossier.receive', { commandId: crypto.randomUUID(), form: intake() })).code;
}

describe('the clock', () => {
  test('that shows a time before the program was built is suspect', () => {
    expect(guardOf({ now: '2019-12-31T23:59' }).read().clockQuality).toBe('suspect');
    expect(guardOf({ now: '2020-01-01T00:00' }).read().clockQuality).toBe('free');
  });

  test('that went back behind the last event is suspect; set right by a minute it is not', () => {
    expect(guardOf({ now: '2020-04-20T08:00', lastEvent: '2020-04-20T08:01' }).read().clockQuality).toBe('free');
    expect(guardOf({ now: '2020-04-20T08:00', lastEvent: '2020-04-20T09:00' }).read().clockQuality).toBe('suspect');
  });

  test('that shows another time than the server’s is suspect, one that agrees with it is synced', () => {
    const now = '2020-04-20T08:00';
    for (const serverAheadMs of [0, 90_000, -9 * 60_000]) {
      expect(guardOf({ now, serverAheadMs }).read().clockQuality).toBe('synced');
    }
    for (const serverAheadMs of [11 * 60_000, -24 * 60 * 60_000]) {
      expect(guardOf({ now, serverAheadMs }).read().clockQuality).toBe('suspect');
      expect(guardOf({ now, serverAheadMs }).needsConfirmation()).toBe(true);
    }
  });

  test('that shows two months after the last event is suspect: nobody leaves a counter alone for so long', () => {
    expect(guardOf({ now: '2020-06-18T08:00', lastEvent: '2020-04-20T08:00' }).read().clockQuality).toBe('free');
    expect(guardOf({ now: '2020-06-20T08:00', lastEvent: '2020-04-20T08:00' }).read().clockQuality).toBe('suspect');
    expect(guardOf({ now: '2029-06-20T08:00' }).read().clockQuality).toBe('free');
  });

  test('that went back lets nobody be promised a date until a person says what day it is', async () => {
    const counter = await openTestCounter({ now: '2020-04-22T08:00' });
    await receive(counter.call);
    counter.setClock('2020-04-21T08:00');
    expect(await counter.call('app.state', {})).toMatchObject({ clockQuality: 'suspect', needsDateConfirmed: true });
    expect(await refusedReception(counter)).toBe('clock-unconfirmed');
    expect(refusalOf(await counter.call('clock.confirm', { date: '22/04/2020' }))).toEqual({ code: 'clock-differs' });
    expect(refusalOf(await counter.call('clock.confirm', { date: 'hôm nay' }))).toEqual({ code: 'malformed' });
    expect(await refusedReception(counter)).toBe('clock-unconfirmed');
    await confirm(counter, '21/4/2020');
    const { dossier } = await receive(counter.call);
    expect(dossier.intake?.dossierNumber).toContain('-200421-');
    expect(await counter.call('app.state', {})).toMatchObject({ clockQuality: 'free', needsDateConfirmed: false });
  });

  test('what a person said is kept over a restart', async () => {
    const counter = await openTestCounter({ now: '2020-04-22T08:00' });
    await receive(counter.call);
    counter.setClock('2020-04-21T08:00');
    await confirm(counter, '2020-04-21');
    await counter.restart();
    expect((await counter.call('app.state', {})).needsDateConfirmed).toBe(false);
    await receive(counter.call);
  });

  test('that was years ahead for a day and is right again is asked about once, not for years', async () => {
    const counter = await openTestCounter({ now: '2020-04-20T08:00' });
    await receive(counter.call);
    counter.setClock('2021-03-01T08:00');
    expect(await refusedReception(counter)).toBe('clock-unconfirmed');
    await confirm(counter, '01/03/2021');
    await receive(counter.call);
    counter.setClock('2020-04-21T08:00');
    expect(await refusedReception(counter)).toBe('clock-unconfirmed');
    await confirm(counter, '21/04/2020');
    await receive(counter.call);
    for (const day of ['22', '23', '24']) {
      counter.setClock(`2020-04-${day}T08:00`);
      await receive(counter.call);
    }
  });

  test('before the program was built is asked about each day, because nothing makes it right', async () => {
    const counter = await openTestCounter({ now: '2020-04-20T08:00', builtAt: '2020-06-01T00:00' });
    for (const day of ['20', '21']) {
      counter.setClock(`2020-04-${day}T08:00`);
      expect(await refusedReception(counter)).toBe('clock-unconfirmed');
      await confirm(counter, `${day}/04/2020`);
      await receive(counter.call);
      await receive(counter.call);
    }
  });

  test('a command that was carried out before the clock went wrong answers what it answered', async () => {
    const counter = await openTestCounter({ now: '2020-04-22T08:00' });
    const command = { commandId: crypto.randomUUID(), form: intake() };
    const { dossier } = get(await counter.call('dossier.receive', command));
    counter.setClock('2020-04-20T08:00');
    expect(get(await counter.call('dossier.receive', command)).dossier).toEqual(dossier);
  });

  test('that goes back and forth never brings a number out twice, and changes no order', async () => {
    const counter = await openTestCounter({ now: '2020-04-20T07:00' });
    const numbers: (string | undefined)[] = [];
    const seqs: (number | undefined)[] = [];
    for (const moment of ['2020-04-20', '2020-04-21', '2020-04-20', '1999-12-31', '2038-01-20', '2020-04-21']) {
      counter.setClock(`${moment}T08:00`);
      if ((await counter.call('app.state', {})).needsDateConfirmed) await confirm(counter, moment);
      const answer = await counter.call('dossier.receive', { commandId: crypto.randomUUID(), form: intake() });
      // Outside the years of the calendar and the catalogue a rule refuses, and takes no number.
      if (!answer.ok) continue;
      numbers.push(answer.value.dossier.intake?.dossierNumber);
      seqs.push(answer.value.dossier.intake?.seq);
    }
    expect(numbers.length).toBeGreaterThanOrEqual(4);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(seqs).toEqual(seqs.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  });
});
