import { describe, expect, test } from 'vitest';
import { epochMsOf, localMoment } from '../../domain/plain-date.ts';
import { ClockGuard } from '../../electron/core/clock-guard.ts';
import { openTestCounter, receive } from '../support/counter.ts';

const at = (moment: string): number => epochMsOf(localMoment(moment));

function guardOf(clock: { now: string; lastEvent?: string; builtAt?: string }): ClockGuard {
  return new ClockGuard({
    now: () => at(clock.now),
    lastEventAt: () => (clock.lastEvent === undefined ? 0 : at(clock.lastEvent)),
    builtAt: at(clock.builtAt ?? '2020-01-01T00:00'),
  });
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

  test('stays suspect after it wrote an event itself', async () => {
    const { call, setClock } = await openTestCounter();
    setClock('2020-04-22T08:00');
    await receive(call);
    setClock('2020-04-21T08:00');
    expect((await call('app.state', {})).clockQuality).toBe('suspect');
    await receive(call);
    expect((await call('app.state', {})).clockQuality).toBe('suspect');
  });

  test('that went back a day never brings a number out twice', async () => {
    const { call, setClock } = await openTestCounter();
    const numbers: (string | undefined)[] = [];
    for (const day of ['20', '21', '20', '21']) {
      setClock(`2020-04-${day}T08:00`);
      numbers.push((await receive(call)).dossier.intake?.dossierNumber);
    }
    expect(new Set(numbers).size).toBe(4);
  });
});
