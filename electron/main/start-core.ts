import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { utilityProcess } from 'electron';
import type { FromCore } from '../contract/envelope.ts';
import type { CoreHandle } from './core-process.ts';

/** The core and its SQLite driver need it. */
const OLDEST_NODE = 22;

export type CoreStart = { readonly file: string; readonly env: Readonly<Record<string, string>> };

/** Starts the core inside Electron where its Node is new enough, else under the Node that was given or packed along. */
export function startCore(start: CoreStart): CoreHandle {
  return Number(process.versions.node.split('.')[0]) >= OLDEST_NODE ? startInElectron(start) : startUnderNode(start);
}

/** The form of the shipped application. */
export function startInElectron({ file, env }: CoreStart): CoreHandle {
  const child = utilityProcess.fork(file, [], { serviceName: 'counter-core', env: { ...process.env, ...env } });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: FromCore) => listener(message)),
    onExit: (listener) => void child.on('exit', (code) => listener(code)),
    kill: () => void child.kill(),
  };
}

/** The form for runtimes whose own Node is too old. */
export function startUnderNode({ file, env }: CoreStart): CoreHandle {
  const child = fork(file, [], {
    execPath: findNode(),
    execArgv: [],
    serialization: 'advanced',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    post: (message) => {
      // A core that just died is reported by its exit, not by a failed write.
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromCore)),
    onExit: (listener) => void child.on('exit', (code) => listener(code)),
    kill: () => void child.kill('SIGKILL'),
  };
}

function findNode(): string {
  const packed = path.join(process.resourcesPath, 'node');
  const node = process.env['COUNTER_CORE_NODE'] ?? (existsSync(packed) ? packed : undefined);
  if (node === undefined) throw new Error(`this runtime's Node ${process.versions.node} is too old for the core`);
  return node;
}
