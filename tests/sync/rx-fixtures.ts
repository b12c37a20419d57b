import {
  type BulkWriteRow,
  fillWithDefaultSettings,
  type MangoQuery,
  normalizeMangoQuery,
  now,
  prepareQuery,
  type PreparedQuery,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorageInstance,
  type RxStorageWriteError,
} from 'rxdb/plugins/core';
import type { StoredEvent } from '../../domain/dossier-event.ts';
import { type EventRow, EVENTS_SCHEMA } from '../../sync/replication.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import { documentOf } from '../../sync/store/counter-database.ts';
import { counterRxStorage, EVENTS_COLLECTION } from '../../sync/store/rx-storage.ts';

export type Instance<Doc> = RxStorageInstance<Doc, object, object>;
export type Note = { id: string; text: string; weight?: number };

export const NOTES = fillWithDefaultSettings<Note>({
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 40 },
    text: { type: 'string' },
    weight: { type: 'number' },
  },
  required: ['id', 'text'],
});

/** As the replication opens it. */
export const EVENTS = fillWithDefaultSettings(EVENTS_SCHEMA);

type Opening<Doc> = {
  readonly collectionName: string;
  readonly schema: RxJsonSchema<RxDocumentData<Doc>>;
  readonly multiInstance?: boolean;
};

export function openCollection<Doc>(store: OpenCounterStore, opening: Opening<Doc>): Promise<Instance<Doc>> {
  return counterRxStorage(store.database).createStorageInstance<Doc>({
    databaseInstanceToken: 'test',
    databaseName: 'test',
    options: {},
    multiInstance: false,
    devMode: false,
    ...opening,
  });
}

export function openNotes(store: OpenCounterStore, collectionName = 'notes'): Promise<Instance<Note>> {
  return openCollection(store, { collectionName, schema: NOTES });
}

export function openEvents(store: OpenCounterStore): Promise<Instance<EventRow>> {
  return openCollection(store, { collectionName: EVENTS_COLLECTION, schema: EVENTS });
}

export function note(id: string, about: Partial<RxDocumentData<Note>> = {}, height = 1): RxDocumentData<Note> {
  return { id, text: id, _deleted: false, _attachments: {}, _rev: `${height}-test`, _meta: { lwt: now() }, ...about };
}

/** An event as the replication writes it. */
export function eventRow(event: StoredEvent): BulkWriteRow<EventRow> {
  return { document: documentOf(event, 'foreign') };
}

export async function write<Doc>(
  instance: Instance<Doc>,
  ...rows: BulkWriteRow<Doc>[]
): Promise<RxStorageWriteError<Doc>[]> {
  return (await instance.bulkWrite(rows, 'test')).error;
}

export function prepared<Doc>(instance: Instance<Doc>, query: MangoQuery<Doc>): PreparedQuery<Doc> {
  return prepareQuery(instance.schema, normalizeMangoQuery(instance.schema, query));
}

/** Asks as a collection of RxDB does: for documents that are not deleted. */
export async function idsOf<Doc extends { id: string }>(
  instance: Instance<Doc>,
  query: MangoQuery<Doc> = {},
): Promise<string[]> {
  const living = { ...query, selector: { ...query.selector, _deleted: { $eq: false } } } as MangoQuery<Doc>;
  return (await instance.query(prepared(instance, living))).documents.map(({ id }) => id);
}

/** Ids of what changed after a checkpoint, with the checkpoint that leads on. */
export async function changesOf<Doc extends { id: string }>(
  instance: Instance<Doc>,
  since?: unknown,
  limit = 100,
): Promise<{ ids: string[]; checkpoint: unknown }> {
  const changes = await instance.getChangedDocumentsSince?.(limit, since);
  if (!changes) throw new Error('this storage answers what changed');
  return { ids: changes.documents.map(({ id }) => id), checkpoint: changes.checkpoint };
}
