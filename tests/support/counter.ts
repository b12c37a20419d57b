import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { COMMUNE_PROCEDURES } from '../../domain/catalogue/commune-procedures.ts';
import type { IntakeInput } from '../../domain/intake-form.ts';
import { epochMsOf, localMoment } from '../../domain/plain-date.ts';
import type { Result } from '../../domain/result.ts';
import type { Call, Output, SetUpForm } from '../../electron/contract/commands.ts';
import type { Fault, FromCore, Reply, ShellRequest } from '../../electron/contract/envelope.ts';
import type { Push } from '../../electron/contract/pushes.ts';
import type { PrinterChoice, PrintJobState, ReceivedDossier } from '../../electron/contract/views.ts';
import { openLog } from '../../electron/core/log.ts';
import type { Machine } from '../../electron/core/machine.ts';
import { type Core, openCore } from '../../electron/core/open-core.ts';
import { temporaryFolder } from './store.ts';

/** A Monday in the first year of the catalogue. */
const MONDAY_MORNING = '2020-04-20T08:00';

export const SET_UP: SetUpForm = {
  unit: {
    code: '08305',
    name: 'Xã Xuân Viên',
    upperNames: ['Huyện Yên Lập', 'Tỉnh Phú Thọ'],
    organisationCode: '000.05.22.H44',
  },
  station: 1,
  clerkName: 'Hà Thị Lan',
  printer: { kind: 'none' },
  paperWidthMm: 80,
};

/** The reply was a fault: the window would see its code. */
class FaultError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(`${fault.code}: ${fault.detail}`);
    this.fault = fault;
  }
}

type Ask = (name: string, input: unknown) => Promise<Reply>;

/** Asks as the window does. Throws {@link FaultError} for a fault. */
export function callBy(ask: Ask): Call {
  return async (name, input) => {
    const reply = await ask(name, input);
    if (!reply.ok) throw new FaultError(reply.fault);
    // The handlers are typed by the same map of commands.
    return reply.output as Output<typeof name>;
  };
}

/** A whole counter over a temporary folder, in this process, with a clock that stands until it is set. */
export type TestCounter = {
  readonly folder: string;
  readonly ask: Ask;
  readonly call: Call;
  readonly setClock: (moment: string) => void;
  readonly pushes: readonly Push[];
  /** Resolves when `holds` does; looked at after every push. */
  readonly until: (holds: () => Promise<boolean>) => Promise<void>;
  readonly close: () => Promise<void>;
  /** Closes and opens again, as the next morning. */
  readonly restart: () => Promise<void>;
};

type TestCounterOptions = {
  readonly folder?: string;
  readonly now?: string;
  /** Who the counter is; `false` leaves it as it is found. */
  readonly setUp?: Partial<SetUpForm> | false;
  /** The machine's source of chance; always 0.5 unless given. */
  readonly chance?: () => number;
  /** What the operating system keeps for the core; without it there is no key store. */
  readonly keyStore?: Map<string, string>;
};

export async function openTestCounter(options: TestCounterOptions = {}): Promise<TestCounter> {
  const folder = options.folder ?? temporaryFolder();
  const machine = testMachine(options);
  const bell = new EventEmitter();
  const pushes: Push[] = [];
  let core: Core | undefined;
  let lastId = 0;

  const open = (): Core =>
    openCore({ folder, machine, log: openLog(path.join(folder, 'logs'), machine.now), post: take });
  const take = (message: FromCore): void => {
    if (message.type === 'shell-request') {
      const data = keptBy(options.keyStore, message);
      setImmediate(() => core?.takeShellReply({ type: 'shell-reply', id: message.id, data }));
    }
    if (message.type !== 'push') return;
    pushes.push(message.push);
    bell.emit('push');
  };
  const ask: Ask = (name, input) => {
    lastId += 1;
    if (!core) throw new Error('the test counter is closed');
    return core.answer({ type: 'request', id: lastId, name, input });
  };
  const close = async (): Promise<void> => {
    const open = core;
    core = undefined;
    await open?.close();
  };

  core = open();
  onTestFinished(close);
  const call = callBy(ask);
  if (options.setUp !== false) get(await call('setup.complete', { ...SET_UP, ...options.setUp }));
  return {
    folder,
    ask,
    call,
    pushes,
    setClock: (moment) => machine.set(moment),
    until: async (holds) => {
      for (;;) {
        const pushed = once(bell, 'push');
        if (await holds()) return;
        await pushed;
      }
    },
    close,
    restart: async () => {
      await close();
      core = open();
    },
  };
}

/** A birth registration as a clerk would type it: everything required is there. */
export function intake(change: Partial<IntakeInput> = {}): IntakeInput {
  const procedureCode = change.procedureCode ?? '1.001193';
  const procedure = COMMUNE_PROCEDURES.find(({ code }) => code === procedureCode);
  return {
    procedureCode,
    applicant: {
      kind: 'person',
      name: 'Nguyễn Thị Đào',
      idNumber: '',
      phone: '0912345678',
      noPhone: false,
      address: 'Khu 3, xã Xuân Viên',
    },
    papers: (procedure?.requiredPapers ?? [])
      .filter(({ required }) => required)
      .map(({ id, originals, copies }) => ({ id, originals, copies })),
    sets: 1,
    ...change,
  };
}

/** Receives a dossier that no rule has anything against. */
export async function receive(call: Call, change: Partial<IntakeInput> = {}): Promise<ReceivedDossier> {
  return get(await call('dossier.receive', { commandId: randomUUID(), form: intake(change) }));
}

export async function jobState(call: Call, jobId: number): Promise<PrintJobState | undefined> {
  return (await call('print.jobs', {})).find(({ id }) => id === jobId)?.state;
}

export async function choosePrinter(call: Call, choice: PrinterChoice): Promise<void> {
  get(await call('printer.choose', { choice, paperWidthMm: 80 }));
}

/** The value of a result that must not be a refusal. */
export function get<T, R>(result: Result<T, R>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export function refusalOf<T, R>(result: Result<T, R>): R {
  if (result.ok) throw new Error('not refused');
  return result.refusal;
}

function testMachine(options: TestCounterOptions): Machine & { readonly set: (moment: string) => void } {
  let at = epochMsOf(localMoment(options.now ?? MONDAY_MORNING));
  return {
    now: () => at,
    set: (next) => {
      at = epochMsOf(localMoment(next));
    },
    chance: options.chance ?? (() => 0.5),
    uuid: randomUUID,
    machineId: () => 'test-machine',
    appVersion: '0.0.0',
    builtAt: 0,
  };
}

function keptBy(keyStore: Map<string, string> | undefined, { ask, data }: ShellRequest): string | null {
  if (!keyStore) return null;
  if (ask === 'unwrap-secret') return keyStore.get(data) ?? null;
  const wrapped = Buffer.from(`wrapped ${keyStore.size}`).toString('base64');
  keyStore.set(wrapped, data);
  return wrapped;
}
