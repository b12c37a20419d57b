import {
  type FilledMangoQuery,
  getQueryMatcher,
  getSortComparator,
  type QueryMatcher,
  type RxDocumentData,
  type RxJsonSchema,
} from 'rxdb/plugins/core';
import type { DocumentTable } from './document-table.ts';
import { type Selection, selectionOf } from './rx-query.ts';

/** Where to look for documents. */
export type Source<Doc> = {
  readonly table: DocumentTable<Doc>;
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<Doc>>>;
};

/** The documents that mingo would find, in its order. Reads no further than the query's limit where SQL gives the order. */
export function findMatching<Doc>(source: Source<Doc>, query: FilledMangoQuery<Doc>): RxDocumentData<Doc>[] {
  const { table, schema } = source;
  const selection = selectionOf(query, table.shape);
  const matches = selection.isExact ? () => true : matcherOf(source, query);
  const end = query.skip + (query.limit ?? Infinity);
  const found: RxDocumentData<Doc>[] = [];
  for (const document of table.select(selection)) {
    if (matches(document)) found.push(document);
    if (selection.order && found.length >= end) break;
  }
  if (!selection.order) found.sort(getSortComparator(schema, query));
  return found.slice(query.skip, end);
}

/** How many documents {@link findMatching} would find. */
export function countMatching<Doc>(source: Source<Doc>, query: FilledMangoQuery<Doc>): number {
  const selection = selectionOf(query, source.table.shape);
  const total = selection.isExact ? source.table.count(selection) : countOneByOne(source, query, selection);
  return Math.min(Math.max(total - query.skip, 0), query.limit ?? Infinity);
}

function countOneByOne<Doc>(source: Source<Doc>, query: FilledMangoQuery<Doc>, selection: Selection): number {
  const matches = matcherOf(source, query);
  let count = 0;
  for (const document of source.table.select({ ...selection, order: undefined })) {
    if (matches(document)) count += 1;
  }
  return count;
}

function matcherOf<Doc>({ schema }: Source<Doc>, query: FilledMangoQuery<Doc>): QueryMatcher<RxDocumentData<Doc>> {
  return getQueryMatcher(schema, query);
}
