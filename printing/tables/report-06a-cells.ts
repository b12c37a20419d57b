import type { Report06a, ReportLevel } from '../../domain/report/report-06a.ts';
import type { ReportCounts } from '../../domain/report/report-counts.ts';
import { bodyOf, shortDate } from '../layout/slip-wording.ts';
import type { Cells } from './csv-text.ts';

const GROUPS: Cells = ['', '', 'Tiếp nhận', '', '', '', 'Đã giải quyết', '', '', '', 'Đang giải quyết', '', ''];
const COLUMNS: Cells = [
  'TT',
  'Lĩnh vực, công việc giải quyết theo cấp',
  'Tổng số',
  'Trực tuyến',
  'Trực tiếp, bưu chính',
  'Từ kỳ trước',
  'Tổng số',
  'Trước hạn',
  'Đúng hạn',
  'Quá hạn',
  'Tổng số',
  'Trong hạn',
  'Quá hạn',
];
const NUMBERS: Cells = COLUMNS.map((_column, index) => `(${index + 1})`);

const LEVELS = {
  commune: ['A', 'Thủ tục hành chính thuộc thẩm quyền giải quyết của cấp xã'],
  linked: ['B', 'Thủ tục hành chính liên thông'],
} as const satisfies Record<ReportLevel, readonly [string, string]>;

/** Form II.06a/VPCP/KSTT: its heading, its thirteen columns, a heading for each level, and the total. */
export function report06aCells({ period, rows, total }: Report06a, unitName: string): readonly Cells[] {
  return [
    [`Tình hình, kết quả giải quyết thủ tục hành chính tại ${bodyOf(unitName)}`],
    ['Biểu số II.06a/VPCP/KSTT'],
    [`Kỳ báo cáo: từ ngày ${shortDate(period.from)} đến ngày ${shortDate(period.until)}`],
    ['Đơn vị tính: số hồ sơ thủ tục hành chính'],
    [],
    GROUPS,
    COLUMNS,
    NUMBERS,
    ...(['commune', 'linked'] as const).flatMap((level) => levelCells(level, rows)),
    ['', 'Tổng cộng', ...countCells(total)],
  ];
}

function levelCells(level: ReportLevel, rows: Report06a['rows']): readonly Cells[] {
  const ofLevel = rows.filter((row) => row.level === level);
  if (ofLevel.length === 0) return [];
  return [
    LEVELS[level],
    ...ofLevel.map(({ field, counts }, index): Cells => [
      index + 1,
      field || 'Chưa rõ lĩnh vực',
      ...countCells(counts),
    ]),
  ];
}

function countCells({ received, solved, pending }: ReportCounts): Cells {
  return [
    received.total,
    received.online,
    received.directOrPost,
    received.carried,
    solved.total,
    solved.early,
    solved.onTime,
    solved.late,
    pending.total,
    pending.inTime,
    pending.late,
  ];
}
