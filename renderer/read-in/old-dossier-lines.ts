import type { OldDossiersRead, RowProblem, RowWarning, SkipReason } from '../../domain/go-live/old-dossier.ts';
import type { OldColumn } from '../../domain/go-live/old-columns.ts';
import { countText } from '../text/format.ts';
import { COLUMN_NAMES, OLD_DOSSIERS, OLD_ROW_PROBLEMS, OLD_ROW_WARNINGS, SKIP_REASONS } from '../text/old-dossiers.ts';
import { READ_IN } from '../text/read-in.ts';
import type { ReadInLine } from './LongList.tsx';

/** What a sheet of old dossiers says, list by list. */
export type OldDossierLines = Readonly<Record<'toFix' | 'warnings' | 'accepted', readonly ReadInLine[]>>;

export function oldDossierLines(read: OldDossiersRead): OldDossierLines {
  const accepted = read.accepted.map(({ row, dossier, warnings }) => ({
    key: String(row),
    head: `${READ_IN.row(row)} · ${OLD_DOSSIERS.dossier(dossier.oldNumber, dossier.applicant.name)}`,
    notes: warnings.map(oldWarningText),
  }));
  return {
    toFix: read.toFix.map(({ row, problems }) => ({
      key: String(row),
      head: READ_IN.row(row),
      notes: problems.map(oldProblemText),
    })),
    warnings: accepted.filter(({ notes }) => notes.length > 0),
    accepted: accepted.filter(({ notes }) => notes.length === 0),
  };
}

/** How many rows were skipped, reason by reason. */
function skippedCounts(skipped: OldDossiersRead['skipped']): readonly (readonly [string, number])[] {
  const reasons = Object.keys(SKIP_REASONS) as SkipReason[];
  return reasons
    .map((why) => [SKIP_REASONS[why], skipped.filter((row) => row.why === why).length] as const)
    .filter(([, count]) => count > 0);
}

/** "Mã hồ sơ, Chủ hồ sơ": the columns that were found, in the order of the sheet. */
export function columnsText(columns: OldDossiersRead['columns']): string {
  const found = (Object.keys(COLUMN_NAMES) as OldColumn[]).filter((column) => columns[column] !== undefined);
  return found
    .toSorted((a, b) => (columns[a] ?? 0) - (columns[b] ?? 0))
    .map((column) => COLUMN_NAMES[column])
    .join(', ');
}

export function oldProblemText({ code, column, value }: RowProblem): string {
  return READ_IN.value(inColumn(OLD_ROW_PROBLEMS[code], column), value);
}

export function oldWarningText({ code, column, value }: RowWarning): string {
  return READ_IN.value(inColumn(OLD_ROW_WARNINGS[code], column), value);
}

/** The sentences begin in the middle: the column stands before them, or a capital letter. */
function inColumn(sentence: string, column: OldColumn | undefined): string {
  if (column !== undefined) return OLD_DOSSIERS.inColumn(sentence, column);
  return sentence.slice(0, 1).toLocaleUpperCase('vi') + sentence.slice(1);
}

/** "Dòng trống: 12". */
export function skippedText(skipped: OldDossiersRead['skipped']): string {
  return skippedCounts(skipped)
    .map(([why, count]) => `${why}: ${countText(count)}`)
    .join(' · ');
}
