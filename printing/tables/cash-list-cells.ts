import type { CashList, CashRow, CashSum } from '../../domain/fees/cash-list.ts';
import type { FeeReceipt, PaymentMethod } from '../../domain/fees/payment.ts';
import { bodyOf, shortDate } from '../layout/slip-wording.ts';
import type { Cells } from './csv-text.ts';

const COLUMNS: Cells = [
  'TT',
  'Giờ',
  'Mã hồ sơ',
  'Thủ tục',
  'Lĩnh vực',
  'Chủ hồ sơ',
  'Người nộp tiền',
  'Biên lai',
  'Hình thức',
  'Phí',
  'Lệ phí',
  'Tổng',
  'Cán bộ thu',
  'Ghi chú',
];
const SUMS: Cells = ['', 'Số hồ sơ', 'Phí', 'Lệ phí', 'Tổng'];

const METHODS = {
  cash: 'Tiền mặt',
  transfer: 'Chuyển khoản',
  online: 'Trực tuyến',
} satisfies Record<PaymentMethod, string>;

/** The list of one day: each payment and refund, then the sums by method, field and clerk. */
export function cashListCells(list: CashList, unitName: string): readonly Cells[] {
  const { day, rows, total, byMethod, byField, byClerk } = list;
  return [
    [`Bảng kê thu phí, lệ phí tại ${bodyOf(unitName)}`],
    [`Ngày ${shortDate(day)}`, '', '', '', '', '', '', '', 'Đơn vị tính: đồng'],
    [],
    COLUMNS,
    ...rows.map(rowCells),
    ['', '', '', '', '', '', '', '', 'Tổng cộng', total.feeVnd, total.dutyVnd, total.totalVnd],
    [],
    SUMS,
    ...(['cash', 'transfer', 'online'] as const).map((method) => sumCells(METHODS[method], byMethod[method])),
    ...[...byField, ...byClerk].map((sum) => sumCells(sum.name, sum)),
  ];
}

function rowCells(row: CashRow, index: number): Cells {
  return [
    index + 1,
    row.at.slice(11, 16),
    row.dossierNumber,
    row.procedureAlias,
    row.field,
    row.applicantName,
    row.payerName,
    receiptInWords(row.receipt),
    METHODS[row.method],
    row.feeVnd,
    row.dutyVnd,
    row.totalVnd,
    row.clerkName,
    row.reason === undefined ? '' : `Hoàn trả: ${row.reason}`,
  ];
}

function receiptInWords(receipt: FeeReceipt): string {
  return receipt.kind === 'none' ? '' : `${receipt.book} ${receipt.number}`;
}

function sumCells(name: string, { dossiers, feeVnd, dutyVnd, totalVnd }: CashSum): Cells {
  return [name, dossiers, feeVnd, dutyVnd, totalVnd];
}
