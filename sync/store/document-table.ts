import type { RxDocumentData } from 'rxdb/plugins/core';
import type { CounterDatabase } from './counter-database.ts';
import type { EventDocument } from './event-table.ts';

/** What the RxStorage needs of the rows of one collection. Writes run inside a transaction. */
export type DocumentTable<Doc> = {
  readonly find: (id: string) => RxDocumentData<Doc> | undefined;
  readonly all: () => readonly RxDocumentData<Doc>[];
  readonly insert: (id: string, document: RxDocumentData<Doc>) => void;
  readonly update: (id: string, document: RxDocumentData<Doc>) => void;
  readonly changedSince: (
    changeSeq: number,
    limit: number,
  ) => readonly { readonly changeSeq: number; readonly document: RxDocumentData<Doc> }[];
  /** Removes tombstones written at or before `lwt`. */
  readonly purgeDeleted: (lwt: number) => void;
  readonly clear: () => void;
  readonly lastChange: () => number;
};

const CHANGES = 'changes';
const INSERT = `INSERT INTO rx_document (collection, id, rev, deleted, lwt, change_seq, doc)
  VALUES (@collection, @id, @rev, @deleted, @lwt, @changeSeq, @doc)`;
const UPDATE = `UPDATE rx_document SET rev = @rev, deleted = @deleted, lwt = @lwt, change_seq = @changeSeq, doc = @doc
  WHERE collection = @collection AND id = @id`;

/** Rows of any collection that RxDB keeps for itself. */
export function openDocumentTable<Doc>({ db, sequences }: CounterDatabase, collection: string): DocumentTable<Doc> {
  const find = db
    .prepare<[string, string], string>('SELECT doc FROM rx_document WHERE collection = ? AND id = ?')
    .pluck();
  const all = db.prepare<[string], string>('SELECT doc FROM rx_document WHERE collection = ?').pluck();
  const changed = db.prepare<[string, number, number], { changeSeq: number; doc: string }>(
    `SELECT change_seq AS changeSeq, doc FROM rx_document WHERE collection = ? AND change_seq > ?
     ORDER BY change_seq LIMIT ?`,
  );
  const purge = db.prepare('DELETE FROM rx_document WHERE collection = ? AND deleted = 1 AND lwt <= ?');
  const clear = db.prepare('DELETE FROM rx_document WHERE collection = ?');
  const insert = db.prepare(INSERT);
  const update = db.prepare(UPDATE);

  const columnsOf = (id: string, document: RxDocumentData<Doc>) => ({
    collection,
    id,
    rev: document._rev,
    deleted: document._deleted ? 1 : 0,
    lwt: document._meta.lwt,
    changeSeq: sequences.next(CHANGES),
    doc: JSON.stringify(document),
  });

  return {
    find: (id) => {
      const doc = find.get(collection, id);
      return doc === undefined ? undefined : parse<Doc>(doc);
    },
    all: () => all.all(collection).map((doc) => parse<Doc>(doc)),
    insert: (id, document) => void insert.run(columnsOf(id, document)),
    update: (id, document) => void update.run(columnsOf(id, document)),
    changedSince: (changeSeq, limit) =>
      changed
        .all(collection, changeSeq, limit)
        .map((row) => ({ changeSeq: row.changeSeq, document: parse<Doc>(row.doc) })),
    purgeDeleted: (lwt) => void purge.run(collection, lwt),
    clear: () => void clear.run(collection),
    lastChange: () => sequences.value(CHANGES),
  };
}

/** The events, seen as a collection: documents are only ever added. */
export function eventDocumentTable(database: CounterDatabase): DocumentTable<EventDocument> {
  const { events, sequences } = database;
  return {
    find: (id) => events.findDocument(id),
    all: () => events.changedSince(0, Number.MAX_SAFE_INTEGER).map(({ document }) => document),
    insert: (_id, document) => database.admitReplicated(document),
    update: (id) => {
      throw new Error(`an event is never changed: ${id}`);
    },
    changedSince: (changeSeq, limit) => events.changedSince(changeSeq, limit),
    purgeDeleted: () => undefined,
    clear: () => {
      throw new Error('events are never removed');
    },
    lastChange: () => sequences.value(CHANGES),
  };
}

function parse<Doc>(doc: string): RxDocumentData<Doc> {
  return JSON.parse(doc) as RxDocumentData<Doc>;
}
