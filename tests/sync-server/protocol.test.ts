import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A row of an invariants table: `| I1 | promise | file | test |`. */
const ROWS = readFileSync(path.join(ROOT, 'sync', 'PROTOCOL.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => /^[A-Z]\d+$/.test(cells[1] ?? ''))
  .map(([, id = '', promise = '', file = '', title = '']) => ({ id, promise, file, title }));

describe('PROTOCOL.md', () => {
  test('has promises of the protocol, the counter and the server, each named once', () => {
    for (const letter of ['I', 'C', 'S']) expect(ROWS.map(({ id }) => id)).toContain(`${letter}1`);
    expect(new Set(ROWS.map(({ id }) => id)).size).toBe(ROWS.length);
  });

  test.for(ROWS)('$id is held by a test that exists', ({ file, title, promise }) => {
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
