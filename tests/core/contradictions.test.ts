import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Call } from '../../electron/contract/commands.ts';
import { get, openTestCounter, receive } from '../support/counter.ts';
import { act } from '../support/life.ts';

test('what two computers said against each other is shown with a proposal, and settled by an event of a person', async () => {
  const { call, folder, close, restart } = await openTestCounter();
  const { dossier } = await receive(call);
  await act(call, dossier.id, { kind: 'withdrawn', reason: 'Không cần nữa' });
  await close();
  await elsewhere(folder, dossier.id);
  await restart();
  const before = await call('dossier.sides', { id: dossier.id });
  expect(before).toMatchObject({
    business: 'withdrawn',
    contradictions: [{ kind: 'processing-started', place: { log: 'other.1', seq: 1 }, stateThen: 'withdrawn' }],
  });
  expect(before?.acts).toContain('contradiction-settled');
  expect((await call('dossier.list', { view: 'today', limit: 1 })).rows).toMatchObject([{ hasAnomaly: true }]);
  const settled = await settle(call, dossier.id, { log: 'other.1', seq: 1 });
  expect(settled).toMatchObject({ status: 'withdrawn', anomalies: [] });
  expect(settled.trail.map(({ kind, verdict }) => [kind, verdict])).toEqual([
    ['received', undefined],
    ['withdrawn', undefined],
    ['processing-started', 'settled'],
    ['contradiction-settled', undefined],
  ]);
});

async function settle(call: Call, dossierId: Parameters<typeof act>[1], of: { log: string; seq: number }) {
  const wish = { kind: 'contradiction-settled', of, accepts: false, reason: 'Đã hỏi máy 2' } as const;
  return get(await call('dossier.act', { commandId: randomUUID(), dossierId, act: wish }));
}

/** As the replication brings it in from a second computer that had not heard of the withdrawal. */
async function elsewhere(folder: string, dossierId: string): Promise<void> {
  const { openCounterStore } = await import('../../sync/open-counter-store.ts');
  const { admit, foreignEvent } = await import('../support/store.ts');
  const store = openCounterStore({ folder: `${folder}/counter` });
  const payload = { at: '2020-04-20T09:00', specialist: 'Đinh Văn Hùng' };
  admit(store, foreignEvent('other.1', { dossierId, kind: 'processing-started', lamport: 50, payload }));
  await store.close();
}
