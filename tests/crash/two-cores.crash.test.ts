import { expect, test } from 'vitest';
import { START_TROUBLES } from '../../electron/main/sentences.ts';
import { get, receive } from '../support/counter.ts';
import { startCoreProcess, TODAY_SET_UP } from '../support/core-process.ts';
import { temporaryFolder } from '../support/store.ts';
import { databaseIn, faultsOf } from './durable-file.ts';
import { report } from './proof.ts';

const ROUNDS = 3;

test('a second core on the same data is refused and disturbs nothing; after a kill the next one starts at once', async () => {
  const folder = temporaryFolder();
  let received = 0;
  let first = startCoreProcess({ folder });
  expect(await first.opened).toBe('ready');
  get(await first.call('setup.complete', TODAY_SET_UP));
  for (let round = 1; round <= ROUNDS; round += 1) {
    await receive(first.call);
    const second = startCoreProcess({ folder });
    const why = await second.opened;
    if (why === 'ready') throw new Error('two cores write one file');
    expect(START_TROUBLES[why].what).toMatch(/^\p{Lu}.+\.$/u);
    expect(['in-use', 'locked']).toContain(why);
    expect(await second.drain()).toBe(0);
    const { dossier } = await receive(first.call);
    received += 2;
    expect(dossier.intake?.registerBook.number).toBe(received);
    await first.kill();
    first = startCoreProcess({ folder });
    expect(await first.opened).toBe('ready');
  }
  const { total } = await first.call('dossier.list', { view: 'today', limit: 1 });
  expect(await first.drain()).toBe(0);
  expect(faultsOf(databaseIn(folder))).toEqual([]);
  report('two-cores', `${ROUNDS} refused, ${ROUNDS} killed, ${received} acknowledged`, {
    lost: Math.max(0, received - total),
    duplicate: Math.max(0, total - received),
  });
});
