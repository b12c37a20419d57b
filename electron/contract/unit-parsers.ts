import { z } from 'zod';
import { type MonthDay, parseMonthDay } from '../../domain/office-hours.ts';
import { accountId, nothing, text } from './shapes.ts';
import type { UnitCommands } from './unit-commands.ts';

const roles = z.array(z.enum(['counter-clerk', 'specialist', 'leader', 'head-of-counter', 'administrator'])).max(5);
const accountChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('roles'), roles }),
  z.strictObject({ kind: z.literal('rename'), name: text }),
  z.strictObject({ kind: z.literal('close'), reason: text }),
  z.strictObject({ kind: z.literal('reopen') }),
  z.strictObject({ kind: z.literal('give-stand-in'), standInId: accountId, from: text, until: text, reason: text }),
  z.strictObject({ kind: z.literal('end-stand-in'), standInId: accountId }),
  z.strictObject({ kind: z.literal('clear-lock-out') }),
]);
const calendar = z.strictObject({
  version: text,
  from: text,
  until: text,
  provisionalFrom: text.exactOptional(),
  daysOff: z.array(z.strictObject({ date: text, name: text })).max(2_000),
  makeUpDays: z.array(text).max(500),
});
const halfDay = z.strictObject({ from: z.number(), until: z.number() });
const hours = z.strictObject({ morning: halfDay, afternoon: halfDay });
const monthDay = z.string().transform((value, context): MonthDay => {
  const parsed = parseMonthDay(value);
  if (parsed) return parsed;
  context.addIssue('not a day of the year');
  return z.NEVER;
});
const unitRules = z.strictObject({
  hours,
  seasons: z.array(z.strictObject({ from: monthDay, until: monthDay, hours })).max(12),
  timeOfDay: z.enum(['half-day', 'same-clock-time', 'end-of-day']),
  councilAmounts: z.record(text, z.record(text, z.number())),
});

/** Parsers of what the unit gives itself. */
export const UNIT_PARSERS: { readonly [N in keyof UnitCommands]: z.ZodType<UnitCommands[N]['input']> } = {
  'account.first': z.strictObject({ name: text, passphrase: text }),
  'account.signIn': z.strictObject({ accountId, passphrase: text }),
  'account.recover': z.strictObject({ accountId, recoveryCode: text, passphrase: text }),
  'account.signOut': nothing,
  'account.list': nothing,
  'account.open': z.strictObject({ name: text, roles, passphrase: text }),
  'account.change': z.strictObject({ accountId, change: accountChange }),
  'account.setPassphrase': z.strictObject({ accountId, passphrase: text, oldPassphrase: text.exactOptional() }),
  'catalogue.read': nothing,
  'catalogue.apply': z.strictObject({ readingId: text }),
  'goLive.read': nothing,
  'goLive.apply': z.strictObject({ readingId: text }),
  'calendar.get': nothing,
  'calendar.effects': z.strictObject({ calendar }),
  'calendar.publish': z.strictObject({ calendar, reason: text }),
  'unitRules.get': nothing,
  'unitRules.set': unitRules,
};
