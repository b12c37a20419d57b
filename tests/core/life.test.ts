import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { get, intake, openTestCounter, receive, refusalOf } from '../support/counter.ts';
import { act, COPIES, RECEIVER, refusedAct, SIGNED } from '../support/life.ts';

const MISSING = [{ id: 'birth-certificate', name: 'Giấy chứng sinh', note: 'Chưa đóng dấu' }];

describe('the life of a dossier', () => {
  test('goes from the reception over signature and release into the citizen’s hand, with a line for each step', async () => {
    const { call, setClock } = await openTestCounter();
    const { dossier } = await receive(call);
    setClock('2020-04-20T09:00');
    await act(call, dossier.id, { kind: 'processing-started', specialist: 'Đinh Văn Hùng' });
    await act(call, dossier.id, { kind: 'signature-requested', note: '' });
    setClock('2020-04-20T10:00');
    const ready = await act(call, dossier.id, { kind: 'result-issued', result: { ...SIGNED, date: '2020-04-20' } });
    expect(ready).toMatchObject({ status: 'result-ready', result: { releasedAt: '2020-04-20T10:00' } });
    setClock('2020-04-21T09:00');
    const input = { commandId: randomUUID(), dossierId: dossier.id, receiver: RECEIVER };
    const handed = get(await call('dossier.handOver', input));
    expect(handed.trail.map(({ kind }) => kind)).toEqual([
      'received',
      'processing-started',
      'signature-requested',
      'result-issued',
      'result-handed-over',
    ]);
    const sides = await call('dossier.sides', { id: dossier.id });
    expect(sides).toMatchObject({
      business: 'handed-over',
      handOver: 'handed-over',
      sync: 'no-server',
      // The office was in time; the citizen came a day later.
      onTime: { byRelease: 'on-time', byHandOver: 'late' },
      payment: { state: 'not-assessed' },
    });
  });

  test('stands still while a paper is awaited, and its date moves by the working days it waited', async () => {
    const { call, setClock } = await openTestCounter({ now: '2020-04-06T09:00' });
    const { dossier } = await receive(call, { procedureCode: '1.004873' });
    const first = dossier.appointment?.at;
    await act(call, dossier.id, { kind: 'processing-started', specialist: '' });
    setClock('2020-04-08T14:00');
    const waiting = await act(call, dossier.id, {
      kind: 'supplement-requested',
      missing: MISSING,
      reason: 'Thiếu giấy',
      respondBy: '2020-04-20',
    });
    expect(waiting).toMatchObject({ status: 'awaiting-supplement', pausedSince: '2020-04-08T14:00' });
    expect((await call('dossier.list', { view: 'due-today', limit: 10 })).rows).toEqual([]);
    setClock('2020-04-14T09:00');
    const going = await act(call, dossier.id, { kind: 'supplement-received', papers: [] });
    expect(going.status).toBe('in-progress');
    expect(going.appointment?.at.slice(0, 10)).toBe('2020-04-15');
    expect(going.appointments.map(({ at }) => at)).toEqual([first, going.appointment?.at]);
  });

  test('is taken back by one step with a reason, and both stay to be read', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call);
    const started = await act(call, dossier.id, { kind: 'processing-started', specialist: '' });
    const { log, seq } = started.lastUndoable ?? { log: '', seq: 0 };
    const undoes = { log, seq };
    const back = await act(call, dossier.id, { kind: 'step-undone', undoes, reason: 'Bấm nhầm' });
    expect(back).toMatchObject({ status: 'received', trail: [{}, { verdict: 'undone' }, { kind: 'step-undone' }] });
    expect(await refusedAct(call, dossier.id, { kind: 'step-undone', undoes, reason: 'Bấm nhầm' })).toEqual({
      code: 'nothing-to-undo',
    });
  });

  test('never does twice what the same command asked twice', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call);
    const wish = { kind: 'processing-started', specialist: '' } as const;
    const input = { commandId: randomUUID(), dossierId: dossier.id, act: wish };
    const once = get(await call('dossier.act', input));
    expect(get(await call('dossier.act', input))).toEqual(once);
  });

  test('refuses by name what its state does not allow, and offers only what it does', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call);
    expect(await refusedAct(call, dossier.id, { kind: 'signature-requested', note: '' })).toEqual({
      code: 'not-in-this-state',
      kind: 'signature-requested',
      status: 'received',
    });
    const acts = (await call('dossier.sides', { id: dossier.id }))?.acts;
    expect(acts).toEqual(expect.arrayContaining(['processing-started', 'withdrawn', 'result-handed-over']));
    expect(acts).not.toContain('signature-requested');
    expect(acts).not.toContain('step-undone');
  });

  test('offers money and a body above only where there is some: nothing to refund, nothing due, no linked procedure', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call);
    await act(call, dossier.id, { kind: 'processing-started', specialist: '' });
    const none = (await call('dossier.sides', { id: dossier.id }))?.acts;
    expect(none).toContain('fees-assessed');
    for (const kind of ['fee-collected', 'fee-refunded', 'commune-part-finished']) expect(none).not.toContain(kind);
    const typed = { feeVnd: 8_000, dutyVnd: 0 };
    await act(call, dossier.id, { kind: 'fees-assessed', typed, reason: 'Tính lại' });
    expect((await call('dossier.sides', { id: dossier.id }))?.acts).toContain('fee-collected');
    await act(call, dossier.id, { kind: 'fee-collected', ...typed, method: 'cash', receipt: { kind: 'none' } });
    const paid = (await call('dossier.sides', { id: dossier.id }))?.acts;
    expect(paid).toContain('fee-refunded');
    expect(paid).not.toContain('fee-collected');
  });

  test('ends without a result when the citizen withdraws, and hands nothing over then', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call);
    await act(call, dossier.id, { kind: 'withdrawn', reason: 'Không còn cần' });
    const acts = (await call('dossier.sides', { id: dossier.id }))?.acts;
    expect(acts).not.toContain('fee-collected');
    expect(acts).not.toContain('fees-assessed');
    const input = { commandId: randomUUID(), dossierId: dossier.id, receiver: RECEIVER };
    expect(refusalOf(await call('dossier.handOver', input))).toEqual({
      code: 'not-in-this-state',
      status: 'withdrawn',
    });
    const text = dossier.intake?.scanCode ?? '';
    expect(await call('dossier.scan', { text })).toMatchObject({ kind: 'not-to-hand-over' });
  });
});

