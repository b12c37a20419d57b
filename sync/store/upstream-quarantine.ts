import type { WritableDb } from './sqlite.ts';

/** Runs of events the upstream server set aside: kept here as they were, and shown to a person. */
export type UpstreamQuarantine = {
  readonly note: (run: { log: string; from: number; to: number; reason: string; at: number }) => void;
  readonly isSetAside: (place: { log: string; seq: number }) => boolean;
  readonly count: () => number;
  /** Another server has not set anything aside yet. */
  readonly forget: () => void;
};

const NOTE = `INSERT INTO upstream_quarantine (log, from_seq, to_seq, reason, at) VALUES (@log, @from, @to, @reason, @at)
  ON CONFLICT DO NOTHING`;

export function openUpstreamQuarantine(db: WritableDb): UpstreamQuarantine {
  const note = db.prepare(NOTE);
  const forget = db.prepare('DELETE FROM upstream_quarantine');
  const count = db
    .prepare<[], number>('SELECT coalesce(sum(to_seq - from_seq + 1), 0) FROM upstream_quarantine')
    .pluck();
  const find = db
    .prepare<object, number>('SELECT 1 FROM upstream_quarantine WHERE log = @log AND @seq BETWEEN from_seq AND to_seq')
    .pluck();
  return {
    isSetAside: (place) => find.get(place) !== undefined,
    note: (run) => void note.run(run),
    count: () => count.get() ?? 0,
    forget: () => void forget.run(),
  };
}
