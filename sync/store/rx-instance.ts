import {
  type BulkWriteRow,
  type CategorizeBulkWriteRowsOutput,
  categorizeBulkWriteRows,
  type EventBulk,
  getPrimaryFieldOfPrimaryKey,
  now,
  type PreparedQuery,
  randomToken,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorageBulkWriteResponse,
  type RxStorageChangeEvent,
  type RxStorageCountResult,
  type RxStorageInstance,
  type RxStorageInstanceCreationParams,
  type StringKeys,
} from 'rxdb/plugins/core';
import { type Observable, Subject } from 'rxjs';
import { ok } from '../../domain/result.ts';
import type { CounterDatabase } from './counter-database.ts';
import type { DocumentTable } from './document-table.ts';
import { countMatching, findMatching } from './rx-find.ts';
import { namingTrouble } from './sqlite.ts';

/** Place in the order of arrival. From a counter that never goes back, so neither a clock nor a purge can skip a change. */
export type Checkpoint = { readonly changeSeq: number };

type Change<Doc> = RxStorageChangeEvent<RxDocumentData<Doc>>;
type Bulk<Doc> = EventBulk<Change<Doc>, Checkpoint>;
type Changes<Doc> = Pick<Bulk<Doc>, 'id' | 'events' | 'context'>;

/** One collection of RxDB over the counter's database: each bulk write is one durable transaction. */
export class RxInstance<Doc> implements RxStorageInstance<Doc, object, object, Checkpoint> {
  readonly internals = {};
  readonly options: Readonly<object>;
  readonly databaseName: string;
  readonly collectionName: string;
  readonly schema: Readonly<RxJsonSchema<RxDocumentData<Doc>>>;
  readonly #database: CounterDatabase;
  readonly #table: DocumentTable<Doc>;
  readonly #primary: StringKeys<Doc>;
  readonly #changes = new Subject<Bulk<Doc>>();
  #closed = false;

  constructor(
    about: RxStorageInstanceCreationParams<Doc, object>,
    database: CounterDatabase,
    table: DocumentTable<Doc>,
  ) {
    this.databaseName = about.databaseName;
    this.collectionName = about.collectionName;
    this.schema = about.schema;
    this.options = about.options;
    this.#database = database;
    this.#table = table;
    this.#primary = getPrimaryFieldOfPrimaryKey(about.schema.primaryKey) as StringKeys<Doc>;
  }

  bulkWrite(rows: BulkWriteRow<Doc>[], context: string): Promise<RxStorageBulkWriteResponse<Doc>> {
    return this.#write(() => {
      const known = new Map(rows.flatMap(({ document }) => this.#known(this.#idOf(document))));
      const sorted = categorizeBulkWriteRows<Doc>(this, this.#primary, known, rows, context);
      const places = this.#keep(sorted);
      const { id, events } = sorted.eventBulk;
      const seen = events.filter(({ documentId }) => places.has(documentId));
      const changeSeq = Math.max(...places.values());
      // As an effect of the commit, so that it comes before whatever the commit makes others write.
      this.#database.transactions.afterCommit(() => this.#emit({ id, events: seen, context }, changeSeq));
      return { error: sorted.errors };
    });
  }

  /** Tells RxDB of a document that was written past it, by a command of the counter's own. */
  announce(document: RxDocumentData<Doc>, context: string): void {
    const documentId = this.#idOf(document);
    const changeSeq = this.#table.changeSeqOf(documentId);
    if (changeSeq === undefined) throw new Error(`a document was announced that is not kept: ${documentId}`);
    const event: Change<Doc> = {
      documentId,
      documentData: document,
      previousDocumentData: undefined,
      operation: 'INSERT',
    };
    this.#emit({ id: randomToken(10), events: [event], context }, changeSeq);
  }

  findDocumentsById(ids: string[], withDeleted: boolean): Promise<RxDocumentData<Doc>[]> {
    return this.#attempt(() =>
      ids.flatMap((id) => this.#table.find(id) ?? []).filter((document) => withDeleted || !document._deleted),
    );
  }

  query({ query }: PreparedQuery<Doc>): Promise<{ documents: RxDocumentData<Doc>[] }> {
    return this.#attempt(() => ({ documents: findMatching({ table: this.#table, schema: this.schema }, query) }));
  }

  count({ query }: PreparedQuery<Doc>): Promise<RxStorageCountResult> {
    return this.#attempt(() => ({
      count: countMatching({ table: this.#table, schema: this.schema }, query),
      mode: 'fast',
    }));
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
    return this.#write(() => {
      this.#table.purgeDeleted(now() - minimumDeletedMs);
      return true;
    });
  }

  close(): Promise<void> {
    if (!this.#closed) this.#changes.complete();
    this.#closed = true;
    return Promise.resolve();
  }

  async remove(): Promise<void> {
    await this.#write(() => this.#table.clear());
    await this.close();
  }

  /** Writes what can be written; answers the place of each change that is to be seen, by id. */
  #keep({ bulkInsertDocs, bulkUpdateDocs }: CategorizeBulkWriteRowsOutput<Doc>): ReadonlyMap<string, number> {
    const places = new Map<string, number>();
    for (const { document } of bulkInsertDocs) {
      const changeSeq = this.#table.insert(this.#idOf(document), document);
      if (changeSeq !== undefined) places.set(this.#idOf(document), changeSeq);
    }
    for (const { document } of bulkUpdateDocs) {
      places.set(this.#idOf(document), this.#table.update(this.#idOf(document), document));
    }
    return places;
  }

  #emit(changes: Changes<Doc>, changeSeq: number): void {
    if (this.#closed || changes.events.length === 0) return;
    this.#changes.next({ ...changes, checkpoint: { changeSeq } });
  }

  #known(id: string): [string, RxDocumentData<Doc>][] {
    const document = this.#table.find(id);
    return document ? [[id, document]] : [];
  }

  #idOf(document: Doc): string {
    return String(document[this.#primary]);
  }

  #write<T>(act: () => T): Promise<T> {
    return this.#attempt(() => {
      const { db, transactions } = this.#database;
      // Joining it would make RxDB hear of a commit that may never come; beginning another would make it lose its effects.
      if (db.inTransaction) throw new Error(`collection ${this.collectionName} was written inside a unit of work`);
      const written = transactions.run(() => ok(act()));
      if (!written.ok) throw new Error('a write of RxDB has no refusals');
      return written.value;
    });
  }

  /** RxDB awaits everything; an error of the driver becomes a rejection, as it expects. */
  #attempt<T>(act: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (this.#closed) throw new Error(`collection ${this.collectionName} is closed`);
      resolve(namingTrouble(act));
    });
  }
}
