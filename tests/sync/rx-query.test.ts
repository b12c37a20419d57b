import type { MangoQuery } from 'rxdb/plugins/core';
import { describe, expect, test } from 'vitest';
import { type DocumentShape, selectionOf } from '../../sync/store/rx-query.ts';
import { openTestStore } from '../support/store.ts';
import { idsOf, type Instance, type Note, note, openNotes, prepared, write } from './rx-fixtures.ts';

const SHAPE: DocumentShape = {
  columns: new Map([
    ['id', { sql: 'id', holds: 'string', trust: 'exact' }],
    ['log', { sql: 'log', holds: 'string', trust: 'exact' }],
    ['seq', { sql: 'seq', holds: 'number', trust: 'exact' }],
    ['isOpen', { sql: 'open', holds: 'boolean', trust: 'exact' }],
    ['event.dossierId', { sql: 'dossier_id', holds: 'string', trust: 'hint' }],
  ]),
  uniqueKeys: [['id'], ['log', 'seq']],
};

const BY_ID = [{ id: 'asc' }];

function ask(selector: object, sort: readonly object[] = BY_ID) {
  const { where, parameters, isExact, order } = selectionOf({ selector, sort }, SHAPE);
  return { where, parameters, isExact, order };
}

describe('what SQL is asked', () => {
  test.for<[string, object, string, (string | number)[]]>([
    ['nothing, for an empty selector', {}, 'TRUE', []],
    ['equality', { id: { $eq: 'a' } }, 'id = ?', ['a']],
    ['a range', { seq: { $gt: 1, $lte: 5.5 } }, 'seq > ? AND seq <= ?', [1, 5.5]],
    ['a range of strings', { log: { $gte: 'Đ', $lt: 'ỹ' } }, 'log >= ? AND log < ?', ['Đ', 'ỹ']],
    ['a list', { log: { $in: ['a', 'b'] } }, 'log IN (?,?)', ['a', 'b']],
    ['an empty list', { log: { $in: [] } }, 'log IN ()', []],
    ['a boolean, as a number', { isOpen: { $eq: true } }, 'open = ?', [1]],
    ['numbers that no integer can hold', { seq: { $lt: 2 ** 60 } }, 'seq < ?', [2 ** 60]],
    [
      'conjunctions',
      { $and: [{ seq: { $gt: 1 } }, { $and: [{ log: { $eq: 'x' } }] }] },
      'seq > ? AND log = ?',
      [1, 'x'],
    ],
  ])('%s, and nobody has to look again', ([, selector, where, parameters]) => {
    expect(ask(selector)).toMatchObject({ where, parameters, isExact: true });
  });

  test.for<[string, object]>([
    ['another type', { seq: { $eq: '1' } }],
    ['another type in a list', { log: { $in: ['a', 1] } }],
    ['a boolean against a number', { seq: { $eq: true } }],
    ['null', { log: { $eq: null } }],
    ['no number', { seq: { $lte: Number.NaN } }],
    ['an infinite number', { seq: { $lt: Infinity } }],
    ['an object', { log: { $eq: {} } }],
    ['an empty matcher', { log: {} }],
    ['a bare value', { log: 'x' }],
    ['a member without a column', { text: { $eq: 'x' } }],
    ['a path into a column', { 'log.length': { $eq: 1 } }],
    ['the object around a column', { event: { dossierId: { $eq: 'x' } } }],
    ['a name of every object', { constructor: { $eq: 'x' } }],
    ['inequality', { log: { $ne: 'x' } }],
    ['absence from a list', { log: { $nin: ['x'] } }],
    ['a pattern', { log: { $regex: 'x' } }],
    ['existence', { log: { $exists: true } }],
    ['negation', { seq: { $not: { $gt: 1 } } }],
    ['alternatives', { $or: [{ log: { $eq: 'x' } }, { seq: { $eq: 1 } }] }],
    ['a string SQLite orders otherwise', { log: { $gt: '\u{1f5c2}' } }],
    ['a string above the surrogates', { log: { $lt: '\u{fb01}' } }],
    ['half a character', { log: { $eq: 'a\ud83d' } }],
    ['a string with NUL', { log: { $eq: 'a\0b' } }],
    ['more values than SQLite takes', { seq: { $in: Array.from({ length: 40_000 }, (_, i) => i) } }],
    ['more tests than SQLite takes', { $and: Array.from({ length: 1_200 }, () => ({ seq: { $gt: 1 } })) }],
    ['an empty string, of a hint', { 'event.dossierId': { $eq: '' } }],
    ['a range, of a hint', { 'event.dossierId': { $gt: 'a' } }],
  ])('%s is left to mingo', ([, selector]) => {
    expect(ask(selector)).toMatchObject({ where: 'TRUE', parameters: [], isExact: false });
  });

  test('what SQL can answer narrows what mingo has to look at', () => {
    const selector = { log: { $eq: 'x', $ne: 'y' }, $or: [{ id: { $eq: 'a' } }], seq: { $gt: 1 } };
    expect(ask(selector)).toMatchObject({ where: 'log = ? AND seq > ?', parameters: ['x', 1], isExact: false });
  });

  test('a hint names the condition of its index and is looked at again', () => {
    expect(ask({ 'event.dossierId': { $eq: 'x' } })).toMatchObject({
      where: "dossier_id = ? AND dossier_id <> ''",
      parameters: ['x'],
      isExact: false,
    });
    expect(ask({ 'event.dossierId': { $in: ['x', 'y'] } }).where).toBe("dossier_id IN (?,?) AND dossier_id <> ''");
  });
});

