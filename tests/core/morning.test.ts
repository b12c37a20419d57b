import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { DossierId } from '../../domain/scan-code.ts';
import type { Call } from '../../electron/contract/commands.ts';
import type { DossierView } from '../../electron/contract/views.ts';
import { get, openTestCounter, receive } from '../support/counter.ts';
import { act, RECEIVER, SIGNED } from '../support/life.ts';

/** Three working days: received on Monday, due on Thursday. */
const THREE_DAYS = '1.004873';
const MISSING = [{ id: 'birth-certificate', name: 'Giấy chứng sinh', note: '' }];

/** The lines that have a dossier; each is counted as its list has it. */
async function linesOf(call: Call): Promise<Partial<Record<DossierView, readonly DossierId[]>>> {
  const { counts } = await call('dossier.morning', {});
  const lines: Partial<Record<DossierView, readonly DossierId[]>> = {};
  for (const view of Object.keys(counts) as DossierView[]) {
    const { rows, total } = await call('dossier.list', { view, limit: 10 });
    expect(counts[view]).toBe(total);
    if (total > 0) lines[view] = rows.map(({ id }) => id);
  }
  return lines;
}

describe('what is due', () => {
  test('today is due until its minute has come, and late from the minute after', async () => {
    const { call, setClock } = await openTestCounter();
    const { dossier } = await receive(call);
    const day = dossier.appointment?.at.slice(0, 10) ?? '';
    expect(dossier.appointment?.at).toBe(`${day}T17:30`);
    const of = { waiting: [dossier.id], today: [dossier.id] };
    setClock(`${day}T17:30`);
    expect(await linesOf(call)).toEqual({ ...of, 'due-today': [dossier.id] });
    setClock(`${day}T17:31`);
    expect(await linesOf(call)).toEqual({ ...of, late: [dossier.id] });
  });

  test('within two working days is due soon, over a weekend and a day off too', async () => {
    const { call, setClock } = await openTestCounter({ now: '2020-04-24T09:00' });
    const { dossier } = await receive(call, { procedureCode: THREE_DAYS });
    // Friday; Saturday and Sunday do not count.
    expect(dossier.appointment?.at.slice(0, 10)).toBe('2020-04-29');
    expect((await call('dossier.morning', {})).lastDaySoon).toBe('2020-04-28');
    expect(await linesOf(call)).not.toHaveProperty('due-soon');
    setClock('2020-04-27T08:00');
    expect(await linesOf(call)).toEqual({ 'due-soon': [dossier.id], waiting: [dossier.id] });
    setClock('2020-04-29T08:00');
    // 30/04 and 01/05 are days off, and a weekend follows.
    expect((await call('dossier.morning', {})).lastDaySoon).toBe('2020-05-05');
    expect(await linesOf(call)).toEqual({ 'due-today': [dossier.id], waiting: [dossier.id] });
  });

  test('comes with what has waited longest first', async () => {
    const { call, setClock } = await openTestCounter();
    const first = await receive(call);
    setClock('2020-04-21T08:00');
    const second = await receive(call);
    setClock('2020-04-23T08:00');
    expect((await linesOf(call)).late).toEqual([first.dossier.id, second.dossier.id]);
  });
});

describe('a dossier is not late', () => {
  test('while it waits for the citizen, whatever day it is: it has a line of its own', async () => {
    const { call, setClock } = await openTestCounter();
    const { dossier } = await receive(call, { procedureCode: THREE_DAYS });
    await act(call, dossier.id, { kind: 'processing-started', specialist: '' });
    await act(call, dossier.id, {
      kind: 'supplement-requested',
      missing: MISSING,
      reason: 'Thiếu giấy',
      respondBy: '2020-05-20',
    });
    setClock('2020-05-04T08:00');
    expect(await linesOf(call)).toEqual({ 'waiting-for-applicant': [dossier.id], waiting: [dossier.id] });
  });

  test('when its result is ready: it waits to be handed over, and leaves all lines with that', async () => {
    const { call, setClock } = await openTestCounter();
    const { dossier } = await receive(call);
    await act(call, dossier.id, { kind: 'processing-started', specialist: '' });
    await act(call, dossier.id, { kind: 'signature-requested', note: '' });
    await act(call, dossier.id, { kind: 'result-issued', result: { ...SIGNED, date: '2020-04-20' } });
    setClock('2020-04-24T08:00');
    expect(await linesOf(call)).toEqual({ 'result-ready': [dossier.id], waiting: [dossier.id] });
    get(await call('dossier.handOver', { commandId: randomUUID(), dossierId: dossier.id, receiver: RECEIVER }));
    expect(await linesOf(call)).toEqual({});
  });
});

test('what came through the portal waits to be received, and is in no other line', async () => {
  const { call } = await openTestCounter();
  const arrived = get(
    await call('dossier.noteArrival', {
      commandId: randomUUID(),
      procedureCode: '1.001193',
      channel: 'online',
      arrivalNumber: 'H44-77',
      filedAt: '2020-04-19T22:10',
      applicant: { kind: 'person', name: 'Hà Thị Mơ', idNumber: '', phone: '', address: '' },
    }),
  );
  expect(await linesOf(call)).toEqual({ arrived: [arrived.id] });
});

test('a batch is counted from its opening until it is at its end', async () => {
  const { call } = await openTestCounter();
  expect((await call('dossier.morning', {})).batches).toBe(0);
  const opened = { commandId: randomUUID(), direction: 'up', otherBody: 'UBND huyện Yên Lập' } as const;
  const { code } = get(await call('batch.open', opened));
  expect((await call('dossier.morning', {})).batches).toBe(1);
  get(await call('batch.change', { commandId: randomUUID(), code, change: { kind: 'abandon', reason: 'Nhầm' } }));
  expect((await call('dossier.morning', {})).batches).toBe(0);
});
