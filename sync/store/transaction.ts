import type { Result } from '../../domain/result.ts';
import type { StoreChange } from '../counter-store.ts';
import { namingTrouble, type WritableDb } from './sqlite.ts';

/** The one way to write: everything of an action, or nothing; listeners hear of it after COMMIT, never before. */
export type Transactions = {
  /** Keeps what `act` wrote when it answers ok; a refusal or a throw keeps nothing. */
  readonly run: <T, R>(act: () => Result<T, R>) => Result<T, R>;
  /** To be called inside {@link run}: `effect` happens once the commit is durable. */
  readonly afterCommit: (effect: () => void) => void;
  /** To be called inside {@link run}: listeners are told once after the commit. */
  readonly touched: (what: StoreChange['what']) => void;
  readonly onChange: (listener: (change: StoreChange) => void) => () => void;
};

export function openTransactions(db: WritableDb): Transactions {
  const listeners = new Set<(change: StoreChange) => void>();
  let effects: (() => void)[] = [];
  let touched = new Set<StoreChange['what']>();

  function run<T, R>(act: () => Result<T, R>): Result<T, R> {
    effects = [];
    touched = new Set();
    const result = namingTrouble(() => commitOrRollBack(db, act));
    if (result.ok) announce();
    return result;
  }

  function announce(): void {
    const done = effects;
    const changes = [...touched];
    effects = [];
    touched = new Set();
    for (const effect of done) effect();
    for (const what of changes) for (const listener of listeners) listener({ what });
  }

  return {
    run,
    afterCommit: (effect) => void effects.push(effect),
    touched: (what) => void touched.add(what),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function commitOrRollBack<T, R>(db: WritableDb, act: () => Result<T, R>): Result<T, R> {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = act();
    db.exec(result.ok ? 'COMMIT' : 'ROLLBACK');
    return result;
  } finally {
    // After a throw, also one of COMMIT itself: SQLite may have rolled back by itself already.
    if (db.inTransaction) db.exec('ROLLBACK');
  }
}
