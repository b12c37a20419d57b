import { z } from 'zod';
import { parseLocalMoment, parsePlainDate } from '../../domain/plain-date.ts';
import { parseScanCode } from '../../domain/scan-code.ts';
import type { UnitRules } from '../../domain/publication/publication-event.ts';
import { isSoundRules } from '../../domain/publication/unit-rules.ts';
import type { DossierFactKind } from '../../domain/lifecycle/dossier-fact.ts';
import type { SubjectFact } from '../../domain/subject-fact.ts';

// Only what the folds, the lists and the slips read: a newer program may add members, they travel along.

const moment = z.string().refine((text) => parseLocalMoment(text) !== undefined);
const day = z.string().refine((text) => parsePlainDate(text) !== undefined);
const scanCode = z.string().refine((text) => parseScanCode(text).ok);
const text = z.string();
const loose = z.looseObject;

const phone = z.discriminatedUnion('kind', [
  loose({ kind: z.literal('number'), digits: text }),
  loose({ kind: z.literal('none') }),
]);
const applicant = loose({ name: text, idNumber: text, phone, address: text });
const papers = z.array(loose({ id: text, name: text, originals: z.number(), copies: z.number() }));
const appointment = loose({ at: moment, basis: loose({ kind: text }), daysOff: z.array(z.unknown()) });
const namedProcedure = loose({ code: text, name: text, alias: text });
const formNumber = loose({ year: z.int().min(1900).max(2199), station: z.int(), number: z.int().min(1) });
const place = loose({ log: text, seq: z.number() });
const missing = z.array(loose({ id: text, name: text, note: text }));
const issued = loose({ number: text, date: day, signer: text });
const vnd = z.int().min(0);
const money = { feeVnd: vnd, dutyVnd: vnd, method: text, at: moment };
const fees = loose({ feeVnd: vnd, dutyVnd: vnd, totalVnd: vnd, unassessed: z.array(text) });
const receipt = z.discriminatedUnion('kind', [
  loose({ kind: z.literal('numbered'), book: text, number: text }),
  loose({ kind: z.literal('none') }),
]);
const at = { at: moment };
const because = { at: moment, reason: text };

const before = { scanCode, at: moment, procedure: namedProcedure, applicant };

/** A kind that is missing here does not compile. */
export const DOSSIER_SHAPES: Readonly<Record<DossierFactKind, z.ZodType>> = {
  filed: loose({ ...before, channel: text, arrivalNumber: text, filedAt: moment }),
  'supplement-guided': loose({ ...before, formNumber, missing, reason: text }),
  'intake-refused': loose({ ...before, formNumber, ground: text, reason: text }),
  received: loose({
    scanCode,
    dossierNumber: text.min(1),
    lookUpCode: text,
    registerBook: loose({ book: text, number: z.int().min(1) }),
    unit: loose({ code: text, name: text, upperNames: z.array(text) }),
    station: z.int(),
    fees: fees.optional(),
    procedure: loose({
      code: text,
      name: text,
      alias: text,
      limit: loose({ kind: text }),
      fee: loose({}),
      resultName: text,
    }),
    papers,
    sets: z.number(),
    applicant,
    receivedAt: moment,
    appointment,
  }),
  'carried-over': loose({
    scanCode,
    oldNumber: text,
    oldScanText: text,
    at: moment,
    procedure: loose({ code: text, name: text }),
    applicant,
    receivedAt: moment,
    appointmentAt: moment.optional(),
    stands: z.enum(['in-progress', 'result-ready']),
  }),
  'processing-started': loose({ ...at, appointment: appointment.optional() }),
  'signature-requested': loose(at),
  'signature-declined': loose(because),
  'result-issued': loose({ ...at, result: issued }),
  'resolution-refused': loose({ ...because, result: issued }),
  'supplement-requested': loose({ ...because, missing, respondBy: day }),
  'supplement-received': loose({ ...at, papers, appointment }),
  'payment-duty-notified': loose({ ...at, noticeNumber: text }),
  'payment-duty-met': loose({ ...at, receiptNumber: text, appointment }),
  'commune-part-finished': loose(at),
  'transfer-sent': loose({ ...at, batch: text }),
  'transfer-received': loose({ ...at, batch: text }),
  'transfer-rejected': loose({ ...because, batch: text }),
  'transfer-recalled': loose({ ...because, batch: text }),
  'upstream-returned': loose({ ...because, pausesLimit: z.boolean() }),
  'upstream-result-issued': loose({ ...at, result: issued, isRefusal: z.boolean() }),
  'upstream-result-arrived': loose({ ...at, batch: text }),
  'result-handed-over': loose({
    receiver: loose({ relation: text, name: text, idNumber: text }),
    handedOverAt: moment,
  }),
  withdrawn: loose(because),
  stopped: loose(because),
  voided: loose(because),
  'apology-issued': loose({ ...because, newAppointmentAt: moment, signer: text }),
  'appointment-changed': loose({ ...because, appointment }),
  'step-undone': loose({ ...because, undoes: place }),
  'details-corrected': loose({ ...because, applicant }),
  'fees-assessed': loose({ ...because, fees }),
  'fee-collected': loose({ payment: loose({ ...money, receipt }) }),
  'fee-refunded': loose({ refund: loose(money) }),
  'contradiction-settled': loose({ ...because, of: place, accepts: z.boolean() }),
};