describe('the order SQL is asked for', () => {
  const LOG = { log: { $eq: 'x' } };
  test.for<[string, object, readonly object[], readonly string[] | undefined]>([
    ['strings of several documents are compared by JavaScript', {}, BY_ID, undefined],
    ['a string that all share orders nothing', LOG, [{ log: 'asc' }, { id: 'asc' }], undefined],
    ['numbers are ordered', LOG, [{ log: 'asc' }, { seq: 'desc' }, { id: 'asc' }], ['seq DESC']],
    ['booleans are ordered', LOG, [{ isOpen: 'asc' }, { seq: 'asc' }, { id: 'asc' }], ['open ASC', 'seq ASC']],
    ['a number named twice counts once', LOG, [{ isOpen: 'asc' }, { isOpen: 'desc' }], ['open ASC']],
    ['one document needs no order', { id: { $eq: 'a' } }, [{ text: 'asc' }, { id: 'asc' }], []],
    ['numbers that may be equal need what comes after them', {}, [{ seq: 'asc' }, { id: 'asc' }], undefined],
    ['a member without a column', LOG, [{ text: 'asc' }, { id: 'asc' }], undefined],
    ['a list of one is not taken for equality', { id: { $in: ['a'] } }, BY_ID, undefined],
    [
      'a hint finds few: they are ordered by JavaScript',
      { 'event.dossierId': { $eq: 'x' } },
      [{ seq: 'asc' }],
      undefined,
    ],
    ['what mingo drops leaves the order', { ...LOG, text: { $ne: 'y' } }, [{ seq: 'asc' }], ['seq ASC']],
  ])('%s', ([, selector, sort, order]) => {
    expect(ask(selector, sort).order).toEqual(order);
  });
});

describe('queries answer as mingo does', () => {
  async function openThree(): Promise<Instance<Note>> {
    const notes = await openNotes(openTestStore());
    await write(
      notes,
      { document: note('a', { weight: 1 }) },
      { document: note('b', { weight: 2 }) },
      { document: note('c') },
      { document: note('gone', { weight: 1, _deleted: true }) },
    );
    return notes;
  }

  test.for<[string, MangoQuery<Note>, string[]]>([
    ['everything, by primary key', {}, ['a', 'b', 'c']],
    ['a missing member is not equal', { selector: { weight: { $ne: 2 } } }, ['a', 'c']],
    ['null finds what is missing', { selector: { weight: { $eq: null } } } as MangoQuery<Note>, ['c']],
    ['ranges leave out what is missing', { selector: { weight: { $gte: 1 } } }, ['a', 'b']],
    ['a number is not its text', { selector: { weight: { $eq: '1' } } } as unknown as MangoQuery<Note>, []],
    ['sorted backwards, with skip and limit', { sort: [{ id: 'desc' }], skip: 1, limit: 1 }, ['b']],
    ['what is missing comes first', { sort: [{ weight: 'asc' }] }, ['c', 'a', 'b']],
    ['a limit of nothing', { limit: 0 }, []],
    ['a limit of nothing, of one document', { selector: { id: { $eq: 'a' } }, limit: 0 }, []],
    ['more skipped than there is', { skip: 5 }, []],
  ])('%s', async ([, query, expected]) => {
    const notes = await openThree();
    expect(await idsOf(notes, query)).toEqual(expected);
    const selector = { ...query.selector, _deleted: { $eq: false } } as NonNullable<typeof query.selector>;
    const counted = await notes.count(prepared(notes, { ...query, selector }));
    expect(counted).toEqual({ count: expected.length, mode: 'fast' });
  });

  test('no question is too large', async () => {
    const notes = await openThree();
    const listed = Array.from({ length: 20_000 }, (_, i) => `n${i}`);
    expect(await idsOf(notes, { selector: { id: { $in: ['a', ...listed] } } })).toEqual(['a']);
    const lists = [{ id: { $in: ['a', ...listed] } }, { id: { $in: ['b', 'a', ...listed] } }];
    expect(await idsOf(notes, { selector: { $and: lists } })).toEqual(['a']);
    const many = Array.from({ length: 2_000 }, () => ({ id: { $gt: 'a' } }));
    expect(await idsOf(notes, { selector: { $and: many } })).toEqual(['b', 'c']);
    expect(await idsOf(notes, { selector: { $and: many.slice(0, 490) } })).toEqual(['b', 'c']);
  });

  test('an operator that does not exist is an error, as it is for mingo', async () => {
    const notes = await openThree();
    const query = prepared(notes, { selector: { id: { $eq: 'a', $like: 'a%' } } } as unknown as MangoQuery<Note>);
    await expect(notes.query(query)).rejects.toThrow('$like');
    await expect(notes.count(query)).rejects.toThrow('$like');
    // The failed reading has let go of the connection.
    expect(await write(notes, { document: note('d') })).toEqual([]);
  });
});
