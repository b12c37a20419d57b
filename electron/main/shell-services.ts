import type { SafeStorage } from 'electron';
import type { ShellReply, ShellRequest } from '../contract/envelope.ts';

/** What is used of Electron's `safeStorage`; older runtimes cannot say which store they use. */
export type KeyStore = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> & {
  readonly getSelectedStorageBackend?: SafeStorage['getSelectedStorageBackend'] | undefined;
};

/** Answers what the core asks of the operating system. Call it only when the application is ready. */
export function answerShellRequest(
  request: ShellRequest,
  storage: KeyStore,
  platform: NodeJS.Platform = process.platform,
): ShellReply {
  return { type: 'shell-reply', id: request.id, data: hasKeyStore(storage, platform) ? crypt(request, storage) : null };
}

function crypt(request: ShellRequest, storage: KeyStore): string | null {
  try {
    return request.ask === 'wrap-secret'
      ? storage.encryptString(request.data).toString('base64')
      : storage.decryptString(Buffer.from(request.data, 'base64'));
  } catch (error) {
    // Another user's key store, or a new one: the contract's null. The error's text may hold parts of the secret.
    process.stderr.write(
      `shell-services: ${request.ask} failed (${error instanceof Error ? error.name : 'unknown'})\n`,
    );
    return null;
  }
}

/** On Linux without a keyring Electron encrypts with a key that everybody knows: that is no key store. */
function hasKeyStore(storage: KeyStore, platform: NodeJS.Platform): boolean {
  if (!storage.isEncryptionAvailable()) return false;
  if (platform !== 'linux') return true;
  const backend = storage.getSelectedStorageBackend?.() ?? 'unknown';
  return backend !== 'basic_text' && backend !== 'unknown';
}
