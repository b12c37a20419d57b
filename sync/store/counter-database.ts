import { eventId, type StoredEvent } from '../../domain/dossier-event.ts';
import type { KnownFact } from '../../domain/subject-fact.ts';
import type { CounterIdentity } from '../counter-store.ts';
import { type DossierTable, openDossierTable } from './dossier-table.ts';
import { type EventDocument, type EventTable, openEventTable } from './event-table.ts';
import { openPrintJobTable, type PrintJobTable } from './print-job-table.ts';
import { openProjection, type Projection } from './projection.ts';
import { raisePast } from './number-counters.ts';
import { readFact } from './read-fact.ts';
import { openPaymentTable, type PaymentTable } from './payment-table.ts';
import { openSequences, type Sequences } from './sequences.ts';
import { openSettings } from './setting-table.ts';
import { isDiskTrouble, namingTrouble, openDatabase, type WritableDb } from './sqlite.ts';
import { openSubjectTable, type SubjectReader } from './subject-table.ts';
import { openTransactions, type Transactions } from './transaction.ts';

/** Where the set-up is kept. */
export const IDENTITY = 'identity';

/** Everything behind the doors shares this: one connection, one way to write, one way in for events. */
export type CounterDatabase = {
  readonly db: WritableDb;
  readonly transactions: Transactions;
  readonly sequences: Sequences;
  readonly events: EventTable;
  readonly dossiers: DossierTable;
  readonly subjects: SubjectReader;
  readonly payments: PaymentTable;
  readonly printJobs: PrintJobTable;
  /** Folds a dossier or another subject again from its events; inside a transaction. */
  readonly projectAgain: Projection['projectAgain'];
  /**
   * The one way an event comes in, own or replicated; inside a transaction. The document's id must be new. `fact`: what it
   * states, of an event that this program just wrote.
   */
  readonly admit: (document: EventDocument, fact?: KnownFact) => void;
  /**
   * As {@link admit}, for an event that came from elsewhere. One of our own log is taken only where it continues what is
   * held: an older copy of the file may have gone on by itself, and its log must not be mixed with what it was before.
   */
  readonly admitReplicated: (document: EventDocument) => void;
  /** Hears of admitted events after their commit. Returns the function that stops it. */
  readonly onAdmitted: (listener: (documents: readonly EventDocument[]) => void) => () => void;
  readonly close: () => void;
};

export function openCounterDatabase(path: string, key?: Uint8Array): CounterDatabase {
  const db = openDatabase(path, key ? { key } : {});
  try {
    return namingTrouble(() => partsOf(db));
  } catch (error) {
    closeDatabase(db);
    throw error;
  }
}

function partsOf(db: WritableDb): CounterDatabase {
  const transactions = openTransactions(db);
  const sequences = openSequences(db);
  const events = openEventTable(db, sequences);
  const projection = openProjection(db, {
    events,
    dossiers: openDossierTable(db),
    subjects: openSubjectTable(db),
    transactions,
  });
  const settings = openSettings(db);
  const listeners = new Set<(documents: readonly EventDocument[]) => void>();

  function admit(document: EventDocument, fact?: KnownFact): void {
    events.insert(document);
    projection.admit(document.event, fact);
    transactions.touched('dossiers');
    transactions.afterCommit(() => {
      for (const listener of listeners) listener([document]);
    });
  }

  function admitReplicated(document: EventDocument): void {
    const { event } = document;
    const own = settings.find<CounterIdentity>(IDENTITY);
    const head = events.headOf(event.log);
    if (own?.log === event.log && (event.seq !== head.seq + 1 || event.prev !== head.hash)) {
      events.noteTrouble(document.id, 'own-log-forked');
      return;
    }
    admit(document);
    const fact = readFact(event);
    if (own && typeof fact !== 'string') raisePast(fact, { own, writer: events.openerOf(event.log), sequences });
  }

  return {
    db,
    transactions,
    sequences,
    events,
    dossiers: projection.dossiers,
    subjects: projection.subjects,
    payments: openPaymentTable(db),
    projectAgain: projection.projectAgain,
    printJobs: openPrintJobTable(db),
    admit,
    admitReplicated,
    onAdmitted: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => closeDatabase(db),
  };
}

/** Closes it in any case: what tidies up before may find the file damaged. */
function closeDatabase(db: WritableDb): void {
  if (!db.open) return;
  try {
    db.pragma('optimize');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // The next opening, which may be a repair's, finds what was committed in the write-ahead log.
    if (!isDiskTrouble(error)) throw error;
  } finally {
    db.close();
  }
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
