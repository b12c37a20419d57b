import { eventId, type StoredEvent } from '../../domain/dossier-event.ts';
import { type DossierId, parseDossierId } from '../../domain/scan-code.ts';
import type { KnownFact } from '../../domain/subject-fact.ts';
import type { DossierTable } from './dossier-table.ts';
import type { EventTable, HeldEvent } from './event-table.ts';
import { foldDossier } from './fold-dossier.ts';
import { foldSubject } from './fold-subject.ts';
import { readFact } from './read-fact.ts';
import { isDiskTrouble, type WritableDb } from './sqlite.ts';
import type { SubjectReader, SubjectTable } from './subject-table.ts';
import type { Transactions } from './transaction.ts';

/**
 * What follows from events, in the events' own transaction, for own and replicated ones alike: once for each dossier,
 * before COMMIT or before anything reads a dossier. Total: an event that cannot be read or placed is kept and noted; only
 * trouble of the disk leaves as an error.
 */
export type Projection = {
  /** Takes note of an event that was just kept; `fact` is what it states, from the one who wrote it. */
  readonly admit: (event: StoredEvent, fact?: KnownFact) => void;
  /**
   * Folds a dossier or another subject again from its events, inside a transaction. One that no event speaks of is removed.
   */
  readonly projectAgain: (subject: string) => void;
  /** The tables as they stand with all that came in. */
  readonly dossiers: DossierTable;
  readonly subjects: SubjectReader;
};

type Tables = {
  readonly events: EventTable;
  readonly dossiers: DossierTable;
  readonly subjects: SubjectTable;
  readonly transactions: Transactions;
};

export function openProjection(db: WritableDb, tables: Tables): Projection {
  const { events, dossiers, subjects, transactions } = tables;
  /** What is not folded yet, with its new events. */
  const pending = new Map<string, HeldEvent[]>();
  const remove = openRemoval(db);
  const savepoint = {
    begin: db.prepare('SAVEPOINT projection'),
    undo: db.prepare('ROLLBACK TO projection'),
    end: db.prepare('RELEASE projection'),
  };

  /** What is here in any case does not have to be read back, when it is all there is. */
  function rowsOf(dossierId: string, admitted: readonly HeldEvent[]): readonly HeldEvent[] {
    const isKnown = admitted.length > 0 && admitted.every(({ fact }) => fact);
    return isKnown && events.countOfDossier(dossierId) === admitted.length ? admitted : events.ofDossier(dossierId);
  }

  function projectSubject(id: string, admitted: readonly HeldEvent[]): void {
    const rows = rowsOf(id, admitted);
    const { folded, unreadable } = foldSubject(id, rows);
    for (const eventOf of unreadable) events.noteTrouble(eventOf, 'unreadable');
    if (folded) subjects.put(folded);
    else subjects.remove(id);
    forgetTrouble(rows);
  }

  function forgetTrouble(rows: readonly HeldEvent[]): void {
    for (const { id, trouble } of rows) if (trouble === 'not-projected') events.forgetTrouble(id, trouble);
  }

  function project(subject: string, admitted: readonly HeldEvent[]): void {
    const dossierId = parseDossierId(subject);
    if (dossierId) projectDossier(dossierId, admitted);
    else projectSubject(subject, admitted);
  }

  function projectDossier(dossierId: DossierId, admitted: readonly HeldEvent[]): void {
    const rows = rowsOf(dossierId, admitted);
    const { dossier, hasTrouble, unreadable } = foldDossier(dossierId, rows);
    for (const id of unreadable) events.noteTrouble(id, 'unreadable');
    // What is folded again is put anew as a whole: the rows that stand there may be what is wrong.
    if (admitted.length === 0) remove(dossierId);
    if (dossier) dossiers.put(dossier, hasTrouble);
    forgetTrouble(rows);
  }

  function projectTotally(dossierId: string, admitted: readonly HeldEvent[]): void {
    savepoint.begin.run();
    try {
      project(dossierId, admitted);
    } catch (error) {
      if (isDiskTrouble(error)) throw error;
      // A defect of ours must not keep an event out: it is kept, and the caches are rebuilt later.
      savepoint.undo.run();
      for (const { id } of admitted) events.noteTrouble(id, 'not-projected');
    }
    savepoint.end.run();
  }

  function settle(): void {
    for (const [dossierId, admitted] of pending) projectTotally(dossierId, admitted);
    pending.clear();
  }

  transactions.around({ beforeCommit: settle, ended: () => pending.clear() });

  return {
    admit: (event, fact) => {
      const id = eventId(event);
      const subject = event.dossierId;
      if (subject === '') {
        if (readFact(event) === 'unreadable') events.noteTrouble(id, 'unreadable');
        return;
      }
      const held: HeldEvent = { id, event, ...(fact ? { fact } : {}) };
      const admitted = pending.get(subject);
      if (admitted) admitted.push(held);
      else pending.set(subject, [held]);
    },
    projectAgain: (subject) => projectTotally(subject, []),
    dossiers: settledFirst(dossiers, settle),
    subjects: settledFirst(subjects, settle),
  };
}

/** The same table, for whom everything that came in is folded before it is asked. */
function settledFirst<T extends object>(table: T, settle: () => void): T {
  const asked = Object.entries(table).map(([name, ask]: [string, (...args: unknown[]) => unknown]) => [
    name,
    (...args: unknown[]) => {
      settle();
      return ask(...args);
    },
  ]);
  // Each method in place of the one it calls.
  return Object.fromEntries(asked) as T;
}

function openRemoval(db: WritableDb): (dossierId: DossierId) => void {
  const forget = db.prepare<[string], number>('DELETE FROM dossier WHERE id = ? RETURNING row').pluck();
  const forgetName = db.prepare('DELETE FROM dossier_name WHERE rowid = ?');
  const forgetMoney = db.prepare('DELETE FROM payment WHERE dossier_id = ?');
  return (dossierId) => {
    const row = forget.get(dossierId);
    if (row !== undefined) forgetName.run(row);
    forgetMoney.run(dossierId);
  };
}
