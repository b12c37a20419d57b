import { z } from 'zod';
import type { ReportCommands } from './report-commands.ts';
import { day, limit, nothing, text } from './shapes.ts';

const period = { from: day, until: day };
const register = { ...period, book: text.exactOptional() };

/** Parsers of what is asked of the register books. */
export const REPORT_PARSERS: { readonly [N in keyof ReportCommands]: z.ZodType<ReportCommands[N]['input']> } = {
  'report.register': z.strictObject({ ...register, offset: z.int().min(0), limit }),
  'report.count': z.strictObject(period),
  'report.state': nothing,
  'report.stop': nothing,
  'report.cashList': z.strictObject({ day }),
  'report.saveTable': z.strictObject({
    asked: z.discriminatedUnion('table', [
      z.strictObject({ table: z.literal('register'), ...register }),
      z.strictObject({ table: z.literal('report-06a') }),
      z.strictObject({ table: z.literal('cash-list'), day }),
    ]),
  }),
};
