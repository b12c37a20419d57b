import { readFileSync } from 'node:fs';
import {
  type CatalogueContext,
  type CatalogueReading,
  readCatalogue,
} from '../../../domain/catalogue-import/read-catalogue.ts';
import type { Procedure } from '../../../domain/procedure.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { procedureOf } from '../fixtures.ts';

/** What a counter has before the file comes. */
export const KNOWN: readonly Procedure[] = [
  '1.001193',
  '1.000894',
  '1.000656',
  '1.004859',
  '1.004873',
  '2.000635',
  '2.000815',
  '2.000884',
  '2.000908',
  '2.001035',
  '2.001023',
  '2.002226',
].map(procedureOf);

export const CONTEXT: CatalogueContext = {
  day: plainDate('2026-01-05'),
  effectiveFrom: plainDate('2026-02-01'),
  version: '2026-02-01',
  known: KNOWN,
};

/** About the size and the dirt of a real one; made up, from published names and codes. */
export function dirtyCatalogue(): unknown {
  return JSON.parse(readFileSync(new URL('../../fixtures/catalogue/official-dirty.json', import.meta.url), 'utf8'));
}

/** A row of the portal in which nothing is wrong, changed by `members`. */
export function portalRow(members: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    code: '1.004837',
    name: 'Thủ tục đăng ký giám hộ',
    categoriesDetails: [{ name: 'Hộ tịch' }],
    isWard: true,
    processingTime: 3,
    processingTimeUnit: 'WORKING_DAY',
    fees: [{ value: 0, description: 'Không thu' }],
    executionCases: [{ name: 'Bao gồm', profileComponents: [{ name: 'Tờ khai', originalQty: 1, copyQty: 0 }] }],
    resultsDetails: [{ name: 'Trích lục đăng ký giám hộ' }],
    ...members,
  };
}

/** The only row of a file, read without anything known; `procedure` undefined where it is to be fixed. */
export function readOne(members: Readonly<Record<string, unknown>>): {
  readonly procedure: Procedure | undefined;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
} {
  const { accepted, toFix } = readCatalogue([portalRow(members)], { ...CONTEXT, known: [] });
  return {
    procedure: accepted[0]?.procedure,
    problems: toFix.flatMap(({ problems }) => problems.map(({ code }) => code)),
    // A name is always made for a procedure nobody knows.
    warnings: accepted
      .flatMap(({ warnings }) => warnings.map(({ code }) => code))
      .filter((code) => code !== 'alias-made'),
  };
}

/** What became of the first row of `code`: the codes of its problems, or of its warnings. */
export function notesOf(reading: CatalogueReading, code: string): readonly string[] {
  const accepted = reading.accepted.find(({ procedure }) => procedure.code === code);
  const toFix = reading.toFix.find((row) => row.code === code);
  return [...(toFix?.problems ?? []), ...(accepted?.warnings ?? [])].map((note) => note.code);
}
