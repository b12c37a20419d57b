import { randomBytes, randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { COUNTER_PROCEDURES } from '../../domain/catalogue/counter-procedures.ts';
import type { IntakeInput } from '../../domain/intake-form.ts';
import { epochMsOf, localMoment } from '../../domain/plain-date.ts';
import type { Result } from '../../domain/result.ts';
import type { Call, Output } from '../../electron/contract/commands.ts';
import type { SetUpForm } from '../../electron/contract/refusals.ts';
import type { Fault, FromCore, Reply, ShellRequest } from '../../electron/contract/envelope.ts';
import type { Push } from '../../electron/contract/pushes.ts';
import type { PrinterChoice, PrintJobState } from '../../electron/contract/print-views.ts';
import type { AppState, ReceivedDossier } from '../../electron/contract/views.ts';
import { openLog } from '../../electron/core/log.ts';
import type { Machine } from '../../electron/core/machine.ts';
import { type Core, openCore } from '../../electron/core/open-core.ts';
import type { MachineFacts } from '../../sync/counter-store.ts';
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
  accountPassphrase: 'một hai ba',
  printer: { kind: 'none' },
  paperWidthMm: 80,
  protection: { kind: 'none' },
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
  /** As on the morning after its disk was put into another computer. */
  readonly moveToMachine: (facts: MachineFacts) => Promise<void>;
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
  /** Where numbers are witnessed a second time; a folder of its own for each folder unless given. */
  readonly witnessFolder?: string;
  readonly facts?: MachineFacts;
  /** True: a last backup when it is closed. */
  readonly backsUpAtClose?: boolean;
  /** When the program was built, as the clock is measured against it; long ago unless given. */
  readonly builtAt?: string;
  /** False: nobody signs in when a counter that is set up is opened. */
  readonly signsIn?: boolean;
};

/** Tests look at too many passphrases for the real cost. */
const CHEAP = { account: { n: 2 ** 4, r: 1, p: 1 }, key: { N: 2 ** 4, r: 1, p: 1 } };

export async function openTestCounter(options: TestCounterOptions = {}): Promise<TestCounter> {
  const folder = options.folder ?? temporaryFolder();
  const machine = testMachine(options);
  const bell = new EventEmitter();
  const pushes: Push[] = [];
  let core: Core | undefined;
  let lastId = 0;

  const witnessFolder = options.witnessFolder ?? `${folder}-witness`;
  onTestFinished(() => rmSync(witnessFolder, { recursive: true, force: true }));
  const open = async (): Promise<Core> => {
    const log = openLog(path.join(folder, 'logs'), machine.now);
    core = openCore({
      folder,
      witnessFolder,
      machine,
      log,
      post: take,
      backsUpAtClose: options.backsUpAtClose ?? false,
      guessCosts: CHEAP,
    });
    await core.opened;
    return core;
  };
  const take = (message: FromCore): void => {
    if (message.type === 'shell-request') {
      const data = keptBy(options.keyStore, message);
      setImmediate(() => core?.takeShellReply({ type: 'shell-reply', id: message.id, data }));
    }
    if (message.type !== 'push') return;
    pushes.push(message.push);
    bell.emit('push');
  };
  /** Also after a repair or an unlocking, which open the counter with nobody at it. */
  const call = callBy(async (name, input) => {
    const reply = await ask(name, input);
    if (reply.ok || reply.fault.code !== 'not-signed-in' || options.signsIn === false) return reply;
    await signIn();
    return ask(name, input);
  });
  const ask: Ask = (name, input) => {
    lastId += 1;
    if (!core) throw new Error('the test counter is closed');
    return core.answer({ type: 'request', id: lastId, name, input });
  };
  /** As the first administrator does every morning; nobody has to in a trial, or before the counter is set up. */
  const signIn = async (): Promise<void> => {
    const { ok: isOpen, ...reply } = await ask('app.state', {});
    const state = isOpen && 'output' in reply ? (reply.output as AppState) : undefined;
    const first = state?.people?.accounts[0];
    if (state?.mode !== 'real' || !first?.hasPassphrase || options.signsIn === false) return;
    get(await callBy(ask)('account.signIn', { accountId: first.id, passphrase: SET_UP.accountPassphrase }));
  };
  const close = async (): Promise<void> => {
    const open = core;
    core = undefined;
    await open?.close();
  };

  core = await open();
  onTestFinished(close);
  if (options.setUp === false) await signIn();
  else get(await call('setup.complete', { ...SET_UP, ...options.setUp }));
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
      core = await open();
      await signIn();
    },
    moveToMachine: async (facts) => {
      await close();
      machine.setFacts(facts);
      core = await open();
      await signIn();
    },
  };
}

/** A birth registration as a clerk would type it: everything required is there. */
export function intake(change: Partial<IntakeInput> = {}): IntakeInput {
  const procedureCode = change.procedureCode ?? '1.001193';
  const procedure = COUNTER_PROCEDURES.find(({ code }) => code === procedureCode);
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
  get(await call('printer.choose', { choice, modelId: 'generic-80' }));
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

const MACHINE_FACTS: MachineFacts = { system: 'test-system', adapters: ['test-adapter'] };

function testMachine(
  options: TestCounterOptions,
): Machine & { readonly set: (moment: string) => void; readonly setFacts: (facts: MachineFacts) => void } {
  let facts = options.facts ?? MACHINE_FACTS;
  let at = epochMsOf(localMoment(options.now ?? MONDAY_MORNING));
  return {
    now: () => at,
    monotonicMs: () => performance.now(),
    set: (next) => {
      at = epochMsOf(localMoment(next));
    },
    chance: options.chance ?? (() => 0.5),
    uuid: randomUUID,
    machineId: () => 'test-machine',
    facts: () => facts,
    setFacts: (next) => {
      facts = next;
    },
    bytes: (length) => randomBytes(length),
    appVersion: '0.0.0',
    builtAt: options.builtAt === undefined ? 0 : epochMsOf(localMoment(options.builtAt)),
  };
}

/** What the shell answers by the name of the question, as the test wrote it down. */
const ANSWERED: ReadonlySet<ShellRequest['ask']> = new Set<ShellRequest['ask']>([
  'find-file',
  'save-file',
  'render-pdf',
  'print-page',
]);

function keptBy(keyStore: Map<string, string> | undefined, { ask, data }: ShellRequest): string | null {
  if (!keyStore) return null;
  if (ask === 'has-key-store') return '';
  if (ask === 'choose-folder' || ask === 'find-folder') return keyStore.get('choose-folder') ?? null;
  if (ANSWERED.has(ask)) return keyStore.get(ask) ?? null;
  if (ask === 'unwrap-secret') return keyStore.get(data) ?? null;
  const wrapped = Buffer.from(`wrapped ${keyStore.size}`).toString('base64');
  keyStore.set(wrapped, data);
  return wrapped;
}
