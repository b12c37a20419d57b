import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { KeyPlace } from '../../electron/core/key-copies.ts';
import type { ShellClient } from '../../electron/core/shell-client.ts';
import { temporaryFolder } from './store.ts';

type KeyStore = Pick<ShellClient, 'wrap' | 'unwrap'>;

/** Two folders that do not exist yet. */
export function newKeyPlace(): KeyPlace {
  const folder = temporaryFolder();
  return { folder: path.join(folder, 'counter'), guardFolder: path.join(folder, 'guard') };
}

export const NO_KEY_STORE: KeyStore = { wrap: () => Promise.resolve(null), unwrap: () => Promise.resolve(null) };

/** The key store of one computer: reads what it wrapped itself. */
export function keyStoreOf(): KeyStore & { readonly kept: () => readonly string[] } {
  const secrets = new Map<string, string>();
  return {
    kept: () => [...secrets.values()],
    wrap: (secret) => {
      const wrapped = Buffer.from(randomUUID()).toString('base64');
      secrets.set(wrapped, secret);
      return Promise.resolve(wrapped);
    },
    unwrap: (wrapped) => Promise.resolve(secrets.get(wrapped) ?? null),
  };
}
