import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { answerKnock, isAnswered } from '../../electron/main/knock.ts';
import { fileOf } from '../../electron/main/security.ts';
import { findSelfTestFile } from '../../electron/main/self-test.ts';
import { START_TROUBLES } from '../../electron/main/sentences.ts';
import { answerShellRequest, type KeyStore } from '../../electron/main/shell-services.ts';
import { temporaryFolder } from '../support/store.ts';

describe('the file that an address names', () => {
  const root = path.resolve('/opt/counter/dist/renderer');

  test('is under the folder of the page', () => {
    expect(fileOf('app://counter/', root)).toBe(path.join(root, 'index.html'));
    expect(fileOf('app://counter/assets/index.js?v=1#top', root)).toBe(path.join(root, 'assets/index.js'));
    expect(fileOf('app://counter/ph%C3%B4ng.woff2', root)).toBe(path.join(root, 'phông.woff2'));
  });

  test.each(['..%2f..%2fpackage.json', '..%2f', 'a/..%2f..%2f..%2fetc%2fpasswd', '%00', 'a%00.html', '%ff', '%'])(
    'is none for a way out or a broken escape: %s',
    (way) => expect(fileOf(`app://counter/${way}`, root)).toBeUndefined(),
  );

  test('is none for another host, or for a folder whose name only begins the same', () => {
    expect(fileOf('app://other/index.html', root)).toBeUndefined();
    expect(fileOf('app://counter/..%2frenderer-other/index.html', root)).toBeUndefined();
  });
});

describe('a knock of a second start', () => {
  test('is answered by the first, and leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const knock = { token: randomUUID() };
    answerKnock(folder, knock);
    expect(await isAnswered(folder, knock, 0)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is known to be unanswered after the limit', async () => {
    expect(await isAnswered(temporaryFolder(), { token: randomUUID() }, 30)).toBe(false);
  });

  test('with a token that is none makes no file, wherever it points', () => {
    const folder = temporaryFolder();
    for (const token of ['../../elsewhere', 'a', 7, null, { toString: () => randomUUID() }]) {
      answerKnock(path.join(folder, 'inner'), { token });
    }
    for (const sent of [undefined, null, 'text', {}]) answerKnock(path.join(folder, 'inner'), sent);
    expect(existsSync(path.join(folder, 'inner'))).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a secret of the core', () => {
  /** Turns text around: enough to tell the one from the other. */
  const turning: KeyStore = {
    isEncryptionAvailable: () => true,
    encryptString: (text) => Buffer.from(text).reverse(),
    decryptString: (bytes) => Buffer.from(bytes).reverse().toString(),
    getSelectedStorageBackend: () => 'gnome_libsecret',
  };
  const secret = Buffer.from('a token').toString('base64');

  test('comes back as it went through the key store', () => {
    const wrapped = answerShellRequest({ type: 'shell-request', id: 1, ask: 'wrap-secret', data: secret }, turning);
    expect(wrapped).toMatchObject({ type: 'shell-reply', id: 1 });
    expect(wrapped.data).not.toBe(secret);
    const data = wrapped.data ?? '';
    expect(answerShellRequest({ type: 'shell-request', id: 2, ask: 'unwrap-secret', data }, turning)).toEqual({
      type: 'shell-reply',
      id: 2,
      data: secret,
    });
  });

  const without: readonly [string, KeyStore][] = [
    ['there is no encryption', { ...turning, isEncryptionAvailable: () => false }],
    ['the store is the one whose key everybody knows', { ...turning, getSelectedStorageBackend: () => 'basic_text' }],
    ['the store cannot be named', { ...turning, getSelectedStorageBackend: undefined }],
    [
      'the store cannot read it',
      {
        ...turning,
        encryptString: () => {
          throw new Error('a token');
        },
      },
    ],
  ];
  test.each(without)('is answered with null when %s', (_why, store) => {
    const request = { type: 'shell-request', id: 3, ask: 'wrap-secret', data: secret } as const;
    expect(answerShellRequest(request, store, 'linux').data).toBeNull();
  });
});

test('a self-test is asked for by its file', () => {
  expect(findSelfTestFile(['counter', '--self-test', '/tmp/report.json'])).toBe('/tmp/report.json');
  expect(findSelfTestFile(['counter'])).toBeUndefined();
});

test('each trouble at the start is told in two sentences without a word for machines', () => {
  for (const { what, next } of Object.values(START_TROUBLES)) {
    for (const sentence of [what, next]) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(sentence).not.toMatch(/\b(database|disk|read-only|locked|failed|error|SQLite)\b/i);
      expect(sentence).toBe(sentence.normalize('NFC'));
    }
    expect(next).toMatch(/Xin /);
  }
});
