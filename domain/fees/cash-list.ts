import { dateOf, type LocalMoment, type PlainDate } from '../plain-date.ts';
import type { DossierId } from '../scan-code.ts';
import { foldText } from '../search-text.ts';
import { type FeePayment, type FeeReceipt, type FeeRefund, type PaymentMethod, receiptKey } from './payment.ts';

/** Whose money it is, and who took it. */
export type CashSource = {
  readonly dossierId: DossierId;
  /** As it is printed; the old one of a dossier of the former system. */
  readonly dossierNumber: string;
  readonly applicantName: string;
  readonly procedureAlias: string;
  readonly field: string;
  readonly clerkName: string;
};

/** Money that came in, or went back. */
export type CashEntry = CashSource & ({ readonly payment: FeePayment } | { readonly refund: FeeRefund });

/** One line of the list, in đồng; of a refund the amounts are negative. */
export type CashRow = CashSource & {
  readonly at: LocalMoment;
  readonly method: PaymentMethod;
  readonly receipt: FeeReceipt;
  /** The applicant where nobody else paid. */
  readonly payerName: string;
  readonly feeVnd: number;
  readonly dutyVnd: number;
  readonly totalVnd: number;
  /** Of a refund only. */
  readonly reason?: string;
};

/** Sums in đồng, and how many different dossiers they come from. */
export type CashSum = {
  readonly dossiers: number;
  readonly feeVnd: number;
  readonly dutyVnd: number;
  readonly totalVnd: number;
};

export type NamedCashSum = CashSum & { readonly name: string };

/**
 * What one counter took on one day (bảng kê thu trong ngày). `total`, the sums by method, by field and by clerk all add up to
 * the same đồng. Dossiers do not add up: one may pay twice, by two methods or to two clerks.
 */
export type CashList = {
  readonly day: PlainDate;
  /** In order of time. */
  readonly rows: readonly CashRow[];
  readonly total: CashSum;
  readonly byMethod: { readonly [M in PaymentMethod]: CashSum };
  /** By name, as a Vietnamese reader looks it up without marks. */
  readonly byField: readonly NamedCashSum[];
  readonly byClerk: readonly NamedCashSum[];
};

/** The list of `day`; entries of other days are left out. The order of the entries does not matter. */
export function cashListOf(day: PlainDate, entries: readonly CashEntry[]): CashList {
  const rows = entries
    .map(rowOf)
    .filter((row) => dateOf(row.at) === day)
    .sort(compareRows);
  return {
    day,
    rows,
    total: sumOf(rows),
    byMethod: {
      cash: sumOf(rows.filter((row) => row.method === 'cash')),
      transfer: sumOf(rows.filter((row) => row.method === 'transfer')),
      online: sumOf(rows.filter((row) => row.method === 'online')),
    },
    byField: sumsBy(rows, (row) => row.field),
    byClerk: sumsBy(rows, (row) => row.clerkName),
  };
}

function rowOf(entry: CashEntry): CashRow {
  const { dossierId, dossierNumber, applicantName, procedureAlias, field, clerkName } = entry;
  const source = { dossierId, dossierNumber, applicantName, procedureAlias, field, clerkName };
  if ('refund' in entry) {
    const { at, method, feeVnd, dutyVnd, reason } = entry.refund;
    const amounts = { feeVnd: 0 - feeVnd, dutyVnd: 0 - dutyVnd, totalVnd: 0 - feeVnd - dutyVnd };
    return { ...source, at, method, receipt: { kind: 'none' }, payerName: applicantName, ...amounts, reason };
  }
  const { at, method, receipt, payerName = applicantName, feeVnd, dutyVnd } = entry.payment;
  return { ...source, at, method, receipt, payerName, feeVnd, dutyVnd, totalVnd: feeVnd + dutyVnd };
}

function sumOf(rows: readonly CashRow[]): CashSum {
  let feeVnd = 0;
  let dutyVnd = 0;
  for (const row of rows) {
    feeVnd += row.feeVnd;
    dutyVnd += row.dutyVnd;
  }
  const dossiers = new Set(rows.map((row) => row.dossierId)).size;
  return { dossiers, feeVnd, dutyVnd, totalVnd: feeVnd + dutyVnd };
}

function sumsBy(rows: readonly CashRow[], nameOf: (row: CashRow) => string): readonly NamedCashSum[] {
  return [...new Set(rows.map(nameOf))]
    .map((name) => ({ name, ...sumOf(rows.filter((row) => nameOf(row) === name)) }))
    .sort((a, b) => compare(foldText(a.name), foldText(b.name)) || compare(a.name, b.name));
}

/** By minute, then dossier, then what came in before what went back; the rest so that no two orders are possible. */
function compareRows(a: CashRow, b: CashRow): number {
  const keys = keysOf(b);
  const first = keysOf(a)
    .map((key, index) => compare(key, keys[index] ?? ''))
    .find((order) => order !== 0);
  return first ?? (a.feeVnd - b.feeVnd || a.dutyVnd - b.dutyVnd);
}

function keysOf(row: CashRow): readonly string[] {
  const { at, dossierNumber, reason = '', receipt, method, clerkName, payerName } = row;
  return [at, dossierNumber, reason, receiptKey(receipt) ?? '', method, clerkName, payerName];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
