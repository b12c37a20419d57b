import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { COUNTER_PROCEDURES } from '../../domain/catalogue/counter-procedures.ts';
import type { LookUpFilter, LookUpSort } from '../../domain/look-up.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { scanCodeOf } from '../../domain/scan-code.ts';
import type { Call } from '../../electron/contract/commands.ts';
import type { LookedFor } from '../../electron/contract/look-up-commands.ts';
import { get, intake, openTestCounter, receive } from '../support/counter.ts';
import { act, RECEIVER, SIGNED } from '../support/life.ts';

function found(call: Call, text: string, filter: LookUpFilter = {}): Promise<readonly string[]> {
  return namesOf(call, { text, filter });
}

function sorted(call: Call, sort: LookUpSort, text = ''): Promise<readonly string[]> {
  return namesOf(call, { text, filter: {}, sort });
}

async function namesOf(call: Call, lookedFor: LookedFor): Promise<readonly string[]> {
  const { rows, total } = await call('dossier.lookUp', { lookedFor, offset: 0, limit: 100 });
  expect(rows).toHaveLength(total);
  return rows.map(({ applicantName }) => applicantName);
}

async function receiveFor(call: Call, name: string, more: Parameters<typeof receive>[1] = {}) {
  const { applicant } = intake();
  return receive(call, { applicant: { ...applicant, name }, ...more });
}

describe('one box for everything', () => {
  test('finds a name without marks, a dossier number whole or by its end, a phone, an identity number, a slip', async () => {
    const { call } = await openTestCounter();
    const { applicant } = intake();
    const { dossier } = await receive(call, {
      applicant: { ...applicant, name: 'Đinh Thị Mận', idNumber: '025199012345', phone: '0987654321' },
    });
    await receiveFor(call, 'Bùi Văn Thêm');
    const number = dossier.intake?.dossierNumber ?? '';
    for (const text of [
      'dinh thi man',
      'MẬN',
      'ma',
      number,
      number.slice(-8),
      '4321',
      '12345',
      scanCodeOf(dossier.id),
    ]) {
      expect(await found(call, text), text).toEqual(['Đinh Thị Mận']);
    }
    expect(await found(call, '43')).toEqual([]);
    expect(await found(call, 'khong co ai')).toEqual([]);
    expect(await found(call, ' ')).toEqual(['Bùi Văn Thêm', 'Đinh Thị Mận']);
  });

  test('puts the words as they were typed before the same letters in longer or other names', async () => {
    const { call } = await openTestCounter();
    for (const name of ['Hoa Văn Nguyễn', 'Nguyễn Văn Hoàng', 'Nguyễn Văn Hoa', 'Nguyễn Thị Hoa']) {
      await receiveFor(call, name);
    }
    expect(await found(call, 'nguyen van hoa')).toEqual(['Nguyễn Văn Hoa', 'Nguyễn Văn Hoàng', 'Hoa Văn Nguyễn']);
    expect(await found(call, 'hoa')).toEqual([
      'Nguyễn Thị Hoa',
      'Nguyễn Văn Hoa',
      'Hoa Văn Nguyễn',
      'Nguyễn Văn Hoàng',
    ]);
  });

  test('finds a procedure by its name, its short name and its code, after the people who are called so', async () => {
    const { call } = await openTestCounter();
    await receiveFor(call, 'Hà Văn Sáu', { procedureCode: '1.001193' });
    await receiveFor(call, 'Khai Thị Sinh', { procedureCode: '1.004873' });
    expect(await found(call, 'khai sinh')).toEqual(['Khai Thị Sinh', 'Hà Văn Sáu']);
    expect(await found(call, 'ks')).toEqual(['Hà Văn Sáu']);
    expect(await found(call, '1.004873')).toEqual(['Khai Thị Sinh']);
  });

  test('does not say which dossiers are of a sensitive procedure, and finds them by their number alone', async () => {
    const { call } = await openTestCounter();
    const restricted = COUNTER_PROCEDURES.find(
      ({ isRestricted, limit }) => isRestricted && limit.kind === 'working-days',
    );
    if (!restricted) throw new Error('the catalogue has no sensitive procedure');
    const { dossier } = await receiveFor(call, 'Lò Thị Én', { procedureCode: restricted.code });
    for (const text of [restricted.alias, restricted.name, restricted.code, 'lo thi en']) {
      expect(await found(call, text), text).toEqual([]);
    }
    expect(await found(call, '', { procedureCode: restricted.code })).toEqual([]);
    expect(await found(call, '', { field: restricted.field })).toEqual([]);
    expect(await found(call, dossier.intake?.dossierNumber ?? '')).toEqual(['Lò Thị Én']);
  });
});

