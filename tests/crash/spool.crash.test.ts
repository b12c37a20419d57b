import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { PrintJobState } from '../../electron/contract/print-views.ts';
import { startCoreProcess, TODAY_SET_UP } from '../support/core-process.ts';
import { choosePrinter, get, receive } from '../support/counter.ts';
import { holds, type Mood, type MoodyPrinter, startMoodyPrinter } from '../support/moody-printer.ts';
import { temporaryFolder } from '../support/store.ts';

type Core = ReturnType<typeof startCoreProcess>;

/** Where the plug is pulled: how the printer is, and what it has taken by then. */
type Moment = {
  readonly name: string;
  readonly mood: Mood;
  readonly until: (core: Core, printer: MoodyPrinter, jobId: number) => Promise<void>;
  /** What stands in the file then. */
  readonly left: readonly PrintJobState[];
  /** Whether a restart prints it by itself. */
  readonly isPrintedByItself: boolean;
};

const stateOf = async (core: Core, jobId: number): Promise<PrintJobState | undefined> =>
  (await core.call('print.jobs', {})).find(({ id }) => id === jobId)?.state;

const until =
  (state: PrintJobState): Moment['until'] =>
  async (core, _printer, jobId) => {
    for (let now = await stateOf(core, jobId); now !== state; now = await stateOf(core, jobId)) {
      if (now !== 'queued' && now !== 'sending') throw new Error(`the job is ${now}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

const MOMENTS: readonly Moment[] = [
  // Right behind the commit: it is being drawn.
  {
    name: 'drawn',
    mood: { kind: 'no-paper' },
    until: () => Promise.resolve(),
    left: ['queued', 'sending'],
    isPrintedByItself: true,
  },
  {
    name: 'queued, because there is no paper',
    mood: { kind: 'no-paper' },
    until: async (core, _printer, jobId) => {
      const said = async () => (await core.call('print.jobs', {})).find(({ id }) => id === jobId)?.trouble;
      while ((await said()) !== 'paper-out') await new Promise((resolve) => setTimeout(resolve, 5));
    },
    left: ['queued'],
    isPrintedByItself: true,
  },
  {
    name: 'sending, with the first bytes out',
    mood: { kind: 'hangs', afterBytes: 1 },
    until: (_core, printer) => printer.untilTaken(1),
    left: ['sending'],
    isPrintedByItself: false,
  },
  {
    name: 'sending, with half of it out',
    mood: { kind: 'hangs', afterBytes: 20_000 },
    until: (_core, printer) => printer.untilTaken(20_000),
    left: ['sending'],
    isPrintedByItself: false,
  },
  {
    name: 'unknown, because the printer broke off',
    mood: { kind: 'resets', afterBytes: 20_000 },
    until: until('unknown'),
    left: ['unknown'],
    isPrintedByItself: false,
  },
  {
    name: 'confirmed',
    mood: { kind: 'prints' },
    until: until('confirmed'),
    left: ['confirmed'],
    isPrintedByItself: false,
  },
  { name: 'sent', mood: { kind: 'mute' }, until: until('sent'), left: ['sent'], isPrintedByItself: false },
];

test.each(MOMENTS)('a core that is killed while a slip is $name loses none and prints none twice', async (moment) => {
  const printer = await startMoodyPrinter();
  printer.mood = moment.mood;
  const folder = temporaryFolder();
  const before = startCoreProcess({ folder });
  await before.opened;
  const choice = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  get(await before.call('setup.complete', { ...TODAY_SET_UP, printer: choice }));
  const { dossier, printJobId } = await receive(before.call);
  await moment.until(before, printer, printJobId);
  await before.kill();
  const left = jobIn(folder, printJobId);
  expect(moment.left).toContain(left.state);

  printer.mood = { kind: 'prints' };
  const after = startCoreProcess({ folder });
  await after.opened;
  await choosePrinter(after.call, choice);
  // What comes after it is through, so it had its turn.
  const fence = await receive(after.call);
  await until('confirmed')(after, printer, fence.printJobId);
  const found = jobIn(folder, printJobId);
  if (left.state === 'sending') expect(found).toMatchObject({ state: 'unknown', trouble: 'interrupted' });
  else if (moment.isPrintedByItself) expect(found.state).toBe('confirmed');
  else expect(found.state).toBe(left.state);
  expect(timesPrinted(printer, found.bytes)).toBeLessThanOrEqual(1);
  if (found.state === 'confirmed') expect(timesPrinted(printer, found.bytes)).toBe(1);

  if (found.state === 'unknown') {
    get(await after.call('print.settle', { jobId: printJobId, answer: 'print-now' }));
    await until('confirmed')(after, printer, fence.printJobId + 1);
    const copy = jobIn(folder, fence.printJobId + 1);
    expect(copy.copyNo).toBe(2);
    expect(timesPrinted(printer, copy.bytes)).toBe(1);
  }
  expect(await after.call('dossier.get', { id: dossier.id })).not.toBeNull();
  expect(await after.drain()).toBe(0);
});

type KeptJob = {
  readonly state: PrintJobState;
  readonly trouble: string;
  readonly copyNo: number;
  /** Empty while nothing is drawn. */
  readonly bytes: Uint8Array;
};

function jobIn(folder: string, id: number): KeptJob {
  const db = new Database(path.join(folder, 'counter', 'counter.db'), { readonly: true });
  try {
    const row = db
      .prepare<
        [number],
        { state: PrintJobState; trouble: string; copy_no: number; artifact: Uint8Array | null; raster_bytes: number }
      >('SELECT state, trouble, copy_no, artifact, raster_bytes FROM print_job WHERE id = ?')
      .get(id);
    if (!row) throw new Error(`no job ${id}`);
    const bytes = row.artifact ? inflateRawSync(row.artifact).subarray(row.raster_bytes) : new Uint8Array();
    return { state: row.state, trouble: row.trouble, copyNo: row.copy_no, bytes };
  } finally {
    db.close();
  }
}

function timesPrinted({ taken }: MoodyPrinter, bytes: Uint8Array): number {
  return bytes.length === 0 ? 0 : taken.filter((each) => holds(each, bytes)).length;
}
