import type { Draft } from '../counter-store.ts';
import type { WritableDb } from './sqlite.ts';

/** Unfinished forms (bản nháp). Writes run inside a transaction. */
export type DraftTable = {
  readonly find: (name: string) => Draft | undefined;
  readonly put: (name: string, draft: Draft) => void;
  readonly discard: (name: string) => void;
};

const PUT = `INSERT INTO draft (name, kept_at, content) VALUES (@name, @keptAt, @content)
  ON CONFLICT (name) DO UPDATE SET kept_at = @keptAt, content = @content`;

export function openDraftTable(db: WritableDb): DraftTable {
  const find = db.prepare<[string], Draft>('SELECT content, kept_at AS keptAt FROM draft WHERE name = ?');
  const put = db.prepare(PUT);
  const discard = db.prepare('DELETE FROM draft WHERE name = ?');
  return {
    find: (name) => find.get(name),
    put: (name, draft) => void put.run({ name, ...draft }),
    discard: (name) => void discard.run(name),
  };
}
