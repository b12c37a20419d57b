import { unreachable } from '../../domain/result.ts';
import { groupedScanCode } from '../../domain/scan-code.ts';
import { papersTable } from './papers-table.ts';
import type { SlipBlock } from './slip-content.ts';
import { metricsFor, type SlipMetrics, type TypeName } from './slip-metrics.ts';
import { type Column, type SlipDrawing, SlipPage } from './slip-page.ts';
import { barsOf, QR_QUIET_DOTS, qrOf } from './symbols.ts';
import type { MeasureText, TextRun } from './wrap-text.ts';

type Of<Kind extends SlipBlock['kind']> = Extract<SlipBlock, { kind: Kind }>;

/** Sets the blocks one under the other on paper of the given width. Text wraps; nothing is ever clipped. */
export function layOutSlip(
  blocks: readonly SlipBlock[],
  paper: { readonly widthMm: 58 | 80; readonly widthDots: number },
  measure: MeasureText,
): SlipDrawing {
  const setter = new SlipSetter(new SlipPage(paper.widthDots, measure), metricsFor(paper.widthMm));
  for (const block of blocks) setter.set(block);
  return setter.page.finish();
}

class SlipSetter {
  readonly page: SlipPage;
  readonly #metrics: SlipMetrics;

  constructor(page: SlipPage, metrics: SlipMetrics) {
    this.page = page;
    this.#metrics = metrics;
  }

  set(block: SlipBlock): void {
    switch (block.kind) {
      case 'stamp':
        return this.#stamp(block);
      case 'head':
        return this.#head(block);
      case 'title':
        return this.#title(block);
      case 'line':
        return this.#line(block);
      case 'bars':
        return this.#bars(block);
      case 'rule':
        return this.#rule();
      case 'fact':
        return this.#fact(block);
      case 'papers':
        return this.#papers(block);
      case 'appointment':
        return this.#appointment(block);
      case 'signatures':
        return this.#signatures(block);
      case 'look-up':
        return this.#lookUp(block);
      default:
        return unreachable(block);
    }
  }

