import type { Procedure } from '../procedure.ts';
import { foldText } from '../search-text.ts';
import type { RowReading } from './read-row.ts';

/** Words that official names share whatever they are about. */
const COMMON = new Set(
  'thu tuc dang ky cap cho cac cua va co la ve viec trong doi voi theo thuc hien thuoc tham quyen xa tu do tai'.split(
    ' ',
  ),
);

/** Below this share of common words two names speak of different things. */
const LEAST_SHARED = 0.3;

/**
 * Notes, on readings that have a code and a name, where the name is not that of the code: another procedure's page stands
 * under it in the portal. Names changed by a new publication only warn, as do equal names under codes nobody knows yet.
 */
export function noteNames(readings: readonly RowReading[], knownByCode: ReadonlyMap<string, Procedure>): void {
  const codesOf = new Map<string, Set<string>>();
  for (const { code, name = '' } of [...readings, ...knownByCode.values()]) {
    const codes = codesOf.get(nameKey(name)) ?? new Set();
    if (code !== undefined) codesOf.set(nameKey(name), codes.add(code));
  }
  for (const reading of readings) {
    if (reading.code === undefined || reading.name === undefined) continue;
    const codes = codesOf.get(nameKey(reading.name)) ?? [];
    noteName(reading, reading.name, [...codes].filter((code) => code !== reading.code).sort());
  }
}

/** `others`: the codes that have `name` as well, in the file or so far. */
function noteName({ notes, known }: RowReading, name: string, others: readonly string[]): void {
  if (!known) {
    if (others.length > 0) notes.warn('name-under-several-codes', others.join(', '));
    return;
  }
  if (nameKey(known.name) === nameKey(name)) return;
  if (others.length > 0 || sharedWords(name, known.name) < LEAST_SHARED) {
    notes.problem('name-of-another-procedure', known.name);
  } else notes.warn('name-changed', known.name);
}

function nameKey(name: string): string {
  return foldText(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^thu tuc /, '')
    .trim();
}

/** Share of the shorter name's words that stand in the other, 0–1. */
function sharedWords(a: string, b: string): number {
  const wordsOfA = wordsOf(a);
  const wordsOfB = wordsOf(b);
  const shared = [...wordsOfA].filter((word) => wordsOfB.has(word)).length;
  return shared / Math.max(1, Math.min(wordsOfA.size, wordsOfB.size));
}

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(
    nameKey(name)
      .split(' ')
      .filter((word) => !COMMON.has(word)),
  );
}
