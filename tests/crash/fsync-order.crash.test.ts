import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ensureProgram, STRACE } from '../../scripts/system-packages.ts';
import { get, receive } from '../support/counter.ts';
import { startCoreProcess, TODAY_SET_UP } from '../support/core-process.ts';
import { temporaryFolder } from '../support/store.ts';
import { report } from './proof.ts';
import { type Order, orderOf, straceInto } from './system-calls.ts';

/** Below the five hundred of a station's day. */
const RECEPTIONS = 400;
/** After standard input, output and error the first one: `stdio` of the core's process. */
const CHANNEL = 3;
const NO_FULL_SYNC = path.join(import.meta.dirname, 'no-full-sync.ts');

beforeAll(() => ensureProgram(STRACE), 120_000);

/** The order in which a real core wrote, synced and answered, by the word of the kernel. */
async function watch(preload: { readonly preload?: string }): Promise<Order> {
  const folder = temporaryFolder();
  const trace = path.join(folder, 'trace');
  const core = startCoreProcess({ folder, under: straceInto(trace), ...preload });
  expect(await core.opened).toBe('ready');
  get(await core.call('setup.complete', TODAY_SET_UP));
  for (let n = 0; n < RECEPTIONS; n += 1) await receive(core.call);
  expect(await core.drain()).toBe(0);
  const ended = new RegExp(`^${core.pid}\\s+\\+\\+\\+ exited`, 'm');
  await expect.poll(() => existsSync(trace) && ended.test(readFileSync(trace, 'utf8')), { timeout: 20_000 }).toBe(true);
  return orderOf(readFileSync(trace, 'utf8'), CHANNEL);
}

test('no answer leaves the core before what it answers is synced to the disk, and the proof sees when one does', async () => {
  const order = await watch({});
  expect(order.posted).toBeGreaterThanOrEqual(RECEPTIONS);
  expect(order.synced).toBeGreaterThanOrEqual(RECEPTIONS);
  expect(order.written).toBeGreaterThanOrEqual(RECEPTIONS);

  const mutant = await watch({ preload: NO_FULL_SYNC });
  expect(mutant.violations).toBeGreaterThanOrEqual(RECEPTIONS);

  const counts = `${RECEPTIONS} answers, ${order.synced} syncs, ${order.violations} too early`;
  report('fsync-order', `${counts}; without full sync ${mutant.synced} syncs, ${mutant.violations} too early`, {
    lost: order.violations,
    duplicate: 0,
  });
});
