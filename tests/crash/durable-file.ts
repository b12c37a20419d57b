import path from 'node:path';
import Database from 'better-sqlite3';
import type { StoredEvent } from '../../domain/dossier-event.ts';
import type { Received } from '../../domain/lifecycle/dossier-fact.ts';
import { receiptSlipOf } from '../../domain/slips/receipt-slip.ts';
import { chainFaults } from './chain-oracle.ts';

export function databaseIn(folder: string): string {
  return path.join(folder, 'counter', 'counter.db');
}

/** What is wrong in a file that no program holds open; empty when SQLite, the chain and the counters agree with it. */
export function faultsOf(file: string): readonly string[] {
  const db = new Database(file, { readonly: true });
  try {
    const found = db.pragma('quick_check', { simple: true });
    const quick = found === 'ok' ? [] : [`quick_check: ${String(found)}`];
    return [...quick, ...chainFaults(db), ...counterFaults(db), ...slipFaults(db)];
  } finally {
    db.close();
  }
}

type JobRow = { readonly id: number; readonly dossierId: string; readonly slip: string; readonly doc: string | null };

const JOBS = `SELECT print_job.id AS id, print_job.dossier_id AS dossierId, paper AS slip, doc FROM print_job
  LEFT JOIN event ON event.dossier_id = print_job.dossier_id AND doc ->> '$.event.kind' = 'received'
  WHERE paper_key LIKE 'receipt-slip/%'`;

/** Oracle: every slip says what its reception says. */
export function slipFaults(db: Database.Database): readonly string[] {
  return db
    .prepare<[], JobRow>(JOBS)
    .all()
    .flatMap(({ id, slip, doc }) => {
      const { event } = JSON.parse(doc ?? '{}') as { readonly event?: StoredEvent };
      if (!event) return [`slip ${id}: belongs to no reception`];
      const payload = event.payload as unknown as Received;
      const expected = receiptSlipOf(payload, { clerkName: event.actor, isTrial: false });
      return JSON.stringify(expected) === slip ? [] : [`slip ${id}: not what was promised`];
    });
}

/** The counters of a counter that was never restored stand exactly where the last reception put them. */
export function counterFaults(db: Database.Database): readonly string[] {
  const value = db.prepare<[string], number>('SELECT value FROM sequence WHERE name = ?').pluck();
  const one = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  const faults: string[] = [];
  const check = (name: string, used: number): void => {
    if ((value.get(name) ?? 0) !== used) faults.push(`${name} stands at ${value.get(name) ?? 0}, used are ${used}`);
  };
  check('changes', one('SELECT max(change_seq) FROM event'));
  check('lamport', one("SELECT max(doc ->> '$.event.lamport') FROM event"));
  const received = "FROM event WHERE doc ->> '$.event.kind' = 'received'";
  const years = db
    .prepare<[], { year: string; count: number }>(
      `SELECT substr(doc ->> '$.event.payload.receivedAt', 1, 4) AS year, count(*) AS count ${received} GROUP BY 1`,
    )
    .all();
  for (const { year, count } of years) {
    check(`scan-code:${year}`, count);
    check(`register-book:${year}`, count);
  }
  return faults;
}
