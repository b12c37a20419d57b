import { readFileSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { plainDate } from '../../domain/plain-date.ts';
import type { Call, Input } from '../../electron/contract/commands.ts';
import type { TableAsked } from '../../electron/contract/report-commands.ts';
import { get, intake, openTestCounter, receive, refusalOf, type TestCounter } from '../support/counter.ts';
import { act } from '../support/life.ts';
import { temporaryFolder } from '../support/store.ts';

const APRIL = { from: plainDate('2020-04-01'), until: plainDate('2020-04-30') };
const ALL = { ...APRIL, offset: 0, limit: 200 };

async function linesOf(call: Call, asked: Partial<Input<'report.register'>> = {}): Promise<readonly number[]> {
  return (await call('report.register', { ...ALL, ...asked })).rows.map(({ number }) => number);
}

async function receiveSome(call: Call, count: number): Promise<void> {
  for (let i = 1; i <= count; i += 1) await receive(call, named(`Người thứ ${i}`));
}

function named(name: string) {
  return { applicant: { ...intake().applicant, name } };
}

async function counted({ call, until }: TestCounter) {
  await call('report.count', APRIL);
  await until(async () => (await call('report.state', {})).running === undefined);
  return call('report.state', {});
}

describe('the register', () => {
  test('has a line for each reception of the period, in the order of their numbers', async () => {
    const { call, setClock } = await openTestCounter();
    await receiveSome(call, 3);
    setClock('2020-05-04T08:00');
    await receive(call);
    const page = await call('report.register', ALL);
    expect(page.rows.map(({ number, applicantName }) => `${number} ${applicantName}`)).toEqual([
      '1 Người thứ 1',
      '2 Người thứ 2',
      '3 Người thứ 3',
    ]);
    expect(page).toMatchObject({ total: 3, offset: 0, asked: APRIL, books: [{ book: '2020-01', count: 3 }] });
  });

  test('is read page by page', async () => {
    const { call } = await openTestCounter();
    await receiveSome(call, 5);
    expect(await linesOf(call, { offset: 2, limit: 2 })).toEqual([3, 4]);
    expect(await linesOf(call, { offset: 4, limit: 2 })).toEqual([5]);
    expect(await linesOf(call, { offset: 9, limit: 2 })).toEqual([]);
  });

  test('of one book has its lines alone, and still says which books there are', async () => {
    const { call } = await openTestCounter();
    await receiveSome(call, 2);
    const other = await call('report.register', { ...ALL, book: '2019-01' });
    expect(other).toMatchObject({ rows: [], total: 0, books: [{ book: '2020-01', count: 2 }] });
    expect(await linesOf(call, { book: '2020-01' })).toEqual([1, 2]);
  });

  test('shows what was received since it was asked for last, and what changed in a line', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call);
    expect(await linesOf(call)).toEqual([1]);
    await receive(call);
    expect(await linesOf(call)).toEqual([1, 2]);
    await act(call, dossier.id, { kind: 'withdrawn', reason: 'Nộp ở nơi khác' });
    const [first] = (await call('report.register', ALL)).rows;
    expect(first?.notes).toMatchObject([{ code: 'withdrawn', reason: 'Nộp ở nơi khác' }]);
  });

  test('has no line for what has arrived and was not received', async () => {
    const { call } = await openTestCounter();
    const { applicant } = intake();
    get(
      await call('dossier.noteArrival', {
        commandId: randomUUID(),
        procedureCode: '1.001193',
        channel: 'online',
        arrivalNumber: 'H44-77',
        filedAt: '2020-04-19T22:10',
        applicant: { kind: 'person', name: applicant.name, idNumber: '', phone: '', address: '' },
      }),
    );
    expect(await call('report.register', ALL)).toMatchObject({ rows: [], total: 0, books: [] });
  });
});

describe('report II.06a', () => {
  test('counts every dossier of the period once, and the window is told when it is there', async () => {
    const counter = await openTestCounter();
    await receiveSome(counter.call, 4);
    const { report, at } = (await counted(counter)).counted ?? {};
    expect(at).toBe('2020-04-20T08:00');
    expect(report?.period).toEqual(APRIL);
    expect(report?.total.received).toEqual({ total: 4, online: 0, directOrPost: 4, carried: 0 });
    expect(report?.total.pending.total).toBe(4);
    await counter.until(() => Promise.resolve(counter.pushes.some(({ topics }) => topics.includes('report'))));
  });

  test('is the one of the period that was asked for last', async () => {
    const counter = await openTestCounter();
    await receive(counter.call);
    await counter.call('report.count', { from: plainDate('2019-01-01'), until: plainDate('2019-12-31') });
    expect((await counted(counter)).counted?.report.period).toEqual(APRIL);
  });
});

describe('a table that is saved', () => {
  async function saved(asked: TableAsked, name = 'Đinh Thị Mận'): Promise<string> {
    const file = path.join(temporaryFolder(), 'table.csv');
    const keyStore = new Map([['save-file', Buffer.from(file).toString('base64')]]);
    const counter = await openTestCounter({ keyStore });
    await receive(counter.call, named(name));
    await counted(counter);
    get(await counter.call('report.saveTable', { asked }));
    return readFileSync(file, 'utf8');
  }

  test('holds the register with every mark, a line for each dossier', async () => {
    const [head, first, ...rest] = (await saved({ table: 'register', ...APRIL })).split('\r\n');
    expect(head).toMatch(/^\uFEFFQuyển số;Số thứ tự;Mã hồ sơ;/);
    expect(first).toMatch(/^2020-01;1;000\.05\.22\.H44-200420-0001;.*;Đinh Thị Mận;.*;20\/04\/2020;/);
    expect(rest).toEqual(['']);
  });

  test('holds the report with its heading and its total', async () => {
    const text = await saved({ table: 'report-06a' });
    expect(text).toContain('Kỳ báo cáo: từ ngày 01/04/2020 đến ngày 30/04/2020');
    expect(text).toContain('\r\n;Tổng cộng;1;0;1;0;0;0;0;0;1;');
  });

  test('holds the money of the day', async () => {
    const text = await saved({ table: 'cash-list', day: plainDate('2020-04-20') });
    expect(text).toContain('Ngày 20/04/2020');
  });

  test('is not made when the dialog is closed, and not without a report', async () => {
    const { call } = await openTestCounter({ keyStore: new Map() });
    const register: TableAsked = { table: 'register', ...APRIL };
    expect(refusalOf(await call('report.saveTable', { asked: register }))).toEqual({ code: 'no-file' });
    const report: TableAsked = { table: 'report-06a' };
    expect(refusalOf(await call('report.saveTable', { asked: report }))).toEqual({ code: 'nothing-counted' });
  });

  test('that cannot be written is said so', async () => {
    const nowhere = path.join(temporaryFolder(), 'missing', 'table.csv');
    const keyStore = new Map([['save-file', Buffer.from(nowhere).toString('base64')]]);
    const { call } = await openTestCounter({ keyStore });
    const asked: TableAsked = { table: 'register', ...APRIL };
    expect(refusalOf(await call('report.saveTable', { asked }))).toEqual({ code: 'file-not-written' });
  });
});
