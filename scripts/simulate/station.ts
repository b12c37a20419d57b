import path from 'node:path';
import { type ActingPermission, actingPermissions } from '../../domain/accounts/acting-permissions.ts';
import type { AccountId } from '../../domain/accounts/account-id.ts';
import type { Role } from '../../domain/accounts/role.ts';
import type { CommandName, Input, Output } from '../../electron/contract/commands.ts';
import type { FromCore, Reply } from '../../electron/contract/envelope.ts';
import { openLog } from '../../electron/core/log.ts';
import type { Machine } from '../../electron/core/machine.ts';
import { assembleCore } from '../../electron/core/open-core.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import type { Chance } from './chance.ts';
import { refusalCode } from './refusal-code.ts';
import type { WallClock } from './sim-clock.ts';
import type { Tally } from './tally.ts';

/** Somebody with an account and a passphrase on one station. */
export type Colleague = {
  readonly id: AccountId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly passphrase: string;
};

/** What a command came to: its value, or the code it was refused by. */
export type Attempt<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string; readonly isFault: boolean };

/** Of an output that may be a refusal the value, of any other the output itself. */
type ValueOf<O> = O extends { readonly ok: boolean }
  ? Extract<O, { readonly ok: true; readonly value: unknown }>['value']
  : O;

/** Faults that say no to a person; any other is a broken machine. */
const SAYS_NO: ReadonlySet<string> = new Set(['not-signed-in', 'not-permitted', 'bad-input']);
/** Here too many passphrases are looked at for the real cost. */
const CHEAP = { account: { n: 2 ** 4, r: 1, p: 1 }, key: { N: 2 ** 4, r: 1, p: 1 } };

export type StationParts = {
  readonly name: string;
  readonly number: number;
  readonly folder: string;
  readonly clock: WallClock;
  readonly chance: Chance;
  readonly tally: Tally;
};

/** One computer of the commune: a whole core over real files, asked as its window would ask it. */
export class Station {
  readonly name: string;
  readonly number: number;
  readonly colleagues: Colleague[] = [];
  readonly #parts: StationParts;
  readonly #machine: Machine;
  #running: ReturnType<typeof assembleCore> | undefined;
  #lastId = 0;
  #signedIn: Colleague | undefined;
  #chosenFile: string | undefined;

  constructor(parts: StationParts) {
    this.#parts = parts;
    this.name = parts.name;
    this.number = parts.number;
    this.#machine = machineOf(parts);
  }

  async open(): Promise<void> {
    const { folder } = this.#parts;
    this.#running = assembleCore({
      folder,
      witnessFolder: `${folder}-witness`,
      machine: this.#machine,
      log: openLog(path.join(folder, 'logs'), this.#machine.now),
      post: (message) => this.#hear(message),
      backsUpAtClose: false,
      guessCosts: CHEAP,
    });
    await this.#running.core.opened;
  }

  async close(): Promise<void> {
    const { core } = this.#get();
    this.#running = undefined;
    this.#signedIn = undefined;
    await core.close();
  }

  store(): OpenCounterStore {
    return this.#get().session.getEstablished().store;
  }

  /** Everything that is published here, also what is not in force. */
  publications() {
    return this.#get().session.getEstablished().publications;
  }

  /** The folder with the counter's file. */
  get folder(): string {
    return path.join(this.#parts.folder, 'counter');
  }

  /** Where files lie that are read in. */
  get desktop(): string {
    return this.#parts.folder;
  }

  chooseFile(file: string): void {
    this.#chosenFile = file;
  }

  /** Whoever was signed in last, by what the station was told. */
  signedIn(): Colleague | undefined {
    return this.#signedIn;
  }

  takeSeat(colleague: Colleague | undefined): void {
    this.#signedIn = colleague;
  }

  /** What the person at the counter may do now, reckoned from the accounts and not asked of the core. */
  permissions(): readonly ActingPermission[] {
    const accounts = this.store().listSubjects('account');
    const account = accounts.find(({ id }) => id === this.#signedIn?.id);
    return account ? actingPermissions(account, accounts, this.#parts.clock.now()) : [];
  }

  ask(name: string, input: unknown): Promise<Reply> {
    this.#lastId += 1;
    return this.#get().core.answer({ type: 'request', id: this.#lastId, name, input });
  }

  /**
   * Asks, counts a refusal by its code, and holds the station to its word: a fault that is no refusal is trouble, and what
   * was refused must have left nothing in the log.
   */
  async try<N extends CommandName>(name: N, input: Input<N>): Promise<Attempt<ValueOf<Output<N>>>> {
    return (await this.tryAnything(name, input)) as Attempt<ValueOf<Output<N>>>;
  }

  /** As {@link try}, of what no window would ask. */
  async tryAnything(name: string, input: unknown): Promise<Attempt<unknown>> {
    const { tally } = this.#parts;
    const before = this.#ownSeq();
    const reply = await this.ask(name, input);
    const attempt = attemptOf(reply);
    if (attempt.ok) return attempt;
    tally.refuse(attempt.code);
    const told = `${this.name} ${name}: ${attempt.code}`;
    if (attempt.isFault && !SAYS_NO.has(attempt.code))
      tally.fail(`${told} is a broken machine, ${JSON.stringify(reply)}`);
    if (this.#ownSeq() !== before) tally.fail(`${told} was refused and left something behind`);
    return attempt;
  }

  #ownSeq(): number {
    const counter = this.#running?.session.find();
    const log = counter?.store.identity()?.log;
    return log === undefined || !counter ? 0 : counter.store.database.events.headOf(log).seq;
  }

  #get() {
    if (!this.#running) throw new Error(`station ${this.name} is closed`);
    return this.#running;
  }

  #hear(message: FromCore): void {
    if (message.type !== 'shell-request') return;
    const { id, ask } = message;
    const file = ask === 'find-file' ? this.#chosenFile : undefined;
    const data = file === undefined ? null : Buffer.from(file).toString('base64');
    setImmediate(() => this.#running?.core.takeShellReply({ type: 'shell-reply', id, data }));
  }
}

function machineOf({ name, clock, chance }: StationParts): Machine {
  const facts = { system: `system-${name}`, adapters: [`adapter-${name}`] };
  return {
    now: () => clock.nowMs(),
    monotonicMs: () => clock.monotonicMs(),
    chance: () => chance.next(),
    uuid: () => chance.uuid(),
    machineId: () => `machine-${name}`,
    facts: () => facts,
    bytes: (length) => chance.bytes(length),
    appVersion: '0.0.0',
    builtAt: 0,
  };
}

function attemptOf(reply: Reply): Attempt<unknown> {
  if (!reply.ok) return { ok: false, code: reply.fault.code, isFault: true };
  const { output } = reply;
  if (typeof output !== 'object' || output === null || !('ok' in output)) return { ok: true, value: output };
  if (output.ok === true && 'value' in output) return { ok: true, value: output.value };
  return { ok: false, code: refusalCode('refusal' in output ? output.refusal : undefined), isFault: false };
}
