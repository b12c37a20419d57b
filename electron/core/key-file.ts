import { randomBytes } from 'node:crypto';
import { parsePassphrase } from '../../domain/passphrase.ts';
import {
  groupedRecoveryCode,
  parseRecoveryCode,
  RECOVERY_CODE_CHANCE_BYTES,
  recoveryCodeFrom,
} from '../../domain/recovery-code.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { StorageError } from '../../sync/storage-error.ts';
import type { ProtectionChoice, UnlockRefusal } from '../contract/refusals.ts';
import { hasKeyFile, type KeyFileRefusal, type KeyPlace, readEnvelope, writeEnvelope } from './key-copies.ts';
import type { KeyEnvelope } from './key-envelope.ts';
import { KEY_BYTES, keyIdOf, SCRYPT_COST, type ScryptCost, unwrapByText, wrapByText } from './key-wrap.ts';
import type { ShellClient } from './shell-client.ts';

/** The parts of the shell that a key needs. */
type KeyStore = Pick<ShellClient, 'wrap' | 'unwrap'>;

/** There is a key already: a second one would lock its data for ever. */
export class KeyExistsError extends Error {
  override readonly name = 'KeyExistsError';
  readonly code = 'key-exists';

  constructor() {
    super('there is a key file already: unlock it, or set it aside');
  }
}

const SYSTEM_WRAP = 'quay-mot-cua data key by system';

/**
 * Makes the data key of a new counter and keeps it as chosen; the file is on the disk twice when it answers. Refuses a
 * passphrase that is too short, and a key store that does not give back what it was given. Throws
 * {@link KeyExistsError}, and whatever the disk says.
 */
export async function createKey(request: {
  readonly place: KeyPlace;
  readonly shell: KeyStore;
  readonly protection: Exclude<ProtectionChoice, { readonly kind: 'none' }>;
  readonly cost?: ScryptCost | undefined;
}): Promise<Result<Buffer, { readonly code: 'no-key-store' | 'too-short' }>> {
  const { place, shell, protection, cost = SCRYPT_COST } = request;
  // From the system itself: a source of chance that can be replaced is none for keys.
  const key = randomBytes(KEY_BYTES);
  const envelope = { keyId: keyIdOf(key), protection: protection.kind };
  if (protection.kind === 'key-store') {
    const system = await wrapBySystem(key, shell);
    if (system === undefined) return refuse({ code: 'no-key-store' });
    writeFirst(place, { ...envelope, wraps: { system } });
    return ok(key);
  }
  const text = parsePassphrase(protection.passphrase);
  if (text === undefined) return refuse({ code: 'too-short' });
  const passphrase = await wrapByText(key, { text, purpose: 'by-passphrase', cost });
  writeFirst(place, { ...envelope, wraps: { passphrase } });
  return ok(key);
}

/** Looks at the last moment: there may have been none when the key was asked for. */
function writeFirst(place: KeyPlace, envelope: KeyEnvelope): void {
  if (hasKeyFile(place)) throw new KeyExistsError();
  writeEnvelope(place, envelope);
}

export type KeyDescription = {
  readonly protection: 'key-store' | 'passphrase';
  readonly hasRecoveryCode: boolean;
};

/** How the data is protected; undefined when no key was ever made, which is not the same as one that cannot be read. */
export function describeKey(place: KeyPlace): Result<KeyDescription | undefined, KeyFileRefusal> {
  const file = readEnvelope(place);
  if (!file.ok) return file.refusal.why === 'missing' ? ok(undefined) : file;
  const { protection, wraps } = file.value;
  return ok({ protection, hasRecoveryCode: wraps.recoveryCode !== undefined });
}

/** The key as the key store of this computer knows it; undefined when only a person can open the file. */
export async function unlockBySystem(place: KeyPlace, shell: KeyStore): Promise<Buffer | undefined> {
  const file = readEnvelope(place);
  return file.ok ? unwrapBySystem(file.value, shell) : undefined;
}

/**
 * The key by what a person typed. Refuses `malformed` what can be neither this passphrase nor any recovery code, and
 * `wrong-key` what could be but is not, also when no such way in was ever made.
 */
