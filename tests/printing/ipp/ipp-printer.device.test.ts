import { afterEach, describe, expect, test } from 'vitest';
import { askIpp, type WaitsFor } from '../../../printing/ipp-printer.ts';
import { SHORT, sendTo } from './sending.ts';
import { smallPdf } from '../../../scripts/test-ipp/small-pdf.ts';
import { startTestPrinter, type TestPrinter } from './test-printer.ts';

let printer: TestPrinter | undefined;
afterEach(async () => {
  const complaints = printer?.complaints;
  await printer?.close();
  printer = undefined;
  // Whatever else a test is about: nothing was ever said against the rules.
  expect(complaints ?? []).toEqual([]);
});

async function start(...wish: Parameters<typeof startTestPrinter>): Promise<TestPrinter> {
  printer = await startTestPrinter(...wish);
  return printer;
}

describe('a printer that works', () => {
  test.each(['A5', 'A4', 'A4-landscape'] as const)('takes %s, byte for byte, and confirms', async (paper) => {
    const to = await start();
    const document = smallPdf(paper);
    expect(await sendTo(to, { paper, document })).toEqual({ kind: 'confirmed' });
    expect(to.jobs).toHaveLength(1);
    expect(to.jobs[0]?.document).toEqual(document);
    expect(to.jobs[0]?.jobAttributes).toEqual({
      media: paper === 'A5' ? 'iso_a5_148x210mm' : 'iso_a4_210x297mm',
      'print-scaling': 'none',
      sides: 'one-sided',
    });
    expect(to.jobs[0]?.operationAttributes).toMatchObject({
      'job-name': 'Mẫu số 01',
      'document-format': 'application/pdf',
      'requesting-user-name': 'quay-mot-cua',
    });
  });

  test('takes a large document byte for byte', async () => {
    const to = await start();
    const document = smallPdf('A4', 3_000_000);
    expect(await sendTo(to, { paper: 'A4', document })).toEqual({ kind: 'confirmed' });
    expect(Buffer.compare(to.jobs[0]?.document ?? new Uint8Array(), document)).toBe(0);
  });

  test('is asked before it gets the document, and only then', async () => {
    const to = await start();
    await sendTo(to);
    expect(to.asked.slice(0, 3)).toEqual(['Get-Printer-Attributes', 'Validate-Job', 'Print-Job']);
    expect(to.asked.filter((operation) => operation === 'Print-Job')).toHaveLength(1);
  });

  test('is reached over IPv6', async () => {
    const to = await start({ host: '::1' });
    expect(to.uri).toContain('[::1]');
    expect(await sendTo(to)).toEqual({ kind: 'confirmed' });
  });

  test('is reached by an http address', async () => {
    const to = await start();
    expect(await sendTo({ uri: to.uri.replace('ipp:', 'http:') })).toEqual({ kind: 'confirmed' });
  });

  test('that knows only IPP/1.1 is spoken to in it', async () => {
    const to = await start({ manners: { versions: ['1.1'] } });
    expect(await sendTo(to)).toEqual({ kind: 'confirmed' });
    expect(to.asked.filter((operation) => operation === 'Get-Printer-Attributes').length).toBeGreaterThan(1);
  });

  test('that is slow is waited for', async () => {
    const to = await start({ manners: { delayMs: 150 } });
    expect(await sendTo(to)).toEqual({ kind: 'confirmed' });
  });

  test('whose job is completed "with errors" confirms nothing', async () => {
    const to = await start({ manners: { jobReasons: ['job-completed-with-errors'] } });
    expect(await sendTo(to)).toEqual({ kind: 'sent', reason: 'completed-with-errors' });
  });
});

