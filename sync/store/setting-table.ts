import { StorageError } from '../storage-error.ts';
import type { WritableDb } from './sqlite.ts';

/** Small values kept as JSON under a name. What a key holds is known to the one who put it. */
export type Settings = {
  /** Throws {@link StorageError} `damaged` for what is no JSON any more. */
  readonly find: <T extends object>(key: string) => T | undefined;
  readonly put: (key: string, value: object) => void;
  readonly remove: (key: string) => void;
};

const PUT = 'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value';

export function openSettings(db: WritableDb): Settings {
  const find = db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck();
  const put = db.prepare(PUT);
  const remove = db.prepare('DELETE FROM setting WHERE key = ?');
  return {
    find: <T extends object>(key: string) => {
      const value = find.get(key);
      return value === undefined ? undefined : (parsed(value) as T);
    },
    put: (key, value) => void put.run(key, JSON.stringify(value)),
    remove: (key) => void remove.run(key),
  };
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch (error) {
    if (error instanceof SyntaxError) throw new StorageError('damaged', error);
    throw error;
  }
}