export async function unlockKeyFile(
  place: KeyPlace,
  attempt: { readonly by: 'passphrase' | 'recovery-code'; readonly text: string },
): Promise<Result<Buffer, UnlockRefusal | KeyFileRefusal>> {
  const file = readEnvelope(place);
  if (!file.ok) return file;
  const isPassphrase = attempt.by === 'passphrase';
  const text = isPassphrase ? parsePassphrase(attempt.text) : parseRecoveryCode(attempt.text);
  if (text === undefined) return refuse({ code: 'malformed' });
  const { keyId, wraps } = file.value;
  const wrap = isPassphrase ? wraps.passphrase : wraps.recoveryCode;
  const purpose = isPassphrase ? 'by-passphrase' : 'by-recovery-code';
  const key = wrap && (await unwrapByText(wrap, { text, purpose, keyId }));
  return key ? ok(key) : refuse({ code: 'wrong-key' });
}

/**
 * Makes a recovery code (mã khôi phục) and answers it as it is to be printed; the one before opens nothing any more.
 * Throws {@link StorageError} when neither copy of the key file can be used.
 */
export async function newRecoveryCode(place: KeyPlace, key: Uint8Array, cost = SCRYPT_COST): Promise<string> {
  const code = recoveryCodeFrom(randomBytes(RECOVERY_CODE_CHANCE_BYTES));
  const recoveryCode = await wrapByText(key, { text: code, purpose: 'by-recovery-code', cost });
  changeWraps(place, key, { recoveryCode });
  return groupedRecoveryCode(code);
}

/**
 * Lets the key store of this computer know the key of a file that came from another one. False when there is no key
 * store, or when the file is protected by a passphrase, which nothing but a person may give.
 */
export async function rewrapForSystem(place: KeyPlace, key: Uint8Array, shell: KeyStore): Promise<boolean> {
  const envelope = getEnvelopeOf(place, key);
  if (envelope.protection !== 'key-store') return false;
  const known = await unwrapBySystem(envelope, shell);
  known?.fill(0);
  if (known) return true;
  const system = await wrapBySystem(key, shell);
  if (system === undefined) return false;
  changeWraps(place, key, { system });
  return true;
}

/** Reads anew and writes in one go: nothing that changed meanwhile is lost. */
function changeWraps(place: KeyPlace, key: Uint8Array, change: Partial<KeyEnvelope['wraps']>): void {
  const envelope = getEnvelopeOf(place, key);
  writeEnvelope(place, { ...envelope, wraps: { ...envelope.wraps, ...change } });
}

function getEnvelopeOf(place: KeyPlace, key: Uint8Array): KeyEnvelope {
  const file = readEnvelope(place);
  // It was read when the key was asked for: the disk lost it since, or somebody put another in its place.
  if (!file.ok) throw new StorageError('damaged', new Error(`key file: ${file.refusal.why}`));
  if (file.value.keyId !== keyIdOf(key)) throw new StorageError('damaged', new Error('key file: of another key'));
  return file.value;
}

/** Undefined when there is no key store, or one that cannot give back what it was given. */
async function wrapBySystem(key: Uint8Array, shell: KeyStore): Promise<string | undefined> {
  const keyId = keyIdOf(key);
  const wrapped = await shell.wrap(`${SYSTEM_WRAP}\n${Buffer.from(key).toString('base64')}`);
  if (wrapped === null) return undefined;
  const again = await unwrapBySystem({ keyId, wraps: { system: wrapped } }, shell);
  again?.fill(0);
  return again && wrapped;
}

async function unwrapBySystem(
  { keyId, wraps }: Pick<KeyEnvelope, 'keyId' | 'wraps'>,
  shell: KeyStore,
): Promise<Buffer | undefined> {
  const text = wraps.system === undefined ? null : await shell.unwrap(wraps.system);
  const [purpose, base64 = ''] = text?.split('\n') ?? [];
  if (purpose !== SYSTEM_WRAP) return undefined;
  const key = Buffer.from(base64, 'base64');
  return keyIdOf(key) === keyId ? key : undefined;
}
