import { describe, expect, test } from 'vitest';
import { get, openTestCounter, receive, refusalOf } from '../support/counter.ts';

describe('a calendar', () => {
  test('that changed never changes a printed date by itself, and says which it would give differently', async () => {
    const { call } = await openTestCounter({ now: '2020-04-20T09:00' });
    const { dossier } = await receive(call, { procedureCode: '1.004873' });
    const calendar = await call('calendar.get', {});
    const off = { date: '2020-04-22', name: 'Nghỉ bão' };
    const changed = { ...calendar, version: 'xã/1', daysOff: [...calendar.daysOff, off] };
    const effects = get(await call('calendar.effects', { calendar: changed }));
    expect(effects).toMatchObject([
      {
        id: dossier.id,
        printedAt: dossier.appointment?.at,
        dossierNumber: dossier.intake?.dossierNumber,
        applicantName: dossier.applicant?.name,
      },
    ]);
    get(await call('calendar.publish', { calendar: changed, reason: 'Quyết định của tỉnh' }));
    expect(await call('dossier.get', { id: dossier.id })).toEqual(dossier);
    const next = (await receive(call, { procedureCode: '1.004873' })).dossier;
    expect(next.appointment?.at.slice(0, 10)).toBe(effects[0]?.wouldBeAt?.slice(0, 10));
    expect(next.appointment).toMatchObject({ calendarVersion: 'xã/1', daysOff: [off] });
  });

  test('is refused with everything that is wrong with it, without a reason, and under a version that was used', async () => {
    const { call } = await openTestCounter();
    const calendar = await call('calendar.get', {});
    const makeUpDays = ['2020-04-21'];
    expect(
      refusalOf(await call('calendar.publish', { calendar: { ...calendar, makeUpDays }, reason: 'x' })),
    ).toMatchObject({ code: 'calendar', refusals: [{ code: 'make-up-day-on-weekday' }] });
    expect(refusalOf(await call('calendar.publish', { calendar, reason: 'x' }))).toEqual({ code: 'version-used' });
    expect(refusalOf(await call('calendar.publish', { calendar: { ...calendar, version: 'b' }, reason: ' ' }))).toEqual(
      {
        code: 'reason-missing',
      },
    );
  });
});

describe('the unit’s own rules', () => {
  test('move the minute on the slip and the seasons of the office', async () => {
    const { call, restart } = await openTestCounter({ now: '2020-04-20T09:10' });
    const rules = await call('unitRules.get', {});
    get(await call('unitRules.set', { ...rules, timeOfDay: 'same-clock-time' }));
    await restart();
    const { dossier } = await receive(call, { procedureCode: '1.004873' });
    expect(dossier.appointment?.at.slice(11)).toBe('09:10');
  });

  test('give the amounts that the provincial council set', async () => {
    const { call } = await openTestCounter();
    const rules = await call('unitRules.get', {});
    const procedureCode = '1.001193';
    const procedure = (await call('procedure.list', {})).find(({ code }) => code === procedureCode);
    const [duty] = procedure?.fees ?? [];
    if (!duty) throw new Error('it has a duty');
    get(await call('unitRules.set', { ...rules, councilAmounts: { [procedureCode]: { [duty.id]: 8_000 } } }));
    const { dossier } = await receive(call, { procedureCode, fees: { counts: {} } });
    expect(dossier.intake?.fees).toMatchObject({ dutyVnd: 8_000, unassessed: [] });
  });

  test('that end a day at midnight are refused: no clock shows that minute', async () => {
    const { call } = await openTestCounter();
    const rules = await call('unitRules.get', {});
    const hours = { ...rules.hours, afternoon: { from: 810, until: 1_440 } };
    expect(refusalOf(await call('unitRules.set', { ...rules, hours }))).toEqual({ code: 'malformed' });
  });

  test('that contradict themselves are refused', async () => {
    const { call } = await openTestCounter();
    const rules = await call('unitRules.get', {});
    const hours = { morning: { from: 800, until: 480 }, afternoon: { from: 810, until: 1_050 } };
    expect(refusalOf(await call('unitRules.set', { ...rules, hours }))).toEqual({ code: 'malformed' });
  });
});
