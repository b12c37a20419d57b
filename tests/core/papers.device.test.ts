import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { plainDate } from '../../domain/plain-date.ts';
import type { FormAsked, PrintJobRow } from '../../electron/contract/print-views.ts';
import { openTestCounter, get, intake, receive, refusalOf, type TestCounter } from '../support/counter.ts';
import { act, awaitingTransfer, changeBatch, COPIES, RECEIVER } from '../support/life.ts';
import { temporaryFolder } from '../support/store.ts';
import { startTestPrinter, type TestPrinter } from '../printing/ipp/test-printer.ts';

const MISSING = [{ id: 'birth-certificate', name: 'Giấy chứng sinh', note: 'Chưa đóng dấu' }];
/** Whatever the shell draws: the core looks at no byte of it. */
const PDF = Buffer.from('%PDF-1.4 drawn by the shell').toString('base64');

/** A counter whose shell draws pages and lets the clerk choose `file`. */
function openWithShell(answers: Readonly<Record<string, string>> = {}): Promise<TestCounter> {
  const keyStore = new Map(Object.entries({ 'render-pdf': PDF, ...answers }));
  return openTestCounter({ keyStore, setUp: { printer: { kind: 'virtual' } } });
}

async function ippPrinter(): Promise<TestPrinter> {
  const printer = await startTestPrinter();
  onTestFinished(() => printer.close());
  return printer;
}

async function withIpp(): Promise<{ readonly counter: TestCounter; readonly printer: TestPrinter }> {
  const counter = await openWithShell();
  const printer = await ippPrinter();
  get(await counter.call('printer.chooseForForms', { choice: { kind: 'ipp', uri: printer.uri } }));
  return { counter, printer };
}

const rows = (counter: TestCounter): Promise<readonly PrintJobRow[]> => counter.call('print.jobs', {});

async function papersOf(counter: TestCounter): Promise<readonly string[]> {
  return (await rows(counter)).map(({ paper, copyNo }) => `${paper} ${copyNo}`).toSorted();
}

async function untilAllDone(counter: TestCounter): Promise<readonly PrintJobRow[]> {
  await counter.until(async () => (await rows(counter)).every(({ state }) => state === 'confirmed'));
  return rows(counter);
}

