import { z } from 'zod';
import type { PrintCommands } from './print-commands.ts';
import { batchCode, day, dossierId, nothing, printerChoice, text } from './shapes.ts';

const jobId = z.int();

const slipAsked = z.discriminatedUnion('slip', [
  z.strictObject({ slip: z.enum(['hand-over', 'supplement', 'fee-receipt']), dossierId }),
  z.strictObject({ slip: z.literal('batch-list'), code: batchCode }),
  z.strictObject({ slip: z.literal('test') }),
]);

const formAsked = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.enum(['receipt-slip', 'supplement-request', 'intake-refusal', 'apology', 'stop-notice', 'control-sheet']),
    dossierId,
  }),
  z.strictObject({ form: z.literal('batch-list'), code: batchCode }),
  z.strictObject({ form: z.literal('register-book'), book: text, from: day, until: day }),
  z.strictObject({ form: z.literal('procedure-notice'), code: text, version: text }),
  z.strictObject({ form: z.enum(['procedure-list', 'scanner-sheet']) }),
]);

const formPrinterChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('system') }),
  z.strictObject({ kind: z.literal('ipp'), uri: text }),
]);

const scannerChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keyboard') }),
  z.strictObject({ kind: z.literal('serial'), path: text }),
]);

export const PRINT_PARSERS: { readonly [N in keyof PrintCommands]: z.ZodType<PrintCommands[N]['input']> } = {
  'print.jobs': nothing,
  'print.picture': z.strictObject({ jobId }),
  'print.again': z.union([z.strictObject({ dossierId }), z.strictObject({ jobId })]),
  'print.slip': slipAsked,
  'print.form': z.strictObject({ asked: formAsked, to: z.enum(['printer', 'file']) }),
  'print.settle': z.strictObject({ jobId, answer: z.enum(['paper-is-out', 'print-now', 'cancel']) }),
  'printer.models': nothing,
  'printer.choose': z.strictObject({ choice: printerChoice, modelId: text }),
  'printer.chooseForForms': z.strictObject({ choice: formPrinterChoice }),
  'scanner.ports': nothing,
  'scanner.choose': z.strictObject({ choice: scannerChoice }),
  'scan.next': nothing,
  'printer.ask': z.strictObject({ printer: z.enum(['slip', 'form']) }),
};
