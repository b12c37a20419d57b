import { execFileSync } from 'node:child_process';
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { epochMsOf, localMoment } from '../../domain/plain-date.ts';
import type { MachineFacts } from '../../sync/counter-store.ts';

/** This computer: the only source of time and chance in the core. */
export type Machine = {
  /** Epoch ms by the wall clock: a claim. */
  readonly now: () => number;
  /** Runs evenly while the program runs, whatever is done to the date; from an unknown beginning. */
  readonly monotonicMs: () => number;
  /** In [0, 1), not to be guessed. */
  readonly chance: () => number;
  readonly uuid: () => string;
  /** Tells two computers apart, without saying anything about either. */
  readonly machineId: () => string;
  /** The same, in parts: what a cloned disk takes along, and what it does not. */
  readonly facts: () => MachineFacts;
  /** Not to be guessed, never the same twice. */
  readonly bytes: (length: number) => Uint8Array;
  readonly appVersion: string;
  /** Epoch ms; a clock that shows less is wrong for certain. */
  readonly builtAt: number;
};

/** Raised with each release: no copy of this program ran before. */
const BUILT_AT = epochMsOf(localMoment('2026-07-01T00:00'));
const LONGEST_ANSWER_MS = 3_000;
const CHANCE_STEPS = 2 ** 47;

export function thisMachine(env: NodeJS.ProcessEnv): Machine {
  return {
    now: Date.now,
    monotonicMs: () => performance.now(),
    chance: () => randomInt(CHANCE_STEPS) / CHANCE_STEPS,
    uuid: randomUUID,
    machineId,
    facts: machineFacts,
    bytes: (length) => randomBytes(length),
    appVersion: env['COUNTER_VERSION'] ?? '0.0.0',
    builtAt: BUILT_AT,
  };
}

function machineId(): string {
  const parts = [os.hostname(), os.platform(), os.arch(), systemId()];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

/** Hashes, so that neither name nor address of a computer stands in its data. */
function machineFacts(): MachineFacts {
  const system = systemId();
  const board = boardId();
  const account = accountId();
  return {
    ...(system === '' ? {} : { system: shortHash(system) }),
    ...(board === '' ? {} : { board: shortHash(board) }),
    ...(account === '' ? {} : { account: shortHash(account) }),
    adapters: [...new Set(adapterAddresses())].toSorted().map(shortHash),
  };
}

/** Who is logged on: the data folder and both witnesses are that user's own. */
function accountId(): string {
  return askSystem(() => {
    const { username, uid, homedir } = os.userInfo();
    return [username.toLowerCase(), uid, homedir.toLowerCase()].join('\n');
  });
}

/** What the maker called the board; empty where only an administrator may ask. */
function boardId(): string {
  if (os.platform() !== 'win32') return askSystem(() => readFileSync('/sys/class/dmi/id/product_uuid', 'utf8').trim());
  return valueInRegistry('HKLM\\SYSTEM\\HardwareConfig', 'LastConfig').toLowerCase();
}

/** Of every adapter that is built in, also where no cable is plugged in: what is merely connected changes every day. */
function adapterAddresses(): readonly string[] {
  const builtIn = os.platform() === 'win32' ? addressesOnWindows() : addressesOnLinux();
  const known = builtIn.length > 0 ? builtIn : addressesInUse();
  return known.map((mac) => mac.toLowerCase().replaceAll('-', ':')).filter(isOfMaker);
}

function addressesOnWindows(): readonly string[] {
  const listed = askSystem(() => run('getmac', ['/fo', 'csv', '/nh']));
  return listed.match(/(?:[0-9a-f]{2}-){5}[0-9a-f]{2}/gi) ?? [];
}

function addressesOnLinux(): readonly string[] {
  const root = '/sys/class/net';
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => existsSync(path.join(root, name, 'device')))
    .map((name) => askSystem(() => readFileSync(path.join(root, name, 'address'), 'utf8').trim()));
}

function addressesInUse(): readonly string[] {
  return Object.values(os.networkInterfaces())
    .flatMap((adapters) => adapters ?? [])
    .flatMap(({ mac, internal }) => (internal ? [] : [mac]));
}

/** Makers of adapters that exist in software alone: VMware, VirtualBox, Hyper-V, Parallels, TAP. Images bring them along. */
const SOFTWARE_MAKERS = ['00:05:69', '00:0c:29', '00:1c:14', '00:50:56', '08:00:27', '00:15:5d', '00:1c:42', '00:ff'];

/** Given by the maker of a card, not by software: whoever sets an address himself has to mark it in its second digit. */
export function isOfMaker(mac: string): boolean {
  if (!/^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(mac) || mac === '00:00:00:00:00:00') return false;
  return '048c'.includes(mac.charAt(1)) && !SOFTWARE_MAKERS.some((maker) => mac.startsWith(maker));
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** What the system itself calls this installation; empty where it did not answer. */
function systemId(): string {
  if (os.platform() !== 'win32') return askSystem(() => readFileSync('/etc/machine-id', 'utf8').trim());
  return valueInRegistry('HKLM\\SOFTWARE\\Microsoft\\Cryptography', 'MachineGuid').toLowerCase();
}

/** The GUID that stands under a name; empty when there is none. */
function valueInRegistry(key: string, name: string): string {
  const answer = askSystem(() => run('reg', ['query', key, '/v', name]));
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(answer)?.[0] ?? '';
}

function run(program: string, args: readonly string[]): string {
  return execFileSync(program, args, {
    windowsHide: true,
    timeout: LONGEST_ANSWER_MS,
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
}

/** Empty where the system has no answer: what is left has to do. */
function askSystem(ask: () => string): string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Error) return '';
    throw error;
  }
}
