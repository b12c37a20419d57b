import {
  ensureRxStorageInstanceParamsAreCorrect,
  RXDB_VERSION,
  type RxDocumentData,
  type RxStorage,
  type RxStorageInstance,
  type RxStorageInstanceCreationParams,
} from 'rxdb/plugins/core';
import type { CounterDatabase } from './counter-database.ts';
import { type DocumentTable, eventDocumentTable, openDocumentTable } from './document-table.ts';
import { type Checkpoint, RxInstance } from './rx-instance.ts';

export const EVENTS_COLLECTION = 'events';
/** Context of changes that a command of the counter made: tells them from what the replication wrote. */
const COMMAND_CONTEXT = 'counter-command';

/** RxDB's storage over the counter's one database file. Events and documents share its transactions. */
export function counterRxStorage(database: CounterDatabase): RxStorage<object, object> {
  return {
    name: 'counter-better-sqlite3',
    rxdbVersion: RXDB_VERSION,
    createStorageInstance: <Doc>(params: RxStorageInstanceCreationParams<Doc, object>) => {
      ensureRxStorageInstanceParamsAreCorrect(params);
      if (params.schema.attachments) throw new Error('attachments are not kept by this storage');
      const instance: RxStorageInstance<Doc, object, object, Checkpoint> =
        params.collectionName === EVENTS_COLLECTION
          ? openEvents(params, database)
          : new RxInstance(params, database, openDocumentTable<Doc>(database, nameOf(params)));
      return Promise.resolve(instance);
    },
  };
}

function openEvents<Doc>(
  params: RxStorageInstanceCreationParams<Doc, object>,
  database: CounterDatabase,
): RxInstance<Doc> {
  // The one place where RxDB's free type parameter meets the type that stands behind this collection's name.
  const table = eventDocumentTable(database) as unknown as DocumentTable<Doc>;
  const instance = new EventsInstance(params, database, table);
  const stop = database.onAdmitted((documents) => {
    if (!instance.isWriting) instance.announce(documents as unknown as RxDocumentData<Doc>[], COMMAND_CONTEXT);
  });
  instance.whenClosed(stop);
  return instance;
}

/** Knows whether a commit is its own, and lets go of the database when closed. */
class EventsInstance<Doc> extends RxInstance<Doc> {
  isWriting = false;
  #onClose: () => void = () => undefined;

  whenClosed(act: () => void): void {
    this.#onClose = act;
  }

  override bulkWrite(...args: Parameters<RxInstance<Doc>['bulkWrite']>): ReturnType<RxInstance<Doc>['bulkWrite']> {
    // The write happens before the call returns: nothing else can commit in between.
    this.isWriting = true;
    try {
      return super.bulkWrite(...args);
    } finally {
      this.isWriting = false;
    }
  }

  override close(): Promise<void> {
    this.#onClose();
    return super.close();
  }
}

function nameOf({ collectionName, schema }: { collectionName: string; schema: { version: number } }): string {
  return `${collectionName}/${schema.version}`;
}
