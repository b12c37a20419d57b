import fc from 'fast-check';
import {
  fillWithDefaultSettings,
  getQueryMatcher,
  getSortComparator,
  type MangoQuery,
  type RxDocumentData,
  type RxJsonSchema,
} from 'rxdb/plugins/core';
import { expect, test } from 'vitest';
import { eventId, type StoredEvent } from '../../domain/dossier-event.ts';
import { openCounterStore } from '../../sync/open-counter-store.ts';
import { temporaryFolder } from '../support/store.ts';
import type { EventRow } from '../../sync/replication.ts';
import { EVENTS, note, openCollection, prepared, write } from './rx-fixtures.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 80);
console.log(`rx-query.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

/** Few characters, so that values meet; among them all that SQLite and JavaScript order or read differently. */
const CHARACTERS = ['a', 'b', 'Đ', 'ỹ', '\u{d7ff}', '\u{e000}', '\u{fb01}', '\u{ffff}', '\u{10348}', '\u{1f5c2}'];
const SPECIAL = ['1', '', '\0', '"', "'", '%', '$', '.', '?'];
const text = fc.string({ unit: fc.constantFrom(...CHARACTERS, ...SPECIAL), maxLength: 3 });
const number = fc.constantFrom(0, 1, 2, 3, 1.5, -1, 1e-7, 2 ** 31, 2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2);
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const list = fc.array(fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })), { maxLength: 3 });
// JSON has no -0 and nothing that is not a finite number: only a question can hold them.
const odd = fc.oneof(fc.constantFrom(-0, Number.NaN, Infinity, -Infinity), fc.constantFrom('a\ud83d', {}), list);

/** What one member is tested for; several at once are joined by AND. */
function testsFor(value: fc.Arbitrary<unknown>): fc.Arbitrary<object> {
  const any = fc.record(
    {
      $eq: value,
      $gt: value,
      $gte: value,
      $lt: value,
      $lte: value,
      $in: fc.array(value, { maxLength: 3 }),
      $ne: value,
      $nin: fc.array(value, { maxLength: 2 }),
      $exists: fc.boolean(),
      $regex: fc.constantFrom('a', '^b', 'Đ$'),
      $size: fc.nat(3),
      $type: fc.constantFrom('string', 'number', 'boolean', 'array', 'null'),
      $not: fc.record({ $gt: value }),
    },
    { requiredKeys: [] },
  );
  const some = any
    .chain((tests) => fc.subarray(Object.entries(tests), { maxLength: 2 }))
    .map((tests): object => Object.fromEntries(tests));
  // What SQL can be asked, so that narrowing is the rule.
  const one = (operator: string) => value.map((compared): object => ({ [operator]: compared }));
  return fc.oneof(some, ...['$eq', '$gt', '$gte', '$lt', '$lte'].map(one));
}

type Question = {
  readonly selector: object;
  readonly sort?: object[];
  readonly skip?: number;
  readonly limit?: number;
};

/** Questions about the members of a collection; `sortable` are those that hold no lists, which mingo may find equal. */
function questions(about: {
  /** With values that documents may really have there. */
  readonly members: Readonly<Record<string, fc.Arbitrary<unknown>>>;
  readonly sortable: readonly string[];
  readonly usual: fc.Arbitrary<object>;
}) {
  const test = fc.oneof(
    ...Object.entries(about.members).map(([member, values]) => {
      const value = fc.oneof(
        { arbitrary: values, weight: 8 },
        { arbitrary: scalar, weight: 2 },
        { arbitrary: odd, weight: 2 },
      );
      return testsFor(value).map((tests): object => ({ [member]: tests }));
    }),
  );
  const part = fc.oneof({ arbitrary: about.usual, weight: 3 }, { arbitrary: test, weight: 3 });
  const joined = fc
    .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(part, { minLength: 1, maxLength: 3 }))
    .map(([operator, parts]) => ({ [operator]: parts }));
  const selector = fc
    .array(fc.oneof({ arbitrary: part, weight: 5 }, joined), { maxLength: 3 })
    .map((parts): object => Object.assign({}, ...parts));
  const sort = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom(...about.sortable), fc.constantFrom('asc', 'desc'))
      .map(([member, direction]) => ({ [member]: direction })),
    { selector: (one) => Object.keys(one)[0], minLength: 1, maxLength: 3 },
  );
  const question: fc.Arbitrary<Question> = fc.record(
    { selector, sort, skip: fc.nat(3), limit: fc.nat(5) },
    { requiredKeys: ['selector'] },
  );
  return fc.array(question, { minLength: 1, maxLength: 12 });
}

type Case<Doc> = {
  readonly collectionName: string;
  readonly schema: RxJsonSchema<RxDocumentData<Doc>>;
  readonly documents: readonly RxDocumentData<Doc>[];
  readonly questions: readonly Question[];
};

/** Asks our storage and plain mingo over all documents. */
async function expectSameAnswers<Doc>(about: Case<Doc>): Promise<void> {
  const store = openCounterStore({ folder: temporaryFolder() });
  // Generated objects have no prototype, which mingo cannot compare; documents are what JSON makes.
  const documents = about.documents.map((one) => JSON.parse(JSON.stringify(one)) as typeof one);
  try {
    const instance = await openCollection(store, about);
    expect(await write(instance, ...documents.map((document) => ({ document })))).toEqual([]);
    for (const question of about.questions) {
      const asking = prepared(instance, structuredClone(question) as MangoQuery<Doc>);
      const { query } = asking;
      const expected = documents
        .filter(getQueryMatcher(about.schema, query))
        .toSorted(getSortComparator(about.schema, query))
        .slice(query.skip, query.limit === undefined ? undefined : query.skip + query.limit);
      expect((await instance.query(asking)).documents, JSON.stringify(query)).toEqual(expected);
      expect(await instance.count(asking)).toEqual({ count: expected.length, mode: 'fast' });
    }
  } finally {
    await store.close();
  }
}

type Thing = { id: string; text?: string; 'odd."name$'?: string; nested?: { deep?: number; list?: unknown[] } };

const THINGS = fillWithDefaultSettings<Thing>({
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 40 },
    text: { type: 'string' },
    'odd."name$': { type: 'string' },
    nested: { type: 'object', properties: { deep: { type: 'number' }, list: { type: 'array' } } },
  },
});

const thing = fc
  .record(
    {
      id: text,
      isDeleted: fc.boolean(),
      more: fc.record(
        {
          text,
          'odd."name$': scalar,
          tags: list,
          nested: fc.record({ deep: scalar, list }, { requiredKeys: [] }),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['id', 'isDeleted', 'more'] },
  )
  .map(({ id, isDeleted, more }): RxDocumentData<Thing> => {
    const { text: _, ...kept } = note(id, { _deleted: isDeleted });
    return { ...kept, ...more } as RxDocumentData<Thing>;
  });

const aboutThings = questions({
  members: {
    id: text,
    _deleted: fc.boolean(),
    text,
    'odd."name$': scalar,
    tags: list,
    'nested.deep': scalar,
    'nested.list': list,
    nested: fc.constant({}),
    'none.at.all': scalar,
  },
  sortable: ['id', '_deleted', 'text', 'odd."name$', 'nested.deep'],
  usual: fc.oneof(
    fc.boolean().map((isDeleted) => ({ _deleted: { $eq: isDeleted } })),
    text.map((id) => ({ id: { $eq: id } })),
  ),
});

test('documents of RxDB are found, ordered, cut and counted as mingo does it', async () => {
  const things = fc.uniqueArray(thing, { selector: ({ id }) => id, maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(things, aboutThings, async (documents, asks) => {
      await expectSameAnswers({ collectionName: 'things', schema: THINGS, documents, questions: asks });
    }),
    { seed, numRuns },
  );
});

// One log has most events, so that there is something to order.
const log = fc.constantFrom('a', 'a', 'a', 'ỹ', '\u{e000}', '\u{fb01}b', '\u{1f5c2}');
const seq = fc.constantFrom(1, 2, 3, 4, 5, 2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2);
const dossierId = fc.constantFrom('', 'D', 'D1', 'D\0', 'Đ"', '\u{fb01}', '1');

const eventDocument = fc
  .record({ log, seq, dossierId, lamport: fc.integer({ min: 1, max: 9 }), payload: fc.record({ a: scalar, list }) })
  .map(({ payload, ...place }): RxDocumentData<EventRow> => {
    const about = { at: 0, clockQuality: 'free', kind: 'of-another-time', actor: '', schemaVersion: 1 } as const;
    const chain = { prev: 'x', hash: 'y' };
    // The payload of an event nobody reads may hold any JSON.
    const event: StoredEvent = { ...place, ...about, ...chain, payload: payload as StoredEvent['payload'] };
    const { text: _, ...document } = note(eventId(place));
    return { ...document, log: place.log, seq: place.seq, event };
  });

const aboutEvents = questions({
  members: {
    id: fc.tuple(log, seq).map(([one, at]) => `${one}:${at}`),
    log,
    seq,
    _deleted: fc.boolean(),
    'event.dossierId': dossierId,
    'event.lamport': number,
    'event.payload.list': list,
    event: fc.constant({}),
    'seq.no': scalar,
  },
  sortable: ['seq', 'seq', 'seq', 'log', 'id', '_deleted', 'event.dossierId', 'event.lamport', 'event.payload.a'],
  usual: fc.oneof(
    log.map((one) => ({ log: { $eq: one } })),
    fc.tuple(log, seq).map(([one, from]) => ({ log: { $eq: one }, seq: { $gt: from } })),
    dossierId.map((one) => ({ 'event.dossierId': { $eq: one } })),
    fc.constant({ _deleted: { $eq: false } }),
  ),
});

test('events are found, ordered, cut and counted as mingo does it', async () => {
  const events = fc.uniqueArray(eventDocument, { selector: ({ id }) => id, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(events, aboutEvents, async (documents, asks) => {
      await expectSameAnswers({ collectionName: 'events', schema: EVENTS, documents, questions: asks });
    }),
    { seed, numRuns },
  );
});
