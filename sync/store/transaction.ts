import type { Result } from '../../domain/result.ts';
import type { StoreChange } from '../counter-store.ts';
import { namingTrouble, type WritableDb } from './sqlite.ts';

/** The one way to write: everything of an action, or nothing; listeners hear of it after COMMIT, never before. */
export type Transactions = {
  /** Keeps what `act` wrote when it answers ok; a refusal or a throw keeps nothing. */
  readonly run: <T, R>(act: () => Result<T, R>) => Result<T, R>;
  /** Work of every transaction: `beforeCommit` is still part of it, `ended` comes after its end of whatever kind. */
  readonly around: (work: Around) => void;
  /** To be called inside {@link run}: `effect` happens once the commit is durable. */
  readonly afterCommit: (effect: () => void) => void;
  /** To be called inside {@link run}: listeners are told once after the commit. */
  readonly touched: (what: StoreChange['what']) => void;
  readonly onChange: (listener: (change: StoreChange) => void) => () => void;
};

export type Around = { readonly beforeCommit: () => void; readonly ended: () => void };

export function openTransactions(db: WritableDb): Transactions {
  const listeners = new Set<(change: StoreChange) => void>();
  const around: Around[] = [];
  const statements = {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollBack: db.prepare('ROLLBACK'),
  };
  let effects: (() => void)[] = [];
  let touched = new Set<StoreChange['what']>();

  function run<T, R>(act: () => Result<T, R>): Result<T, R> {
    // Before anything of the outer one is forgotten.
    if (db.inTransaction) throw new Error('a transaction does not begin inside another');
    effects = [];
    touched = new Set();
    const result = namingTrouble(() => commitOrRollBack(act));
    if (result.ok) announce();
    return result;
  }

  function commitOrRollBack<T, R>(act: () => Result<T, R>): Result<T, R> {
    statements.begin.run();
    try {
      const result = act();
      if (result.ok) for (const { beforeCommit } of around) beforeCommit();
      (result.ok ? statements.commit : statements.rollBack).run();
      return result;
    } finally {
      // After a throw, also one of COMMIT itself: SQLite may have rolled back by itself already.
      if (db.inTransaction) statements.rollBack.run();
      for (const { ended } of around) ended();
    }
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
    around: (work) => void around.push(work),
    afterCommit: (effect) => void effects.push(effect),
    touched: (what) => void touched.add(what),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
