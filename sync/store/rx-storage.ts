import {
  ensureRxStorageInstanceParamsAreCorrect,
  getPrimaryFieldOfPrimaryKey,
  RXDB_VERSION,
  type RxDocumentData,
  type RxStorage,
  type RxStorageInstance,
  type RxStorageInstanceCreationParams,
} from 'rxdb/plugins/core';
import type { CounterDatabase } from './counter-database.ts';
import { type DocumentTable, openDocumentTable } from './document-table.ts';
import { eventDocumentTable } from './rx-event-documents.ts';
import { type Checkpoint, RxInstance } from './rx-instance.ts';

export const EVENTS_COLLECTION = 'events';
/** Context of changes that a command of the counter made: tells them from what the replication wrote. */
const COMMAND_CONTEXT = 'counter-command';

/**
 * RxDB's storage over the counter's one database file. Events and documents share its transactions.
 * Keeps no attachments and serves one process; a collection that wants more is refused when it is opened.
 */
export function counterRxStorage(database: CounterDatabase): RxStorage<object, object> {
  return {
    name: 'counter-better-sqlite3',
    rxdbVersion: RXDB_VERSION,
    createStorageInstance: <Doc>(params: RxStorageInstanceCreationParams<Doc, object>) =>
      new Promise<RxStorageInstance<Doc, object, object, Checkpoint>>((resolve) => {
        ensureRxStorageInstanceParamsAreCorrect(params);
        if (params.schema.attachments) throw new Error('attachments are not kept by this storage');
        if (params.multiInstance) throw new Error('this storage serves one process: multiInstance must be false');
        resolve(params.collectionName === EVENTS_COLLECTION ? openEvents(params, database) : open(params, database));
      }),
  };
}

function open<Doc>(params: RxStorageInstanceCreationParams<Doc, object>, database: CounterDatabase): RxInstance<Doc> {
  const { collectionName, schema } = params;
  const name = `${collectionName}/${schema.version}`;
  const primaryPath = getPrimaryFieldOfPrimaryKey(schema.primaryKey);
  return new RxInstance(params, database, openDocumentTable<Doc>(database, { name, primaryPath }));
}

function openEvents<Doc>(
  params: RxStorageInstanceCreationParams<Doc, object>,
  database: CounterDatabase,
): RxInstance<Doc> {
  // The one place where RxDB's free type parameter meets the type that stands behind this collection's name.
  const table = eventDocumentTable(database) as unknown as DocumentTable<Doc>;
  const instance = new EventsInstance(params, database, table);
  const stop = database.onAdmitted((documents) => {
    for (const document of documents as unknown as RxDocumentData<Doc>[]) {
      if (!instance.wrote(document)) instance.announce(document, COMMAND_CONTEXT);
    }
  });
  instance.whenClosed(stop);
  return instance;
}

/** Knows which documents came in through it, and lets go of the database when closed. */
class EventsInstance<Doc> extends RxInstance<Doc> {
  readonly #written = new WeakSet<object>();
  #onClose: () => void = () => undefined;

  whenClosed(act: () => void): void {
    this.#onClose = act;
  }

  wrote(document: object): boolean {
    return this.#written.has(document);
  }

  override bulkWrite(...args: Parameters<RxInstance<Doc>['bulkWrite']>): ReturnType<RxInstance<Doc>['bulkWrite']> {
    for (const { document } of args[0]) this.#written.add(document);
    return super.bulkWrite(...args);
  }

  override close(): Promise<void> {
    this.#onClose();
    return super.close();
  }
}
