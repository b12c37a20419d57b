import { z } from 'zod';
import type { ActKind } from '../../domain/lifecycle/act.ts';
import {
  LARGEST_DRAFT,
  basis,
  batchCode,
  channel,
  commandId,
  dossierId,
  intakeFees,
  intakeInput,
  limit,
  method,
  missing,
  nothing,
  papers,
  place,
  receipt,
  receiver,
  sheets,
  text,
  typedApplicant,
  typedDate,
  typedPaper,
  typedResult,
} from './shapes.ts';
import type { WorkCommands } from './work-commands.ts';

const view = z.enum([
  'late',
  'due-today',
  'due-soon',
  'waiting-for-applicant',
  'result-ready',
  'to-transfer',
  'waiting',
  'arrived',
  'today',
]);
const signedAs = z.strictObject({ number: text, signer: text });
const paidNow = z.strictObject({ method, receipt });
const money = { feeVnd: z.number(), dutyVnd: z.number(), method };
const ofKind = <K extends ActKind, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

/** Each act with nothing but what it asks for. */
const act = z.discriminatedUnion('kind', [
  ofKind('processing-started', { specialist: text, agreedAppointment: typedDate.exactOptional() }),
  ofKind('signature-requested', { note: text }),
  ofKind('signature-declined', { reason: text }),
  ofKind('result-issued', { result: typedResult }),
  ofKind('resolution-refused', { result: typedResult, reason: text }),
  ofKind('supplement-requested', {
    missing,
    reason: text,
    respondBy: text,
    basis: basis.exactOptional(),
    onPaper: typedPaper.exactOptional(),
  }),
  ofKind('supplement-received', { papers, agreedAppointment: typedDate.exactOptional() }),
  ofKind('payment-duty-notified', { noticeNumber: text }),
  ofKind('payment-duty-met', { receiptNumber: text, agreedAppointment: typedDate.exactOptional() }),
  ofKind('commune-part-finished', { note: text }),
  ofKind('upstream-returned', { reason: text, pausesLimit: z.boolean(), onPaper: typedPaper }),
  ofKind('upstream-result-issued', { result: typedResult, isRefusal: z.boolean() }),
  ofKind('withdrawn', { reason: text }),
  ofKind('stopped', { reason: text }),
  ofKind('voided', { reason: text }),
  ofKind('apology-issued', {
    reason: text,
    newDate: text,
    signer: text,
    toldBy: z.enum(['paper', 'phone', 'text', 'e-mail', 'post']),
    basis: basis.exactOptional(),
  }),
  ofKind('appointment-changed', { date: text, reason: text, basis }),
  ofKind('step-undone', { undoes: place, reason: text }),
  ofKind('details-corrected', {
    applicant: z.strictObject({ name: text, idNumber: text, phone: text, address: text }),
    reason: text,
  }),
  ofKind('fees-assessed', {
    fees: intakeFees.exactOptional(),
    typed: z.strictObject({ feeVnd: z.number(), dutyVnd: z.number() }).exactOptional(),
    reason: text,
  }),
  ofKind('fee-collected', { ...money, receipt, payerName: text.exactOptional() }),
  ofKind('fee-refunded', { ...money, reason: text }),
  ofKind('contradiction-settled', { of: place, accepts: z.boolean(), reason: text }),
]);

const batchChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), dossierId, originals: sheets, copies: sheets, note: text }),
  z.strictObject({ kind: z.literal('remove'), dossierId }),
  z.strictObject({
    kind: z.literal('close'),
    courier: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('clerk'), name: text }),
      z.strictObject({ kind: z.literal('post'), billNumber: text }),
    ]),
  }),
  z.strictObject({ kind: z.literal('abandon'), reason: text }),
  z.strictObject({
    kind: z.literal('receive-up'),
    signed: typedPaper,
    items: z
      .array(
        z.discriminatedUnion('accepted', [
          z.strictObject({ dossierId, accepted: z.literal(true) }),
          z.strictObject({ dossierId, accepted: z.literal(false), reason: text }),
        ]),
      )
      .max(1_000),
  }),
  z.strictObject({
    kind: z.literal('receive-down'),
    items: z
      .array(
        z.strictObject({
          dossierId,
          setAside: text.exactOptional(),
          result: typedResult.extend({ isRefusal: z.boolean() }).exactOptional(),
        }),
      )
      .max(1_000),
  }),
]);

/** Parsers of the work at the counter. */
export const WORK_PARSERS: { readonly [N in keyof WorkCommands]: z.ZodType<WorkCommands[N]['input']> } = {
  'draft.keep': z.strictObject({ content: z.string().max(LARGEST_DRAFT) }),
  'draft.find': nothing,
  'draft.discard': nothing,
  'procedure.list': nothing,
  'procedure.versions': nothing,
  'procedure.lastUsed': nothing,
  'appointment.preview': z.strictObject({ procedureCode: text, channel: channel.exactOptional() }),
  'dossier.receive': z.strictObject({ commandId, form: intakeInput, payment: paidNow.exactOptional() }),
  'dossier.get': z.strictObject({ id: dossierId }),
  'dossier.scan': z.strictObject({ text }),
  'dossier.handOver': z.strictObject({
    commandId,
    dossierId,
    receiver,
    by: z.enum(['counter', 'post', 'portal']).exactOptional(),
    postBill: text.exactOptional(),
    slipLost: text.exactOptional(),
    authorisation: text.exactOptional(),
    rating: z.int().min(1).max(5).exactOptional(),
    result: signedAs.exactOptional(),
    despiteMoneyDue: z.boolean().exactOptional(),
  }),
  'dossier.list': z.strictObject({ view, limit }),
  'dossier.morning': nothing,
  'dossier.find': z.strictObject({ query: text, limit }),
  'dossier.certify': z.strictObject({
    commandId,
    form: intakeInput,
    receiver,
    result: signedAs.exactOptional(),
    despiteMoneyDue: z.boolean().exactOptional(),
    payment: paidNow.exactOptional(),
  }),
  'dossier.noteArrival': z.strictObject({
    commandId,
    procedureCode: text,
    channel: z.enum(['online', 'post']),
    arrivalNumber: text,
    filedAt: text,
    applicant: typedApplicant,
  }),
  'dossier.guide': z.strictObject({
    commandId,
    dossierId: dossierId.exactOptional(),
    procedureCode: text,
    applicant: typedApplicant,
    missing,
    reason: text,
  }),
  'dossier.refuseIntake': z.strictObject({
    commandId,
    dossierId: dossierId.exactOptional(),
    procedureCode: text,
    applicant: typedApplicant,
    ground: z.enum(['not-competent', 'not-eligible', 'false-papers', 'no-such-procedure', 'other']),
    reason: text,
  }),
  'dossier.act': z.strictObject({ commandId, dossierId, act }),
  'dossier.sides': z.strictObject({ id: dossierId }),
  'person.suggest': z.strictObject({ typed: text }),
  'batch.open': z.strictObject({ commandId, direction: z.enum(['up', 'down']), otherBody: text }),
  'batch.change': z.strictObject({ commandId, code: batchCode, change: batchChange }),
  'batch.list': z.strictObject({ onlyOpen: z.boolean() }),
  'batch.get': z.strictObject({ code: batchCode }),
};
