import type { SafeStorage } from 'electron';
import type {
  DialogEnding,
  FilePurpose,
  FolderPurpose,
  ShellPage,
  ShellReply,
  ShellRequest,
} from '../contract/envelope.ts';

/** What is used of Electron's `safeStorage`; older runtimes cannot say which store they use. */
export type KeyStore = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> & {
  readonly getSelectedStorageBackend?: SafeStorage['getSelectedStorageBackend'] | undefined;
};

/** What the shell has and the core has not. */
export type Shell = {
  readonly keyStore: KeyStore;
  /** Null when the clerk chose none. */
  readonly chooseFolder: (purpose: FolderPurpose) => Promise<string | null>;
  readonly chooseFile: (purpose: FilePurpose) => Promise<string | null>;
  readonly saveFile: (name: string) => Promise<string | null>;
  /** Null when nobody can be shown a page, or it cannot be drawn. */
  readonly renderPdf: (page: ShellPage) => Promise<Uint8Array | null>;
  readonly printWithDialog: (page: ShellPage) => Promise<DialogEnding>;
  /** This one unless given. */
  readonly platform?: NodeJS.Platform;
};

/** Answers what the core asks of the operating system. Never rejects. Call it only when the application is ready. */
export async function answerShellRequest(request: ShellRequest, shell: Shell): Promise<ShellReply> {
  return { type: 'shell-reply', id: request.id, data: await answerTo(request, shell) };
}

async function answerTo({ ask, data }: ShellRequest, shell: Shell): Promise<string | null> {
  try {
    if (ask === 'choose-folder') return toBase64(await shell.chooseFolder('keep'));
    if (ask === 'find-folder') return toBase64(await shell.chooseFolder('restore'));
    if (ask === 'find-file') return toBase64(await shell.chooseFile(filePurpose(data)));
    if (ask === 'save-file') return toBase64(await shell.saveFile(Buffer.from(data, 'base64').toString()));
    if (ask === 'render-pdf') return bytesToBase64(await shell.renderPdf(pageIn(data)));
    if (ask === 'print-page') return toBase64(await shell.printWithDialog(pageIn(data)));
    return hasKeyStore(shell) ? askKeyStore(ask, data, shell.keyStore) : null;
  } catch (error) {
    // Another user's key store, or a new one: the contract's null. The error's text may hold parts of the secret.
    process.stderr.write(`shell-services: ${ask} failed (${error instanceof Error ? error.name : 'unknown'})\n`);
    return null;
  }
}

type KeyAsk = 'wrap-secret' | 'unwrap-secret' | 'has-key-store';

function askKeyStore(ask: KeyAsk, data: string, keyStore: KeyStore): string {
  switch (ask) {
    case 'has-key-store':
      return '';
    case 'wrap-secret':
      return keyStore.encryptString(data).toString('base64');
    case 'unwrap-secret':
      return keyStore.decryptString(Buffer.from(data, 'base64'));
  }
}

function filePurpose(data: string): FilePurpose {
  return Buffer.from(data, 'base64').toString() === 'catalogue' ? 'catalogue' : 'old-dossiers';
}

/** The core wrote it, built with this file. */
function pageIn(data: string): ShellPage {
  return JSON.parse(Buffer.from(data, 'base64').toString()) as ShellPage;
}

function bytesToBase64(bytes: Uint8Array | null): string | null {
  return bytes && Buffer.from(bytes).toString('base64');
}

function toBase64(text: string | null): string | null {
  return text === null ? null : Buffer.from(text).toString('base64');
}

/** On Linux without a keyring Electron encrypts with a key that everybody knows: that is no key store. */
function hasKeyStore({ keyStore, platform = process.platform }: Shell): boolean {
  if (!keyStore.isEncryptionAvailable()) return false;
  if (platform !== 'linux') return true;
  const backend = keyStore.getSelectedStorageBackend?.() ?? 'unknown';
  return backend !== 'basic_text' && backend !== 'unknown';
}
