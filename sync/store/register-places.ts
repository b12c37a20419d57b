import { addDays, type LocalMoment } from '../../domain/plain-date.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { RegisterPlacesPage, RegisterPlacesQuery } from '../counter-store.ts';
import type { WritableDb } from './sqlite.ts';

// Only the book is read of a state, and each page begins where the one before ended: the hundredth costs what the first does.
const PAGE = `SELECT row, id, received_at,
    state ->> '$.intake.registerBook.book' AS book, state ->> '$.intake.registerBook.number' AS number
  FROM dossier INDEXED BY dossier_received
  WHERE (received_at, row) > (@afterAt, @afterRow) AND received_at < @before
  ORDER BY received_at, row LIMIT @limit`;

type PlaceRow = {
  readonly row: number;
  readonly id: DossierId;
  readonly received_at: LocalMoment;
  readonly book: string | null;
  readonly number: number | null;
};

export function openRegisterPlaces(db: WritableDb): (query: RegisterPlacesQuery) => RegisterPlacesPage {
  const page = db.prepare<object, PlaceRow>(PAGE);
  return ({ from, until, limit, after }) => {
    // A day sorts before each of its moments.
    const rows = page.all({
      afterAt: after?.receivedAt ?? from,
      afterRow: after?.row ?? 0,
      before: addDays(until, 1),
      limit,
    });
    const last = rows.length < limit ? undefined : rows.at(-1);
    return {
      // What an older system received stands in its book.
      places: rows.flatMap(({ id, received_at: receivedAt, book, number }) =>
        book === null || number === null ? [] : { dossierId: id, receivedAt, book, number },
      ),
      ...(last ? { next: { receivedAt: last.received_at, row: last.row } } : {}),
    };
  };
}