/** As they stand in the file, oldest first. */
function frozenPapers(folder: string): readonly { readonly appointment?: { readonly at: string } }[] {
  const db = new Database(path.join(folder, 'counter', 'counter.db'), { readonly: true });
  const papers = db.prepare<[], string>('SELECT paper FROM print_job ORDER BY id').pluck().all();
  db.close();
  return papers.map((paper) => JSON.parse(paper) as { readonly appointment?: { readonly at: string } });
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('what happens to a dossier gives out its papers in the same commit', () => {
  test('a reception its slip, and with an office printer Mẫu 01 as well', async () => {
    const { counter, printer } = await withIpp();
    const { dossier } = await receive(counter.call);
    const jobs = await untilAllDone(counter);
    expect(jobs.map(({ paper, about }) => [paper, about].join(' ')).toSorted()).toEqual([
      `form-receipt-slip ${dossier.intake?.dossierNumber}`,
      `receipt-slip ${dossier.intake?.dossierNumber}`,
    ]);
    expect(printer.jobs.map(({ document }) => Buffer.from(document).toString('base64'))).toEqual([PDF]);
  });

  test('without an office printer no form waits for one', async () => {
    const counter = await openWithShell();
    await receive(counter.call);
    expect(await papersOf(counter)).toEqual(['receipt-slip 1']);
  });

  test('what is missing before the reception is told on a slip and on Mẫu 02, a refusal on Mẫu 03 alone', async () => {
    const { counter } = await withIpp();
    const applicant = { kind: 'person', name: 'Bùi Văn Ổn', idNumber: '', phone: '', address: 'Khu 3' } as const;
    const asked = { procedureCode: '1.001193', applicant } as const;
    get(await counter.call('dossier.guide', { ...asked, commandId: randomUUID(), missing: MISSING, reason: 'Thiếu' }));
    const refusal = { ground: 'not-competent', reason: 'Thuộc xã khác' } as const;
    get(await counter.call('dossier.refuseIntake', { ...asked, commandId: randomUUID(), ...refusal }));
    await untilAllDone(counter);
    expect(await papersOf(counter)).toEqual([
      'form-intake-refusal 1',
      'form-supplement-request 1',
      'supplement-slip 1',
    ]);
  });

  test('a date that a wait has moved is given out on the slip again, as a copy', async () => {
    const counter = await openWithShell();
    const { dossier } = await receive(counter.call, { procedureCode: '1.004873' });
    await act(counter.call, dossier.id, { kind: 'processing-started', specialist: '' });
    await act(counter.call, dossier.id, {
      kind: 'supplement-requested',
      missing: MISSING,
      reason: 'Thiếu giấy',
      respondBy: '2020-04-30',
    });
    await untilAllDone(counter);
    counter.setClock('2020-04-24T09:00');
    await act(counter.call, dossier.id, { kind: 'supplement-received', papers: [] });
    await untilAllDone(counter);
    expect(await papersOf(counter)).toEqual(['receipt-slip 1', 'receipt-slip 2', 'supplement-slip 1']);
    // What is asked for again is the one with the date that counts.
    const again = get(await counter.call('print.again', { dossierId: dossier.id }));
    await untilAllDone(counter);
    expect((await rows(counter)).find(({ id }) => id === again.jobId)?.copyNo).toBe(3);
    const dates = frozenPapers(counter.folder).map(({ appointment }) => appointment?.at.slice(0, 10));
    expect(dates).toEqual(['2020-04-23', undefined, '2020-04-29', '2020-04-29']);
  });

  test('a command that comes twice gives out nothing twice', async () => {
    const { counter } = await withIpp();
    const input = { commandId: randomUUID(), form: intake() };
    get(await counter.call('dossier.receive', input));
    get(await counter.call('dossier.receive', input));
    await untilAllDone(counter);
    expect(await papersOf(counter)).toEqual(['form-receipt-slip 1', 'receipt-slip 1']);
  });
});

describe('a paper that somebody asks for', () => {
  test('is printed as it stands now, and refused while there is nothing it could say', async () => {
    const counter = await openWithShell();
    const { dossier } = await receive(counter.call, {
      procedureCode: COPIES,
      fees: { counts: { pages: 2, copies: 1 } },
    });
    const dossierId = dossier.id;
    for (const slip of ['hand-over', 'supplement', 'fee-receipt'] as const) {
      expect(refusalOf(await counter.call('print.slip', { slip, dossierId }))).toEqual({ code: 'no-slip' });
    }
    const receipt = { kind: 'numbered', book: 'A1', number: '7' } as const;
    await act(counter.call, dossierId, { kind: 'fee-collected', feeVnd: 4_000, dutyVnd: 0, method: 'cash', receipt });
    const handOver = {
      commandId: randomUUID(),
      dossierId,
      receiver: RECEIVER,
      result: { number: '', signer: 'Hà Sáu' },
    };
    get(await counter.call('dossier.handOver', handOver));
    get(await counter.call('print.slip', { slip: 'fee-receipt', dossierId }));
    get(await counter.call('print.slip', { slip: 'hand-over', dossierId }));
    get(await counter.call('print.slip', { slip: 'hand-over', dossierId }));
    await untilAllDone(counter);
    expect(await papersOf(counter)).toEqual([
      'fee-receipt 1',
      'hand-over-slip 1',
      'hand-over-slip 2',
      'receipt-slip 1',
    ]);
  });

  test('of a batch: its list on a slip and on A4', async () => {
    const { counter, printer } = await withIpp();
    const dossier = await awaitingTransfer(counter.call);
    const open = { commandId: randomUUID(), direction: 'up', otherBody: 'BHXH huyện' } as const;
    const { code } = get(await counter.call('batch.open', open));
    await changeBatch(counter.call, code, { kind: 'add', dossierId: dossier.id, originals: 3, copies: 0, note: '' });
    get(await counter.call('print.slip', { slip: 'batch-list', code }));
    get(await counter.call('print.form', { asked: { form: 'batch-list', code }, to: 'printer' }));
    const jobs = await untilAllDone(counter);
    expect(jobs.filter(({ about }) => about === code).map(({ paper }) => paper)).toEqual([
      'form-batch-list',
      'batch-list',
    ]);
    expect(printer.jobs.at(-1)?.jobAttributes).toBeDefined();
  });

  test('every form of a dossier, the register of its book, and the sheet for scanners', async () => {
    const { counter, printer } = await withIpp();
    const { dossier } = await receive(counter.call);
    const dossierId = dossier.id;
    const book = dossier.intake?.registerBook.book ?? '';
    const day = plainDate('2020-04-20');
    const asked: readonly FormAsked[] = [
      { form: 'receipt-slip', dossierId },
      { form: 'control-sheet', dossierId },
      { form: 'register-book', book, from: day, until: day },
      { form: 'scanner-sheet' },
    ];
    for (const each of asked) get(await counter.call('print.form', { asked: each, to: 'printer' }));
    await untilAllDone(counter);
    // Mẫu 01 came with the reception and is the second of its kind now.
    expect((await papersOf(counter)).filter((paper) => paper.startsWith('form-'))).toEqual([
      'form-control-sheet 1',
      'form-receipt-slip 1',
      'form-receipt-slip 2',
      'form-register-book 1',
      'form-scanner-sheet 1',
    ]);
    expect(printer.jobs).toHaveLength(5);
    expect(printer.complaints).toEqual([]);
  });

  test('that its dossier cannot have, or a register of years, is refused', async () => {
    const { counter } = await withIpp();
    const { dossier } = await receive(counter.call);
    const refused = async (asked: FormAsked) => refusalOf(await counter.call('print.form', { asked, to: 'printer' }));
    expect(await refused({ form: 'apology', dossierId: dossier.id })).toEqual({ code: 'no-such-form' });
    // There was no such form in the years with districts.
    expect(await refused({ form: 'stop-notice', dossierId: dossier.id })).toEqual({ code: 'no-such-form' });
    const book = '2020-01';
    const [from, until] = [plainDate('2018-01-01'), plainDate('2020-04-20')];
    expect(await refused({ form: 'register-book', book, from, until })).toEqual({ code: 'too-many-rows' });
    expect(await refused({ form: 'register-book', book, from: until, until: from })).toEqual({ code: 'no-such-form' });
  });
});

describe('without an office printer', () => {
  test('a form becomes a PDF where the clerk wants it', async () => {
    const file = path.join(temporaryFolder(), 'giấy.pdf');
    const counter = await openWithShell({ 'save-file': base64(file) });
    const { dossier } = await receive(counter.call);
    const asked = { form: 'receipt-slip', dossierId: dossier.id } as const;
    const { jobId } = get(await counter.call('print.form', { asked, to: 'printer' }));
    await untilAllDone(counter);
    expect(readFileSync(file).toString('base64')).toBe(PDF);
    expect((await rows(counter)).find(({ id }) => id === jobId)).toMatchObject({ printer: 'file', copyNo: 1 });
  });

  test('a clerk who chooses no place gave it up, and a place that cannot be written is named', async () => {
    const counter = await openWithShell();
    const { dossier } = await receive(counter.call);
    const asked = { form: 'receipt-slip', dossierId: dossier.id } as const;
    const given = get(await counter.call('print.form', { asked, to: 'file' }));
    await counter.until(async () => (await rows(counter)).find(({ id }) => id === given.jobId)?.state === 'cancelled');

    const nowhere = path.join(temporaryFolder(), 'gone', 'giấy.pdf');
    const other = await openWithShell({ 'save-file': base64(nowhere) });
    const second = await receive(other.call);
    const wish = { asked: { form: 'receipt-slip', dossierId: second.dossier.id }, to: 'file' } as const;
    const { jobId } = get(await other.call('print.form', wish));
    await other.until(async () => (await rows(other)).find(({ id }) => id === jobId)?.state === 'failed');
    expect((await rows(other)).find(({ id }) => id === jobId)).toMatchObject({ trouble: 'file-not-written' });
    expect(existsSync(nowhere)).toBe(false);
  });

  test('the system’s dialog prints it, gives it up, or leaves it open whether it printed', async () => {
    for (const [said, state] of [
      ['printed', 'sent'],
      ['cancelled', 'cancelled'],
      ['failed', 'unknown'],
    ] as const) {
      const counter = await openWithShell({ 'print-page': base64(said) });
      get(await counter.call('printer.chooseForForms', { choice: { kind: 'system' } }));
      const { dossier } = await receive(counter.call);
      const asked = { form: 'receipt-slip', dossierId: dossier.id } as const;
      const { jobId } = get(await counter.call('print.form', { asked, to: 'printer' }));
      await counter.until(async () => (await rows(counter)).find(({ id }) => id === jobId)?.state === state);
    }
  });
});

describe('an office printer', () => {
  test('out of paper says so while the job waits, and is through when there is paper again', async () => {
    const { counter, printer } = await withIpp();
    printer.manners.paper = 'out';
    await receive(counter.call);
    const form = async () => (await rows(counter)).find(({ paper }) => paper === 'form-receipt-slip');
    await counter.until(async () => (await form())?.trouble === 'paper-out');
    expect(await form()).toMatchObject({ state: 'sending' });
    printer.manners.paper = 'there';
    await untilAllDone(counter);
    expect(printer.jobs).toHaveLength(1);
  });

  test('lets a job go that the clerk gives up', async () => {
    const { counter, printer } = await withIpp();
    printer.manners.paper = 'out';
    await receive(counter.call);
    const form = async () => (await rows(counter)).find(({ paper }) => paper === 'form-receipt-slip');
    await counter.until(async () => (await form())?.trouble === 'paper-out');
    get(await counter.call('print.settle', { jobId: (await form())?.id ?? 0, answer: 'cancel' }));
    await counter.until(async () => (await form())?.state === 'cancelled');
    expect(printer.jobs.map(({ state }) => state)).toEqual(['canceled']);
  });

  test('that gave a job up asks whether the paper is out, and a slip never waits for it', async () => {
    const { counter, printer } = await withIpp();
    printer.manners.jobsEnd = 'aborted';
    const { printJobId } = await receive(counter.call);
    const form = async () => (await rows(counter)).find(({ paper }) => paper === 'form-receipt-slip');
    await counter.until(async () => (await form())?.state === 'unknown');
    expect(await form()).toMatchObject({ trouble: 'given-up-by-printer' });
    await counter.until(async () => (await rows(counter)).find(({ id }) => id === printJobId)?.state === 'confirmed');
  });

  test('at which somebody gives the job up asks whether the paper is out', async () => {
    const { counter, printer } = await withIpp();
    printer.manners.paper = 'out';
    await receive(counter.call);
    const form = async () => (await rows(counter)).find(({ paper }) => paper === 'form-receipt-slip');
    await counter.until(async () => (await form())?.trouble === 'paper-out');
    for (const job of printer.jobs) job.state = 'canceled';
    await counter.until(async () => (await form())?.state === 'unknown');
    expect(await form()).toMatchObject({ trouble: 'given-up-by-printer' });
  });

  test('that forgets a job while it waits for paper asks whether the paper is out', async () => {
    const { counter, printer } = await withIpp();
    printer.manners.paper = 'out';
    await receive(counter.call);
    const form = async () => (await rows(counter)).find(({ paper }) => paper === 'form-receipt-slip');
    await counter.until(async () => (await form())?.trouble === 'paper-out');
    printer.manners.forgetsJobs = true;
    await counter.until(async () => (await form())?.state === 'unknown');
    expect(await form()).toMatchObject({ trouble: 'paper-out' });
  });

  test('that is no longer chosen leaves its form to become a file', async () => {
    const file = path.join(temporaryFolder(), 'giấy.pdf');
    const counter = await openWithShell({ 'save-file': base64(file) });
    const printer = await ippPrinter();
    printer.manners.accepting = false;
    get(await counter.call('printer.chooseForForms', { choice: { kind: 'ipp', uri: printer.uri } }));
    await receive(counter.call);
    const forms = async () => (await rows(counter)).filter(({ paper }) => paper === 'form-receipt-slip');
    await counter.until(async () => (await forms())[0]?.trouble === 'not-accepting');
    get(await counter.call('printer.chooseForForms', { choice: { kind: 'none' } }));
    counter.setClock('2020-04-20T08:11');
    get(await counter.call('printer.chooseForForms', { choice: { kind: 'none' } }));
    await counter.until(async () => (await forms())[0]?.state === 'failed');
    expect((await counter.call('app.state', {})).printer.needsAttention).toBe(1);
    get(await counter.call('print.settle', { jobId: (await forms())[0]?.id ?? 0, answer: 'print-now' }));
    await counter.until(async () => (await forms()).some(({ state }) => state === 'confirmed'));
    expect(readFileSync(file).toString('base64')).toBe(PDF);
  });

  test('that takes no PDF is not asked again and again', async () => {
    const { counter, printer } = await withIpp();
    printer.manners.formats = ['image/pwg-raster'];
    await receive(counter.call);
    const form = async () => (await rows(counter)).find(({ paper }) => paper === 'form-receipt-slip');
    await counter.until(async () => (await form())?.state === 'failed');
    expect(await form()).toMatchObject({ trouble: 'format-not-supported' });
  });

  test('is asked how it is; an address that is none is refused and the old choice stays', async () => {
    const { counter, printer } = await withIpp();
    expect(await counter.call('printer.ask', { printer: 'form' })).toMatchObject({ kind: 'ready' });
    const refused = await counter.call('printer.chooseForForms', {
      choice: { kind: 'ipp', uri: 'file:///etc/passwd' },
    });
    expect(refusalOf(refused)).toEqual({ code: 'malformed' });
    expect((await counter.call('app.state', {})).printer.formChoice).toEqual({ kind: 'ipp', uri: printer.uri });
    await printer.close();
    expect(await counter.call('printer.ask', { printer: 'form' })).toEqual({
      kind: 'trouble',
      trouble: 'printer-unreachable',
    });
  });
});
