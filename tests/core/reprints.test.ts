import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { get, openTestCounter, receive, refusalOf, type TestCounter } from '../support/counter.ts';
import { act } from '../support/life.ts';
import { startMoodyPrinter, type MoodyPrinter } from '../support/moody-printer.ts';

const MISSING = [{ id: 'birth-certificate', name: 'Giấy chứng sinh', note: 'Chưa đóng dấu' }];

async function counterWithPrinter(): Promise<{ readonly counter: TestCounter; readonly printer: MoodyPrinter }> {
  const printer = await startMoodyPrinter();
  const choice = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  return { counter: await openTestCounter({ setUp: { printer: choice } }), printer };
}

type Kept = {
  readonly id: number;
  readonly state: string;
  readonly copyNo: number;
  readonly key: string;
  readonly date: string | null;
};

/** The jobs as they stand in the file, oldest first. */
function kept({ folder }: TestCounter): readonly Kept[] {
  return reading(folder, (db) =>
    db
      .prepare<[], Kept>(
        `SELECT id, state, copy_no AS copyNo, paper_key AS key, substr(paper ->> '$.appointment.at', 1, 10) AS date
         FROM print_job ORDER BY id`,
      )
      .all(),
  );
}

function reading<T>(folder: string, act: (db: Database.Database) => T, readonly = true): T {
  const db = new Database(path.join(folder, 'counter', 'counter.db'), { readonly });
  try {
    return act(db);
  } finally {
    db.close();
  }
}

const untilState = (counter: TestCounter, jobId: number, state: string): Promise<void> =>
  counter.until(async () => (await counter.call('print.jobs', {})).find(({ id }) => id === jobId)?.state === state);

async function askForPaper({ call }: TestCounter, dossierId: Parameters<typeof act>[1]): Promise<void> {
  await act(call, dossierId, { kind: 'processing-started', specialist: '' });
  await act(call, dossierId, {
    kind: 'supplement-requested',
    missing: MISSING,
    reason: 'Thiếu',
    respondBy: '2020-04-30',
  });
}

describe('a slip that is printed again', () => {
  test('bears the date that counts, whichever job it is asked for by', async () => {
    const { counter, printer } = await counterWithPrinter();
    printer.mood = { kind: 'breaks-at-end' };
    const { dossier, printJobId } = await receive(counter.call, { procedureCode: '1.004873' });
    await untilState(counter, printJobId, 'unknown');
    printer.mood = { kind: 'prints' };
    await askForPaper(counter, dossier.id);
    await untilState(counter, printJobId + 1, 'confirmed');
    counter.setClock('2020-04-24T09:00');
    await act(counter.call, dossier.id, { kind: 'supplement-received', papers: [] });
    await untilState(counter, printJobId + 2, 'confirmed');
    get(await counter.call('print.settle', { jobId: printJobId, answer: 'print-now' }));
    await untilState(counter, printJobId + 3, 'confirmed');
    get(await counter.call('print.again', { jobId: printJobId }));
    await untilState(counter, printJobId + 4, 'confirmed');
    const slips = kept(counter).filter(({ key }) => key.startsWith('receipt-slip/'));
    expect(slips.map(({ copyNo, date }) => [copyNo, date])).toEqual([
      [1, '2020-04-23'],
      [2, '2020-04-29'],
      [3, '2020-04-29'],
      [4, '2020-04-29'],
    ]);
    expect(slips[0]?.state).toBe('cancelled');
  });

  test('has the first date again when what moved it was taken back', async () => {
    const { counter } = await counterWithPrinter();
    const { dossier } = await receive(counter.call, { procedureCode: '1.004873' });
    await askForPaper(counter, dossier.id);
    counter.setClock('2020-04-24T09:00');
    const moved = await act(counter.call, dossier.id, { kind: 'supplement-received', papers: [] });
    const { log = '', seq = 0 } = moved.lastUndoable ?? {};
    await act(counter.call, dossier.id, { kind: 'step-undone', undoes: { log, seq }, reason: 'Bấm nhầm' });
    const { jobId } = get(await counter.call('print.again', { dossierId: dossier.id }));
    expect(kept(counter).find(({ id }) => id === jobId)).toMatchObject({ date: '2020-04-23', copyNo: 3 });
  });

  test('is never the first copy, also where no job knows of the first', async () => {
    const { counter } = await counterWithPrinter();
    const { dossier } = await receive(counter.call);
    await counter.close();
    reading(counter.folder, (db) => db.exec('DELETE FROM print_job'), false);
    await counter.restart();
    const { jobId } = get(await counter.call('print.again', { dossierId: dossier.id }));
    expect(kept(counter).find(({ id }) => id === jobId)?.copyNo).toBe(2);
  });

  test('is refused for a dossier that is void', async () => {
    const { counter } = await counterWithPrinter();
    const { dossier, printJobId } = await receive(counter.call);
    await act(counter.call, dossier.id, { kind: 'voided', reason: 'Nhập nhầm người' });
    expect(refusalOf(await counter.call('print.again', { dossierId: dossier.id }))).toEqual({ code: 'no-slip' });
    expect(refusalOf(await counter.call('print.again', { jobId: printJobId }))).toEqual({ code: 'no-slip' });
    const asked = { form: 'receipt-slip', dossierId: dossier.id } as const;
    expect(refusalOf(await counter.call('print.form', { asked, to: 'file' }))).toEqual({ code: 'no-such-form' });
  });
});

test('what was taken back while it waited for the printer does not come out any more', async () => {
  const counter = await openTestCounter();
  const { dossier } = await receive(counter.call);
  await act(counter.call, dossier.id, { kind: 'processing-started', specialist: '' });
  const wish = { kind: 'supplement-requested', missing: MISSING, reason: 'Thiếu', respondBy: '2020-04-30' } as const;
  const asked = await act(counter.call, dossier.id, wish);
  const { log = '', seq = 0 } = asked.lastUndoable ?? {};
  await act(counter.call, dossier.id, { kind: 'step-undone', undoes: { log, seq }, reason: 'Bấm nhầm' });
  expect(kept(counter).map(({ state }) => state)).toEqual(['queued', 'cancelled']);
  await act(counter.call, dossier.id, { kind: 'voided', reason: 'Nhập nhầm người' });
  expect(kept(counter).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
});

describe('a picture that rotted on the disk', () => {
  test.each([
    ['cannot be unpacked', (packed: Uint8Array) => packed.fill(0xff, 0, 40)],
    ['is unpacked to other bytes', (packed: Uint8Array) => packed.subarray(0, Math.floor(packed.length / 2))],
  ])('and %s is drawn anew, and holds nothing up', async (_how, rot) => {
    const counter = await openTestCounter();
    const printer = await startMoodyPrinter();
    printer.mood = { kind: 'no-paper' };
    const choice = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
    get(await counter.call('printer.choose', { choice, modelId: 'generic-80' }));
    const { printJobId } = await receive(counter.call);
    await counter.until(async () => (await counter.call('print.jobs', {}))[0]?.trouble === 'paper-out');
    await counter.close();
    reading(
      counter.folder,
      (db) => {
        const packed = db.prepare<[], Buffer>('SELECT artifact FROM print_job').pluck().get() ?? Buffer.of();
        expect(inflateRawSync(packed).length).toBeGreaterThan(1_000);
        db.prepare('UPDATE print_job SET artifact = ?').run(rot(packed));
      },
      false,
    );
    printer.mood = { kind: 'prints' };
    await counter.restart();
    await untilState(counter, printJobId, 'confirmed');
    expect(await counter.call('print.picture', { jobId: printJobId })).toMatch(/^data:image\/png/);
  });
});
