import { type OrderedFact, projectDossier } from '../../domain/dossier.ts';
import { eventId, type StoredEvent } from '../../domain/dossier-event.ts';
import { parseDossierId } from '../../domain/scan-code.ts';
import type { DossierTable } from './dossier-table.ts';
import type { EventTable } from './event-table.ts';
import { readFact } from './read-fact.ts';
import { isDiskTrouble, type WritableDb } from './sqlite.ts';

/**
 * What follows from an event, in the event's own transaction, for own and replicated events alike. Total: an event that
 * cannot be read or placed is kept and noted; only trouble of the disk leaves as an error.
 */
export type Projection = (event: StoredEvent) => void;

export function openProjection(db: WritableDb, tables: { events: EventTable; dossiers: DossierTable }): Projection {
  const { events, dossiers } = tables;

  function project(event: StoredEvent): void {
    const dossierId = parseDossierId(event.dossierId);
    const fact = readFact(event);
    if (fact === 'unreadable') events.noteTrouble(eventId(event), 'unreadable');
    if (!dossierId) return;
    let hasTrouble = false;
    const facts = events.ofDossier(dossierId).flatMap((stored): readonly OrderedFact[] => {
      const read = readFact(stored);
      hasTrouble ||= read === 'unreadable';
      return typeof read === 'string' ? [] : [{ ...read, ...placeOf(stored) }];
    });
    const dossier = projectDossier(facts);
    if (dossier) dossiers.put(dossier, hasTrouble);
  }

  return (event) => {
    db.exec('SAVEPOINT projection');
    try {
      project(event);
    } catch (error) {
      if (isDiskTrouble(error)) throw error;
      // A defect of ours must not keep an event out: it is kept, and the caches are rebuilt later.
      db.exec('ROLLBACK TO projection');
      events.noteTrouble(eventId(event), 'not-projected');
    }
    db.exec('RELEASE projection');
  };
}

function placeOf({ lamport, log, seq, actor }: StoredEvent): Pick<OrderedFact, 'lamport' | 'log' | 'seq' | 'actor'> {
  return { lamport, log, seq, actor };
}