describe('before the reception', () => {
  const APPLICANT = { kind: 'person', name: 'Hà Thị Mơ', idNumber: '', phone: '', address: '' } as const;

  test('what arrives online waits without a number, and is received under its own code with its own limit', async () => {
    const { call, setClock } = await openTestCounter();
    const arrived = get(
      await call('dossier.noteArrival', {
        commandId: randomUUID(),
        procedureCode: '1.001193',
        channel: 'online',
        arrivalNumber: 'H44-77',
        filedAt: '2020-04-19T22:10',
        applicant: APPLICANT,
      }),
    );
    expect(arrived.status).toBe('awaiting-intake');
    expect((await call('dossier.list', { view: 'arrived', limit: 10 })).rows).toMatchObject([{ id: arrived.id }]);
    setClock('2020-04-20T15:30');
    const { dossier } = await receive(call, { dossierId: arrived.id });
    expect(dossier).toMatchObject({
      id: arrived.id,
      intake: { channel: 'online', filedAt: '2020-04-19T22:10', registerBook: { number: 1 } },
      // From the reception, not from the evening before.
      appointment: { at: '2020-04-21T17:30' },
    });
    expect(
      refusalOf(await call('dossier.receive', { commandId: randomUUID(), form: intake({ dossierId: arrived.id }) })),
    ).toEqual({ code: 'not-in-this-state', status: 'received' });
  });

  test('what lacks papers is sent away with all of them told, takes no number, and comes back by its code', async () => {
    const { call } = await openTestCounter();
    const guided = get(
      await call('dossier.guide', {
        commandId: randomUUID(),
        procedureCode: '1.001193',
        applicant: APPLICANT,
        missing: MISSING,
        reason: 'Thiếu giấy',
      }),
    );
    expect(guided).toMatchObject({
      status: 'supplement-before-intake',
      guidance: { formNumber: { year: 2020, station: 1, number: 1 } },
    });
    const { dossier } = await receive(call, { dossierId: guided.id });
    expect(dossier).toMatchObject({ id: guided.id, status: 'received', intake: { registerBook: { number: 1 } } });
  });

  test('what is refused says why, in a form with a number, and is in no list of open dossiers', async () => {
    const { call } = await openTestCounter();
    const asked = { procedureCode: '1.001193', applicant: APPLICANT, ground: 'not-competent', reason: '' } as const;
    expect(refusalOf(await call('dossier.refuseIntake', { commandId: randomUUID(), ...asked }))).toEqual({
      code: 'text-missing',
      field: 'reason',
    });
    const commandId = randomUUID();
    const refused = get(await call('dossier.refuseIntake', { commandId, ...asked, reason: 'Thuộc xã khác' }));
    // The one that was refused used up no number.
    expect(refused).toMatchObject({ status: 'intake-refused', intakeRefusal: { formNumber: { number: 1 } } });
    expect((await call('dossier.list', { view: 'waiting', limit: 10 })).total).toBe(0);
    const command = { commandId: randomUUID(), form: intake({ dossierId: refused.id }) };
    expect(refusalOf(await call('dossier.receive', command))).toEqual({
      code: 'not-in-this-state',
      status: 'intake-refused',
    });
  });
});

