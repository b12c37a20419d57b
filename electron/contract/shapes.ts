import { z } from 'zod';
import { type AccountId, parseAccountId } from '../../domain/accounts/account-id.ts';
import { type PlainDate, parsePlainDate } from '../../domain/plain-date.ts';
import { type DossierId, parseDossierId } from '../../domain/scan-code.ts';
import { type BatchCode, parseBatchCode } from '../../domain/transfer/batch-code.ts';

// Shape and size; the rules are in `domain/`.

const LONGEST_TEXT = 2_000;
export const text = z.string().max(LONGEST_TEXT);
export const nothing = z.strictObject({});
export const commandId = z.uuid();
export const limit = z.int().min(1).max(1_000);
export const dossierId = z.string().transform((value, context): DossierId => {
  const id = parseDossierId(value);
  if (id) return id;
  context.addIssue('not a dossier id');
  return z.NEVER;
});
export const sheets = z.int().min(0).max(1_000_000);
export const printerChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('virtual') }),
  z.strictObject({ kind: z.literal('tcp'), host: text, port: z.number() }),
  z.strictObject({ kind: z.literal('device'), path: text }),
]);
export const protectedBy = [
  z.strictObject({ kind: z.literal('key-store') }),
  z.strictObject({ kind: z.literal('passphrase'), passphrase: text }),
] as const;
export const backupId = z.string().max(200);
export const LARGEST_DRAFT = 64 * 1024;
export const paperWidthMm = z.union([z.literal(58), z.literal(80)]);

const branded = <T>(parse: (value: string) => T | undefined, what: string) =>
  z.string().transform((value, context): T => {
    const parsed = parse(value);
    if (parsed !== undefined) return parsed;
    context.addIssue(what);
    return z.NEVER;
  });

export const accountId = branded<AccountId>(parseAccountId, 'not an account id');
export const batchCode = branded<BatchCode>(parseBatchCode, 'not a batch code');
export const day = branded<PlainDate>(parsePlainDate, 'not a day');
export const channel = z.enum(['direct', 'online', 'post']);
export const typedDate = z.strictObject({ date: text, reason: text });
export const typedPaper = z.strictObject({ signer: text, date: text });
export const typedResult = z.strictObject({ number: text, date: text, signer: text });
export const basis = z.strictObject({ text, approver: text });
export const place = z.strictObject({ log: text, seq: z.int().min(1) });
export const count = z.number();
export const papers = z.array(z.strictObject({ id: text, name: text, originals: sheets, copies: sheets })).max(200);
export const missing = z.array(z.strictObject({ id: text, name: text, note: text })).max(200);
export const method = z.enum(['cash', 'transfer', 'online']);
export const receipt = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('numbered'), book: text, number: text }),
  z.strictObject({ kind: z.literal('none') }),
]);
const exemptionReason = z.enum([
  'meritorious-family',
  'poor-household',
  'near-poor-household',
  'disabled',
  'child',
  'elderly',
  'ethnic-minority-in-hardship-area',
  'filed-in-time',
  'first-issue',
]);
export const typedApplicant = z.strictObject({
  kind: z.enum(['person', 'organisation']),
  name: text,
  idNumber: text,
  phone: text,
  address: text,
});

export const intakeFees = z.strictObject({
  counts: z.strictObject({
    pages: count.exactOptional(),
    copies: count.exactOptional(),
    signatures: count.exactOptional(),
    contracts: count.exactOptional(),
    originals: z
      .array(z.strictObject({ pages: count, copies: count }))
      .max(100)
      .exactOptional(),
  }),
  chosen: z.array(text).max(50).exactOptional(),
  exemption: z.strictObject({ reason: exemptionReason, evidence: text }).exactOptional(),
  councilAmounts: z.record(text, z.number()).exactOptional(),
});

export const intakeInput = z.strictObject({
  procedureCode: text,
  applicant: z.strictObject({
    kind: z.enum(['person', 'organisation']),
    name: text,
    idNumber: text,
    phone: text,
    noPhone: z.boolean(),
    address: text,
  }),
  submitter: z.strictObject({ name: text, idNumber: text, phone: text }).exactOptional(),
  papers: z.array(z.strictObject({ id: text, originals: sheets, copies: sheets })).max(200),
  sets: z.number(),
  agreedAppointment: typedDate.exactOptional(),
  channel: channel.exactOptional(),
  dossierId: dossierId.exactOptional(),
  resultWanted: z.strictObject({ at: z.enum(['counter', 'home-by-post', 'portal']), address: text }).exactOptional(),
  fees: intakeFees.exactOptional(),
  hidesTitle: z.boolean().exactOptional(),
  corrects: dossierId.exactOptional(),
});

export const receiver = z.strictObject({
  relation: z.enum(['applicant', 'submitter', 'authorised']),
  name: text,
  idNumber: text,
});
