import { readFile, stat } from 'node:fs/promises';
import { catalogueDiff, proceduresToPublish, withoutRowsToFix } from '../../domain/catalogue-import/catalogue-diff.ts';
import { readCatalogue } from '../../domain/catalogue-import/read-catalogue.ts';
import { readOldDossiers } from '../../domain/go-live/old-dossier-row.ts';
import { dateOf, localMomentAt } from '../../domain/plain-date.ts';
import { procedureSubject } from '../../domain/publication/publication-event.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { Handlers } from '../contract/commands.ts';
import type { FilePurpose } from '../contract/envelope.ts';
import type { CatalogueReadIn, OldDossiersReadIn, SheetRefusal } from '../contract/views.ts';
import { actionOf } from './acting.ts';
import { carryOver } from './carry-over.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import type { Machine } from './machine.ts';
import { readSheet } from './sheet-file.ts';
import type { ShellClient } from './shell-client.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type ReadInCommand = 'catalogue.read' | 'catalogue.apply' | 'goLive.read' | 'goLive.apply';
type Parts = { readonly shell: ShellClient; readonly machine: Machine };

/** Of an official catalogue: the whole country's is far less. */
const MOST_CATALOGUE_BYTES = 32 * 1024 * 1024;

/**
 * Files of others that are read in: first looked at and shown, then applied by a second command that names what was shown.
 * What was shown is kept until the program ends or another file is read.
 */
export function readInHandlers(session: CounterSession, parts: Parts): Pick<Handlers, ReadInCommand> {
  let catalogue: CatalogueReadIn | undefined;
  let oldDossiers: OldDossiersReadIn | undefined;
  return {
    'catalogue.read': async () => {
      const data = await chosen(parts.shell, 'catalogue', readCatalogueData);
      if (!data.ok) return data;
      catalogue = lookAt(data.value, session.getEstablished(), parts.machine.uuid());
      return ok(catalogue);
    },
    'catalogue.apply': ({ readingId }) =>
      orStorageRefusal(() => {
        if (catalogue?.readingId !== readingId) return refuse({ code: 'nothing-read' as const });
        const published = publish(catalogue, session.getEstablished());
        if (published.ok) catalogue = undefined;
        return published;
      }),
    'goLive.read': async () => {
      const sheet = await chosen(parts.shell, 'old-dossiers', readSheet);
      if (!sheet.ok) return sheet;
      const { publications } = session.getEstablished();
      const context = {
        day: dateOf(session.now()),
        procedures: publications.all(),
        hours: publications.unitRules(),
      };
      oldDossiers = { readingId: parts.machine.uuid(), read: readOldDossiers(sheet.value, context) };
      return ok(oldDossiers);
    },
    'goLive.apply': ({ readingId }) =>
      orStorageRefusal(async () => {
        if (oldDossiers?.readingId !== readingId) return refuse({ code: 'nothing-read' as const });
        return carryOver(session.getEstablished(), oldDossiers.read);
      }),
  };
}

async function chosen<T>(
  shell: ShellClient,
  purpose: FilePurpose,
  read: (path: string) => Promise<Result<T, SheetRefusal>>,
): Promise<Result<T, SheetRefusal | { readonly code: 'no-file' }>> {
  const path = await shell.chooseFile(purpose);
  return path === null ? refuse({ code: 'no-file' }) : read(path);
}

/** What the portal gives as JSON; any other file as a table, its rows by their headings. */
async function readCatalogueData(path: string): Promise<Result<unknown, SheetRefusal>> {
  if (!/\.json$/i.test(path)) {
    const sheet = await readSheet(path);
    if (!sheet.ok) return sheet;
    const { header, rows } = sheet.value;
    return ok(rows.map((cells) => Object.fromEntries(header.map((heading, i) => [heading, cells[i] ?? '']))));
  }
  try {
    if ((await stat(path)).size > MOST_CATALOGUE_BYTES) return refuse({ code: 'too-large' });
    return ok(JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, '')));
  } catch (error) {
    // Whatever the disk or the parser has against it: the file is not what it should be.
    if (error instanceof Error) return refuse({ code: 'unreadable' });
    throw error;
  }
}

function lookAt(data: unknown, { publications, clock }: EstablishedCounter, readingId: string): CatalogueReadIn {
  const day = dateOf(localMomentAt(clock.read().at));
  const known = publications.all();
  const version = `${day}/${readingId.slice(0, 6)}`;
  const reading = readCatalogue(data, { day, effectiveFrom: day, version, known });
  const incoming = reading.accepted.map(({ procedure }) => procedure);
  return { readingId, reading, diff: withoutRowsToFix(catalogueDiff(known, incoming, day), reading.toFix) };
}

function publish({ diff }: CatalogueReadIn, counter: EstablishedCounter) {
  const acting = actionOf(counter, 'administer');
  if (!acting.ok) return acting;
  const procedures = proceduresToPublish(diff);
  counter.store.commit(acting.value.action, (work) => {
    for (const procedure of procedures) {
      const subject = procedureSubject(procedure.code);
      work.append({ kind: 'procedure-published', subject, payload: { procedure } });
    }
    return ok({});
  });
  return ok({ published: procedures.length });
}
