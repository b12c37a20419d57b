import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { projectRoot } from '../../scripts/console.ts';

const RENDERER = path.join(projectRoot, 'renderer');
const VIETNAMESE = /[\u00C0-\u024F\u1EA0-\u1EF9]/u;

/** What a source says in Vietnamese: in a text, between tags, never in a comment. */
function vietnameseIn(fileName: string, source: string): readonly string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node);
    if (isText && VIETNAMESE.test(node.text)) found.push(node.text.trim());
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true));
  return found;
}

test('a Vietnamese sentence between tags, in an attribute or in a template is seen, one in a comment is not', () => {
  const source = '/* Chú thích */ const a = <p title="Nút">Chào {name}, {`ngày ${day} tháng`}</p>; const b = \'late\';';
  expect(vietnameseIn('spoilt.tsx', source)).toEqual(['Nút', 'Chào', 'ngày', 'tháng']);
});

test('no Vietnamese sentence stands outside renderer/text/', () => {
  const outside = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith(`text${path.sep}`))
    .flatMap((file) =>
      vietnameseIn(file, readFileSync(path.join(RENDERER, file), 'utf8')).map((text) => `${file}: ${text}`),
    );
  expect(outside).toEqual([]);
});