describe('certified on the spot', () => {
  const FORM = intake({ procedureCode: COPIES, fees: { counts: { pages: 3, copies: 2 } } });
  const PAID = { method: 'cash', receipt: { kind: 'numbered', book: 'AB-20', number: '0000012' } } as const;

  test('it is received, made, paid and handed over in one commit, with a number, a slip and a line in the register', async () => {
    const { call } = await openTestCounter();
    const input = { commandId: randomUUID(), form: FORM, receiver: RECEIVER, payment: PAID };
    const { dossier, printJobId } = get(await call('dossier.certify', input));
    expect(dossier).toMatchObject({
      status: 'handed-over',
      intake: { registerBook: { number: 1 }, fees: { totalVnd: 10_000 } },
      payments: [{ feeVnd: 10_000, dutyVnd: 0, method: 'cash' }],
      result: { releasedAt: '2020-04-20T08:00' },
      anomalies: [],
    });
    expect((await call('print.jobs', {})).map(({ id }) => id)).toEqual([printJobId]);
    expect(await call('report.cashList', { day: '2020-04-20' as never })).toMatchObject({
      total: { dossiers: 1, feeVnd: 10_000, dutyVnd: 0, totalVnd: 10_000 },
    });
  });

  test('nothing at all happens when the receipt was used before', async () => {
    const { call } = await openTestCounter();
    const input = { form: FORM, receiver: RECEIVER, payment: PAID };
    get(await call('dossier.certify', { commandId: randomUUID(), ...input }));
    expect(refusalOf(await call('dossier.certify', { commandId: randomUUID(), ...input }))).toMatchObject({
      code: 'payment',
      refusal: { code: 'receipt-used' },
    });
    expect((await call('dossier.list', { view: 'today', limit: 10 })).total).toBe(1);
    expect((await call('app.state', {})).numbers.leftToday).toBe(499);
  });

  test('no address is asked of who takes the result home at once, but of whoever comes back', async () => {
    const { call } = await openTestCounter();
    const form = { ...FORM, applicant: { ...FORM.applicant, phone: '', noPhone: true, address: ' ' } };
    const { dossier } = get(
      await call('dossier.certify', { commandId: randomUUID(), form, receiver: RECEIVER, payment: PAID }),
    );
    expect(dossier.applicant).toMatchObject({ address: '', phone: { kind: 'none' } });
    expect(refusalOf(await call('dossier.receive', { commandId: randomUUID(), form }))).toEqual({
      code: 'fields',
      fields: [{ field: 'applicant.address', code: 'missing' }],
    });
  });

  test('what the body above decides is not certified on the spot', async () => {
    const { call } = await openTestCounter();
    const form = intake({ procedureCode: '2.001023' });
    expect(refusalOf(await call('dossier.certify', { commandId: randomUUID(), form, receiver: RECEIVER }))).toEqual({
      code: 'linked-procedure',
    });
    expect((await call('dossier.list', { view: 'today', limit: 10 })).total).toBe(0);
  });
});

