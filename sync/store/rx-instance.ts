import {
  type BulkWriteRow,
  categorizeBulkWriteRows,
  type EventBulk,
  getPrimaryFieldOfPrimaryKey,
  getQueryMatcher,
  getSortComparator,
  now,
  type PreparedQuery,
  randomToken,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorageBulkWriteResponse,
  type RxStorageChangeEvent,
  type RxStorageCountResult,
  type RxStorageInstance,
  type StringKeys,
} from 'rxdb/plugins/core';
import { type Observable, Subject } from 'rxjs';
import { ok } from '../../domain/result.ts';
import type { CounterDatabase } from './counter-database.ts';
import type { DocumentTable } from './document-table.ts';

/** Place in the order of arrival. From a counter that never goes back, so neither a clock nor a purge can skip a change. */
export type Checkpoint = { readonly changeSeq: number };

type Bulk<Doc> = EventBulk<RxStorageChangeEvent<RxDocumentData<Doc>>, Checkpoint>;

/** One collection of RxDB over the counter's database: each bulk write is one durable transaction. */
export class RxInstance<Doc> implements RxStorageInstance<Doc, object, object, Checkpoint> {
  readonly internals = {};
  readonly options = {};
  readonly databaseName: string;
  readonly collectionName: string;
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<Doc>>>;
  readonly #database: CounterDatabase;
  readonly #table: DocumentTable<Doc>;
  readonly #primary: StringKeys<Doc>;
  readonly #changes = new Subject<Bulk<Doc>>();
  #closed = false;

  constructor(
    about: { databaseName: string; collectionName: string; schema: RxJsonSchema<RxDocumentData<Doc>> },
    database: CounterDatabase,
    table: DocumentTable<Doc>,
  ) {
    this.databaseName = about.databaseName;
    this.collectionName = about.collectionName;
    this.schema = about.schema;
    this.#database = database;
    this.#table = table;
    this.#primary = getPrimaryFieldOfPrimaryKey(about.schema.primaryKey) as StringKeys<Doc>;
  }

  bulkWrite(rows: BulkWriteRow<Doc>[], context: string): Promise<RxStorageBulkWriteResponse<Doc>> {
    return this.#attempt(() => {
      const sorted = this.#database.transactions.run(() => {
        const known = new Map(rows.flatMap(({ document }) => this.#known(this.#idOf(document))));
        const categorized = categorizeBulkWriteRows<Doc>(this, this.#primary, known, rows, context);
        for (const { document } of categorized.bulkInsertDocs) this.#table.insert(this.#idOf(document), document);
        for (const { document } of categorized.bulkUpdateDocs) this.#table.update(this.#idOf(document), document);
        return ok(categorized);
      });
      if (!sorted.ok) throw new Error('a bulk write has no refusals');
      this.#emit(sorted.value.eventBulk);
      return { error: sorted.value.errors };
    });
  }

  /** Tells RxDB of documents that were written past it, by a command of the counter's own. */
  announce(documents: readonly RxDocumentData<Doc>[], context: string): void {
    const events = documents.map((document) => ({
      documentId: this.#idOf(document),
      documentData: document,
      previousDocumentData: undefined,
      operation: 'INSERT' as const,
    }));
    this.#emit({ id: randomToken(10), events, checkpoint: undefined, context });
  }

  findDocumentsById(ids: string[], withDeleted: boolean): Promise<RxDocumentData<Doc>[]> {
    return this.#attempt(() =>
      ids.flatMap((id) => this.#table.find(id) ?? []).filter((document) => withDeleted || !document._deleted),
    );
  }

  query({ query }: PreparedQuery<Doc>): Promise<{ documents: RxDocumentData<Doc>[] }> {
    return this.#attempt(() => {
      const matches = getQueryMatcher(this.schema, query);
      const found = this.#table
        .all()
        .filter((document) => matches(document))
        .toSorted(getSortComparator(this.schema, query));
      const end = query.limit === undefined ? undefined : query.skip + query.limit;
      return { documents: found.slice(query.skip, end) };
    });
  }

  async count(prepared: PreparedQuery<Doc>): Promise<RxStorageCountResult> {
    const { documents } = await this.query(prepared);
    return { count: documents.length, mode: 'fast' };
  }

  getChangedDocumentsSince(
    limit: number,
    checkpoint?: Checkpoint,
  ): Promise<{ documents: RxDocumentData<Doc>[]; checkpoint: Checkpoint }> {
    return this.#attempt(() => {
      const since = checkpoint?.changeSeq ?? 0;
      const changes = this.#table.changedSince(since, limit);
      return {
        documents: changes.map(({ document }) => document),
        checkpoint: { changeSeq: changes.at(-1)?.changeSeq ?? since },
      };
    });
  }

  getAttachmentData(): Promise<Blob> {
    return Promise.reject(new Error('attachments are not kept by this storage'));
  }

  changeStream(): Observable<Bulk<Doc>> {
    return this.#changes.asObservable();
  }

  cleanup(minimumDeletedMs: number): Promise<boolean> {
    return this.#attempt(() => {
      this.#database.transactions.run(() => ok(this.#table.purgeDeleted(now() - minimumDeletedMs)));
      return true;
    });
  }

  close(): Promise<void> {
    if (!this.#closed) this.#changes.complete();
    this.#closed = true;
    return Promise.resolve();
  }

  async remove(): Promise<void> {
    await this.#attempt(() => this.#database.transactions.run(() => ok(this.#table.clear())));
    await this.close();
  }

  #emit(bulk: Omit<Bulk<Doc>, 'checkpoint'> & { checkpoint: unknown }): void {
    if (this.#closed || bulk.events.length === 0) return;
    this.#changes.next({ ...bulk, checkpoint: { changeSeq: this.#table.lastChange() } });
  }

  #known(id: string): [string, RxDocumentData<Doc>][] {
    const document = this.#table.find(id);
    return document ? [[id, document]] : [];
  }

  #idOf(document: Doc): string {
    return String(document[this.#primary]);
  }

  /** RxDB awaits everything; an error of the driver becomes a rejection, as it expects. */
  #attempt<T>(act: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (this.#closed) throw new Error(`collection ${this.collectionName} is closed`);
      resolve(act());
    });
  }
}
