import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { groupedRecoveryCode, RECOVERY_CODE_CHANCE_BYTES, recoveryCodeFrom } from '../../domain/recovery-code.ts';
import { hasKeyFile, type KeyPlace, mendKeyCopies, setKeyAside } from '../../electron/core/key-copies.ts';
import {
  createKey,
  describeKey,
  KeyExistsError,
  newRecoveryCode,
  rewrapForSystem,
  unlockBySystem,
  unlockKeyFile,
} from '../../electron/core/key-file.ts';
import { get, refusalOf } from '../support/counter.ts';
import { keyStoreOf, newKeyPlace, NO_KEY_STORE } from '../support/keys.ts';

const PASSPHRASE = 'Đồng xanh lúa vàng';
const OTHER_CODE = groupedRecoveryCode(recoveryCodeFrom(new Uint8Array(RECOVERY_CODE_CHANCE_BYTES).fill(7)));

const byPassphrase = (text: string) => ({ by: 'passphrase', text }) as const;
const byCode = (text: string) => ({ by: 'recovery-code', text }) as const;

const firstCopy = ({ folder }: KeyPlace): string => path.join(folder, 'counter.key');
const guardCopy = ({ guardFolder }: KeyPlace): string => path.join(guardFolder, 'counter.key');

async function withKeyStore(place = newKeyPlace(), shell = keyStoreOf()) {
  const key = get(await createKey({ place, shell, protection: { kind: 'key-store' } }));
  return { place, shell, key };
}

async function withPassphrase(place = newKeyPlace()) {
  const protection = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
  const key = get(await createKey({ place, shell: NO_KEY_STORE, protection }));
  return { place, key };
}

describe('a key kept by the operating system', () => {
  test('is 32 bytes of chance, and opens without a word on the same computer', async () => {
    const { place, shell, key } = await withKeyStore();
    expect(key).toHaveLength(32);
    expect(await unlockBySystem(place, shell)).toEqual(key);
    expect(describeKey(place)).toEqual({ ok: true, value: { protection: 'key-store', hasRecoveryCode: false } });
    expect((await withKeyStore()).key).not.toEqual(key);
  });

  test('stays shut on another computer, and where the key store is gone or answers something else', async () => {
    const { place, key } = await withKeyStore();
    expect(await unlockBySystem(place, keyStoreOf())).toBeUndefined();
    expect(await unlockBySystem(place, NO_KEY_STORE)).toBeUndefined();
    const other = await withKeyStore();
    const foreign = { ...NO_KEY_STORE, unwrap: () => Promise.resolve(other.shell.kept().at(0) ?? null) };
    expect(await unlockBySystem(place, foreign)).toBeUndefined();
    const otherwiseKept = `a token\n${key.toString('base64')}`;
    for (const text of ['', '\n\n', 'quay-mot-cua data key by system', otherwiseKept]) {
      expect(await unlockBySystem(place, { ...NO_KEY_STORE, unwrap: () => Promise.resolve(text) })).toBeUndefined();
    }
  });

  test('is not made where there is no key store, or one that does not give back what it took', async () => {
    const place = newKeyPlace();
    const forgetful = { ...keyStoreOf(), unwrap: () => Promise.resolve(null) };
    for (const shell of [NO_KEY_STORE, forgetful]) {
      const made = await createKey({ place, shell, protection: { kind: 'key-store' } });
      expect(refusalOf(made)).toEqual({ code: 'no-key-store' });
    }
    expect(hasKeyFile(place)).toBe(false);
  });
});

