import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Rows of the tables of promises: `| I1 | promise | file | test |`. */
function promisesOf(document: string) {
  return readFileSync(path.join(ROOT, 'sync', document), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => /^[A-Z]\d+$/.test(cells[1] ?? ''))
    .map(([, id = '', promise = '', file = '', title = '']) => ({ id, promise, file, title }));
}

describe.for([
  ['PROTOCOL.md', ['I', 'C', 'S']],
  ['STORE.md', ['D', 'N', 'H', 'B', 'E', 'P', 'U']],
] as const)('%s', ([document, letters]) => {
  const rows = promisesOf(document);

  test('has promises of each kind, each named once', () => {
    for (const letter of letters) expect(rows.map(({ id }) => id)).toContain(`${letter}1`);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test.for(rows)('$id is held by a test that exists', ({ file, title, promise }) => {
    expect(promise).not.toBe('');
    expect(title).not.toBe('');
    const source = readFileSync(path.join(ROOT, file), 'utf8');
    expect(titlesIn(source)).toContain(title);
  });
});

/** The first word of a call to `test`, or of the call that `test.for(…)` answers. */
function titlesIn(source: string): readonly string[] {
  return [...source.matchAll(/(?:\btest\(|\)\()\s*'([^']+)',/g)].map(([, title = '']) => title);
}
