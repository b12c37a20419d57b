import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeMessage } from '../../../printing/ipp/encode-message.ts';
import { integerAttribute, type IppAttribute, TAG, textAttribute } from '../../../printing/ipp/ipp-message.ts';
import { askIpp } from '../../../printing/ipp-printer.ts';
import { sendTo, SHORT } from './sending.ts';
import { startTestPrinter, type TestPrinter } from './test-printer.ts';

/** Seed and runs can be given back: PROPERTY_SEED, PROPERTY_RUNS. A failure prints its own. */
const SETTINGS = {
  numRuns: Number(process.env['PROPERTY_RUNS'] ?? 150),
  ...(process.env['PROPERTY_SEED'] === undefined ? {} : { seed: Number(process.env['PROPERTY_SEED']) }),
};
const IMPATIENT = { ...SHORT, watchMs: 60, answerMs: 500, acceptMs: 500, cancelMs: 60 };

const anyOperations = fc.subarray(['Get-Printer-Attributes', 'Validate-Job', 'Print-Job', 'Get-Job-Attributes'], {
  minLength: 1,
});
const anyBytes = fc.uint8Array({ maxLength: 200 });
const KINDS = ['confirmed', 'sent', 'refused', 'failed', 'unknown'];

/** An answer in good form that says anything at all. */
const anyLie: fc.Arbitrary<Uint8Array> = fc
  .record({
    code: fc.constantFrom(0, 1, 0x0400, 0x0403, 0x0406, 0x040b, 0x0501, 0x0503, 0x0508, 0xffff),
    tag: fc.constantFrom<number>(TAG.jobGroup, TAG.printerGroup, TAG.unsupportedGroup),
    attributes: fc.subarray<IppAttribute>([
      integerAttribute('job-id', -1),
      integerAttribute('printer-state', 5),
      { name: 'job-state', values: [{ tag: TAG.enum, value: 4 }] },
      { name: 'job-state', values: [{ tag: TAG.enum, value: 9_999 }] },
      textAttribute(TAG.keyword, 'media-supported', ''),
      textAttribute(TAG.keyword, 'media', 'none'),
      textAttribute(TAG.keyword, 'printer-state-reasons', 'media-empty', '\u0000'),
      { name: 'printer-is-accepting-jobs', values: [{ tag: TAG.keyword, value: 'yes' }] },
      { name: 'document-format-supported', values: [{ tag: TAG.collection, value: [] }] },
    ]),
  })
  .map(({ code, tag, attributes }) =>
    encodeMessage({ version: [1, 1], code, requestId: 1, groups: [{ tag, attributes }] }),
  );

test('random bytes for an answer, at any stage: always an outcome, a document at most once, and "refused" only without it', async () => {
  await fc.assert(
    fc.asyncProperty(anyOperations, anyBytes, fc.constantFrom('bytes', 'raw'), async (operations, bytes, kind) => {
      await withPrinter(async (printer) => {
        printer.manners.spoil = { operations, by: { kind, bytes } };
        const outcome = await sendTo(printer, { timeouts: IMPATIENT });
        expect(KINDS).toContain(outcome.kind);
        expect(printer.asked.filter((operation) => operation === 'Print-Job').length).toBeLessThanOrEqual(1);
        expect(outcome.kind === 'refused' && printer.jobs.length > 0).toBe(false);
        const isInDoubt = operations.includes('Print-Job') && printer.jobs.length > 0;
        expect(outcome.kind === 'unknown').toBe(isInDoubt);
        expect(['ready', 'refused']).toContain((await askIpp({ uri: printer.uri, timeouts: IMPATIENT })).kind);
      });
    }),
    SETTINGS,
  );
}, 120_000);

test('lies in good form, at any stage: always an outcome, and a document at most once', async () => {
  await fc.assert(
    fc.asyncProperty(anyOperations, anyLie, async (operations, bytes) => {
      await withPrinter(async (printer) => {
        printer.manners.spoil = { operations, by: { kind: 'bytes', bytes } };
        const outcome = await sendTo(printer, { timeouts: IMPATIENT });
        expect(KINDS).toContain(outcome.kind);
        expect(printer.asked.filter((operation) => operation === 'Print-Job').length).toBeLessThanOrEqual(1);
        expect((await askIpp({ uri: printer.uri, timeouts: IMPATIENT })).kind).toMatch(/ready|refused/u);
      });
    }),
    SETTINGS,
  );
}, 120_000);

async function withPrinter(use: (printer: TestPrinter) => Promise<void>): Promise<void> {
  const printer = await startTestPrinter();
  try {
    await use(printer);
  } finally {
    await printer.close();
  }
}
