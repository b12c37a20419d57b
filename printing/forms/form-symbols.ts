// The default export on purpose: the named export `raw` is another function, of the same name only.
import bwipjs from 'bwip-js/node';
import { html, Markup } from './html.ts';

/** Width of the narrowest bar, as on the slip: a cheap camera still reads it. */
const BAR_MODULE_MM = 0.375;
/** Blank on both sides of the bars (ISO/IEC 15417). */
const BAR_QUIET_MODULES = 10;
const QR_MODULE_MM = 0.75;
/** Blank around a QR code (ISO/IEC 18004). */
const QR_QUIET_MODULES = 4;

/** Code 128 of digits, with its quiet zones. Sixteen digits take 53.6 mm. */
export function barsSvg(digits: string, heightMm: number): Markup {
  const symbol = bwipjs.raw('code128', digits, '')[0];
  if (!symbol || !('sbs' in symbol)) throw new TypeError('no bars for these digits');
  let x = BAR_QUIET_MODULES;
  let path = '';
  for (const [index, modules] of symbol.sbs.entries()) {
    // Bars and spaces take turns, a bar first.
    if (index % 2 === 0) path += `M${x} 0h${modules}v1h-${modules}z`;
    x += modules;
  }
  const modules = x + BAR_QUIET_MODULES;
  return svg({ path, width: modules, height: 1, widthMm: modules * BAR_MODULE_MM, heightMm });
}

/** QR code of digits, error correction M, with its quiet zone. Sixteen digits take 21.8 mm. */
export function qrSvg(digits: string): Markup {
  const symbol = bwipjs.raw('qrcode', digits, 'eclevel=M')[0];
  if (!symbol || !('pixs' in symbol)) throw new TypeError('no QR code for these digits');
  const { pixs, pixx } = symbol;
  const squares = pixs.map((pixel, i) =>
    pixel === 1 ? `M${(i % pixx) + QR_QUIET_MODULES} ${Math.floor(i / pixx) + QR_QUIET_MODULES}h1v1h-1z` : '',
  );
  const modules = pixx + 2 * QR_QUIET_MODULES;
  const sideMm = modules * QR_MODULE_MM;
  return svg({ path: squares.join(''), width: modules, height: modules, widthMm: sideMm, heightMm: sideMm });
}

function svg(picture: {
  readonly path: string;
  /** Of the view box, in modules. */
  readonly width: number;
  readonly height: number;
  readonly widthMm: number;
  readonly heightMm: number;
}): Markup {
  const { path, width, height, widthMm, heightMm } = picture;
  // One path: what touches within it leaves no hairline between.
  return html`<svg
    width="${widthMm}mm"
    height="${heightMm}mm"
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="none"
    shape-rendering="crispEdges"
  >
    <path fill="#000" d="${path}" />
  </svg>`;
}
