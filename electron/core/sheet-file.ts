import { readFile, stat } from 'node:fs/promises';
import { parseCsv } from '../../domain/go-live/csv.ts';
import { type Cells, knownColumns, type Sheet, sheetFrom } from '../../domain/go-live/sheet.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { decodeText, isUtf16 } from './sheet-text.ts';
import { readWorkbook, readXml } from './xlsx-parts.ts';
import { readSheetRows, sheetContext } from './xlsx-rows.ts';
import { isZip, openZip } from './zip-parts.ts';

export type SheetRefusal = {
  readonly code:
    /** Neither separated text nor a workbook of today: an old .xls, a web page, a picture, a locked workbook. */
    | 'not-a-sheet'
    /** More than 20 MB, or a workbook that unpacks to more than 64. */
    | 'too-large'
    /** More than 20,000 rows below the header. */
    | 'too-many-rows'
    /** The medium does not give it, or it is damaged. */
    | 'unreadable'
    /** Nothing stands below a header. */
    | 'empty';
};

const MOST_BYTES = 20 * 1024 * 1024;
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
/** How many sheets of a workbook are looked at for one whose header fits. */
const MOST_SHEETS = 10;

/**
 * The sheet in a file that a clerk chose, separated text or workbook - told apart by what is in it, not by its name.
 * Of a workbook the first sheet on view with the header of old dossiers, else the first that is not empty.
 */
export async function readSheet(path: string): Promise<Result<Sheet, SheetRefusal>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const rows = isZip(bytes.value) ? workbookRows(bytes.value) : textRows(bytes.value);
  return rows.ok ? sheetFrom(rows.value) : rows;
}

async function readBytes(path: string): Promise<Result<Buffer, SheetRefusal>> {
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? refuse({ code: 'too-large' }) : ok(await readFile(path));
  } catch (error) {
    // Whatever the system says of a stick that was pulled out or a file that another program holds.
    if (error instanceof Error && 'code' in error) return refuse({ code: 'unreadable' });
    throw error;
  }
}

function textRows(bytes: Buffer): Result<readonly Cells[], SheetRefusal> {
  // A zero byte stands in no text but UTF-16, which says what it is.
  if (bytes.includes(0) && !isUtf16(bytes)) return refuse({ code: 'not-a-sheet' });
  const text = decodeText(bytes);
  if (text === undefined) return refuse({ code: 'unreadable' });
  // Old systems give web pages the name of a sheet.
  if (/^\s*<|^%PDF/.test(text)) return refuse({ code: 'not-a-sheet' });
  const rows = parseCsv(text);
  return rows ? ok(rows) : refuse({ code: 'too-many-rows' });
}

function workbookRows(bytes: Buffer): Result<readonly Cells[], SheetRefusal> {
  const zip = openZip(bytes, MOST_UNPACKED_BYTES);
  if (!zip) return refuse({ code: 'unreadable' });
  const parts = readWorkbook(zip);
  if (!parts.ok) return parts;
  const context = sheetContext(parts.value);
  if (!context) return refuse({ code: 'unreadable' });
  let firstFilled: readonly Cells[] = [];
  for (const part of parts.value.sheets.slice(0, MOST_SHEETS)) {
    const xml = readXml(zip, part);
    if (!xml.ok) return xml;
    const rows = readSheetRows(xml.value, context);
    if (!rows.ok || knownColumns(rows.value) > 1) return rows;
    if (firstFilled.length === 0) firstFilled = rows.value;
  }
  return ok(firstFilled);
}
