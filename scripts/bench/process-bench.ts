import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Output } from '../../electron/contract/commands.ts';
import type { FromCore, ToCore } from '../../electron/contract/envelope.ts';
import { projectRoot } from '../console.ts';
import { type AskCore, signIn, witnessFolderOf } from './bench-counter.ts';
import { measured, type Measurement, median } from './measurement.ts';
import type { Place } from './place.ts';
import { proportionalMegabytes } from './process-memory.ts';

const STARTS = 5;
const QUERIES = ['nguyen', 'hoa', 'tran van'];

/** The core as a process of its own: from its start until it answers, and what it weighs when it did some work. */
export async function benchProcess(place: Place): Promise<readonly Measurement[]> {
  const opened: number[] = [];
  const weights: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const { openedMs, pssMb } = await startOnce(place.folder);
    opened.push(openedMs);
    weights.push(pssMb);
  }
  return [
    measured(`cold open, ${place.size}: median`, median(opened), 'ms'),
    measured(`memory of the core (PSS), ${place.size}: median`, median(weights), 'MB'),
  ];
}

async function startOnce(folder: string): Promise<{ readonly openedMs: number; readonly pssMb: number }> {
  const started = performance.now();
  const core = fork(path.join(projectRoot, 'electron/core/core.ts'), {
    serialization: 'advanced',
    env: { ...process.env, COUNTER_DATA_FOLDER: folder, COUNTER_WITNESS_FOLDER: witnessFolderOf(folder) },
  });
  const post = (message: ToCore): void => void core.send(message);
  const said = (is: (message: FromCore) => boolean): Promise<FromCore> =>
    new Promise((resolve) => {
      const listen = (message: unknown): void => {
        // The core is ours and speaks nothing else.
        const heard = message as FromCore;
        if (heard.type === 'shell-request') post({ type: 'shell-reply', id: heard.id, data: null });
        if (!is(heard)) return;
        core.off('message', listen);
        resolve(heard);
      };
      core.on('message', listen);
    });
  const first = await said(({ type }) => type === 'ready' || type === 'cannot-start');
  const openedMs = performance.now() - started;
  if (first.type !== 'ready') throw new Error(`the core cannot start: ${JSON.stringify(first)}`);
  let lastId = 0;
  const ask: AskCore = async (name, input) => {
    lastId += 1;
    const id = lastId;
    post({ type: 'request', id, name, input });
    const reply = await said((message) => message.type === 'reply' && message.id === id);
    if (reply.type !== 'reply' || !reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply.output as Output<typeof name>;
  };
  await signIn(ask);
  for (const query of QUERIES) await ask('dossier.find', { query, limit: 50 });
  const pssMb = proportionalMegabytes(core.pid ?? 0);
  post({ type: 'drain' });
  await once(core, 'exit');
  return { openedMs, pssMb };
}
