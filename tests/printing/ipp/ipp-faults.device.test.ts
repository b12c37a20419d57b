import { afterEach, describe, expect, test } from 'vitest';
import { askIpp } from '../../../printing/ipp-printer.ts';
import { startFakePrinter } from '../fake-printer.ts';
import { SHORT, sendTo, waitFor } from './sending.ts';
import { smallPdf } from '../../../scripts/test-ipp/small-pdf.ts';
import { type Manners, type Spoil, startTestPrinter, type TestPrinter } from './test-printer.ts';

let printer: TestPrinter | undefined;
afterEach(async () => {
  await printer?.close();
  printer = undefined;
});

async function start(manners: Partial<Manners> = {}): Promise<TestPrinter> {
  printer = await startTestPrinter({ manners });
  return printer;
}

const GARBAGE = Uint8Array.from(Buffer.from('\0\x01\x02 no such answer'));
const BEFORE_THE_DOCUMENT = ['Get-Printer-Attributes', 'Validate-Job'] as const;
const QUICK = { answerMs: 300, acceptMs: 300, cancelMs: 200 };

const FAULTS: readonly (readonly [name: string, by: Spoil['by'], reason: string])[] = [
  ['garbage', { kind: 'bytes', bytes: GARBAGE }, 'not-ipp'],
  ['an empty answer', { kind: 'bytes', bytes: new Uint8Array() }, 'not-ipp'],
  ['an answer without end', { kind: 'endless', bytes: new Uint8Array(50_000) }, 'not-ipp'],
  ['no HTTP', { kind: 'raw', bytes: GARBAGE }, 'not-ipp'],
  ['404', { kind: 'http-status', status: 404 }, 'not-ipp'],
  ['500', { kind: 'http-status', status: 500 }, 'not-ipp'],
  ['503', { kind: 'http-status', status: 503 }, 'not-accepting'],
  ['401', { kind: 'http-status', status: 401 }, 'denied'],
  ['a wish for TLS', { kind: 'http-status', status: 426 }, 'denied'],
  ['a reset', { kind: 'drop', afterBytes: 0 }, 'unreachable'],
  ['a connection that is closed', { kind: 'raw', bytes: new Uint8Array() }, 'unreachable'],
  ['silence', { kind: 'silence' }, 'timed-out'],
];

describe('before the document nothing is ever in doubt', () => {
  for (const operation of BEFORE_THE_DOCUMENT) {
    test.each(FAULTS)(`%s to ${operation}`, async (_, by, reason) => {
      const to = await start({ spoil: { operations: [operation], by } });
      expect(await sendTo(to, { timeouts: QUICK })).toEqual({ kind: 'refused', reason });
      expect(to.jobs).toEqual([]);
      expect(to.asked).not.toContain('Print-Job');
    });
  }

  test('nobody listens there', async () => {
    const to = await start();
    await to.close();
    expect(await sendTo(to)).toEqual({ kind: 'refused', reason: 'unreachable' });
    expect(await askIpp({ uri: to.uri, timeouts: SHORT })).toEqual({ kind: 'refused', reason: 'unreachable' });
  });

  test('a name that nobody has', async () => {
    const outcome = await sendTo({ uri: 'ipp://may-in.invalid/ipp/print' });
    expect(outcome).toMatchObject({ kind: 'refused' });
  });

  test('an address that is none', async () => {
    expect(await sendTo({ uri: 'máy in tầng 2' })).toEqual({ kind: 'refused', reason: 'not-ipp' });
    expect(await askIpp({ uri: 'usb://HP' })).toEqual({ kind: 'refused', reason: 'not-ipp' });
  });

  test('another path than the printer has', async () => {
    const to = await start();
    const uri = to.uri.replace('/ipp/print', '/elsewhere');
    expect(await sendTo({ uri })).toEqual({ kind: 'refused', reason: 'not-ipp' });
  });

  test('TLS with one that speaks none', async () => {
    const to = await start();
    const outcome = await sendTo({ uri: to.uri.replace('ipp:', 'ipps:') });
    expect(outcome).toEqual({ kind: 'refused', reason: 'not-ipp' });
  });

  test('one that takes the connection and says nothing', async () => {
    const server = await startFakePrinter(() => {});
    const uri = `ipp://127.0.0.1:${server.port}`;
    expect(await sendTo({ uri }, { timeouts: QUICK })).toEqual({ kind: 'refused', reason: 'timed-out' });
    expect(await sendTo({ uri: uri.replace('ipp', 'ipps') }, { timeouts: { connectMs: 300 } })).toEqual({
      kind: 'refused',
      reason: 'timed-out',
    });
    await server.close();
  });
});