describe('a key under a passphrase', () => {
  test('opens by the passphrase alone, typed whole or with separate marks, with spaces around it or without', async () => {
    const { place, key } = await withPassphrase();
    for (const text of [PASSPHRASE, ` ${PASSPHRASE.normalize('NFD')} `]) {
      expect(await unlockKeyFile(place, byPassphrase(text))).toEqual({ ok: true, value: key });
    }
    expect(await unlockBySystem(place, keyStoreOf())).toBeUndefined();
    expect(describeKey(place)).toEqual({ ok: true, value: { protection: 'passphrase', hasRecoveryCode: false } });
  });

  test('a wrong passphrase is told from one that cannot be one', async () => {
    const { place } = await withPassphrase();
    expect(refusalOf(await unlockKeyFile(place, byPassphrase('đồng xanh lúa vàng')))).toEqual({ code: 'wrong-key' });
    for (const text of ['', '         ', 'quá ngắn']) {
      expect(refusalOf(await unlockKeyFile(place, byPassphrase(text)))).toEqual({ code: 'malformed' });
    }
  });

  test('a passphrase of less than ten characters makes no key', async () => {
    const place = newKeyPlace();
    const protection = { kind: 'passphrase', passphrase: ' 123456789 ' } as const;
    expect(refusalOf(await createKey({ place, shell: keyStoreOf(), protection }))).toEqual({ code: 'too-short' });
    expect(hasKeyFile(place)).toBe(false);
  });

  test('is never handed to a key store: only a person may give it', async () => {
    const { place, key } = await withPassphrase();
    const shell = keyStoreOf();
    expect(await rewrapForSystem(place, key, shell)).toBe(false);
    expect(shell.kept()).toEqual([]);
  });
});

describe('a recovery code', () => {
  test('opens what the key store of a lost computer kept, and then this computer keeps it too', async () => {
    const { place, key } = await withKeyStore();
    const code = await newRecoveryCode(place, key);
    expect(describeKey(place)).toMatchObject({ value: { hasRecoveryCode: true } });
    const here = keyStoreOf();
    expect(await unlockBySystem(place, here)).toBeUndefined();
    const opened = get(await unlockKeyFile(place, byCode(code.toLowerCase().replaceAll('-', ' '))));
    expect(opened).toEqual(key);
    expect(await rewrapForSystem(place, opened, here)).toBe(true);
    expect(await unlockBySystem(place, here)).toEqual(key);
    expect(await unlockKeyFile(place, byCode(code))).toEqual({ ok: true, value: key });
  });

  test('opens again and again where there is no key store', async () => {
    const { place, key } = await withKeyStore();
    const code = await newRecoveryCode(place, key);
    expect(await rewrapForSystem(place, key, NO_KEY_STORE)).toBe(false);
    expect(await unlockKeyFile(place, byCode(code))).toEqual({ ok: true, value: key });
  });

  test('opens nothing any more once a new one was made; the passphrase stays what it was', async () => {
    const { place, key } = await withPassphrase();
    const before = await newRecoveryCode(place, key);
    const after = await newRecoveryCode(place, key);
    expect(refusalOf(await unlockKeyFile(place, byCode(before)))).toEqual({ code: 'wrong-key' });
    expect(await unlockKeyFile(place, byCode(after))).toEqual({ ok: true, value: key });
    expect(await unlockKeyFile(place, byPassphrase(PASSPHRASE))).toEqual({ ok: true, value: key });
    rmSync(firstCopy(place));
    expect(refusalOf(await unlockKeyFile(place, byCode(before)))).toEqual({ code: 'wrong-key' });
  });

  test('that is wrong is told from one with a typing slip, also where none was ever made', async () => {
    const { place, key } = await withKeyStore();
    expect(refusalOf(await unlockKeyFile(place, byCode(OTHER_CODE)))).toEqual({ code: 'wrong-key' });
    await newRecoveryCode(place, key);
    expect(refusalOf(await unlockKeyFile(place, byCode(OTHER_CODE)))).toEqual({ code: 'wrong-key' });
    const slip = OTHER_CODE.replace(/.$/, (last) => (last === 'Z' ? 'X' : 'Z'));
    for (const text of [slip, OTHER_CODE.slice(1), '']) {
      expect(refusalOf(await unlockKeyFile(place, byCode(text)))).toEqual({ code: 'malformed' });
    }
  });

  test('is not made for a key file that belongs to another key, or is gone', async () => {
    const { place } = await withKeyStore();
    const before = readFileSync(firstCopy(place), 'utf8');
    await expect(newRecoveryCode(place, randomBytes(32))).rejects.toMatchObject({ code: 'damaged' });
    expect(readFileSync(firstCopy(place), 'utf8')).toBe(before);
    await expect(newRecoveryCode(newKeyPlace(), randomBytes(32))).rejects.toMatchObject({ code: 'damaged' });
  });
});

