import { app } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type PagePaper, renderPdf } from '../../../electron/main/form-pdf.ts';

// An application that does nothing but turn pages into PDF files: each of FORM_JOBS (a JSON file), all asked for at once.

export type FormJob = { readonly name: string; readonly html: string; readonly paper: PagePaper };

async function run(): Promise<void> {
  await app.whenReady();
  const file = process.env['FORM_JOBS'] ?? '';
  const jobs: readonly FormJob[] = JSON.parse(readFileSync(file, 'utf8'));
  await Promise.all(
    jobs.map(async ({ name, html, paper }) => {
      writeFileSync(path.join(path.dirname(file), `${name}.pdf`), await renderPdf(html, paper));
    }),
  );
  app.exit(0);
}

// Between two pages there is no window.
app.on('window-all-closed', () => undefined);
run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(1);
});
