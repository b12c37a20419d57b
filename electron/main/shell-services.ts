import { safeStorage } from 'electron';
import type { ShellReply, ShellRequest } from '../contract/envelope.ts';

/** Answers the core's wish for the key store of the operating system. Null data: there is none, or it cannot read this. */
export function serveShell({ id, ask, data }: ShellRequest): ShellReply {
  return { type: 'shell-reply', id, data: hasKeyStore() ? convert(ask, data) : null };
}

function hasKeyStore(): boolean {
  // On Linux without a keyring "encryption" is with a key that everybody knows.
  const isPlain = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
  return safeStorage.isEncryptionAvailable() && !isPlain;
}

function convert(ask: ShellRequest['ask'], data: string): string | null {
  const bytes = Buffer.from(data, 'base64');
  if (ask === 'wrap-secret') return safeStorage.encryptString(bytes.toString('base64')).toString('base64');
  try {
    return safeStorage.decryptString(bytes);
  } catch (error) {
    // Another user's secret, or a key store that was reset: the core asks for a new enrolment.
    if (error instanceof Error) return null;
    throw error;
  }
}
