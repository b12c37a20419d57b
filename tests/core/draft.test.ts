import { describe, expect, test } from 'vitest';
import { get, intake, openTestCounter, receive } from '../support/counter.ts';
import { startCoreProcess, TODAY_SET_UP } from '../support/core-process.ts';
import { temporaryFolder } from '../support/store.ts';

describe('a draft', () => {
  test('is kept as the screen wrote it, the last word counts, and it outlives a restart', async () => {
    const { call, setClock, restart } = await openTestCounter();
    expect(await call('draft.find', {})).toBeNull();
    get(await call('draft.keep', { content: '{"name":"Nguyễn"}' }));
    setClock('2020-04-20T09:12');
    get(await call('draft.keep', { content: '{"name":"Nguyễn Thị Đào"}' }));
    await restart();
    expect(await call('draft.find', {})).toEqual({
      content: '{"name":"Nguyễn Thị Đào"}',
      keptAt: '2020-04-20T09:12',
    });
  });

  test('outlives a core that is killed the moment after it was answered', async () => {
    const folder = temporaryFolder();
    const first = startCoreProcess({ folder });
    await first.opened;
    get(await first.call('setup.complete', TODAY_SET_UP));
    get(await first.call('draft.keep', { content: 'đang gõ dở' }));
    await first.kill();
    const second = startCoreProcess({ folder });
    await second.opened;
    expect(await second.call('draft.find', {})).toMatchObject({ content: 'đang gõ dở' });
  });

  test('is gone with the reception it became, in the same commit', async () => {
    const { call } = await openTestCounter();
    get(await call('draft.keep', { content: 'nháp' }));
    await receive(call);
    expect(await call('draft.find', {})).toBeNull();
  });

  test('stays when the reception is refused', async () => {
    const { call } = await openTestCounter();
    get(await call('draft.keep', { content: 'nháp' }));
    const form = intake({ papers: [] });
    expect((await call('dossier.receive', { commandId: crypto.randomUUID(), form })).ok).toBe(false);
    expect(await call('draft.find', {})).toMatchObject({ content: 'nháp' });
  });

  test('is discarded when the clerk says so', async () => {
    const { call } = await openTestCounter();
    get(await call('draft.keep', { content: 'nháp' }));
    get(await call('draft.discard', {}));
    expect(await call('draft.find', {})).toBeNull();
  });

  test('of a trial is the trial’s own', async () => {
    const { call } = await openTestCounter();
    get(await call('draft.keep', { content: 'thật' }));
    get(await call('trial.start', {}));
    expect(await call('draft.find', {})).toBeNull();
    await call('trial.end', {});
    expect(await call('draft.find', {})).toMatchObject({ content: 'thật' });
  });

  test('larger than any form can be is refused as bad input', async () => {
    const { ask } = await openTestCounter();
    expect(await ask('draft.keep', { content: 'x'.repeat(64 * 1024 + 1) })).toMatchObject({
      ok: false,
      fault: { code: 'bad-input' },
    });
  });
});
