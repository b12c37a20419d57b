import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { ok } from '../../domain/result.ts';
import { action, foreignEvent, handedOverFact, openTestStore, receivedFact, receiveSample } from '../support/store.ts';
import { changesOf, eventRow, idsOf, type Instance, note, openEvents, openNotes, write } from './rx-fixtures.ts';

type Heard = { readonly ids: string[]; readonly checkpoint: unknown; readonly context: string };

/** Everything the stream says from now on. */
function listen<Doc>(instance: Instance<Doc>): Heard[] {
  const heard: Heard[] = [];
  instance.changeStream().subscribe(({ events, checkpoint, context }) => {
    heard.push({ ids: events.map(({ documentId }) => documentId), checkpoint, context });
  });
  return heard;
}

describe('the stream', () => {
  test('speaks when the write is kept: another connection sees it then', async () => {
    const store = openTestStore();
    const notes = await openNotes(store);
    const other = new Database(store.database.db.name, { readonly: true });
    const kept = other.prepare('SELECT id FROM rx_document ORDER BY id').pluck();
    const seen: unknown[] = [];
    notes.changeStream().subscribe(() => seen.push(kept.all(), store.database.db.inTransaction));
    await write(notes, { document: note('a') }, { document: note('b') });
    expect(seen).toEqual([['a', 'b'], false]);
    other.close();
  });

  test('tells what was there before and what is there now', async () => {
    const notes = await openNotes(openTestStore());
    const told: unknown[] = [];
    notes.changeStream().subscribe(({ events }) => told.push(...events));
    const [first, second, third] = [note('a'), note('a', { text: 'new' }, 2), note('a', { _deleted: true }, 3)];
    await write(notes, { document: first });
    await write(notes, { previous: first, document: second });
    await write(notes, { previous: second, document: third });
    expect(told).toMatchObject([
      { operation: 'INSERT', documentData: first },
      { operation: 'UPDATE', documentData: second, previousDocumentData: first },
      { operation: 'DELETE', documentData: third, previousDocumentData: second },
    ]);
  });

  test('says nothing of a bulk whose row the database refused, and goes on after it', async () => {
    const store = openTestStore();
    const notes = await openNotes(store);
    const heard = listen(notes);
    store.database.db.exec(`CREATE TEMP TRIGGER refuse BEFORE INSERT ON rx_document WHEN NEW.id = 'bad'
      BEGIN SELECT RAISE(ABORT, 'refused'); END`);
    await expect(write(notes, { document: note('a') }, { document: note('bad') })).rejects.toThrow('refused');
    expect(heard).toEqual([]);
    expect(await idsOf(notes)).toEqual([]);
    await write(notes, { document: note('a') });
    expect(heard).toMatchObject([{ ids: ['a'] }]);
  });

  test('says nothing of a bulk that could not be committed', async () => {
    const store = openTestStore();
    const notes = await openNotes(store);
    const heard = listen(notes);
    let isFull = true;
    // Still part of the transaction, which it ends as a failed COMMIT would.
    store.database.transactions.around({
      beforeCommit: () => {
        if (isFull) throw new Error('the disk is full');
      },
      ended: () => undefined,
    });
    await expect(write(notes, { document: note('a') })).rejects.toThrow('the disk is full');
    isFull = false;
    await write(notes, { document: note('b') });
    expect(heard).toMatchObject([{ ids: ['b'] }]);
    expect(await idsOf(notes)).toEqual(['b']);
  });

  test('is silent about conflicts and about documents that were deleted when they came', async () => {
    const notes = await openNotes(openTestStore());
    const heard = listen(notes);
    await write(notes, { document: note('gone', { _deleted: true }) });
    await write(notes, { document: note('gone') }, { document: note('a') });
    expect(heard).toMatchObject([{ ids: ['a'], context: 'test' }]);
    expect((await changesOf(notes)).ids).toEqual(['gone', 'a']);
  });

  test('tells the open collection of events what the counter committed, once', async () => {
    const store = openTestStore();
    const events = await openEvents(store);
    const heard = listen(events);
    receiveSample(store);
    await write(events, eventRow(foreignEvent('other1.1', {})));
    expect(heard).toMatchObject([
      { ids: ['test1.1:2'], context: 'counter-command' },
      { ids: ['other1.1:1'], context: 'test' },
    ]);
  });

  test('tells of what a listener commits in its turn', async () => {
    const store = openTestStore();
    const events = await openEvents(store);
    events.changeStream().subscribe(({ context }) => void (context === 'test' && receiveSample(store)));
    const heard = listen(events);
    await write(events, eventRow(foreignEvent('other1.1', {})));
    expect(heard.flatMap(({ ids }) => ids).toSorted()).toEqual(['other1.1:1', 'test1.1:2']);
  });

  test('speaks of a bulk before what others write because of it', async () => {
    const store = openTestStore();
    const events = await openEvents(store);
    const heard = listen(events);
    const stop = store.onChange(() => {
      stop();
      receiveSample(store);
    });
    await write(events, eventRow(foreignEvent('other1.1', { dossierId: '' })));
    expect(heard).toMatchObject([{ ids: ['other1.1:1'] }, { ids: ['test1.1:2'] }]);
  });
});

