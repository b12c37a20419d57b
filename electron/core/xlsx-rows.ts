import { momentOfSerial } from '../../domain/go-live/sheet-date.ts';
import { type Cells, MOST_COLUMNS, RowGatherer } from '../../domain/go-live/sheet.ts';
import { momentOf } from '../../domain/plain-date.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { scanXml, type XmlAttributes } from './xml-scan.ts';
import { type CellFormat, readFormats, readSharedTexts, unescaped, type WorkbookParts } from './xlsx-parts.ts';

/** What all sheets of a workbook share. */
export type SheetContext = {
  readonly texts: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly countsFrom1904: boolean;
};

/** Days between the two calendars in which spreadsheets count. */
const DAYS_1900_TO_1904 = 1_462;
/** A whole number above it was rounded to fit a double. */
const GREATEST_SOUND_NUMBER = Number.MAX_SAFE_INTEGER;
const WIDEST_PAD = 30;
/** A small file can name one long text in every cell: they are counted each time. */
const MOST_CHARACTERS = 40_000_000;

export type RowsRefusal = { readonly code: 'too-many-rows' | 'too-large' | 'unreadable' };

/** What the sheets of `parts` have in common; undefined when a part is no XML. */
export function sheetContext(parts: WorkbookParts): SheetContext | undefined {
  const texts = readSharedTexts(parts.sharedTexts);
  const formats = readFormats(parts.styles);
  return texts && formats && { texts, formats, countsFrom1904: parts.countsFrom1904 };
}

/**
 * The rows of one sheet as text: a date as `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`, a whole number in all its digits, an error
 * of a formula as nothing. Blank rows between filled ones keep their place; of merged cells only the first is filled.
 */
export function readSheetRows(xml: string, context: SheetContext): Result<readonly Cells[], RowsRefusal> {
  const reader = new SheetReader(context);
  const isWhole = scanXml(xml, reader, () => reader.limit !== undefined);
  if (!isWhole) return refuse({ code: 'unreadable' });
  return reader.limit === undefined ? ok(reader.rows) : refuse({ code: reader.limit });
}

class SheetReader {
  readonly #context: SheetContext;
  readonly #gatherer = new RowGatherer();
  /** The limit that the sheet passed. */
  limit: 'too-many-rows' | 'too-large' | undefined;
  #characters = 0;
  #cells: string[] = [];
  #rowIndex: number | undefined;
  #column = 0;
  #cell: { readonly type: string; readonly format: CellFormat | undefined } | undefined;
  #value = '';
  #isReadingText = false;
  #isPhonetic = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  get rows(): readonly Cells[] {
    return this.#gatherer.rows;
  }

  readonly open = (name: string, attribute: XmlAttributes): void => {
    if (name === 'c') {
      this.#column = columnOf(attribute('r')) ?? this.#column;
      this.#cell = { type: attribute('t') ?? 'n', format: this.#context.formats[Number(attribute('s') ?? 0)] };
      this.#value = '';
    } else if (name === 'row') {
      this.#cells = [];
      this.#column = 0;
      this.#rowIndex = indexOf(attribute('r'));
    } else if (name === 'rPh') this.#isPhonetic = true;
    else if (name === 'v' || name === 't') this.#isReadingText = this.#cell !== undefined && !this.#isPhonetic;
  };

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.#isReadingText = false;
    else if (name === 'rPh') this.#isPhonetic = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row' && !this.#gatherer.add(this.#cells, this.#rowIndex)) this.limit = 'too-many-rows';
  };

  readonly text = (text: string): void => {
    if (this.#isReadingText) this.#value += text;
  };

  #endCell(): void {
    const text = this.#cell ? cellText(this.#value, this.#cell, this.#context) : '';
    if (text !== '' && this.#column < MOST_COLUMNS) {
      while (this.#cells.length < this.#column) this.#cells.push('');
      this.#cells[this.#column] = text;
    }
    this.#characters += text.length;
    if (this.#characters > MOST_CHARACTERS) this.limit = 'too-large';
    this.#column += 1;
    this.#cell = undefined;
  }
}

function cellText(
  value: string,
  cell: { readonly type: string; readonly format: CellFormat | undefined },
  context: SheetContext,
): string {
  switch (cell.type) {
    case 's':
      return context.texts[Number(value)] ?? '';
    case 'n':
      return numberText(value, cell.format, context.countsFrom1904);
    case 'b':
      return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : '';
    case 'd':
      return value.slice(0, 16).replace(/T00:00$/, '');
    case 'e':
      return '';
    default:
      return unescaped(value);
  }
}

function numberText(value: string, format: CellFormat | undefined, countsFrom1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value.trim();
  if (format === 'date') {
    const moment = momentOfSerial(number + (countsFrom1904 ? DAYS_1900_TO_1904 : 0));
    if (moment) return moment.minute === undefined ? moment.date : momentOf(moment.date, moment.minute);
  }
  // Kept with its exponent, so that it shows that the last digits are not to be trusted.
  if (Math.abs(number) > GREATEST_SOUND_NUMBER) return number.toExponential().toUpperCase();
  const text = String(number);
  return typeof format === 'object' && /^\d+$/.test(text) ? text.padStart(Math.min(format.pad, WIDEST_PAD), '0') : text;
}

/** 0 of `A7`, 27 of `AB7`. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function indexOf(row: string | undefined): number | undefined {
  const number = Number(row);
  return Number.isInteger(number) && number >= 1 ? number - 1 : undefined;
}