test('what a key file says opens nothing by itself, and only its user may read it', async () => {
  const { place, key } = await withPassphrase();
  const code = await newRecoveryCode(place, key);
  const text = readFileSync(firstCopy(place), 'utf8');
  for (const secret of [PASSPHRASE, code, code.replaceAll('-', '')]) expect(text).not.toContain(secret);
  for (const form of ['hex', 'base64', 'latin1'] as const) expect(text).not.toContain(key.toString(form));
  if (process.platform === 'win32') return;
  for (const file of [firstCopy(place), guardCopy(place)]) expect(statSync(file).mode & 0o077).toBe(0);
});

test('a second key is never made over a first one, not even over a damaged file of one', async () => {
  const { place, shell } = await withKeyStore();
  await expect(withPassphrase(place)).rejects.toBeInstanceOf(KeyExistsError);
  writeFileSync(firstCopy(place), '');
  rmSync(guardCopy(place));
  await expect(withKeyStore(place, shell)).rejects.toBeInstanceOf(KeyExistsError);
});

test('of two keys made at once one is the first, and the other is not made', async () => {
  const place = newKeyPlace();
  const shell = keyStoreOf();
  const made = await Promise.allSettled([withKeyStore(place, shell), withKeyStore(place, shell)]);
  const keys = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value.key] : []));
  expect(keys).toEqual([await unlockBySystem(place, shell)]);
});

