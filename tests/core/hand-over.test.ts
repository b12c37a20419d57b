import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Receiver } from '../../domain/party.ts';
import { type DossierId, makeScanCode, type ScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import type { Call } from '../../electron/contract/commands.ts';
import { get, intake, openTestCounter, receive, refusalOf } from '../support/counter.ts';

const RECEIVER: Receiver = { relation: 'applicant', name: 'Nguyễn Thị Đào', idNumber: '' };

function handOver(call: Call, dossierId: DossierId, receiver = RECEIVER) {
  return call('dossier.handOver', { commandId: randomUUID(), dossierId, receiver });
}

function slipOf(unitCode: string, runningNumber = 77): ScanCode {
  return makeScanCode({ unitCode, station: 3, yearOfCentury: 20, runningNumber });
}

describe('a slip that is scanned', () => {
  test('shows its dossier and whether it is late', async () => {
    const { call, setClock } = await openTestCounter();
    const { dossier } = await receive(call);
    const text = scanCodeOf(dossier.id);
    expect(await call('dossier.scan', { text })).toEqual({
      kind: 'open',
      dossier,
      scanCode: text,
      lateness: 'due-today',
    });
    setClock('2020-04-20T17:31');
    expect(await call('dossier.scan', { text: `${text.slice(0, 4)} ${text.slice(4)}` })).toMatchObject({
      kind: 'open',
      lateness: 'late',
    });
  });

  test('with wrong check digits is never looked up', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call);
    const misread = `${dossier.id}00`;
    expect(await call('dossier.scan', { text: misread })).toEqual({ kind: 'check-failed' });
  });

  test('with too few digits says how many came', async () => {
    const { call } = await openTestCounter();
    expect(await call('dossier.scan', { text: '0830 5012' })).toEqual({ kind: 'not-16-digits', digits: 8 });
  });

  test('of another unit is named and not handed over', async () => {
    const { call, ask } = await openTestCounter();
    const text = slipOf('08338');
    expect(await call('dossier.scan', { text })).toEqual({
      kind: 'other-unit',
      unitCode: '08338',
      unitName: 'Xã Ngọc Đồng',
    });
    const dossierId = text.slice(0, 14);
    const reply = await ask('dossier.handOver', { commandId: randomUUID(), dossierId, receiver: RECEIVER });
    expect(reply).toMatchObject({ ok: false, fault: { code: 'bad-input', detail: 'dossier-of-another-unit' } });
    expect((await call('dossier.find', { query: text, limit: 5 })).total).toBe(0);
  });

  test('of a unit on no list is said to be of another unit all the same', async () => {
    const { call } = await openTestCounter();
    expect(await call('dossier.scan', { text: slipOf('99999') })).toEqual({ kind: 'other-unit', unitCode: '99999' });
  });

  test('whose reception is not known here says so, and the result may be handed over', async () => {
    const { call } = await openTestCounter();
    const text = slipOf('08305');
    const answer = await call('dossier.scan', { text });
    if (answer.kind !== 'intake-unknown') throw new Error(answer.kind);
    expect(answer.station).toBe(3);
    const dossier = get(await handOver(call, answer.dossierId));
    expect(dossier.status).toBe('handed-over');
    expect(dossier.intake).toBeUndefined();
    expect(await call('dossier.scan', { text })).toEqual({ kind: 'handed-over', dossier, scanCode: text });
  });
});

describe('a hand-over', () => {
  test('closes the dossier: it leaves the list of what waits and shows who has it', async () => {
    const { call, setClock } = await openTestCounter();
    const { dossier } = await receive(call);
    setClock('2020-04-20T16:10');
    const closed = get(await handOver(call, dossier.id));
    expect(closed.handOver).toMatchObject({ receiver: RECEIVER, handedOverAt: '2020-04-20T16:10' });
    expect((await call('dossier.list', { view: 'waiting', limit: 10 })).total).toBe(0);
    expect((await call('dossier.list', { view: 'today', limit: 10 })).rows).toMatchObject([
      { status: 'handed-over', applicantName: 'Nguyễn Thị Đào', handedOverAt: '2020-04-20T16:10' },
    ]);
  });

  test('a second time is refused with when and to whom', async () => {
    const { call, setClock } = await openTestCounter();
    const { dossier } = await receive(call);
    get(await handOver(call, dossier.id));
    setClock('2020-04-22T08:00');
    const second = await handOver(call, dossier.id, { ...RECEIVER, name: 'Ai đó khác' });
    expect(refusalOf(second)).toEqual({
      code: 'already-handed-over',
      at: '2020-04-20T08:00',
      receiverName: 'Nguyễn Thị Đào',
    });
  });

  test('of the same command again answers the same and writes nothing', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call);
    const command = { commandId: randomUUID(), dossierId: dossier.id, receiver: RECEIVER };
    const first = await call('dossier.handOver', command);
    expect(await call('dossier.handOver', command)).toEqual(first);
    expect(get(first).anomalies).toEqual([]);
  });

  test('to nobody is refused, and the dossier stays open', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call);
    const refused = await handOver(call, dossier.id, { ...RECEIVER, name: '  ' });
    expect(refusalOf(refused)).toEqual({ code: 'receiver-name-missing' });
    expect((await call('dossier.get', { id: dossier.id }))?.status).toBe('received');
  });
});

describe('lists', () => {
  test('tell what is late from what is due today and from all that waits', async () => {
    const { call, setClock } = await openTestCounter();
    const late = await receive(call);
    await receive(call, { procedureCode: '1.003596' });
    setClock('2020-04-21T08:00');
    const today = await receive(call);
    for (const [view, id] of [
      ['late', late.dossier.id],
      ['due-today', today.dossier.id],
    ] as const) {
      expect((await call('dossier.list', { view, limit: 10 })).rows.map((row) => row.id)).toEqual([id]);
    }
    expect((await call('dossier.list', { view: 'waiting', limit: 1 })).total).toBe(3);
    expect((await call('dossier.list', { view: 'waiting', limit: 1 })).rows).toHaveLength(1);
  });

  test('find a dossier by its name without marks, by its number and by its phone', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call);
    for (const query of ['nguyen thi dao', '0001', '345678', scanCodeOf(dossier.id)]) {
      expect((await call('dossier.find', { query, limit: 5 })).rows.map(({ id }) => id)).toEqual([dossier.id]);
    }
  });
});

test('the id of a reception used again for a hand-over is another command, and is carried out', async () => {
  const { call } = await openTestCounter();
  const commandId = randomUUID();
  const received = await call('dossier.receive', { commandId, form: intake() });
  const { dossier } = get(received);
  const answer = await call('dossier.handOver', { commandId, dossierId: dossier.id, receiver: RECEIVER });
  expect(get(answer).status).toBe('handed-over');
});
