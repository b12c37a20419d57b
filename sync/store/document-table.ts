import type { RxDocumentData } from 'rxdb/plugins/core';
import type { CounterDatabase } from './counter-database.ts';
import type { Column, DocumentShape, Selection } from './rx-query.ts';
import type { WritableDb } from './sqlite.ts';

/** What the RxStorage needs of the rows of one collection. Writes run inside a transaction. */
export type DocumentTable<Doc> = DocumentReader<Doc> & {
  readonly shape: DocumentShape;
  readonly find: (id: string) => RxDocumentData<Doc> | undefined;
  /** Answers the place of the change; undefined when the document was set aside and is not to be seen. */
  readonly insert: (id: string, document: RxDocumentData<Doc>) => number | undefined;
  /** Answers the place of the change. */
  readonly update: (id: string, document: RxDocumentData<Doc>) => number;
  readonly changedSince: (
    changeSeq: number,
    limit: number,
  ) => readonly { readonly changeSeq: number; readonly document: RxDocumentData<Doc> }[];
  readonly changeSeqOf: (id: string) => number | undefined;
  /** Removes tombstones written at or before `lwt`. */
  readonly purgeDeleted: (lwt: number) => void;
  readonly clear: () => void;
};

type DocumentReader<Doc> = {
  /** Reads row by row: whoever stops asking stops the reading. */
  readonly select: (selection: Selection) => Iterable<RxDocumentData<Doc>>;
  /** Counts rows unread; where documents can rot away, one that did is counted all the same. */
  readonly count: (selection: Selection) => number;
};

const CHANGES = 'changes';
const INSERT = `INSERT INTO rx_document (collection, id, rev, deleted, lwt, change_seq, doc)
  VALUES (@collection, @id, @rev, @deleted, @lwt, @changeSeq, @doc)`;
const UPDATE = `UPDATE rx_document SET rev = @rev, deleted = @deleted, lwt = @lwt, change_seq = @changeSeq, doc = @doc
  WHERE collection = @collection AND id = @id`;

/** Rows of any collection that RxDB keeps for itself. */
export function openDocumentTable<Doc>(
  { db, sequences }: CounterDatabase,
  { name, primaryPath }: { readonly name: string; readonly primaryPath: string },
): DocumentTable<Doc> {
  const find = db
    .prepare<[string, string], string>('SELECT doc FROM rx_document WHERE collection = ? AND id = ?')
    .pluck();
  const place = db
    .prepare<[string, string], number>('SELECT change_seq FROM rx_document WHERE collection = ? AND id = ?')
    .pluck();
  const changed = db.prepare<[string, number, number], { changeSeq: number; doc: string }>(
    `SELECT change_seq AS changeSeq, doc FROM rx_document WHERE collection = ? AND change_seq > ?
     ORDER BY change_seq LIMIT ?`,
  );
  const purge = db.prepare('DELETE FROM rx_document WHERE collection = ? AND deleted = 1 AND lwt <= ?');
  const clear = db.prepare('DELETE FROM rx_document WHERE collection = ?');
  const insert = db.prepare(INSERT);
  const update = db.prepare(UPDATE);

  const columnsOf = (id: string, document: RxDocumentData<Doc>) => ({
    collection: name,
    id,
    rev: document._rev,
    deleted: document._deleted ? 1 : 0,
    lwt: document._meta.lwt,
    changeSeq: sequences.next(CHANGES),
    doc: JSON.stringify(document),
  });

  return {
    ...openReader<Doc>(db, { from: 'rx_document WHERE collection = ?', parameters: [name], parse }),
    shape: {
      columns: new Map<string, Column>([
        [primaryPath, { sql: 'id', holds: 'string', trust: 'exact' }],
        ['_deleted', { sql: 'deleted', holds: 'boolean', trust: 'exact' }],
      ]),
      uniqueKeys: [[primaryPath]],
    },
    find: (id) => {
      const doc = find.get(name, id);
      return doc === undefined ? undefined : parse<Doc>(doc);
    },
    insert: (id, document) => {
      const columns = columnsOf(id, document);
      insert.run(columns);
      return columns.changeSeq;
    },
    update: (id, document) => {
      const columns = columnsOf(id, document);
      update.run(columns);
      return columns.changeSeq;
    },
    changedSince: (changeSeq, limit) =>
      changed.all(name, changeSeq, limit).map((row) => ({ changeSeq: row.changeSeq, document: parse<Doc>(row.doc) })),
    changeSeqOf: (id) => place.get(name, id),
    purgeDeleted: (lwt) => void purge.run(name, lwt),
    clear: () => void clear.run(name),
  };
}

type Rows<Doc> = {
  /** What to look through: a table and a condition, with the values for it. */
  readonly from: string;
  readonly parameters: readonly string[];
  /** Undefined for a row that is no document any more: it is passed over. */
  readonly parse: (doc: string) => RxDocumentData<Doc> | undefined;
};

/** Reads the documents of a table that keeps them as JSON in `doc`. */
export function openReader<Doc>(db: WritableDb, rows: Rows<Doc>): DocumentReader<Doc> {
  return {
    *select({ where, order = [], parameters }) {
      const by = order.length === 0 ? '' : ` ORDER BY ${order.join(', ')}`;
      const found = db.prepare<unknown[], string>(`SELECT doc FROM ${rows.from} AND ${where}${by}`).pluck();
      for (const doc of found.iterate(...rows.parameters, ...parameters)) {
        const document = rows.parse(doc);
        if (document) yield document;
      }
    },
    count: ({ where, parameters }) =>
      db
        .prepare<unknown[], number>(`SELECT count(*) FROM ${rows.from} AND ${where}`)
        .pluck()
        .get(...rows.parameters, ...parameters) ?? 0,
  };
}

function parse<Doc>(doc: string): RxDocumentData<Doc> {
  return JSON.parse(doc) as RxDocumentData<Doc>;
}
