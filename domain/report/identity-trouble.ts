import type { Report06a, ReportRow } from './report-06a.ts';
import type { ReportCounts } from './report-counts.ts';

/** What must hold between the columns, by their official numbers. */
export type ReportIdentity = '3=4+5+6' | '7=8+9+10' | '11=12+13' | '3=7+11';

export type IdentityTrouble = {
  readonly identity: ReportIdentity;
  /** Absent: in the total row. */
  readonly row?: Pick<ReportRow, 'level' | 'field'>;
};

/** Every identity that fails, row by row and then in the total. Empty for every report that was counted. */
export function identityTrouble(report: Report06a): readonly IdentityTrouble[] {
  return [
    ...report.rows.flatMap(({ level, field, counts }) =>
      failing(counts).map((identity): IdentityTrouble => ({ identity, row: { level, field } })),
    ),
    ...failing(report.total).map((identity): IdentityTrouble => ({ identity })),
  ];
}

function failing({ received, solved, pending }: ReportCounts): readonly ReportIdentity[] {
  const holds: readonly (readonly [ReportIdentity, boolean])[] = [
    ['3=4+5+6', received.total === received.online + received.directOrPost + received.carried],
    ['7=8+9+10', solved.total === solved.early + solved.onTime + solved.late],
    ['11=12+13', pending.total === pending.inTime + pending.late],
    ['3=7+11', received.total === solved.total + pending.total],
  ];
  return holds.filter(([, isTrue]) => !isTrue).map(([identity]) => identity);
}
