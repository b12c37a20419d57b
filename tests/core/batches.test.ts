import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { get, openTestCounter, receive, refusalOf } from '../support/counter.ts';
import { act, awaitingTransfer, changeBatch, RECEIVER } from '../support/life.ts';

const COURIER = { kind: 'clerk', name: 'Đinh Văn Hùng' } as const;
const SIGNED_FOR = { signer: 'Trần Thị Hoa', date: '2020-04-20' };
const RESULT = { number: '88/BH', date: '2020-04-24', signer: 'Trần Thị Hoa', isRefusal: false };
const open = (direction: 'up' | 'down') => ({ commandId: randomUUID(), direction, otherBody: 'BHXH huyện Yên Lập' });

describe('a batch up and back', () => {
  test('moves each dossier with it, rejects single ones with a reason, and ends in the citizens’ hands', async () => {
    const { call, setClock } = await openTestCounter();
    const one = await awaitingTransfer(call);
    const two = await awaitingTransfer(call);
    const up = get(await call('batch.open', open('up')));
    expect(up).toMatchObject({ code: 'BG-08305-200420-1001', state: 'open', from: 'Xã Xuân Viên' });
    for (const { id: dossierId } of [one, two]) {
      await changeBatch(call, up.code, { kind: 'add', dossierId, originals: 3, copies: 0, note: '' });
    }
    expect(await changeBatch(call, up.code, { kind: 'close', courier: COURIER })).toMatchObject({
      state: 'closed',
      closing: { copies: 2 },
    });
    expect((await call('dossier.get', { id: one.id }))?.status).toBe('in-transfer-up');
    expect((await call('batch.get', { code: up.code }))?.list.rows).toHaveLength(2);
    await changeBatch(call, up.code, {
      kind: 'receive-up',
      signed: SIGNED_FOR,
      items: [
        { dossierId: one.id, accepted: true },
        { dossierId: two.id, accepted: false, reason: 'Thiếu tờ khai' },
      ],
    });
    expect((await call('dossier.get', { id: one.id }))?.status).toBe('upstream-in-progress');
    expect((await call('dossier.get', { id: two.id }))?.status).toBe('awaiting-transfer-up');

    setClock('2020-04-27T09:00');
    const down = get(await call('batch.open', open('down')));
    await changeBatch(call, down.code, { kind: 'add', dossierId: one.id, originals: 1, copies: 0, note: '' });
    await changeBatch(call, down.code, { kind: 'close', courier: COURIER });
    const received = await changeBatch(call, down.code, {
      kind: 'receive-down',
      items: [{ dossierId: one.id, result: RESULT }],
    });
    expect(received).toMatchObject({ state: 'received', discrepancies: { missing: [], extra: [] } });
    const ready = await call('dossier.get', { id: one.id });
    // Its own date counts, not the day of the scan.
    expect(ready).toMatchObject({ status: 'result-ready', result: { by: 'upstream', releasedAt: '2020-04-24T17:30' } });
    const handed = get(
      await call('dossier.handOver', { commandId: randomUUID(), dossierId: one.id, receiver: RECEIVER }),
    );
    expect(handed).toMatchObject({ status: 'handed-over', anomalies: [] });
  });

  test('is closed as a whole or not at all', async () => {
    const { call } = await openTestCounter();
    const one = await awaitingTransfer(call);
    const two = await awaitingTransfer(call);
    const { code } = get(await call('batch.open', open('up')));
    for (const { id: dossierId } of [one, two]) {
      await changeBatch(call, code, { kind: 'add', dossierId, originals: 1, copies: 0, note: '' });
    }
    await act(call, two.id, { kind: 'withdrawn', reason: 'Không cần nữa' });
    const closing = { commandId: randomUUID(), code, change: { kind: 'close', courier: COURIER } } as const;
    expect(refusalOf(await call('batch.change', closing))).toMatchObject({
      code: 'not-in-this-state',
      dossierId: two.id,
      status: 'withdrawn',
    });
    expect((await call('dossier.get', { id: one.id }))?.status).toBe('awaiting-transfer-up');
    expect(await call('batch.list', { onlyOpen: true })).toMatchObject([{ code, state: 'open' }]);
  });
});

test('what awaits a batch up is a list of its own, and a batch says how its dossiers stand', async () => {
  const { call } = await openTestCounter();
  await receive(call);
  const { id: dossierId } = await awaitingTransfer(call);
  expect(await call('dossier.list', { view: 'to-transfer', limit: 10 })).toMatchObject({
    rows: [{ id: dossierId, status: 'awaiting-transfer-up' }],
    total: 1,
  });
  const { code } = get(await call('batch.open', open('up')));
  await changeBatch(call, code, { kind: 'add', dossierId, originals: 1, copies: 0, note: '' });
  expect((await call('batch.get', { code }))?.dossiers).toEqual([
    { dossierId, status: 'awaiting-transfer-up', procedureAlias: 'Khai sinh và thẻ bảo hiểm y tế' },
  ]);
  await changeBatch(call, code, { kind: 'close', courier: COURIER });
  expect((await call('dossier.list', { view: 'to-transfer', limit: 10 })).total).toBe(0);
});

describe('a dossier', () => {
  test('is in at most one open batch', async () => {
    const { call } = await openTestCounter();
    const { id: dossierId } = await awaitingTransfer(call);
    const first = get(await call('batch.open', open('up')));
    const second = get(await call('batch.open', open('up')));
    expect(second.code).toBe('BG-08305-200420-1002');
    const add = { kind: 'add', dossierId, originals: 1, copies: 0, note: '' } as const;
    await changeBatch(call, first.code, add);
    const again = { commandId: randomUUID(), code: second.code, change: add };
    expect(refusalOf(await call('batch.change', again))).toEqual({
      code: 'in-another-batch',
      dossierId,
      batch: first.code,
    });
    await changeBatch(call, first.code, { kind: 'abandon', reason: 'Lập nhầm' });
    await changeBatch(call, second.code, add);
  });

  test('that the commune decides alone goes nowhere', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call);
    await act(call, dossier.id, { kind: 'processing-started', specialist: '' });
    const wish = { kind: 'commune-part-finished', note: '' } as const;
    const done = await call('dossier.act', { commandId: randomUUID(), dossierId: dossier.id, act: wish });
    expect(refusalOf(done)).toEqual({ code: 'not-linked' });
  });

  test('with the body above is not handed over here, and its hand-over is not made up', async () => {
    const { call } = await openTestCounter();
    const { id: dossierId } = await awaitingTransfer(call);
    const input = { commandId: randomUUID(), dossierId, receiver: RECEIVER };
    expect(refusalOf(await call('dossier.handOver', input))).toEqual({
      code: 'not-in-this-state',
      status: 'awaiting-transfer-up',
    });
  });
});
