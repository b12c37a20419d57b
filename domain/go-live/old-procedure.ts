import type { PlainDate } from '../plain-date.ts';
import { findProcedure } from '../procedure-catalogue.ts';
import type { Procedure } from '../procedure.ts';
import { foldText } from '../search-text.ts';

/** What a sheet says of the procedure of an old dossier, next to what the catalogue knows. */
export type OldProcedure = {
  /** National code. Of the catalogue, or as the sheet gives it where the catalogue knows none. */
  readonly code?: string;
  /** As the sheet words it; where it gives only a code, the catalogue's name, or the code itself. */
  readonly name: string;
  readonly warning?: 'procedure-unknown' | 'procedure-contradiction';
};

type InSheet = { readonly name: string; readonly code: string };

type Catalogue = (sheet: InSheet, received: PlainDate) => OldProcedure;

/**
 * Looks procedures up by code, else by their whole name or what clerks call them. Of several versions the one in force
 * on the day of receipt counts, but one that was in force on another day is known all the same.
 *
 * The code decides; a name that belongs to another procedure is a contradiction to look at.
 */
export function oldProcedures(procedures: readonly Procedure[]): Catalogue {
  const known = new Set(procedures.map(({ code }) => code));
  const byName = new Map<string, Set<string>>();
  for (const { code, name, alias } of procedures) {
    for (const key of [nameKey(name), nameKey(alias)]) byName.set(key, (byName.get(key) ?? new Set()).add(code));
  }
  return (sheet, received) => {
    const national = nationalCode(sheet.code);
    const codesOfName = [...(byName.get(nameKey(sheet.name)) ?? [])];
    // A name that two procedures share names neither.
    const onlyCode = codesOfName.length === 1 ? codesOfName[0] : undefined;
    const code = national !== undefined && known.has(national) ? national : onlyCode;
    if (code === undefined) return unknown(sheet, national);
    const name = sheet.name || nameOf(procedures, code, received) || code;
    const isOther = codesOfName.length > 0 && !codesOfName.includes(code);
    return { code, name, ...(isOther ? { warning: 'procedure-contradiction' } : {}) };
  };
}

function unknown(sheet: InSheet, code: string | undefined): OldProcedure {
  const name = sheet.name || sheet.code;
  return { ...(code === undefined ? {} : { code }), name, warning: 'procedure-unknown' };
}

function nameOf(procedures: readonly Procedure[], code: string, day: PlainDate): string | undefined {
  const version = findProcedure(procedures, code, day) ?? procedures.find((procedure) => procedure.code === code);
  return version?.name;
}

/** `1.001193` of `1.001193.000.00.00.H44` and `1.001193.H44`; a number cell may have lost the zeros at its end. */
function nationalCode(text: string): string | undefined {
  const found = /^(\d)[.,](\d{3,6})(?:\.|$)/.exec(text.trim());
  return found?.[1] === undefined || found[2] === undefined ? undefined : `${found[1]}.${found[2].padEnd(6, '0')}`;
}

function nameKey(name: string): string {
  return foldText(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^thu tuc /, '');
}
