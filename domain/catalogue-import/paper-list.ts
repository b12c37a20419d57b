import { foldText } from '../search-text.ts';
import { isObject } from './official-row.ts';
import { plainLines, plainText, saysNothing } from './plain-text.ts';

/** One line of a list of papers as the file has it. */
export type ListedPaper = {
  readonly name: string;
  readonly originals: unknown;
  readonly copies: unknown;
  /** False where the file says that not everybody needs it. */
  readonly required: boolean;
  /** Heading it stands under (trường hợp); '' for none, or for one that says nothing. */
  readonly group: string;
};

/**
 * The lines of a list of papers, whatever its form: the portal's cases with their components, a flat list, or the lines of
 * a cell, where `[…]` is a heading and "(1 bản chính, 0 bản sao)" at the end gives the counts.
 */
export function listedPapers(raw: unknown): readonly ListedPaper[] {
  const entries = Array.isArray(raw) ? raw : [raw];
  return entries.flatMap((entry) => {
    if (!isObject(entry)) return linesOfCell(entry);
    const group = headingIn(entry['group'] ?? entry['case'] ?? '');
    const components = entry['profileComponents'] ?? entry['papers'];
    return Array.isArray(components)
      ? components.flatMap((each) => componentOf(each, headingIn(entry['name'])))
      : componentOf(entry, group);
  });
}

function componentOf(raw: unknown, group: string): readonly ListedPaper[] {
  if (!isObject(raw)) return linesOfCell(raw).map((line) => ({ ...line, group }));
  const name = plainText(raw['name']);
  if (name === '') return [];
  return [
    {
      name,
      originals: raw['originalQty'] ?? raw['originals'] ?? raw['original'],
      copies: raw['copyQty'] ?? raw['copies'] ?? raw['copy'],
      required: raw['required'] !== false,
      group,
    },
  ];
}

function linesOfCell(cell: unknown): readonly ListedPaper[] {
  let group = '';
  const listed: ListedPaper[] = [];
  for (const line of plainLines(cell)) {
    const heading = /^\[([^\]]*)\]$/.exec(line);
    if (heading) group = headingIn(heading[1]);
    else if (!saysNothing(line)) listed.push({ ...countsIn(line.replace(/^[-+•*]\s*/u, '')), required: true, group });
  }
  return listed;
}

function countsIn(line: string): Pick<ListedPaper, 'name' | 'originals' | 'copies'> {
  const counts = /\(([^()]{0,60}bản (?:chính|sao)[^()]{0,60})\)$/iu.exec(line);
  const originals = /(\d{1,3}) bản chính/iu.exec(counts?.[1] ?? '')?.[1];
  const copies = /(\d{1,3}) bản sao/iu.exec(counts?.[1] ?? '')?.[1];
  if (!counts || (originals === undefined && copies === undefined)) return { name: line, originals: '', copies: '' };
  return { name: line.slice(0, counts.index).trim() || line, originals, copies };
}

function headingIn(raw: unknown): string {
  const text = plainText(raw);
  const folded = foldText(text).replace(/[:.]$/, '');
  return saysNothing(text) || /^(?:(?:thanh phan )?ho so )?(?:bao )?gom(?: co)?$|^thanh phan ho so$/.test(folded)
    ? ''
    : text;
}