test('a key that is set aside makes room for another and is still there', async () => {
  const { place, shell, key } = await withKeyStore();
  const text = readFileSync(firstCopy(place), 'utf8');
  setKeyAside(place);
  expect(describeKey(place)).toEqual({ ok: true, value: undefined });
  const next = await withKeyStore(place, shell);
  expect(next.key).not.toEqual(key);
  for (const folder of [place.folder, place.guardFolder]) {
    const old = readdirSync(folder).filter((name) => /^counter\.key\.[0-9a-f]{8}\.old$/.test(name));
    expect(old.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual([text]);
  }
});

describe('of two copies', () => {
  const oneBitOff = (bytes: Buffer): Buffer => {
    bytes.writeUInt8(bytes.readUInt8(140) ^ 1, 140);
    return bytes;
  };
  const damages: readonly (readonly [string, (file: string) => void])[] = [
    ['missing', (file) => rmSync(file)],
    ['empty', (file) => writeFileSync(file, '')],
    ['cut off', (file) => writeFileSync(file, readFileSync(file).subarray(0, 100))],
    ['all zeros', (file) => writeFileSync(file, Buffer.alloc(statSync(file).size))],
    ['something else', (file) => writeFileSync(file, '{"format":"quay-mot-cua-key"}')],
    ['of one wrong bit', (file) => writeFileSync(file, oneBitOff(readFileSync(file)))],
    ['a folder', (file) => (rmSync(file), mkdirSync(file))],
  ];

  test.each(damages)('the second opens when the first is %s', async (_what, damage) => {
    const { place, shell, key } = await withKeyStore();
    damage(firstCopy(place));
    expect(await unlockBySystem(place, shell)).toEqual(key);
  });

  test.each(damages.slice(0, -1))('either is mended by the other when it is %s', async (_what, damage) => {
    const { place, shell, key } = await withKeyStore();
    const text = readFileSync(firstCopy(place), 'utf8');
    for (const file of [firstCopy(place), guardCopy(place)]) {
      damage(file);
      expect(mendKeyCopies(place)).toBe(true);
      expect([readFileSync(firstCopy(place), 'utf8'), readFileSync(guardCopy(place), 'utf8')]).toEqual([text, text]);
      expect(mendKeyCopies(place)).toBe(false);
    }
    expect(await unlockBySystem(place, shell)).toEqual(key);
  });

  test.each(damages.slice(1))('that both are %s is named, and is not the same as no key', async (what, damage) => {
    const { place, shell } = await withKeyStore();
    damage(firstCopy(place));
    damage(guardCopy(place));
    const refusal = { code: 'key-file-unusable', why: what === 'a folder' ? 'unreadable' : 'damaged' };
    expect(describeKey(place)).toEqual({ ok: false, refusal });
    expect(refusalOf(await unlockKeyFile(place, byCode(OTHER_CODE)))).toEqual(refusal);
    expect(await unlockBySystem(place, shell)).toBeUndefined();
    expect(mendKeyCopies(place)).toBe(false);
  });

  test('neither being there is no key', async () => {
    const place = newKeyPlace();
    expect(describeKey(place)).toEqual({ ok: true, value: undefined });
    expect(refusalOf(await unlockKeyFile(place, byCode(OTHER_CODE)))).toMatchObject({ why: 'missing' });
    expect(await unlockBySystem(place, keyStoreOf())).toBeUndefined();
    expect(existsSync(place.folder)).toBe(false);
  });

  test('the first counts when they differ, and a guard of another counter is kept under another name', async () => {
    const other = await withKeyStore();
    const { place, shell, key } = await withKeyStore();
    const stranger = readFileSync(firstCopy(other.place), 'utf8');
    writeFileSync(guardCopy(place), stranger);
    expect(await unlockBySystem(place, shell)).toEqual(key);
    expect(mendKeyCopies(place)).toBe(true);
    const kept = readdirSync(place.guardFolder).filter((name) => name.endsWith('.old'));
    expect(kept.map((name) => readFileSync(path.join(place.guardFolder, name), 'utf8'))).toEqual([stranger]);
  });
});

describe('a crash', () => {
  test.each([
    ['whole', (text: string) => text],
    ['half', (text: string) => text.slice(0, 50)],
    ['empty', () => ''],
  ])('before the new file took its place leaves the old one in force: the draft was %s', async (_how, draft) => {
    const { place, shell, key } = await withKeyStore();
    const fresh = readFileSync(firstCopy((await withKeyStore()).place), 'utf8');
    for (const file of [firstCopy(place), guardCopy(place)]) writeFileSync(`${file}.part`, draft(fresh));
    expect(await unlockBySystem(place, shell)).toEqual(key);
    const here = keyStoreOf();
    expect(await rewrapForSystem(place, key, here)).toBe(true);
    expect(await unlockBySystem(place, here)).toEqual(key);
    expect([...readdirSync(place.folder), ...readdirSync(place.guardFolder)]).toEqual(['counter.key', 'counter.key']);
  });

  test('between the two copies leaves the first in force', async () => {
    const { place, key } = await withKeyStore();
    const code = await newRecoveryCode(place, key);
    const old = readFileSync(firstCopy(place), 'utf8');
    await newRecoveryCode(place, key);
    writeFileSync(firstCopy(place), old);
    expect(await unlockKeyFile(place, byCode(code))).toEqual({ ok: true, value: key });
    expect(mendKeyCopies(place)).toBe(true);
    expect(readFileSync(guardCopy(place), 'utf8')).toBe(old);
  });
});

test('a disk that does not take the second copy changes nothing: the code before still opens', async () => {
  const { place, key } = await withKeyStore();
  const code = await newRecoveryCode(place, key);
  rmSync(place.guardFolder, { recursive: true });
  writeFileSync(place.guardFolder, 'in the way');
  await expect(newRecoveryCode(place, key)).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await unlockKeyFile(place, byCode(code))).toEqual({ ok: true, value: key });
  expect(readdirSync(place.folder)).toEqual(['counter.key']);
});

describe('a database under the key', () => {
  /** As SQLCipher 4 has it, with the key itself instead of a passphrase. */
  function open(file: string, key: Uint8Array): Database.Database {
    const db = new Database(file);
    db.pragma("cipher='sqlcipher'");
    db.pragma('legacy=4');
    db.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
    return db;
  }

  test('opens again with the key that a passphrase gives, with no other, and says nothing to a reader', async () => {
    const { place, key } = await withPassphrase();
    const file = path.join(place.folder, 'counter.db');
    const made = open(file, key);
    made.exec("CREATE TABLE t (name TEXT) STRICT; INSERT INTO t VALUES ('Nguyễn Thị Đào')");
    made.close();
    const bytes = readFileSync(file);
    expect(bytes.toString('latin1')).not.toContain('SQLite format 3');
    expect(bytes.includes('Đào')).toBe(false);

    const again = open(file, get(await unlockKeyFile(place, byPassphrase(PASSPHRASE))));
    expect(again.prepare('SELECT name FROM t').pluck().get()).toBe('Nguyễn Thị Đào');
    again.close();
    const other = open(file, (await withKeyStore()).key);
    expect(() => other.prepare('SELECT name FROM t')).toThrow(/not a database/);
    other.close();
  });
});