describe('the paper', () => {
  test('is asked for by the name that the printer has for it', async () => {
    const to = await start({ manners: { media: ['iso-a4', 'iso-a5'] } });
    expect(await sendTo(to)).toEqual({ kind: 'confirmed' });
    expect(to.jobs[0]?.jobAttributes).toMatchObject({ media: 'iso-a5' });
  });

  test('is asked for by its size where sizes are taken and its name is not listed', async () => {
    const to = await start({ manners: { media: ['iso_a4_210x297mm'], sizes: [[14_800, 21_000]] } });
    expect(await sendTo(to)).toEqual({ kind: 'confirmed' });
    expect(to.jobs[0]?.jobAttributes).toMatchObject({
      'media-col': { 'media-size': { 'x-dimension': 14_800, 'y-dimension': 21_000 } },
    });
  });

  test('that a printer with sizes does not have is refused before the document', async () => {
    const to = await start({ manners: { media: ['iso_a4_210x297mm'], sizes: [[21_000, 29_700]] } });
    expect(await sendTo(to)).toEqual({ kind: 'refused', reason: 'paper-not-supported' });
    expect(to.asked).toEqual(['Get-Printer-Attributes', 'Validate-Job']);
  });

  test('that is not in the list is refused at once', async () => {
    const to = await start({ manners: { media: ['na_letter_8.5x11in', 'iso_a4_210x297mm'] } });
    expect(await sendTo(to)).toEqual({ kind: 'refused', reason: 'paper-not-supported' });
    expect(to.asked).toEqual(['Get-Printer-Attributes']);
  });

  test('that the printer would replace by another is refused: "OK" is not enough', async () => {
    const manners = { media: ['iso_a4_210x297mm'], sizes: [[21_000, 29_700]], replacesPaper: true } as const;
    const to = await start({ manners: { ...manners, media: [...manners.media], sizes: [...manners.sizes] } });
    expect(await sendTo(to)).toEqual({ kind: 'refused', reason: 'paper-not-supported' });
    expect(to.jobs).toEqual([]);
  });

  test('is asked for by its usual name where the printer lists none', async () => {
    const to = await start({ manners: { media: [] } });
    expect(await sendTo(to)).toEqual({ kind: 'confirmed' });
    expect(to.jobs[0]?.jobAttributes).toMatchObject({ media: 'iso_a5_148x210mm' });
  });

  test('scaling is spoken of only to a printer that knows of it', async () => {
    const to = await start({ manners: { scalings: [] } });
    expect(await sendTo(to)).toEqual({ kind: 'confirmed' });
    expect(to.jobs[0]?.jobAttributes).not.toHaveProperty('print-scaling');
  });
});

describe('a printer that says no', () => {
  test('knows no PDF', async () => {
    const to = await start({ manners: { formats: ['image/pwg-raster', 'application/octet-stream'] } });
    expect(await sendTo(to)).toEqual({ kind: 'refused', reason: 'format-not-supported' });
    expect(to.asked).toEqual(['Get-Printer-Attributes']);
  });

  test('takes no jobs now', async () => {
    const to = await start({ manners: { accepting: false } });
    expect(await sendTo(to)).toEqual({ kind: 'refused', reason: 'not-accepting' });
  });

  test.each([
    ['client-error-not-authorized', 'denied'],
    ['client-error-not-authenticated', 'denied'],
    ['client-error-document-format-not-supported', 'format-not-supported'],
    ['client-error-not-found', 'not-ipp'],
    ['client-error-bad-request', 'not-accepting'],
    ['server-error-version-not-supported', 'not-accepting'],
    ['server-error-busy', 'not-accepting'],
  ] as const)('%s to the document means %s, and nothing was accepted', async (statusCode, reason) => {
    const spoil = { operations: ['Print-Job'], by: { kind: 'ipp-status', statusCode } } as const;
    const to = await start({ manners: { spoil } });
    expect(await sendTo(to)).toEqual({ kind: 'refused', reason });
    expect(to.jobs).toEqual([]);
    expect(to.asked.filter((operation) => operation === 'Print-Job')).toHaveLength(1);
  });

  test('that breaks over the document may have printed some of it', async () => {
    const by = { kind: 'ipp-status', statusCode: 'server-error-internal-error' } as const;
    const to = await start({ manners: { spoil: { operations: ['Print-Job'], by } } });
    expect(await sendTo(to)).toMatchObject({ kind: 'unknown' });
    expect(to.asked.filter((operation) => operation === 'Print-Job')).toHaveLength(1);
  });

  test('a printer without Validate-Job prints all the same', async () => {
    const by = { kind: 'ipp-status', statusCode: 'server-error-operation-not-supported' } as const;
    const to = await start({ manners: { spoil: { operations: ['Validate-Job'], by } } });
    expect(await sendTo(to)).toEqual({ kind: 'confirmed' });
  });
});

