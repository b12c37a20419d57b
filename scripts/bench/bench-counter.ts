import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { FIRST_STATION, parseStation } from '../../domain/dossier-number.ts';
import { epochMsOf, type LocalMoment, plainDate } from '../../domain/plain-date.ts';
import type { CommandName, Input, Output } from '../../electron/contract/commands.ts';
import { openLog } from '../../electron/core/log.ts';
import type { Machine } from '../../electron/core/machine.ts';
import { type Core, openCore } from '../../electron/core/open-core.ts';
import type { CounterIdentity, NumberWatch } from '../../sync/counter-store.ts';

export const BENCH_MACHINE = { machine: 'bench-machine', appVersion: '0.0.0' } as const;

/** Who the counters of the bench are. */
export const BENCH_COUNTER: CounterIdentity = {
  unit: {
    code: '08305',
    name: 'Xã Xuân Viên',
    upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'],
    organisationCode: '000.05.22.H44',
    sample: true,
    effectiveFrom: plainDate('2018-01-01'),
  },
  station: firstStation(),
  clerkName: 'Hà Thị Lan',
  log: '08305.01.be7c0000be7c0000',
};

const CLERK = { name: BENCH_COUNTER.clerkName, passphrase: 'một hai ba' };

const FACTS = { system: 'bench', adapters: [] } as const;

/** The second place where the numbers of a counter in `folder` are witnessed. */
export function witnessFolderOf(folder: string): string {
  return `${folder}-witness`;
}

/** The watch over the numbers, as the core of the bench keeps it. */
export function benchWatch(folder: string): NumberWatch {
  return {
    machine: FACTS,
    witnessFolder: witnessFolderOf(folder),
    mark: () => randomBytes(3).toString('hex'),
    opening: () => ({ ...BENCH_MACHINE, clock: { at: 0, clockQuality: 'free' } }),
  };
}

/** Asks a core as the window does; throws for a fault. */
export type AskCore = <N extends CommandName>(name: N, input: Input<N>) => Promise<Output<N>>;

/** As the clerk does before any work. A counter that was just loaded has nobody's account yet. */
export async function signIn(ask: AskCore): Promise<void> {
  const { people } = await ask('app.state', {});
  const known = people?.accounts.find(({ name }) => name === CLERK.name);
  const { passphrase } = CLERK;
  const done = known
    ? await ask('account.signIn', { accountId: known.id, passphrase })
    : await ask('account.first', CLERK);
  if (!done.ok) throw new Error(`nobody is signed in: ${done.refusal.code}`);
}

/** The real core over a data folder, in this process, with a clock that stands until it is set. Somebody is signed in. */
export type BenchCore = {
  readonly ask: AskCore;
  readonly setClock: (moment: LocalMoment) => void;
  readonly close: () => Promise<void>;
};

export async function openBenchCore(folder: string, startsAt: LocalMoment): Promise<BenchCore> {
  let at = epochMsOf(startsAt);
  const machine: Machine = {
    now: () => at,
    monotonicMs: () => performance.now(),
    chance: Math.random,
    uuid: randomUUID,
    machineId: () => BENCH_MACHINE.machine,
    facts: () => FACTS,
    bytes: randomBytes,
    appVersion: BENCH_MACHINE.appVersion,
    builtAt: 0,
  };
  const core: Core = openCore({
    folder,
    witnessFolder: witnessFolderOf(folder),
    machine,
    log: openLog(path.join(folder, 'logs'), machine.now),
    post: (message) => {
      // A key store that gives back what it was given, and nobody who answers a question.
      if (message.type !== 'shell-request') return;
      const data = message.ask === 'choose-folder' ? null : message.data;
      setImmediate(() => core.takeShellReply({ type: 'shell-reply', id: message.id, data }));
    },
  });
  await core.opened;
  const ask: AskCore = async (name, input) => {
    const reply = await core.answer({ type: 'request', id: 1, name, input });
    if (!reply.ok) throw new Error(`${name}: ${reply.fault.code} ${reply.fault.detail}`);
    return reply.output as Output<typeof name>;
  };
  await signIn(ask);
  return {
    ask,
    setClock: (moment) => {
      at = epochMsOf(moment);
    },
    close: core.close,
  };
}

function firstStation(): CounterIdentity['station'] {
  const station = parseStation(FIRST_STATION);
  if (station === undefined) throw new Error('there is no first station');
  return station;
}
