import Database from 'better-sqlite3';
import { now, type RxDocumentData } from 'rxdb/plugins/core';
import { describe, expect, test, vi } from 'vitest';
import { ok } from '../../domain/result.ts';
import { StorageError } from '../../sync/storage-error.ts';
import { documentOf } from '../../sync/store/counter-database.ts';
import { openDocumentTable } from '../../sync/store/document-table.ts';
import { foreignEvent, openTestStore, temporaryFolder } from '../support/store.ts';
import {
  changesOf,
  eventRow,
  idsOf,
  type Note,
  note,
  NOTES,
  openCollection,
  openEvents,
  openNotes,
  prepared,
  write,
} from './rx-fixtures.ts';

describe('writing', () => {
  test('a second insert of an id is a conflict that shows what is there, and its neighbours are kept', async () => {
    const notes = await openNotes(openTestStore());
    await write(notes, { document: note('a') });
    const errors = await write(notes, { document: note('a', { text: 'other' }) }, { document: note('b') });
    expect(errors).toMatchObject([{ status: 409, isError: true, documentId: 'a', documentInDb: { text: 'a' } }]);
    expect(await idsOf(notes)).toEqual(['a', 'b']);
  });

  test('an update needs the revision that is there', async () => {
    const notes = await openNotes(openTestStore());
    const first = note('a');
    const second = note('a', { text: 'second' }, 2);
    await write(notes, { document: first });
    expect(await write(notes, { previous: first, document: second })).toEqual([]);
    const late = { previous: first, document: note('a', { text: 'late' }, 2) };
    expect(await write(notes, late)).toMatchObject([{ status: 409, documentInDb: { text: 'second' } }]);
    expect(await notes.findDocumentsById(['a'], false)).toEqual([second]);
  });

  test('the id alone says that a document is missing: a previous revision does not stop its insert', async () => {
    const notes = await openNotes(openTestStore());
    expect(await write(notes, { previous: note('a'), document: note('a', {}, 2) })).toEqual([]);
    expect(await idsOf(notes)).toEqual(['a']);
  });

  test('an insert over a tombstone is a conflict that shows it; with its revision the document is there again', async () => {
    const notes = await openNotes(openTestStore());
    const tombstone = note('a', { _deleted: true }, 2);
    await write(notes, { document: tombstone });
    expect(await write(notes, { document: note('a') })).toMatchObject([{ status: 409, documentInDb: tombstone }]);
    expect(await write(notes, { previous: tombstone, document: note('a', {}, 3) })).toEqual([]);
    expect(await idsOf(notes)).toEqual(['a']);
  });

  test('a tombstone is found only when asked for', async () => {
    const notes = await openNotes(openTestStore());
    const first = note('a');
    const gone = note('a', { _deleted: true }, 2);
    await write(notes, { document: first }, { document: note('b') });
    await write(notes, { previous: first, document: gone });
    expect(await notes.findDocumentsById(['a', 'b', 'none'], false)).toMatchObject([{ id: 'b' }]);
    expect(await notes.findDocumentsById(['a', 'none'], true)).toEqual([gone]);
    expect(await idsOf(notes)).toEqual(['b']);
  });

  test('a bulk that names an id twice is refused as a whole', async () => {
    const notes = await openNotes(openTestStore());
    await expect(write(notes, { document: note('a') }, { document: note('a') })).rejects.toThrow('UNIQUE');
    expect(await idsOf(notes)).toEqual([]);
  });

  test('a bulk inside a unit of work of the counter is refused, and the unit is kept and heard of', async () => {
    const store = openTestStore();
    const [notes, events] = [await openNotes(store), await openEvents(store)];
    const heard: string[] = [];
    events.changeStream().subscribe((bulk) => heard.push(...bulk.events.map(({ documentId }) => documentId)));
    const refused: Promise<unknown>[] = [];
    store.database.onAdmitted(() => heard.push('commit'));
    store.database.transactions.run(() => {
      store.database.admit(documentOf(foreignEvent('other1.1', {}), 'test'));
      refused.push(expect(write(notes, { document: note('a') })).rejects.toThrow('inside a unit of work'));
      return ok(undefined);
    });
    await Promise.all(refused);
    expect(heard).toEqual(['other1.1:1', 'commit']);
    expect(await idsOf(notes)).toEqual([]);
  });

  test('nothing that is given is changed, and all that is answered can be cloned', async () => {
    const notes = await openNotes(openTestStore());
    const first = deepFreeze(note('a'));
    const bulks: unknown[] = [];
    notes.changeStream().subscribe((bulk) => bulks.push(deepFreeze(bulk)));
    const answers = [
      await notes.bulkWrite(deepFreeze([{ document: first }]), 'test'),
      await notes.bulkWrite(deepFreeze([{ document: first }]), 'test'),
      await notes.bulkWrite(deepFreeze([{ previous: first, document: note('a', { text: 'new' }, 2) }]), 'test'),
      deepFreeze(await notes.query(deepFreeze(prepared(notes, { selector: { text: { $ne: 'x' } } })))),
      deepFreeze(await notes.findDocumentsById(deepFreeze(['a']), true)),
      await notes.count(prepared(notes, {})),
      await notes.getChangedDocumentsSince?.(1),
      ...bulks,
    ];
    for (const answer of answers) expect(structuredClone(answer)).toEqual(answer);
    expect(await notes.findDocumentsById(['a'], true)).toMatchObject([{ text: 'new' }]);
  });
});

