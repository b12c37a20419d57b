import { type DossierFact, eventId, type StoredEvent } from '../../domain/dossier-event.ts';
import { type DossierId, parseDossierId } from '../../domain/scan-code.ts';
import type { DossierTable } from './dossier-table.ts';
import type { EventTable, HeldEvent } from './event-table.ts';
import { foldDossier } from './fold-dossier.ts';
import { readFact } from './read-fact.ts';
import { isDiskTrouble, type WritableDb } from './sqlite.ts';
import type { Transactions } from './transaction.ts';

/**
 * What follows from events, in the events' own transaction, for own and replicated ones alike: once for each dossier,
 * before COMMIT or before anything reads a dossier. Total: an event that cannot be read or placed is kept and noted; only
 * trouble of the disk leaves as an error.
 */
export type Projection = {
  /** Takes note of an event that was just kept; `fact` is what it states, from the one who wrote it. */
  readonly admit: (event: StoredEvent, fact?: DossierFact) => void;
  /** Folds a dossier again from its events, inside a transaction. One that no event speaks of is removed. */
  readonly projectAgain: (dossierId: DossierId) => void;
  /** The table as it stands with all that came in. */
  readonly dossiers: DossierTable;
};

type Tables = { readonly events: EventTable; readonly dossiers: DossierTable; readonly transactions: Transactions };

export function openProjection(db: WritableDb, { events, dossiers, transactions }: Tables): Projection {
  /** Dossiers that are not folded yet, with their new events. */
  const pending = new Map<DossierId, HeldEvent[]>();
  const remove = openRemoval(db);
  const savepoint = {
    begin: db.prepare('SAVEPOINT projection'),
    undo: db.prepare('ROLLBACK TO projection'),
    end: db.prepare('RELEASE projection'),
  };

  /** What is here in any case does not have to be read back, when it is all there is. */
  function rowsOf(dossierId: DossierId, admitted: readonly HeldEvent[]): readonly HeldEvent[] {
    const isKnown = admitted.length > 0 && admitted.every(({ fact }) => fact);
    return isKnown && events.countOfDossier(dossierId) === admitted.length ? admitted : events.ofDossier(dossierId);
  }

  function project(dossierId: DossierId, admitted: readonly HeldEvent[]): void {
    const rows = rowsOf(dossierId, admitted);
    const { dossier, hasTrouble, unreadable } = foldDossier(dossierId, rows);
    for (const id of unreadable) events.noteTrouble(id, 'unreadable');
    // What is folded again is put anew as a whole: the rows that stand there may be what is wrong.
    if (admitted.length === 0) remove(dossierId);
    if (dossier) dossiers.put(dossier, hasTrouble);
    for (const { id, trouble } of rows) if (trouble === 'not-projected') events.forgetTrouble(id, trouble);
  }

  function projectTotally(dossierId: DossierId, admitted: readonly HeldEvent[]): void {
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
      const dossierId = parseDossierId(event.dossierId);
      if (dossierId) {
        const held: HeldEvent = { id, event, ...(fact ? { fact } : {}) };
        const admitted = pending.get(dossierId);
        if (admitted) admitted.push(held);
        else pending.set(dossierId, [held]);
      } else if (readFact(event) === 'unreadable') events.noteTrouble(id, 'unreadable');
    },
    projectAgain: (dossierId) => projectTotally(dossierId, []),
    dossiers: {
      ...dossiers,
      find: (id) => {
        settle();
        return dossiers.find(id);
      },
      list: (view) => {
        settle();
        return dossiers.list(view);
      },
      search: (query, limit) => {
        settle();
        return dossiers.search(query, limit);
      },
    },
  };
}

function openRemoval(db: WritableDb): (dossierId: DossierId) => void {
  const forget = db.prepare<[string], number>('DELETE FROM dossier WHERE id = ? RETURNING row').pluck();
  const forgetName = db.prepare('DELETE FROM dossier_name WHERE rowid = ?');
  return (dossierId) => {
    const row = forget.get(dossierId);
    if (row !== undefined) forgetName.run(row);
  };
}