describe('money', () => {
  const PAID = { method: 'transfer', receipt: { kind: 'numbered', book: 'AB-20', number: '7' } } as const;

  test('is collected with the reception when the clerk takes it, and stays due when not', async () => {
    const { call } = await openTestCounter();
    const form = intake({ procedureCode: COPIES, fees: { counts: { pages: 1, copies: 3 } } });
    const paid = get(await call('dossier.receive', { commandId: randomUUID(), form, payment: PAID })).dossier;
    expect(paid).toMatchObject({ status: 'received', payments: [{ feeVnd: 6_000, dutyVnd: 0, ...PAID }] });
    expect(await call('dossier.sides', { id: paid.id })).toMatchObject({ payment: { state: 'paid' } });
    const { dossier } = get(await call('dossier.receive', { commandId: randomUUID(), form }));
    expect(await call('dossier.sides', { id: dossier.id })).toMatchObject({ payment: { state: 'due' } });
  });

  test('that is not taken, because of its receipt, leaves no reception behind', async () => {
    const { call } = await openTestCounter();
    const form = intake({ procedureCode: COPIES, fees: { counts: { pages: 1, copies: 3 } } });
    get(await call('dossier.receive', { commandId: randomUUID(), form, payment: PAID }));
    expect(refusalOf(await call('dossier.receive', { commandId: randomUUID(), form, payment: PAID }))).toEqual({
      code: 'payment',
      refusal: { code: 'receipt-used', book: 'AB-20', number: '7' },
    });
    expect((await call('dossier.list', { view: 'today', limit: 10 })).total).toBe(1);
    expect((await call('app.state', {})).numbers.leftToday).toBe(499);
  });

  test('where nothing is due is nothing, also when it was to be taken', async () => {
    const { call } = await openTestCounter();
    const done = await call('dossier.receive', { commandId: randomUUID(), form: intake(), payment: PAID });
    expect(get(done).dossier.payments).toEqual([]);
  });

  test('that is still due keeps the result back until somebody says otherwise', async () => {
    const { call } = await openTestCounter();
    const form = { procedureCode: COPIES, fees: { counts: { pages: 1, copies: 1 } } };
    const { dossier } = await receive(call, form);
    const input = { dossierId: dossier.id, receiver: RECEIVER };
    expect(refusalOf(await call('dossier.handOver', { commandId: randomUUID(), ...input }))).toEqual({
      code: 'money-due',
      restVnd: 2_000,
    });
    expect((await call('dossier.get', { id: dossier.id }))?.status).toBe('received');
    get(await call('dossier.handOver', { commandId: randomUUID(), ...input, despiteMoneyDue: true }));
  });

  test('is collected up to what is due, and refunded up to what was paid', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call, { procedureCode: COPIES, fees: { counts: { pages: 1, copies: 1 } } });
    const pay = { kind: 'fee-collected', dutyVnd: 0, method: 'cash', receipt: { kind: 'none' } } as const;
    expect(await refusedAct(call, dossier.id, { ...pay, feeVnd: 5_000 })).toMatchObject({
      code: 'payment',
      refusal: { code: 'more-than-due', restVnd: 2_000 },
    });
    await act(call, dossier.id, { ...pay, feeVnd: 2_000 });
    const back = { kind: 'fee-refunded', feeVnd: 2_000, dutyVnd: 0, method: 'cash', reason: 'Thu nhầm' } as const;
    await act(call, dossier.id, back);
    expect(await refusedAct(call, dossier.id, back)).toMatchObject({ code: 'refund' });
    const list = await call('report.cashList', { day: '2020-04-20' as never });
    expect(list.rows.map(({ totalVnd }) => totalVnd)).toEqual([2_000, -2_000]);
    expect(list.total.totalVnd).toBe(0);
  });
});

test('a returning citizen is found by what is typed, with the last dossiers, and never by a restricted one', async () => {
  const { call } = await openTestCounter();
  await receive(call);
  await receive(call, { procedureCode: '1.000894' });
  const found = await call('person.suggest', { typed: 'dao' });
  expect(found).toMatchObject([
    { applicant: { name: 'Nguyễn Thị Đào', phone: { digits: '0912345678' } }, dossiers: [{}, {}] },
  ]);
  expect(await call('person.suggest', { typed: '5678' })).toEqual(found);
});
