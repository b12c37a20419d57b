import type { ReceivedBy } from '../counter-store.ts';
import type { WritableDb } from './sqlite.ts';

// Of a state only these three are read, and only of the newest.
const NEWEST = `SELECT state ->> '$.intake.procedure.code' AS procedureCode, state ->> '$.intake.actor' AS actor,
    state ->> '$.intake.log' AS log
  FROM dossier INDEXED BY dossier_received
  WHERE received_at IS NOT NULL ORDER BY received_at DESC, row DESC LIMIT ?`;

/** Who received the newest dossiers, for which procedure; what an older system received is left out. */
export function openLastReceived(db: WritableDb): (limit: number) => readonly ReceivedBy[] {
  const newest = db.prepare<[number], { readonly [K in keyof ReceivedBy]: string | null }>(NEWEST);
  return (limit) =>
    newest
      .all(limit)
      .flatMap(({ procedureCode, actor, log }) =>
        procedureCode === null || actor === null || log === null ? [] : { procedureCode, actor, log },
      );
}
