import type { WritableDb } from './sqlite.ts';

/** Counters that only go up, inside the transaction that uses them. */
export type Sequences = {
  readonly value: (name: string) => number;
  /** Adds one and answers the new value: 1, 2, 3 … */
  readonly next: (name: string) => number;
  /** Raises a counter to at least `value`. */
  readonly raise: (name: string, value: number) => void;
  /** The last counters, by name, of those whose names begin with `prefix`. */
  readonly lastOf: (prefix: string, limit: number) => readonly Counter[];
};

export type Counter = { readonly name: string; readonly value: number };

const NEXT = `INSERT INTO sequence (name, value) VALUES (?, 1)
  ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`;
const RAISE = `INSERT INTO sequence (name, value) VALUES (@name, @value)
  ON CONFLICT (name) DO UPDATE SET value = @value WHERE value < @value`;

export function openSequences(db: WritableDb): Sequences {
  const find = db.prepare<[string], number>('SELECT value FROM sequence WHERE name = ?').pluck();
  const next = db.prepare<[string], number>(NEXT).pluck();
  const raise = db.prepare(RAISE);
  const lastOf = db.prepare<[string, string, number], Counter>(
    'SELECT name, value FROM sequence WHERE name >= ? AND name < ? ORDER BY name DESC LIMIT ?',
  );
  return {
    value: (name) => find.get(name) ?? 0,
    next: (name) => {
      const value = next.get(name);
      if (value === undefined) throw new Error(`sequence ${name} gave no number`);
      return value;
    },
    raise: (name, value) => {
      if (value >= 1) raise.run({ name, value });
    },
    lastOf: (prefix, limit) => lastOf.all(prefix, `${prefix}\u{10ffff}`, limit),
  };
}
