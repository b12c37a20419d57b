import path from 'node:path';
import { eventsAhead, type VersionVector } from '../../domain/version-vector.ts';
import { parseEventDocument } from './event-document.ts';
import { examineCopy, sha256OfFile, vectorOf } from './examine-copy.ts';
import { openReadOnly } from './sqlite.ts';

export type TrialTask = {
  /** Of the counter. */
  readonly folder: string;
  readonly key?: Uint8Array | undefined;
  /** The copy. */
  readonly file: string;
  readonly sha256: string;
  /** How many events its manifest speaks of: for the progress. */
  readonly events: number;
};

/** What a trial of a backup (thử khôi phục) came to. */
export type TrialOutcome = {
  /** `unreadable`: it cannot be opened with this counter's key. `damaged`: hashes do not fit. */
  readonly outcome: 'good' | 'unreadable' | 'damaged' | 'gone';
  readonly events: number;
  readonly dossiers: number;
  /** Events held now that the backup does not hold: made since. */
  readonly newerHere: number;
  /** Events of the backup that are not held now: they would come back. */
  readonly missingHere: number;
};

const NOTHING = { events: 0, dossiers: 0, newerHere: 0, missingHere: 0 } as const;

/** Opens a copy for reading only, checks all of it, and compares it with the counter's file as it stands. */
export function tryBackup(task: TrialTask, progress: (done: number, total: number) => void): TrialOutcome {
  const onProgress = (done: number): void => progress(done, task.events);
  onProgress(0);
  const found = examineCopy(task.file, { key: task.key, onProgress });
  if (found.outcome === 'unreadable' || found.outcome === 'gone') return { outcome: found.outcome, ...NOTHING };
  const isAsMade = sha256OfFile(task.file) === task.sha256;
  return {
    outcome: isAsMade ? found.outcome : 'damaged',
    events: found.events,
    dossiers: found.dossiers,
    ...compareWithLive(task, found.vector),
  };
}

function compareWithLive(task: TrialTask, copy: VersionVector): Pick<TrialOutcome, 'newerHere' | 'missingHere'> {
  const db = openReadOnly(path.join(task.folder, 'counter.db'), task.key);
  try {
    const docAt = db.prepare<[string, number], string>('SELECT doc FROM event WHERE log = ? AND seq = ?').pluck();
    const live = vectorOf(db);
    // A log that went two ways is not the log the copy holds: all of its events would come back.
    const common = Object.entries(copy).filter(([log, head]) => {
      const seq = Math.min(head.seq, live[log]?.seq ?? 0);
      const doc = seq === head.seq ? docAt.get(log, seq) : undefined;
      return doc === undefined || parseEventDocument(doc)?.hash === head.hash;
    });
    const comparable = Object.fromEntries(common);
    const forked = Object.keys(copy).filter((log) => !(log in comparable));
    return {
      newerHere: eventsAhead(live, comparable),
      missingHere: eventsAhead(comparable, live) + forked.reduce((sum, log) => sum + (copy[log]?.seq ?? 0), 0),
    };
  } finally {
    db.close();
  }
}
