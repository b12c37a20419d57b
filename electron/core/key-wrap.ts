import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt } from 'node:crypto';

/** What a wrapped key may be opened with. Each has a purpose of its own: no wrap can be passed off as another's. */
export type WrapPurpose = 'by-passphrase' | 'by-recovery-code';

/** How hard a text is to guess: scrypt's N, r and p. */
export type ScryptCost = { readonly N: number; readonly r: number; readonly p: number };

/** The data key, sealed by a key that only the right text gives. Everything but the text stands here. Bytes are base64. */
export type TextWrap = ScryptCost & {
  readonly kdf: 'scrypt';
  readonly salt: string;
  readonly cipher: 'aes-256-gcm';
  readonly nonce: string;
  /** The key's 32 bytes, then the 16 of the tag. */
  readonly sealed: string;
};

/** 64 MB and a fifth of a second on an office computer of 2020: each guess costs as much. */
export const SCRYPT_COST: ScryptCost = { N: 2 ** 16, r: 8, p: 1 };

export const KEY_BYTES = 32;
export const SALT_BYTES = 16;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** Tells keys apart without saying anything about them: 32 hex digits. Every wrap is bound to it. */
export function keyIdOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('quay-mot-cua data key id').digest('hex').slice(0, 32);
}

type Sealing = { readonly text: string; readonly purpose: WrapPurpose; readonly keyId: string };

/** Seals `key` so that only `text` opens it again. Salt and nonce are new each time. */
export async function wrapByText(
  key: Uint8Array,
  { text, purpose, cost }: Omit<Sealing, 'keyId'> & { readonly cost: ScryptCost },
): Promise<TextWrap> {
  const nonce = randomBytes(NONCE_BYTES);
  const salt = randomBytes(SALT_BYTES).toString('base64');
  const how = { kdf: 'scrypt', ...cost, salt, cipher: 'aes-256-gcm' } as const;
  const sealing = { text, purpose, keyId: keyIdOf(key) };
  return withTextKey(how, sealing, (textKey) => {
    const cipher = createCipheriv(how.cipher, textKey, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(how, sealing));
    const sealed = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    return { ...how, nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
  });
}

/** The key again; undefined for another text, or for a wrap of another key or purpose. */
export async function unwrapByText(wrap: TextWrap, sealing: Sealing): Promise<Buffer | undefined> {
  const sealed = Buffer.from(wrap.sealed, 'base64');
  const nonce = Buffer.from(wrap.nonce, 'base64');
  return withTextKey(wrap, sealing, (textKey) => {
    const decipher = createDecipheriv(wrap.cipher, textKey, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(wrap, sealing));
    decipher.setAuthTag(sealed.subarray(KEY_BYTES));
    const key = decipher.update(sealed.subarray(0, KEY_BYTES));
    try {
      decipher.final();
    } catch (error) {
      // The tag does not fit, which is all that can go wrong here: another text. What came out is not the key.
      key.fill(0);
      if (error instanceof Error) return undefined;
      throw error;
    }
    return key;
  });
}

/** The key that `text` gives, for as long as `use` needs it. */
async function withTextKey<T>(
  { N, r, p, salt }: ScryptCost & { readonly salt: string },
  { text }: Pick<Sealing, 'text'>,
  use: (textKey: Buffer) => T,
): Promise<T> {
  const bytes = Buffer.from(text, 'utf8');
  // Twice what it needs: the libraries count their own part differently.
  const limits = { N, r, p, maxmem: 2 * 128 * r * (N + p) };
  const textKey = await new Promise<Buffer>((resolve, reject) => {
    scrypt(bytes, Buffer.from(salt, 'base64'), KEY_BYTES, limits, (error, derived) =>
      error ? reject(error) : resolve(derived),
    );
  });
  try {
    return use(textKey);
  } finally {
    textKey.fill(0);
    bytes.fill(0);
  }
}

/** What is sealed along with the key although anybody may read it: changing any of it makes the wrap worthless. */
function boundTo(how: Omit<TextWrap, 'nonce' | 'sealed'>, { purpose, keyId }: Omit<Sealing, 'text'>): Buffer {
  const { kdf, N, r, p, salt, cipher } = how;
  return Buffer.from(JSON.stringify(['quay-mot-cua data key', purpose, keyId, kdf, N, r, p, salt, cipher]));
}
