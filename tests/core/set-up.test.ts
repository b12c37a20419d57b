import { describe, expect, test } from 'vitest';
import type { SetUpForm } from '../../electron/contract/refusals.ts';
import { get, openTestCounter, refusalOf, SET_UP } from '../support/counter.ts';

const TODAY = '2026-11-24T09:00';
const UNIT_OF_TODAY: SetUpForm['unit'] = {
  code: '08305',
  name: 'Xã Xuân Viên',
  upperNames: ['Tỉnh Phú Thọ'],
  organisationCode: 'H44.12.05',
};

async function fieldsRefused(change: Partial<SetUpForm>): Promise<readonly string[]> {
  const { call } = await openTestCounter({ now: TODAY, setUp: false });
  const refusal = refusalOf(await call('setup.complete', { ...SET_UP, unit: UNIT_OF_TODAY, ...change }));
  if (refusal.code !== 'fields') throw new Error(refusal.code);
  expect((await call('app.state', {})).mode).toBe('none');
  return refusal.fields.map(({ field, code }) => `${field} ${code}`);
}

describe('the set-up', () => {
  test('makes the counter real, for good', async () => {
    const counter = await openTestCounter({ now: TODAY, setUp: false });
    const form: SetUpForm = { ...SET_UP, unit: UNIT_OF_TODAY, station: 7, paperWidthMm: 58 };
    const state = get(await counter.call('setup.complete', form));
    expect(state).toMatchObject({
      mode: 'real',
      counter: { unit: { ...UNIT_OF_TODAY, sample: false, effectiveFrom: '2025-07-01' }, station: 7 },
      printer: { choice: { kind: 'none' }, paperWidthMm: 58 },
    });
    await counter.restart();
    expect(await counter.call('app.state', {})).toEqual(state);
  });

  test('a second time is refused', async () => {
    const { call } = await openTestCounter();
    expect(refusalOf(await call('setup.complete', SET_UP))).toEqual({ code: 'already-set-up' });
  });

  test('refuses a unit code that is not five digits', async () => {
    expect(await fieldsRefused({ unit: { ...UNIT_OF_TODAY, code: '8305' } })).toEqual(['unit.code malformed']);
  });

  test('refuses a unit that ended', async () => {
    expect(await fieldsRefused({ unit: { ...UNIT_OF_TODAY, code: '08293' } })).toEqual([
      'unit.code no-longer-in-force',
    ]);
  });

  test('takes a unit that is on no list as it was typed', async () => {
    const { call } = await openTestCounter({ now: TODAY, setUp: false });
    const unit = { ...UNIT_OF_TODAY, code: '00001', name: ' Phường   Phúc Xá ' };
    const state = get(await call('setup.complete', { ...SET_UP, unit }));
    expect(state.counter?.unit).toMatchObject({ code: '00001', name: 'Phường Phúc Xá', effectiveFrom: '2026-11-24' });
  });

  test('refuses the organisation code of a sample', async () => {
    const { call } = await openTestCounter({ now: TODAY, setUp: false });
    const { units } = await call('setup.options', {});
    expect(units.length).toBeGreaterThan(0);
    for (const { organisationCode } of units) {
      expect(await fieldsRefused({ unit: { ...UNIT_OF_TODAY, organisationCode } })).toEqual([
        'unit.organisationCode sample-code',
      ]);
    }
  });

  test('refuses an organisation code in no written form', async () => {
    expect(await fieldsRefused({ unit: { ...UNIT_OF_TODAY, organisationCode: '12345' } })).toEqual([
      'unit.organisationCode malformed',
    ]);
  });

  test('names every empty field, in the order of the screen', async () => {
    const unit = { code: '', name: ' ', upperNames: [' '], organisationCode: '' };
    const printer = { kind: 'tcp', host: '', port: 9100 } as const;
    const change = { unit, station: 0, clerkName: '', printer, accountPassphrase: '' };
    expect(await fieldsRefused(change)).toEqual([
      'unit.code missing',
      'unit.name missing',
      'unit.upperNames missing',
      'unit.organisationCode missing',
      'station missing',
      'clerkName missing',
      'printer missing',
      'accountPassphrase missing',
    ]);
  });

  test.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['12345', 'too-short'],
    ['a'.repeat(201), 'too-long'],
  ])('refuses the passphrase "%s" of the first account: %s', async (accountPassphrase, code) => {
    expect(await fieldsRefused({ accountPassphrase })).toEqual([`accountPassphrase ${code}`]);
  });

  test('signs in with the passphrase that was typed, from the next morning on', async () => {
    const counter = await openTestCounter({ now: TODAY, setUp: false, signsIn: false });
    const state = get(
      await counter.call('setup.complete', { ...SET_UP, unit: UNIT_OF_TODAY, accountPassphrase: ' 123456 ' }),
    );
    const accountId = state.people?.accounts[0]?.id;
    if (accountId === undefined) throw new Error('no account');
    await counter.restart();
    expect((await counter.call('app.state', {})).people).not.toHaveProperty('signedIn');
    expect(refusalOf(await counter.call('account.signIn', { accountId, passphrase: '654321' }))).toMatchObject({
      code: 'wrong-passphrase',
    });
    expect(get(await counter.call('account.signIn', { accountId, passphrase: '123456' })).people).toMatchObject({
      signedIn: { name: SET_UP.clerkName },
    });
  });

  test('refuses a station outside 1–19 and a port that is none', async () => {
    expect(await fieldsRefused({ station: 20 })).toEqual(['station malformed']);
    const printer = { kind: 'tcp', host: '192.168.1.50', port: 70_000 } as const;
    expect(await fieldsRefused({ printer })).toEqual(['printer malformed']);
  });

  test('offers only units in force today', async () => {
    const { call } = await openTestCounter({ now: TODAY, setUp: false });
    const { units, today } = await call('setup.options', {});
    expect(today).toBe('2026-11-24');
    expect(units.map(({ code }) => code)).toEqual(['08290', '08296', '08305', '08311', '08323', '08338']);
  });
});
