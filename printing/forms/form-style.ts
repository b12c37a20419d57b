import type { FormPaper } from '../../domain/forms/form-sheet.ts';

/** Millimetres: top, right, bottom, left. Left is wider on what is bound into the dossier. */
const PAGES: Readonly<Record<FormPaper, { readonly size: string; readonly margin: string }>> = {
  A5: { size: '148mm 210mm', margin: '6mm 9mm 7.5mm 11mm' },
  A4: { size: '210mm 297mm', margin: '15mm 12mm 15mm 20mm' },
  'A4-landscape': { size: '297mm 210mm', margin: '12mm 8mm 14mm 8mm' },
};

/** The register book alone has numbered pages: whoever signs in it must see that none is missing. */
const PAGE_NUMBERS = "@bottom-center{content:'Trang ' counter(page) '/' counter(pages);font:9pt Tinos,serif}";

/** Size and margins of the paper, and what stands in the margin below: which paper it is, for a page that got loose. */
export function pageStyle(paper: FormPaper, feet: readonly string[]): string {
  const { size, margin } = PAGES[paper];
  const numbers = paper === 'A4-landscape' ? PAGE_NUMBERS : '';
  const boxes = feet.map((foot, i) => `@page copy${i}{@bottom-right{content:${cssText(foot)};font:7pt Tinos,serif}}`);
  const named = feet.map((_foot, i) => `.copy:nth-of-type(${i + 1}){page:copy${i}}`);
  // A Chromium that is too old for boxes in the margin also begins a new page before each picture on a named page.
  const feetRules = `@supports (text-box:trim-both cap alphabetic){${boxes.join('')}${named.join('')}}`;
  return `@page{size:${size};margin:${margin};${numbers}}${feetRules}`;
}

/** Any text as a string of CSS within HTML: whatever is no letter, digit or space is escaped. */
function cssText(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `);
  return `'${escaped}'`;
}

/** Of all forms. Sizes are in points, as the rules for administrative documents give them (NĐ 30/2020). */
export const FORM_STYLE = `
*{box-sizing:border-box}
html,body{margin:0;padding:0;color:#000}
body{font-family:Tinos,'Times New Roman',serif;line-height:1.2;overflow-wrap:anywhere;hyphens:none;
 font-variant-ligatures:none;-webkit-print-color-adjust:exact;print-color-adjust:exact}
p{margin:0 0 .17em;padding-top:.05em;text-align:left;orphans:2;widows:2}
.small{font-size:10pt;line-height:1.15}.middle{font-size:12pt}.large{font-size:13pt}
.copy+.copy{break-before:page}
/* Marks on capitals reach above their line: without room they come out at the foot of the page before. */
.copy{padding-top:1mm}
.head{display:grid;grid-template-columns:57mm 1fr;column-gap:2mm;text-align:center;line-height:1.15;text-wrap:balance}
.head>div{min-width:0}
.A4 .head{grid-template-columns:76mm 1fr}.A4-landscape .head{grid-template-columns:1fr 1fr}
.head .under{display:inline-block;border-bottom:.35mm solid #000;padding-bottom:.3mm}
.head .rule{width:22mm;border-top:.35mm solid #000;margin:.6mm auto .8mm}
.head svg{display:block;margin:0 auto;background:#fff}
.small .head,.middle .head{font-size:9pt}.large .head{font-size:11.5pt}.state{white-space:nowrap}
.small .state,.middle .state{font-size:8.5pt}
.motto{font-weight:700}.small .motto,.middle .motto{font-size:9.5pt}
.place{font-style:italic;margin-top:1mm}.small .place,.middle .place{font-size:10pt}
.number{margin:.4mm 0}.small .number,.middle .number{font-size:10pt}
.digits{letter-spacing:.06em;margin-top:.3mm;background:#fff}
.title{text-align:center;font-weight:700;margin:1mm 0 .4mm;text-wrap:balance}
.small .title{font-size:12pt}.middle .title{font-size:13.5pt}.large .title{font-size:15pt;margin-top:4mm}
.sub{text-align:center;margin:0}
.reprint{width:max-content;max-width:100%;margin:0 auto 1mm;padding:.3mm 3mm;border:.4mm solid #000;text-align:center;
 font-size:9pt;background:#fff}
.reprint b{font-size:10.5pt}
.body{margin-top:1.2mm}
.pair{display:flex;column-gap:4mm}.pair>*{flex:0 1 auto}.pair>.grow{flex:1 1 0}
.fill{display:flex;align-items:baseline}.fill>.dots{flex:1 1 0}
.dots{display:inline-block;min-width:8mm;border-bottom:.25mm dotted #000;margin-left:1mm}
.dots.line{display:block;height:1.35em;margin:0}
.list{margin:0 0 .3em;padding:0 0 0 1.8em}
/* With a date in one piece at its end a line cannot be stretched without gaps. */
.indent{text-indent:7mm}.justify{text-align:justify;text-indent:7mm}
table{width:100%;border-collapse:collapse;table-layout:fixed}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{border:.25mm solid #000;padding:.4mm .8mm;vertical-align:top;text-align:left}
th{font-weight:700;text-align:center;vertical-align:middle}
td.mid,th.mid{text-align:center}
.papers{margin:.4mm 0 1mm}.small .papers{font-size:9.5pt}
.tight p{margin-bottom:0;padding-top:0}.tight th,.tight td{padding:.2mm .8mm}
.signatures{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;column-gap:4mm;text-align:center;margin-top:1.5mm;text-wrap:balance;
 break-inside:avoid;break-before:avoid}
.signatures .role{font-weight:700}.signatures .how{font-style:italic;font-size:.92em}
.middle .signatures{margin-top:4mm}.large .signatures{margin-top:6mm}
.signatures .room{height:16mm}.small .signatures .room{height:8.5mm}
.signatures .who{font-weight:700}
.receivers{text-align:left;font-size:.85em;line-height:1.25}
.receivers b{font-style:italic}
.notes{font-size:7.8pt;line-height:1.1;margin-top:.8mm;break-inside:avoid}
.notes p{margin:0}
.trial{position:fixed;inset:0;display:flex;align-items:center;justify-content:center;z-index:-1}
.trial span{transform:rotate(-35deg);white-space:nowrap;font-weight:700;color:#d2d2d2}
.A5 .trial span{font-size:25pt}.A4 .trial span{font-size:38pt}.A4-landscape .trial span{font-size:48pt}
.A4-landscape .trial span{transform:rotate(-25deg)}
`;