describe('the events', () => {
  test('an event is neither changed nor deleted nor removed, and the collection stays usable', async () => {
    const events = await openEvents(openTestStore());
    const { document } = eventRow(foreignEvent('other1.1', {}));
    await write(events, { document });
    const changed = { ...document, _rev: '2-x' };
    await expect(write(events, { previous: document, document: changed })).rejects.toThrow('never changed');
    const deleted = { ...eventRow(foreignEvent('other2.1', {})).document, _deleted: true };
    await expect(write(events, { document: deleted })).rejects.toThrow('never deleted');
    await expect(events.remove()).rejects.toThrow('never removed');
    expect(await events.cleanup(0)).toBe(true);
    expect(await idsOf(events)).toEqual(['other1.1:1', 'test1.1:1']);
  });

  test('an event that is set aside is neither found nor shown to those who listen', async () => {
    const events = await openEvents(openTestStore());
    const seen: string[] = [];
    events.changeStream().subscribe((bulk) => seen.push(...bulk.events.map(({ documentId }) => documentId)));
    const own = eventRow(foreignEvent('test1.1', {}, { ...foreignEvent('test1.1', {}), seq: 7 }));
    expect(await write(events, own, eventRow(foreignEvent('other1.1', {})))).toEqual([]);
    expect(await events.findDocumentsById([own.document.id], true)).toEqual([]);
    expect(seen).toEqual(['other1.1:1']);
  });

  test('a row that rotted away is passed over, and the others are found', async () => {
    const store = openTestStore();
    const events = await openEvents(store);
    const first = foreignEvent('other1.1', {});
    await write(events, eventRow(first), eventRow(foreignEvent('other1.1', {}, first)));
    store.database.db.exec(`DROP TRIGGER event_is_never_changed;
      UPDATE event SET doc = '{}' WHERE id = 'other1.1:1'`);
    expect(await idsOf(events)).toEqual(['other1.1:2', 'test1.1:1']);
  });
});