describe('a job on its way', () => {
  test('waits for paper, says so, says that it goes on, and is confirmed', async () => {
    const to = await start({ manners: { paper: 'out' } });
    const told: (WaitsFor | undefined)[] = [];
    const outcome = await sendTo(to, {
      onState: ({ waitsFor }) => {
        told.push(waitsFor);
        if (waitsFor === 'paper') setTimeout(() => Object.assign(to.manners, { paper: 'there', jobsEnd: 'never' }), 30);
        else Object.assign(to.manners, { jobsEnd: 'completed' });
      },
    });
    expect(outcome).toEqual({ kind: 'confirmed' });
    expect(told).toEqual(['paper', undefined]);
  });

  test.each([
    [['cover-open-error'], 'cover'],
    [['toner-empty'], 'toner'],
    [['media-jam-error'], 'person'],
    [['toner-low-warning', 'door-open-error'], 'cover'],
  ] as const)('tells what %s wants', async (reasons, wanted) => {
    const to = await start({ manners: { stateReasons: [...reasons], jobsEnd: 'never' } });
    const told: (WaitsFor | undefined)[] = [];
    await sendTo(to, {
      onState: ({ waitsFor }) => {
        told.push(waitsFor);
        Object.assign(to.manners, { jobsEnd: 'completed' });
      },
    });
    expect(told).toEqual([wanted]);
  });

  test('a second tray that is empty, or little toner, is nothing to wait for', async () => {
    const to = await start({ manners: { stateReasons: ['media-empty-warning', 'toner-low', 'cover-open-report'] } });
    const told: unknown[] = [];
    expect(await sendTo(to, { onState: (state) => told.push(state) })).toEqual({ kind: 'confirmed' });
    expect(told).toEqual([]);
  });

  test('is asked together with its printer, and what ends between the two questions is not told', async () => {
    const to = await start({ manners: { jobsEnd: 'never', isStopped: true } });
    const told: unknown[] = [];
    let looks = 0;
    to.manners.onAnswer = (operation) => {
      if (operation === 'Get-Printer-Attributes') looks += 1;
      // The first look was before the job.
      if (looks === 2) Object.assign(to.manners, { isStopped: false, jobsEnd: 'completed' });
    };
    const outcome = await sendTo(to, { onState: (state) => told.push(state) });
    expect(outcome).toEqual({ kind: 'confirmed' });
    expect(told).toEqual([]);
  });

  test('that takes long under a mere warning waits for what the warning says', async () => {
    const to = await start({ manners: { stateReasons: ['media-empty-warning'], jobsEnd: 'never' } });
    const told: unknown[] = [];
    const outcome = await sendTo(to, {
      timeouts: { warningMs: 100 },
      onState: (state) => {
        told.push(state);
        Object.assign(to.manners, { stateReasons: ['none'], jobsEnd: told.length === 2 ? 'completed' : 'never' });
      },
    });
    expect(outcome).toEqual({ kind: 'confirmed' });
    expect(told).toEqual([{ waitsFor: 'paper' }, {}]);
  });

  test('that the printer gives up has failed', async () => {
    const to = await start({ manners: { jobsEnd: 'aborted' } });
    expect(await sendTo(to)).toEqual({ kind: 'failed', reason: 'aborted' });
  });

  test('that somebody cancels at the printer is cancelled', async () => {
    const to = await start({ manners: { jobsEnd: 'never' } });
    setTimeout(() => {
      for (const job of to.jobs) job.state = 'canceled';
    }, 200);
    expect(await sendTo(to)).toEqual({ kind: 'failed', reason: 'cancelled' });
  });

  test('that the printer forgets was sent, no more', async () => {
    const to = await start({ manners: { forgetsJobs: true } });
    expect(await sendTo(to)).toEqual({ kind: 'sent', reason: 'job-forgotten' });
  });

  test('that never ends was sent, when its time is up', async () => {
    const to = await start({ manners: { jobsEnd: 'never' } });
    expect(await sendTo(to, { timeouts: { watchMs: 200 } })).toEqual({ kind: 'sent', reason: 'watch-ended' });
  });

  test('that nobody may ask after was sent', async () => {
    const by = { kind: 'ipp-status', statusCode: 'client-error-not-authorized' } as const;
    const to = await start({ manners: { spoil: { operations: ['Get-Job-Attributes'], by } } });
    expect(await sendTo(to)).toEqual({ kind: 'sent', reason: 'not-told' });
  });
});

describe('how a printer is', () => {
  test.each([
    [{}, { kind: 'ready', name: 'Máy in thử', papers: ['A5', 'A4'] }],
    [{ media: ['iso_a4_210x297mm'] }, { kind: 'ready', name: 'Máy in thử', papers: ['A4'] }],
    [{ media: [] }, { kind: 'ready', name: 'Máy in thử', papers: ['A5', 'A4'] }],
    [{ paper: 'out' }, { kind: 'not-ready', reason: 'paper-out' }],
    [{ stateReasons: ['cover-open'] }, { kind: 'not-ready', reason: 'cover-open' }],
    [{ stateReasons: ['media-empty-warning'] }, { kind: 'ready', name: 'Máy in thử', papers: ['A5', 'A4'] }],
    [
      { stateReasons: ['media-empty-warning'], isAtWork: true },
      { kind: 'not-ready', reason: 'paper-out' },
    ],
    [{ stateReasons: ['offline-report'] }, { kind: 'not-ready', reason: 'offline' }],
    [
      { stateReasons: ['none'], isStopped: true },
      { kind: 'not-ready', reason: 'error' },
    ],
    [
      { stateReasons: ['media-empty-report'], isStopped: true },
      { kind: 'not-ready', reason: 'paper-out' },
    ],
    [{ accepting: false }, { kind: 'refused', reason: 'not-accepting' }],
  ] as const)('%o is %o', async (manners, readiness) => {
    const to = await start();
    Object.assign(to.manners, manners);
    expect(await askIpp({ uri: to.uri, timeouts: SHORT })).toEqual(readiness);
    expect(to.asked).toEqual(['Get-Printer-Attributes']);
  });
});
