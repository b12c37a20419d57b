import { eventId, type StoredEvent } from '../../domain/dossier-event.ts';
import { type DossierTable, openDossierTable } from './dossier-table.ts';
import { type EventDocument, type EventTable, openEventTable } from './event-table.ts';
import { openPrintJobTable, type PrintJobTable } from './print-job-table.ts';
import { openProjection } from './projection.ts';
import { openSequences, type Sequences } from './sequences.ts';
import { openDatabase, type WritableDb } from './sqlite.ts';
import { openTransactions, type Transactions } from './transaction.ts';

/** Everything behind the doors shares this: one connection, one way to write, one way in for events. */
export type CounterDatabase = {
  readonly db: WritableDb;
  readonly transactions: Transactions;
  readonly sequences: Sequences;
  readonly events: EventTable;
  readonly dossiers: DossierTable;
  readonly printJobs: PrintJobTable;
  /** The one way an event comes in, own or replicated; inside a transaction. The document's id must be new. */
  readonly admit: (document: EventDocument) => void;
  /** Hears of admitted events after their commit. Returns the function that stops it. */
  readonly onAdmitted: (listener: (documents: readonly EventDocument[]) => void) => () => void;
  readonly close: () => void;
};

export function openCounterDatabase(path: string): CounterDatabase {
  const db = openDatabase(path);
  const transactions = openTransactions(db);
  const sequences = openSequences(db);
  const events = openEventTable(db, sequences);
  const dossiers = openDossierTable(db);
  const project = openProjection(db, { events, dossiers });
  const listeners = new Set<(documents: readonly EventDocument[]) => void>();

  return {
    db,
    transactions,
    sequences,
    events,
    dossiers,
    printJobs: openPrintJobTable(db),
    admit: (document) => {
      events.insert(document);
      project(document.event);
      transactions.touched('dossiers');
      transactions.afterCommit(() => {
        for (const listener of listeners) listener([document]);
      });
    },
    onAdmitted: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      if (!db.open) return;
      db.pragma('optimize');
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}

/** The document RxDB would have made for an event: insert-only, so always a first revision. */
export function documentOf(event: StoredEvent, revisionToken: string): EventDocument {
  return {
    id: eventId(event),
    log: event.log,
    seq: event.seq,
    event,
    _rev: `1-${revisionToken}`,
    _deleted: false,
    _meta: { lwt: Date.now() },
    _attachments: {},
  };
}