const ids = z.array(z.string().regex(/^\d{14}$/));
const roles = z.array(text);
const standInId = z.string().regex(/^[0-9a-f]{12}$/);
const counts = { dossierId: z.string().regex(/^\d{14}$/), originals: z.number(), copies: z.number(), note: text };
const days = z.int().min(1).max(3_650);
// A limit that cannot be reckoned would stop every reception of its procedure.
const limit = z.discriminatedUnion('kind', [
  loose({ kind: z.literal('same-day'), cutOffMinute: z.int().min(0).max(1_439) }),
  loose({ kind: z.literal('working-days'), days }),
  loose({ kind: z.literal('calendar-days'), days }),
  loose({ kind: z.literal('hours'), hours: z.number().min(0.25).max(2_000) }),
  loose({ kind: z.literal('none') }),
]);
const feeAmount = z.discriminatedUnion('kind', [
  loose({ kind: z.literal('flat'), vnd, per: z.enum(['dossier', 'copy', 'signature', 'contract', 'page']) }),
  loose({ kind: z.literal('by-page'), firstPages: vnd, firstVnd: vnd, nextVnd: vnd, capVnd: vnd }),
  loose({ kind: z.literal('set-by-council') }),
]);
const procedure = loose({
  code: text.min(1),
  version: text,
  effectiveFrom: day,
  effectiveTo: day.optional(),
  name: text,
  alias: text,
  shortcuts: z.array(text),
  field: text,
  level: text,
  limit,
  statutoryLimit: limit.optional(),
  limitByChannel: loose({ online: limit.optional(), post: limit.optional() }).optional(),
  fees: z.array(loose({ id: text, kind: z.enum(['fee', 'duty']), name: text, amount: feeAmount })),
  requiredPapers: z.array(loose({ id: text, name: text, mode: text, required: z.boolean() })),
  resultName: text,
});
const halfDay = loose({ from: z.number(), until: z.number() });
const hours = loose({ morning: halfDay, afternoon: halfDay });

const unitRules = loose({
  hours,
  seasons: z.array(loose({ from: text, until: text, hours })),
  timeOfDay: text,
  councilAmounts: z.record(z.string(), z.record(z.string(), z.number())),
});

export const SUBJECT_SHAPES: Readonly<Record<SubjectFact['kind'], z.ZodType>> = {
  'account-opened': loose({ accountId: standInId, name: text.min(1), roles }),
  'account-roles-changed': loose({ roles }),
  'account-renamed': loose({ name: text.min(1) }),
  'account-closed': loose({ reason: text }),
  'account-reopened': loose({}),
  'stand-in-given': loose({ standInId, from: moment, until: moment, reason: text }),
  'stand-in-ended': loose({ standInId }),
  'batch-opened': loose({ ...at, code: text, direction: z.enum(['up', 'down']), from: text, to: text }),
  'batch-item-added': loose({ ...at, ...counts }),
  'batch-item-removed': loose({ ...at, dossierId: counts.dossierId }),
  'batch-closed': loose({ ...at, items: z.array(loose(counts)), courier: loose({ kind: text }) }),
  'batch-received': loose({
    ...at,
    missing: ids.optional(),
    extra: ids.optional(),
    items: z.array(loose({ dossierId: counts.dossierId, accepted: z.boolean() })),
  }),
  'batch-abandoned': loose({ ...because, takesBack: ids.optional() }),
  'procedure-published': loose({ procedure }),
  'calendar-published': loose({
    reason: text,
    calendar: loose({
      version: text,
      from: day,
      until: day,
      daysOff: z.array(loose({ date: day, name: text })),
      makeUpDays: z.array(day),
    }),
  }),
  'unit-rules-set': z.custom<UnitRules>(
    (value) => unitRules.safeParse(value).success && isSoundRules(value as UnitRules),
  ),
};
