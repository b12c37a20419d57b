import type { ProcedureChange } from '../../domain/catalogue-import/catalogue-diff.ts';
import type { RowNote, RowProblemCode, RowWarningCode } from '../../domain/catalogue-import/row-note.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { CatalogueReadIn } from '../../electron/contract/views.ts';
import { CATALOGUE, ROW_PROBLEMS, ROW_WARNINGS } from '../text/catalogue-import.ts';
import { READ_IN } from '../text/read-in.ts';
import type { ReadInLine } from './LongList.tsx';

/** What a catalogue file says, list by list. */
export type CatalogueLines = Readonly<
  Record<'toFix' | 'clashes' | 'changed' | 'added' | 'warnings' | 'ended', readonly ReadInLine[]>
>;

export function catalogueLines({ reading, diff }: CatalogueReadIn): CatalogueLines {
  return {
    toFix: reading.toFix.map(({ row, code, name, problems }) => ({
      key: String(row),
      head: [READ_IN.row(row), code, name].filter((part) => part !== undefined).join(' · '),
      notes: problems.map(problemText),
    })),
    clashes: diff.clashes.map(changeLine),
    changed: diff.changed.map(changeLine),
    added: diff.added.map(procedureLine),
    warnings: reading.accepted
      .filter(({ warnings }) => warnings.length > 0)
      .map(({ row, procedure, warnings }) => ({
        key: String(row),
        head: `${READ_IN.row(row)} · ${CATALOGUE.procedure(procedure.code, procedure.name)}`,
        notes: warnings.map(warningText),
      })),
    ended: diff.ended.map(procedureLine),
  };
}

export function problemText({ code, value }: RowNote<RowProblemCode>): string {
  return READ_IN.value(ROW_PROBLEMS[code], value);
}

export function warningText({ code, value }: RowNote<RowWarningCode>): string {
  return READ_IN.value(ROW_WARNINGS[code], value);
}

function procedureLine({ code, version, name }: Procedure): ReadInLine {
  return { key: `${code} ${version}`, head: CATALOGUE.procedure(code, name), notes: [] };
}

function changeLine({ after, what }: ProcedureChange, index: number): ReadInLine {
  return {
    key: `${index} ${after.code}`,
    head: CATALOGUE.procedure(after.code, after.name),
    notes: [CATALOGUE.differs(what)],
  };
}
