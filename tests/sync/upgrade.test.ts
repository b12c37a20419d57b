import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openCounterStore } from '../../sync/open-counter-store.ts';
import { NEWEST_VERSION } from '../../sync/store/migrate.ts';
import type { Call } from '../../electron/contract/commands.ts';
import { type Contents, contentsOf, FIXTURE_PASSPHRASE, parseContents } from '../fixtures/databases/contents.ts';
import { get, intake, openTestCounter, receive } from '../support/counter.ts';
import { temporaryFolder } from '../support/store.ts';

const FIXTURES = path.join(import.meta.dirname, '../fixtures/databases');
/** The day on which every fixture ends. */
const LAST_DAY = '2020-04-21';

const names = readdirSync(FIXTURES).flatMap((file) => (file.endsWith('.db') ? [path.basename(file, '.db')] : []));

/** A data folder as the older program left it. */
function unpack(name: string): { readonly folder: string; readonly expected: Contents } {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'counter'));
  copyFileSync(path.join(FIXTURES, `${name}.db`), path.join(folder, 'counter', 'counter.db'));
  const witness = path.join(FIXTURES, `${name}.witness`);
  // The first databases had none.
  if (existsSync(witness)) {
    const elsewhere = `${folder}-witness`;
    onTestFinished(() => rmSync(elsewhere, { recursive: true, force: true }));
    mkdirSync(elsewhere);
    copyFileSync(witness, path.join(folder, 'counter', 'numbers.witness'));
    copyFileSync(witness, path.join(elsewhere, '08305-01.witness'));
  }
  return { folder, expected: parseContents(readFileSync(path.join(FIXTURES, `${name}.json`), 'utf8')) };
}

/** As it would stand in a file: what is undefined is not there. */
function asWritten(contents: Contents): Contents {
  return parseContents(JSON.stringify(contents));
}

/** A print job as it was told of when every paper was a slip. What was drawn for it bore a made-up hash: it is drawn anew. */
function asOfToday(job: unknown): object {
  const { slip, drawn: _, ...rest } = job as { readonly slip?: unknown; readonly drawn?: unknown };
  return slip === undefined ? (job as object) : { ...rest, printer: 'slip', paper: slip };
}

test('the databases of every finished piece of work are among those that are upgraded', () => {
  expect(names).toEqual(expect.arrayContaining(['0010-first-slice', '0020-store', '0030-lifecycle', '0040-papers']));
});

describe.each(names)('the database %s, opened by this program', (name) => {
  test('still says everything it said, word for word but for what is known of a dossier or a print job besides', async () => {
    const { folder, expected } = unpack(name);
    const store = openCounterStore({ folder: path.join(folder, 'counter') });
    const { dossiers, printJobs, ...found } = asWritten(contentsOf(store));
    const version = store.database.db.pragma('user_version', { simple: true });
    await store.close();
    const { dossiers: recorded, printJobs: recordedJobs, ...rest } = expected;
    expect(found).toEqual(rest);
    expect(JSON.stringify(found)).toBe(JSON.stringify(rest));
    expect(dossiers).toMatchObject(recorded);
    expect(printJobs).toHaveLength(recordedJobs.length);
    expect(printJobs).toMatchObject(recordedJobs.map(asOfToday));
    expect(Object.keys(dossiers)).toEqual(Object.keys(recorded));
    expect(version).toBe(NEWEST_VERSION);
  });

  test('says the same again, word for word, when it is opened a second time', async () => {
    const { folder } = unpack(name);
    const said: string[] = [];
    for (let opened = 1; opened <= 2; opened += 1) {
      const store = openCounterStore({ folder: path.join(folder, 'counter') });
      said.push(JSON.stringify(contentsOf(store)));
      await store.close();
    }
    expect(said[1]).toBe(said[0]);
  });

  test('lets nobody work before somebody signed in, who becomes the administrator where there was none', async () => {
    const { folder, expected } = unpack(name);
    const counter = await openTestCounter({ folder, setUp: false, now: `${LAST_DAY}T15:00`, signsIn: false });
    for (const [command, input] of [
      ['dossier.receive', { commandId: crypto.randomUUID(), form: intake() }],
      ['dossier.find', { query: 'nguyen', limit: 1 }],
      ['account.list', {}],
    ] as const) {
      expect(await counter.ask(command, input)).toMatchObject({ ok: false, fault: { code: 'not-signed-in' } });
    }
    const { people } = await signIn(counter.call);
    expect(people?.signedIn).toMatchObject({ name: 'Hà Thị Lan', permissions: EVERYTHING });
    expect(people?.accounts).toHaveLength(expected.subjects?.['account']?.length ?? 1);
    await receive(counter.call);
  });

  test('goes on with the next numbers, and finds what was received before and what is received now', async () => {
    const { folder, expected } = unpack(name);
    const counter = await openTestCounter({ folder, setUp: false, now: `${LAST_DAY}T15:00`, signsIn: false });
    await signIn(counter.call);
    const last = Object.values(expected.dossiers).reduce<Numbers>(
      (highest, dossier) => higher(highest, numbersOf(dossier)),
      { ofDay: 0, ofYear: 0 },
    );
    const { dossier, printJobId } = await receive(counter.call);
    expect(numbersOf(dossier)).toEqual({ ofDay: last.ofDay + 1, ofYear: last.ofYear + 1 });
    expect(await counter.call('print.picture', { jobId: printJobId })).toMatch(/^data:image\/png/);
    const found = await counter.call('dossier.find', { query: 'nguyen', limit: 100 });
    const ids = found.rows.map(({ id }) => id as string).toSorted();
    expect(ids).toEqual([...(expected.searches['nguyen'] ?? []), dossier.id].toSorted());
    await counter.restart();
    await signIn(counter.call);
    expect(await counter.call('dossier.get', { id: dossier.id })).toEqual(dossier);
  });
});

const EVERYTHING = ['receive', 'process', 'sign', 'head', 'administer'];

/** As the first administrator; a counter of an older program has none yet. */
async function signIn(call: Call) {
  const { counter, people } = await call('app.state', {});
  const name = counter?.clerkName ?? '';
  const known = people?.accounts.find((account) => account.name === name);
  const passphrase = FIXTURE_PASSPHRASE;
  if (known) return get(await call('account.signIn', { accountId: known.id, passphrase }));
  return get(await call('account.first', { name, passphrase }));
}

type Numbers = { readonly ofDay: number; readonly ofYear: number };

/** Of a dossier of this station, received on {@link LAST_DAY}; others count for the year only. */
function numbersOf(dossier: unknown): Numbers {
  const { intake } = dossier as { readonly intake?: { dossierNumber: string; registerBook: { number: number } } };
  if (!intake) return { ofDay: 0, ofYear: 0 };
  const day = LAST_DAY.slice(2).replaceAll('-', '');
  const ofDay = intake.dossierNumber.includes(`-${day}-`) ? Number(intake.dossierNumber.slice(-4)) : 0;
  return { ofDay, ofYear: intake.registerBook.number };
}

function higher(a: Numbers, b: Numbers): Numbers {
  return { ofDay: Math.max(a.ofDay, b.ofDay), ofYear: Math.max(a.ofYear, b.ofYear) };
}
