/** A member of the documents that has a column, so that SQL can ask for it. */
export type Column = {
  readonly sql: string;
  /** Type of the member in every document. Only values of this type are compared in SQL: mingo never equates two types. */
  readonly holds: 'string' | 'number' | 'boolean';
  /**
   * `exact`: the column was bound from the member itself. `hint`: computed from the JSON text, good enough to find by
   * equality what mingo then judges; an empty string is in no index of such a column and is not asked for.
   */
  readonly trust: 'exact' | 'hint';
};

/** What SQL knows of a collection's documents. */
export type DocumentShape = {
  /** By dotted path. */
  readonly columns: ReadonlyMap<string, Column>;
  /** Paths whose values together tell any two documents apart. */
  readonly uniqueKeys: readonly (readonly string[])[];
};

/** The part of a query that SQL answers. */
export type Selection = {
  /** Every document that the selector matches meets this; `isExact`: and no other does. */
  readonly where: string;
  readonly parameters: readonly (string | number)[];
  readonly isExact: boolean;
  /** Terms that give the order the query asks for; undefined when the documents have to be compared in JavaScript. */
  readonly order: readonly string[] | undefined;
};

type Condition = {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
  readonly isExact: boolean;
  /** The path that has one and the same value in all documents that meet the condition. */
  readonly pinned?: string;
};

const COMPARISONS = new Map([
  ['$eq', '='],
  ['$gt', '>'],
  ['$gte', '>='],
  ['$lt', '<'],
  ['$lte', '<='],
]);

/** SQLite takes 32,766 parameters and 1,000 levels of AND; a query beyond these is left to mingo as a whole. */
const MOST_PARAMETERS = 30_000;
const MOST_CONDITIONS = 500;
const EVERYTHING: Selection = { where: 'TRUE', parameters: [], isExact: false, order: undefined };

/**
 * What of a query can be asked in SQL with the same answer as mingo's: comparisons of columns with values of their type,
 * joined by AND. The rest ($ne, $or, $regex, null, other members …) is left to mingo, over the rows that SQL finds.
 */
export function selectionOf(
  { selector, sort }: { readonly selector: object; readonly sort: readonly object[] },
  shape: DocumentShape,
): Selection {
  const all = conditionsOf(selector, shape);
  const conditions = all.filter((condition) => condition !== undefined);
  const parameters = conditions.flatMap((condition) => condition.parameters);
  if (parameters.length > MOST_PARAMETERS || conditions.length > MOST_CONDITIONS) return EVERYTHING;
  const isExact = conditions.length === all.length && conditions.every((condition) => condition.isExact);
  const pinned = new Set(conditions.flatMap((condition) => condition.pinned ?? []));
  const hasHint = conditions.some((condition) => !condition.isExact);
  return {
    where: conditions.length === 0 ? 'TRUE' : conditions.map(({ sql }) => sql).join(' AND '),
    parameters,
    isExact,
    // A hint finds few rows. Asked for an order too, SQLite might walk all rows of another index to save the sort.
    order: hasHint ? undefined : orderOf(sort, pinned, shape),
  };
}

/** One entry for each test the selector makes; undefined for those that are mingo's alone. */
function conditionsOf(selector: unknown, shape: DocumentShape): readonly (Condition | undefined)[] {
  if (!isObject(selector)) return [undefined];
  return Object.entries(selector).flatMap(([path, matcher]) => {
    if (path === '$and' && Array.isArray(matcher)) return matcher.flatMap((part) => conditionsOf(part, shape));
    const column = shape.columns.get(path);
    if (!column || !isObject(matcher)) return [undefined];
    const tests = Object.entries(matcher);
    // An empty matcher is a value: {} equals {}.
    return tests.length === 0
      ? [undefined]
      : tests.map(([operator, value]) => conditionOf(path, column, { operator, value }));
  });
}

function conditionOf(
  path: string,
  column: Column,
  { operator, value }: { readonly operator: string; readonly value: unknown },
): Condition | undefined {
  const isExact = column.trust === 'exact';
  // The partial index is used only where its own condition is named.
  const guard = isExact ? '' : ` AND ${column.sql} <> ''`;
  if (operator === '$in') {
    const values = Array.isArray(value) ? bindable(value, column) : undefined;
    return values && { sql: `${column.sql} IN (${values.map(() => '?').join()})${guard}`, parameters: values, isExact };
  }
  const comparison = COMPARISONS.get(operator);
  const parameters = bindable([value], column);
  if (!comparison || !parameters || (!isExact && operator !== '$eq')) return undefined;
  const sql = `${column.sql} ${comparison} ?${guard}`;
  return operator === '$eq' ? { sql, parameters, isExact, pinned: path } : { sql, parameters, isExact };
}

/** The values as SQL compares them; undefined when one of them would be compared otherwise than mingo does. */
function bindable(values: readonly unknown[], column: Column): (string | number)[] | undefined {
  const bound: (string | number)[] = [];
  for (const value of values) {
    if (typeof value !== column.holds) return undefined;
    if (typeof value === 'boolean') bound.push(value ? 1 : 0);
    // What is not a number is neither smaller nor greater to mingo, and NULL to SQLite.
    else if (typeof value === 'number' && Number.isFinite(value)) bound.push(value);
    else if (typeof value === 'string' && isPlain(value) && (column.trust === 'exact' || value !== ''))
      bound.push(value);
    else return undefined;
  }
  return bound;
}

/**
 * Whether SQLite compares a string with any other as JavaScript does. SQLite orders by UTF-8 bytes, JavaScript by UTF-16
 * units: they part only where both strings have a unit from U+D800 on, since all units below stand in the same order and
 * below all others. Half a surrogate pair does not reach SQLite, and NUL may end a text inside JSON.
 */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0 || unit >= 0xd800) return false;
  }
  return true;
}

/**
 * Numbers and booleans are ordered by SQL; a string only where all documents have the same one, or where the order is
 * decided before it is asked: what two documents hold may be ordered otherwise by SQLite (see {@link isPlain}).
 */
function orderOf(
  sort: readonly object[],
  pinned: ReadonlySet<string>,
  { columns, uniqueKeys }: DocumentShape,
): readonly string[] | undefined {
  const terms: string[] = [];
  const settled = new Set(pinned);
  for (const [path, direction] of sort.flatMap((part) => Object.entries<unknown>({ ...part }))) {
    if (uniqueKeys.some((key) => key.every((member) => settled.has(member)))) break;
    if (settled.has(path)) continue;
    const column = columns.get(path);
    if (column?.trust !== 'exact' || column.holds === 'string') return undefined;
    terms.push(`${column.sql} ${direction === 'asc' ? 'ASC' : 'DESC'}`);
    settled.add(path);
  }
  return terms;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
