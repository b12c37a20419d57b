import type { FontWeight } from './fonts.ts';
import { printableText } from './printable-text.ts';

/** How a stretch of text looks. */
export type TextStyle = { readonly weight: FontWeight; readonly sizeDots: number };

export type TextRun = { readonly text: string; readonly style: TextStyle };

/** Width in dots of a text in a style. */
export type MeasureText = (text: string, style: TextStyle) => number;

/** One word (or what is left of one) where it stands on its line. */
export type PlacedText = TextRun & { readonly x: number; readonly width: number };

export type WrappedLine = { readonly pieces: readonly PlacedText[]; readonly width: number };

/**
 * Breaks runs of text into lines of at most `widthDots`, at spaces; a word too long for a line of its own is broken
 * between letters. Nothing that can be seen is ever left out and no line is wider than asked, unless a single letter is.
 */
export function wrapText(runs: readonly TextRun[], widthDots: number, measure: MeasureText): readonly WrappedLine[] {
  const wrapper = new LineWrapper(widthDots, measure);
  for (const run of runs) {
    // A no-break space belongs to its word.
    for (const word of printableText(run.text).split(/[^\S\u00a0]+/u)) if (word !== '') wrapper.add(word, run.style);
  }
  return wrapper.finish();
}

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

class LineWrapper {
  readonly #lines: WrappedLine[] = [];
  #pieces: PlacedText[] = [];
  #end = 0;
  readonly #widthDots: number;
  readonly #measure: MeasureText;

  constructor(widthDots: number, measure: MeasureText) {
    this.#widthDots = widthDots;
    this.#measure = measure;
  }

  add(word: string, style: TextStyle): void {
    const width = this.#measure(word, style);
    const gap = this.#pieces.length === 0 ? 0 : this.#measure(' ', style);
    if (this.#end + gap + width > this.#widthDots && this.#pieces.length > 0) {
      this.#breakLine();
      this.add(word, style);
    } else if (width > this.#widthDots) {
      this.#addBroken(word, style);
    } else {
      this.#place({ text: word, style, x: this.#end + gap, width });
    }
  }

  finish(): readonly WrappedLine[] {
    if (this.#pieces.length > 0) this.#breakLine();
    return this.#lines;
  }

  // Only called at the start of a line.
  #addBroken(word: string, style: TextStyle): void {
    let head = '';
    for (const letter of this.#lettersOf(word, style)) {
      if (head !== '' && this.#measure(head + letter, style) > this.#widthDots) {
        const kept = upToJoint(head);
        this.#place({ text: kept, style, x: 0, width: this.#measure(kept, style) });
        this.#breakLine();
        head = head.slice(kept.length);
      }
      head += letter;
    }
    this.#place({ text: head, style, x: 0, width: this.#measure(head, style) });
  }

  /** A letter with its marks stays whole unless it alone is wider than the line. */
  #lettersOf(word: string, style: TextStyle): readonly string[] {
    return Array.from(letters.segment(word), ({ segment }) => segment).flatMap((letter) =>
      this.#measure(letter, style) > this.#widthDots ? Array.from(letter) : [letter],
    );
  }

  #place(piece: PlacedText): void {
    this.#pieces.push(piece);
    this.#end = piece.x + piece.width;
  }

  #breakLine(): void {
    this.#lines.push({ pieces: this.#pieces, width: this.#end });
    this.#pieces = [];
    this.#end = 0;
  }
}

/** Numbers and addresses break behind a hyphen or a slash, if there is one far enough on; all else where the line is full. */
function upToJoint(head: string): string {
  const joint = Math.max(head.lastIndexOf('-'), head.lastIndexOf('/')) + 1;
  return joint * 3 >= head.length ? head.slice(0, joint) : head;
}
