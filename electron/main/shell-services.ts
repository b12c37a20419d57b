import type { SafeStorage } from 'electron';
import type { ShellReply, ShellRequest } from '../contract/envelope.ts';

/** Answers what the core asks of the operating system. Call it only when the application is ready. */
export function answerShellRequest(request: ShellRequest, storage: SafeStorage): ShellReply {
  return { type: 'shell-reply', id: request.id, data: hasKeyStore(storage) ? crypt(request, storage) : null };
}

function crypt(request: ShellRequest, storage: SafeStorage): string | null {
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
function hasKeyStore(storage: SafeStorage): boolean {
  if (!storage.isEncryptionAvailable()) return false;
  if (process.platform !== 'linux') return true;
  // Older runtimes cannot say which store they use; then none is safe to assume.
  if (typeof storage.getSelectedStorageBackend !== 'function') return false;
  return !['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend());
}
