import { ok, refuse, type Result } from '../../domain/result.ts';
import { decodeText } from './sheet-text.ts';
import { scanXml, type XmlAttributes } from './xml-scan.ts';
import type { ZipParts, ZipRefusal } from './zip-parts.ts';

/** How a cell shows its number: as a date, or with zeros in front up to so many digits. */
export type CellFormat = 'date' | 'plain' | { readonly pad: number };

/** The parts of a workbook that all its sheets need, still as XML; empty where the file has none. */
export type WorkbookParts = {
  /** Names of the parts that hold the sheets on view, in their order. */
  readonly sheets: readonly string[];
  readonly sharedTexts: string;
  readonly styles: string;
  readonly countsFrom1904: boolean;
};

const MAIN_PART = 'xl/workbook.xml';

/** Refuses `not-a-sheet` a zip file that holds no workbook. */
export function readWorkbook(zip: ZipParts): Result<WorkbookParts, ZipRefusal | { readonly code: 'not-a-sheet' }> {
  const main = readXml(zip, MAIN_PART);
  if (!main.ok) return main;
  if (main.value === '') return refuse({ code: 'not-a-sheet' });
  const links = readXml(zip, 'xl/_rels/workbook.xml.rels');
  if (!links.ok) return links;
  const targets = new Map<string, { readonly type: string; readonly part: string }>();
  const areLinksRead = eachElement(links.value, (name, attribute) => {
    if (name !== 'Relationship') return;
    const type = (attribute('Type') ?? '').replace(/^.*\//, '');
    targets.set(attribute('Id') ?? '', { type, part: partOf(attribute('Target') ?? '') });
  });
  const sheets: string[] = [];
  let countsFrom1904 = false;
  const isMainRead = eachElement(main.value, (name, attribute) => {
    if (name === 'workbookPr') countsFrom1904 = isOn(attribute('date1904'));
    if (name !== 'sheet' || (attribute('state') ?? 'visible') !== 'visible') return;
    const target = targets.get(attribute('id') ?? '');
    if (target?.type === 'worksheet') sheets.push(target.part);
  });
  if (!areLinksRead || !isMainRead) return refuse({ code: 'unreadable' });
  const partOfType = (type: string): string => [...targets.values()].find((target) => target.type === type)?.part ?? '';
  const sharedTexts = readXml(zip, partOfType('sharedStrings'));
  const styles = readXml(zip, partOfType('styles'));
  if (!sharedTexts.ok) return sharedTexts;
  if (!styles.ok) return styles;
  return ok({ sheets, sharedTexts: sharedTexts.value, styles: styles.value, countsFrom1904 });
}

/** The XML of a part; empty when there is no such part. */
export function readXml(zip: ZipParts, name: string): Result<string, ZipRefusal> {
  const bytes = zip.read(name);
  if (!bytes.ok) return bytes;
  if (!bytes.value) return ok('');
  const text = decodeText(bytes.value);
  return text === undefined ? refuse({ code: 'unreadable' }) : ok(text);
}

/** The texts that cells refer to by number, in order; readings of the pronunciation left out. Undefined: no XML. */
export function readSharedTexts(xml: string): readonly string[] | undefined {
  const texts: string[] = [];
  let text = '';
  let isReadingText = false;
  let isPhonetic = false;
  const isWhole = scanXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      if (name === 't') isReadingText = !isPhonetic;
    },
    close: (name) => {
      if (name === 'si') texts.push(unescaped(text));
      if (name === 'rPh') isPhonetic = false;
      if (name === 't') isReadingText = false;
    },
    text: (part) => {
      if (isReadingText) text += part;
    },
  });
  return isWhole ? texts : undefined;
}

/** The formats that cells refer to by number, in order. Undefined: no XML. */
export function readFormats(xml: string): readonly CellFormat[] | undefined {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let isInCells = false;
  const isWhole = scanXml(xml, {
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells) formats.push(formatOf(Number(attribute('numFmtId') ?? 0), codes));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
    text: () => undefined,
  });
  return isWhole ? formats : undefined;
}

/** The file writes a character that XML does not allow as `_x000D_`. */
export function unescaped(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_whole, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)));
}

/** The program that writes such files allows no more; a longer one would take the pattern below for ever. */
const LONGEST_FORMAT = 255;

function formatOf(id: number, codes: ReadonlyMap<number, string>): CellFormat {
  const code = codes.get(id);
  if (code === undefined) return isBuiltInDate(id) ? 'date' : 'plain';
  // Conditions, colours and literal text are not part of the pattern.
  const pattern = code.slice(0, LONGEST_FORMAT).replace(/\[[^\]]*\]|"[^"]*"|[\\_*]./g, '');
  if (/^0{2,}$/.test(pattern)) return { pad: pattern.length };
  return /[dy]/i.test(pattern) ? 'date' : 'plain';
}

/** Formats that no file spells out: days in the first and last ranges, East Asian ones between. Times alone are none. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** From the folder of the workbook, unless it begins at the top. */
function partOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

function eachElement(xml: string, open: (name: string, attribute: XmlAttributes) => void): boolean {
  return scanXml(xml, { open, close: () => undefined, text: () => undefined });
}
