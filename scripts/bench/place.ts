import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createKey } from '../../electron/core/key-file.ts';
import { encryptDatabase } from '../../sync/store/encrypt-file.ts';
import { NEWEST_VERSION } from '../../sync/store/migrate.ts';
import { projectRoot, say, seconds } from '../console.ts';
import { witnessFolderOf } from './bench-counter.ts';
import { type Loaded, loadDossiers } from './load-dossiers.ts';

export const OUT = path.join(projectRoot, 'out/bench');
/** Raised when {@link loadDossiers} makes another file of the same tables. */
const LOAD_VERSION = 1;

/** A counter of `size` dossiers to be measured, and the same file once more for the raw yardstick. */
export type Place = {
  readonly size: number;
  /** The data folder of a core. */
  readonly folder: string;
  readonly file: string;
  readonly rawFile: string;
};

/** Runs `act` on copies of the loaded file, which are gone afterwards. */
export async function withPlace<T>(size: number, act: (place: Place, loaded: Loaded) => Promise<T>): Promise<T> {
  const { file: source, loaded } = await loadedFile(size);
  const folder = mkdtempSync(path.join(OUT, 'run-'));
  const file = path.join(folder, 'counter/counter.db');
  const rawFile = path.join(folder, 'raw.db');
  try {
    mkdirSync(path.dirname(file));
    mkdirSync(witnessFolderOf(folder));
    copyFileSync(source, file);
    copyFileSync(source, rawFile);
    return await act({ size, folder, file, rawFile }, loaded);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(witnessFolderOf(folder), { recursive: true, force: true });
  }
}

/** What keeps the keys of a computer, for a bench: it gives back what it was given. */
const KEY_STORE = {
  wrap: (secret: string) => Promise.resolve(Buffer.from(secret).toString('base64')),
  unwrap: (wrapped: string) => Promise.resolve(Buffer.from(wrapped, 'base64').toString()),
};

/** Encrypts both files of a place as a counter's file is encrypted at its set-up; answers the key. */
export async function protectPlace({ folder, file, rawFile }: Place): Promise<Uint8Array> {
  const made = await createKey({
    place: { folder: path.dirname(file), guardFolder: witnessFolderOf(folder) },
    shell: KEY_STORE,
    protection: { kind: 'key-store' },
  });
  if (!made.ok) throw new Error(`no key: ${made.refusal.code}`);
  encryptDatabase(file, made.value);
  encryptDatabase(rawFile, made.value);
  return made.value;
}

/** The loaded file of a size; made once for each version of its tables, because the largest takes a minute. */
async function loadedFile(size: number): Promise<{ readonly file: string; readonly loaded: Loaded }> {
  const cache = path.join(OUT, `loaded-${NEWEST_VERSION}-${LOAD_VERSION}-${size}`);
  const list = path.join(cache, 'loaded.json');
  if (!existsSync(list)) {
    const started = performance.now();
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    writeFileSync(list, JSON.stringify(await loadDossiers(cache, size)));
    say(`bench: ${size} dossiers loaded, ${seconds(started)}`);
  }
  return { file: path.join(cache, 'counter.db'), loaded: JSON.parse(readFileSync(list, 'utf8')) as Loaded };
}
