import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Names that carry a forbidden word for a reason: `name: word`. */
const JUSTIFIED: readonly string[] = [
  // The paper of the post, not what a citizen gets of the counter.
  'postBill: bill',
  // What one process sends another, not something that happened at the counter.
  'PushMessage: message',
  // The legs of a linked procedure that it is in now; no paper is shown.
  'present: present',
  // A file of the disk that is read in, not a dossier.
  'FilePurpose: file',
  'no-file: file',
  // What the commune takes back from a list it closed by mistake; a citizen withdraws.
  'transfer-recalled: recalled',
  // How a trial of a backup ended, not what a citizen collects.
  'outcome: outcome',
];

type Term = { readonly vietnamese: string; readonly inCode: readonly string[]; readonly neverSay: readonly string[] };

const terms = readTerms();
const names = readNames(['domain', 'electron/contract']);

test('every row of the glossary has four cells and at least one code word', () => {
  expect(terms.length).toBeGreaterThan(30);
  expect(terms.filter((term) => term.inCode.length === 0)).toEqual([]);
});

test('a term stands in the glossary once', () => {
  const vietnamese = terms.map((term) => term.vietnamese);
  expect(vietnamese).toEqual([...new Set(vietnamese)]);
});

test('no word is both the code word of one term and forbidden by another', () => {
  const inCode = new Set(terms.flatMap((term) => term.inCode));
  expect(terms.flatMap((term) => term.neverSay).filter((word) => inCode.has(word))).toEqual([]);
});

test('every code word of the glossary is used in the code', () => {
  const used = [...names].map((name) => ` ${wordsOf(name).join(' ')} `);
  const unused = terms
    .flatMap((term) => term.inCode)
    .filter((word) => !used.some((name) => name.includes(` ${wordsOf(word).join(' ')} `)));
  expect(unused).toEqual([]);
});

test('no name in domain/ or electron/contract/ carries a word the glossary forbids', () => {
  const found = [...names].flatMap((name) =>
    terms
      .flatMap((term) => term.neverSay)
      .filter((forbidden) => carries(name, forbidden))
      .map((forbidden) => `${name}: ${forbidden}`),
  );
  // Equal, not a subset: a pair nobody needs any more must leave the list.
  expect(found.toSorted()).toEqual(JUSTIFIED.toSorted());
});

test('a forbidden word is seen in camel case, in capitals and in the plural, but not inside another word', () => {
  expect(carries('openTicket', 'ticket')).toBe(true);
  expect(carries('OPEN_TICKETS', 'ticket')).toBe(true);
  expect(carries('nextDueDate', 'due date')).toBe(true);
  expect(carries('staircase', 'case')).toBe(false);
});

function readTerms(): readonly Term[] {
  const text = readFileSync(`${root}domain/GLOSSARY.md`, 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => {
    const [vietnamese, inCode, neverSay, source, ...rest] = row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    if (!vietnamese || !inCode || !neverSay || !source || rest.length > 0) throw new Error(`not four cells: ${row}`);
    return { vietnamese, inCode: inCode.split(', '), neverSay: neverSay.split(', ') };
  });
}

/** Exported names, members of types and objects, kinds and codes: what a reader of these folders meets. */
function readNames(folders: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const folder of folders) {
    const files = readdirSync(root + folder, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.ts')).toSorted()) {
      const text = readFileSync(`${root}${folder}/${file}`, 'utf8');
      const exported = [...text.matchAll(/^export (?:async )?(?:type|const|function|class) (\w+)/gm)];
      if (exported.length === 0) throw new Error(`no exported name found in ${file}`);
      const members = [...text.matchAll(/^\s+(?:readonly )?'?([A-Za-z][\w.-]*)'?\??: /gm)];
      const kinds = [...text.matchAll(/\b(?:kind|code): '([\w.-]+)'/g)];
      for (const match of [...exported, ...members, ...kinds]) if (match[1] !== undefined) found.add(match[1]);
    }
  }
  return found;
}

function carries(name: string, forbidden: string): boolean {
  const text = ` ${wordsOf(name).join(' ')} `;
  const words = wordsOf(forbidden).join(' ');
  return text.includes(` ${words} `) || text.includes(` ${words}s `);
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
