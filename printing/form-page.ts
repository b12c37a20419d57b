import { type FormPaper, type FormSheet, paperOf } from '../domain/forms/form-sheet.ts';
import { unreachable } from '../domain/result.ts';
import type { ReprintMark } from '../domain/slips/reprint-mark.ts';
import { drawApology } from './forms/apology-form.ts';
import { drawBatchList } from './forms/batch-list-form.ts';
import { drawControlSheet } from './forms/control-sheet-form.ts';
import { FORM_FONT_VERSION, formFonts } from './forms/form-fonts.ts';
import { type FormDrawing, reprintFrame } from './forms/form-parts.ts';
import { FORM_STYLE, pageStyle } from './forms/form-style.ts';
import { html, Markup } from './forms/html.ts';
import { drawIntakeRefusal } from './forms/intake-refusal-form.ts';
import { drawProcedureList } from './forms/procedure-list-form.ts';
import { drawProcedureNotice } from './forms/procedure-notice-form.ts';
import { drawReceiptSlip } from './forms/receipt-slip-form.ts';
import { drawRegisterBook } from './forms/register-book-form.ts';
import { drawScannerSheet } from './forms/scanner-sheet-form.ts';
import { drawStopNotice } from './forms/stop-notice-form.ts';
import { drawSupplementRequest } from './forms/supplement-request-form.ts';

export { FORM_FONT_VERSION } from './forms/form-fonts.ts';

/** A form as one page of HTML, ready for whatever turns it into paper. */
export type FormPage = {
  /** Asks nobody for anything and runs nothing: fonts and codes are in it. All copies, each on pages of its own. */
  readonly html: string;
  readonly paper: FormPaper;
  /** {@link FORM_FONT_VERSION} of the program that drew it. */
  readonly fontVersion: string;
};

/** `reprint`: for every print after the first, which says so on each copy. */
export function formPage(sheet: FormSheet, reprint?: ReprintMark): FormPage {
  const paper = paperOf(sheet);
  const { size, copies, content, name, style = '' } = drawingOf(sheet);
  const feet = copies.map((copy) => (copy === '' ? name : `${name} – ${copy}`));
  const rules = new Markup(`${formFonts()}\n${pageStyle(paper, feet)}${FORM_STYLE}${style}`);
  const page = html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"
        />
        <title>${name}</title>
        <style>
          ${rules}
        </style>
      </head>
      <body class="${paper} ${size}">
        ${sheet.isTrial ? html`<div class="trial"><span>BẢN THỬ – KHÔNG CÓ GIÁ TRỊ</span></div>` : undefined}
        ${copies.map(
          (copy) =>
            html`<section class="copy">${reprint ? reprintFrame(reprint) : undefined} ${content(copy)}</section>`,
        )}
      </body>
    </html>`;
  return { html: page.text, paper, fontVersion: FORM_FONT_VERSION };
}

function drawingOf(sheet: FormSheet): FormDrawing {
  switch (sheet.template) {
    case 'form/receipt-slip/1':
      return drawReceiptSlip(sheet);
    case 'form/supplement-request/1':
      return drawSupplementRequest(sheet);
    case 'form/intake-refusal/1':
      return drawIntakeRefusal(sheet);
    case 'form/apology/1':
      return drawApology(sheet);
    case 'form/stop-notice/1':
      return drawStopNotice(sheet);
    case 'form/control-sheet/1':
      return drawControlSheet(sheet);
    case 'form/register-book/1':
      return drawRegisterBook(sheet);
    case 'form/batch-list/1':
      return drawBatchList(sheet);
    case 'form/procedure-notice/1':
      return drawProcedureNotice(sheet);
    case 'form/procedure-list/1':
      return drawProcedureList(sheet);
    case 'form/scanner-sheet/1':
      return drawScannerSheet(sheet);
    default:
      return unreachable(sheet);
  }
}
