import { type Cells, MOST_COLUMNS, RowGatherer } from './sheet.ts';

// Where two fit equally well, the one that is rarer in ordinary text wins.
const SEPARATORS = ['\t', ';', ','] as const;
const LINES_TO_JUDGE_BY = 30;

/**
 * The rows of a text of separated values; a row with a line break in quotes is one row. Undefined when there are more
 * than a sheet may have. Blank rows count, those at the end do not; cells past the last column a sheet may have are left out.
 *
 * The separator is the one of tab, semicolon and comma that makes the widest row near the top, unless a first line
 * `sep=…` names it. A quote that nothing closes is an ordinary character.
 */
export function parseCsv(text: string): readonly Cells[] | undefined {
  const named = /^sep=([\t;,])(?:\r\n|\r|\n|$)/.exec(text);
  if (named?.[1] !== undefined) return readRows(text.slice(named[0].length), named[1]);
  return readRows(text, separatorOf(text));
}

function separatorOf(text: string): string {
  let best: string = SEPARATORS[0];
  let widest = 0;
  for (const separator of SEPARATORS) {
    const reader = new CellReader(text, separator);
    let width = 0;
    for (let line = 0; line < LINES_TO_JUDGE_BY && !reader.isAtEnd; line += 1) {
      width = Math.max(width, reader.row().length);
    }
    if (width > widest) [best, widest] = [separator, width];
  }
  return best;
}

function readRows(text: string, separator: string): readonly Cells[] | undefined {
  const reader = new CellReader(text, separator);
  const gatherer = new RowGatherer();
  while (!reader.isAtEnd) {
    if (!gatherer.add(reader.row())) return undefined;
  }
  return gatherer.rows;
}

class CellReader {
  readonly #text: string;
  readonly #separator: string;
  readonly #end: RegExp;
  #at = 0;

  constructor(text: string, separator: string) {
    this.#text = text;
    this.#separator = separator;
    this.#end = new RegExp(`[${separator}\r\n]`, 'g');
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  row(): Cells {
    const cells: string[] = [];
    for (;;) {
      const cell = this.#cell();
      if (cells.length < MOST_COLUMNS) cells.push(cell);
      if (this.#text[this.#at] !== this.#separator) break;
      this.#at += 1;
    }
    this.#at += this.#text.startsWith('\r\n', this.#at) ? 2 : 1;
    return cells;
  }

  #cell(): string {
    const quoted = this.#text[this.#at] === '"' ? this.#quoted() : '';
    this.#end.lastIndex = this.#at;
    const end = this.#end.exec(this.#text)?.index ?? this.#text.length;
    const plain = this.#text.slice(this.#at, end);
    this.#at = end;
    return quoted + plain;
  }

  #quoted(): string {
    let close = this.#text.indexOf('"', this.#at + 1);
    while (close >= 0 && this.#text[close + 1] === '"') close = this.#text.indexOf('"', close + 2);
    // Happens once at most: every cell below that begins with a quote has a second one.
    if (close < 0) return '';
    const inside = this.#text.slice(this.#at + 1, close).replaceAll('""', '"');
    this.#at = close + 1;
    return inside;
  }
}
