import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { RECOVERY_CODE_CHANCE_BYTES, recoveryCodeFrom } from '../../domain/recovery-code.ts';
import { describeKey, unlockKeyFile } from '../../electron/core/key-file.ts';
import { type KeyPlace, mendKeyCopies } from '../../electron/core/key-copies.ts';
import { type KeyEnvelope, parseEnvelope, textOfEnvelope } from '../../electron/core/key-envelope.ts';
import { keyIdOf, type ScryptCost, wrapByText } from '../../electron/core/key-wrap.ts';
import { refusalOf } from '../support/counter.ts';
import { newKeyPlace } from '../support/keys.ts';

const KEY = randomBytes(32);
const PASSPHRASE = 'Đồng xanh lúa vàng';
const CODE = recoveryCodeFrom(randomBytes(RECOVERY_CODE_CHANCE_BYTES));
/** Not what is ever written, but what is read: the tests open much. */
const CHEAP: ScryptCost = { N: 1024, r: 8, p: 1 };

const BY_PASSPHRASE = { by: 'passphrase', text: PASSPHRASE } as const;
const BY_CODE = { by: 'recovery-code', text: CODE } as const;

let envelope: KeyEnvelope;

beforeAll(async () => {
  envelope = await envelopeOf(KEY);
});

async function envelopeOf(key: Uint8Array): Promise<KeyEnvelope> {
  const cost = CHEAP;
  return {
    keyId: keyIdOf(key),
    protection: 'passphrase',
    wraps: {
      system: 'AAAA',
      passphrase: await wrapByText(key, { text: PASSPHRASE, purpose: 'by-passphrase', cost }),
      recoveryCode: await wrapByText(key, { text: CODE, purpose: 'by-recovery-code', cost }),
    },
  };
}

/** A key file of which there is no second copy. */
function placeOf(text: string | Buffer): KeyPlace {
  const place = newKeyPlace();
  mkdirSync(place.folder);
  writeFileSync(path.join(place.folder, 'counter.key'), text);
  return place;
}

/** What somebody writes who knows how the sum is made. */
function withSum(content: object): string {
  const sum = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return JSON.stringify({ ...content, sum });
}

/** What a key file says, free to be changed. */
function contentOf(change: (wraps: Record<string, Record<string, unknown>>) => void): object {
  const { sum: _sum, ...content } = JSON.parse(textOfEnvelope(envelope));
  change(content.wraps);
  return content;
}

test('an envelope reads back as it was written', () => {
  expect(parseEnvelope(textOfEnvelope(envelope))).toEqual({ ok: true, value: envelope });
});

test('an envelope that could not be read again is not written', () => {
  expect(() => textOfEnvelope({ ...envelope, keyId: 'none' })).toThrow(RangeError);
  expect(() => textOfEnvelope({ ...envelope, wraps: { system: 'A'.repeat(20_000) } })).toThrow(RangeError);
});