describe('what narrows it', () => {
  test('is the state, which follows the clock, together with what is typed', async () => {
    const { call, setClock } = await openTestCounter();
    const first = await receiveFor(call, 'Nguyễn Văn An', { procedureCode: '1.004873' });
    const second = await receiveFor(call, 'Nguyễn Văn Bình', { procedureCode: '1.004873' });
    await receiveFor(call, 'Trần Thị Cúc', { procedureCode: '1.004873' });
    await act(call, second.dossier.id, { kind: 'processing-started', specialist: 'Đinh Văn Hùng' });
    await act(call, second.dossier.id, { kind: 'result-issued', result: { ...SIGNED, date: '2020-04-20' } });
    expect(await found(call, 'nguyen', { state: 'in-progress' })).toEqual(['Nguyễn Văn An']);
    expect(await found(call, '', { state: 'result-ready' })).toEqual(['Nguyễn Văn Bình']);
    expect(await found(call, '', { state: 'late' })).toEqual([]);
    setClock('2020-04-30T08:00');
    expect(await found(call, '', { state: 'late' })).toEqual(['Trần Thị Cúc', 'Nguyễn Văn An']);
    const handOver = { commandId: randomUUID(), dossierId: second.dossier.id, receiver: RECEIVER };
    get(await call('dossier.handOver', { ...handOver, despiteMoneyDue: true }));
    expect(await found(call, '', { state: 'handed-over' })).toEqual(['Nguyễn Văn Bình']);
    await act(call, first.dossier.id, { kind: 'withdrawn', reason: 'Xin rút' });
    expect(await found(call, '', { state: 'ended' })).toEqual(['Nguyễn Văn An']);
    expect(await found(call, '', { state: 'waiting-for-applicant' })).toEqual([]);
  });

  test('is the procedure, the field, the days of receipt and who received it', async () => {
    const { call, setClock } = await openTestCounter();
    await receiveFor(call, 'Nguyễn Văn An', { procedureCode: '1.001193' });
    setClock('2020-04-22T09:00');
    await receiveFor(call, 'Trần Thị Cúc', { procedureCode: '1.004873' });
    expect(await found(call, '', { procedureCode: '1.001193' })).toEqual(['Nguyễn Văn An']);
    expect(await found(call, '', { field: 'Hộ tịch' })).toEqual(['Trần Thị Cúc', 'Nguyễn Văn An']);
    expect(await found(call, '', { until: plainDate('2020-04-21') })).toEqual(['Nguyễn Văn An']);
    expect(await found(call, '', { from: plainDate('2020-04-22'), until: plainDate('2020-04-22') })).toEqual([
      'Trần Thị Cúc',
    ]);
    expect(await found(call, 'an', { from: plainDate('2020-04-22') })).toEqual([]);
    expect(await found(call, '', { clerk: 'Hà Thị Lan' })).toHaveLength(2);
    expect(await found(call, '', { clerk: 'Đinh Văn Hùng' })).toEqual([]);
  });
});

describe('the order', () => {
  test('is that of the column: names by the given name as in Vietnamese lists, organisations by their first word', async () => {
    const { call } = await openTestCounter();
    for (const name of ['Nguyễn Văn Đức', 'Trần Thị Ánh', 'Bùi Văn An', 'Hà Thị Dung', 'Lê Văn Ân']) {
      await receiveFor(call, name);
    }
    const { applicant } = intake();
    await receive(call, { applicant: { ...applicant, kind: 'organisation', name: 'Công ty Chè Sơn' } });
    const byName = ['Bùi Văn An', 'Trần Thị Ánh', 'Lê Văn Ân', 'Công ty Chè Sơn', 'Hà Thị Dung', 'Nguyễn Văn Đức'];
    expect(await sorted(call, { by: 'applicant', descending: false })).toEqual(byName);
    expect(await sorted(call, { by: 'applicant', descending: true })).toEqual(byName.toReversed());
    expect(await sorted(call, { by: 'applicant', descending: false }, 'van')).toEqual([
      'Bùi Văn An',
      'Lê Văn Ân',
      'Nguyễn Văn Đức',
    ]);
  });

  test('is by procedure, appointment, state, number and reception too, what has none being last in either way', async () => {
    const { call, setClock } = await openTestCounter();
    await receiveFor(call, 'Nguyễn Văn Một', { procedureCode: '1.004873' });
    setClock('2020-04-21T09:00');
    const second = await receiveFor(call, 'Nguyễn Văn Hai', { procedureCode: '1.001193' });
    await call('dossier.noteArrival', {
      commandId: randomUUID(),
      procedureCode: '1.001193',
      channel: 'online',
      arrivalNumber: 'H44-1',
      filedAt: '2020-04-20T20:00',
      applicant: { kind: 'person', name: 'Nguyễn Văn Ba', idNumber: '', phone: '', address: '' },
    });
    const by = async (sort: LookUpSort['by'], descending = false) =>
      (await sorted(call, { by: sort, descending })).map((name) => name.split(' ')[2]);
    expect(await by('procedure')).toEqual(['Ba', 'Hai', 'Một']);
    expect(await by('appointment')).toEqual(['Hai', 'Một', 'Ba']);
    expect(await by('appointment', true)).toEqual(['Một', 'Hai', 'Ba']);
    expect(await by('number', true)).toEqual(['Hai', 'Một', 'Ba']);
    expect(await by('received')).toEqual(['Một', 'Hai', 'Ba']);
    await act(call, second.dossier.id, { kind: 'processing-started', specialist: 'Đinh Văn Hùng' });
    expect(await by('status')).toEqual(['Ba', 'Một', 'Hai']);
  });
});

describe('lines', () => {
  test('come by their places, each once, and what was received meanwhile is the first', async () => {
    const { call } = await openTestCounter();
    for (const name of ['Bùi Một', 'Bùi Hai', 'Bùi Ba', 'Bùi Bốn']) await receiveFor(call, name);
    const lookedFor = { text: 'bui', filter: {} };
    const pageAt = async (offset: number) => call('dossier.lookUp', { lookedFor, offset, limit: 2 });
    expect((await pageAt(0)).rows.map(({ applicantName }) => applicantName)).toEqual(['Bùi Bốn', 'Bùi Ba']);
    expect((await pageAt(2)).rows.map(({ applicantName }) => applicantName)).toEqual(['Bùi Hai', 'Bùi Một']);
    expect(await pageAt(4)).toEqual({ lookedFor, offset: 4, rows: [], total: 4 });
    await receiveFor(call, 'Bùi Năm');
    expect(await pageAt(0)).toMatchObject({ rows: [{ applicantName: 'Bùi Năm' }, {}], total: 5 });
  });
});
