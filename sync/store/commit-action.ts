import type { JsonObject } from '../../domain/dossier-event.ts';
import { ok } from '../../domain/result.ts';
import type { Action, CounterStore, Work } from '../counter-store.ts';
import type { CounterDatabase } from './counter-database.ts';
import type { DraftTable } from './draft-table.ts';
import { sequenceName } from './number-counters.ts';
import type { OwnLog } from './own-log.ts';

/** The one way in which an action is carried out: once for its command, in one transaction. */
export function commitsOf(
  database: CounterDatabase,
  own: OwnLog,
  { commands, drafts }: { readonly commands: Commands; readonly drafts: DraftTable },
): CounterStore['commit'] {
  const { transactions } = database;
  return (action, act) => {
    const done = action.commandId === undefined ? undefined : commands.find(action.commandId);
    // The same command was committed before its answer got lost: its outcome is T by construction.
    if (done) return ok(done as never);
    if (!own.identity()) throw new Error('the counter is not set up');
    return transactions.run(() => {
      own.begin();
      const result = act(workOf(database, { own, drafts, action }));
      if (result.ok && action.commandId !== undefined) commands.keep(action.commandId, result.value);
      return result;
    });
  };
}

function workOf(
  database: CounterDatabase,
  { own, drafts, action }: { readonly own: OwnLog; readonly drafts: DraftTable; readonly action: Action },
): Work {
  const { sequences, printJobs, transactions, dossiers, subjects, payments } = database;
  return {
    findDossier: (id) => dossiers.find(id),
    findSubject: subjects.find,
    listSubjects: subjects.list,
    isReceiptUsed: payments.isReceiptUsed,
    findByOldScan: (text) => dossiers.findByOldScan(text),
    used: (counter) => sequences.value(sequenceName(counter)),
    take: (counter) => own.take(sequenceName(counter)),
    append: (fact) => own.appendFact(fact, action),
    note: (entry) => void own.append({ ...entry, dossierId: '' }, action),
    discardDraft: (name) => drafts.discard(name),
    queuePaper: (paper) => {
      transactions.touched('print');
      return printJobs.queue(paper);
    },
    cancelPapers: (dossierId, templates) => {
      transactions.touched('print');
      printJobs.cancel(dossierId, templates);
    },
  };
}

/** What commands that were carried out answered. */
export type Commands = {
  readonly find: (id: string) => JsonObject | undefined;
  readonly keep: (id: string, outcome: JsonObject) => void;
};

export function openCommands({ db }: CounterDatabase): Commands {
  const find = db.prepare<[string], string>('SELECT outcome FROM command WHERE id = ?').pluck();
  const keep = db.prepare('INSERT INTO command (id, outcome) VALUES (?, ?)');
  return {
    find: (id) => {
      const outcome = find.get(id);
      return outcome === undefined ? undefined : (JSON.parse(outcome) as JsonObject);
    },
    keep: (id, outcome) => void keep.run(id, JSON.stringify(outcome)),
  };
}
