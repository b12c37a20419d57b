import { isForm, type PrintedPaper } from '../../domain/printed-paper.ts';
import type { ReprintMark } from '../../domain/slips/reprint-mark.ts';
import { FORM_FONT_VERSION } from '../../printing/form-fonts.ts';
import type { FormPage } from '../../printing/form-page.ts';
import type { PrinterProfile } from '../../printing/send-to-printer.ts';
import { FONT_VERSION, pngOf, type SlipRenderer, startSlipRenderer } from '../../printing/slip-artifact.ts';
import type { PrintArtifact } from '../../sync/counter-store.ts';
import { createHash } from 'node:crypto';
import type { ShellClient } from './shell-client.ts';

type Drawn = { readonly paper: PrintedPaper; readonly reprint?: ReprintMark };

/** The shell drew no PDF: it is gone, or its page never came to its end. */
class FormNotDrawnError extends Error {
  override readonly name = 'FormNotDrawnError';
  readonly code = 'form-not-drawn';
}

/** Draws papers off the event loop: slips in a worker, which is started with the first one, forms in the shell. */
export class PaperDrawing {
  readonly #shell: Pick<ShellClient, 'renderPdf'>;
  #renderer: SlipRenderer | undefined;

  constructor(shell: Pick<ShellClient, 'renderPdf'>) {
    this.#shell = shell;
  }

  /** Rejects for what is no slip, and for one that cannot be drawn. */
  async drawSlip({ paper, reprint }: Drawn, profile: PrinterProfile): Promise<PrintArtifact> {
    if (isForm(paper)) throw new TypeError('a form does not come out of a slip printer');
    this.#renderer ??= startSlipRenderer();
    const drawn = await this.#renderer.render({ slip: paper, profile, ...(reprint ? { reprint } : {}) });
    const { bytes, sha256, fontVersion, widthDots, heightDots, raster } = drawn;
    return { bytes, sha256, fontVersion, drawnFor: profile.id, picture: { widthDots, heightDots, raster } };
  }

  /** Rejects for what is no form, and when the shell gives no PDF. */
  async drawForm({ paper, reprint }: Drawn): Promise<PrintArtifact> {
    const page = await formPageOf({ paper, ...(reprint ? { reprint } : {}) });
    const bytes = await this.#shell.renderPdf(page);
    if (!bytes) throw new FormNotDrawnError('the shell gave no PDF');
    return {
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      fontVersion: page.fontVersion,
      drawnFor: '',
    };
  }

  async close(): Promise<void> {
    const renderer = this.#renderer;
    this.#renderer = undefined;
    await renderer?.close();
  }
}

/** What draws forms is loaded with the first one: many counters print slips alone. Rejects for what is no form. */
export async function formPageOf({ paper, reprint }: Drawn): Promise<FormPage> {
  if (!isForm(paper)) throw new TypeError('a slip does not come out of an office printer');
  const { formPage } = await import('../../printing/form-page.ts');
  return formPage(paper, reprint);
}

/** Of the fonts this program draws a paper with. */
export function fontVersionOf(paper: PrintedPaper): string {
  return isForm(paper) ? FORM_FONT_VERSION : FONT_VERSION;
}

export function pictureUrlOf(picture: NonNullable<PrintArtifact['picture']>): string {
  return `data:image/png;base64,${Buffer.from(pngOf(picture)).toString('base64')}`;
}