describe('opening and closing', () => {
  test('attachments are refused by a clear error', async () => {
    const store = openTestStore();
    const notes = await openNotes(store);
    await expect(notes.getAttachmentData('a', 'x', 'y')).rejects.toThrow('attachments are not kept');
    const schema = { ...NOTES, attachments: {} };
    await expect(openCollection<Note>(store, { collectionName: 'other', schema })).rejects.toThrow('attachments');
  });

  test('a second process is refused by a clear error', async () => {
    const opening = { collectionName: 'notes', schema: NOTES, multiInstance: true };
    await expect(openCollection<Note>(openTestStore(), opening)).rejects.toThrow('one process');
  });

  test('documents outlive the collection and the program; every version of a schema has its own', async () => {
    const folder = temporaryFolder();
    const first = openTestStore({ folder });
    await write(await openNotes(first), { document: note('a') });
    expect(await idsOf(await openNotes(first))).toEqual(['a']);
    expect(
      await idsOf(await openCollection(first, { collectionName: 'notes', schema: { ...NOTES, version: 1 } })),
    ).toEqual([]);
    await first.close();
    const again = await openNotes(openTestStore({ folder }));
    expect(await idsOf(again)).toEqual(['a']);
    expect(await write(again, { document: note('a') })).toMatchObject([{ status: 409 }]);
  });

  test('a removed collection is closed and empty, and its neighbour is not touched', async () => {
    const store = openTestStore();
    const [notes, others] = [await openNotes(store), await openNotes(store, 'others')];
    await write(notes, { document: note('a') });
    await write(others, { document: note('b') });
    await notes.remove();
    await expect(idsOf(notes)).rejects.toThrow('closed');
    expect(await idsOf(await openNotes(store))).toEqual([]);
    expect(await idsOf(others)).toEqual(['b']);
  });

  test('after closing, which may be done twice, everything is an error and not a silent loss', async () => {
    const notes = await openNotes(openTestStore());
    let ended = 0;
    notes.changeStream().subscribe({ complete: () => (ended += 1) });
    const query = prepared(notes, {});
    await notes.close();
    await notes.close();
    expect(ended).toBe(1);
    const calls = [
      write(notes, { document: note('a') }),
      notes.findDocumentsById(['a'], true),
      notes.query(query),
      notes.count(query),
      changesOf(notes),
      notes.cleanup(0),
      notes.remove(),
    ];
    for (const call of calls) await expect(call).rejects.toThrow('closed');
  });

  test('a closed collection of events lets go of the store', async () => {
    const store = openTestStore();
    const stop = vi.fn<() => void>();
    vi.spyOn(store.database, 'onAdmitted').mockReturnValue(stop);
    const events = await openEvents(store);
    expect(stop).not.toHaveBeenCalled();
    await events.close();
    expect(stop).toHaveBeenCalled();
  });

  test('a reading the disk refused is named as the trouble it is', async () => {
    const store = openTestStore();
    const notes = await openNotes(store);
    vi.spyOn(store.database.db, 'prepare').mockImplementation(() => {
      throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_READ');
    });
    await expect(idsOf(notes)).rejects.toThrow(StorageError);
    vi.restoreAllMocks();
  });
});

describe('cleanup', () => {
  test('tombstones old enough go, younger ones and living documents stay', async () => {
    const notes = await openNotes(openTestStore());
    const old = { lwt: now() - 60_000 };
    await write(
      notes,
      { document: note('old', { _deleted: true, _meta: old }) },
      { document: note('young', { _deleted: true }) },
      { document: note('living', { _meta: old }) },
    );
    expect(await notes.cleanup(30_000)).toBe(true);
    expect((await notes.findDocumentsById(['old', 'young', 'living'], true)).map(({ id }) => id)).toEqual([
      'young',
      'living',
    ]);
  });

  test("the time is RxDB's own, which many writes push ahead of the clock", async () => {
    const notes = await openNotes(openTestStore());
    for (let i = 0; i < 100_000; i++) now();
    await write(notes, { document: note('a', { _deleted: true }) });
    await notes.cleanup(0);
    expect(await notes.findDocumentsById(['a'], true)).toEqual([]);
  });

  test('a tombstone of the very moment is old enough', async () => {
    const { database } = openTestStore();
    const table = openDocumentTable<Note>(database, { name: 'notes', primaryPath: 'id' });
    const tombstone: RxDocumentData<Note> = note('a', { _deleted: true, _meta: { lwt: 1000.25 } });
    database.transactions.run(() => ok([table.insert('a', tombstone), table.purgeDeleted(1000.24)]));
    expect(table.find('a')).toEqual(tombstone);
    database.transactions.run(() => ok(table.purgeDeleted(1000.25)));
    expect(table.find('a')).toBeUndefined();
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