  #stamp(block: Of<'stamp'>): void {
    if (block.look === 'banner') this.#banner(block);
    else this.#framedStamp(block);
  }

  #banner({ title, detail }: Of<'stamp'>): void {
    const { page } = this;
    const top = page.y;
    page.y += 6;
    page.write([this.#run('title', title)], this.#column('center'), true);
    page.write([this.#run('caps', detail)], this.#column('center'), true);
    page.y += 6;
    page.box({ x: 0, y: top, width: page.widthDots, height: page.y - top });
    page.y += 12;
  }

  #framedStamp({ title, detail }: Of<'stamp'>): void {
    this.#framed(2, (inside) => {
      this.page.write([this.#run('title', title)], inside);
      this.page.write([this.#run('small', detail)], inside);
    });
  }

  #head({ upper, body, counter }: Of<'head'>): void {
    const { page } = this;
    for (const name of upper) page.write([this.#run('caps', name)], this.#column('center'));
    page.write([this.#run('capsStrong', body)], this.#column('center'));
    page.write([this.#run('caps', counter)], this.#column('center'));
    page.y += 4;
    const width = Math.round(page.widthDots / 4);
    page.box({ x: Math.floor((page.widthDots - width) / 2), y: page.y, width, height: 2 });
    page.y += 8;
  }

  #title({ lines }: Of<'title'>): void {
    this.page.y += 12;
    for (const line of lines) this.page.write([this.#run('title', line)], this.#column('center'));
    this.page.y += 4;
  }

  #line({ tone, text }: Of<'line'>): void {
    this.page.write([this.#run(tone === 'number' ? 'key' : 'small', text)], this.#column('center'));
  }

  #bars({ code }: Of<'bars'>): void {
    const { page } = this;
    const bars = barsOf(code, this.#metrics.barHeightDots);
    page.y += 8;
    page.symbol(bars, { x: Math.floor((page.widthDots - bars.widthDots) / 2), y: page.y }, `Code 128 ${code}`);
    page.y += bars.heightDots + 2;
    page.write([this.#run('digits', groupedScanCode(code))], this.#column('center'));
  }

  #rule(): void {
    const { marginDots } = this.#metrics;
    this.page.y += 10;
    this.page.box({ x: marginDots, y: this.page.y, width: this.page.widthDots - 2 * marginDots, height: 1 });
    this.page.y += 10;
  }

  #fact({ label, value, tone }: Of<'fact'>): void {
    this.page.write(
      [this.#run('body', label), this.#run(tone === 'key' ? 'key' : 'value', value)],
      this.#column('left'),
    );
    this.page.y += 4;
  }

  #papers({ label, papers }: Of<'papers'>): void {
    this.page.write([this.#run('body', label)], this.#column('left'));
    papersTable(this.page, this.#metrics, papers);
    this.page.y += 6;
  }

  #appointment({ label, date, time, notes }: Of<'appointment'>): void {
    this.page.write([this.#run('body', label)], this.#column('left'));
    this.page.y += 4;
    this.#framed(3, (inside) => {
      this.page.write([this.#run('large', date)], inside);
      this.page.write([this.#run('large', time)], inside);
    });
    for (const note of notes) this.page.write([this.#run('small', note)], this.#column('left'));
    this.page.y += 6;
  }

  #signatures({ clerkName }: Of<'signatures'>): void {
    const { page } = this;
    const half = Math.floor(page.widthDots / 2);
    const left: Column = { x: 0, width: half - 6, align: 'center' };
    const right: Column = { x: half + 6, width: half - 6, align: 'center' };
    page.writeCells([
      { runs: [this.#run('caps', 'NGƯỜI NỘP HỒ SƠ')], column: left },
      { runs: [this.#run('caps', 'NGƯỜI TIẾP NHẬN HỒ SƠ')], column: right },
    ]);
    page.writeCells([
      { runs: [this.#run('small', '(ký, ghi rõ họ tên)')], column: left },
      { runs: [this.#run('small', '(ký, ghi rõ họ tên)')], column: right },
    ]);
    page.y += this.#metrics.signatureGapDots;
    page.write([this.#run('key', clerkName)], right);
    page.y += 12;
  }

  #lookUp({ code, lookUpCode, hint }: Of<'look-up'>): void {
    const { page } = this;
    const qr = qrOf(code);
    const top = page.y + QR_QUIET_DOTS;
    page.symbol(qr, { x: QR_QUIET_DOTS, y: top }, `QR ${code}`);
    const textX = qr.widthDots + 2 * QR_QUIET_DOTS;
    const beside: Column = { x: textX, width: page.widthDots - textX - this.#metrics.marginDots, align: 'left' };
    page.y = top - 8;
    page.write([this.#run('body', 'Mã tra cứu:')], beside);
    page.write([this.#run('lookUp', lookUpCode)], beside);
    page.write([this.#run('small', hint)], beside);
    page.y = Math.max(page.y + 4, top + qr.heightDots + QR_QUIET_DOTS);
  }

  #framed(thickness: number, write: (inside: Column) => void): void {
    const { page } = this;
    const x = this.#metrics.marginDots;
    const width = page.widthDots - 2 * x;
    page.y += 4;
    const top = page.y;
    page.y += thickness + 4;
    write({ x: x + thickness + 6, width: width - 2 * (thickness + 6), align: 'center' });
    page.y += thickness + 6;
    page.frame({ x, y: top, width, height: page.y - top }, thickness);
    page.y += 8;
  }

  #run(type: TypeName, text: string): TextRun {
    return { text, style: this.#metrics.type[type] };
  }

  #column(align: Column['align']): Column {
    const { marginDots } = this.#metrics;
    return { x: marginDots, width: this.page.widthDots - 2 * marginDots, align };
  }
}
