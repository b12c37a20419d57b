import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ShellRequest } from '../../electron/contract/envelope.ts';
import { ShellClient } from '../../electron/core/shell-client.ts';
import { answerKnock, isAnswered } from '../../electron/main/knock.ts';
import { fileOf } from '../../electron/main/security.ts';
import { findSelfTestFile } from '../../electron/main/self-test.ts';
import { CHOOSE_FILE, CHOOSE_FOLDER, START_TROUBLES } from '../../electron/main/sentences.ts';
import { answerShellRequest, type KeyStore, type Shell } from '../../electron/main/shell-services.ts';
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

/** Turns text around: enough to tell the one from the other. */
const turning: KeyStore = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from(text).reverse(),
  decryptString: (bytes) => Buffer.from(bytes).reverse().toString(),
  getSelectedStorageBackend: () => 'gnome_libsecret',
};

const nothingChosen = (): Promise<null> => Promise.resolve(null);

function shellWith(keyStore: KeyStore): Shell {
  return {
    keyStore,
    chooseFolder: nothingChosen,
    chooseFile: nothingChosen,
    saveFile: nothingChosen,
    renderPdf: nothingChosen,
    printWithDialog: () => Promise.resolve('failed'),
    platform: 'linux',
  };
}

const noKeyStore: readonly [string, KeyStore][] = [
  ['there is no encryption', { ...turning, isEncryptionAvailable: () => false }],
  ['the store is the one whose key everybody knows', { ...turning, getSelectedStorageBackend: () => 'basic_text' }],
  ['the store cannot be named', { ...turning, getSelectedStorageBackend: undefined }],
  [
    'the store cannot be asked',
    {
      ...turning,
      isEncryptionAvailable: () => {
        throw new Error('no bus');
      },
    },
  ],
];

describe('a secret of the core', () => {
  const secret = Buffer.from('a token').toString('base64');

  test('comes back as it went through the key store', async () => {
    const shell = shellWith(turning);
    const wrapped = await answerShellRequest({ type: 'shell-request', id: 1, ask: 'wrap-secret', data: secret }, shell);
    expect(wrapped).toMatchObject({ type: 'shell-reply', id: 1 });
    expect(wrapped.data).not.toBe(secret);
    const data = wrapped.data ?? '';
    expect(await answerShellRequest({ type: 'shell-request', id: 2, ask: 'unwrap-secret', data }, shell)).toEqual({
      type: 'shell-reply',
      id: 2,
      data: secret,
    });
  });

  const unreadable: KeyStore = {
    ...turning,
    encryptString: () => {
      throw new Error('a token');
    },
  };
  test.each([...noKeyStore, ['the store cannot read it', unreadable] as const])(
    'is answered with null when %s',
    async (_why, store) => {
      const request = { type: 'shell-request', id: 3, ask: 'wrap-secret', data: secret } as const;
      expect((await answerShellRequest(request, shellWith(store))).data).toBeNull();
    },
  );
});

/** A core's client and a shell, joined as main joins them. */
function clientOf(shell: Shell): ShellClient {
  const client = new ShellClient((request) => {
    void answerShellRequest(request, shell).then((reply) => client.take(reply));
  });
  return client;
}

describe('whether there is a key store', () => {
  test('is answered without wrapping anything', async () => {
    const encryptString = vi.fn(turning.encryptString);
    expect(await clientOf(shellWith({ ...turning, encryptString })).hasKeyStore()).toBe(true);
    expect(encryptString).not.toHaveBeenCalled();
  });

  test.each(noKeyStore)('is answered with no when %s', async (_why, store) => {
    expect(await clientOf(shellWith(store)).hasKeyStore()).toBe(false);
  });
});

