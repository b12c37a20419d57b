import type { SubjectKind, SubjectStates } from '../../domain/subject-fact.ts';
import type { ReadableDb, WritableDb } from './sqlite.ts';

/** Cache of what events say of accounts, batches and publications. Written only by the projection. */
export type SubjectTable = SubjectReader & {
  readonly put: (subject: FoldedSubject) => void;
  readonly remove: (id: string) => void;
};

export type SubjectReader = {
  readonly find: <K extends SubjectKind>(kind: K, id: string) => SubjectStates[K] | undefined;
  readonly list: <K extends SubjectKind>(
    kind: K,
    which?: { readonly onlyOpen: boolean },
  ) => readonly SubjectStates[K][];
};

/** One subject as its events make it. */
export type FoldedSubject = {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly isOpen: boolean;
  readonly state: object;
};

const PUT = `INSERT INTO subject (id, kind, is_open, state) VALUES (@id, @kind, @isOpen, @state)
  ON CONFLICT (id) DO UPDATE SET kind = @kind, is_open = @isOpen, state = @state`;

export function openSubjectTable(db: WritableDb): SubjectTable {
  const put = db.prepare(PUT);
  const remove = db.prepare('DELETE FROM subject WHERE id = ?');
  return {
    ...openSubjectReader(db),
    put: ({ isOpen, state, ...subject }) =>
      void put.run({ ...subject, isOpen: isOpen ? 1 : 0, state: JSON.stringify(state) }),
    remove: (id) => void remove.run(id),
  };
}

function openSubjectReader(db: ReadableDb): SubjectReader {
  const find = db.prepare<[string, string], string>('SELECT state FROM subject WHERE id = ? AND kind = ?').pluck();
  const all = db.prepare<[string], string>('SELECT state FROM subject WHERE kind = ? ORDER BY id').pluck();
  const open = db
    .prepare<[string], string>('SELECT state FROM subject WHERE kind = ? AND is_open = 1 ORDER BY id')
    .pluck();
  // Written by the projection alone: what a row of a kind holds is the state of that kind.
  const parse = <K extends SubjectKind>(state: string) => JSON.parse(state) as SubjectStates[K];
  return {
    find: <K extends SubjectKind>(kind: K, id: string) => {
      const state = find.get(id, kind);
      return state === undefined ? undefined : parse<K>(state);
    },
    list: <K extends SubjectKind>(kind: K, which = { onlyOpen: false }) =>
      (which.onlyOpen ? open : all).all(kind).map((state) => parse<K>(state)),
  };
}
