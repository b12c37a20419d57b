import type { Box } from './one-bit-picture.ts';
import { fullColumn, run, type SlipSheet } from './slip-sheet.ts';

const RULER_DOTS = 64;
const PATTERN_DOTS = 40;

/** What the program believes of the paper and the head. */
export function setPaper(sheet: SlipSheet): void {
  const { widthMm, widthDots, dotsPerMm } = sheet.paper;
  const headMm = String(Math.round((10 * widthDots) / dotsPerMm) / 10).replace('.', ',');
  sheet.page.write(
    [
      run(sheet, 'body', 'Khổ giấy:'),
      run(sheet, 'value', `${widthMm}\u00a0mm,`),
      run(sheet, 'value', `đầu\u00a0in ${widthDots}\u00a0điểm (${headMm}\u00a0mm)`),
    ],
    fullColumn(sheet, 'left'),
  );
  sheet.page.y += 4;
}

/** A tick each millimetre, a longer one each 5 and 10, and an upright line at the first and the last dot of the head. */
export function setRuler(sheet: SlipSheet): void {
  const { page } = sheet;
  const { widthDots, dotsPerMm } = sheet.paper;
  const dotAt = (mm: number) => Math.round(mm * dotsPerMm);
  page.y += 8;
  const top = page.y;
  const boxes: Box[] = [
    { x: 0, y: top, width: 1, height: RULER_DOTS },
    { x: widthDots - 1, y: top, width: 1, height: RULER_DOTS },
    { x: 0, y: top, width: widthDots, height: 2 },
  ];
  for (let mm = 1; dotAt(mm) < widthDots; mm += 1) {
    boxes.push({ x: dotAt(mm), y: top, width: 1, height: tickDots(mm) });
  }
  page.dots(boxes);
  page.y = top + 34;
  page.writeCells(
    Array.from({ length: Math.floor((widthDots - 24) / dotAt(10)) }, (_, index) => ({
      column: { x: dotAt((index + 1) * 10) - 24, width: 48, align: 'center' },
      paragraphs: [[run(sheet, 'small', String((index + 1) * 10))]],
    })),
  );
  page.y = top + RULER_DOTS + 6;
}

function tickDots(mm: number): number {
  if (mm % 10 === 0) return 30;
  return mm % 5 === 0 ? 22 : 12;
}

/** Tells whether a dot of a tile is black, by its place. */
type Tile = (x: number, y: number) => boolean;

const TILES: readonly Tile[] = [
  // Greys of a quarter, a half and three quarters.
  (x, y) => x % 2 === 0 && y % 2 === 0,
  (x, y) => (x + y) % 2 === 0,
  (x, y) => x % 2 === 0 || y % 2 === 0,
  // Upright and level lines of one dot and of two.
  (x) => x % 2 === 0,
  (x) => x % 4 < 2,
  (_x, y) => y % 2 === 0,
  (_x, y) => y % 4 < 2,
];

/** A row of tiles, then a black bar across the whole head, in which each dead dot leaves a white line. */
export function setPatterns({ page, metrics }: SlipSheet): void {
  const gap = metrics.marginDots;
  const width = Math.floor((page.widthDots - gap * (TILES.length + 1)) / TILES.length);
  page.y += 6;
  for (const [index, isBlack] of TILES.entries()) {
    page.dots(tile(isBlack, { x: gap + index * (width + gap), y: page.y, width, height: PATTERN_DOTS }));
  }
  page.y += PATTERN_DOTS + 10;
  page.dots([{ x: 0, y: page.y, width: page.widthDots, height: 24 }]);
  page.y += 24 + 8;
}

function tile(isBlack: Tile, at: Box): readonly Box[] {
  const boxes: Box[] = [];
  for (let y = 0; y < at.height; y += 1) {
    for (let x = 0; x < at.width; x += 1) {
      if (isBlack(x, y)) boxes.push({ x: at.x + x, y: at.y + y, width: 1, height: 1 });
    }
  }
  return boxes;
}
