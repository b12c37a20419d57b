import { setFramed, setHead, setSignatures, setStamp } from './frames.ts';
import type { BlockOf, SlipBlock } from './slip-block.ts';
import { metricsFor } from './slip-metrics.ts';
import { type SlipDrawing, SlipPage } from './slip-page.ts';
import { fullColumn, type Paper, run, type SlipSheet } from './slip-sheet.ts';
import { setBars, setQr } from './symbol-rows.ts';
import { setAmounts, setList, setSheets } from './tables.ts';
import { setPaper, setPatterns, setRuler } from './test-patterns.ts';
import type { MeasureText } from './wrap-text.ts';

/** Sets the blocks one under the other. Text wraps; nothing is ever clipped. */
export function layOutSlip(blocks: readonly SlipBlock[], paper: Paper, measure: MeasureText): SlipDrawing {
  const page = new SlipPage(paper.widthDots, measure);
  const sheet: SlipSheet = { page, metrics: metricsFor(paper.widthDots), paper };
  for (const block of blocks) setBlock(sheet, block);
  return page.finish();
}

type Kind = SlipBlock['kind'];

const SETTERS: { readonly [K in Kind]: (sheet: SlipSheet, block: BlockOf<K>) => void } = {
  stamp: setStamp,
  head: setHead,
  title: setTitle,
  line: setLine,
  bars: setBars,
  rule: setRule,
  fact: setFact,
  text: setText,
  list: setList,
  sheets: setSheets,
  amounts: setAmounts,
  'key-date': setKeyDate,
  signatures: setSignatures,
  qr: setQr,
  paper: setPaper,
  ruler: setRuler,
  patterns: setPatterns,
};

function setBlock<K extends Kind>(sheet: SlipSheet, block: BlockOf<K>): void {
  SETTERS[block.kind](sheet, block);
}

function setTitle(sheet: SlipSheet, { lines }: BlockOf<'title'>): void {
  const { page } = sheet;
  page.y += 12;
  for (const line of lines) page.write([run(sheet, 'title', line)], fullColumn(sheet, 'center'));
  page.y += 4;
}

function setLine(sheet: SlipSheet, { tone, text }: BlockOf<'line'>): void {
  sheet.page.write([run(sheet, tone === 'number' ? 'key' : 'small', text)], fullColumn(sheet, 'center'));
}

function setRule({ page, metrics }: SlipSheet): void {
  const { marginDots } = metrics;
  page.y += 10;
  page.box({ x: marginDots, y: page.y, width: page.widthDots - 2 * marginDots, height: 1 });
  page.y += 10;
}

function setFact(sheet: SlipSheet, { label, value, tone }: BlockOf<'fact'>): void {
  const { page } = sheet;
  page.write(
    [run(sheet, 'body', label), run(sheet, tone === 'key' ? 'key' : 'value', value)],
    fullColumn(sheet, 'left'),
  );
  page.y += 4;
}

const TEXT_TYPES = { strong: 'key', body: 'body', note: 'small' } as const;

function setText(sheet: SlipSheet, { tone, text }: BlockOf<'text'>): void {
  sheet.page.write([run(sheet, TEXT_TYPES[tone], text)], fullColumn(sheet, 'left'));
  sheet.page.y += 4;
}

function setKeyDate(sheet: SlipSheet, { label, lines, advice, notes }: BlockOf<'key-date'>): void {
  const { page } = sheet;
  page.write([run(sheet, 'body', label)], fullColumn(sheet, 'left'));
  page.y += 4;
  setFramed(sheet, 3, (inside) => {
    for (const line of lines) page.write([run(sheet, 'large', line)], inside);
  });
  if (advice !== undefined) page.write([run(sheet, 'key', advice)], fullColumn(sheet, 'left'));
  for (const note of notes) page.write([run(sheet, 'small', note)], fullColumn(sheet, 'left'));
  page.y += 6;
}