describe('a folder the clerk is asked for', () => {
  test('comes back with its marks and spaces', async () => {
    const folder = 'E:\\Sao lưu bộ phận Một cửa';
    const shell = { ...shellWith(turning), chooseFolder: () => Promise.resolve(folder) };
    expect(await clientOf(shell).chooseFolder('keep')).toBe(folder);
  });

  test('is none when the clerk chose none, or when the dialog could not be opened', async () => {
    expect(await clientOf(shellWith(turning)).chooseFolder('keep')).toBeNull();
    const broken = { ...shellWith(turning), chooseFolder: () => Promise.reject(new Error('no display')) };
    expect(await clientOf(broken).chooseFolder('keep')).toBeNull();
  });

  test('needs no key store', async () => {
    const shell = { ...shellWith({ ...turning, isEncryptionAvailable: () => false }) };
    expect(await clientOf({ ...shell, chooseFolder: () => Promise.resolve('/media/usb') }).chooseFolder('keep')).toBe(
      '/media/usb',
    );
  });

  test('is asked for to keep copies in, or to find them', async () => {
    const shell = { ...shellWith(turning), chooseFolder: (purpose: string) => Promise.resolve(`/for/${purpose}`) };
    expect(await clientOf(shell).chooseFolder('keep')).toBe('/for/keep');
    expect(await clientOf(shell).chooseFolder('restore')).toBe('/for/restore');
  });

  test('is asked for in Vietnamese', () => {
    for (const sentence of Object.values(CHOOSE_FOLDER).flatMap((purpose) => Object.values(purpose))) {
      expect(sentence).toMatch(/^\p{Lu}.*sao lưu/u);
      expect(sentence).toBe(sentence.normalize('NFC'));
    }
  });
});

describe('a file the clerk is asked for', () => {
  test('is asked for by what it is read in for, and comes back with its marks and spaces', async () => {
    const shell = {
      ...shellWith(turning),
      chooseFile: (purpose: string) => Promise.resolve(`E:\\Hồ sơ cũ\\${purpose}`),
    };
    expect(await clientOf(shell).chooseFile('catalogue')).toBe('E:\\Hồ sơ cũ\\catalogue');
    expect(await clientOf(shell).chooseFile('old-dossiers')).toBe('E:\\Hồ sơ cũ\\old-dossiers');
  });

  test('is none when the clerk chose none, or when the dialog could not be opened', async () => {
    expect(await clientOf(shellWith(turning)).chooseFile('catalogue')).toBeNull();
    const broken = { ...shellWith(turning), chooseFile: () => Promise.reject(new Error('no display')) };
    expect(await clientOf(broken).chooseFile('catalogue')).toBeNull();
  });

  test('needs no key store', async () => {
    const shell = shellWith({ ...turning, isEncryptionAvailable: () => false });
    const chooseFile = (): Promise<string> => Promise.resolve('/media/usb/a.xlsx');
    expect(await clientOf({ ...shell, chooseFile }).chooseFile('old-dossiers')).toBe('/media/usb/a.xlsx');
  });
});

test('a file is asked for in Vietnamese', () => {
  for (const sentence of Object.values(CHOOSE_FILE).flatMap(({ title, button }) => [title, button])) {
    expect(sentence).toMatch(/^(?:Chọn|Đọc) /u);
    expect(sentence).toBe(sentence.normalize('NFC'));
  }
});

describe('a shell that keeps silent', () => {
  const HOUR_MS = 3_600_000;
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('has no key store after ten seconds', async () => {
    const client = new ShellClient(() => undefined);
    const answers = Promise.all([client.hasKeyStore(), client.wrap('a token'), client.unwrap('AAAA')]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await answers).toEqual([false, null, null]);
  });

  test.each([
    ['folder', (client: ShellClient) => client.chooseFolder('keep')],
    ['file', (client: ShellClient) => client.chooseFile('catalogue')],
  ])('is waited for while the clerk looks for a %s', async (_what, choose) => {
    const asked: ShellRequest[] = [];
    const client = new ShellClient((request) => void asked.push(request));
    const chosen = choose(client);
    await vi.advanceTimersByTimeAsync(HOUR_MS);
    const id = asked[0]?.id ?? 0;
    client.take({ type: 'shell-reply', id, data: Buffer.from('/media/usb').toString('base64') });
    expect(await chosen).toBe('/media/usb');
  });

  test('and answers a core that is gone is not heard by the next one', async () => {
    const asked: ShellRequest[] = [];
    const post = (request: ShellRequest): void => void asked.push(request);
    void new ShellClient(post).chooseFolder('keep');
    const next = new ShellClient(post);
    const secret = next.unwrap('AAAA');
    const [late] = asked;
    next.take({ type: 'shell-reply', id: late?.id ?? 0, data: Buffer.from('/media/usb').toString('base64') });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await secret).toBeNull();
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
