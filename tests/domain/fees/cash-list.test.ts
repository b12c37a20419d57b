import { expect, test } from 'vitest';
import { cashListOf } from '../../../domain/fees/cash-list.ts';
import { localMoment, plainDate } from '../../../domain/plain-date.ts';
import { came, paymentAt, refundAt, source, wentBack } from './cash-samples.ts';

const DAY = plainDate('2020-04-20');
const COPY = source(1);
const BIRTH = source(2, { procedureAlias: 'Khai sinh', field: 'Hộ tịch', clerkName: 'Đinh Thị Ba' });
const SIGNATURE = source(3, { procedureAlias: 'Chứng thực chữ ký', clerkName: 'Đinh Thị Ba' });

const ENTRIES = [
  wentBack(COPY, refundAt('10:00', [1_000, 0])),
  came(BIRTH, paymentAt('09:10', [8_000, 5_000], { method: 'transfer', payerName: 'Hà Văn Bảy' })),
  came(COPY, paymentAt('07:45', [10_000, 0])),
  came(SIGNATURE, paymentAt('16:55', [10_000, 0], { method: 'online' })),
];

test('a day is listed in order of time, what went back with negative amounts', () => {
  const rows = cashListOf(DAY, ENTRIES).rows.map((row) => [row.at.slice(11), row.procedureAlias, row.totalVnd]);
  expect(rows).toEqual([
    ['07:45', 'Sao y', 10_000],
    ['09:10', 'Khai sinh', 13_000],
    ['10:00', 'Sao y', -1_000],
    ['16:55', 'Chứng thực chữ ký', 10_000],
  ]);
});

test('the sums keep fee and duty apart and count each dossier once', () => {
  const list = cashListOf(DAY, ENTRIES);
  expect(list.total).toEqual({ dossiers: 3, feeVnd: 27_000, dutyVnd: 5_000, totalVnd: 32_000 });
  expect(list.byMethod).toEqual({
    cash: { dossiers: 1, feeVnd: 9_000, dutyVnd: 0, totalVnd: 9_000 },
    transfer: { dossiers: 1, feeVnd: 8_000, dutyVnd: 5_000, totalVnd: 13_000 },
    online: { dossiers: 1, feeVnd: 10_000, dutyVnd: 0, totalVnd: 10_000 },
  });
});

test('the sums by field and by clerk stand in the order of their names, đ with d', () => {
  const list = cashListOf(DAY, [...ENTRIES, came(source(4, { clerkName: 'Em' }), paymentAt('08:00', [2_000, 0]))]);
  expect(list.byField.map(({ name, dossiers, totalVnd }) => [name, dossiers, totalVnd])).toEqual([
    ['Chứng thực', 3, 21_000],
    ['Hộ tịch', 1, 13_000],
  ]);
  expect(list.byClerk.map(({ name, dossiers, totalVnd }) => [name, dossiers, totalVnd])).toEqual([
    ['Đinh Thị Ba', 2, 23_000],
    ['Em', 1, 2_000],
    ['Hà Văn Sáu', 1, 9_000],
  ]);
});

test('a row says who paid: the applicant where nobody else is named', () => {
  const names = cashListOf(DAY, ENTRIES).rows.map((row) => row.payerName);
  expect(names).toEqual(['Đinh Thị Mơ', 'Hà Văn Bảy', 'Đinh Thị Mơ', 'Đinh Thị Mơ']);
});

test('only what went back has a reason', () => {
  const reasons = cashListOf(DAY, ENTRIES).rows.map((row) => row.reason);
  expect(reasons).toEqual([undefined, undefined, 'Thu nhầm', undefined]);
});

test('money of the day before and the day after stays out', () => {
  const before = came(COPY, paymentAt('08:00', [1_000, 0], { at: localMoment('2020-04-19T23:59') }));
  const after = wentBack(COPY, refundAt('08:00', [1_000, 0], { at: localMoment('2020-04-21T00:00') }));
  const edges = [paymentAt('00:00', [10, 0]), paymentAt('23:59', [1, 0])].map((payment) => came(COPY, payment));
  expect(cashListOf(DAY, [before, ...edges, after]).total.totalVnd).toBe(11);
});

test('what comes in in one minute stands before what goes back', () => {
  const entries = [wentBack(COPY, refundAt('08:00', [5, 0])), came(COPY, paymentAt('08:00', [5, 0]))];
  expect(cashListOf(DAY, entries).rows.map((row) => row.totalVnd)).toEqual([5, -5]);
});

test('two receipts of one dossier in one minute stand in the order of their numbers', () => {
  const numbered = (number: string, feeVnd: number) =>
    came(COPY, paymentAt('08:00', [feeVnd, 0], { receipt: { kind: 'numbered', book: 'AB/20E', number } }));
  const rows = cashListOf(DAY, [numbered('0000124', 1), numbered('0000123', 2)]).rows;
  expect(rows.map((row) => row.feeVnd)).toEqual([2, 1]);
});

test('two dossiers in one minute stand in the order of their numbers', () => {
  const entries = [source(5), source(4)].map((from) => came(from, paymentAt('08:00', [2_000, 0])));
  const numbers = cashListOf(DAY, entries).rows.map((row) => row.dossierNumber);
  expect(numbers).toEqual([source(4).dossierNumber, source(5).dossierNumber]);
});

test('a day without money is an empty list, not a missing one', () => {
  const none = { dossiers: 0, feeVnd: 0, dutyVnd: 0, totalVnd: 0 };
  expect(cashListOf(DAY, [])).toEqual({
    day: DAY,
    rows: [],
    total: none,
    byMethod: { cash: none, transfer: none, online: none },
    byField: [],
    byClerk: [],
  });
});