describe('checkpoints', () => {
  test('the one of a bulk leads to what came after it and to nothing else', async () => {
    const notes = await openNotes(openTestStore());
    const heard = listen(notes);
    await write(notes, { document: note('a') }, { document: note('b') });
    await write(notes, { document: note('c') });
    expect((await changesOf(notes, heard[0]?.checkpoint)).ids).toEqual(['c']);
    expect((await changesOf(notes, heard[1]?.checkpoint)).ids).toEqual([]);
  });

  test('of two events of one commit, the first one leads to the second', async () => {
    const store = openTestStore();
    const events = await openEvents(store);
    const heard = listen(events);
    store.commit(action(), (work) => {
      const fact = receivedFact(work.take({ of: 'scan-code', year: 2020 }));
      work.append(fact);
      work.append(handedOverFact(fact.dossierId));
      return ok({});
    });
    expect(heard.map(({ ids }) => ids)).toEqual([['test1.1:2'], ['test1.1:3']]);
    expect((await changesOf(events, heard[0]?.checkpoint)).ids).toEqual(['test1.1:3']);
  });

  test('changes are read in pages, each document once and as it is now', async () => {
    const notes = await openNotes(openTestStore());
    const first = note('a');
    await write(notes, { document: first }, { document: note('b') }, { document: note('c') });
    await write(notes, { previous: first, document: note('a', { _deleted: true }, 2) });
    const pages: string[][] = [];
    for (let page = await changesOf(notes, undefined, 2); page.ids.length > 0;) {
      pages.push(page.ids);
      page = await changesOf(notes, page.checkpoint, 2);
    }
    expect(pages).toEqual([['b', 'c'], ['a']]);
  });

  test('a page of nothing leads nowhere', async () => {
    const notes = await openNotes(openTestStore());
    await write(notes, { document: note('a') });
    const nothing = await changesOf(notes, undefined, 0);
    expect(nothing.ids).toEqual([]);
    const all = await changesOf(notes, nothing.checkpoint);
    expect(all.ids).toEqual(['a']);
    expect(await changesOf(notes, all.checkpoint)).toEqual({ ids: [], checkpoint: all.checkpoint });
  });

  test('they go on upwards after the newest tombstone was purged, and after all was removed', async () => {
    const store = openTestStore();
    const notes = await openNotes(store);
    const first = note('a');
    await write(notes, { document: first });
    await write(notes, { previous: first, document: note('a', { _deleted: true }, 2) });
    const { checkpoint } = await changesOf(notes);
    await notes.cleanup(0);
    await write(notes, { document: note('b') });
    expect((await changesOf(notes, checkpoint)).ids).toEqual(['b']);
    await notes.remove();
    const again = await openNotes(store);
    await write(again, { document: note('c') });
    expect((await changesOf(again, checkpoint)).ids).toEqual(['c']);
  });

  test('a clock that was set back hides nothing', async () => {
    const notes = await openNotes(openTestStore());
    await write(notes, { document: note('a', { _meta: { lwt: 2_000_000 } }) });
    const { checkpoint } = await changesOf(notes);
    await write(notes, { document: note('b', { _meta: { lwt: 1_000 } }) });
    expect((await changesOf(notes, checkpoint)).ids).toEqual(['b']);
  });
});
