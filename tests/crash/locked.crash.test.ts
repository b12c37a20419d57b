import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { get, intake, receive, refusalOf } from '../support/counter.ts';
import { startCoreProcess, TODAY_SET_UP } from '../support/core-process.ts';
import { temporaryFolder } from '../support/store.ts';
import { databaseIn, faultsOf } from './durable-file.ts';
import { report } from './proof.ts';
import { expectReadsToWork, expectSentences } from './without-writing.ts';

const HELD_MS = 10_000;
const RECEPTIONS = 20;

/** Another program that has the file's write lock from when this resolves. */
async function holdLock(file: string): Promise<{ readonly released: Promise<unknown> }> {
  const holder = fork(path.join(import.meta.dirname, 'held-lock.ts'), [file, String(HELD_MS)]);
  const released = once(holder, 'exit');
  onTestFinished(() => void holder.kill());
  await once(holder, 'message');
  return { released };
}

test('a file another program holds on to is named, takes no number, can still be read, and works when it is let go', async () => {
  const folder = temporaryFolder();
  const core = startCoreProcess({ folder });
  expect(await core.opened).toBe('ready');
  get(await core.call('setup.complete', TODAY_SET_UP));
  const first = await receive(core.call);
  for (let n = 2; n <= RECEPTIONS; n += 1) await receive(core.call);
  const { released } = await holdLock(databaseIn(folder));
  const command = { commandId: randomUUID(), form: intake() };
  const refused = await core.call('dossier.receive', command);
  expect(refusalOf(refused)).toEqual({ code: 'storage-failed', why: 'locked' });
  expectSentences('locked');
  await expectReadsToWork(core.call, first);
  await released;
  // The clerk presses the button again: the same command.
  const { dossier } = get(await core.call('dossier.receive', command));
  const received = RECEPTIONS + 1;
  expect(dossier.intake?.registerBook.number).toBe(received);
  const { total } = await core.call('dossier.list', { view: 'today', limit: 1 });
  expect(await core.drain()).toBe(0);
  expect(faultsOf(databaseIn(folder))).toEqual([]);
  report('locked', `held for ${HELD_MS / 1000} s, ${received} acknowledged`, {
    lost: Math.max(0, received - total),
    duplicate: Math.max(0, total - received),
  });
});