describe('after the first byte of the document', () => {
  const document = smallPdf('A5', 200_000);

  test.each(FAULTS.filter(([, by]) => by.kind !== 'http-status').map(([name, by]) => [name, by] as const))(
    '%s leaves it unknown, and it is not sent again',
    async (_, by) => {
      const to = await start({
        spoil: { operations: ['Print-Job'], by: by.kind === 'drop' ? { ...by, afterBytes: 1e9 } : by },
      });
      const outcome = await sendTo(to, { document, timeouts: QUICK });
      expect(outcome).toEqual({ kind: 'unknown', bytesSent: document.length });
      expect(to.asked.filter((operation) => operation === 'Print-Job')).toHaveLength(1);
    },
  );

  test.each([500, 502, 503])('a failure of its web server (%i) leaves it unknown', async (status) => {
    const to = await start({ spoil: { operations: ['Print-Job'], by: { kind: 'http-status', status } } });
    expect(await sendTo(to, { document })).toEqual({ kind: 'unknown', bytesSent: document.length });
  });

  test.each([
    [401, 'denied'],
    [404, 'not-ipp'],
    [408, 'not-accepting'],
    [413, 'not-accepting'],
  ])('a refusal by its web server (%i) is a refusal: %s', async (status, reason) => {
    const to = await start({ spoil: { operations: ['Print-Job'], by: { kind: 'http-status', status } } });
    expect(await sendTo(to, { document })).toEqual({ kind: 'refused', reason });
  });

  test('a connection that breaks in the middle leaves it unknown, with what had left', async () => {
    const large = smallPdf('A5', 40_000_000);
    const to = await start({
      spoil: { operations: ['Print-Job'], by: { kind: 'drop', afterBytes: 500_000 } },
    });
    const outcome = await sendTo(to, { document: large });
    if (outcome.kind !== 'unknown') throw new Error(outcome.kind);
    expect(outcome.bytesSent).toBeGreaterThan(0);
    expect(outcome.bytesSent).toBeLessThan(large.length);
    expect(to.jobs).toEqual([]);
  });

  test('a printer that stops reading leaves it unknown when the network takes no more', async () => {
    const document = smallPdf('A5', 40_000_000);
    const to = await start({
      spoil: { operations: ['Print-Job'], by: { kind: 'stops-reading', afterBytes: 100_000 } },
    });
    const outcome = await sendTo(to, { document, timeouts: { stallMs: 300 } });
    if (outcome.kind !== 'unknown') throw new Error(outcome.kind);
    expect(outcome.bytesSent).toBeLessThan(document.length);
  });

  test('questions after the job that fail for a while do not end the watch', async () => {
    const spoil = { operations: ['Get-Job-Attributes'], by: { kind: 'drop', afterBytes: 0 } } as const;
    const to = await start({ spoil });
    setTimeout(() => Object.assign(to.manners, { spoil: undefined }), 300);
    expect(await sendTo(to)).toEqual({ kind: 'confirmed' });
  });

  test('a printer that is gone for good leaves it sent', async () => {
    const spoil = { operations: ['Get-Job-Attributes'], by: { kind: 'drop', afterBytes: 0 } } as const;
    const to = await start({ spoil });
    expect(await sendTo(to, { timeouts: { watchMs: 200 } })).toEqual({ kind: 'sent', reason: 'watch-ended' });
  });
});

describe('a wish to stop', () => {
  test('before anything was sent sends nothing', async () => {
    const to = await start();
    expect(await sendTo(to, { signal: AbortSignal.abort() })).toEqual({ kind: 'failed', reason: 'cancelled' });
    expect(to.jobs).toEqual([]);
  });

  test('while the printer thinks about the job sends no document', async () => {
    const to = await start({ spoil: { operations: ['Validate-Job'], by: { kind: 'silence' } } });
    expect(await sendTo(to, { signal: AbortSignal.timeout(200) })).toEqual({ kind: 'failed', reason: 'cancelled' });
    expect(to.asked).not.toContain('Print-Job');
  });

  test('cancels a job that waits at the printer', async () => {
    const to = await start({ paper: 'out' });
    const stop = new AbortController();
    const outcome = await sendTo(to, { signal: stop.signal, onState: () => stop.abort() });
    expect(outcome).toEqual({ kind: 'failed', reason: 'cancelled' });
    expect(to.jobs[0]?.state).toBe('canceled');
    expect(to.asked.filter((operation) => operation === 'Cancel-Job')).toHaveLength(1);
  });

  test('that comes too late changes nothing: what was printed is confirmed', async () => {
    const to = await start({ paper: 'out', cancelling: 'refused' });
    const stop = new AbortController();
    const outcome = await sendTo(to, {
      signal: stop.signal,
      onState: () => {
        to.manners.paper = 'there';
        stop.abort();
      },
    });
    expect(outcome).toEqual({ kind: 'confirmed' });
  });

  test('that the printer does not obey ends in doubt', async () => {
    const to = await start({ jobsEnd: 'never', cancelling: 'refused' });
    const document = smallPdf('A5');
    const signal = AbortSignal.timeout(200);
    const outcome = await sendTo(to, { document, signal, timeouts: { cancelMs: 150 } });
    expect(outcome).toEqual({ kind: 'unknown', bytesSent: document.length });
  });

  test('while the document is under way waits for its number a moment, and cancels it', async () => {
    const to = await start({ jobsEnd: 'never' });
    const stop = new AbortController();
    const sending = sendTo(to, { signal: stop.signal });
    await waitFor(() => to.asked.includes('Validate-Job'));
    to.manners.delayMs = 300;
    await waitFor(() => to.asked.includes('Print-Job'));
    stop.abort();
    to.manners.delayMs = 0;
    expect(await sending).toEqual({ kind: 'failed', reason: 'cancelled' });
    expect(to.jobs[0]?.state).toBe('canceled');
  });

  test('while a document is stuck leaves it unknown after that moment', async () => {
    const to = await start({ spoil: { operations: ['Print-Job'], by: { kind: 'silence' } } });
    const stop = new AbortController();
    const sending = sendTo(to, { signal: stop.signal, timeouts: { cancelMs: 100, acceptMs: 60_000 } });
    await waitFor(() => to.asked.includes('Print-Job'));
    stop.abort();
    expect(await sending).toMatchObject({ kind: 'unknown' });
  });
});
