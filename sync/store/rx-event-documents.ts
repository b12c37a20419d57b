import type { CounterDatabase } from './counter-database.ts';
import { type DocumentTable, openReader } from './document-table.ts';
import { parseEventDocument } from './event-document.ts';
import type { EventDocument } from './event-table.ts';
import type { Column, DocumentShape } from './rx-query.ts';

/** The events as RxDB asks for them. The types of the members are checked where events come in. */
const EVENT_SHAPE: DocumentShape = {
  columns: new Map<string, Column>([
    ['id', { sql: 'id', holds: 'string', trust: 'exact' }],
    ['log', { sql: 'log', holds: 'string', trust: 'exact' }],
    ['seq', { sql: 'seq', holds: 'number', trust: 'exact' }],
    ['_deleted', { sql: 'FALSE', holds: 'boolean', trust: 'exact' }],
    ['event.dossierId', { sql: 'dossier_id', holds: 'string', trust: 'hint' }],
  ]),
  uniqueKeys: [['id'], ['log', 'seq']],
};

/** The events, seen as a collection: documents are only ever added. */
export function eventDocumentTable(database: CounterDatabase): DocumentTable<EventDocument> {
  const { db, events } = database;
  const place = db.prepare<[string], number>('SELECT change_seq FROM event WHERE id = ?').pluck();
  const changeSeqOf = (id: string) => place.get(id);
  return {
    ...openReader<EventDocument>(db, { from: 'event WHERE TRUE', parameters: [], parse }),
    shape: EVENT_SHAPE,
    find: (id) => events.findDocument(id),
    insert: (id, document) => {
      if (document._deleted) throw new Error(`an event is never deleted: ${id}`);
      database.admitReplicated(document);
      return changeSeqOf(id);
    },
    update: (id) => {
      throw new Error(`an event is never changed: ${id}`);
    },
    changedSince: (changeSeq, limit) => events.changedSince(changeSeq, limit),
    changeSeqOf,
    purgeDeleted: () => undefined,
    clear: () => {
      throw new Error('events are never removed');
    },
  };
}

/** As the table of events does it: a row that rotted away is named by the check of the chains and stops nobody else's reading. */
function parse(doc: string): EventDocument | undefined {
  return parseEventDocument(doc) ? (JSON.parse(doc) as EventDocument) : undefined;
}
