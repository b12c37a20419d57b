import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { get, intake, openTestCounter, receive, refusalOf } from '../support/counter.ts';
import { startCoreProcess, TODAY_SET_UP } from '../support/core-process.ts';
import { temporaryFolder } from '../support/store.ts';

describe('a reception', () => {
  test('numbers the dossier, says when to come back, and keeps both', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call);
    expect(dossier.status).toBe('received');
    expect(dossier.intake).toMatchObject({
      dossierNumber: '000.05.22.H44-200420-0001',
      registerBook: { book: '2020-01', number: 1 },
      receivedAt: '2020-04-20T08:00',
      appointment: { at: '2020-04-20T17:30' },
      actor: 'Hà Thị Lan',
    });
    expect(dossier.intake?.scanCode).toMatch(/^08305012000001\d\d$/);
    expect(await call('dossier.get', { id: dossier.id })).toEqual(dossier);
  });

  test('of the same command again answers the same dossier and makes nothing new', async () => {
    const { call, setClock } = await openTestCounter();
    const command = { commandId: randomUUID(), form: intake() };
    const first = await call('dossier.receive', command);
    setClock('2020-04-21T09:00');
    expect(await call('dossier.receive', command)).toEqual(first);
    expect((await call('dossier.list', { view: 'waiting', limit: 10 })).total).toBe(1);
    expect(await call('print.jobs', {})).toHaveLength(1);
  });

  test('that is refused takes no number', async () => {
    const { call } = await openTestCounter();
    const nameless = intake({ applicant: { ...intake().applicant, name: ' ' } });
    const refused = await call('dossier.receive', { commandId: randomUUID(), form: nameless });
    expect(refusalOf(refused)).toEqual({ code: 'fields', fields: [{ field: 'applicant.name', code: 'missing' }] });
    const noLimit = await call('dossier.receive', {
      commandId: randomUUID(),
      form: intake({ procedureCode: '2.002226' }),
    });
    expect(refusalOf(noLimit)).toEqual({ code: 'no-limit-published' });
    const unknown = await call('dossier.receive', { commandId: randomUUID(), form: intake({ procedureCode: '9.9' }) });
    expect(refusalOf(unknown)).toEqual({ code: 'procedure-not-in-force' });
    const { dossier } = await receive(call);
    expect(dossier.intake?.dossierNumber).toMatch(/-0001$/);
    expect(dossier.intake?.registerBook.number).toBe(1);
    expect(dossier.id).toMatch(/00001$/);
  });

  test('that was refused may be sent again under the same command, corrected', async () => {
    const { call } = await openTestCounter();
    const commandId = randomUUID();
    expect((await call('dossier.receive', { commandId, form: intake({ sets: 0 }) })).ok).toBe(false);
    expect((await call('dossier.receive', { commandId, form: intake() })).ok).toBe(true);
  });

  test('without a published limit takes the day the clerk agreed', async () => {
    const { call } = await openTestCounter();
    const agreedAppointment = { date: '2020-05-04', reason: 'Chờ xác minh' };
    const { dossier } = await receive(call, { procedureCode: '2.002226', agreedAppointment });
    expect(dossier.intake?.appointment).toMatchObject({
      at: '2020-05-04T17:30',
      basis: { kind: 'agreed', reason: 'Chờ xác minh' },
    });
  });

  test('starts the numbers of the day anew each day, the running number of the slip each year', async () => {
    const { call, setClock } = await openTestCounter();
    await receive(call);
    setClock('2020-04-21T08:00');
    const nextDay = await receive(call);
    expect(nextDay.dossier.intake?.dossierNumber).toBe('000.05.22.H44-200421-0001');
    expect(nextDay.dossier.intake?.registerBook).toEqual({ book: '2020-01', number: 2 });
    expect(nextDay.dossier.id).toBe('08305012000002');
    setClock('2021-01-04T08:00');
    get(await call('clock.confirm', { date: '04/01/2021' }));
    const nextYear = await receive(call);
    expect(nextYear.dossier.intake?.registerBook).toEqual({ book: '2021-01', number: 1 });
    expect(nextYear.dossier.id).toBe('08305012100001');
  });

  test('on the second computer takes numbers the first one never takes', async () => {
    const { call } = await openTestCounter({ setUp: { station: 2 } });
    const { dossier } = await receive(call);
    expect(dossier.intake?.dossierNumber).toMatch(/-0501$/);
    expect(dossier.id).toBe('08305022000001');
    expect(dossier.intake?.registerBook.book).toBe('2020-02');
  });

  test('after the five hundredth of the day is refused, and the next day goes on', async () => {
    const { call, setClock } = await openTestCounter();
    for (let n = 1; n <= 500; n += 1) await receive(call);
    const refused = await call('dossier.receive', { commandId: randomUUID(), form: intake() });
    expect(refusalOf(refused)).toEqual({ code: 'station-range-exhausted', station: 1 });
    setClock('2020-04-21T08:00');
    expect((await receive(call)).dossier.id).toBe('08305012000501');
  }, 60_000);

  test('before the counter is set up is a wrong question', async () => {
    const { ask } = await openTestCounter({ setUp: false });
    const reply = await ask('dossier.receive', { commandId: randomUUID(), form: intake() });
    expect(reply).toMatchObject({ ok: false, fault: { code: 'bad-input', detail: 'not-set-up' } });
  });
});

test('a full disk refuses the reception in a word for the clerk, takes no number, and works again when there is room', async () => {
  const folder = temporaryFolder();
  const small = startCoreProcess({ folder, largestFileBytes: 400_000 });
  await small.opened;
  get(await small.call('setup.complete', TODAY_SET_UP));
  let acknowledged = 0;
  for (;;) {
    const answer = await small.call('dossier.receive', { commandId: randomUUID(), form: intake() });
    if (!answer.ok) {
      expect(answer.refusal).toEqual({ code: 'storage-failed', why: 'disk-full' });
      break;
    }
    acknowledged += 1;
  }
  await small.kill();
  const roomy = startCoreProcess({ folder });
  await roomy.opened;
  expect((await roomy.call('dossier.list', { view: 'today', limit: 1 })).total).toBe(acknowledged);
  const { dossier } = await receive(roomy.call);
  expect(dossier.intake?.registerBook.number).toBe(acknowledged + 1);
  expect(await roomy.drain()).toBe(0);
}, 60_000);
