import { z } from 'zod';
import { type DossierId, parseDossierId } from '../../domain/scan-code.ts';
import type { CommandName, Input } from './commands.ts';

const LONGEST_TEXT = 2_000;
const text = z.string().max(LONGEST_TEXT);
const nothing = z.strictObject({});
const commandId = z.uuid();
const limit = z.int().min(1).max(1_000);
const dossierId = z.string().transform((value, context): DossierId => {
  const id = parseDossierId(value);
  if (id) return id;
  context.addIssue('not a dossier id');
  return z.NEVER;
});
const sheets = z.int().min(0).max(1_000_000);
const printerChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('virtual') }),
  z.strictObject({ kind: z.literal('tcp'), host: text, port: z.number() }),
]);
const protectedBy = [
  z.strictObject({ kind: z.literal('key-store') }),
  z.strictObject({ kind: z.literal('passphrase'), passphrase: text }),
] as const;
const backupId = z.string().max(200);
const LARGEST_DRAFT = 64 * 1024;
const paperWidthMm = z.union([z.literal(58), z.literal(80)]);

const intakeInput = z.strictObject({
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
  agreedAppointment: z.strictObject({ date: text, reason: text }).exactOptional(),
});

const receiver = z.strictObject({
  relation: z.enum(['applicant', 'submitter', 'authorised']),
  name: text,
  idNumber: text,
});

/** Beside each command its run-time parser: shape and size here, rules in `domain/`. */
const PARSERS: { readonly [N in CommandName]: z.ZodType<Input<N>> } = {
  'app.state': nothing,
  'setup.options': nothing,
  'setup.complete': z.strictObject({
    unit: z.strictObject({ code: text, name: text, upperNames: z.array(text).max(4), organisationCode: text }),
    station: z.number(),
    clerkName: text,
    printer: printerChoice,
    paperWidthMm,
    protection: z.discriminatedUnion('kind', [...protectedBy, z.strictObject({ kind: z.literal('none') })]),
  }),
  'trial.start': nothing,
  'trial.end': nothing,
  'clock.confirm': z.strictObject({ date: text }),
  'numbers.takeStation': z.strictObject({ station: z.number() }),
  'key.unlock': z.strictObject({ by: z.enum(['passphrase', 'recovery-code']), text }),
  'key.newRecoveryCode': nothing,
  'key.protect': z.strictObject({ protection: z.discriminatedUnion('kind', [...protectedBy]) }),
  'backup.state': nothing,
  'backup.now': nothing,
  'backup.try': z.strictObject({ id: backupId }),
  'backup.checkAll': nothing,
  'backup.choosePlace': nothing,
  'backup.forgetPlace': nothing,
  'backup.restore': z.strictObject({ id: backupId }),
  'recovery.state': nothing,
  'recovery.start': nothing,
  'recovery.fromPlace': nothing,
  'recovery.leave': nothing,
  'recovery.startAnew': nothing,
  'recovery.done': nothing,
  'draft.keep': z.strictObject({ content: z.string().max(LARGEST_DRAFT) }),
  'draft.find': nothing,
  'draft.discard': nothing,
  'procedure.list': nothing,
  'appointment.preview': z.strictObject({ procedureCode: text }),
  'dossier.receive': z.strictObject({ commandId, form: intakeInput }),
  'dossier.get': z.strictObject({ id: dossierId }),
  'dossier.scan': z.strictObject({ text }),
  'dossier.handOver': z.strictObject({ commandId, dossierId, receiver }),
  'dossier.list': z.strictObject({ view: z.enum(['today', 'due', 'waiting']), limit }),
  'dossier.find': z.strictObject({ query: text, limit }),
  'print.jobs': nothing,
  'print.picture': z.strictObject({ jobId: z.int() }),
  'print.again': z.strictObject({ dossierId }),
  'print.settle': z.strictObject({ jobId: z.int(), answer: z.enum(['paper-is-out', 'print-now']) }),
  'printer.choose': z.strictObject({ choice: printerChoice, paperWidthMm }),
  'sync.enrol': z.strictObject({ serverUrl: text, code: text }),
  'sync.now': nothing,
};

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(PARSERS, name);
}

/** The input of a command, or undefined and what is wrong with it. Never throws. */
export function parseInput<N extends CommandName>(
  name: N,
  input: unknown,
): { readonly ok: true; readonly input: Input<N> } | { readonly ok: false; readonly detail: string } {
  const parser: z.ZodType<Input<N>> = PARSERS[name];
  const parsed = parser.safeParse(input);
  if (parsed.success) return { ok: true, input: parsed.data };
  // Paths and codes only: what was typed may be a citizen's data and must not reach a log.
  const detail = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`).join('; ');
  return { ok: false, detail };
}