describe('a file that the disk damaged', () => {
  test.each([0x01, 0x20, 0x80, 0xff])('is seen wherever the byte is: xor %i', (mask) => {
    const whole = Buffer.from(textOfEnvelope(envelope));
    for (let at = 0; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8((bytes.readUInt8(at) ^ mask) & 0xff, at);
      // As it is read from the disk.
      expect(parseEnvelope(bytes.toString('utf8'))).toEqual({ ok: false, refusal: 'damaged' });
    }
  });

  test('is seen wherever it was cut, but for the line end', () => {
    const text = textOfEnvelope(envelope);
    for (let length = 0; length < text.length - 1; length += 1) {
      expect(parseEnvelope(text.slice(0, length)).ok).toBe(false);
    }
    expect(parseEnvelope(text.trimEnd()).ok).toBe(true);
  });

  test('opens with no passphrase, and says why', async () => {
    const bytes = Buffer.from(textOfEnvelope(envelope));
    for (let at = 0; at < bytes.length; at += 97) {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
      const place = placeOf(damaged);
      const refusal = { code: 'key-file-unusable', why: 'damaged' };
      expect(describeKey(place)).toEqual({ ok: false, refusal });
      expect(await unlockKeyFile(place, BY_PASSPHRASE)).toEqual({ ok: false, refusal });
    }
  });

  test.each([
    ['no JSON', 'counter'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number no double holds', '{"format":1e999}'],
    ['brackets without end', '['.repeat(60_000)],
    ['brackets that end', '['.repeat(30_000) + ']'.repeat(30_000)],
    ['members without end', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['larger than any', ' '.repeat(100_000)],
    ['a prototype', '{"__proto__":{"format":"quay-mot-cua-key"}}'],
  ])('is seen when it is %s', (_what, text) => {
    expect(parseEnvelope(text)).toEqual({ ok: false, refusal: 'damaged' });
  });
});

describe('a file that somebody changed and put the sum right', () => {
  const oneByteOff = (base64: unknown, at: number): string => {
    const bytes = Buffer.from(String(base64), 'base64');
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    return bytes.toString('base64');
  };

  test('opens with no key at all, whichever byte of a wrap it was', async () => {
    for (const [member, length] of [
      ['salt', 16],
      ['nonce', 12],
      ['sealed', 48],
    ] as const) {
      for (let at = 0; at < length; at += 1) {
        const content = contentOf(({ passphrase }) => {
          if (passphrase) passphrase[member] = oneByteOff(passphrase[member], at);
        });
        expect(refusalOf(await unlockKeyFile(placeOf(withSum(content)), BY_PASSPHRASE))).toEqual({ code: 'wrong-key' });
      }
    }
  });

  test('opens with no key when the costs, the purpose or the id are others', async () => {
    const cheaper = contentOf(({ passphrase }) => Object.assign(passphrase ?? {}, { N: 512 }));
    const swapped = contentOf((wraps) => Object.assign(wraps, { recoveryCode: wraps['passphrase'] }));
    const renamed = { ...contentOf(() => undefined), keyId: keyIdOf(randomBytes(32)) };
    for (const content of [cheaper, renamed]) {
      expect(refusalOf(await unlockKeyFile(placeOf(withSum(content)), BY_PASSPHRASE))).toEqual({ code: 'wrong-key' });
    }
    expect(refusalOf(await unlockKeyFile(placeOf(withSum(swapped)), BY_CODE))).toEqual({ code: 'wrong-key' });
  });

  test('opens with no key when a wrap is that of another key', async () => {
    const foreign = (await envelopeOf(randomBytes(32))).wraps.passphrase;
    const content = contentOf((wraps) => Object.assign(wraps, { passphrase: foreign }));
    expect(refusalOf(await unlockKeyFile(placeOf(withSum(content)), BY_PASSPHRASE))).toEqual({ code: 'wrong-key' });
  });
});

test('a text sealed for one purpose opens nothing for another', async () => {
  const wrap = await wrapByText(KEY, { text: CODE, purpose: 'by-passphrase', cost: CHEAP });
  const place = placeOf(textOfEnvelope({ ...envelope, wraps: { recoveryCode: wrap } }));
  expect(refusalOf(await unlockKeyFile(place, BY_CODE))).toEqual({ code: 'wrong-key' });
});

test.each<ScryptCost>([
  { N: 2, r: 1, p: 1 },
  { N: 2 ** 10, r: 1, p: 16 },
  { N: 2 ** 11, r: 32, p: 2 },
  { N: 2 ** 17, r: 8, p: 1 },
])('a file with other costs than ours is read by its own: %o', async (cost) => {
  const passphrase = await wrapByText(KEY, { text: PASSPHRASE, purpose: 'by-passphrase', cost });
  const place = placeOf(textOfEnvelope({ ...envelope, wraps: { passphrase } }));
  expect(await unlockKeyFile(place, BY_PASSPHRASE)).toEqual({ ok: true, value: KEY });
});

describe('a whole file of a newer program', () => {
  type Change = readonly [string, () => object];
  const wrap = (members: object): object => contentOf(({ passphrase }) => Object.assign(passphrase ?? {}, members));
  const changes: readonly Change[] = [
    ['another version', () => ({ ...contentOf(() => undefined), version: 2 })],
    ['another member', () => ({ ...contentOf(() => undefined), hint: '' })],
    ['another protection', () => ({ ...contentOf(() => undefined), protection: 'card' })],
    ['another wrap', () => contentOf((wraps) => Object.assign(wraps, { card: 'AAAA' }))],
    ['another member of a wrap', () => wrap({ pepper: '' })],
    ['another way to a key', () => wrap({ kdf: 'argon2id' })],
    ['another cipher', () => wrap({ cipher: 'xchacha20-poly1305' })],
    ['costs beyond the memory of this program', () => wrap({ N: 2 ** 20 })],
    ['costs beyond its patience', () => wrap({ p: 17 })],
    ['costs that are no power of two', () => wrap({ N: 65_537 })],
    ['costs that cannot be', () => wrap({ N: 2 ** 16, r: 1 })],
    ['no costs', () => wrap({ N: 0 })],
    ['costs in words', () => wrap({ N: '65536' })],
    ['a longer salt', () => wrap({ salt: randomBytes(32).toString('base64') })],
    ['a shorter tag', () => wrap({ sealed: randomBytes(44).toString('base64') })],
    ['no wraps', () => ({ ...contentOf(() => undefined), wraps: null })],
  ];

  test.each(changes)('is refused by name: %s', async (_what, content) => {
    const place = placeOf(withSum(content()));
    const refusal = { code: 'key-file-unusable', why: 'from-the-future' };
    expect(describeKey(place)).toEqual({ ok: false, refusal });
    expect(await unlockKeyFile(place, BY_PASSPHRASE)).toEqual({ ok: false, refusal });
  });

  test('is not gone behind: an older second copy does not open, and nothing is mended', async () => {
    const newer = withSum({ ...contentOf(() => undefined), version: 2 });
    const place = placeOf(newer);
    mkdirSync(place.guardFolder);
    writeFileSync(path.join(place.guardFolder, 'counter.key'), textOfEnvelope(envelope));
    expect(refusalOf(await unlockKeyFile(place, BY_PASSPHRASE))).toMatchObject({ why: 'from-the-future' });
    expect(mendKeyCopies(place)).toBe(false);
    expect(readFileSync(path.join(place.folder, 'counter.key'), 'utf8')).toBe(newer);
  });
});
