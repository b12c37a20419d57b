import {
  type BulkWriteRow,
  fillWithDefaultSettings,
  normalizeMangoQuery,
  now,
  prepareQuery,
  type MangoQuery,
  type RxDocumentData,
  type RxStorageInstance,
} from 'rxdb/plugins/core';
import { describe, expect, test } from 'vitest';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import { counterRxStorage } from '../../sync/store/rx-storage.ts';
import { openTestStore, receiveSample } from '../support/store.ts';

type Note = { id: string; text: string; weight?: number };

const SCHEMA = fillWithDefaultSettings<Note>({
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

function open(store: OpenCounterStore, collectionName = 'notes'): Promise<RxStorageInstance<Note, object, object>> {
  return counterRxStorage(store.database).createStorageInstance<Note>({
    databaseInstanceToken: 'test',
    databaseName: 'test',
    collectionName,
    schema: SCHEMA,
    options: {},
    multiInstance: false,
    devMode: false,
  });
}

function note(id: string, about: Partial<RxDocumentData<Note>> = {}, height = 1): RxDocumentData<Note> {
  return { id, text: id, _deleted: false, _attachments: {}, _rev: `${height}-test`, _meta: { lwt: now() }, ...about };
}

async function write(instance: RxStorageInstance<Note, object, object>, ...rows: BulkWriteRow<Note>[]) {
  return (await instance.bulkWrite(rows, 'test')).error;
}

async function ids(instance: RxStorageInstance<Note, object, object>, query: MangoQuery<Note>): Promise<string[]> {
  // RxDB itself adds this to every query of a collection.
  const living = { ...query, selector: { ...query.selector, _deleted: { $eq: false } } };
  const prepared = prepareQuery(SCHEMA, normalizeMangoQuery(SCHEMA, living));
  return (await instance.query(prepared)).documents.map(({ id }) => id);
}

describe('writing', () => {
  test('a second insert of an id is a conflict that shows what is there, and its neighbours are kept', async () => {
    const instance = await open(openTestStore());
    await write(instance, { document: note('a') });
    const errors = await write(instance, { document: note('a', { text: 'other' }) }, { document: note('b') });
    expect(errors).toMatchObject([{ status: 409, documentId: 'a', documentInDb: { text: 'a' } }]);
    expect(await ids(instance, {})).toEqual(['a', 'b']);
  });

  test('an update needs the revision that is there', async () => {
    const instance = await open(openTestStore());
    const first = note('a');
    await write(instance, { document: first });
    const second = note('a', { text: 'second' }, 2);
    expect(await write(instance, { previous: first, document: second })).toEqual([]);
    expect(await write(instance, { previous: first, document: note('a', { text: 'late' }, 2) })).toMatchObject([
      { status: 409 },
    ]);
    expect((await instance.findDocumentsById(['a'], false))[0]?.text).toBe('second');
  });

  test('a tombstone is found only when asked for, may be written over, and goes with the cleanup', async () => {
    const instance = await open(openTestStore());
    const first = note('a');
    const gone = note('a', { _deleted: true }, 2);
    await write(instance, { document: first }, { document: note('b') });
    await write(instance, { previous: first, document: gone });
    expect(await instance.findDocumentsById(['a'], false)).toEqual([]);
    expect(await instance.findDocumentsById(['a'], true)).toEqual([gone]);
    expect(await ids(instance, {})).toEqual(['b']);
    await instance.cleanup(0);
    expect(await instance.findDocumentsById(['a'], true)).toEqual([]);
  });

  test('attachments are refused by a clear error', async () => {
    const instance = await open(openTestStore());
    await expect(instance.getAttachmentData('a', 'x', 'y')).rejects.toThrow('attachments are not kept');
  });

  test('after closing, a write is an error and not a silent loss', async () => {
    const instance = await open(openTestStore());
    await instance.close();
    await instance.close();
    await expect(instance.bulkWrite([{ document: note('a') }], 'test')).rejects.toThrow('closed');
  });
});

describe('changes', () => {
  test('the stream speaks after the commit, with a checkpoint that leads to what comes later', async () => {
    const store = openTestStore();
    const instance = await open(store);
    const seen: { inTransaction: boolean; ids: string[]; checkpoint: unknown }[] = [];
    instance.changeStream().subscribe((bulk) =>
      seen.push({
        inTransaction: store.database.db.inTransaction,
        ids: bulk.events.map(({ documentId }) => documentId),
        checkpoint: bulk.checkpoint,
      }),
    );
    await write(instance, { document: note('a') }, { document: note('b') });
    expect(seen).toMatchObject([{ inTransaction: false, ids: ['a', 'b'] }]);
    await write(instance, { document: note('c') });
    const later = await instance.getChangedDocumentsSince?.(10, seen[0]?.checkpoint);
    expect(later?.documents.map(({ id }) => id)).toEqual(['c']);
  });

  test('checkpoints go on upwards after the newest tombstone was purged', async () => {
    const instance = await open(openTestStore());
    const first = note('a');
    await write(instance, { document: first });
    await write(instance, { previous: first, document: note('a', { _deleted: true }, 2) });
    const before = await instance.getChangedDocumentsSince?.(10);
    await instance.cleanup(0);
    await write(instance, { document: note('b') });
    const after = await instance.getChangedDocumentsSince?.(10, before?.checkpoint);
    expect(after?.documents.map(({ id }) => id)).toEqual(['b']);
  });

  test('a clock that was set back hides nothing', async () => {
    const instance = await open(openTestStore());
    await write(instance, { document: note('a', { _meta: { lwt: 2_000_000 } }) });
    const before = await instance.getChangedDocumentsSince?.(10);
    await write(instance, { document: note('b', { _meta: { lwt: 1_000 } }) });
    const after = await instance.getChangedDocumentsSince?.(10, before?.checkpoint);
    expect(after?.documents.map(({ id }) => id)).toEqual(['b']);
  });

  test('an event committed by the counter reaches the open collection of events', async () => {
    const store = openTestStore();
    const instance = await open(store, 'events');
    const seen: string[] = [];
    instance.changeStream().subscribe((bulk) => seen.push(...bulk.events.map(({ documentId }) => documentId)));
    receiveSample(store);
    expect(seen).toEqual(['test1.1:2']);
  });
});

describe('queries answer as mingo does', () => {
  test.for<[string, MangoQuery<Note>, string[]]>([
    ['everything, by primary key', {}, ['a', 'b', 'c']],
    ['a missing member is not equal', { selector: { weight: { $ne: 2 } } }, ['a', 'c']],
    ['null finds what is missing', { selector: { weight: { $eq: null } } } as MangoQuery<Note>, ['c']],
    ['ranges leave out what is missing', { selector: { weight: { $gte: 1 } } }, ['a', 'b']],
    ['sorted backwards, with skip and limit', { sort: [{ id: 'desc' }], skip: 1, limit: 1 }, ['b']],
    ['a limit of nothing', { limit: 0 }, []],
  ])('%s', async ([, query, expected]) => {
    const instance = await open(openTestStore());
    await write(
      instance,
      { document: note('a', { weight: 1 }) },
      { document: note('b', { weight: 2 }) },
      { document: note('c') },
    );
    expect(await ids(instance, query)).toEqual(expected);
  });
});
