import { expect, test } from 'vitest';
import { COUNTER_PROCEDURES } from '../../domain/catalogue/counter-procedures.ts';
import { lastProcedures } from '../../electron/core/last-procedures.ts';
import { get, openTestCounter, receive, SET_UP } from '../support/counter.ts';

const LAN = { actor: 'Hà Thị Lan', log: 'log-1' };
const CODES = COUNTER_PROCEDURES.slice(0, 7).map(({ code }) => code);

test('the procedures received last come first, each once, five at most', () => {
  const [a = '', b = '', ...others] = CODES;
  const received = [a, b, a, ...others].map((procedureCode) => ({ ...LAN, procedureCode }));
  expect(lastProcedures(received, LAN)).toEqual([a, b, ...others.slice(0, 3)]);
});

test('what somebody else received, or the same person at another counter, is not in the way', () => {
  const [a = '', b = '', c = ''] = CODES;
  const received = [
    { procedureCode: a, actor: 'Đinh Văn Nam', log: LAN.log },
    { procedureCode: b, actor: LAN.actor, log: 'log-2' },
    { procedureCode: c, ...LAN },
  ];
  expect(lastProcedures(received, LAN)).toEqual([c]);
});

test('a counter remembers what each person received, over a restart', async () => {
  const counter = await openTestCounter();
  expect(await counter.call('procedure.lastUsed', {})).toEqual([]);
  await receive(counter.call);
  counter.setClock('2020-04-20T08:05');
  await receive(counter.call, { procedureCode: '1.000894' });
  expect(await counter.call('procedure.lastUsed', {})).toEqual(['1.000894', '1.001193']);
  await counter.restart();
  expect(await counter.call('procedure.lastUsed', {})).toEqual(['1.000894', '1.001193']);
});

test('who signs in for the first time has used nothing yet', async () => {
  const counter = await openTestCounter();
  await receive(counter.call);
  const opened = get(
    await counter.call('account.open', {
      name: 'Đinh Văn Nam',
      roles: ['counter-clerk'],
      passphrase: SET_UP.accountPassphrase,
    }),
  );
  await counter.call('account.signOut', {});
  get(await counter.call('account.signIn', { accountId: opened.id, passphrase: SET_UP.accountPassphrase }));
  expect(await counter.call('procedure.lastUsed', {})).toEqual([]);
});
