/** One row of a bench: what `out/bench/<name>.json` holds. */
export type Measurement = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** In words, e.g. `<= 1.3`; empty where nothing is asked. */
  readonly goal: string;
  readonly ok: boolean;
};

type Goal = { readonly atMost: number };

export function measured(name: string, value: number, unit: string): Measurement {
  return { name, value: rounded(value), unit, goal: '', ok: true };
}

/** How many times as long, or as much, as something else in the same run; held against a goal. */
export function ratio(name: string, value: number, goal: Goal): Measurement {
  return { name, value: rounded(value), unit: 'x', goal: `<= ${goal.atMost}`, ok: value <= goal.atMost };
}

/** The value below which `share` of all are. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Runs `act`; how long it took, in ms, is added to `into`. */
export function timed<T>(into: number[], act: () => T): T {
  const started = performance.now();
  const result = act();
  into.push(performance.now() - started);
  return result;
}

export async function timedAsync<T>(into: number[], act: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await act();
  into.push(performance.now() - started);
  return result;
}

/** Lines of a table: one for each measurement, in columns. */
export function tableOf(measurements: readonly Measurement[]): readonly string[] {
  const rows = measurements.map(({ name, value, unit, goal, ok }) => [
    name,
    String(value),
    unit,
    goal,
    goal === '' ? '' : ok ? 'ok' : 'MISSED',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
