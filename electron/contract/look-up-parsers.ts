import { z } from 'zod';
import { LOOK_UP_COLUMNS, LOOK_UP_ORDERS, LOOK_UP_STATES } from '../../domain/look-up.ts';
import type { LookUpCommands } from './look-up-commands.ts';
import { day, limit, nothing, text } from './shapes.ts';

const lookedFor = z.strictObject({
  text,
  filter: z.strictObject({
    state: z.enum(LOOK_UP_STATES).exactOptional(),
    procedureCode: text.exactOptional(),
    field: text.exactOptional(),
    from: day.exactOptional(),
    until: day.exactOptional(),
    clerk: text.exactOptional(),
  }),
  sort: z.strictObject({ by: z.enum(LOOK_UP_ORDERS), descending: z.boolean() }).exactOptional(),
});

const columns = z.array(z.enum(LOOK_UP_COLUMNS)).min(1).max(LOOK_UP_COLUMNS.length);

/** Parsers of what is looked for. */
export const LOOK_UP_PARSERS: { readonly [N in keyof LookUpCommands]: z.ZodType<LookUpCommands[N]['input']> } = {
  'dossier.lookUp': z.strictObject({ lookedFor, offset: z.int().min(0), limit }),
  'found.save': z.strictObject({ lookedFor, columns }),
  'found.saving': nothing,
  'found.stopSaving': nothing,
  'view.list': nothing,
  'view.save': z.strictObject({ view: z.strictObject({ name: text, lookedFor, columns }) }),
  'view.rename': z.strictObject({ name: text, to: text }),
  'view.remove': z.strictObject({ name: text }),
};
