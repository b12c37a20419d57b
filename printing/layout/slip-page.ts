import type { Box } from './one-bit-picture.ts';
import type { CodeSymbol } from './symbols.ts';
import { type MeasureText, type TextRun, type TextStyle, wrapText } from './wrap-text.ts';

/** A slip laid out in whole dots: what `paint` needs and nothing else. */
export type SlipDrawing = {
  readonly widthDots: number;
  readonly heightDots: number;
  /** Baseline and left edge of each word. */
  readonly texts: readonly DrawnText[];
  /** Black before the text comes: rules, frames, banners. */
  readonly boxes: readonly Box[];
  /** Black after everything else: bars, QR squares, patterns, never anti-aliased. */
  readonly symbolBoxes: readonly Box[];
  /** The same text line by line, top to bottom, for people and tests. */
  readonly lines: readonly string[];
};

export type DrawnText = TextRun & { readonly x: number; readonly baseline: number; readonly isWhite: boolean };

/** Text that stands beside other text: each paragraph starts a line of its own. */
export type Cell = { readonly paragraphs: readonly (readonly TextRun[])[]; readonly column: Column };

/** Where a stretch of text goes: a column and how it stands in it. */
export type Column = { readonly x: number; readonly width: number; readonly align: 'left' | 'center' | 'right' };

// Room for two marks on a capital (Ế) under a letter with a dot below (ệ), and no more: paper is long enough.
const ASCENT = 1.03;
const LINE_HEIGHT = 1.3;

export function lineHeight(style: TextStyle): number {
  return Math.round(style.sizeDots * LINE_HEIGHT);
}

/** A strip of paper that is filled from the top. */
export class SlipPage {
  readonly widthDots: number;
  readonly #measure: MeasureText;
  readonly #texts: DrawnText[] = [];
  readonly #boxes: Box[] = [];
  readonly #symbolBoxes: Box[] = [];
  readonly #lines: string[] = [];
  /** The first free row. */
  y = 0;

  constructor(widthDots: number, measure: MeasureText) {
    this.widthDots = widthDots;
    this.#measure = measure;
  }

  widthOf({ text, style }: TextRun): number {
    return this.#measure(text, style);
  }

  /** Writes from `y` down and moves `y` below the last line. */
  write(runs: readonly TextRun[], column: Column, isWhite = false): void {
    for (const line of wrapText(runs, column.width, this.#measure)) {
      const tallest = Math.max(...line.pieces.map((piece) => piece.style.sizeDots));
      const baseline = this.y + Math.round(tallest * ASCENT);
      const left = column.x + slack(column, line.width);
      for (const { text, style, x } of line.pieces) {
        this.#texts.push({ text, style, x: left + x, baseline, isWhite });
      }
      this.#lines.push(line.pieces.map((piece) => piece.text.replaceAll('\u00a0', ' ')).join(' '));
      this.y += Math.max(...line.pieces.map((piece) => lineHeight(piece.style)));
    }
  }

  /** Writes several cells side by side from the same row; `y` ends below the tallest. */
  writeCells(cells: readonly Cell[]): void {
    const top = this.y;
    let bottom = top;
    const texts: string[] = [];
    for (const { paragraphs, column } of cells) {
      const firstLine = this.#lines.length;
      this.y = top;
      for (const runs of paragraphs) this.write(runs, column);
      bottom = Math.max(bottom, this.y);
      texts.push(this.#lines.splice(firstLine).join(' '));
    }
    this.y = bottom;
    // Side by side on paper, so one line to a reader.
    this.#lines.push(texts.join(' | '));
  }

  box(box: Box): void {
    this.#boxes.push(box);
  }

  frame(outer: Box, thickness: number): void {
    const { x, y, width, height } = outer;
    this.box({ x, y, width, height: thickness });
    this.box({ x, y: y + height - thickness, width, height: thickness });
    this.box({ x, y, width: thickness, height });
    this.box({ x: x + width - thickness, y, width: thickness, height });
  }

  symbol(symbol: CodeSymbol, at: { readonly x: number; readonly y: number }, name: string): void {
    this.dots(symbol.boxes.map((box) => ({ ...box, x: box.x + at.x, y: box.y + at.y })));
    this.#lines.push(`[${name}]`);
  }

  /** Boxes that are put in dot by dot, like those of a symbol. */
  dots(boxes: readonly Box[]): void {
    for (const box of boxes) this.#symbolBoxes.push(box);
  }

  finish(): SlipDrawing {
    return {
      widthDots: this.widthDots,
      heightDots: this.y,
      texts: this.#texts,
      boxes: this.#boxes,
      symbolBoxes: this.#symbolBoxes,
      lines: this.#lines,
    };
  }
}

function slack(column: Column, lineWidth: number): number {
  const free = Math.max(0, column.width - lineWidth);
  if (column.align === 'left') return 0;
  return column.align === 'right' ? free : Math.floor(free / 2);
}
